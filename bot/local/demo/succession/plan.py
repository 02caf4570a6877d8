"""Which forum goes on where on which day: a file, so that anybody can rehearse a plan of their own."""

from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path

from pydantic import Field

from bot.charters.fields import Day, Slug, Strict, Text
from bot.charters.forum_file import ForumFile, read_forum_file
from bot.charters.problems import Problem, broken
from bot.charters.reader import Node, decode, raw_of, read
from bot.charters.shape import shaped
from bot.local.demo.forums import known, shipped

_IN_A_CLONE = Path(__file__).parents[4] / "deploy" / "succession"
_NAME = "plan-2027.yaml"


class _Step(Strict):
    ended: Slug = Field(alias="from")
    heir: Slug = Field(alias="to")


class _Document(Strict):
    """`councils` are the forum files of those that go on, and `forums` of those that end and do not ship."""

    on: Day
    councils: tuple[Text, ...] = Field(min_length=1)
    forums: tuple[Text, ...] = ()
    hand_over: tuple[_Step, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The forums by their ids, and what is handed over to what, in that order, on that day."""

    on: date
    ending: tuple[ForumFile, ...]
    councils: tuple[ForumFile, ...]
    steps: tuple[tuple[str, str], ...]


def shipped_plan() -> Path:
    """The plan that ships: found in a clone and in the wheel."""
    in_the_wheel = Path(str(resources.files("bot.local.demo") / "successions" / _NAME))
    return in_the_wheel if in_the_wheel.is_file() else _IN_A_CLONE / _NAME


def read_plan(path: Path) -> Plan:
    """The plan in a file; raises BrokenFile with what is wrong."""
    try:
        text = decode(raw_of(path), str(path))
    except OSError:
        raise broken(str(path), [Problem(1, "filen kan ikke læses")]) from None
    node = read(text, str(path))
    document = shaped(_Document, node, str(path))
    councils = tuple(read_forum_file(path.parent / each) for each in document.councils)
    own = {each.forum.id: each for each in (read_forum_file(path.parent / name) for name in document.forums)}
    ids = {each.forum.id for each in councils}
    problems: list[Problem] = []
    for at, step in enumerate(document.hand_over):
        problems += _unknown(node, at, "from", step.ended, {*known(), *own})
        problems += _unknown(node, at, "to", step.heir, ids)
    if problems:
        raise broken(str(path), problems)
    ending = {each.ended: own.get(each.ended) or shipped(each.ended) for each in document.hand_over}
    steps = tuple((each.ended, each.heir) for each in document.hand_over)
    return Plan(on=document.on, ending=tuple(ending.values()), councils=councils, steps=steps)


def _unknown(node: Node, at: int, key: str, name: str, among: set[str]) -> list[Problem]:
    if name in among:
        return []
    return [Problem(node.line_of("hand_over", at, key), f"planen kender ikke »{name}«")]
