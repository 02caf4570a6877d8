"""What people say in everyday words about an agenda that was sent; see bot/usecases/said/sayings.py."""

import re

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.approval.state import Verdict
from bot.domain.kernel.danish import bare
from bot.domain.proposals.actions import OpenProposalForm
from bot.domain.supplements.actions import (
    AddLate,
    AnswerSupplement,
    AskSupplement,
    OpenSentItem,
    OpenSupplement,
    RemoveLate,
    SendSupplement,
    SendSupplementUnapproved,
    ShowVersions,
    TakeBackSupplement,
    TakeUpItem,
    WithdrawItem,
)
from bot.usecases.said.kept_text import after_colon
from bot.usecases.said.moment import Moment
from bot.usecases.said.pointed import item_of
from bot.usecases.said.sayings import Act, Saying
from bot.usecases.said.told import Told
from bot.usecases.said.unless_asked import unless_asked

_READ = 2_000  # characters
_QUOTED = re.compile(r"[»\"“](?P<title>[^«\"”»]{2,200})[«\"”]")
_LAPSES = re.compile(r"\budg(?:a|ar|ik|aet)\b")
_LAPSES_NOT = re.compile(r"\budgar? (?:[a-z]+ ){0,2}ikke\b|\bikke (?:[a-z0-9]+ ){0,2}udga")
_REGRETS = re.compile(r"\bfortryd|\bfejl\b")


def _open(told: Told) -> OpenSupplement:
    return OpenSupplement(meeting=told.meeting)


def _late(told: Told) -> AnyQuery | AnyCommand:
    """With what it is called; by others than those who serve the forum it is proposed."""
    quoted = _QUOTED.search(told.said[:_READ])
    behind = "" if told.reason and told.said.rstrip().endswith(told.reason) else after_colon(told)
    title = (quoted["title"] if quoted else behind or told.rest).strip(" .,;:»«\"'")
    if not told.moment.serves:
        return OpenProposalForm(title=title) if title else _open(told)
    return AddLate(meeting=told.meeting, title=title, reason=told.reason) if title else _open(told)


def _removed(told: Told) -> AnyQuery | AnyCommand:
    position = item_of(told)
    return _open(told) if position is None else RemoveLate(meeting=told.meeting, position=position)


def _answered(verdict: Verdict) -> Act:
    return unless_asked(
        lambda told: AnswerSupplement(meeting=told.meeting, verdict=verdict, words=_words(told, verdict)), _open
    )


def _words(told: Told, verdict: Verdict) -> str:
    if verdict in (Verdict.APPROVED, Verdict.NO_REMARKS):
        return ""
    return after_colon(told) or told.reason or told.said.strip()


def _sent_item(told: Told) -> OpenSentItem | None:
    position = item_of(told)
    return None if position is None else OpenSentItem(meeting=told.meeting, position=position)


def _withdrawn(told: Told) -> AnyQuery | AnyCommand | None:
    """One that does not lapse is taken up; without an item it is asked which."""
    position = item_of(told)
    said = bare(told.said[: told.slots.reason_start])
    if position is None:
        return OpenSentItem(meeting=told.meeting) if _LAPSES.search(said) else None
    if _LAPSES_NOT.search(said):
        return TakeUpItem(meeting=told.meeting, position=position)
    return WithdrawItem(meeting=told.meeting, position=position, reason=told.reason)


def _taken_up(told: Told) -> AnyQuery | AnyCommand | None:
    said = bare(told.said[: told.slots.reason_start])
    if _LAPSES.search(said) and not (_LAPSES_NOT.search(said) or _REGRETS.search(said)):
        return None
    return TakeUpItem(meeting=told.meeting, position=item_of(told))


def _is_ahead(moment: Moment) -> bool:
    return moment.next is not None and moment.agenda_sent


SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "tillæg [vis/er/lav/ny/hvordan] | er tillæg sendt/klar/godkendt/kommet/ude"
            " | ikke send tillæg [før/endnu] | tillæg ikke sendes [endnu/før] | hvordan laver/sender tillæg"
            " | hvem mangler/godkendt/svaret tillæg | hvad står/er tillæg | status tillæg"
            " | for sent punkt [med/på/få] | hastepunkt/hastesag [skal/har]"
            " | hastesag/hastepunkt kommet/ind/med [om/hvordan/får] | presserende/akut sag/punkt dagsorden"
            " | på selvom dagsorden/sendt/udsendt | få noget/emne/sag på sendt/udsendt/udsendelse"
            " | efter udsendelse/udsendelsen på/med/punkt/emne | nå noget/emne/sag med/på endnu/stadig"
            " | haster punkt [på/med] | eftersendt/eftersende/eftersend dagsorden/punkt"
            " | ekstra/sent punkt dagsorden/på/kommet | kan nås punkt nå | supplerende dagsorden"
            " | opdateret dagsorden | tillæg på vej | vent med tillæg"
        ),
        act=_open,
        means="OpenSupplement",
    ),
    Saying(
        ways=(
            "hvad ændret/rettet dagsorden [har/blevet/udsendte]"
            " | versioner/udgaver/version/udgave dagsorden [hvilke/alle/vis]"
            " | ændret/ændringer siden udsendelse/udsendt/sendt/udsendelsen"
            " | er dagsorden ændret/opdateret/rettet [siden/blevet] | hvad er nyt dagsorden"
            " | hvilken version gældende/gælder/seneste/nyeste | gældende/seneste/nyeste version/udgave"
            " | hvor mange versioner/udgaver"
            " | hvor mange gange ændret/rettet/ændringer/rettelser dagsorden [hvorfor]"
            " | alle ændringer/rettelser dagsorden | hvad hvorfor ændret/rettet dagsorden [i]"
            " | ændringshistorik/ændringslog | tidligere/gamle/forrige version/udgave"
            " | versionshistorik/historik dagsorden | hvad var version | første version/udgave"
            " | sammenlign versioner | hvornår ændret dagsorden | utilfredse version"
        ),
        act=lambda told: ShowVersions(meeting=told.meeting),
        means="ShowVersions",
    ),
    Saying(
        ways=(
            "tillæg punkt/om/med/sæt/tilføj/nyt [på] !spørg !ud !send | tillæg kom på !ud"
            " | sæt/tilføj/skriv/læg tillæg [på] | lav/opret tillæg punkt/om/med"
            " | nyt/ekstra/sent punkt udsendte/udsendt dagsorden | ekstra/nyt punkt om/på [dagsorden/nå/sent]"
            " | hastepunkt om | som tillæg | glemt/glemte punkt om [tillæg/på] !alligevel"
            " | glemt/glemte punkt tillæg | ekstrapunkt | ikke vente til næste/oktober [punkt]"
            " | nå et punkt med/om | sent ude punkt | nå ekstra punkt"
            " | sen/sene sag/punkt !af !ud !fjern !slet !væk | punkt kom efter udsendelsen | eftersend punkt"
        ),
        act=unless_asked(_late, _late),
        is_plain=True,
        when=_is_ahead,
    ),
    Saying(
        ways=(
            "glemt/glemte punkt [om] !tillæg !med !alligevel | glemt/glemte punkt dagsorden"
            " | dagsorden sendt/udsendt punkt nyt/ekstra/tilføje/mere/endnu"
            " | kommet ekstra/nyt punkt [dagsorden/til] | mangler et punkt dagsorden"
            " | kan man/vi tilføje punkt sendt/udsendt"
        ),
        act=_open,
        when=_is_ahead,
    ),
    Saying(
        ways=(
            "fjern/slet/tag/drop/stryg punkt tillæg [fra/af/ud] | sen/sene punkt af/ud/væk/fjern/slet/drop/stryg"
            " | tag/fjern/slet sen/sene punkt | ekstrapunkt/hastepunkt af/ud/væk/fjern/slet"
            " | fjern/slet fra tillæg | punkt ikke med tillæg [alligevel] | ud af tillæg | tillæg uden punkt"
            " | punkt skal ud tillæg | tag af tillæg | drop tillæg"
        ),
        act=unless_asked(_removed, _open),
        means="RemoveLate",
        refuses=True,
    ),
    Saying(
        ways=(
            "tillæg til godkendelse [send/skal]"
            " | send tillæg formand/formænd/formændene/formandskab/formandskabet/godkendere"
            " | få/bed/spørg formand/formænd/formændene/formandskab/formandskabet godkende tillæg"
            " | spørg/hør formand/formænd/formændene/formandskab/formandskabet/dem tillæg"
            " | godkendes tillæg [skal] | tillæg rundt til formænd/godkendelse"
            " | formand/formænd/formændene/formandskab/formandskabet skal/må/bør nikke/se/kigge/godkende tillæg"
            " | nikke til tillæg formænd/formændene/formandskabet | tillæg til bemærkninger/høring"
            " | indhent godkendelse tillæg | skal formænd/formændene se/godkende tillæg"
            " | tillæg forbi formand/formænd/formandskab | læg tillæg op godkendelse | bed om godkendelse tillæg"
            " | bed/få formand/formænd/formændene/formandskab se/kigge tillæg"
        ),
        act=unless_asked(lambda told: AskSupplement(meeting=told.meeting), _open),
        means="AskSupplement",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "godkend/godkender/godkendt tillæg !ikke !send !fortryd"
            " | tillæg ok/okay/fint/fin/godt/i/ja [orden] !sagt !send !spørg !hør !ud !sendes"
            " | enig/enige tillæg !ikke | accepterer/tiltræder tillæg | er med på tillæg"
            " | tillæg kan jeg godkende !ikke | tillæg ser fint/godt ud | nikker/blåstempler tillæg"
            " | støtter tillæg | noter/notér ja/godkendt tillæg | tillæg ok/okay/fint/fin/godt/ja !send !sagt"
            " | tillæg i orden !send | ja til tillæg !send !sagt !har"
        ),
        act=_answered(Verdict.APPROVED),
        means="AnswerSupplement.approved",
    ),
    Saying(
        ways=(
            "godkend/godkender/godkendt tillæg med bemærkning/bemærkninger/kommentar/forbehold | tillæg ok men"
            " | tillæg fint men | godkend tillæg men/hvis/dog [bilag/kommer/med/rettes]"
            " | godkend tillæg forudsat/under"
        ),
        act=_answered(Verdict.APPROVED_WITH_REMARKS),
        means="AnswerSupplement.approved_with_remarks",
    ),
    Saying(
        ways=(
            "tillæg retur [send] | returner/returnér tillæg | kan ikke godkende tillæg | godkender ikke tillæg"
            " | tillæg ikke godkendt/godkendes/moden | afvis/afviser/forkaster tillæg | nej til tillæg"
            " | tillæg tilbage [send/sekretariat]"
        ),
        act=_answered(Verdict.RETURNED),
        means="AnswerSupplement.returned",
        refuses=True,
    ),
    Saying(
        ways=(
            "ingen bemærkninger/kommentarer/indvendinger/indsigelser tillæg"
            " | intet bemærke/tilføje/indvende tillæg | ikke noget at bemærke/tilføje tillæg"
            " | uden bemærkninger/kommentarer tillæg | har ikke bemærkninger tillæg"
        ),
        act=_answered(Verdict.NO_REMARKS),
    ),
    Saying(
        ways=(
            "bemærkning/bemærkninger/kommentar/kommentarer/indvending/indsigelse tillæg !ingen !uden !ikke !send"
            " | mangler i tillæg | fejl/forkert tillæg | tillæg men | noget til tillæg | spørgsmål tillæg"
        ),
        act=_answered(Verdict.REMARKS),
    ),
    Saying(
        ways=(
            "fortryd/fortryder svar/godkendelse/ja tillæg | ændre/ændr/ret svar tillæg"
            " | træk/trækker svar/godkendelse/ja tillæg [tilbage] | tager/tag godkendelse/ja/svar tillæg tilbage"
            " | svarede forkert/forkert tillæg | ombestemt tillæg | svar om tillæg"
            " | annuller svar/godkendelse tillæg | fortryder tillæg"
        ),
        act=unless_asked(lambda told: TakeBackSupplement(meeting=told.meeting), _open),
        means="TakeBackSupplement",
    ),
    Saying(
        ways=(
            "send/udsend/udsende/udsendes/rundsend tillæg [ud/nu/alle] !ikke"
            " | send tillæg rundt/afsted/alle/kanalen | tillæg sendes/udsendes [ud/nu/alle]"
            " | tillæg ud/afsted [nu/send] | tillæg kommer/gå/går/skal/kan/må ud/afsted [medlemmerne/alle/godt]"
            " | tillæg til medlemmerne/alle/deltagerne | tillæg medlemmerne [ud/komme/godt/vist]"
            " | få tillæg ud/sendt | tillæg kan/må/skal ud/sendes | godkendt tillæg send [så/ud] | fyr tillæg af"
            " | del/distribuer tillæg | sagt ja tillæg send [så/formænd/formand/formandskab/til]"
        ),
        act=unless_asked(lambda told: SendSupplement(meeting=told.meeting), _open),
        means="SendSupplement",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "send/udsend/udsende tillæg uanset/trods/alligevel/uden/ikke"
            " | tillæg ud uden/uanset/alligevel svar/godkendelse"
            " | send/udsend tillæg uden godkendelse/svar/formænd/formændene/vente/godkendt"
            " | send tillæg ikke vente/svaret/godkendt/nå | send tillæg alligevel/uanset/trods"
            " | send tillæg selvom/selv om mangler/svar/ikke | tillæg venter ikke svar"
            " | send tillæg nu ikke vente svar"
        ),
        act=lambda told: SendSupplementUnapproved(meeting=told.meeting),
        means="SendSupplementUnapproved",
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways=(
            "fejl/slåfejl/tastefejl/stavefejl/forkert/forkerte punkt [dagsorden/udsendte] !referat"
            " | fejl/forkert/rettes/ret udsendte/udsendt dagsorden !referat"
            " | beløb/tid/tiden/titel/bilag/beløbet forkert/rettes/ændres punkt !referat"
            " | ret punkt udsendte/udsendt/dagsorden | bilag mangler punkt | der mangler bilag punkt"
            " | skal rettes punkt dagsorden | der skal stå punkt !referat | minutter i stedet for punkt"
            " | rettelse til dagsorden | rette punkt efter udsendelse | åbn punkt udsendte"
        ),
        act=_sent_item,
        means="OpenSentItem",
        when=_is_ahead,
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
        act=unless_asked(_withdrawn, _sent_item),
        when=_is_ahead,
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
        act=unless_asked(_taken_up, _sent_item),
        means="TakeUpItem",
        is_plain=True,
        when=_is_ahead,
        refuses=True,
    ),
)
