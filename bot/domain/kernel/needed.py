"""Whose answers an approval needs: everybody's, one from each side, or so many of them; a return blocks in any case."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Seat

_MUNICIPALITIES, _REGION = "municipalities", "region"
_SIDES = {"municipality": _MUNICIPALITIES, "gp_organisation": "general_practice", "other": "other"}
_OF_N = re.compile(r"([1-9][0-9]{0,2})-of-n")


class Needed(StrEnum):
    """How many of those who are asked must answer."""

    ALL = "all"
    ONE_PER_SIDE = "one_per_side"
    K_OF_N = "k_of_n"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRule:
    """The rule of one round, as it was when the round opened: what is chosen later holds for the next one.

    `least` is how many K_OF_N needs, `sides` whose answers stand for one another where ONE_PER_SIDE is enough.
    Where neither the charter nor the forum settled it (`is_settled`), everybody must answer, and that is said.
    """

    needed: Needed = Needed.ALL
    least: int = 0
    sides: Mapping[str, str] = field(default_factory=dict)
    is_settled: bool = False


UNSETTLED = AnswerRule()


def still_needed(rule: AnswerRule, asked: Sequence[str], answered: Collection[str]) -> tuple[str, ...]:
    """Those of the `asked` whose answer is waited for still; nobody once enough have answered."""
    silent = tuple(person for person in asked if person not in answered)
    match rule.needed:
        case Needed.ALL:
            return silent
        case Needed.ONE_PER_SIDE:
            heard = {_side(rule, person) for person in asked if person in answered}
            return tuple(person for person in silent if _side(rule, person) not in heard)
        case Needed.K_OF_N:
            is_enough = len(asked) - len(silent) >= min(rule.least, len(asked))
            return () if is_enough else silent


def instead_of(rule: AnswerRule, person: str, needed: Sequence[str]) -> tuple[str, ...]:
    """Who of those whose answer is `needed` may answer in place of that person."""
    others = tuple(each for each in needed if each != person)
    if rule.needed is Needed.ONE_PER_SIDE:
        return tuple(each for each in others if _side(rule, each) == _side(rule, person))
    return others if rule.needed is Needed.K_OF_N else ()


def rule_of(forum: Forum, asked: Sequence[str], day: date) -> AnswerRule:
    """The rule for a round that asks these people on that day: the charter's where it has one, else the forum's own."""
    said = next(_settled(forum), None)
    if said is None:
        return UNSETTLED
    needed, least = said
    return with_sides(AnswerRule(needed=needed, least=least, is_settled=True), forum, asked, day)


def with_sides(rule: AnswerRule, forum: Forum, asked: Sequence[str], day: date) -> AnswerRule:
    """The rule that also knows the sides of those who are asked from that day on; it forgets and changes none."""
    if rule.needed is not Needed.ONE_PER_SIDE:
        return rule
    new = (person for person in asked if person not in rule.sides)
    sides = {person: side for person in new if (side := side_of(forum, person, day)) is not None}
    return replace(rule, sides=dict(rule.sides) | sides) if sides else rule


def side_of(forum: Forum, person: str, day: date) -> str | None:
    """The side that the person sits on: as a seat of theirs says, else by the kind of its organisation."""
    seats = tuple(forum.seats_of(person, day))
    named = next((seat.side for seat in seats if seat.side is not None), None)
    return named or next((_by_kind(forum, seat) for seat in seats), None)


def read_rule(written: Any) -> tuple[Needed, int]:
    """What a charter (`2-of-n`) or a forum file (`{k_of_n: 2}`) calls such a rule; ValueError for anything else."""
    if isinstance(written, Mapping):
        return Needed.K_OF_N, int(written[Needed.K_OF_N.value])
    if (some := _OF_N.fullmatch(str(written))) is not None:
        return Needed.K_OF_N, int(some[1])
    return Needed(str(written).replace("-", "_")), 0


def _settled(forum: Forum) -> Iterator[tuple[Needed, int]]:
    """What is settled, the charter's own word first."""
    of_charter = forum.charter.agenda_approval.who_must_answer.value
    chosen = forum.choice("answers")
    guided = (each.agenda_approval.who_must_answer.value for each in forum.overlays)
    yield from (read_rule(each) for each in (of_charter, chosen, *guided) if each is not None)


def _by_kind(forum: Forum, seat: Seat) -> str:
    organisation = forum.organisation(seat.organisation)
    return _REGION if organisation is None else _SIDES.get(organisation.kind, _REGION)


def _side(rule: AnswerRule, person: str) -> str:
    """The side the person answers for; whoever has none, for themselves."""
    return rule.sides.get(person, f"person/{person}")
