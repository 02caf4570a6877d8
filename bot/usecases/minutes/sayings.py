"""What people say in everyday words about minutes as a whole; see bot/usecases/said/sayings.py."""

import re

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.minutes.actions import (
    AddToMinutes,
    ApproveMinutes,
    RemarkOnMinutes,
    SendMinutes,
    ShowMinutes,
    ShowMinutesPreview,
    TakeBackMinutesApproval,
)
from bot.domain.wording.actions import OpenSuggestion
from bot.usecases.minutes import sayings_of_attendance, sayings_of_resolutions
from bot.usecases.said.held_item import item_on_rather, item_told, meeting_told
from bot.usecases.said.kept_text import kept_text
from bot.usecases.said.moment import Moment
from bot.usecases.said.people_told import says_self
from bot.usecases.said.sayings import Saying
from bot.usecases.said.told import Told
from bot.usecases.said.unless_asked import unless_asked

_HOLDS_NO_MORE = re.compile(
    r"\b(?:g(?:æ|ae)lder ikke|ikke (?:meningen|l(?:æ|ae)ngere|mere)|ikke inde for|for tidligt|for hurtigt)\b",
    re.IGNORECASE,
)
_REMARKS = re.compile(r"\bbem(?:æ|ae)rk\w*\b", re.IGNORECASE)


def _show(told: Told) -> ShowMinutes:
    return ShowMinutes(meeting=meeting_told(told))


def _remark(told: Told) -> AnyQuery | AnyCommand:
    """A remark in their words; of one item, or without any words, where that is written."""
    position, words = item_on_rather(told), kept_text(told)
    if position is not None and told.moment.minutes_sent and not (words and _REMARKS.search(told.said)):
        return OpenSuggestion(meeting=told.meeting, position=position)
    return RemarkOnMinutes(meeting=told.meeting, words=words) if words else _show(told)


def _mistake(told: Told) -> AnyQuery | AnyCommand:
    """What is wrong in minutes that were sent, the secretariat adds to them; others say so."""
    if not (told.moment.serves and told.moment.minutes_sent):
        return _remark(told)
    words = kept_text(told)
    return AddToMinutes(meeting=told.meeting, words=words, position=item_told(told)) if words else _show(told)


def _take_back(told: Told) -> TakeBackMinutesApproval | None:
    """Where a "not" says that their yes holds no more."""
    is_said = _HOLDS_NO_MORE.search(told.said) and not told.mood.asks
    return TakeBackMinutesApproval(meeting=told.meeting) if is_said else None


def _has_begun(moment: Moment) -> bool:
    return moment.last is not None


def _may_be_approved(moment: Moment) -> bool:
    return moment.last is not None and not moment.minutes_sent


SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "referat [hvor/hvad/kan] | hvor er referat | hvor finder/ligger/kan referat"
            " | hvornår referat [kommer/får] | hvornår kommer/får/sendes/foreligger referat"
            " | er referat sendt/udsendt/klar/færdig/skrevet/kommet [ud/ude]"
            " | er referat ude/godkendt/lavet/begyndt | har sendt/fået/modtaget referat | findes/find referat"
            " | læse/læs/åbne/hente/finde referat | hvad står referat | hvad mangler referat | status referat"
            " | hvor langt referat | mangler referat før sende | venter på referat | udkast referat"
            " | få referat [kan] | protokol | beslutningsreferat | mødereferat | skriftligt [møde/går]"
            " | opsummering møde | resume møde"
        ),
        act=_show,
        means="ShowMinutes",
    ),
    Saying(
        ways=(
            "hvad skete møde/går/sidst | hvad kom i/vi frem"
            " | hvad besluttede/besluttet/aftalte/vedtog møde/i/vi/sidst"
            " | hvad snakkede/talte/drøftede/sagde møde/i/vi/sidst"
            " | hvad blev sagt/besluttet/drøftet/aftalt/vedtaget | hvad blev enige | hvad endte med"
            " | hvad kom ud af møde | hvad lavede møde/i/sidst | hvad fik vi møde | nåede vi møde/hele"
            " | var møde i går | var der møde går/tirsdag | resultat møde | referer møde | hvordan gik møde/det"
            " | gik glip møde | var ikke med hvad | hvilke beslutninger møde/sidst/tog/truffet | missede møde"
            " | opdateret om møde | kort om møde"
        ),
        act=_show,
        when=_has_begun,
    ),
    Saying(
        ways=(
            "forhåndsvisning [referat] | hvordan ser/kommer/bliver referat ud [andre/alle/dem]"
            " | hvordan bliver inden/før sendes [det/ser] | referat før udsendelse"
            " | referat før/inden sende/udsendes/udsende/ryger/ud | se referat før/inden | preview [referat]"
            " | udseende referat | hvordan bliver sendt [lad se] | referat andre ser | prøveudskrift"
            " | vis udkast referat | kig referat før/inden | gennemse referat | hvordan vil referat se ud"
            " | hvordan tager ud referat | referat som kanalen"
        ),
        act=lambda told: ShowMinutesPreview(meeting=told.meeting),
        means="ShowMinutesPreview",
        when=_has_begun,
    ),
    Saying(
        ways=(
            "send/udsend/udsende/udsendes/rundsend referat [ud/alle/nu]"
            " | send referat rundt/afsted/afsted/kanalen/alle | referat kan/skal/må sendes [ud/afsted/nu/alle]"
            " | referat kan/skal/må ud [nu/gerne] | få referat ud/sendt/afsted"
            " | referat færdig/klar send/ud/udsendes | del/distribuer/offentliggør/mail referat alle"
            " | læg referat kanalen/ud/op | referat ud nu/alle/af døren | fyr referat af"
            " | send til alle referat klar | send mødereferat/beslutningsreferat [ud]"
            " | referat til godkendelse send"
        ),
        act=unless_asked(lambda told: SendMinutes(meeting=told.meeting), _show),
        means="SendMinutes",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "godkend/godkender/godkendt/godkendes/godkende referat [jeg/hermed] !fortryd !træk !tilbage "
            "!alligevel !annuller !send !sender !udsend"
        ),
        act=unless_asked(lambda told: ApproveMinutes(meeting=told.meeting), _show),
        means="ApproveMinutes",
        is_plain=True,
        when=_may_be_approved,
    ),
    Saying(
        ways=(
            "ok/okay/ja/enig/enige referat | referat fint/fin/godt/god/perfekt/korrekt/dækkende/rigtigt/super/flot"
            " | referat ser fint/godt/rigtigt/ud | referat er i orden | referat stemmer/passer"
            " | tiltræder/accepterer referat"
            " | ingen bemærkninger/indvendinger/rettelser/kommentarer/tilføjelser referat | siger ja referat"
            " | intet bemærke/tilføje referat | ikke noget at tilføje/bemærke referat | nikker/blåstempler referat"
            " | referat fra min side | tilslutter referat | støtter referat"
        ),
        act=unless_asked(lambda told: ApproveMinutes(meeting=told.meeting), _show),
        means="ApproveMinutes",
        when=_may_be_approved,
    ),
    Saying(
        ways=(
            "fortryd/fortryder godkendelse/godkendt/ja referat | træk/trækker godkendelse/ja [referat/tilbage]"
            " | tager/tag godkendelse/ja tilbage referat | godkender ikke referat alligevel"
            " | annuller godkendelse referat | ombestemt godkend/ja referat | ophæv/slet godkendelse referat"
            " | godkendt for hurtigt/tidligt referat | godkendte/godkend ved en fejl referat | fortryder referat"
        ),
        act=unless_asked(lambda told: TakeBackMinutesApproval(meeting=told.meeting), _show),
        means="TakeBackMinutesApproval",
        is_plain=says_self,
        when=_may_be_approved,
    ),
    Saying(
        ways=(
            "ingen bemærkninger/indvendinger/rettelser/kommentarer/tilføjelser referat"
            " | intet bemærke/tilføje referat | ikke noget at tilføje/bemærke referat | referat fint/godt/ok"
            " | ikke bemærkninger referat"
        ),
        act=_show,
        when=lambda moment: moment.minutes_sent,
    ),
    Saying(
        ways=(
            "bemærkning/bemærkninger/kommentar/kommentarer/indvending/indsigelse referat [har/til] !ingen !uden !intet"
            " | ikke enig/enige/tilfreds/dækkende/rigtig/korrekt/passer/stemmer referat"
            " | uenig/uenige/utilfreds referat | kan ikke godkende referat | der står i referat at"
            " | står i referat men | det står i referat | mangler/savner i referat noget | fremgår ikke referat"
            " | står ikke i referat | burde stå referat | glemt i referat | referat men"
            " | upræcist/misvisende/skævt/mangelfuldt referat | citeret forkert/referat | referatet siger at"
            " | spørgsmål referat indhold | gør indsigelse referat | referat hvis"
        ),
        act=unless_asked(_remark, _show),
        means="RemarkOnMinutes",
        when=_has_begun,
        refuses=True,
    ),
    Saying(
        ways=(
            "fejl/fejlen/slåfejl/tastefejl/stavefejl/forkert/forkerte referat [udsendte]"
            " | referat forkert beløb/dato/navn | ikke sandt referat | der skal stå referat | bør stå referat"
            " | skal rettes referat | ikke rigtigt referat | referat ikke korrekt"
        ),
        act=unless_asked(_mistake, _show),
        means="RemarkOnMinutes AddToMinutes",
        when=_has_begun,
        refuses=True,
    ),
    Saying(
        ways=(
            "tilføj/tilføje/tilføjes/tilføjet/tilføjelse/supplér/suppler referat [noget/til/skal]"
            " | tilføjelse/berigtigelse [udsendte] referat | berigtig/berigtige/korriger/korrektion referat"
            " | ret/rettelse udsendte referat [efter] | referat efter udsendelse | skriv også referat"
            " | indføj/indsæt referat | føj til referat | rettelsesblad referat | med i referat også"
            " | glemte skrive referat | ret i referat sendt"
        ),
        act=unless_asked(_mistake, _show),
        when=lambda moment: moment.last is not None and moment.minutes_sent,
        by_secretariat=True,
    ),
    Saying(
        ways="godkendelse/ja referat gælder ikke",
        act=_take_back,
        means="TakeBackMinutesApproval",
        when=_may_be_approved,
        refuses=True,
    ),
    Saying(
        ways="uden bemærkninger referat | referatgodkendelse",
        act=_show,
        means="ApproveMinutes TakeBackMinutesApproval",
        when=lambda moment: moment.minutes_sent,
        refuses=True,
    ),
    *sayings_of_attendance.SAYINGS,
    *sayings_of_resolutions.SAYINGS,
)
