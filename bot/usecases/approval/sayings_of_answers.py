"""How people answer in everyday words what they are asked about an agenda; see bot/usecases/said/sayings.py."""

import re
from collections.abc import Callable

from bot.domain.approval.actions import EditAnswer, Respond, ShowApprovals, ShowVersion, TakeBack
from bot.domain.approval.state import Verdict
from bot.usecases.said.moment import Moment
from bot.usecases.said.sayings import Saying
from bot.usecases.said.told import Told

_APPROVES = re.compile(r"\bgodken(?:d(?:e?r|t|es)?|t)\b", re.IGNORECASE)
_TO_APPROVE = re.compile(r"\b(?:skal|vil|kan|må|at|få|får|blev)\b[^.!]{0,40}\bgodkend", re.IGNORECASE)


def _is_asked(moment: Moment) -> bool:
    return moment.asked is not None


def _answer(verdict: Verdict) -> Callable[[Told], Respond]:
    """To the version that awaits the person's answer; in their own words where it takes some."""

    def act(told: Told) -> Respond:
        asked = told.moment.asked
        words = "" if verdict in (Verdict.APPROVED, Verdict.NO_REMARKS) else told.reason or told.said
        if asked is None:
            return Respond(verdict=verdict, words=words)
        return Respond(verdict=verdict, meeting=asked.meeting, version=asked.version, words=words)

    return act


def _says_that_it_approves(told: Told) -> bool:
    """Not "skal godkende" or "vil gerne godkende", which may be said of what is still to be done."""
    return _APPROVES.search(told.said) is not None and _TO_APPROVE.search(told.said) is None


def _said_for_another(told: Told) -> Respond | ShowApprovals:
    """Whoever is asked nothing themselves may stand in for somebody who is."""
    return ShowApprovals() if told.mood.asks else Respond(verdict=Verdict.APPROVED)


ANSWERS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "godkender dagsorden | godkend dagsorden | jeg godkender | godkendt fra/herfra mig"
            " | den er godkendt jeg | dagsordenen godkendes | godkender den/version | hermed godkendt"
            " | godkender hermed | kan godkendes | godkendelse herfra/fra"
        ),
        act=_answer(Verdict.APPROVED),
        means="Respond.approved",
        is_plain=_says_that_it_approves,
        when=_is_asked,
    ),
    Saying(
        ways=(
            "ok | god nok | den er god | godt nok | fint | fin | udmærket | ok mig | okay mig/med"
            " | fint mig/med/ud | ser fint/godt/fornuftigt/rigtigt ud | jeg er enig | enig"
            " | ingen indvendinger/indsigelser/kommentarer/rettelser | intet at bemærke | kør bare"
            " | bare kør/send | det kører | helt i orden | i orden | grønt lys | tommel op | jeg er med på"
            " | på min side | går ind for | kan sige ja | jeg siger ja | ja herfra/dagsorden"
            " | accepterer/accepteret | fin dagsorden | bakker op | støtter den"
            " | glimrende/perfekt/fremragende/super dagsorden | tilslutter mig | har læst den fint | set den fin"
            " | det er fint | passer fint | godkend | godkendt | godkendelse | nikker | det må I gerne"
            " | thumbs up/god | stå på mål | stå/går bag/god for den | blåstempler/blåstemplet | tommelfinger op"
            " | det er et ja | kan gå videre/ud | ser ikke noget galt | ikke noget galt | lever op"
            " | har ikke noget imod | holder for mig | køber den | stemmer for | velkommen til at sende"
            " | kan stå inde | kan leve med | tilfreds | kør på/videre | må gerne sende/sendes/gå"
            " | ser fin/god/godt/fornuftig/rigtig | er klar [fra/herfra/min] | send den bare"
            " | kan bare sende/sendes | har set/læst/kigget igennem [fin/fint/ok] | giver mening"
            " | ingen problemer | intet at tilføje/udsætte | ikke noget at udsætte | skriver under"
            " | min velsignelse | bifalder | lyder/virker fint/godt/fornuftigt/rigtigt | mit ja"
            " | får mit/min ja/stemme/velsignelse | siger/sagt/sige god for | fint/ok/fin afsted/ud/sendes"
            " | min opbakning | har min støtte/opbakning/accept | intet problem | ikke noget problem"
            " | ser ud som det/den skal | som den skal/bør | grønne lys | ikke noget at komme efter | fint fint"
            " | er på plads | rammer plet | god arbejde/stykke dagsorden | lige i skabet | lad den gå"
            " | den holder !ikke | min underskrift | skriver gerne under | I har mit ja/ok/accept"
            " | fuld opbakning/støtte/tilslutning [herfra] | opbakning fra/herfra | min/vores tilslutning"
        ),
        act=_answer(Verdict.APPROVED),
        when=_is_asked,
    ),
    Saying(
        ways=(
            "godkende/godkender/godkendt bemærkning/bemærkninger/kommentar | godkend men | ja men | fint men"
            " | ok men | kun en bemærkning | en enkelt bemærkning | bemærkning dagsorden"
            " | lille rettelse dagsorden | har kommentar | kunne ønske dagsorden | tilføjelse dagsorden"
            " | vil gerne have ændret"
        ),
        act=_answer(Verdict.APPROVED_WITH_REMARKS),
        means="Respond.approved_with_remarks",
        refuses=True,
        when=_is_asked,
    ),
    Saying(
        ways=(
            "send/sender retur"
            " | sender/send/ryger den/dagsorden tilbage [passer/ikke/mangler/forkert/tal/besked/sekretariat/"
            "kortes/skal/punkt/med] | skal/må/bør skrives/laves/arbejdes om/igennem | kan ikke sige ja"
            " | vil ikke lægge navn | duer/dur/går/holder ikke | kan ikke se mig selv i den"
            " | tilbage til tegnebrættet | tilbage til start | ikke være bekendt"
            " | for tynd/tyndt/mangelfuld/uklar/sjusket den | retur | send/sender tilbage | returnerer/returner"
            " | afviser dagsorden | duer ikke | kan ikke godkende/godkendes | godkender ikke"
            " | ikke godkende/godkendt/godkendes/enig/tilfreds/klar/færdig | ikke god nok | nej dagsorden"
            " | afvist | laves om | skal om igen | skrives om | forkert dagsorden | mangler i dagsordenen"
            " | må ændres | siger nej | vil ikke godkende | trække op | omskrives | tag om | ikke sige ja"
            " | ikke med på | uenig | kassér/kasser | underkendt/underkender | ikke stå inde"
            " | må/skal/ryger tilbage [til/jer/mangler/punkt] | ikke/slet klar !vi"
            " | ikke tilfreds/acceptabel/acceptabelt/acceptere | kan ikke leve med | tag/tages/tager den op igen"
            " | mangler punkt/sag/bilag/oplysninger | går/kan ikke sådan/gå | på den igen"
            " | bliver nødt at sige nej | nej tak | skal arbejdes mere | arbejdes videre [med] | ikke moden"
            " | for tidligt/tidlig sende/ud !ikke | halvfærdig | ufærdig | ikke gennemarbejdet | skal gøres bedre"
            " | kan vi ikke være bekendt | stopper den her | prøv igen"
            " | mangler indstilling/økonomi/bilag/begrundelse/baggrund/stillingtagen den/en/der"
            " | nej [prøv/mangler/igen/forkert/skal] igen/om/tilbage"
        ),
        act=_answer(Verdict.RETURNED),
        means="Respond.returned",
        refuses=True,
        when=_is_asked,
    ),
    Saying(
        ways=(
            "indsigelse | gør indsigelse | protesterer | indvending | modsætter mig | klager over dagsorden"
            " | protest | stærkt imod | er imod punkt | indsigelse ændring/punkt"
        ),
        act=_answer(Verdict.OBJECTED),
        refuses=True,
        is_plain=True,
    ),
    Saying(
        ways=(
            "ingen bemærkninger/bemærkning | intet at bemærke | ikke noget at bemærke"
            " | ingen kommentarer [dagsorden] | har ikke bemærkninger | ikke noget at tilføje | ingen rettelser"
        ),
        act=_answer(Verdict.NO_REMARKS),
        when=lambda moment: moment.asked is not None and moment.asked.is_consulted,
        is_plain=True,
    ),
    Saying(
        ways=(
            "bemærkning/bemærkninger [dagsorden] | kommentar/kommentarer dagsorden | vil bemærke"
            " | forslag til dagsordenen | høringssvar | synspunkt dagsorden | input dagsorden"
        ),
        act=_answer(Verdict.REMARKS),
        when=lambda moment: moment.asked is not None and moment.asked.is_consulted,
    ),
    Saying(
        ways=(
            "fortryd svar/godkendelse/min | trækker/træk [min] godkendelse/svar [tilbage]"
            " | tager [min] godkendelse tilbage | min godkendelse gælder ikke | annuller [min] godkendelse/svar"
            " | kom til at godkende | godkendte fejl/forkert | ombestemt | svarede forkert/fejl"
            " | få mit svar tilbage | skulle ikke have godkendt | ændret mening | fortryder"
            " | for hurtig/hurtigt godkend/svar/ja/[min] | gælder ikke svar/ja/godkend"
            " | se bort fra min svar/godkend/ja | glem min/mit svar/godkend/ja | ja for tidligt/tidlig"
            " | ikke meningen godkende/sige/svare | skulle ikke godkende | ikke min mening godkende"
            " | ved en fejl godkend/svar | skyndte mig svar/godkend | det var ikke meningen godkend"
            " | have min godkendelse/svar tilbage [vil/nej/vent] | godkendelse tilbage min"
            " | godkendelsen skal væk | godkendte uden at læse"
            " | godkendelse/svar/ja var/er forhastet/overilet/fejl/hurtig/misforståelse/forkert min"
            " | forhastet/overilet godkend/svar"
        ),
        act=lambda told: TakeBack(),
        means="TakeBack",
        is_plain=True,
        refuses=True,
    ),
    Saying(
        ways=(
            "godkend/godkendte/svar tryk/trykket fejl/forkert | trykkede forkert/fejl godkend/dagsorden/svar"
            " | kom til at trykke godkend/ja"
        ),
        act=lambda told: TakeBack(),
        refuses=True,
    ),
    Saying(
        ways=(
            "ret/rette/ændre svar [nå/kan/mit/bemærkninger] | nyt svar | svare noget andet | svare igen/om"
            " | lave svar om | ændre min godkendelse | skrive mere svar | tilføje mit svar | rette bemærkning"
            " | ændre/ret/rette/omformulere det jeg svarede/skrev | skrev forkert svar/bemærkning"
            " | svarede upræcist | præcisere/uddybe mit svar | mere at sige svar"
            " | glemte at skrive svar/bemærkning | slåfejl svar/bemærkning"
            " | tilføje/tilføj/skrive/have kommentar/bemærkning/noget min godkendelse/svar/ja"
            " | glemte en bemærkning/kommentar/noget svar | lave/ændre om min godkendelse/svar"
            " | min godkendelse bemærkning/kommentar/forbehold tilføje/med"
        ),
        act=lambda told: EditAnswer(),
        means="EditAnswer",
    ),
    Saying(
        ways=(
            "godkend/godkender/godkendt vegne/for | jeg godkender !ikke | godkender dagsorden jeg/hermed !ikke"
            " | siger/sagt god for vegne | vegne ok/fin/fint/enig/ja"
        ),
        act=_said_for_another,
        when=lambda moment: moment.asked is None,
    ),
    Saying(
        ways="ok/fin/fint/godkend/godkendt/orden [set/herfra/min]",
        act=_said_for_another,
        when=lambda moment: moment.asked is None and isinstance(moment.talk.shown, ShowApprovals | ShowVersion),
    ),
)
