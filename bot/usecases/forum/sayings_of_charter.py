"""What people ask of the charter: of its words, and of what only it can settle."""

from bot.usecases.forum.said import about, provisions, who_decides
from bot.usecases.said.sayings import Saying

SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "kommissorie [siger/hvad/står/om/vis/læs] | kommissorium | vedtægt/vedtægter/vedtægterne"
            " | forretningsorden | regler [hvad/hvilke/om/for/er] | regelsæt | hvad gælder om/for"
            " | hvad siger regler/reglerne/reglen om | hvilke regler gælder | må vi/jeg egentlig"
            " | må man/vi overhovedet | hvad står der [om] | hvor står det at | står der noget om"
            " | er der regler/krav [om/for/til] | ifølge kommissorie/reglerne | skal vi ifølge | krav til"
            " | hvad kræves | kan vi lovligt | hvilke krav | grundlag klyngen | samarbejdsaftale"
            " | hvad er aftalt om | rammer klyngen/forummet"
            " | regler for/om [afbud/fravær/suppleant/frist/referat/dagsorden/møde/afstemning]"
        ),
        act=provisions,
        means="ShowProvisions",
    ),
    Saying(
        ways=(
            "hvem vælger/udpeger/udnævner formand/formanden/formandskab"
            " | hvordan vælges/udpeges formand/formanden/formandskab | formand vælges/udpeges/valgt hvordan/af"
            " | skifter formand/formandskab | formandskabets/formandens rolle/opgave/opgaver/kompetence"
            " | hvad må/kan formanden bestemme | kan/må formanden bestemme/beslutte/afgøre [alene/selv]"
        ),
        act=about("formand"),
    ),
    Saying(
        ways=(
            "må suppleant/suppleanten/stedfortræder/vikar stemme/beslutte/deltage"
            " | suppleanter regler/hvad/må/skal | skal jeg have suppleant | hvornår træder suppleant ind/til"
            " | kan suppleant beslutte/stemme | hvem må træde ind/stedet | mandat suppleant !har !bekræftet !fået"
        ),
        act=about("suppleant"),
    ),
    Saying(
        ways=(
            "habil | habilitet | inhabil | er jeg inhabil/habil | inhabilitet | må jeg sidde med punkt"
            " | må jeg deltage/være med behandlingen/punkt | selv part/ansøger i | interessekonflikt"
            " | egen interesse | forlade lokalet punkt"
        ),
        act=about("habilitet"),
    ),
    Saying(
        ways=(
            "beslutningsdygtig/beslutningsdygtige [hvor/mange/stede] | quorum"
            " | hvor mange/skal til stede/fremmødte beslutte/beslutning/gyldig | kan vi beslutte noget uden/når"
            " | fremmøde krav | mindst til stede"
        ),
        act=about("beslutning"),
    ),
    Saying(
        ways=(
            "skal vi/alle være enige [stemmer/eller] | konsensus | enighed [krav/kræver/hvad] | flertal"
            " | stemmer/stemme vi eller | hvordan træffes/tager/træffer beslutning/beslutninger"
            " | ikke enige/uenige hvad | hvad hvis uenige/vi ikke er enige | enstemmighed"
            " | hvordan beslutter/bestemmer vi | vetoret | veto | beslutninger træffes"
        ),
        act=about("enighed"),
    ),
    Saying(
        ways=(
            "stemmeret | hvem må/har stemme/stemmer/stemmeret | må jeg stemme | har jeg stemme/stemmeret"
            " | hvor mange stemmer har"
        ),
        act=about("stemme"),
    ),
    Saying(
        ways=(
            "hvor ofte/tit mødes/møde/møder/holder/holdes | hvor mange møder skal/om/pr/årligt | mødekadence"
            " | kadence | hvor mange gange mødes/om/året | skal vi mødes så tit/ofte"
        ),
        act=about("møder"),
    ),
    Saying(
        ways=(
            "hvor lang/mange tid/dage før skal dagsorden/materialet ud/ude/udsendes/sendes"
            " | skal dagsorden sendes/ud dage/uger før | hvor tidligt skal dagsorden | krav dagsorden"
            " | må vi sende dagsorden senere | skal dagsorden godkendes [af]"
            " | hvem skal godkende dagsorden kommissorie/regler"
        ),
        act=about("dagsorden"),
    ),
    Saying(
        ways=(
            "hvem skriver/laver/godkender/tager referat [regler]"
            " | skal referat godkendes/offentliggøres/sendes [hvem/af] | krav referat | hvor hurtigt skal referat"
            " | hvornår skal referat ud ifølge"
        ),
        act=about("referat"),
    ),
    Saying(
        ways=(
            "er møder/mødet åbne/åbent/offentlige/offentligt/lukkede"
            " | må pressen/borgere/andre overvære/lytte/komme/sidde med | må tilhørere"
            " | skal dagsorden/referat/det være/er offentlig/offentligt | offentlighed [krav/regler]"
        ),
        act=about("offentlig"),
    ),
    Saying(
        ways=(
            "tavshedspligt | fortroligt må | må jeg fortælle/dele/sige videre | må vi dele/sige videre"
            " | er det fortroligt/hemmeligt | fortrolighed"
        ),
        act=about("fortrolig"),
    ),
    Saying(
        ways=(
            "har jeg mandat | mandat [beslutte/hvad/til/kommune] !give !giver !eksternt | hvad er mit mandat"
            " | må jeg beslutte/binde/sige ja på vegne | på vegne af kommunen beslutte/binde"
        ),
        act=about("mandat"),
    ),
    Saying(
        ways=(
            "hvem bestemmer/beslutter/afgør over | hvem har kompetence til | hvem er det der bestemmer"
            " | skal det i byrådet/regionsrådet | kan klyngen/vi beslutte/bestemme over/om"
            " | må klyngen/vi selv beslutte/bestemme | ligger det hos os | hører det under os/klyngen"
        ),
        act=who_decides,
    ),
    Saying(
        ways=(
            "ændre/ændres kommissorie hvordan/hvem/kan | hvem kan/må ændre kommissorie"
            " | hvornår gælder/trådte kommissorie | revideres kommissorie | hvor længe gælder kommissorie"
            " | hvem har vedtaget/godkendt kommissorie"
        ),
        act=about("kommissorium"),
    ),
)
