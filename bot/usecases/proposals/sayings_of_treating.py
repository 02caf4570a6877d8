"""What people say in everyday words as a proposal is treated, by those who treat it and by whose it is."""

from bot.domain.proposals.actions import (
    Accept,
    AskForMore,
    Decline,
    Defer,
    Keep,
    LeaveChange,
    TakeChange,
)
from bot.usecases.proposals.treating_said import (
    accept,
    accept_named,
    asked_whether,
    decline,
    elaborate,
    is_treated,
    postpone,
    treated,
    triage,
    withdraw,
    withdraw_named,
)
from bot.usecases.said.sayings import Saying

SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "forslag | lad mig se på/igen | se på det fra | skal have/ha behandlet forslag"
            " | hvad skal vi stille op med | behandl/behandle/behandler/behandling forslag | tage/tag stilling"
            " | se/kigge/kig på forslag | hvad med forslag | hvad gør vi med forslag"
            " | hvad skal vi gøre ved/med forslag | åbn forslag | vis forslag | hvad kan vi gøre forslag"
            " | hvad synes/siger forslag | tilbage til forslag"
        ),
        act=triage,
    ),
    Saying(
        ways=(
            "skal vi afvise/optage/udskyde/udsætte/acceptere/droppe/vente | skal afvises/optages/udskydes/med/på"
            " | bør/burde vi afvise/optage/udskyde/acceptere | skal/bør den på/med | skal vi have med"
            " | skal vi sige ja/nej | kan vi afvise/optage/udskyde/acceptere | hvad nu med"
        ),
        act=asked_whether,
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "ok/okay/fint fra mig | er ok/okay/fint/fin !ikke !men | ja tak | sæt/sætter forslag på"
            " | sæt/sætter på dagsordenen/dagsorden | optag/optager forslag | optag/optages på dagsordenen"
            " | optag/optager | tag/tager med !ikke | tag/tager ind/op på dagsordenen !ikke | den skal på !ikke"
            " | kommer på dagsordenen !ikke | accepter/acceptere/acceptér forslag | tager den/det/forslag"
        ),
        act=accept_named,
        is_plain=True,
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "bør/burde/må med/på !ikke | skal på !ikke | skal med !ikke"
            " | skal på dagsordenen/dagsorden/mødet !ikke | forslag på/med !ikke | kommer på/med"
            " | kom på dagsordenen | må godt komme på/med | kan komme på/med !ikke"
            " | godkend/godkende/godtag forslag | ja til forslag | ja tak til | siger ja | den tager vi"
            " | det tager vi | tag den/det med | sæt den/det på | skal behandles forslag | få på dagsordenen"
            " | medtag/medtages/medtage | vigtigt med | støtter/bakker op forslag | optages/optaget/optage"
            " | acceptere/accepterer | skal den/det på !ikke | godt/fint forslag | har med på dagsordenen"
            " | skal vi have med/på | ryger/ryge på/med [dagsordenen] | må gerne på/med [dagsordenen] !ikke"
            " | have med/på dagsordenen | vil vi gerne have med/på | optager vi | den kommer med/på"
            " | klar til dagsordenen | kan godt komme på/med"
        ),
        act=accept,
    ),
    Saying(
        ways=(
            "bed/bede om flere/mere/tal/bedre/tydeligere forslag"
            " | bed/bede/beder/bedt/anmod/anmode uddybe/uddybning/uddyb/forklare"
            " | bed/bede/beder/bedt/anmod/anmode oplysninger/info/skrive/mere/specificere"
            " | spørg/spørge forslag/forslagsstilleren/forslagsstiller/dem/ham/hende | mangler noget om forslag"
            " | mangler oplysninger/økonomi/økonomien/resume/indstilling/baggrund forslag"
            " | mangler begrundelse/begrundelsen/oplysninger/oplysning/indstilling/beskrivelse/tal/uddybning"
            " | bed/bede dem/ham/hende/koordinatoren/regionen skrive/forklare/uddybe/komme [mere]"
            " | spørg/spørge koordinatoren/regionen/kommunen/forslagsstilleren [hvad] | alt for tynd/tyndt/kort"
            " | brug for tal/mere/oplysninger/viden/uddybning/beløb/baggrund | for lidt/løst/uklart/upræcist"
            " | kan ikke se hvad | for lidt kød | må gerne uddybes/beskrives | skal beskrives bedre/mere"
            " | hvad mener de egentlig | vi skal vide mere | få uddybet"
            " | få/bede regionen/dem/kommunen/koordinatoren/læsø til forklare/uddybe/beskrive/"
            "skrive [bedre] !her !uddybningen | forklare/uddybe/beskrive bedre/nærmere/tydeligere [hvad/vil]"
            " | sig/bed/skriv til/om skrive/uddybe/forklare/beskrive mere/bedre/tydeligere/økonomien"
            " | skrive mere om økonomi/økonomien/beløb/det/baggrund"
            " | klarere/bedre/tydeligere/grundigere oplæg/beskrivelse/begrundelse/indstilling"
            " | bed/få sende/skrive/lave/komme tal/mere/oplysninger/materiale/beløb | send tilbage/retur bed"
            " | for tyndt | uklart | for kort | skal uddybes/uddybe | de uddybe/uddyb | må uddybe | skal forklare"
            " | mere at vide/viden | vide mere om forslag | send tilbage til forslagsstilleren"
            " | kan de uddybe/forklare/skrive | hvad mener de med | bed koordinatoren/kommunen/regionen/dem om"
            " | mere/flere baggrund/information/info/dokumentation/data/tal"
        ),
        act=treated(AskForMore),
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "ja | god/godt/fin/fint/ok/okay | på/med/optag/optages | tag/tager den | skal/kan på/med"
            " | den er god/fin/ok"
        ),
        act=treated(Accept),
        when=is_treated,
        by_secretariat=True,
    ),
    Saying(
        ways="drop/droppe/afvis/afslå/væk/nej | ud med den | ikke os | siger nej | den skal ikke | skal ikke på/med",
        act=treated(Decline),
        when=is_treated,
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways="vent/vente/venter | senere | oktober/efteråret/næste | udskyd/udsæt/gem | ikke nu | ikke denne gang",
        act=postpone,
        when=is_treated,
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways=(
            "send/sende/sendes/skal retur/tilbage | retur til dem | bed/bede om | klarere/bedre/tydeligere"
            " | mere om | hvad mener/vil de | skal skrive mere/om"
        ),
        act=treated(AskForMore),
        when=is_treated,
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "her kommer/er/følger uddybning/uddybningen/svar/svaret | uddybning/uddybningen forslag | uddybningen"
            " | svar/svaret på spørgsmål/spørgsmålet | svaret er | jeg/vi uddyber/uddybe forslag | som i bad om"
            " | i spurgte om/hvad/hvor | sekretariatet bad/bedt/spurgte om/oplysninger/uddybning/flere"
            " | her er svaret/svar uddybningen | til jeres spørgsmål | som svar på | uddyb forslag"
            " | uddybning af forslag | spurgte/spørger/spurgt hvad/hvor/hvorfor/hvordan/hvem/om i"
            " | jeres/dit spørgsmål | svar/svaret til/på jer/jeres/spørgsmål | du/i bad/bedt om/uddybe"
            " | i ville/ønskede vide | her er/får uddybningen/tallene/oplysninger/oplysningerne"
            " | de manglende oplysninger/tal"
        ),
        act=elaborate,
    ),
    Saying(
        ways=(
            "udskyd/udskyde/udskyder/udskudt/udskydes forslag | udsæt/udsætte/udsættes/udsat forslag"
            " | vent/vente/venter med | kan udskydes | kan/må/skal godt vente | må/kan vente til | vent til"
            " | parker/parkere | parker/parkere nr/nummer/forslag/den/det"
            " | ikke modent/moden/klar/klart/færdig forslag | lad ligge til/forslag"
            " | gem/gemme/spar/spare/skub/skubbe forslag/til | ikke denne gang | ikke nu"
            " | til efteråret/foråret [tager/tag/den] | tager den til | senere på året | vent med den/det"
            " | skyd/skydes/skyde forslag/til | tage/tag det/den i stedet | til et senere møde | senere møde"
            " | flyt/flytte forslag | ikke nå/når i | ikke nå i stedet | ikke tage i stedet | ikke nå"
            " | ikke blive til noget | udskyd/udsæt/udskyde/udsætte til | udskydes/udskudt til"
            " | til efteråret/oktober gem/gemme/vente/spar | må vente | kan ikke nås/nå marts/oktober/denne/nu"
            " | kommer på først/oktober/næste !ikke | ikke nås/nå men/i | gem/gemme til efteråret/oktober/næste"
            " | kan ikke nå | først til | næste gang i stedet | flyt mit/vores"
            " | flyt/flytte mit/vores forslag til/i/stedet"
        ),
        act=postpone,
    ),
    Saying(
        ways=(
            "afvis/afvise/afviser/afvises/afvist/afvisning forslag | afvis den/det | ikke noget for os forslag"
            " | uden for vores område | nej tak til/det | kommer ikke på/med | lad være optage/tage/sætte/med"
            " | tag/tager/tage ikke forslag/med | kan ikke bruge forslag | ikke egnet/aktuelt/relevant forslag"
            " | fjern/slet/tag forslag af | sig nej !kommunalbestyrelsen !byrådet !regionsrådet | nej til forslag"
            " | skal ikke på | skal ikke med | ikke på dagsordenen/dagsorden"
            " | ikke optage/optages/optag/sættes/sætte | hører ikke hjemme/til | ikke relevant"
            " | vil/tager ikke have/med | drop/droppe/droppes/forkast/forkaste/kassér forslag | ikke noget for os"
            " | ikke vores bord | ikke behandle/behandles | dur ikke | afvise/afviser"
        ),
        act=decline,
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways=(
            "indarbejd/indarbejde/indarbejder ændring/ændringen/ændringer/rettelse/rettelsen/forslag !ikke"
            " | tag/tage ændring/ændringen/rettelse/rettelsen ind/med !ikke"
            " | skriv/skrive/før/sæt ændring/rettelse/den ind !ikke"
            " | godkend/accepter/godtag/brug ændring/rettelse/forslag !ikke | ændringen er god/fin/ok"
            " | ja til ændringen | ret forslag som | indarbejd/indarbejde !ikke"
            " | ændring/rettelse skal med/ind !ikke | skriv rettelsen/ændringen"
        ),
        act=treated(TakeChange),
        means="TakeChange",
        by_secretariat=True,
    ),
    Saying(
        ways=(
            "indarbejd/indarbejde/indarbejder ikke | ikke ændring/ændringen/rettelse/rettelsen"
            " | afvis/drop/ignorer ændring/rettelse | ændring/ændringen/rettelse/rettelsen skal ikke med"
            " | beholde/behold/kører gamle/oprindelige tekst | lad teksten stå | nej til ændringen/rettelsen"
            " | uden ændringen/rettelsen | ikke have ændring/ændringen med"
        ),
        act=treated(LeaveChange),
        by_secretariat=True,
        refuses=True,
    ),
    Saying(
        ways=(
            "mødelederen/mødeleder/formanden siger/vil/synes/ønsker på/med | mødelederen/mødeleder vil have"
            " | vil have på/med forslag | insisterer på | fastholder | skal på alligevel/stadig"
            " | kan ikke vente !til | jeg vil/synes have forslag på/med | skal på denne/næste gang"
            " | behold/beholde forslag | må ikke udskydes | lad forslag blive"
        ),
        act=treated(Keep),
    ),
    Saying(
        ways=(
            "mødelederen/mødeleder/formanden udskydes/udsættes/vente/udskyde | kan udskydes/udsættes"
            " | kan godt vente | haster ikke | ok at vente | lad vente | må gerne udskydes/vente"
            " | ikke så vigtigt | har ikke noget imod vente"
        ),
        act=treated(Defer),
    ),
    Saying(
        ways=(
            "træk/trække/trækker/trukket tilbage forslag/mit/mine/vores/punkt !ikke"
            " | træk/trækker/trække mit/vores/forslag !ikke | træk/trække/trækker/trukket den/det tilbage !ikke"
            " | slet/slette/fjern/fjerne/annuller/annullere/stryg/drop/droppe mit/vores"
            " | fortryd/fortryde/fortryder mit/forslag | drop/droppe/glem det/den alligevel | dropper forslag/det"
            " | skal ikke på alligevel | mit/vores punkt/forslag udgå/ud/af | tage/tag mit/vores ud/af"
            " | ønsker ikke forslag alligevel | ikke brug for forslag | glem/glemme forslag/mit"
            " | vi tager det tilbage | tage/tag ud igen | ikke aktuelt forslag/længere | ikke have på alligevel"
            " | ud igen"
        ),
        act=withdraw,
        when=lambda moment: any(each.is_own for each in moment.proposals),
    ),
    Saying(
        ways=(
            "trækker/træk/trække [jeg/vi] !ikke !referat !sag | dropper/drop/droppe"
            " | tager/tag/tage af/tilbage/ud | skal ikke med/på/behandles alligevel | bliver ikke til noget"
            " | glem | ikke klar/klart/aktuelt alligevel/længere/mere"
        ),
        act=withdraw_named,
        when=lambda moment: any(each.is_own for each in moment.proposals),
    ),
)
