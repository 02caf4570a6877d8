"""Publication: what was let out, and the proof that it stands."""

from bot.domain.publication.actions import (
    InsertLink,
    OpenLink,
    OpenRelease,
    OpenTakeBack,
    ReleasePaper,
    ShowPublication,
    TakeBackRelease,
)
from bot.domain.publication.state import Paper
from bot.local.demo.stage import Stage
from tests.harness.cases.case import Case, held, here, of_meeting
from tests.harness.passing_time import reapplied
from tests.harness.steps import SECRETARIAT

_CLERK = (SECRETARIAT,)
_LINK = "https://www.eksempel.dk/referat"


async def left(nord: Stage) -> None:
    """March's minutes were sent, which nobody approves afterwards."""
    await held(nord)
    await reapplied(nord, ("value: next_meeting", "value: before_sending"))
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt. Modellen afprøves i ni måneder.")
    await nord.says(SECRETARIAT, "send referat")
    for chair in ("formand-kommunal", "formand-regional"):
        await nord.says(chair, "godkend referat")


async def let_out(nord: Stage) -> None:
    """They were let out to the public, too."""
    await left(nord)
    await nord.says(SECRETARIAT, "offentliggør referatet nu")


FORUM_CASES = (
    Case(action=of_meeting(ShowPublication), begin=left),
    Case(action=of_meeting(OpenRelease, paper=Paper.MINUTES), allowed=_CLERK, begin=left),
    Case(action=of_meeting(OpenLink, paper=Paper.MINUTES), allowed=_CLERK, begin=left),
    Case(action=of_meeting(InsertLink, paper=Paper.MINUTES, link=_LINK), allowed=_CLERK, begin=left),
    Case(action=of_meeting(ReleasePaper, paper=Paper.MINUTES, moment="nu"), allowed=_CLERK, begin=left),
    Case(action=here(OpenTakeBack, number=1), allowed=_CLERK, begin=let_out),
    Case(action=here(TakeBackRelease, number=1, words="Det var en fejl."), allowed=_CLERK, begin=let_out),
)
ASKS = {"offentliggørelse": "Offentliggørelse"}
PLAIN = frozenset({"paper", "moment", "seen", "words", "link"})
