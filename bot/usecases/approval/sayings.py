"""What people say in everyday words about approving agendas; see bot/usecases/said/sayings.py."""

from collections.abc import Callable

from bot.domain.actions import AnyQuery
from bot.domain.approval.actions import (
    Circulate,
    MarkCopySent,
    SendAgenda,
    SendUnapproved,
    ShowApprovals,
    ShowClearance,
    ShowCopy,
)
from bot.domain.saying.slots import Counted
from bot.usecases.approval.sayings_of_answers import ANSWERS
from bot.usecases.approval.sayings_of_clearance import CLEARING
from bot.usecases.approval.versions_said import changes_said, version_said
from bot.usecases.said.sayings import Saying
from bot.usecases.said.told import Told


def _asked_about(card: AnyQuery) -> Callable[[Told], AnyQuery | None]:
    """The card where it is a question: said of one's own accord it may be an answer."""
    return lambda told: card if told.mood.asks else None


_ASKING = (
    Saying(
        ways=(
            "hvem godkendt !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvem mangler godkende/svare/svar !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvem svaret [ikke] !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvem sagt [ikke] !til !kan !skal !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvem ikke svaret !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvor mange godkendt/svaret !bevilling !midler !penge !referat !årsstatus !forslag"
            " | mangler svar !bevilling !midler !penge !referat !årsstatus !forslag"
            " | mangler godkende !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvad skrev formanden !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvorfor retur/returneret !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvorfor sendt tilbage !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvad galt version !bevilling !midler !penge !referat !årsstatus !forslag"
            " | kommet svar/bemærkninger !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvem vi venter på !bevilling !midler !penge !referat !årsstatus !forslag"
            " | godkendelser [status] !bevilling !midler !penge !referat !årsstatus !forslag"
            " | godkendelse hvordan går !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvor langt godkendelse/dagsorden !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvornår senest svare/godkende !bevilling !midler !penge !referat !årsstatus !forslag"
            " | svarfrist !bevilling !midler !penge !referat !årsstatus !forslag"
            " | frist godkendelse/godkende !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvor længe svare/godkende !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvad skal jeg godkende !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvad går godkendelsen ud på !bevilling !midler !penge !referat !årsstatus !forslag"
            " | skal jeg godkende !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvor trykker/godkender/svarer jeg !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvordan godkender/svarer [jeg] !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvad sker hvis ikke svarer/godkender !bevilling !midler !penge !referat !årsstatus !forslag"
            " | må jeg godkende !bevilling !midler !penge !referat !årsstatus !forslag"
            " | ikke fået noget at godkende !bevilling !midler !penge !referat !årsstatus !forslag"
            " | formændene sidder med !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvad utilfreds !bevilling !midler !penge !referat !årsstatus !forslag"
            " | naa svare !bevilling !midler !penge !referat !årsstatus !forslag"
            " | nå svare/godkende !ændre !rette !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvad vil have mig sige ja !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvad siger jeg ja !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvad skal jeg svare/tage stilling !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvad vil have svar !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvem venter I på !bevilling !midler !penge !referat !årsstatus !forslag"
            " | tage stilling !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvor mange mangler/tilbage svar !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvornår godkender/godkendes !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvem skal godkende/sige/svare !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvem sidder med den !bevilling !midler !penge !referat !årsstatus !forslag"
            " | er den godkendt !bevilling !midler !penge !referat !årsstatus !forslag"
            " | blevet godkendt/returneret !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvem returneret/sagt !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvor længe/meget tid har jeg !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvad sker hvis ikke reagerer/reagere/gør/siger/"
            "noget !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvis jeg ikke reagerer/svarer/når !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvad sker hvis glemmer svare/godkende !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvad er fristen svar !bevilling !midler !penge !referat !årsstatus !forslag"
            " | automatisk godkendt !bevilling !midler !penge !referat !årsstatus !forslag"
            " | tavshed godkendt/samtykke !bevilling !midler !penge !referat !årsstatus !forslag"
            " | venter vi på/stadig [hvem] | formænd/formændene kigget/set/læst/åbnet/reageret"
            " | begge kigget/set/læst/reageret/sagt !ud !send !sendt | nogen reageret"
            " | reaktion/reaktioner formændene/formandskabet"
            " | hvad svarede/svaret !til !bevilling !midler !penge !referat !årsstatus !forslag"
            " | hvad sagde/siger/skrev/mener/mente formand/anden/regionale [den] !forslag !referat"
            " | jeg eneste mangler/svaret/sidste | er jeg den sidste/eneste"
            " | hvad sagde/siger/svarede/mener/mente formanden/formændene/formandskabet/formænd [dagsorden]"
            " | til hinder | noget i vejen | kan vi sende nu | må vi sende dagsorden"
            " | regionsformanden/regionen/borgmesteren/formanden/hun/han reageret/vendt/svaret [har]"
            " | sagt god for !årsstatus"
        ),
        act=lambda told: ShowApprovals(),
        means="ShowApprovals",
    ),
    Saying(
        ways=(
            "godkendt !bevilling !midler !penge !referat !årsstatus"
            " | alle godkendt/svaret !bevilling !midler !penge !referat !årsstatus"
            " | begge godkendt/svaret !bevilling !midler !penge !referat !årsstatus"
            " | formanden/formændene/formandskabet godkendt/svaret/"
            "set !bevilling !midler !penge !referat !årsstatus"
            " | er dagsorden godkendt !bevilling !midler !penge !referat !årsstatus"
            " | dagsorden på plads !bevilling !midler !penge !referat !årsstatus"
            " | regionen/kommunerne godkendt/svaret !bevilling !midler !penge !referat !årsstatus"
            " | har jeg godkendt/svaret !bevilling !midler !penge !referat !årsstatus"
            " | min godkendelse !bevilling !midler !penge !referat !årsstatus"
            " | formanden godkende !bevilling !midler !penge !referat !årsstatus"
            " | anden/andre formand/formænd [svaret/færdig/set/"
            "godkendt] !bevilling !midler !penge !referat !årsstatus"
            " | formand/formænd/formandskab færdig/klar/klaret !bevilling !midler !penge !referat !årsstatus"
            " | godkende for !bevilling !midler !penge !referat !årsstatus"
            " | kan godkende !bevilling !midler !penge !referat !årsstatus"
            " | dagsorden klar !bevilling !midler !penge !referat !årsstatus"
            " | godkendelse !bevilling !midler !penge !referat !årsstatus | dagsorden på plads !til !mere"
            " | godkendelse/godkendelser i hus"
        ),
        act=_asked_about(ShowApprovals()),
    ),
    Saying(
        ways=(
            "version hvad stod | hele dagsorden godkende vis/se | version vis/se | hvordan så version ud"
            " | forrige/gamle version | må jeg se/læse den/det først | hvad er det jeg godkender/skriver"
            " | se den inden/før jeg | den første version"
            " | første/gamle/forrige/oprindelige/tidligere version/udgave [find/vis/se/retur]"
        ),
        act=version_said,
        means="ShowVersion",
    ),
    Saying(
        ways="hvad ændret/nyt version | forskel version/versioner | forskel udgaver/udgave"
        " | forskellen på/mellem de | ændringer version/siden/sidst | hvad lavet om | rettet siden sidst"
        " | hvad er nyt dagsorden | ændret dagsorden siden"
        " | forskel/forskellen gamle/nye/to/før/sidste/forrige | sammenlign/sammenligne"
        " | gamle nye vis/forskel | hvad er anderledes/rettet/ændret [siden/nu] | hvilke rettelser/ændringer"
        " | rettelserne/ændringerne | forskel udgaver/udgave | forskellen på/mellem de",
        act=changes_said,
        means="ShowChanges",
    ),
    Saying(
        ways=(
            "hvem afklaret/afklare | mangler afklaring/afklare | afklaring [egen] organisation"
            " | hvor langt afklaring | hvad siger organisationer | hvordan går afklaringen | status afklaring"
            " | hvilke organisationer afklaret"
            " | hvilke/hvem kommuner/organisationer/kommune afklaret/meldt/svaret/tilbage/mangler"
            " | meldt tilbage hjemmefra/kommuner/bagland/baglandet | hjemmefra | kommunerne meldt/klar/afklaret"
            " | baglandet"
        ),
        act=lambda told: ShowClearance(),
        means="ShowClearance",
    ),
    Saying(
        ways=(
            "afklaret [hjemme/hos/os] | organisation godkendt/set/svaret | afstemt hjemme/organisation"
            " | klaret hjemme | bagland hørt/spurgt | afklaret i administrationen | afklaring"
        ),
        act=_asked_about(ShowClearance()),
    ),
    Saying(
        ways="kopi dagsorden | koordineret dagsorden | kopi til hvem | kopien"
        " | kopi [af] udvalg/styregruppe/koordinere !sendt !mailet !afleveret !fået !givet",
        act=lambda told: ShowCopy(),
        means="ShowCopy",
    ),
)
_SENDING = (
    Saying(
        ways=(
            "send/sende/sendes dagsorden godkendelse/formændene/formandskabet/formanden/bemærkninger"
            " | send/sende den formændene/formandskabet/godkendelse"
            " | send godkendelse | sende til godkendelse | rundt til godkendelse | få godkendt dagsordenen"
            " | få dagsorden godkendt | i godkendelse | forelæg formandskabet/dagsordenen"
            " | bed formændene godkende | bed om godkendelse | høring dagsorden | formandskabet godkende"
            " | kladden klar | dagsorden klar formandskabet | ny version godkendelse | start godkendelse"
            " | sætte godkendelsen i gang | kladden til formændene | til formændene/formandskabet godkendelse"
            " | udkast/udkastet klar/klart/færdig/færdigt formændene/formandskabet"
            " | formandskabet/formændene få/se dagsordenen/udkastet !har !hvornår !hvad"
            " | få godkendt hos/af formændene/formandskabet/formænd | få den/det godkendt hos/af"
            " | høring hos/formændene/formandskabet | lad formændene/formandskabet se/kigge/læse"
            " | forbi formændene/formandskabet | klar til formandskabet/formændene/formænd/formanden/godkendelse"
            " | udkastet til godkendelse | sende/send udkast/udkastet"
            " | gå/går/ud/videre/over/afsted/rundt/rund til formændene/formandskabet/formænd/"
            "formanden !svar !rykker"
        ),
        act=lambda told: Circulate(),
        means="Circulate",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "send/udsend dagsorden [ud] | send den ud | udsendelse dagsorden | send ud alle/medlemmerne"
            " | dagsorden ud | dagsorden til alle/medlemmerne | offentliggør dagsorden medlemmer"
            " | få dagsorden ud | sende nu dagsorden | ud med den/dagsordenen | dagsordenen afsted"
            " | få den/det ud/sendt | få sendt ud | ud til alle/medlemmerne/deltagerne"
            " | afsted/sted til medlemmerne/alle/deltagerne | alt godkendt ud/send/afsted"
            " | begge godkendt/ja send/ud/afsted | sagt ja send/sendt/ud | dagsorden rundsendes/udsendes/sendes"
            " | kan sendes ud nu | klar til udsendelse | skyd den afsted"
            " | medlemmerne/deltagerne skal/kan/må have/få dagsorden/den"
            " | dagsorden medlemmerne/deltagerne/alle have/få | lad medlemmerne/deltagerne få"
            " | godkendelse/godkendelser/godkendt afsted/sted | må/kan/skal komme afsted [nu]"
            " | godkendelse hus ud/send/afsted"
        ),
        act=lambda told: SendAgenda(),
        means="SendAgenda",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "send uden godkendelse/svar | send selvom ikke svaret/godkendt | sende ikke svaret/godkendt"
            " | uden formandens svar | send alligevel | vente ikke længere svar send | selvom mangler svar send"
            " | trods manglende svar | send/udsend dagsorden uden deres/hans/hendes/formandens/formændenes"
            " | send/udsend dagsorden/den uanset/alligevel/trods | ikke vente på send/udsend"
            " | venter ikke længere/mere send/ud | selvom ikke alle/begge godkendt/svaret"
        ),
        act=lambda told: SendUnapproved(),
        means="SendUnapproved",
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways="kopi sendt | sendt kopi/kopien | kopien afsendt/afleveret/videregivet"
        " | givet/overdraget kopi/kopien styregruppe/styregruppen/udvalget !hvem | marker kopien sendt"
        " | har sendt kopi | kopi er givet"
        " | kopi sendt/mailet/afleveret/overdraget/videre styregruppe/styregruppen/udvalg/dem/regionen"
        " | kopi mailet/afsendt/overdraget/sendte | har fået/modtaget kopi [styregruppe/deres]",
        act=lambda told: MarkCopySent(version=told.counted(Counted.VERSION)),
        means="MarkCopySent",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "sendt/mailet/afleveret/videresendt/overdraget/givet [jeg/har/den/dem/til/nu] !ikke | klaret | ordnet"
            " | gjort"
        ),
        act=lambda told: MarkCopySent(version=told.counted(Counted.VERSION)),
        when=lambda moment: isinstance(moment.talk.shown, ShowCopy),
        by_secretariat=True,
    ),
)
SAYINGS = (*_ASKING, *ANSWERS, *CLEARING, *_SENDING)
