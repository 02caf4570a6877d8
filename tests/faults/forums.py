"""Many forums like Klynge Nord, each with ids, accounts and a channel of its own, and who does what in them.

Their charter lets each send cases on: to the forum beside it, which may send on to it as well, and as letters.
"""

from dataclasses import dataclass, replace
from functools import cache

from bot.charters.forum_file import ForumFile, read_forum_file
from bot.charters.loader import parse_charter
from bot.clock import Clock
from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Identity, Person
from bot.usecases.applying import apply_file
from storage.database import Database
from tests.faults.plan import Plan
from tests.harness.klynge_nord import FILE

SECRETARIAT = ("sekretariat-kommuner", "sekretariat-region")
APPROVERS = ("formand-kommunal", "formand-regional")
CLEARING = ("koordinator-region",)
PROPOSERS = ("koordinator-hjoerring", "koordinator-region", "formand-broenderslev", "formand-laesoe", *SECRETARIAT)
MEMBERS = (*APPROVERS, *PROPOSERS, "naestformand-frederikshavn", "region-forretningsudvalg")
_NUMBER_AT = slice(0, 8)  # of an object id
_MINUTES_APPROVAL = ("next_meeting", "before_sending", None)
_AGENDA_APPROVAL = ("approve", "approve", "approve", "consult")
_PUBLISHING = {"publication_agenda": True, "publication_days_after": 14}
LETTERS = "Rådet for Breve"
_BESIDE = "nabo"
_BODIES = f"""
  - {{id: {_BESIDE}, name: Naboen, words: naboen}}
  - {{id: brevraad, name: {LETTERS}, words: rådet}}"""
_RELATIONS = f"""
  - {{id: til-nabo, name: Drøfter, from: politisk-klynge, to: {_BESIDE}, kind: communicates-both-ways, words: naboen}}
  - {{id: til-raad, name: Støtter, from: politisk-klynge, to: brevraad, kind: supports, words: rådet}}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A forum as its people know it: `accounts` by person id, `beside` the name of the one that gets its cases."""

    number: int
    id: str
    beside: str
    channel: str
    tenant: str
    accounts: dict[str, Identity]
    is_consulting: bool


def places(plan: Plan) -> list[Place]:
    """Every forum of the run."""
    return [_place(plan, number) for number in range(plan.forums)]


async def apply_all(database: Database, clock: Clock, plan: Plan) -> None:
    """Apply every forum's file."""
    for number in range(plan.forums):
        await apply_file(database, clock.now(), _file(plan, number))


def _place(plan: Plan, number: int) -> Place:
    people = _people(number)
    accounts = {person.id: person.identities[0] for person in people if person.identities}
    return Place(
        number=number,
        id=_id(number),
        beside=_name(_beside(plan, number)),
        channel=f"19:klynge-{number:03}@thread.tacv2",
        tenant=accounts[SECRETARIAT[0]].tenant,
        accounts=accounts,
        is_consulting=_AGENDA_APPROVAL[number % len(_AGENDA_APPROVAL)] == "consult",
    )


def _file(plan: Plan, number: int) -> ForumFile:
    forum = replace(
        _forum(),
        id=_id(number),
        name=_name(number),
        bodies={_BESIDE: _id(_beside(plan, number))},
        people=_people(number),
        meetings=_meetings(plan, number),
        choices=_choices(number),
    )
    return replace(_original(), forum=forum)


def _id(number: int) -> str:
    return f"klynge-{number:03}"


def _name(number: int) -> str:
    return f"Politisk Klynge {number}"


def _beside(plan: Plan, number: int) -> int:
    """Two by two; whichever has no other sends to the first."""
    other = number ^ 1
    return other if other < plan.forums else 0


def _people(number: int) -> tuple[Person, ...]:
    return tuple(
        replace(person, identities=tuple(_account(number, each) for each in person.identities))
        for person in _forum().people
    )


def _account(number: int, original: Identity) -> Identity:
    return replace(original, object_id=f"{number + 1:08x}{original.object_id[_NUMBER_AT.stop :]}")


def _meetings(plan: Plan, number: int) -> tuple[Meeting, ...]:
    like = _forum().meetings[0]
    moments = [(f"m{each}", plan.starts(number, each)) for each in range(plan.meetings)]
    return tuple(
        replace(like, forum=_id(number), id=ident, starts=at, ends=at.replace(hour=19, minute=0))
        for ident, at in moments
    )


def _choices(number: int) -> dict[str, Choice]:
    chosen = {name: each for name, each in _forum().choices.items() if name != "closure_periods"}
    for name, values in (("minutes_approval", _MINUTES_APPROVAL), ("agenda_approval", _AGENDA_APPROVAL)):
        chosen[name] = replace(chosen[name], value=values[number % len(values)])
    like = chosen["agenda_approval"]
    return chosen | {name: replace(like, value=value) for name, value in _PUBLISHING.items()}


def _forum() -> Forum:
    return _original().forum


@cache
def _original() -> ForumFile:
    """The example's file, whose charter knows two bodies more."""
    read = read_forum_file(FILE)
    version = read.forum.versions[-1]
    text = version.text
    for key, more in (("bodies", _BODIES), ("relations", _RELATIONS)):
        text = text.replace(f"\n{key}:", f"\n{key}:{more}", 1)
    charter = parse_charter(text, f"{version.charter.id}.yaml")
    forum = replace(read.forum, charter=charter, versions=(replace(version, charter=charter, text=text),))
    return replace(read, forum=forum, charter_texts={**read.charter_texts, charter.id: text})
