"""What somebody sees on a card: its words, its buttons and what its fields hold; and what a later card must equal."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

Json = dict[str, Any]

_REPLACED = "Denne anmodning gælder ikke længere"
_REPLACED_WHOLE = " er erstattet af version "
_TAKEN = "Modtaget."
_LEFT_OUT = "Forslag, der ikke er sat på dagsordenen"
_MORE_LEFT_OUT = "mere, som ikke er med."
_CALLS = "<at>"
_POST = "Mødet den "  # nothing on a meeting's post follows the clock, so all of it counts
_INSIDE = ("body", "items", "columns", "actions")


@dataclass(frozen=True, slots=True)
class Button:
    """An Action.Execute, with the card's fields as they are filled in."""

    verb: str
    data: Json
    fields: Json

    def pressed(self, typed: Json) -> Json:
        """The data of a press with something typed into the card's fields; what the card has no field for is lost."""
        kept = {name: typed.get(name, value) for name, value in self.fields.items()}
        return {**kept, **self.data}


@dataclass(slots=True)
class Seen:
    """A card as it is read."""

    is_refusal: bool
    words: list[str] = field(default_factory=list)
    fields: Json = field(default_factory=dict)
    buttons: list[Button] = field(default_factory=list)

    def button(self, verb: str) -> Button | None:
        """The first button with that verb."""
        return next((each for each in self.buttons if each.verb == verb), None)

    def says(self, words: str) -> bool:
        """Whether one of the card's texts holds these words."""
        return any(words in each for each in self.words)

    @property
    def is_apology(self) -> bool:
        """Whether the bot failed, and says so."""
        return self.is_refusal and self.says("Fejlkode")


def read_card(content: Json) -> Seen:
    """Everything on the card; a refusal is any block that says so by its id, wherever it stands."""
    seen = Seen(is_refusal=False)
    for part in _parts(content):
        kind = part.get("type", "")
        seen.is_refusal |= kind == "Container" and str(part.get("id", "")).partition("-")[0] == "error"
        if kind == "TextBlock":
            seen.words.append(part["text"])
        elif kind.startswith("Input."):
            seen.fields[part["id"]] = part.get("value", "")
        elif kind == "Action.Execute":
            seen.buttons.append(Button(part["verb"], part["data"], seen.fields))
    return seen


def read_answer(body: Json) -> Seen:
    """What a click was answered with: a card, or words beside the one in hand, with which the bot only ever refuses."""
    content = body["value"]
    if isinstance(content, str):
        return Seen(is_refusal=content != _TAKEN, words=[content])
    return read_card(content)


def offers(content: Json) -> frozenset[tuple[str, str]]:
    """What can be pressed on a card: the verb, and the meeting that it is about."""
    return frozenset((each.verb, str(each.data.get("meeting") or "")) for each in read_card(content).buttons)


def wording(content: Json) -> str:
    """What a card says in words, as a digest."""
    return _digest(read_card(content).words)


def essence(content: Json) -> str:
    """What tells an older state of a living card from a newer one, as a digest.

    Of a request for approval that is its version and how it stands, and nothing that comes after it was replaced by a
    newer one. The list of what was left out of an agenda is as of the moment that it was sent. Whom a message calls is
    no state: who has a chat with the bot by now is called no more, and the message is not changed for that.
    """
    body = [part for part in content["body"] if not part.get("text", "").startswith(_CALLS)]
    begins = body[0].get("text", "") if body else ""
    if begins.startswith(_POST):
        return _digest(body)
    if _REPLACED_WHOLE in begins:  # by which one follows the newest, and so comes after it was replaced
        return _digest(begins.partition(_REPLACED_WHOLE)[0])
    boxes = [_until_replaced(part) for part in body if part.get("type") == "Container" and "style" in part]
    told = [body[2:3], boxes] if boxes else _without_left_out(body)
    return _digest(told)


def _digest(told: object) -> str:
    return blake2b(json.dumps(told, sort_keys=True).encode(), digest_size=12).hexdigest()


def _until_replaced(box: Json) -> list[Json]:
    items: list[Json] = box["items"]
    ends = next((place for place, item in enumerate(items) if _REPLACED in item.get("text", "")), len(items))
    return items[: ends + 1]


def _without_left_out(body: list[Json]) -> list[Json]:
    at = next((place for place, part in enumerate(body) if part.get("text") == _LEFT_OUT), None)
    if at is None:
        return body
    return body[:at] + [part for part in body[at + 2 :] if not part.get("text", "").endswith(_MORE_LEFT_OUT)]


def _parts(part: Json) -> Iterator[Json]:
    for name in _INSIDE:
        for child in part.get(name, ()):
            yield child
            yield from _parts(child)
