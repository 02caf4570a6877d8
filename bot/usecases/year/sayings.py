"""What people say in everyday words about the year: its hosts, its status and the evaluation."""

import re

from bot.domain.year.actions import (
    ApproveStatus,
    ConfirmHost,
    EvaluateOnAgenda,
    OpenStatus,
    OpenSwap,
    SendStatus,
    ShowStatus,
    ShowYear,
    StatusAction,
)
from bot.usecases.said.moment import Moment
from bot.usecases.said.sayings import Saying
from bot.usecases.said.told import Told
from bot.usecases.year.said import status_year, swapped, written, written_or_form, year_said

_READ = 1_000  # characters
_TO_BE_FOUND = re.compile(r"\b(?:book|booke|bestil|bestille|reserver|reservere)\b", re.IGNORECASE)


def _status_shown(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, StatusAction)


def _year(told: Told) -> ShowYear:
    return ShowYear(of_year=year_said(told))


def _year_asked(told: Told) -> ShowYear | None:
    return _year(told) if told.mood.asks else None


def _status_of_said_year(told: Told) -> ShowStatus | None:
    return ShowStatus(of_year=year_said(told)) if year_said(told) else None


def _approved(told: Told) -> ApproveStatus | ShowStatus:
    """Who asks whether it is wants to see it."""
    year = status_year(told)
    return ShowStatus(of_year=year) if told.mood.asks else ApproveStatus(of_year=year)


def _sent(told: Told) -> SendStatus | ShowStatus:
    year = status_year(told)
    return ShowStatus(of_year=year) if told.mood.asks else SendStatus(of_year=year)


def _seen_to(told: Told) -> ConfirmHost | None:
    """The same unless it is asked that a room be found."""
    return None if _TO_BE_FOUND.search(told.said[:_READ]) else _host(told)


def _host(told: Told) -> ConfirmHost:
    return ConfirmHost(meeting=told.meeting)


SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "årshjul | årsplan | årskalender | hjulet | plan for året | i løbet af året | overblik år/året"
            " | året oversigt/plan/program | hvem vært [næste/gang/møde] | vært hvornår"
            " | hvornår vært [vi/igen/sidst/tur] | hvornår tur | hvilken kommune vært/holder/tur | næste vært"
            " | hvem har værtskab | værtskab hvem/hvornår/hvordan/rækkefølge/tur/omgang/fordelt/hvilken"
            " | hvis tur [vært] | hvornår vores tur | vores tur vært | tur vært [hvem/hvornår]"
            " | værter [liste/rækkefølge/oversigt] | værtsrækkefølge | værtsrotation"
            " | går værtskab på skift/omgang | skal vi også være vært engang | hvem lægger hus"
            " | hvor mange møder [mangler/tilbage/år/holder/om/har] | holdt møder alle/nok | holder vi nok møder"
            " | møder nok | møder tilbage | hvor ofte mødes/møde | nok møder | hvem holder møde"
            " | vært bekræftet [har] | skal regionen vært | hvornår evaluere/evaluering/evaluerer"
            " | kan ikke være vært hvornår | hvor er vi i året | hvad sker i år | hvordan ser året ud"
            " | året [hvordan/ser/overblik] | mangler møder år | hvem huser | hvornår lægge hus | næste værtskab"
            " | værtskab | vært | tur | lever op møder/til/krav [antal/mange] | når vi antal/nok møder"
            " | holdt/nået/nå møder skal/nok/år | antal møder | hvor langt møder/året | har vi holdt møder"
            " | nok møder i år | mangler vi møder !inden !noget !før"
        ),
        act=_year,
        means="ShowYear",
    ),
    Saying(
        ways=(
            "kan/skal/må vi holde møde/det hos/på/i [os] !digital !online !teams !video"
            " | er vi vært [næste/gang/oktober/møde] | er det os holder møde/vært | skal vi holde møde"
            " | er det vores vært/tur"
        ),
        act=_year_asked,
    ),
    Saying(
        ways="status [for/år/på] | rapport for år",
        act=_status_of_said_year,
    ),
    Saying(
        ways=(
            "evaluer/evaluere/evalueres/evaluering [samarbejde/arbejde/dagsorden/møde/næste/punkt/klyngens/"
            "vores/kan/sæt] !hvornår | sæt evaluering dagsorden/på | evaluering på dagsorden/møde/næste"
            " | tilføj evaluering | punkt om evaluering | selvevaluering [sæt/dagsorden/næste/på/møde]"
            " | gøre status samarbejde | drøfte samarbejde/arbejdsform | hvordan vi arbejder sammen drøfte"
        ),
        act=lambda told: EvaluateOnAgenda(),
        means="EvaluateOnAgenda",
    ),
    Saying(
        ways=(
            "årsstatus [hvornår/hvordan/vis/langt/klar/igang] | hvor langt årsstatus/årsrapport"
            " | hvordan går med årsstatus | status året/året/årets | årsrapport [hvornår/hvor] | årsberetning"
            " | årlig status/rapport/beretning | årsafrapportering | beretning [år] | hvad har vi nået [år]"
            " | nået i år | hvad har vi lavet/opnået/brugt år/året | årets resultater/arbejde | opsamling året"
            " | år der gik | er årsstatus klar/færdig | sidste års status/rapport | status for år"
            " | send ikke årsstatus/årsrapport | godkend ikke årsstatus/årsrapport"
            " | i gang med årsstatus/årsrapport"
        ),
        act=lambda told: ShowStatus(of_year=status_year(told)),
        means="ShowStatus",
    ),
    Saying(
        ways=(
            "ret/rette/skriv/skrive/ændre/redigere/rediger/opdater/opdatere/udfyld/udfylde/lav/lave/forbered/"
            "forberede/formulere/udarbejde årsstatus/årsrapport/årsberetning !godkend !ikke"
            " | årsstatus/årsrapport/årsberetning tilføje/rettes/rettelse/tekst/udkast"
            " | årlig status skrive/rette/lave | ny tekst årsstatus/årsrapport"
        ),
        act=lambda told: OpenStatus(of_year=status_year(told)),
        means="OpenStatus",
        by_secretariat=True,
    ),
    Saying(
        ways="ret/rette/redigere/ændre [den/det/teksten] | skriv om | lav om | nyt udkast",
        act=lambda told: OpenStatus(of_year=status_year(told)),
        when=_status_shown,
    ),
    Saying(
        ways=(
            "skriv [at/holdt/vi/møder/nedsatte/arbejdsgruppe/klyngen/året/drøftede/besluttede/godkendte/"
            "brugte/forslag] | skriv at | der skal stå | teksten skal være/lyde/hedde | skal lyde | ny tekst"
            " | erstat tekst med"
        ),
        act=written,
        when=_status_shown,
    ),
    Saying(
        ways=(
            "godkend/godkender/godkendt/godkendes årsstatus/årsrapport/årsberetning [formand/klar/kan] !er !ikke"
            " | godkend/godkender/godkendes årlig status/rapport"
            " | årsstatus/årsrapport/årsberetning er/kan godkendt/godkendes !ikke"
            " | årsstatus/årsrapport/årsberetning ok/okay/fin/fint/orden !send !ikke"
            " | med på årsstatus/årsrapport [formand] !ikke | god for årsstatus/årsrapport"
            " | sagt god/ja/ok årsstatus/årsrapport !send"
        ),
        act=_approved,
        means="ApproveStatus",
    ),
    Saying(
        ways=(
            "godkend/godkender/godkendt/godkendes | ok | fin | i orden | tilfreds !ikke | enig !ikke"
            " | ser fin/fint/godt/rigtig ud | god | godt nok | bare/gerne sende/sendes | kan stå inde !ikke"
        ),
        act=_approved,
        when=_status_shown,
    ),
    Saying(
        ways=(
            "send/sende/sendes/udsend/udsende/fremsend/afsend/indsend årsstatus/årsrapport/"
            "årsberetning [kommunerne/ud/afsted/videre] !ikke !er"
            " | årsstatus/årsrapport/årsberetning ud/afsted/videre !ikke !hvornår"
            " | send årlig status/rapport/beretning | årsstatus/årsrapport/årsberetning kan/skal sendes !ikke"
            " | offentliggør årsrapport"
            " | årsstatus/årsrapport/årsberetning gå/går/ud/kan til/videre sundhedsrådet/kommunerne/alle/"
            "medlemmerne/regionen !ikke !hvornår"
        ),
        act=_sent,
        means="SendStatus",
        by_secretariat=True,
    ),
    Saying(
        ways="send/sende/sendes | send ud/afsted | afsted",
        act=_sent,
        when=_status_shown,
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "bekræft/bekræfter/bekræftet værtskab/vært/værter [vi/vores] !har !hvem"
            " | vi er vært/værter [bekræft/rådhus/gerne/møde] !hvornår !kan !ikke !hvem"
            " | bekræft at vi er vært/værter | vi bekræfter vært/værtskab"
        ),
        act=_host,
        means="ConfirmHost",
        is_plain=True,
    ),
    Saying(
        ways=(
            "vi vært gerne/klar/lokale/booket !hvornår !ikke !skal !kan"
            " | tager/påtager/accepterer/overtager værtskab vi !ikke | klar som vært | vi kan vært godt !ikke"
            " | rådhus/sal/lokale booket/reserveret/bestilt/klar [møde] | bekræftet værtskab er !ikke !har"
            " | vil gerne være vært | lokale booket/reserveret/bestilt [vært]"
            " | værtskab på plads/orden/ok/i/aftalt | vi lægger hus | vi står for mødet/lokaler"
            " | sal/lokale er på plads | ja til værtskab | vi holder møde hos os | står for værtskab vi"
            " | ja til værtskab/vært !ikke | siger ja værtskab/vært !ikke"
            " | klar vært/værtskab [til/er] !ikke !hvornår !hvem | lægger hus til !ikke !hvem !hvornår"
        ),
        act=_seen_to,
    ),
    Saying(
        ways=(
            "byt/bytte/bytter/byttes/bytning vært/værter/værtskab/værtskaber"
            " | byt/bytte/bytter med !vagt !plads !punkt | bytte vi/os/kommune/oktober/marts !punkt"
            " | ikke plads holde/møde [vi] | ingen plads møde | bytte tur | byt plads vært"
            " | værtskab/vært stedet/istedet/overtage/overtager/overdrage/overlade/fra"
            " | anden/andre vært/værter [kan/være/overtage] | kan overtage værtskab"
            " | tage værtskab stedet/istedet/for | tager værtskab stedet/istedet"
            " | kan/vil ikke være vært/værter [år/alligevel] | kan ikke holde mødet hos os"
            " | har ingen sal/lokale/lokaler vært | ikke vært/værter år/alligevel | giver værtskab videre"
            " | afgive/aflevere/slippe værtskab | nogen være vært | overtager I værtskab | vært for os"
            " | flytte værtskab | værtskab flyttes/skifte/skiftes | tage vores/min tur/værtskab"
            " | tur/værtskab tage/overtage/tager kan | ikke huse/lægge [hus/møde] | af med værtskab/tur"
            " | fri for værtskab | slippe værtskab | ikke mulighed/plads/lokaler vært/værtskab/holde"
            " | nogen andre vært | vært syg/forhindret"
        ),
        act=swapped,
        means="SwapHosts",
    ),
    Saying(
        ways=(
            "byt/bytte/overtage værtskab hvordan/skema/formular | må vi bytte | kan ikke have jer !mandat"
            " | kan ikke huse/huse møde | kan ikke lægge hus | hvordan bytter man [vært/værtskab] | kan man bytte"
            " | slippe for værtskab/vært | ingen/ikke plads til møde [anden/tage/kan/vi]"
            " | kan en anden tage mødet/det møde/vært | kan en anden være vært/lægge"
        ),
        act=lambda told: OpenSwap(meeting=told.meeting),
        means="OpenSwap",
    ),
    Saying(
        ways="gem/erstat/indsæt/tilføj tekst/teksten årsstatus/årsrapport/årsberetning !ikke",
        act=written_or_form,
        means="SaveStatus",
        by_secretariat=True,
        refuses=True,  # what no longer is so may well stand in it
    ),
)
