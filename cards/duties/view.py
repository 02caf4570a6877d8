"""A duty as somebody may see it: whose it is and where it comes from by name, and what they may do with it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.duties.state import Kind, Status
from bot.domain.kernel.danish import bare
from bot.domain.kernel.handed import Origin
from cards.kit.words import keyed, medium_date, say

STATUSES = keyed(Status, "duty.status")
_SHORT = {Status.APPLIED: "duty.status.applied.short", Status.DONE: "duty.status.done.short"}
_LONGEST_STATUS = 40  # characters
KINDS = keyed(Kind, "duty.kind")


class Act(StrEnum):
    """What may be done with a duty."""

    TAKE = "take"
    TAKE_OVER = "take_over"
    GIVE_BACK = "give_back"
    FINISH = "finish"
    REOPEN = "reopen"
    OPEN = "open"
    AGENDA = "agenda"
    WRITE = "write"
    REPLY = "reply"


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyView:
    """`number` is None for minutes that nobody has taken yet; `meeting` is then the one that they are of.

    `sides` are whom it is shared among where several serve the forum; `facts` what its kind adds.
    """

    forum: str
    kind: Kind
    status: Status
    title: str
    number: int | None = None
    year: int = 0
    revision: int = 0
    meeting: str | None = None
    owner: str = ""
    taker: str = ""
    left: str = ""  # whoever had it and has no seat any more
    due: date | None = None
    is_late: bool = False
    is_mine: bool = False
    origin: str = ""
    words: str = ""
    facts: Mapping[str, str | None] | None = None
    statuses: Sequence[Status] = ()
    acts: frozenset[Act] = frozenset()

    @property
    def called(self) -> str:
        """What kind it is, with its number."""
        return called(self.kind, self.number, self.year)


def called(kind: Kind, number: int | None, year: int) -> str:
    """What kind it is, with its number where it has one."""
    words = say(KINDS[kind])
    return words if number is None else say("duty.number", slags=words, nr=number, aar=year)


def origin_words(origin: Origin) -> str:
    """Where it comes from: another forum, under its number there."""
    key = "duty.origin.forum" if origin.number else "duty.origin.forum.unnumbered"
    return say(key, forum=origin.name, nr=origin.number)


def state_words(view: DutyView) -> str:
    """Whose it is, until when, and how far it is, on one line."""
    owner = say("duty.owner", navn=view.owner) if view.owner else say("duty.owner.none")
    if view.kind is Kind.AGREEMENT:  # its facts tell when it was and will be followed up
        return owner
    parts = [
        owner,
        say("duty.due", frist=medium_date(view.due)) if view.due else say("duty.due.none"),
        say("duty.late") if view.is_late else say(STATUSES[view.status]),
    ]
    return " · ".join(parts)


def spoken_status(words: str, known: Sequence[Status]) -> tuple[Status | None, str]:
    """The state that typed words begin with ("I gang: venter på svar"), or None, and the rest of the words."""
    head, *rest = re.split(r"[.:;,\n]", words, maxsplit=1)
    typed = bare(head[:_LONGEST_STATUS]).strip()
    named = {bare(say(keys[each])): each for keys in (STATUSES, _SHORT) for each in known if each in keys}
    status = named.get(typed)
    return (None, words) if status is None else (status, "".join(rest).strip())


def status_names(known: Sequence[Status]) -> list[str]:
    """What those states are called."""
    return [say(STATUSES[each]) for each in known]
