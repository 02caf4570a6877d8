"""Whether a forum is represented in the body that else sends it a member (C9)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.forum.representation import sits_in, takes_part
from bot.domain.kernel.forum import Forum


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """Those of the forum who sit in the body themselves, each once, and those who are attached from it."""

    members: tuple[str, ...]
    attached: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.members or self.attached)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoAttached:
    """Nobody sits in the body, and nobody is attached from it; `body` is its id."""

    body: str
    words: str

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"no_attached/{self.body}"


def ties(forum: Forum, day: date) -> Ties | None:
    """Who ties the forum to the body; None where the charter attaches nobody."""
    body = forum.charter.composition.attached_member.value
    if body is None:
        return None
    seated = dict.fromkeys(seat.person for seat in forum.seats if takes_part(seat, day))
    attached = dict.fromkeys(seat.person for seat in forum.seats if seat.attached and seat.holds_on(day))
    return Ties(
        members=tuple(each for each in seated if sits_in(forum, each, body, day)),
        attached=tuple(attached),
    )


def no_attached(forum: Forum, day: date) -> Iterator[NoAttached]:
    """Whether a member must be attached; a file that tells nobody's offices leaves it unknown, and nobody is missed."""
    found, wanted = ties(forum, day), forum.charter.composition.attached_member
    if found is not None and not found and tells_offices(forum) and wanted.value is not None:
        yield NoAttached(body=wanted.value, words=wanted.words or "")


def tells_offices(forum: Forum) -> bool:
    """Whether the forum file tells of anybody where else they sit."""
    return any(seat.offices for seat in forum.seats) or any(each.memberships for each in forum.people)
