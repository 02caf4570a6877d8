"""What people say in everyday words about the agenda; see bot/usecases/said/sayings.py."""

from bot.domain.agenda.actions import EditAgenda, RestoreItem, ShowAgenda
from bot.usecases.agenda import typed
from bot.usecases.agenda.items_said import beside, case, item, leave_out, may_be_removed, remove, shown_item
from bot.usecases.agenda.new_said import new_item
from bot.usecases.said.proposing import around
from bot.usecases.said.sayings import Saying

SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "hvad/hvilket er første/sidste/næstsidste punkt | læs/læse dagsordenen/dagsorden op/højt"
            " | kommer der noget om på møde/mødet | hvad tage stilling til | hvad bliver vi bedt om"
            " | dagsordenen/dagsorden ikke ud/sendt/sent/endnu"
            " | se/vis/læse dagsordenen/dagsorden godkende/godkendelse | hvad på dagsordenen/dagsorden"
            " | hvad er på | hvad er der på | hvad skal/vil vi snakke/tale om"
            " | hvad skal vi drøfte/behandle/diskutere/igennem/beslutte/have"
            " | hvad skal/bliver der drøftes/drøftet/behandles/behandlet | hvad skal der ske på"
            " | hvad sker der på mødet | hvad handler mødet om | hvad drejer mødet om | hvad står på programmet"
            " | program/programmet | udkast/udkastet !formænd !formændene !godkendelse"
            " | se/vis/læse udkast/udkastet | hvilke punkter/emner/sager | emner/emnerne mødet | alle punkter"
            " | hvor mange punkter | rækkefølgen | tidsplan/tidsplanen | køreplan/køreplanen | hvornår punkt"
            " | hvornår når/kommer vi til | hvad tid punkt | klokken punkt | hvor lang tid punkt/punkterne"
            " | er der noget på om | er der noget på handler | noget interessant/vigtigt på"
            " | forberede/forberede mig | læse op på | skal jeg forberede/læse | hvad skal jeg læse/vide"
            " | kommer/kom/er med på dagsordenen/dagsorden"
            " | dagsordenen/dagsorden klar/færdig/plads/udkommet/lavet/offentlig"
            " | hvornår kommer dagsordenen/dagsorden | send mig dagsordenen/dagsorden"
            " | må/kan jeg se/få dagsordenen/dagsorden | finder/find/hvor dagsordenen/dagsorden"
            " | hvordan ser dagsordenen/dagsorden/mødet ud | tema/temaet mødet | mødets indhold | indholdet"
            " | overblik dagsordenen/mødet | hvilket nummer punkt | hvornår slutter/starter punkt"
            " | ikke send/sende dagsordenen/dagsorden | vent med sende | ikke udsende dagsordenen"
            " | hvad byder mødet på | hvad går mødet ud på | dagsorden/dagsordenen !skal !bør !med"
            " | vis/se/læs/skal dagsordenen/dagsorden !på !sendes !ud"
            " | dagsorden/dagsordenen møde/mødet/mig/oktober/marts !på !komm !skal"
            " | hvornår/hvorfor dagsordenen/dagsorden !ændret !mange"
        ),
        act=lambda told: ShowAgenda(meeting=told.meeting),
        means="ShowAgenda",
    ),
    Saying(
        ways=(
            "ret/rette/rediger/redigere/ændre/ændr dagsordenen/dagsorden/udkastet"
            " | justere/justér/tilrettelægge/tilpasse/opdater/opdatere dagsordenen/dagsorden/udkastet"
            " | arbejde med dagsordenen/dagsorden/udkastet"
            " | lave/lav/bygge/byg/sammensætte/skrive/skriv dagsordenen/dagsorden"
            " | ændre/ændring rækkefølge/rækkefølgen/punkterne | anden/forkert rækkefølge/rækkefølgen"
            " | lav/lave/laves om rækkefølge/rækkefølgen | bytte/flytte rundt | redigering dagsordenen"
            " | gøre dagsordenen/dagsorden færdig | pille ved dagsordenen | rette til dagsordenen/udkastet"
            " | åbn dagsordenen redigering | fejl i dagsordenen/dagsorden | rod i rækkefølgen"
            " | planlægge mødet/dagsordenen | sætte tider"
            " | finpudse/finpudset/pudse/pudset/trimme/rydde/rydd dagsordenen/dagsorden/udkastet"
            " | gøre/gør klar dagsordenen/dagsorden/udkastet | sidste hånd dagsordenen/udkastet"
            " | vil/skal rette/redigere dagsordenen/udkastet | åbn udkastet | videre med dagsordenen/udkastet"
            " | rækkefølge/rækkefølgen duer/passer/giver/fungerer/holder ikke"
            " | rækkefølge skal ændres/laves/rettes"
        ),
        act=lambda told: EditAgenda(meeting=told.meeting),
        means="EditAgenda",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "hvad handler/er/går/står punkt [om] [første] [sidste] [andet] [det] [ud] [på]"
            " | hvor lang tid beder/ønsker/vil | må se sagen/punktet om"
            " | hvem har bragt/sat/meldt/bedt op/på/ind/om | hvem har punkt | hvem skrevet/tale punkt"
            " | ikke slet/slette/fjern/fjerne/tag punkt | hvad skal beslutte her"
            " | hvad er/står/handler/går/drejer punkt | vis/se/læs/læse/åbn/fortæl punkt | hvad handler om"
            " | hvad går ud på | hvad drejer sig om"
            " | hvad betyder/indebærer/koster/indeholder/foreslås/vil/kræver | hvad betyder det for"
            " | hvad er baggrunden/baggrund | baggrunden/baggrund for | hvad indstiller/indstilles"
            " | hvad er indstillingen | indstillingen/indstilling punkt | hvad vil de med | hvad er det med"
            " | hvad er det for en/et/noget | hvad går den/det ud på"
            " | hvem har skrevet/foreslået/fundet/stillet/lavet/sendt | hvem foreslår/foreslog | hvem står bag"
            " | hvem har bedt om | hvem kommer det/den fra | hvorfor er punkt/det | hvorfor skal vi"
            " | hvad skal vi beslutte/gøre/mene/tage | forklar/forklare | fortæl om | fortæl mere"
            " | beskriv/resumé/resume/sammenfat | læs højt | mere om | detaljer/detaljerne | kort om"
            " | hvor lang tid | hvor længe tager/varer | hvor mange minutter | hvor meget tid"
            " | hvad koster den/det | i tvivl om punkt | hvad med punkt | teksten til punkt | råd til"
            " | får vi honorar/penge | punkt forstår ikke | kan du forklare/uddybe/opsummere | hvad er problemet"
            " | hvad ved vi om | punkt !ud !væk !udgår !udgå | hvad beder de om"
        ),
        act=item,
        means="OpenItem",
    ),
    Saying(
        ways=(
            "sagsfremstilling/sagsfremstillingen [hvad] [står] [vis] [der] | hele sagen punkt"
            " | sagsfremstilling/sagsfremstillingen punkt [hvad] [står] [vis] [der]"
            " | skriv/skrive/ret/rette om sagsfremstilling/sagsfremstillingen | vis/se/læs sagsfremstillingen"
        ),
        act=case,
    ),
    Saying(
        ways=(
            "den/det næste | og næste | næste punkt | hvad så næste | efterfølgende | punktet efter"
            " | hvad kommer bagefter/efter | videre til næste | så den næste"
        ),
        act=lambda told: beside(1, told),
        when=shown_item,
    ),
    Saying(
        ways="den/det forrige | forrige punkt | punktet før/inden | tilbage til forrige | den før",
        act=lambda told: beside(-1, told),
        when=shown_item,
    ),
    Saying(
        ways=around(
            "tilføj/tilføje/nyt/opret/oprette/indsæt/indsætte/lav/lave/læg/lægge/skriv punkt"
            " | nyt/ekstra punkt på dagsordenen | tilføj/tilføje dagsordenen/dagsorden | sæt/sætte et punkt på"
            " | endnu et punkt | punkt mere | mangler et punkt | skal have et punkt om | sæt punkt om på"
            " | jeg vil have et punkt | eget punkt | punkt på/med om | også et punkt om/på"
            " | pause ind/efter/med/læg | skal ind efter/før/mellem punkt | noget om på/med dagsordenen"
            " | mangler punkt/noget om | et punkt der hedder/handler",
            "!tillægsdagsorden !udskrift !tillæg !først !sidst !øverst !nederst !ud !ned !op"
            " !tilbage !igen !alligevel !af !fjern !slet",
        ),
        act=new_item,
        means="AddItem AddLate",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "punkt/det/den/vi skal/må/kun/nok/kan have/bruge/tage minutter/min/kvarter/time"
            " | minutter/min/kvarter/time nok til | vare/varer minutter/min/kvarter/time"
            " | giv/giver/sæt/sætte/afsæt/afsætte/brug/bruge/regn minutter/min/kvarter/time"
            " | tid/tiden/varighed minutter/min/kvarter/time | ret/ændr/ændre/rette tid/tiden"
            " | lad os sige minutter/min | for lidt/meget/lang/kort tid | længere/mere/kortere/mindre tid"
            " | helere/hellere have minutter/min | forlæng/forlænge/afkort/afkorte/forkorte/forkort"
            " | punkt minutter/min/kvarter/time | skru ned/op | skær ned | kun minutter/min/kvarter"
        ),
        act=typed.set_length,
        is_plain=True,
    ),
    Saying(
        ways=(
            "beløb/beløbet skal være/stå | beløb/beløbet/økonomi/økonomien/pris/prisen/budget/budgettet"
            " | ret/ændr/ændre/rette beløb/beløbet | koster/kost kun | skal/bør stå kr | punkt/forslag kr"
            " | hæv/hæve/sænk/sænke/sæt beløb/beløbet"
        ),
        act=typed.set_amount,
        is_plain=True,
    ),
    Saying(
        ways="minutter/min/kvarter/time/timer | halver/halvere/fordobl/fordoble | sæt/sætte/afsæt af til",
        act=typed.set_length,
        when=lambda moment: moment.live is None,
    ),
    Saying(
        ways=(
            "gør/lav/ændr/ændre/ret/skift til orienteringspunkt/orientering/beslutningspunkt/beslutning"
            " | gør/lav/ændr/ændre/ret/skift til drøftelse/drøftelsespunkt/temadrøftelse/tema"
            " | kun til orientering/drøftelse/beslutning"
            " | skal være et orienteringspunkt/beslutningspunkt/drøftelsespunkt"
            " | skal være til orientering/beslutning/drøftelse | sagstype/sagstypen/type/typen"
        ),
        act=typed.set_kind,
        is_plain=True,
    ),
    Saying(
        ways=(
            "punkt/den/det hedder/hede/hedde fremover/nu | nyt/andet navn til/punkt | omdøb/omdøbe/omdøbes"
            " | skal hedde/hede/kaldes | kald/kalde det/den/punkt/punktet | hellere hedde/hede"
            " | overskrift/overskriften/titel/titlen skal/til"
            " | ret/rette/ændr/ændre/skift overskrift/overskriften/titel/titlen/navn/navnet | giv andet navn"
            " | anden overskrift/titel | nyt navn | ny overskrift/titel"
        ),
        act=typed.set_title,
        is_plain=True,
    ),
    Saying(
        ways=(
            "indstilling/indstillingen skal være/lyde/stå"
            " | indstilling/indstillingen i punkt skal være/lyde at/til"
            " | ret/rette/ændr/ændre/opdater/opdatere/skriv indstilling/indstillingen [punkt] [til] [i]"
            " | ny/anden indstilling | indstilling/indstillingen til | indstillingen i punkt skal"
            " | indstille/indstilles at"
        ),
        act=typed.set_recommendation,
        is_plain=True,
    ),
    Saying(
        ways=(
            "luk/lukke/lukkes/lukket punkt/det/den/for | lukket/fortroligt/fortrolig/hemmeligt punkt/sag/dør"
            " | for lukkede døre | gør punkt/det/den lukket/fortroligt/fortrolig"
            " | skal være/behandles lukket/fortroligt | ikke offentligt/offentlig"
            " | personsag/personsager/personfølsomt/personoplysninger | må ikke offentliggøres"
        ),
        act=typed.close,
        is_plain=True,
    ),
    Saying(
        ways=(
            "åbn/åbne/åbent/åben punkt/det/den igen | gør punkt/det/den åbent/åben/offentligt/offentlig"
            " | skal være åbent/offentligt | ikke længere lukket/fortroligt | ophæv lukningen"
            " | åbn/åbne punkt offentligheden | ikke være lukket"
        ),
        act=typed.open_up,
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "punkt/det/den skal ikke på/være | skal ikke være/på dagsordenen/dagsorden/mødet"
            " | smid/smide/kast/lug/ryger/ryge/skal punkt/det/den ud !ikke"
            " | have fjernet/slettet/taget punkt/af !ikke | tag/tage/tages af dagsordenen/dagsorden !ikke"
            " | drop/dropper/droppe på/fra møde/mødet/dagsordenen !ikke"
            " | fjern/fjerne/slet/slette/stryg/stryge/skrot punkt !ikke"
            " | tag/tage/tages punkt/det/den af/ud/væk !ikke | fjern/slet/stryg/drop den/det !ikke"
            " | punkt/det/den udgår/udgå !ikke | drop/droppe/glem/dropper punkt !ikke"
            " | punkt/det/den skal/må/kan ud/væk/af !ikke | pil punkt/det af/ud | lad punkt/det udgå"
            " | punkt ikke på | ud med punkt | væk med punkt | sæt/sættes punkt af"
            " | fjern/slet/drop/stryg fra dagsordenen/dagsorden | tag den/det ud | fjern/slet/stryg/skrot !ikke"
            " | punkt skal/må ikke med/på/være [alligevel] | tag punkt af/ud | lad os droppe/fjerne punkt"
            " | punkt dropper/droppes/slettes/fjernes/stryges !ikke | skal fjernes/slettes/stryges punkt"
        ),
        act=remove,
        is_plain=may_be_removed,
        by_secretariat=True,
    ),
    Saying(
        ways="ryger ud punkt [kan/må] | springer/undlader punkt over | nøjes uden punkt",
        act=leave_out,
        means="RemoveItem",
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways="sæt/sætte/læg/tag punkt/punktet/det/den på/ind/med/tilbage igen/alligevel"
        " | fortryd/fortryde/fortryder fjern/fjernelse/sletning"
        " | fortryd/fortryde slettede/slettet/slette/fjernede/fjernet/fjerne"
        " | annuller/fortryd sletningen/fjernelsen/sletning | gendan/gendanne/genindsæt/genopret/genopliv"
        " | fortryd det/sidste/igen | ups forkert punkt | det var forkert | det var en fejl"
        " | hent punkt/punktet/det tilbage | slettet/fjernet forkert/fejl | tilbage på dagsordenen"
        " | punkt/punktet/det/den skal alligevel på/med/være !ikke | kom fik slettet/fjernet !ikke"
        " | kom til at slette/fjerne | fik slettet/fjernet !ikke !alt !mig | ikke have fjernet/slettet/været"
        " | ikke meningen [slettes/fjernes/ud] | skulle ikke slettes/fjernes/ud/være"
        " | ved en fejl slettet/fjernet | røg ud [fejl] | få tilbage punkt | punkt skal blive !ikke"
        " | lad punkt blive/stå | fortryd punkt",
        act=lambda told: RestoreItem(meeting=told.meeting),
        means="RestoreItem",
        is_plain=True,
        by_secretariat=True,
        when=lambda moment: not moment.minutes_sent,
    ),
    Saying(
        ways=(
            "flyt/flytte/flyttes/ryk/rykke/rykkes/skub/skubbe/placer/placere/hæv/løft punkt/det/den"
            " | flyt/flytte/ryk/rykke/skub op/ned"
            " | flyt/ryk/sæt/læg/tag/placer først/sidst/øverst/nederst/bagest/forrest/frem"
            " | flyt/ryk før/efter/foran/under/over/bag | flyt/ryk/læg/sæt/placer plads/nummer/nr"
            " | længere frem/op/ned/tilbage/fremme | få/have frem/op/ned"
            " | komme/kommer/kom før/efter/foran/først/sidst | hører til sidst/først/øverst/nederst"
            " | start/begynd/indled/slut/afslut med | punkt/det/den som første/nummer/nr | punkt op/ned"
            " | punkt/det/den skal/må op/ned | punkt længere/højere op/ned/frem | komme længere op/ned"
            " | skal ligge/være/stå/behandles/tages/komme før/efter/først/sidst/øverst/nederst"
            " | skal/vil/gerne have først/sidst/øverst/nederst | begynde/starte/begynder/starter med punkt"
            " | slutte/afslutte/slutter med punkt | rykke/rykkes frem/tilbage | før/foran/efter punkt"
            " | tag punkt/det først/sidst | ned til sidst/bunden | op til toppen/først"
            " | op på plads/førstepladsen | flyttes/rykkes op/ned | længere/højere/lavere op/ned/frem/nede/oppe"
            " | op/ned på listen/dagsordenen/rækken | sørg for før/efter/foran"
            " | skal/må/bør til sidst/slutningen/bunden/toppen/bagest | til sidst/allersidst"
            " | begynde/begynder/starte med punkt | begynde/starte/indlede/åbne med"
        ),
        act=typed.move,
        is_plain=True,
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "byt/bytte/bytter/byttes om/plads/pladser/rundt | byt/bytte/byttes punkt | lad bytte | skift plads"
            " | omvendt rækkefølge"
        ),
        act=typed.swap,
        by_secretariat=True,
    ),
    Saying(
        ways="punkt rangeres/sorteres foran/bagefter | fremrykkes/tilbagerykkes punkt",
        act=typed.move_or_swap,
        means="MoveItem",
        by_secretariat=True,
    ),
    Saying(
        ways="ret punkt varighed/sagstype/økonomi | rediger/redigere punkt !dagsordenen",
        act=typed.edit,
        means="EditItem",
        by_secretariat=True,
        refuses=True,
    ),
)
