"""What people say in everyday words about what they owe; see bot/usecases/said/sayings.py."""

from bot.domain.duties.actions import ShowDuties, ShowDuty
from bot.domain.duties.state import Kind
from bot.domain.saying.slots import Counted
from bot.usecases.duties import sayings_in_short, sayings_of_steps
from bot.usecases.duties.kind_said import listed
from bot.usecases.duties.which import says_several, which
from bot.usecases.said.sayings import Saying
from bot.usecases.said.told import Told


def _all(told: Told) -> ShowDuties | ShowDuty:
    """All of them, or the one that has its number there."""
    number = next((each.number for each in told.slots.numbers if each.counts is Counted.TASK), None)
    return listed(told) if number is None else ShowDuty(number=number)


def _one(told: Told) -> ShowDuty | ShowDuties:
    found = None if says_several(told) else which(told)
    return _all(told) if found is None else ShowDuty(number=found.number, year=found.year)


SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways=(
            "opgaver/opgaverne [vis/hvilke/alle/mine/har/nogle] | opgaveliste/opgavelisten | opgaveoversigt"
            " | todo | huskeliste | to do liste | hvem laver/gør hvad | hvem skal/gør lave/gøre hvad"
            " | har fået at lave | hvad har fået lave/opgaver | har nogen/nogle opgaver"
            " | hvad er aftalt/besluttet gøre/lave | lavet det vi/aftalte | fået gjort/lavet aftalte"
            " | forsinkede/overskredne opgaver/frister | over tid/tiden/frist | er bagud/bagefter"
            " | hængepartier/udestående/udeståender | opfølgningspunkter | hvad ligger til mig"
            " | ligger der til mig | hvad venter på mig/os opgaver | ikke løst/udført/færdige opgaver [endnu]"
            " | åbne/uløste/manglende opgaver | hvor langt opgaver/opgaverne | fulgt op på"
            " | hvad mangler jeg at lave/gøre | status opgaver/opgaverne | hvilke opgaver kom ud"
            " | opgaver efter/fra/møde | er der opgaver | fordeling opgaver | hvornår skal være gjort/lavet/løst"
            " | har jeg lovet/påtaget | hvem har ansvar/ansvaret"
            " | hvad skal jeg/vi lave/nå/gøre/huske/levere/aflevere !tid"
            " | hvem skal/skulle sørge/tage/stå/følge/gøre [sker/for]"
            " | skal vi/regionen/kommunen/nogen følge op [noget]"
            " | hvad skal læger/kommuner/region/kommunerne/regionen gøre | noget at følge op"
        ),
        act=_all,
    ),
    Saying(
        ways=(
            "hvem skriver/tager/skrive/tage/laver referat | hvem er/var referent | har vi en referent"
            " | hvem skal skrive referat | er der nogen skriver/tager referat | referent [hvem/mangler]"
            " | hvem har referat | mangler vi referent"
        ),
        act=lambda told: ShowDuties(kind=Kind.MINUTES),
    ),
    Saying(
        ways=(
            "indsatser/indsats/indsatserne [vis/vores/hvilke/fælles] | hvilke indsatser arbejder"
            " | fælles indsatser | indsatsområder | hvad arbejder vi med | indsatskatalog"
            " | igangværende indsatser/projekter | status indsatser"
        ),
        act=lambda told: ShowDuties(kind=Kind.EFFORT),
    ),
    Saying(
        ways=(
            "samarbejdsaftaler/samarbejdsaftale [vis/hvilke] | aftaler/aftalerne [vis/hvilke/vores/har]"
            " | hvilke aftaler har/gælder | følge op aftaler/aftalerne | indgåede aftaler | gældende aftaler"
            " | aftaler med kommuner/region/andre | tværgående aftaler | lokale aftaler"
        ),
        act=lambda told: ShowDuties(kind=Kind.AGREEMENT),
    ),
    Saying(
        ways=(
            "ansøgninger/ansøgning [vis/hvilke/sendt/puljer] | hvilke puljer søgt/ansøgt"
            " | har søgt puljer/midler/penge/fonde | fondsansøgninger | har vi søgt | puljeansøgninger"
            " | hvor søgt penge | status ansøgning/ansøgninger | fået svar ansøgning/ansøgninger"
        ),
        act=lambda told: ShowDuties(kind=Kind.GRANT),
    ),
    Saying(
        ways=(
            "stillede opgaver [vis/rådet] | opgaver stillet af/fra"
            " | svare/svar/tilbagemelding/tilbagemeldinger rådet/sundhedsråd/regionen skylder"
            " | tilbagemeldinger [åbne/mangler] | mangler at svare rådet/sundhedsrådet"
            " | skylder svar/tilbagemelding | hvad har rådet/sundhedsrådet bedt | opgaver fra rådet/sundhedsrådet"
            " | bestilling/bestillinger fra rådet | bedt os om at"
        ),
        act=lambda told: ShowDuties(kind=Kind.ASSIGNED),
    ),
    Saying(
        ways=(
            "opgave [hvad/vis/åbn/nr/nummer/detaljer] !ny !opret | hvem har opgave/den/taget"
            " | hvordan går opgave/det | hvor langt opgave/med | hvornår/frist opgave/aflevere/den"
            " | hvornår er frist opgave [for] | status på/opgave | hvad går opgave ud | er opgave taget"
            " | fristen for opgave/den | deadline opgave/aflevere | hvem sidder opgave/med | er den taget"
            " | hvornår skal være færdig/aflevere/afleveres/klar | hvad handler opgave | hvem er ansvarlig"
            " | vis indsats/aftale nr | er nået/sket opgave | sker der noget opgave | hvor er vi henne opgave"
        ),
        act=_one,
    ),
    *sayings_of_steps.SAYINGS,
    *sayings_in_short.SAYINGS,
)
