"""What people say in everyday words about who comes to a meeting and who is away."""

from bot.domain.meetings.actions import OpenPeriod
from bot.usecases.meetings.absence_said import (
    another_away,
    away,
    away_for_long,
    away_oneself,
    away_that_day,
    back,
    form,
)
from bot.usecases.meetings.attending_said import (
    WHY,
    form_shown,
    is_sure,
    just_told_of,
    not_live,
    of_oneself,
    who_comes,
    who_comes_asked,
)
from bot.usecases.said.sayings import Saying

SAYINGS_OF_ABSENCE: tuple[Saying, ...] = (
    Saying(
        ways=(
            "hvem kommer/deltager/deltage/med [møde/på] !sig !forslag | hvem møder/dukker op [op] | hvem ses"
            " | hvem er der [møde] | hvem har meldt afbud/fra | hvem er væk/fraværende/syg/forhindret"
            " | hvem mangler møde | afbud hvem/mange/nogen/hvor | er der afbud | mange afbud"
            " | hvor mange kommer/deltager/deltage/tilmeldt/"
            "er !minutter !minut !punkter !penge !kr !opgaver !forslag !bilag !stemmer !timer !dage !møder !t"
            "ilbage !igen !sider | hvor mange bliver vi | deltagerliste | fremmøde"
            " | deltagere [liste/oversigt/møde] | tilmeldte | tilmeldinger | er vi fuldtallige"
            " | er vi nok [beslutte] | hvem er meldt/tilmeldt | mange sagt ja | fuldtallig | beslutningsdygtig"
            " | er alle med/der | kommer alle"
            " | kommer regionen/læge/lægen/borgmesteren/formanden/læger [selv/med] !ikke !alligevel"
            " | er formanden/lægen/regionen med/der !noget !om !forslag | nogen læger med/kommer !forslag"
            " | læger kommer/deltager/med !forslag !noget | deltager læge/lægen/formanden/regionen/plo"
            " | hvem møder jeg | hvem fra kommer/deltager/med"
            " | er/har/fik/fået mit afbud registreret/noteret/modtaget/med | meldt afbud [har/er/om] !jeg"
            " | fik du mit afbud | selvom meldt afbud [komme] | hvem gæst/gæster/inviteret/indbudt"
            " | hvem inviteret gæst | gæster kommer [hvilke/hvem] | min suppleant hvem"
            " | suppleant hvem [skrevet/min/møder] | hvem træder ind | hvem tager over [ikke] | hvem sidder møde"
            " | møder andre læger/kommuner | andre læger med | repræsenteret møde | kommer nogen"
            " | kommer han/hun [selv] !alligevel !ikke | har jeg meldt/sagt/givet fra/afbud !ikke"
            " | står jeg som/på/til deltager/fraværende/tilmeldt | er jeg tilmeldt/skrevet/noteret"
            " | hvem stiller op/med | hvem ser/møder vi | hvem leder/styrer møde | hvem sidder bordet"
            " | hvem bliver væk | hvor mange stoler/pladser/personer/hoveder møde | er vi mange"
            " | hvem kan ikke komme/deltage/tirsdag !jeg | hvem er der [ikke] !sagt"
            " | hvem/nogen ikke meldt tilbage | ikke meldt tilbage/ind"
            " | nødt/må/skal gå halv/kvart/før/tidligt/tidligere/inden | vide skal jeg med"
            " | kan vi regne med [hvem] | hvem af os/læger kommer/skal | når ikke frem tid"
            " | hvem stiller/repræsenterer | hvem er tilmeldt/på | træde/træder til skal"
            " | skal man/jeg melde til/tilmelde | tilmelding | melde sig til"
            " | hvem har sagt nej/ja/tak [tirsdag/møde] | nej tak hvem/mange tirsdag/møde"
            " | er formanden/lægen/regionen med/der !tillæg !dagsorden"
        ),
        act=who_comes,
        means="ShowWhoComes",
    ),
    Saying(
        ways=(
            "skal jeg/vi møde/møder/komme/deltage/med [op] | er det mig skal/kommer/deltager"
            " | jeg indkaldt/inviteret | kommer I/de/nogen/alle/han/hun | er jeg/vi med"
            " | har jeg/vi meldt/sagt fra/afbud/ja | deltager I/de/vi/jeg | er jeg meldt/noteret/skrevet"
        ),
        act=who_comes_asked,
    ),
    Saying(
        ways=(
            "jeg kommer [skal/nok/tirsdag/skam/selvfølgelig/gerne/"
            "godt] !ikke !alligevel !hvis !kan !hvem !hvor !hvornår !hvordan !sent !ind !hvad !frem"
            " | jeg deltager [gerne/selvfølgelig] !ikke !alligevel"
            " | vi kommer !ikke !alligevel !hvornår !hvor !hvad !frem | regn med mig !ikke | jeg dukker op !ikke"
            " | jeg er der/med tirsdag !ikke | jeg skal nok dukke | jeg møder op !ikke | tilmeld/tilmelder mig"
            " | jeg er på møde | jeg skal nok være der | forsinket | bliver forsinket"
            " | kommer sent/senere [for] !ud !noget !emne !punkt !forslag !med | når først frem | først frem"
            " | kommer først kl | gå/går før/tidligere [tid] | skal afsted/gå kl | forlade møde"
            " | gå inden/før slut/tid | start uden mig !forhindret !syg !afbud"
            " | jeg kan være med !ikke !hvem !beslutte | jeg er med på møde !ikke | tilmeldingsliste"
            " | tilmeldt [er/hvem] | kan man se hvem kommer | hvem sagde/sagt ja/nej"
        ),
        act=who_comes,
    ),
    Saying(
        ways=(
            "meld/melde afbud [hvordan/hvor] | afbud hvordan/hvor/skema/formular | hvordan melder man/afbud"
            " | afbud [melde] | hvad gør hvis ikke kommer/kan | hvad hvis ikke kan/kommer/når/forhindret/syg"
            " | hvis bliver syg/forhindret/væk | hvis jeg ikke kan | hvor skriver man ikke kommer"
            " | sende suppleant/afløser/stedfortræder/kollega/anden/andre/vikar/næstformand [stedet/sit/for]"
            " | kan/må suppleant kommer/deltage/stedet | kan/må anden kommer/deltage [stedet]"
            " | sende kollega/nogen sted | hvem sende stedet/istedet | tage min plads kan/må | må jeg blive væk"
            " | behøver jeg kommer/møde/deltage | kan/må jeg springe over | suppleant for mig | kan min suppleant"
            " | kan man melde afbud | hvordan fraværende/sygemelder | ændre/ret/rette mit afbud/suppleant"
            " | anden suppleant | hvem siger man til syg/kommer | meld fravær | kan klare uden mig"
            " | tage mit sæde/sted kan/må"
            " | kan vikar/stedfortræder/næstformand/suppleant tage/møde/deltage/kommer | må/kan sende anden/vikar"
            " | kan anden tage min | hvordan gør syg/forhindret | bliver syg hvad gør/skal jeg/man [tror]"
            " | hvad gør man/jeg syg/forhindret"
        ),
        act=form,
    ),
    Saying(
        ways=(
            "afbud [melder/desværre/meld/herfra/tirsdag/møde/mit/notere] !selvom !gæst !oplægsholder !hvem"
            " !hvordan !hvor !alligevel !fortryd !slet !fjern !træk !annuller !glem !mange !tilbage !registreret"
            " !noteret | melde/melder/meldt/meld fra !hvem !hvor !alligevel"
            f" | jeg/vi kommer ikke {WHY} !gæst !hvordan !alligevel !hvad !videre !ind !punkt !forslag"
            " !dagsorden !referat !frem"
            f" | kan ikke kommer/deltage/møde/tilstede {WHY} !gæst !alligevel !hvordan !ind !hvis !frem"
            " | kan ikke være der/med/tilstede [desværre/tirsdag/heller] !beslutte !hvis"
            " | kan ikke være til stede"
            " | kan ikke nå/når møde/frem/tirsdag/dag/over !hvad !læs !læse !svar !punkt"
            " | når ikke møde/frem/dag/tirsdag/over !læs !læse !svar !svare !punkt"
            f" | deltager/deltage ikke {WHY} !aflyse !hvem !hvorfor !alligevel | kommer desværre ikke"
            " | kommer alligevel ikke !gæst | alligevel ikke kommer/deltage/med/kan !gæst !vært"
            f" | forhindret {WHY} !ikke !hvem !hvis !alligevel | er syg/sengeliggende !hvem !hvis !ikke"
            " | blevet/bliver syg [afbud/undskyld/jeg/derfor/sent] !hvis !ikke !hvem | ligger syg/influenza/feber"
            " | syg [dag/morgen/hjemme/tirsdag] !hvem !hvis !meldt !ikke"
            " | influenza/feber/corona/omgangssyge/halsbetændelse | ikke med på tirsdag/møde"
            " | jeg/vi er/bliver ikke med/der/tilstede [tirsdag/møde/desværre] !hvem !hvorfor !også !det"
            " | er ikke til stede | dukker ikke op | møder ikke op | regn ikke med mig"
            " | uden mig [klare/må/tirsdag/møde/afholde] !start !kan !når !hvis | repræsenterer mig"
            " | skal ikke deltage/med | får ikke mulighed deltage/kommer"
            " | bliver/blive væk/hjemme [syg/barn/nødt] | springer over [jeg/møde] | melder pas | pas denne gang"
            " | har andet/anden møde/aftale/sted !hvornår | passer mig dårligt/ikke"
            " | passer dårligt/ikke møde/tirsdag [mig]"
            " | passer/falder mig/os/møde skidt/elendigt/uheldigt/dårligt | kolliderer/falder sammen | clasher"
            " | overlapper | er optaget [anden/dag/desværre] !lokale !sal | udlandet [møde/tirsdag] | begravelse"
            " | må/nødt aflyse jeg/min deltagelse | aflyser/aflyse min deltagelse | afmeld/afmelder mig"
            " | framelder mig møde | melder fravær | kan heller ikke [møde/tirsdag] | jeg skal ikke med"
            " | notere/noter/registrer mit/afbud | skriv mig af"
            " | fraværende/fravær [jeg/møde/tirsdag] !hvem !referat !står !selvom !var | andre planer"
            " | til kursus/konference/seminar/undersøgelse/lægen/tandlæge [kommer/derfor] | dobbeltbooket [jeg]"
            " | sidder fast [trafikken/kø] | strandet"
            " | kan ikke dag/dato/tidspunkt/dagen !nå !når !huske !finde !i | kan hvert fald ikke"
            " | kan umuligt [komme/deltage/nå] | må blive hjemme/væk | bliver nødt/må melde/sige fra/afbud"
            " | må desværre/dsv aflyse/springe/melde/blive !møde | er på ferie/rejse/kursus/arbejde/barsel"
            " | jeg skal til/på/opereres begravelse/bryllup/barnedåb/konfirmation/hospitalet/sygehuset/kursus/"
            "rejse/konference !hvornår !hvem | skal til lægen jeg | har ikke mulighed deltage/komme/for"
            " | ikke i landet | ikke hjemme tirsdag/den/dag/dér | må sige fra | jeg kommer ikke med"
            " | kan desværre/dsv ikke den/være/deltage/nå | holder fri tirsdag/dag"
            " | barnet/datter/søn/barn/kone/mand syg | har vagt tirsdag/dag/aften !hvem | ude af landet"
            " | bortrejst | ikke min dag | kommer ikke hjem | må undvære mig | det bliver uden mig"
            " | forfald [melde/melder/meld] | udebliver/udeblive [møde] | undvære mig | nej til møde !opret"
            " | tror ikke når/kommer/kan | ser ikke ud til kommer/kan"
            " | jeg når det ikke !læs !læse !svar !svare !punkt | har andet møde tid/samme/samtidig"
            " | samme tidspunkt andet møde | kan ikke deltage/med på grund | holder mig hjemme | melder mig syg"
            " | sygemelder mig | ikke muligt/mulighed deltage/kommer/møde | trukket over | forhindring [har]"
            " | kan ikke praksis/arbejde/konsultation/vagt/optaget/hele | i praksis hele/tirsdag/dag"
            " | har konsultation/patienter/klinik/undervisning | det glipper/brænder | må stå over"
            " | kigger ikke forbi | får ikke tid til at komme/deltage"
            " | blæser/storm/sne/vejr ikke/hjemme jeg/komme/sejle/køre !aflyse !aflys !flytte !hvis"
            " | nødsaget melde/blive/sige | ser mig nødsaget | må melde fra/afbud/pas"
            " | jeg bliver nødt melde/blive/aflyse/sige !møde | fået/har noget andet/imellem [den/dag/tirsdag]"
            " | stiller/dukker ikke op [tirsdag/møde/den] | er syg afbud | kan ikke lukke"
            " | kan ikke komme/nå over/væk/fri/afsted | beklager afbud/ikke komme | må takke nej"
            " | takker nej [møde/tirsdag] | regn ikke med os/mig"
            " | sejler/kører/går ikke færge/båd/tog/bus/skipper [derfor/så] !aflyse !flytte"
            " | nej fra mig/os/herfra tirsdag/møde/den | kommet/er til skade | tilskadekommet"
            " | brækket ben/arm/benet/armen | kommer ikke afsted | skade aflyse/melde/komme"
        ),
        act=away,
        is_plain=is_sure,
    ),
    Saying(
        ways=(
            "stedet/istedet for mig [kommer/deltager/tager/møder/næstformand/suppleant]"
            " | tager/overtager min plads"
            " | min suppleant/næstformand/stedfortræder/afløser/kollega/kompagnon/viceborgmester kommer/"
            "deltager/møder/tager/træder/går [stedet/for/mig] !jeg !ok !må !kan !hvem !hvis"
            " | suppleant/næstformand/afløser deltager/kommer/møder stedet/istedet [for/mig]"
            " | deltager/kommer stedet/istedet [for]"
            " | sender suppleant/afløser/næstformand/kollega/stedfortræder/min | møder for mig"
            " | træder ind for mig | min suppleant [er/hedder]"
            " | næstformand/viceborgmester/suppleant/stedfortræder/afløser/kollega for mig"
            " | repræsenterer/dækker/overtager mig"
            " | for mig [kommer/sidder/møder/tager/går/deltager] kan/ikke næstformand/suppleant/"
            "viceborgmester/afløser/kollega | jeg sender en anden/afløser | en anden fra os kommer"
            " | tager turen for mig"
            " | sender viceborgmester/viceborgmesteren/næstformanden/suppleanten/stedfortræderen/vikar/"
            "kollega/repræsentant [kan/ikke/komme]"
        ),
        act=away,
        is_plain=is_sure,
    ),
    Saying(
        ways=(
            "kan ikke [desværre/heller/tirsdag/jeg/den] | passer ikke | går ikke | skal andet | er optaget"
            " | er væk | er bortrejst | er på arbejde | har vagt | er i | måske ikke | ferie"
            " | er på kursus/konference/seminar"
        ),
        act=away_that_day,
        is_plain=True,
    ),
    Saying(
        ways=(
            "formand/borgmester/læge/direktør/næstformand/udvalgsformand/koordinator/regionen/formanden/"
            "lægen/borgmesteren/direktøren/regionsformanden/regionsformand/de/han/hun ikke kommer/kan/"
            "deltager/med !godkende !godkend !var"
            " | formanden/borgmesteren/lægen/direktøren/næstformanden/koordinatoren/udvalgsformanden/"
            "regionsformanden/formand/læge/borgmester forhindret/syg/afbud/væk/ferie/"
            "udlandet !godkende !godkend !var | afbud for/fra [meld] !godkende !godkend !var"
            " | meldt afbud [har/telefonisk/ringet/mig] !godkende !godkend !var"
            " | kommer ikke !godkende !godkend !var | kan ikke kommer !godkende !godkend !var"
            " | forhindret !godkende !godkend !var | syg !godkende !godkend !var"
            " | har meldt fra !godkende !godkend !var | melder afbud/fra !godkende !godkend !var"
            " | kan ikke !godkende !godkend !var | stedet/istedet for [kommer/formanden] !godkende !godkend !var"
            " | bedt mig deltage/kommer !godkende !godkend !var"
            " | sender suppleant/afdelingschef/stedfortræder/anden [kan/ikke] !godkende !godkend !var"
            " | vikarierer/vikariere for !godkende !godkend !var"
            " | registrer/noter/meld fravær/afbud/ferie for !godkende !godkend !var"
            " | borgmesteren/formanden/lægen er på ferie/orlov !godkende !godkend !var"
            " | stedfortræder/suppleant sender !godkende !godkend !var | ringet afbud !godkende !godkend !var"
            " | lægen/formanden/borgmesteren sygemeldt/optaget/bortrejst/væk !godkende !godkend !var"
            " | formanden/borgmesteren/lægen/direktøren/næstformanden/koordinatoren/udvalgsformanden/"
            "regionsformanden/formand/læge/borgmester forhindret/syg/afbud/væk/ferie/"
            "udlandet !slet !fjern !fortryd !annuller !træk !alligevel"
            " | meldt afbud [har/telefonisk/ringet/mig] !slet !fjern !fortryd !alligevel"
        ),
        act=another_away,
    ),
    Saying(
        ways=(
            "kommer alligevel !ikke | kan/deltager/deltage/med alligevel !ikke"
            " | alligevel møder/dukker !ikke !hold !holde | kan godt [alligevel/kommer] kommer !hvis !ikke"
            " | fortryd/fortryde/fortryder/slet/slette/fjern/fjerne/træk/annuller/annullere/tilbagekald/"
            "aflys/ophæv/ignorer afbud/fravær/sygemelding/ferie/orlov | afbud tilbage/fejl/væk"
            " | afbud ikke !fejl !tilbage !væk !fortryd !slet !fjern !træk !annuller !stryg !drop"
            " | fravær tilbage/fejl | ikke syg længere/mere/alligevel | ikke forhindret længere/mere/alligevel"
            " | rask [igen/blevet] | er blevet rask | meldt afbud alligevel/fejl | ved en fejl afbud"
            " | ferie/rejse/kursus aflyst [min/mit] !ikke | aflyst så kan !ikke | så kan jeg kommer !ikke"
            " | så jeg kan kommer !ikke | blev aflyst jeg kan !ikke | alligevel ikke forhindret/syg/væk/afbud"
            " | jeg kommer nu selv | kommer selv alligevel | behøver ingen suppleant | fik byttet [vagt]"
            " | stryg/drop afbud/fravær !ikke | afbud gælder ikke | har fået fri | fået tid alligevel"
            " | tilbage fra ferie/orlov/barsel | ferie/rejse udskudt !ikke | blev alligevel ikke/til !møde"
            " | frisk igen !punkt | rettet/løst/ordnet jeg kan [godt/tirsdag] !ikke !referat !punkt !dagsorden"
            " | jeg kan godt tirsdag/møde [alligevel] !ikke !hvis !først !lide"
        ),
        act=back,
        is_plain=of_oneself,
    ),
    Saying(
        ways="glem afbud/fravær/sygemelding/ferie !ikke | ingen afbud !hvem !er",
        act=back,
        is_plain=of_oneself,
        refuses=True,
    ),
    Saying(
        ways=(
            "tager/kommer/deltager/møder/går med/stedet/istedet"
            " | suppleant/næstformand/viceborgmester/stedfortræder/afløser/kollega | må gerne stemme"
            " | hun/han/de kommer/tager/deltager"
        ),
        act=away_oneself,
        is_plain=not_live,
        when=form_shown,
    ),
    Saying(
        ways=(
            "jeg kan [godt] !ikke !hvis | kommer !ikke | løste sig | med !ikke | fortryd | glem det"
            " | det var en fejl | fejl | fjern det | slet det | ombestemt | ændret mening | træk tilbage"
            " | forkert"
        ),
        act=back,
        is_plain=of_oneself,
        when=just_told_of,
    ),
    Saying(
        ways=(
            "hvor/hvordan melder/siger/skriver/registrerer man/jeg barsel/orlov/ferie/sygemelding/periode"
            " | barsel/orlov/ferie hvordan/hvor/skema/formular | fravær periode skema/formular/hvordan"
        ),
        act=lambda told: OpenPeriod(),
    ),
    Saying(
        ways=(
            "ferie [holder/på/fra/uge/til] !fortryd !slet !fjern !træk !aflyst | orlov !fortryd | barsel [på/fra]"
            " | barselsorlov | forældreorlov | sygemeldt [til/fra/frem]"
            " | sygemelding fra/til/varer !fortryd !slet !træk | langtidssyg | bortrejst [fra/til]"
            " | rejser/rejse fra/til/ud/uge | er ude at rejse | er væk fra/til/uge/hele/resten"
            " | udlandet fra/uge/måned/hele | fraværende fra/uge/hele/periode | fravær periode/uge/fra/til"
            " | fri uge/fra/hele | holder fri | kan ikke hele måneden/ugen/perioden/april | ude af kontoret"
            " | afspadserer | afspadsering | jeg er ikke på arbejde/kontoret | hele sommeren"
            " | holder sommerferie/vinterferie/efterårsferie/påskeferie | regn ikke med mig periode/uge/fra/måned"
            " | syg i længere tid | væk i længere tid | stoppet orlov | ferie | orlov | syg indtil/længe/uger"
            " | fri indtil/uger | indtil videre syg/sygemeldt/væk/fraværende"
            " | er i spanien/udlandet/sverige/usa/italien/frankrig/grækenland/norge/tyskland/sommerhus uger/"
            "uge/dage/måned/næste | væk næste uger/uge/dage/måned | barsel/orlov/sygemeldt fra tilbage"
        ),
        act=away_for_long,
        is_plain=True,
    ),
)
