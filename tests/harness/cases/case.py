"""A case: an action, whom it is for, what it changes, and how things stand when it is tried."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from typing import Any

from bot.domain.kernel.action import Action, Command
from bot.local.demo.stage import Stage
from bot.local.directory import Account
from tests.harness.forging import NORD, STRANGER
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, accept, approve, circulate, propose

LEADER, CHAIR = CHAIRS
OTHER_COORDINATOR = "koordinator-region"
POLITICIAN = "formand-laesoe"
SUBSTITUTE = "suppleant-regional"
SEATED = (SECRETARIAT, COORDINATOR, OTHER_COORDINATOR, LEADER, CHAIR, POLITICIAN, SUBSTITUTE)
EVERYBODY: tuple[str | Account, ...] = (*SEATED, STRANGER)
MEETING = "2027-1"

Begin = Callable[[Stage], Awaitable[None]]
"""Brings things to where a case begins."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """`allowed` may do it; a command is done by `by` in the end (else by the first of them).

    Without `begin` it needs other settings than the example's, and has a journey of its own.
    """

    action: Action
    allowed: Collection[str] = SEATED
    begin: Begin | None = None
    by: str | None = None

    @property
    def changes(self) -> bool:
        """Whether it is a command."""
        return isinstance(self.action, Command)

    @property
    def doers(self) -> Collection[str]:
        """Who does it: a query everybody who may, a command one of them."""
        return ([self.by] if self.by else list(self.allowed)[:1]) if self.changes else self.allowed

    def __str__(self) -> str:
        return type(self.action).__name__


def here(kind: Callable[..., Action], **more: Any) -> Action:
    """The action in Klynge Nord."""
    return kind(forum=NORD, **more)


def of_meeting(kind: Callable[..., Action], **more: Any) -> Action:
    """The action about March's meeting."""
    return kind(forum=NORD, meeting=MEETING, **more)


async def proposed(nord: Stage) -> None:
    """No. 1 by a coordinator, no. 2 by a politician, who has a right."""
    await propose(nord)
    await propose(nord, POLITICIAN, {"Overskrift": "Lægedækning"})


async def accepted(nord: Stage) -> None:
    """No. 1 is on the draft."""
    await proposed(nord)
    await accept(nord, 1)


async def circulated(nord: Stage) -> None:
    """The draft was sent for approval."""
    await accepted(nord)
    await nord.at("2027-03-02T09:00")
    await circulate(nord)


async def answered(nord: Stage) -> None:
    """Both chairs have approved."""
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))


async def approved(nord: Stage) -> None:
    """The same, where nobody takes an answer back."""
    await answered(nord)


async def recirculated(nord: Stage) -> None:
    """What it recommends was changed, and the agenda sent for approval anew."""
    await circulated(nord)
    await nord.says(SECRETARIAT, "punkt 2 indstilling: Det indstilles, at modellen afprøves i to år.")
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")


async def unanswered(nord: Stage) -> None:
    """The deadline for answers has passed."""
    await circulated(nord)
    await nord.at("2027-03-08T09:00")


async def held(nord: Stage) -> None:
    """The agenda was approved and sent, and the meeting held."""
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    await nord.at("2027-03-09T08:00")
    await nord.at("2027-03-17T09:00")
