"""Who gets a paper, and how much of it: what is closed only where nobody else reads along, for those who may see it."""

from dataclasses import dataclass

from bot.domain.kernel.meeting import Meeting
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat, require_seat, sees_closed


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """`person` None is whoever runs the command line; who `serves` gets unfinished minutes as well."""

    person: str | None
    is_whole: bool
    serves: bool


EVERYBODY = Reader(person=None, is_whole=False, serves=False)
"""Gets what has left, without what is closed."""


def reader_of(desk: Desk, person: str, meeting: Meeting) -> Reader:
    """What that person gets here; Refusal("unknown_user") without a seat."""
    require_seat(desk, person)
    return Reader(person=person, is_whole=sees_closed(desk, person, meeting), serves=is_secretariat(desk, person))
