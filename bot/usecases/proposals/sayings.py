"""What people say in everyday words about proposals; see bot/usecases/said/sayings.py."""

from bot.domain.proposals.actions import (
    OpenRevision,
    ShowMyProposals,
    ShowProposal,
    ShowProposals,
)
from bot.domain.saying.slots import Counted
from bot.usecases.proposals.sayings_in_other_words import IN_OTHER_WORDS
from bot.usecases.proposals.sayings_of_treating import SAYINGS as TREATING
from bot.usecases.said.moment import Moment
from bot.usecases.said.pointed import numbers_of, own_proposal, proposal_of
from bot.usecases.said.proposing import around, form, form_behind_colon, form_of_length, form_of_matter, form_of_new
from bot.usecases.said.sayings import Saying
from bot.usecases.said.told import Told


def _mine(told: Told) -> ShowMyProposals | ShowProposal:
    """The one that is named, else all of them."""
    found = told.proposal
    return ShowProposal(number=found.number, year=found.year) if found is not None else ShowMyProposals()


def _list(told: Told) -> ShowProposals | None:
    """All of them, unless it speaks of one."""
    is_one = len(numbers_of(told, Counted.PROPOSAL)) == 1 or told.proposal is not None
    return None if is_one else ShowProposals()


def _proposal(told: Told) -> ShowProposal | None:
    found = proposal_of(told)
    return None if found is None else ShowProposal(number=found.number, year=found.year)


def _asked_about(told: Told) -> ShowProposal | None:
    """The same as an answer only."""
    return _proposal(told) if told.mood.asks else None


def _revision(told: Told) -> OpenRevision | ShowMyProposals:
    found = own_proposal(told)
    return ShowMyProposals() if found is None else OpenRevision(number=found.number, year=found.year)


def _revision_of_own(told: Told) -> OpenRevision | None:
    """The same of one's own that is called by its title."""
    found = told.proposal
    return None if found is None or not found.is_own else OpenRevision(number=found.number, year=found.year)


def _is_proposal_shown(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, ShowProposal | OpenRevision)


def _revision_of(told: Told) -> OpenRevision | None:
    """The same of one that is pointed at."""
    found = proposal_of(told)
    return None if found is None else OpenRevision(number=found.number, year=found.year)


SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "er mit/mine/vores blevet/kommet på/med/optaget | er mit/vores optaget | mine/mit/vores forslag"
            " | mit/mine/vores punkt/emne/sag | jeg har foreslået | jeg foreslog | har jeg indsendt"
            " | jeg har sendt ind | jeg sendt/indsendt/indmeldt | jeg har sendt ind forslag"
            " | hvad sker mit/mine/vores forslag | hvad blev der af mit/vores forslag"
            " | mit/mine/vores forslag kommet frem | mit/vores forslag modtaget/fået/set"
            " | mit/vores forslag på dagsordenen | mit/vores forslag status | mit/mine/vores forslag hvor"
            " | hvordan går mit/vores forslag | mine egne/indsendte"
            " | mit/vores forslag afvist/behandlet/optaget/godkendt | har i fået mit/vores"
            " | er mit/vores kommet på/med | trækker ikke forslag/mit | ikke trække forslag/mit"
            " | fortryde forslag kan | taget/tage stilling mit/vores | set/læst/modtaget/kigget mit/vores forslag"
            " | hvad siger/synes I mit/vores forslag | hvad med mit/vores forslag | mit/vores forslag taget med"
            " | er mit/vores forslag taget/kommet/blevet med/om"
            " | forslag/punkt/punkter/emner jeg/vi meldt/budt/sendt ind"
            " | jeg/vi har meldt/indmeldt/budt/spillet ind forslag/punkter/emner | vores punkter/emner/sager"
            " | det jeg/vi meldte/sendte/sendt/meldt ind | hvad har jeg/vi meldt/sendt/budt ind"
        ),
        act=_mine,
        means="ShowMyProposals",
    ),
    Saying(
        ways=(
            "forslag | hvilke forslag | alle forslag | nye forslag | nyt forslag kommet"
            " | er der kommet nyt/nye ind | er der kommet noget ind | er der kommet noget | hvad er der foreslået"
            " | hvad har/er folk/andre/de spillet/meldt/budt/sendt ind | hvem har foreslået hvad"
            " | hvor mange forslag | ubehandlede forslag | åbne forslag | liste/oversigt forslag"
            " | hvem har budt ind | fået/kommet ind punkter/forslag/emner | budt ind emner"
            " | emner/punkter meldt/spillet/sendt ind | forslag bunken | foreslået af andre"
            " | hvad ligger der forslag | forslag fra de andre | hvad vil de andre"
            " | hvem har sendt/stillet forslag | har nogen foreslået | hvem foreslår | ikke noget at foreslå"
            " | ikke/intet/ingen foreslå | ingen/ikke forslag fra os | ingen/ikke emner fra os"
            " | ingen/ikke punkter fra os | har ikke forslag/emner | puljen forslag/emner"
            " | hvad foreslår de/kommunerne/regionen/lægerne | har sendt noget/ind/emner/punkter"
            " | kommet/sendt noget fra | alle fire/tre/forslag på/med/optages"
            " | ubehandlede/ubehandlet [ting/sager/hvad] | indbakke/indbakken"
            " | ligger/er der af nyt/ting/sager fra | noget nyt fra kommunerne/medlemmerne/regionen/indbakken"
            " | indkommet/indkomne/indkommen | indmeldte/indmeldt emner/punkter/forslag"
            " | sortere/sorter/gennemgå/gennemgang forslag | emner vi har fået"
            " | hvad har de/folk/kommunerne sendt/meldt ind | mangler at tage stilling | venter på behandling"
            " | ikke behandlet forslag/endnu | nye emner/punkter | hvor mange emner/forslag indtil"
            " | forslag afventer/venter/mangler !mit !vores !min | noget/nyt bunken/stakken/puljen/indbakken"
            " | fået noget fra/ind | noget fra plo/lægerne/regionen/kommunerne/kommunen [fået/sendt]"
            " | optager/optag/tag/tager alle/dem [fire/tre/alle] !møde !opret | i puljen [til/møde/marts/oktober]"
            " | puljen til møde/mødet | andre/nogen/hvem/hvad meldt/budt/spillet ind"
            " | har de/læsø/regionen/kommunerne foreslået/meldt/budt"
            " | ubehandlede/ubehandlet/nye ting/sager/punkter/emner | noget nyt fra kommunerne/regionen/lægerne"
            " | ligger/venter der ubehandlet/ubehandlede"
        ),
        act=_list,
        means="ShowProposals",
    ),
    Saying(
        ways=around(
            "foreslå/forslå !hvem !mødedatoer !datoer | foreslår/forslår !hvem !hvad | jeg/vi vil foreslå"
            " | foreslå/forslå noget"
            " | hvordan foreslår | kan jeg foreslå | må jeg foreslå"
        ),
        act=form,
    ),
    Saying(
        ways=around(
            "få/have noget på dagsordenen/dagsorden [jeg] [vi] [kan] [hvordan] | hvordan får det/noget på"
            " | hvor/her man foreslår | foreslår man/ting | anmodning punkt/emne !ud !af"
            " | jeg har punkt/emne/sag/ide | vi har punkt/emne/sag/ide | har jeg punkt/emne/sag"
            " | jeg/vi har et forslag | nyt forslag !kommet | forslag om/til/vedrørende !mit !mine"
            " | her er et forslag | her kommer et forslag | stille/stiller/fremsætte forslag"
            " | oprette/oprettet/opret forslag/punkt/sag"
            " | indsende/indsend/indlevere/aflevere/anmelde/indmelde/indberette forslag/punkt/emne/sag"
            " | sende ind forslag/punkt/emne | melde ind punkt/emne | meld ind punkt/emne | byde ind med"
            " | spille ind emne/punkt/med | komme med forslag/emne/punkt | kommer med forslag/emne/punkt"
            " | kom med forslag/emne | lave/lav/skrive forslag/punkt"
            " | ønske/ønsker punkt/emne/drøftet/behandlet/drøftelse | ønskes drøftet/behandlet/optaget"
            " | ekstra/akut punkt/emne/sag | hastesag | vil have forslag/punkt | have et punkt på | få et punkt på"
            " | hvordan/hvor kommer/får man/jeg forslag/punkt/emne | anmode om punkt | bede om punkt !har !ud"
            " | til næste møde !vent",
            "!hvad !hvem !hvornår !senest !side !opgave !opgaven !tillægsdagsorden !tillæg !glemt !hvilke !ifølge",
        ),
        act=form_of_new,
    ),
    Saying(
        ways=around(
            "få/fået/have/sæt/sætte/sat/komme/kommet på dagsordenen/dagsorden !hvad !hvornår !mit !mine"
            " | ind/skal/bør/burde/vil/kunne/optaget/gerne på dagsordenen/dagsorden !hvad !hvornår !mit !mine"
            " | få vendt/drøftet/talt/snakket/behandlet/diskuteret/debatteret !hvad | på tide"
            " | jeg/vi vil/vi gerne drøfte/diskutere/tale/behandle/vende/høre"
            " | tage/tager/tages fat på/om !hvad !hvem | sætte/have fokus på !hvad | have/få gjort noget ved !hvad"
            " | punkt/emne/sag vedrørende/angående/vedr/ang !hvem !hvad !hvor | overveje punkt/emne/sag/drøftelse"
            " | hvordan får vi/jeg/man det på | skal gøres noget ved min/minutter"
            " | hvad med punkt/emne/sag/drøftelse om | kunne tænke mig | få set/kigget på !hvad"
            " | se/kigge nærmere på | rart/godt at drøfte/tale/høre | mangler/brug snak/debat/dialog/drøftelse om"
            " | snak/debat/dialog om | på bordet/listen !hvad | kommer/komme punkt/emne om"
            " | skriv/skrive/sæt på dagsorden/dagsordenen/listen | vende med/om | tag/tage med på/til"
            " | få/fået/have noget/det/den på !hvad !mit | får vi/jeg/man det/den på | får noget/det/den på"
            " | vil/skal/gerne/kunne have på !hvad !mit | vil/skal/gerne have med/op !hvad !mit | få med på"
            " | bør/skal/burde/må/kan/vil op !hvad | tage op !hvad | taget op !hvad | tages op | tager op"
            " | bringe/bragt op | på næste møde !vent !hvad !hvem !hvornår !hvor !er | til næste gang"
            " | sæt/sætte/sat på til/næste | rejse/rejses | bringe/bringes bane | på banen | lægge frem | til debat"
            " | til drøftelse | skal/bør/burde/vil/kunne/må/kan/have drøfte/drøftes/drøftelse !hvad !hvornår"
            " | skal/bør/burde/vil/kunne have diskuteret/debatteret/vendt/talt !hvad !hvornår"
            " | skal/bør/burde/vil/kunne have snakket/behandlet/debat/diskussion !hvad !hvornår"
            " | skal/bør/burde/vil/kunne diskutere/debattere/vende/behandle/behandles !hvad !hvornår"
            " | skal/bør/burde/vil/kunne/kan tale/snakke/talt/snakket om !hvad"
            " | fortjener/kræver/kalder punkt/drøftelse/opmærksomhed/debat | trænger til drøftelse/punkt"
            " | skal/bør/burde gøres/gøre noget ved | kan/skal/må komme med/på til/i | kan det komme med/på"
            " | nå punkt/emne på/med | lave/lav/oprette/opret/tilføj/tilføje/sæt/sætte punkt/emne/tema !mit"
            " | punkt/emne/tema/temadrøftelse om !hvem !hvad !hvor"
            " | drøftelse/beslutningspunkt/orienteringspunkt/sag/oplæg om !hvem !hvad !hvor"
            " | plads til på/møde/mødet/dagsordenen | blive plads til om/på | blive/er der plads til min/minutter"
            " | blive/er der plads til !færge | plads minutter/min | sæt tid af | afsætte/afsat tid | bruge tid på"
            " | mere tid på | søge/søger/ansøge om penge/midler/klyngemidler/fællesmidler/støtte/tilskud/kr"
            " | have/vil/gerne noget om/med | problem/udfordring | orientere om | en orientering om",
            "!opgave !opgaven !tillægsdagsorden !senest !ifølge !hvilke !bed !bemærkning !godkendt",
        ),
        act=form_of_matter,
    ),
    Saying(
        ways=around(
            "januar/februar/marts/april/maj/juni/juli/august/september/oktober/november/december !flyt !møde"
            " | næste gang/møde | forløb/projekt/indsats/pilotprojekt om !disponere | minutter/min/kvarter om !punkt"
            " | minutter/min/kvarter/time fortælle/orientere/præsentere/vise/høre"
            " | minutter/min/kvarter/time på mødet/møde/dagsordenen | drøftelse",
            "!ret !ændre !mit !mine !forslag !flyt !beløb !opgave !opgaven !senest",
        ),
        act=form_of_length,
    ),
    Saying(
        ways=around(
            "dagsordenen/dagsorden | næste møde/gang | punkt/emne/forslag/emneforslag/drøftelse | beslutningspunkt"
            " | orienteringspunkt/tema/temapunkt/ide/ønske/anmodning"
        ),
        act=form_behind_colon,
    ),
    Saying(
        ways=(
            "er forslag på dagsordenen | forslag kommet på/med | forslag optaget/afvist/udskudt/behandlet"
            " | blev/kom/er taget/kommet/optaget/nået med/på | har kigget/set/læst/modtaget/fået"
            " | hvad siger sekretariatet/i til | er sat på | hvor langt er"
        ),
        act=_asked_about,
    ),
    Saying(
        ways=(
            "kom med | hvem har sendt/stillet/lavet forslag | læs/læse forslag | hele forslag/forslaget"
            " | hvad handler/går/drejer forslag om | hvad står der i forslag"
            " | tekst/teksten/ordlyd/detaljer forslag | hvad koster/kræver/indebærer/betyder forslag"
            " | fortæl om forslag | hvem har lavet/skrevet/sendt/stillet forslag | hvem står bag forslag"
            " | hvad blev der af forslag | hvad skete forslag | hvad er forslag | hvad vil de med forslag"
            " | forklar forslag | hvorfor forslag | hvor er forslag | status forslag | hvad går det ud på"
            " | hvad er baggrunden forslag | hvad siger forslag | hvad beder/ber/søger/ønsker om/de"
            " | hvad vil de have | tekst/teksten til/om !ret !rette | hele teksten | ordlyd/ordlyden"
            " | hvad skriver de om | læse/læs hele | se/vis/høre/læse forslag om/fra [må/jeg]"
        ),
        act=_proposal,
    ),
    Saying(
        ways=(
            "ret/rette/rettet/rettelse/ændre/ændret mit/mine/vores"
            " | beløb/beløbet/titel/tekst/teksten/indstilling mit/vores forslag [op/ned/sat/have/ændret]"
            " | skrive/tilføje/uddybe mere/lidt mit/vores forslag [på/gerne/vil]"
            " | nå rette/ændre mit/vores forslag"
            " | redigere/rediger/opdatere/justere/omskrive/korrigere mit/mine/vores"
            " | ret/rette/rettelse/ændre/redigere/opdatere/justere tekst/teksten mit/vores | skrive om mit/vores"
            " | ret/rette/rettelse/ændre/rediger/redigere forslag"
            " | omskriv/opdatere/opdater/justere/korrigere/fejl/tilføje/tilføj forslag | tilføj/tilføje tekst"
            " | skrive mere forslag | fejl/slåfejl/stavefejl mit/vores | tilføje noget til mit/vores"
            " | forkert mit/vores/forslag | skrive mere mit/forslag | lave om mit/vores/forslag"
            " | laves om forslag | skrive videre mit/forslag | mit forslag skal"
            " | rettelse/ændring/tilføjelse/ændringer/rettelser til/af mit/vores/mine forslag/det [har/jeg/en/vi]"
        ),
        act=_revision,
    ),
    Saying(
        ways=(
            "ret/rette/rettet/ændre/ændres/redigere/opdatere/justere/omskrive/tilføje/fejl/slåfejl/"
            "stavefejl i/om/det/jeg/noget | skrive om/videre/mere/til | fundet/sneget/opdaget fejl"
            " | nye/andre/forkerte tal | kan/må/vil jeg/vi ændre/rette"
        ),
        act=_revision_of_own,
        when=lambda moment: not moment.minutes_sent and not moment.serves,
    ),
    Saying(
        ways=(
            "beløb/beløbet/tal/tallet/prisen/budgettet skal/er/ændres/stedet/forkert"
            " | skal være/stå/hedde stedet/i | koster kun/mere/mindre | tid/tiden/varighed/varigheden skal/ændres"
            " | skal stå/være kr | er forkert/forkerte | passer ikke"
        ),
        act=_revision_of,
        when=_is_proposal_shown,
    ),
    Saying(
        ways=(
            "fejl ind det | rette i det | må/kan/vil rette/ændre/justere i"
            " | ret/rette/ændre det/den/teksten/overskriften/titlen/indstillingen"
            " | ændre/ændres/rettes/laves/lave om overskrift/overskriften/titel/titlen"
            " | anden indstilling/overskrift | skrive om sagsfremstillingen/indstillingen"
            " | stavefejl/slåfejl/fejl | skal laves om | skrive den om"
        ),
        act=_revision_of,
        when=lambda moment: not moment.minutes_sent,
    ),
    *TREATING,
    *IN_OTHER_WORDS,
)
