"""What every card must keep: Microsoft's schema, the size limit, words for those who listen, a label at every input."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft6Validator

from cards.kit.buttons import unpack
from cards.kit.elements import Card
from cards.kit.unlinked import as_typed

LIMIT = 28 * 1024  # bytes of JSON
SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "adaptive-card-1.5.json"


def check(card: Card) -> None:
    """Every check there is; an AssertionError tells which part of the card fails which."""
    check_schema(card)
    check_size(card)
    check_words(card)
    check_inputs(card)
    check_buttons(card)


def check_schema(card: Card) -> None:
    """Valid to Microsoft's own schema, where it is at hand; kit/test_schema.py says so where it is not."""
    plain = {name: part for name, part in card.content.items() if name != "msteams"}
    validator = _validator()
    faults = [] if validator is None else [_told(fault) for fault in validator.iter_errors(plain)]
    assert not faults, "\n".join(faults)


def check_size(card: Card) -> None:
    """Small enough for Teams as it goes over the line."""
    assert size(card) < LIMIT


def size(card: Card) -> int:
    """The bytes that the card takes."""
    return len(json.dumps(card.content, ensure_ascii=False).encode())


def check_words(card: Card) -> None:
    """Something meaningful to hear, to fall back on and to be notified with."""
    for said in (card.content["speak"], card.content["fallbackText"], card.summary):
        assert len(said.strip()) >= len("Mødet"), said


def check_inputs(card: Card) -> None:
    """A label at every input, and no name used twice."""
    inputs = [each for each in elements(card.content) if str(each.get("type")).startswith("Input.")]
    assert all(each.get("label", "").strip() for each in inputs), inputs
    names = [each["id"] for each in inputs]
    assert len(names) == len(set(names)), names


def check_buttons(card: Card) -> None:
    """Data of every button that reads back as an action, with an old client's fallback that says the same."""
    for each in elements(card.content):
        if each.get("type") == "Action.Execute":
            assert each["title"].strip()
            assert each["fallback"]["data"] == each["data"]
            unpack(each["data"])


def elements(part: Any) -> Iterator[dict[str, Any]]:
    """Everything with a type in a card's content, at any depth; what old clients fall back to is left out."""
    if isinstance(part, dict):
        if "type" in part:
            yield part
        for name, inner in part.items():
            if name != "fallback":
                yield from elements(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from elements(inner)


def texts(card: Card) -> str:
    """All that the card says or carries, for looking something up in it."""
    return as_typed(json.dumps(card.content, ensure_ascii=False)) + card.summary


def marked(card: Card) -> list[tuple[str, str]]:
    """The words that a card marks as gone or new, in order."""
    return [(words.strip(), fate) for words, fate in marked_in(card.content)]


def marked_in(content: Any) -> list[tuple[str, str]]:
    """The same of a card's content, with the spaces around."""
    fates = {"strikethrough": "gone", "underline": "new"}
    every = [each for each in elements(content) if each.get("type") == "TextRun"]
    return [(each["text"], fates[flag]) for each in every for flag in fates if each.get(flag)]


def button_titles(card: Card) -> list[str]:
    """The titles of every button, in order."""
    return [
        each["title"]
        for each in elements(card.content)
        if str(each.get("type")).startswith("Action.") and "title" in each
    ]


@cache
def _validator() -> Draft6Validator | None:
    return Draft6Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))) if SCHEMA.exists() else None


def _told(fault: Any) -> str:
    return f"{fault.json_path}: {fault.message[:300]}"
