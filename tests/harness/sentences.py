"""The table of sentences that people type, and what each is met with: read, compared, and told as a rate."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from enum import Enum, StrEnum
from pathlib import Path
from time import thread_time
from typing import get_args

from bot.domain.actions import AnyAction, AnyCommand, AnyQuery
from bot.domain.kernel.action import Action, Command
from bot.domain.kernel.danish import bare
from bot.domain.reminders.actions import ChooseNotices
from bot.domain.saying.actions import Lead, Offered
from bot.usecases.reminders.typed import choice_meant
from bot.usecases.said.moment import Moment, Talk
from bot.usecases.understanding import understand_exactly
from bot.usecases.understanding.meaning import meaning
from cards.kit.buttons import unpack

FOLDER = Path(__file__).parents[1] / "usecases" / "saying" / "sentences"
_KINDS: Mapping[str, type[Action]] = {kind.__name__: kind for kind in get_args(AnyAction)}
_ACTION = re.compile(r"(\w+)(?:\((.*)\))?")
_BREAK = " ⏎ "
_USUAL = {
    "position": "1",
    "number": "1",
    "version": "2",
    "since": "1",
    "form": "f",
    "paper": "minutes",
    "kind": "agenda",
    "change": "came",
}
_IN_PLACE = {"help": {Lead.NOT_UNDERSTOOD, Lead.NOTHING_MEANT, Lead.HELLO, Lead.QUOTED}}


class Met(StrEnum):
    """What a sentence can be met with."""

    DONE = "done"
    CLICK = "click"
    SHOW = "show"
    SAY = "say"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One good way to meet it: `name` of an action or of what is said, with the fields that matter."""

    met: Met
    name: str = ""
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of the table."""

    role: str
    situation: str
    last: str
    sentence: str
    outcome: tuple[Wanted, ...]
    never: tuple[Wanted, ...]
    in_channel: bool


@dataclass(frozen=True, slots=True)
class Result:
    """How a row came out: well or not, turned round (done or offered what must not be) or not, and in what time."""

    row: Row
    found: AnyQuery | AnyCommand
    is_well: bool
    is_turned: bool
    seconds: float


def rows(file: str, folder: Path = FOLDER) -> list[Row]:
    """Those of a file, in order."""
    lines = (folder / file).read_text("utf-8").splitlines()[1:]
    return [_row(line) for line in lines if line]


def tried(table: Iterable[Row], moments: Mapping[tuple[str, str, bool], Moment]) -> list[Result]:
    """Each row said at its moment."""
    return [_tried(row, moments[row.situation, row.role, row.in_channel]) for row in table]


def _tried(row: Row, moment: Moment) -> Result:
    moment = replace(moment, talk=talk(row.last))
    begun = thread_time()
    exact = understand_exactly(row.sentence)
    found = meaning(row.sentence, moment) if exact is None else exact
    seconds = thread_time() - begun
    assert isinstance(found, get_args(AnyAction))
    return Result(row, found, _is_any(row.outcome, found), _is_turned(row, found), seconds)


def _row(line: str) -> Row:
    role, situation, last, sentence, outcome, never = line.split("\t")
    return Row(
        role=role.removesuffix("@"),
        situation=situation,
        last=last,
        sentence=sentence.replace(_BREAK, "\n"),
        outcome=tuple(_wanted(each) for each in outcome.split(" | ")),
        never=tuple(_never(never)),
        in_channel=role.endswith("@"),
    )


def _wanted(text: str) -> Wanted:
    met, _, rest = text.strip().partition(" ")
    return Wanted(Met(met), *_named(rest)) if Met(met) is not Met.SAY else Wanted(Met.SAY, rest)


def _named(text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    if not text:
        return "", ()
    match = _ACTION.fullmatch(text.strip())
    assert match is not None, text
    assert match[1] in _KINDS, text
    pairs = [each.partition("=") for each in (match[2] or "").split(",") if each]
    return match[1], tuple((name.strip(), value.strip()) for name, _, value in pairs)


def _never(text: str) -> Iterator[Wanted]:
    for each in re.findall(r"\w+(?:\([^)]*\))?", text):
        yield Wanted(Met.CLICK, *_named(each))


def talk(last: str) -> Talk:
    """What was shown or offered last, as a table writes it."""
    if not last:
        return Talk()
    is_offer = last.startswith("offered ")
    action = _made(*_named(last.removeprefix("offered ")))
    return Talk(offered=(action,)) if is_offer else Talk(shown=action)


def _made(name: str, given: tuple[tuple[str, str], ...]) -> Action:
    """The action as a button would carry it, with something in each field that it needs."""
    told = dict(given)
    needed = [each.name for each in fields(_KINDS[name]) if each.default is MISSING and each.name not in told]
    return unpack({"verb": name, **{field: _USUAL[field] for field in needed}, **told})


def _is_any(wanted: Iterable[Wanted], found: AnyQuery | AnyCommand) -> bool:
    return any(_is(each, found) for each in wanted)


def _is(wanted: Wanted, found: AnyQuery | AnyCommand) -> bool:
    if isinstance(found, Offered):
        match wanted.met:
            case Met.CLICK:
                return (
                    found.lead in (Lead.CLICK, Lead.SEVERAL)
                    and bool(found.offers)
                    and _is_action(wanted, found.offers[0])
                )
            case Met.HELP:
                return found.lead in _IN_PLACE["help"]
            case Met.SAY:
                is_told = wanted.name in (found.lead.value, f"{found.lead.value}:{found.absent}")
                return is_told or (wanted.name == "nothing_meant" and found.lead in _IN_PLACE["help"])
            case _:
                return False
    if wanted.met is Met.DONE:
        return isinstance(found, Command) and _is_action(wanted, found)
    return wanted.met in (Met.SHOW, Met.CLICK) and not isinstance(found, Command) and _is_action(wanted, found)


def _is_action(wanted: Wanted, action: Action) -> bool:
    return type(action).__name__ == wanted.name and all(_holds(action, *each) for each in wanted.fields)


def _holds(action: Action, field: str, value: str) -> bool:
    """Whether the field holds the word, spelled alike; of a meeting or day whatever names it will do."""
    if isinstance(action, ChooseNotices):
        return choice_meant(action.chosen) is choice_meant(value)
    held = getattr(action, field, None)
    if isinstance(held, Enum | int):
        return str(held) == value
    return held is not None and bare(value) in bare(str(held))


def _is_turned(row: Row, found: AnyQuery | AnyCommand) -> bool:
    among = found.offers if isinstance(found, Offered) else (found,)
    return any(_is_action(never, each) for never in row.never for each in among)


def told_as_rate(results: Sequence[Result]) -> str:
    """How many were met well, how many turned round, and how long each took."""
    well, turned = sum(each.is_well for each in results), sum(each.is_turned for each in results)
    taken = sorted(each.seconds * 1_000 for each in results)
    middle, slow = taken[len(taken) // 2], taken[len(taken) * 99 // 100]
    return (
        f"{well} of {len(results)} sentences met well ({well / len(results):.1%}), {turned} turned round; "
        f"{middle:.2f} ms each, {slow:.2f} ms at the 99th percentile"
    )
