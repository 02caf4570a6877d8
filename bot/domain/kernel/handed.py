"""What becomes of each thing that is open in a forum as another goes on where it ends: one line of the list a thing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation, Person


class Thing(StrEnum):
    """What can be open in a forum."""

    PROPOSAL = "proposal"
    ITEM = "item"  # of an agenda, that nobody had proposed
    TASK = "task"
    LOCAL_INITIATIVE = "local_initiative"
    EFFORT = "effort"
    AGREEMENT = "agreement"
    GRANT = "grant"
    MINUTES = "minutes"
    MEETING = "meeting"
    ROUND = "round"
    FUND = "fund"  # what is left of a grant
    UNSPENT = "unspent"  # what was disposed of and is not spent
    DECISION = "decision"  # on money, by which not all was disposed of
    COUNCIL = "council"  # whose answer is awaited
    DELEGATION = "delegation"
    REFERRAL = "referral"
    EXTERNAL = "external"
    SEAT = "seat"
    CALL = "call"
    GROUP = "group"
    REPORT = "report"
    EVALUATION = "evaluation"


class Fate(StrEnum):
    """What becomes of it."""

    MOVED = "moved"
    STAYS = "stays"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"


class Note(StrEnum):
    """What is to be known of it besides: `about` is the name that it speaks of."""

    WAS_ON_AGENDA = "was_on_agenda"
    POSTPONED_IN_MINUTES = "postponed_in_minutes"
    NO_PROPOSER = "no_proposer"
    TO_ORGANISATION = "to_organisation"
    UNOWNED = "unowned"
    AS_TASK = "as_task"
    NO_PURPOSE = "no_purpose"
    SPENT_THERE = "spent_there"
    DECIDED_THERE = "decided_there"
    IN_FILE = "in_file"
    OWN_ANSWER = "own_answer"
    ANSWERED_HERE = "answered_here"
    LEFT_OUT = "left_out"
    REPORT_THERE = "report_there"
    CHOSEN_ANEW = "chosen_anew"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """One thing: what it was called and numbered in the forum that ended, and its number where it is now.

    What has no number is known by its title alone, or by the day of its meeting.
    """

    thing: Thing
    fate: Fate
    title: str = ""
    day: date | None = None
    is_closed: bool = False
    was: str = ""
    now: str = ""
    note: Note | None = None
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where something comes from that another forum handed on: what that is called, its number there, and whose it was.

    What had no number there has none here.
    """

    forum: str
    name: str
    number: str = ""
    whose: str = ""


def numbered(number: int, year: int) -> str:
    """A number as the list has it."""
    return f"{number}/{year}"


def person_in(heir: Forum, forum: Forum, person: str | None, day: date) -> str | None:
    """Who that person of the one forum is in the other, with a seat that day: known by an account, never by an id.

    Whoever has no account anywhere is known by the same address.
    """
    here = next((each for each in forum.people if each.id == person), None)
    if here is None:
        return None
    same = (each for each in heir.people if _is_same(each, here) and any(heir.seats_of(each.id, day)))
    return next((each.id for each in same), None)


def organisation_in(heir: Forum, organisation: Organisation | None) -> str | None:
    """Which organisation of the other forum that is: of the same kind, by its id or its name."""
    if organisation is None:
        return None
    same = (each for each in heir.organisations if each.kind == organisation.kind)
    found = (each.id for each in same if each.id == organisation.id or each.name == organisation.name)
    return next(found, None)


def organisations_of(forum: Forum, person: str | None) -> Iterator[Organisation]:
    """The organisations that the person has or had a seat of."""
    for seat in forum.seats:
        found = forum.organisation(seat.organisation) if seat.person == person else None
        if found is not None:
            yield found


def _is_same(one: Person, other: Person) -> bool:
    if one.identities or other.identities:
        return not set(one.identities).isdisjoint(other.identities)
    return one.email is not None and one.email == other.email
