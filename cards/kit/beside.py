"""Where a refusal stands on a card: beside the field that it is about, and beside the button that was pressed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.kernel.action import Action
from bot.domain.kernel.refusal import Refusal
from cards.kit.buttons import VERB, pack
from cards.kit.elements import Json, button, error
from cards.kit.rows import above_choice
from cards.kit.words import refusal_text, say, written

_PLACES = ("body", "items", "columns")
_A_LINE = 40  # characters on a phone
_SHORT = 20  # lines of a card that is seen whole on a phone
_CLOSE = 120  # characters of text between a field and the button below it that leave both in sight

Path = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a block goes: before the part at that path; `ident` and `words` are the block's own."""

    path: Path
    ident: str
    words: str


def with_refusal(content: Json, refusal: Refusal, action: Action) -> Json:
    """The card's content with the refusal of that action in it, once or twice, nothing else changed or left out."""
    spots = [*_spots(content, refusal, action), *_also(content, refusal)]
    instead = instead_of(refusal)  # said once, in the lowest spot
    for spot in sorted(spots, key=lambda each: each.path, reverse=True):  # from below, so that no path shifts
        content = _inserted(content, spot.path, error(spot.ident, spot.words, *instead))
        instead = []
    return content


def instead_of(refusal: Refusal) -> list[Json]:
    """The button for what can be done instead; empty where the refusal offers nothing."""
    offer = refusal.offer
    return [] if offer is None else [button(say(offer.title), offer.action, checks_inputs=False)]


def says_no(content: Json) -> bool:
    """Whether a refusal stands on the card."""
    return any(str(part.get("id", "")).partition("-")[0] == "error" for _, part in _parts(content))


def _spots(content: Json, refusal: Refusal, action: Action) -> list[_Spot]:
    words = refusal_text(refusal)
    top, last = (("body", 0),), (("body", above_choice(content["body"], len(content["body"]))),)
    field = _field(content, refusal)
    pressed = _pressed(content, action)
    if field is None and _is_seen_whole(content):
        return [_Spot(top, "error", words)]
    row = last if pressed is None else pressed
    if field is None:
        elsewhere = [_Spot(top, "error-above", words)] if pressed is None else []
        return [*elsewhere, _Spot(row, "error", words)]
    path, found = field
    beside = _Spot(_after(path), f"error-{found['id']}", words)
    return [beside] if _is_near(content, beside.path, row) else [beside, _Spot(row, "error", _named(found, words))]


def _also(content: Json, refusal: Refusal) -> Iterator[_Spot]:
    """Right below each input that has a fault of its own."""
    for each in refusal.also:
        if (found := _field(content, each)) is not None:
            path, part = found
            yield _Spot(_after(path), f"error-{part['id']}", refusal_text(each))


def _field(content: Json, refusal: Refusal) -> tuple[Path, Json] | None:
    """The input that the refusal is about, by its id or by the words of its label."""
    words = written(refusal.facts.get("felt", ""))
    inputs = [(path, part) for path, part in _parts(content) if str(part.get("type")).startswith("Input.")]
    named = (each for each in inputs if refusal.field is not None and each[1].get("id") == refusal.field)
    labelled = (each for each in inputs if words and str(each[1].get("label", "")).startswith(words))
    return next(named, None) or next(labelled, None)


def _pressed(content: Json, action: Action) -> Path | None:
    """The row of the button that asks for this action, the lowest of several alike; None without one."""
    wanted = pack(action)
    rows = [(path, part) for path, part in _parts(content) if part.get("type") == "ActionSet"]
    rows.append(((("body", len(content["body"])),), content))
    likely = [(_likeness(part, wanted), _outside_columns(path)) for path, part in rows]
    best, path = max(reversed(likely), key=lambda each: each[0])
    return _above_rows(content, path) if best else None


def _above_rows(content: Json, path: Path) -> Path:
    """The path of the first of the rows that stand right below each other."""
    *around, (place, number) = path
    siblings = _at(content, tuple(around)).get(place, [])
    return (*around, (place, above_choice(siblings, number)))


def _likeness(row: Json, wanted: Mapping[str, Any]) -> int:
    """How much of the action the likeliest button of the row carries; nothing where none has its verb."""
    carried = [each.get("data", {}) for each in row.get("actions", [])]
    same = (data for data in carried if data.get(VERB) == wanted[VERB])
    return max((sum(wanted.get(name) == value for name, value in data.items()) for data in same), default=0)


def _is_near(content: Json, above: Path, row: Path) -> bool:
    """Whether nothing but a few words stands between the field's end and the row."""
    if above[:-1] != row[:-1] or above[-1][1] > row[-1][1]:
        return False
    between = _at(content, above[:-1])[row[-1][0]][above[-1][1] : row[-1][1]]
    are_words = all(each.get("type") == "TextBlock" for each in between)
    return are_words and sum(len(each["text"]) for each in between) <= _CLOSE


def _is_seen_whole(content: Json) -> bool:
    """Whether a phone shows the card without scrolling; one with fields is longer when they are filled in."""
    parts = [part for _, part in _parts(content)]
    texts = [str(part.get("text", "")) for part in parts]
    texts += [f"{fact['title']} {fact['value']}" for part in parts for fact in part.get("facts", [])]
    lines = sum(1 + len(line) // _A_LINE for text in texts if text for line in text.split("\n\n"))
    has_fields = any(str(part.get("type")).startswith("Input.") for part in parts)
    rows = sum(part.get("type") == "ActionSet" for part in content["body"])
    return not has_fields and lines + rows + len(content.get("actions", [])) <= _SHORT


def _named(field: Json, words: str) -> str:
    label = str(field.get("label", ""))
    return words if f"»{label}«" in words else say("error.beside", felt=label, fejl=words)


def _parts(parent: Json, at: Path = ()) -> Iterator[tuple[Path, Json]]:
    """Everything in the body, in reading order."""
    for place in _PLACES:
        for number, part in enumerate(parent.get(place, [])):
            path = (*at, (place, number))
            yield path, part
            yield from _parts(part, path)


def _outside_columns(path: Path) -> Path:
    """The path, or that of the columns around it: beside them there is room for a sentence."""
    places = [place for place, _ in path]
    return path[: places.index("columns")] if "columns" in places else path


def _after(path: Path) -> Path:
    *around, (place, number) = _outside_columns(path)
    return (*around, (place, number + 1))


def _at(content: Json, path: Path) -> Json:
    for place, number in path:
        content = content[place][number]
    return content


def _inserted(parent: Json, path: Path, block: Json) -> Json:
    """The parent with the block before the part at that path, and all around it in sight."""
    (place, number), *rest = path
    children = list(parent[place])
    if rest:
        children[number] = _inserted(children[number], tuple(rest), block) | _in_sight(children[number])
    else:
        children.insert(number, block)
    return parent | {place: children}


def _in_sight(part: Json) -> Json:
    return {"isVisible": True} if part.get("isVisible") is False else {}
