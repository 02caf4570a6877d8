"""Whom the bot cannot reach, what the secretariat has sent itself, and its extra reminder of answers that are owed."""

from dataclasses import dataclass
from typing import TypeAlias

from bot.domain.kernel.action import Command, MeetingAction, Query


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowUnreached(Query):
    """Whom the bot cannot reach (hvem kan du ikke nå)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkSent(Command):
    """»Markér som sendt«: the first `revision` messages of that wave (all of all) have gone another way."""

    wave: str | None = None
    revision: int | None = None


class ShowNudge(MeetingAction, Query):
    """»Ryk«: who would be reminded of the answer that they owe, what it says, and who was already."""


class Nudge(MeetingAction, Command):
    """»Ryk« on that card: those who owe an answer by now are reminded once more."""


ReachQuery: TypeAlias = ShowNudge | ShowUnreached
ReachCommand: TypeAlias = MarkSent | Nudge
