"""Every press that the topics' cases know, made on a card that has the button: as asked, and with something wrong."""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, fields
from typing import cast

from bot.domain.kernel.action import Query
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import Json
from cards.html.walk import Button, buttons, parts
from cards.kit.buttons import pack
from cards.kit.elements import OUTCOME
from tests.harness.cases import CASES
from tests.harness.cases.case import Begin, Case
from tests.harness.forging import errors, is_refused, press, quiet

BEGINNINGS: tuple[Begin, ...] = tuple(dict.fromkeys(case.begin for case in CASES if case.begin is not None))
_QUERIES = tuple(case.action for case in CASES if isinstance(case.action, Query) and case.begin is not None)
_CPR = "010190-1234"
_GUARDS = ("revision", "version")  # what a button carries so that an old card decides nothing
_FREE = {*_GUARDS, "form"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """The card that was pressed on and its answer; `marks` are the ids of the blocks that say what came of it.

    Of one that is to be refused, `typed` is what its fields held.
    """

    name: str
    before: Json
    button: Button
    after: Json
    marks: Sequence[str]
    typed: Mapping[str, str] = field(default_factory=dict)


async def presses(nord: Stage, begin: Begin) -> AsyncIterator[Press]:
    """Those of the cases with that beginning; each command is done once, and what is refused is tried first."""
    await begin(nord)
    cases = [each for each in CASES if each.begin is begin and each.changes]
    asked = await _asked_of(nord, cases)
    for case in cases:
        person = next(iter(case.doers))
        await quiet(nord)
        before = [*_posted(nord, person), *await _shown(nord, person, asked(person, case) or _QUERIES)]
        found = [(card, each) for card in before if (each := _button(card, case))]
        if not found:
            continue  # it has a text form alone, or its card goes to a person's chat
        card, button = max(found, key=lambda each: len(str(each[0])))  # the longest, where most is out of sight
        for wrong, typed, guards in _wrong(button, case):
            answer = await press(nord, person, {**button.action["data"], **typed, **guards})
            yield _made(f"{case} {wrong}", card, button, answer.card, typed)
        data = {**button.action["data"], **pack(case.action), **_guards(button)}
        yield _made(str(case), card, button, (await press(nord, person, data)).card)


async def _asked_of(nord: Stage, cases: Sequence[Case]) -> Callable[[str, Case], Sequence[Query]]:
    """Which queries that person gets a card of with a button for a case's verb, as it stands at the beginning.

    Of a button that comes later nothing is known, and all are asked.
    """
    verbs: dict[str, list[tuple[Query, set[str]]]] = {}
    for person in dict.fromkeys(next(iter(each.doers)) for each in cases):
        shown = [(each, await _shown(nord, person, [each])) for each in _QUERIES]
        verbs[person] = [(asked, {_verb(one) for card in cards for one in buttons(card)}) for asked, cards in shown]
    return lambda person, case: [asked for asked, known in verbs[person] if pack(case.action)["verb"] in known]


def _verb(button: Button) -> str:
    return str(button.action.get("data", {}).get("verb"))


def _posted(nord: Stage, person: str) -> Iterator[Json]:
    """The cards that the person has in the channel and in their chat, as they see them."""
    chat = nord.teams.directory.personal(nord.account(person))
    posted = [each for each in nord.teams.board.messages() if each.conversation in (CHANNEL.id, chat)]
    yield from (each.card for each in posted if each.card)
    account = nord.account(person)
    yield from (view.card for each in posted if (view := nord.teams.board.view(each, account)))


async def _shown(nord: Stage, person: str, asked: Sequence[Query]) -> list[Json]:
    """What the person is shown who asks for that."""
    shown = [(await press(nord, person, pack(each))).card for each in asked]
    return [each for each in shown if each and not is_refused(each)]


def _button(card: Json, case: Case) -> Button | None:
    """The button that asks for just this action, whatever its fields will hold, and what the case leaves open."""
    wanted = pack(case.action)
    for each in buttons(card):
        data = each.action.get("data", {})
        free = _FREE | {field["id"] for field in each.inputs}
        if data.get("verb") == wanted["verb"] and all(
            wanted[name] == data[name] for name in {*data} & {*wanted} - free
        ):
            return each
    return None


def _guards(button: Button) -> Json:
    return {name: value for name, value in button.action["data"].items() if name in _FREE}


def _wrong(button: Button, case: Case) -> Iterator[tuple[str, dict[str, str], dict[str, int]]]:
    """What is wrong, what is typed, and which guards are out of date."""
    taken = {each.name for each in fields(case.action)}
    typed = [each["id"] for each in button.inputs if each["type"] == "Input.Text" and each["id"] in taken]
    for name in typed:
        yield f"with a CPR number in {name}", {name: _CPR}, {}
    for guard in _GUARDS:
        if guard in button.action["data"]:
            yield f"of an older {guard}", {"words": "Ord"} if "words" in typed else {}, {guard: 0}


def _made(name: str, before: Json, button: Button, after: Json | None, typed: Mapping[str, str] | None = None) -> Press:
    assert after is not None, name
    done = [OUTCOME] if any(part.get("id") == OUTCOME for _, part in parts(after)) else []
    seen = _unfolded(before, typed or {})
    return Press(name=name, before=seen, button=button, after=after, marks=[*done, *errors(after)], typed=typed or {})


def _unfolded(card: Json, typed: Mapping[str, str]) -> Json:
    """The card as it is for whoever typed into it: what is folded away is opened before anything is typed there."""
    seen = deepcopy(card)
    for _, part in parts(seen):
        inside = {str(each.get("id")) for _, each in parts({"type": "AdaptiveCard", "body": part.get("items", [])})}
        if part.get("isVisible") is False and not inside.isdisjoint(typed):
            cast(dict[str, object], part).pop("isVisible")
    return seen
