"""What people say in everyday words of what they do about a duty; see bot/usecases/said/sayings.py."""

from bot.domain.duties.actions import (
    GiveBackDuty,
    GiveBackMinutes,
    ReopenDuty,
    ShowDuties,
    TakeMinutes,
)
from bot.domain.duties.state import Kind
from bot.usecases.duties.steps_said import (
    empty_form,
    finished,
    form,
    is_duty_shown,
    owed_by,
    put_on_agenda,
    replied,
    step,
    taken,
    updated,
    updated_only,
    was_held,
)
from bot.usecases.duties.which import which, which_named
from bot.usecases.said.sayings import Saying
from bot.usecases.said.unless_asked import unless_asked

SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways="skema/formular/blanket/formularen/skemaet opgave/ny/til",
        act=empty_form(Kind.TASK),
    ),
    Saying(ways="skema/formular/blanket/formularen/skemaet aftale/samarbejdsaftale", act=empty_form(Kind.AGREEMENT)),
    Saying(ways="skema/formular/blanket/formularen/skemaet indsats", act=empty_form(Kind.EFFORT)),
    Saying(
        ways="skema/formular/blanket/formularen/skemaet ansøgning/pulje",
        act=empty_form(Kind.GRANT),
    ),
    Saying(
        ways=(
            "aflevere/give/afgive/slippe opgave/den tilbage/fra/fri [må/kan/jeg]"
            " | må/kan jeg slippe/fritages/afgive opgave/for"
            " | kan/må anden/andre/nogen tage/overtage/lave opgave/den | gives/afleveres opgave videre/tilbage"
            " | tog/taget opgave fejl/forkert | ikke min opgave alligevel | opgave ikke min"
            " | skiftet/nyt job opgave"
        ),
        act=lambda told: None if (found := which(told)) is None else GiveBackDuty(number=found.number, year=found.year),
        refuses=True,
    ),
    Saying(
        ways=(
            "sæt/tag/skriv/få den/det på/med/op | tale/drøfte/tages/tage/snakke/vende op/om/næste/møde"
            " | på næste møde/dagsorden/gang | bør/skal drøftes/behandles | dagsorden/dagsordenen [på/næste]"
        ),
        act=step(put_on_agenda, which_named, Kind.AGREEMENT),
        when=is_duty_shown,
    ),
    Saying(
        ways=(
            "skriv/skrive/svar/svare/fortæl/meld/giv/send dem/til/tilbage/opgave/rådet"
            " | skriv/svar/meld/fortæl stillede/stillet/stiller/bestilte | har afleveret at/til/dem"
            " | vores svar er/lyder"
        ),
        act=step(replied, which_named, Kind.ASSIGNED),
        when=is_duty_shown,
    ),
    Saying(
        ways="mål med/den | i mål | er gjort/sket/done/klar/færdig/løst | sådan/den færdig | den er i hus/hus",
        act=lambda told: None if (found := which_named(told)) is None else finished(found, told),
        when=is_duty_shown,
        is_plain=True,
    ),
    Saying(
        ways=(
            "halvvejs | godt på vej | i gang | når ikke til/frist/tiden/det"
            " | holder ikke frist/fristen [maj/juni] | frist/fristen ryge/skride/flyttes/rykkes"
            " | kan vi få til/indtil frist/fristen | bliver/er forsinket/senere | trækker ud"
            " | mangler stadig/lidt/kun | venter på"
        ),
        act=updated_only,
        when=was_held,
        refuses=True,
    ),
    Saying(
        ways=(
            "ny/opret/oprette/lav/lave/tilføj/tilføje/registrer/notér/noter/skriv opgave [til/om/at]"
            " | sæt/sætte opgave på/listen | opgave til [at/om/koordinatoren] | ny opgave"
            " | en opgave mere [vi/har] | opgave ikke kommet med | skal have en opgave"
            " | giv/giver opgave [til] !tilbage | tildel/tildele opgave | vil gerne oprette opgave"
            " | mangler en opgave | læg opgave ind | på opgavelisten/todolisten | husk vi/at skal !mig | opgave:"
            " | formular opgave | uddeleger opgave"
        ),
        act=form(),
        when=lambda moment: moment.live is None,
    ),
    Saying(
        ways=(
            "skal lave/finde/skrive/undersøge/udarbejde/sende/levere/komme/sørge inden/senest"
            " | skal inden/senest [lave]"
            " | laver/finder/skriver/undersøger/udarbejder/sender/leverer/sørger inden/senest"
            " | ansvarlig for inden/senest/at | følger op inden/senest"
        ),
        act=owed_by,
        when=lambda moment: moment.last is not None and moment.serves,
        by_secretariat=True,
    ),
    Saying(
        ways="ny/opret/registrer/tilføj/lav indsats/indsatsområde | ny fælles indsats | start/starte indsats",
        act=form(Kind.EFFORT),
    ),
    Saying(
        ways=(
            "ny/opret/registrer/tilføj/lav aftale/samarbejdsaftale | indgået/indgå aftale/samarbejdsaftale"
            " | ny samarbejdsaftale"
        ),
        act=form(Kind.AGREEMENT),
    ),
    Saying(
        ways=(
            "ny/opret/registrer/tilføj/lav ansøgning/puljeansøgning"
            " | søge/søger/søg pulje/puljen/puljemidler/fond/fonden | vi vil søge pulje/midler/penge/fond"
        ),
        act=form(Kind.GRANT),
    ),
    Saying(
        ways=(
            "ny/opret/registrer stillet/bestilt opgave | rådet/sundhedsrådet stillet/bedt opgave"
            " | opgave fra rådet/sundhedsrådet registrer | fået opgave fra/af rådet/sundhedsrådet"
        ),
        act=form(Kind.ASSIGNED),
    ),
    Saying(
        ways=(
            "overtager/overtage/overtag opgave/den/indsats | tager/tage over opgave/den/fra"
            " | opgave fra overtager | jeg overtager"
        ),
        act=step(lambda found, told: taken(found, told, takes_over=True)),
        is_plain=True,
    ),
    Saying(
        ways=(
            "tager/tag/tage opgave [jeg/kan/godt/gerne/med/at] !ikke !anden !tilbage"
            " | den tager jeg/vi !ikke !med | jeg tager den/det/mig !ikke !med !referat"
            " | påtager/påtage/tager mig opgave/den !ikke"
            " | ordner/ordne/klarer/klare/løser opgave/den/jeg !ikke !er | jeg står for/opgave [den] | tag opgave"
            " | sæt mig på opgave/den | jeg gør det/den | jeg er på den"
            " | jeg vil gerne lave/løse opgave/den !ikke | skriv mig på opgave | vi tager opgave/den !ikke !med"
            " | opgave er min/vores"
        ),
        act=step(taken, which_named),
        is_plain=True,
    ),
    Saying(
        ways=(
            "giv/giver/give opgave/den tilbage | kan/når ikke opgave/den [nå/tage/lave/alligevel]"
            " | når ikke [opgave/den] | når den ikke | anden må/kan tage/overtage/lave opgave/den"
            " | må give fra mig | ikke tid opgave/til/den | slipper/slippe opgave"
            " | fralægger/fraskriver/afgiver opgave | tag opgave fra mig | kan ikke alligevel opgave/den/nå"
            " | opgave tilbage | jeg er nødt til at give opgave/den videre/fra | fritag/fritages opgave"
            " | magter ikke opgave | har ikke mulighed opgave"
        ),
        act=step(lambda found, told: GiveBackDuty(number=found.number, year=found.year)),
        is_plain=True,
        refuses=True,
    ),
    Saying(
        ways=(
            "opgave færdig/løst/klaret/ordnet/lavet/udført/afsluttet/gjort/afleveret/gennemført/overstået/"
            "klar !ikke !hvornår | færdig/færdige med opgave/den !ikke"
            " | den/det er færdig/løst/klaret/ordnet/lavet/udført/gjort/afleveret !ikke"
            " | luk/afslut/stryg/streg/fjern/kryds/slet opgave/den [af/listen]"
            " | har lavet/løst/klaret/ordnet/gjort/afleveret/udført opgave/den/det !ikke"
            " | markér/marker/sæt opgave/den udført/færdig/løst/gjort | sæt flueben | i mål opgave/med"
            " | opgave kan lukkes/slettes/streges/afsluttes | den kan lukkes/streges/slettes/strege"
            " | indsats færdig/gennemført/afsluttet !ikke"
            " | er afleveret/beskrevet/sendt/skrevet !ikke !referat !dagsorden | jeg er færdig !ikke"
        ),
        act=step(finished),
        is_plain=True,
        when=lambda moment: moment.live is None and bool(moment.tasks or moment.talk.shown),
    ),
    Saying(
        ways=(
            "genåbn/genåbne/genoptag opgave/den | genåbn"
            " | ikke færdig/løst/lavet/udført/gjort/klaret alligevel [opgave] | slet ikke færdig/lavet/løst"
            " | fejl ikke færdig/lavet/løst | åbn opgave igen | opgave igen åben/op"
            " | opgave lukket/færdig ved en fejl | var ikke færdig/løst/lavet | lukket for tidligt opgave"
            " | fortryd/fortryder udført/færdig/lukket [opgave] | opgave er alligevel ikke"
        ),
        act=step(lambda found, told: ReopenDuty(number=found.number, year=found.year)),
        is_plain=True,
        refuses=True,
    ),
    Saying(
        ways=(
            "i gang opgave/med/den/indsats [jeg/er] | halvvejs [opgave]"
            " | halvt/delvist/næsten færdig/beskrevet/lavet/løst | undervejs opgave/den"
            " | påbegyndt/begyndt opgave/på | opdater/opdatér/opdatering opgave/status/indsats"
            " | afventer/venter opgave/tal/svar/på | ikke færdig endnu [opgave]"
            " | ikke begyndt/startet opgave/endnu | ikke lavet/løst/udført endnu | går/gået i stå"
            " | opgave står/ligger stille | sat/sæt i bero opgave | status opgave | kører opgave"
        ),
        act=step(updated),
        is_plain=True,
        when=was_held,
        refuses=True,
    ),
    Saying(
        ways=(
            "opgave/den forsinket/forsinker/udskydes/skrider | uger/dage/tid mere [opgave/til]"
            " | mere tid [opgave] | længere frist [opgave] | udsættelse [opgave/frist]"
            " | forlæng/forlænge/udskyd frist [opgave] | ny frist opgave | når ikke fristen [opgave]"
            " | frist opgave udsættes/flyttes/udskydes"
        ),
        act=step(updated),
        when=was_held,
        refuses=True,
    ),
    Saying(
        ways=(
            "meld/melde/melder tilbage [opgave/rådet/dem/stillede]"
            " | svar/svare/svarer opgave/rådet/sundhedsrådet [stillet] | tilbagemelding opgave/rådet"
            " | send svar rådet/sundhedsrådet/opgave | besvar/besvare opgave/rådet/bestilling"
            " | giv tilbagemelding | vores svar opgave/rådet | tilbagemeld | skriv tilbage rådet/opgave/dem"
        ),
        act=step(replied, which_named, Kind.ASSIGNED),
        when=was_held,
    ),
    Saying(
        ways=(
            "aftale/opgave/indsats dagsorden [sæt/næste/på] | sæt/tag den/aftale på dagsorden [næste]"
            " | den på næste/dagsorden [sæt/møde] | aftale op på næste/møde | aftale skal på/op næste"
            " | tag aftale op [igen/næste] | følg op aftale møde/dagsorden | samarbejdsaftale på dagsorden"
            " | sæt den på næste"
        ),
        act=step(put_on_agenda, which_named, Kind.AGREEMENT),
        when=lambda moment: moment.last is not None,
    ),
    Saying(
        ways="overtager/overtage/overtag referat",
        act=unless_asked(
            lambda told: TakeMinutes(meeting=told.meeting, takes_over=True), lambda told: ShowDuties(kind=Kind.MINUTES)
        ),
        is_plain=True,
    ),
    Saying(
        ways=(
            "skriver/tager/tage/skrive/laver/lave/fører referat jeg [gerne/denne/gang] !ikke !hvem !anden"
            " | jeg er referent !ikke | jeg påtager/står referat !ikke"
            " | kan godt/gerne skrive/tage referat jeg !ikke !anden | tag referat | referat tager jeg !ikke"
            " | vil gerne skrive/tage referat | sæt mig som referent | jeg melder mig referat/referent"
            " | referat skriver vi/jeg !ikke"
        ),
        act=unless_asked(lambda told: TakeMinutes(meeting=told.meeting), lambda told: ShowDuties(kind=Kind.MINUTES)),
        is_plain=True,
    ),
    Saying(
        ways=(
            "kan/når ikke skrive/tage/lave referat [alligevel] | nå ikke referat"
            " | anden skrive/tage/overtage/lave referat [må/kan] | giv/giver referat tilbage"
            " | skriver/tager ikke referat [alligevel] | har ikke tid referat | fralægger referat"
            " | må give referat fra | kan nogen skrive/tage/overtage referat"
        ),
        act=lambda told: GiveBackMinutes(meeting=told.meeting),
        means="GiveBackMinutes",
        is_plain=True,
        refuses=True,
    ),
)
