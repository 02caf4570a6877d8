"""Appointments and working groups."""

from bot.domain.appointments.actions import (
    Abolish,
    Appoint,
    CallCandidates,
    CloseGroup,
    CreateAppointments,
    CreateGroup,
    NameCandidate,
    NoCandidate,
    OpenAppoint,
    OpenAppointmentForm,
    OpenGroupForm,
    ReopenGroup,
    ShowAppointment,
    ShowAppointments,
    ShowCall,
    ShowGroup,
    ShowOrganisation,
    Vacate,
)
from bot.local.demo.stage import Stage
from tests.harness.cases.case import LEADER, POLITICIAN, Case, held, here
from tests.harness.steps import COORDINATOR, SECRETARIAT

_CLERK = (SECRETARIAT,)
_RESOLUTION = "beslutning 2"


async def seated(nord: Stage) -> None:
    """The meeting was held with one resolution, and candidates are asked for to seat no. 1; group no. 1 is closed."""
    await held(nord)
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "ny plads: KKR, Medlem, til 31/12/2027, 3 pladser")
    await nord.says(SECRETARIAT, "bed om kandidater til plads 1")
    await nord.says(SECRETARIAT, "udpeg Person X til plads 3 til 31/12/2027, beslutning 2")
    await nord.says(SECRETARIAT, "ny arbejdsgruppe: Beskriv en fælles model, beslutning 2")
    await nord.says(SECRETARIAT, "luk arbejdsgruppe 1")
    await nord.says(SECRETARIAT, "ny arbejdsgruppe: Prøv modellen af, beslutning 2")


FORUM_CASES = (
    Case(action=here(ShowAppointments), begin=seated),
    Case(action=here(ShowOrganisation), begin=seated),
    *(Case(action=here(ShowAppointment, number=number), begin=seated) for number in (1, 2, 3)),
    Case(action=here(ShowCall, number=1), begin=seated),
    *(Case(action=here(ShowGroup, number=number), begin=seated) for number in (1, 2)),
    Case(action=here(OpenAppointmentForm), allowed=_CLERK, begin=seated),
    Case(action=here(OpenAppoint, number=1), allowed=_CLERK, begin=seated),
    Case(action=here(OpenGroupForm), allowed=_CLERK, begin=seated),
    Case(action=here(CreateAppointments, body="DAS", title="Medlem"), allowed=_CLERK, begin=seated),
    Case(
        action=here(NameCandidate, number=1, name="Person A", level="chef", organisation="hjoerring"),
        allowed=(SECRETARIAT, COORDINATOR, LEADER),
        begin=seated,
        by=COORDINATOR,
    ),
    Case(
        action=here(NoCandidate, number=1, organisation="laesoe"),
        allowed=(SECRETARIAT, POLITICIAN),
        begin=seated,
        by=POLITICIAN,
    ),
    Case(action=here(CallCandidates, number=2), allowed=_CLERK, begin=seated),
    Case(
        action=here(Appoint, number=1, name="Person A", until="31/12/2027", resolution=_RESOLUTION),
        allowed=_CLERK,
        begin=seated,
    ),
    Case(action=here(Vacate, number=3), allowed=_CLERK, begin=seated),
    Case(action=here(Abolish, number=2), allowed=_CLERK, begin=seated),
    Case(
        action=here(CreateGroup, task="Undersøg it", resolution=_RESOLUTION, coordinator="Person B"),
        allowed=_CLERK,
        begin=seated,
    ),
    Case(action=here(ReopenGroup, number=1), allowed=_CLERK, begin=seated),
    Case(action=here(CloseGroup, number=2), allowed=_CLERK, begin=seated),
)
ASKS = {"udpegninger": "Udpegninger", "organisering": "Organisering af"}
PLAIN = frozenset(
    {
        "body",
        "call",
        "coordinator",
        "count",
        "level",
        "name",
        "other",
        "resolution",
        "since",
        "stand_in",
        "task",
        "until",
    }
)
