"""What people say in everyday words about one item of an agenda that was sent; see bot/usecases/said/sayings.py."""

from bot.usecases.said.moment import Moment
from bot.usecases.said.sayings import Saying
from bot.usecases.said.unless_asked import unless_asked
from bot.usecases.supplements.sent_items_said import (
    corrected,
    lapsing,
    sent_item,
    sent_item_meant,
    taken_up,
    taken_up_again,
    withdrawn,
)


def is_ahead(moment: Moment) -> bool:
    """Whether an agenda was sent whose meeting is still to come."""
    return moment.next is not None and moment.agenda_sent


OF_SENT_ITEMS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "fejl/slåfejl/tastefejl/stavefejl/forkert/forkerte punkt [dagsorden/udsendte] !referat"
            " | fejl/forkert/rettes/ret udsendte/udsendt dagsorden !referat"
            " | beløb/tid/tiden/titel/bilag/beløbet forkert/rettes/ændres punkt !referat"
            " | ret punkt udsendte/udsendt/dagsorden | bilag mangler punkt | der mangler bilag punkt"
            " | skal rettes punkt dagsorden | der skal stå punkt !referat | minutter i stedet for punkt"
            " | rettelse til dagsorden | rette punkt efter udsendelse | åbn punkt udsendte"
        ),
        act=sent_item,
        means="OpenSentItem",
        when=is_ahead,
    ),
    Saying(
        ways="udgår/udgå/udgået [fra/dagsorden] | lad/lade udgå | punkt bortfalder/falder væk/bort/ud"
        " | falder bort/væk | punkt tages/tag af dagsorden | punkt ikke relevant længere/alligevel"
        " | punkt ikke behandles/tages/op [alligevel] | punkt aflyst/aflyses | ikke punkt alligevel på/med"
        " | punkt udsendte fjern/slet/ud/tag"
        " | drop/droppe/dropper/fjern/fjerne/slet/slette/stryg/stryge/skrot punkt"
        " | tager/tag punkt af/ud/væk | vi tager punkt af | punkt skal/må/bør af/ud/væk/udgå/droppes"
        " | punkt ikke klar/klart/færdigt/moden/modent | punkt af dagsorden/igen | lader/lad punkt falde"
        " | trækkes/træk punkt tilbage/af/dagsorden | punkt må vente | punkt ud igen | punkt skal ud"
        " | ud/væk af/fra dagsorden skal"
        " | punkt udgår/udgå/udgået [fordi/da/lad/lader/vi/økonomi/plads/klar/syg]",
        act=unless_asked(withdrawn, sent_item),
        when=is_ahead,
        refuses=True,
    ),
    Saying(
        ways=(
            "udgår/udgå ikke [punkt/alligevel] | punkt alligevel med/behandles/på/tages/op !ikke"
            " | trods alt op/med/på/behandles/tages | frisk igen op/med/på | punkt kommer på/med/op igen"
            " | punkt alligevel aktuelt/relevant/klar/moden/muligt !ikke | punkt er alligevel !ikke"
            " | punkt kommer igen/tilbage | alligevel tages/tager op !ikke | punkt med/op/på igen [dagsorden]"
            " | fortryd/fortryder udgår/udgå/udgået [punkt] | genindsæt/genoptag punkt | punkt tilbage dagsorden"
            " | lad punkt blive | punkt udgik fejl | skal behandles alligevel | skal på/med igen punkt"
        ),
        act=unless_asked(taken_up, sent_item),
        means="TakeUpItem",
        is_plain=True,
        when=is_ahead,
        refuses=True,
    ),
    Saying(
        ways=(
            "ret/rette/rettes punkt minutter/min/kvarter/time/tid/tiden/link/linket udsendte/sendte"
            " | kortes/forlænges punkt udsendte/sendte"
        ),
        act=corrected,
        means="CorrectItem",
        when=is_ahead,
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways="hvordan/kan rette/retter/ændre/ændrer udsendte/udsendt/udsendelsen !tillæg",
        act=sent_item_meant,
        means="OpenSentItem",
        when=is_ahead,
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways="aflys/aflyses punkt udsendte | punkt bliver ikke til noget",
        act=lapsing,
        means="WithdrawItem",
        when=is_ahead,
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways="udgået/udgik punkt alligevel | fortryd at punkt udgår/udgik",
        act=taken_up_again,
        means="TakeUpItem",
        when=is_ahead,
        refuses=True,
    ),
)
