"""What people say in everyday words about meetings: when they are, their deadlines, and what is planned of them."""

from bot.domain.actions import AnyQuery
from bot.domain.meetings.actions import (
    ShowDeadlines,
    ShowMeetings,
    ShowSeries,
)
from bot.usecases.meetings.planning_said import cancelled, is_of_year, moved, moved_where_said, new, of_year, resumed
from bot.usecases.meetings.sayings_in_other_words import IN_OTHER_WORDS
from bot.usecases.meetings.sayings_of_absence import SAYINGS_OF_ABSENCE
from bot.usecases.said.pointed import names_something
from bot.usecases.said.sayings import Saying
from bot.usecases.said.told import Told


def _still_held(told: Told) -> AnyQuery | None:
    """Where it is not the secretariat that says so: from them it is news."""
    is_news = told.moment.serves and not (told.mood.asks or told.mood.negates)
    return None if is_news else ShowMeetings()


def _series(told: Told) -> AnyQuery:
    return ShowSeries(of_year=of_year(told))


def _series_of_said_year(told: Told) -> AnyQuery | None:
    return ShowSeries(of_year=of_year(told)) if is_of_year(told) else None


SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways="hvornår møde [næste] | hvornår mødes [næste/gang] | hvornår ses igen/næste/gang"
        " | hvornår samles igen/næste/gang | hvornår næste gang"
        " | næste gang !vent !udskyd !vente !udsæt !tage !om !punkt !forslag | næste møde"
        " | hvor bliver/skal holdt/holdes/afholdes/afholdt | hvor møde op/frem | hvilken by [møde]"
        " | datoer [resten/efterår/forår/år/kender/har] | minde/mind hvornår | kommende møder"
        " | hvilken dag/dato/ugedag/uge [møde] | hvad dag/dato møde | mødedato | mødedatoer"
        " | dato møde [hvad] | datoer møde/næste/år | hvad tid møde/tirsdag"
        " | hvad tid begynder/starter/slutter/være | hvornår starter/begynder/slutter [møde]"
        " | hvad klokken møde/starter/begynder | klokken møde | hvilket tidspunkt | tidspunkt møde"
        " | starttidspunkt | mødetid | hvor møde [henne/foregår] | hvor mødes | hvor foregår"
        " | hvor henne !bilag !dagsorden !referat !materiale !link !opgave | hvor holdes/holder møde"
        " | hvor skal hen | hvor skal vi/jeg være/køre | hvor skal til marts/oktober | hvor er det"
        " | hvornår er det | hvilket sted | hvilken adresse | adresse møde | hvilket lokale"
        " | lokale møde !book !andet !nyt | mødested !flyt | sted møde hvad | hvor længe varer/møde"
        " | hvor langt tid møde | hvor længe tage | hvor lang tid plejer/varer | hvornår færdig/forbi møde"
        " | hvor langt til møde | hvor mange dage til møde | mødeplan | mødekalender"
        " | oversigt/liste/plan møder | alle møder | hvilke møder | hvornår ligger møder | møder i år"
        " | hvornår ligger/lagt [møder/år] | er der møde [næste/uge/snart/dag/morgen] | har vi møde"
        " | skal vi mødes | holder I møde | parkere | parkering | hvor kan jeg holde [bil] | hvor holder man"
        " | bil [stille/hvor] | hvor skal jeg gå | hvordan finder vej | hvornår vi til | møde hvornår i år"
        " | plejer møder | hvornår være der | hvad tid være der | har I møde [også/ikke/der]"
        " | møde om hvor lang | hvornår løs | hvornår færdig/færdige/forbi/hjemme [vi]"
        " | hvad er adresse/adressen | adresse/adressen [møde/sted] | hvor ligger det | skal vi i/til gang"
        " | møde stadig [er/gælder] | flere møder [år/er] | hvornår skal være der/møde | møde hvornår/hvor"
        " | hvilken by/kommune næste/møde | mødes hvor/hvornår | tid og sted"
        " | praktisk info/information/møde | møde oplysninger/detaljer/info | hvor skal vi være/mødes/hen"
        " | hvilken/hvilket sal/indgang/etage/bygning/rum/by/kommune/hus er/møde/i"
        " | hvor sent bliver/slutter/er | hvor tidligt starter/skal"
        " | hvad tid færdige/færdig/hjemme/slut/forbi | hvornår er vi færdige/færdig/hjemme"
        " | hvordan foregår møde | hvordan kommer jeg derhen/frem/ind | hvornår slutter/ender/starter det"
        " | slutter vi | planlagt møder [er/efter/flere] !ikke !nyt !som !aflys"
        " | hvilken vej/dør/gang/parkering ind/rådhus | fysisk møde [er] | er det fysisk"
        " | skal man møde fysisk | mødes vi fysisk",
        act=lambda told: ShowMeetings(),
        means="ShowMeetings",
    ),
    Saying(
        ways=(
            "er aflyst møde [stadig/hørt] | bliver møde til noget [hørt] | er flyttet møde | er udsat møde"
            " | gælder møde stadig | holder/fast møde stadig | står møde ved magt | aflys ikke møde"
            " | flyt ikke møde | drop/sløjf ikke møde !kan !bare !skal !hvorfor | udsæt ikke møde"
            " | rykket møde ikke | flyt ikke | hvilke møder aflyst | møde gennemføres"
            " | hvorfor aflyst/flyttet/udsat | møde ikke aflyst/flyttet/udsat !noget !kan !skal"
            " | aflys ikke !jeg !kan !noget"
        ),
        act=_still_held,
    ),
    Saying(
        ways=(
            "frist [hvornår/hvilke/hvad] | frister | tidsfrist | deadline | deadlines"
            " | hvornår senest [sende/ind/emner/meldt/forslag] | hvornår lukker [forslag/emner/punkter]"
            " | senest ind/sendt/indsendt/meldt/aflevere | sidste frist/dag/chance/udkald"
            " | for sent [emne/forslag/punkt/ind] !kommer !gå | nå ind [endnu/forslag/emne/punkt] !ikke"
            " | nå sende ind | stadig tid [emne/forslag/punkt] | tid til at komme emne/punkt/forslag"
            " | hvor længe sende ind/forslag/emner | hvor lang tid har jeg/vi | hvor lang tid til at"
            " | tid tilbage | hvornår referat ude/ud/klar/færdig"
            " | hvornår dagsorden ud/ude/udsendt/sendt/udsendes/får/kommer"
            " | hvornår materiale ud/udsendt/sendt/får/kommer | hvornår udsendes"
            " | hvornår inde/ind/indenfor [punkter/forslag/emner/skal/være] | indtil hvornår [foreslå/sende]"
            " | hvornår kommer den/ud/referat/materiale"
            " | hvorfor dagsorden/materiale/referat ikke [sendt/ud/endnu] | hvornår skal senest"
            " | hvornår svare/svar senest | hvornår aflevere | hvornår indsende | går lang tid før"
            " | hvornår hører vi mere | tidsplan | procesplan | datoer frist | hvad skal ske hvornår"
            " | hvor tidligt indsende | kan jeg stadig nå | tidsplan [hvad/hvornår/vis] | tidsplanen hvad"
            " | frist overskredet/udløbet/gået | hvor lang tid frist/til | hvornår senest/inden"
            " | senest [dag/dato/tidspunkt] | tidsfrister | hvor mange dage [til/har/frist] !møde"
            " | for sent komme med noget/emne/punkt/forslag | er det for sent"
            " | hvor lang/længe/tidligt tid i forvejen/før/inden meldes/sendes/melde/sende/ind"
            " | i forvejen punkt/emne/forslag"
        ),
        act=lambda told: ShowDeadlines(),
        means="ShowDeadlines",
    ),
    Saying(
        ways=(
            "nyt møde | bruge møde [skal/i] | kald/kalde sammen [møde]"
            " | møde mere/ekstra/ekstraordinært/yderligere [planlæg/lav/opret] | ekstraordinært [møde]"
            " | ekstramøde | ekstra møde [brug/behov/holde/skal/have] | indkald møde | indkalde møde"
            " | indkald ekstraordinært"
            " | opret/oprette/book/booke/arranger/arrangere/aftal/aftale/fastsæt/fastsætte/tilføj/tilføje/"
            "indlæg møde !kalender !lokale !rådhus !sal !ikke | læg møde ind !kalender !outlook !ikke"
            " | sæt møde op/ind !kalender | brug for møde [ekstra] | behov for møde [ekstra]"
            " | hold/holde ekstra møde | møde imellem | hastemøde | temamøde | skal have møde [ekstra]"
            " | mødes ekstra/oftere/før | endnu et møde | lav/lave møde !ikke !dagsorden !referat !plan !næste"
            " | planlæg møde !ikke !som !aflys"
        ),
        act=new,
    ),
    Saying(
        ways=(
            "flyt/flytte/flyttes/flyttet møde !ikke | flytning møde | ryk/rykke/rykkes møde !ikke !svar"
            " | skub/skubbe/skubbes møde !ikke | udsæt/udsætte/udsættes/udsat møde !ikke"
            " | udskyd/udskyde/udskydes/udskudt møde !ikke | fremryk/fremrykke/fremrykkes møde"
            " | ny/anden/andet dag/dato/tid/tidspunkt/sted/lokale/mødested/vært møde !ikke !noget !fået"
            " | ny/anden mødedato | få/finde/ønske tidligere/senere dato/dag/tid/tidspunkt"
            " | starte/begynde/slutte/mødes tidligere/senere !hvornår !hvad !jeg !sent | andet/nyt lokale"
            " | find/finde anden/ny dag/dato/tid"
            " | ændre/lav/ret dato/tidspunkt/sted/lokale/mødetid/mødested/mødetidspunkt/starttidspunkt"
            " | ændre/rette møde tid/dato/sted | møde steddet/istedet/stedet !flyt !kan"
            " | møde foregår/holdes/afholdes stedet/andet | møde begynder/starter/slutter tidligere/senere/først"
            " | møde forlænges/forlænge/forkortes/forkorte/kortere/længere | byt dag/dato møde"
            " | møde i stedet for den | sted/lokale/mødested møde optaget/ændret/flyttet"
            " | lokale optaget/dobbeltbooket | sæt sted/lokale/tid møde"
            " | flyt til tirsdag/mandag/onsdag/torsdag/fredag møde | møde tidligere/senere"
            " | holde møde på/i stedet | møde time frem/tilbage/senere/tidligere | sker frist flytte/flytter møde"
            " | ugen efter møde | rykke en uge/time"
            " | skift/skifte/ændre mødested/sted/lokale/dato/dag/tid/tidspunkt/mødetid | ny/anden adresse møde"
            " | mødes tidligere/senere/time | møde vare/varer mere/længere/kortere/time !hvor"
            " | vare mere/længere/kortere møde !hvor | anden/ny dag [finde/find/møde] !noget !fået"
            " | nyt/andet/ny/anden tidspunkt/dato/dag/mødedag [finde/find/vi/skal] !hvornår"
            " | bliver/blevet mandag/tirsdag/onsdag/torsdag/fredag stedet/istedet"
            " | sal/lokale/salen optaget/utilgængelig | må være på/i stedet/istedet !mig"
            " | stedet for mandag/tirsdag/onsdag/torsdag/fredag"
            " | rykke/rykker/flytter/udsætter hvis/hvad møde !svar | omberamme møde"
            " | kan/skal/bør vi ikke flytte/rykke/skubbe/udsætte/udskyde/lægge møde [uge]"
            " | møde en uge/dag/time [frem/tilbage/senere/tidligere/skubbe/rykke] | mødes stedet/istedet"
            " | mødes et andet sted | holde det stedet/istedet | marts til ugen/uge efter/senere/før/tidligere"
        ),
        act=moved,
    ),
    Saying(
        ways="flyt/flytte/ryk/rykke/skub/skubbe/udskyd/udskyde/udsæt/udsætte marts/oktober !punkt !forslag !ikke",
        act=lambda told: None if names_something(told) else moved(told),
    ),
    Saying(
        ways=(
            "møde er/bliver/skal/starte/begynde/holdes/afholdes/kan/er [rådhus/stedet/istedet/sal/"
            "lokale] !hvornår !hvad !hvor !hvordan !hvem !ikke"
            " | møde start/slut/begynd/hold stedet/istedet !hvornår !hvad"
        ),
        act=moved_where_said,
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "aflys/aflyse/aflyser/aflyses/aflyst møde !ikke | aflysning møde | udgår møde"
            " | aflyse/aflyses [sent/kan/hvis/må/for] !ikke !afbud !gæst !deltagelse !punkt"
            " | er aflyst møde !ikke | drop/droppe/dropper/droppes/droppet møde !ikke"
            " | sløjf/sløjfe/sløjfer/sløjfes/sløjfet møde !ikke | spring/springe/springer møde over !jeg"
            " | annuller/annullere/annulleres/annulleret møde | møde bliver ikke til noget"
            " | møde ikke gennemføres/gennemført/afholdt/holdes/afholdes/holdt | ingen/intet møde [bliver]"
            " | bliver ikke noget møde | slet/slette/fjern/fjerne møde !kalender !ikke | skip møde"
            " | afblæs/afblæse/afblæst/afblæses møde !ikke | må/skal/synes/bør aflyse !ikke | stryg/indstil møde"
            " | tag møde af | dropper marts/oktober | lad være holde møde | undlade/undvære møde | lukke ned møde"
            " | droppe/sløjfe/aflyse møde [ikke/bare/skal] !ikke | skal vi ikke bare/hellere droppe/aflyse/sløjfe"
            " | lade/lader møde udgå | møde kan ikke gennemføres/holdes/afholdes"
            " | aflys [venligst] !ikke !afbud !gæst !punkt | vil/gerne/må have/få aflyst !afbud !min"
            " | ikke stof/emner/punkter/grundlag nok/til | for lidt/få punkter/emner/stof møde | for tyndt møde"
            " | ingen grund mødes/møde | vi må aflyse | aflyse på/den tirsdag/mandag/onsdag/torsdag/fredag !jeg"
            " | aflys/aflyse/sløjfe/droppe møde | møde ikke blive/bliver noget | aflys/aflyse marts/oktober"
            " | møde kan ikke holdes/afholdes/gennemføres/blive [tirsdag/onsdag/den/sne/syg/på]"
            " | møde falder bort/fra/ud | kan ikke holde møde [tirsdag] !hos !os !vært | mødet brænder på"
            " | kan/skal vi ikke bare/hellere droppe/aflyse/sløjfe/springe møde"
        ),
        act=cancelled,
    ),
    Saying(
        ways=(
            "hold/holder/holde/holdes møde alligevel [tilbage] !ikke !mig"
            " | afhold/afholder/afholdes møde alligevel | møde alligevel [aflyst] !mig !kommer !ikke !deltag !kan"
            " | tag/tager møde alligevel | gennemfør/gennemføres/gennemfører møde alligevel/sædvanlig"
            " | genoptag/genoptage/genoptages [møde] | genindkald møde | genåbn/genåbne møde"
            " | fortryd/fortryde aflysning/aflysningen | fortryd aflys | genopret/genoprette møde | genopliv møde"
            " | møde på/igen aflyst ikke længere | aflysning tilbage/annulleret/ophævet/fejl | aflyst fejl"
            " | aflyst ved en fejl | træk aflysning | ophæv aflysning | møde bliver til noget alligevel"
            " | møde aflyst gennemføre/holde alligevel | møde fri bliver til noget | bliver til noget alligevel"
            " | mødet er på igen | alligevel møde på | holde fast møde alligevel"
            " | møde gennemføres/holdes/holdt/afholdes som planlagt [fortryd/alligevel]"
            " | møde som planlagt !ikke !er | mødes alligevel/sædvanlig !ikke !hvornår | mødes som planlagt !ikke"
        ),
        act=resumed,
    ),
    Saying(
        ways=(
            "planlæg/planlægge/planlægger/lav/lave/læg/lægge/lagt/opret/oprette/fastlæg/fastlægge møder år/"
            "næste/årets/2028 !hvornår | alle møder lagt/lægge/planlægge/oprette/år !hvornår"
            " | mødeplan/mødekalender/mødedatoer næste/år/lav/læg/planlæg | møder næste år [hvornår] | møderække"
            " | mødeserie | serie møder | planlægge år [møder] | datoer næste år | hvornår møder næste år"
            " | forslag mødedatoer/mødeplan | plan møder år/næste/årets [lav/læg] | plan næste år"
            " | finde/fundet/find datoer/dage [år/møder] | datoer til næste/år | finde mødedatoer"
        ),
        act=_series,
        means="ShowSeries",
    ),
    Saying(
        ways=(
            "møder | møde planer | mødeplan | mødedatoer | planlægge møder | datoer | mødes"
            " | datoer møder [foreslår] | mødedatoer foreslår | plan møder | hvornår møder | foreslå datoer/møder"
            " | finde/fundet/find datoer"
        ),
        act=_series_of_said_year,
    ),
    *SAYINGS_OF_ABSENCE,
    *IN_OTHER_WORDS,
)
