"""An Adaptive Card as a small drawing for a terminal."""

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from cards.kit.rows import first_of_rows
from cards.kit.unlinked import as_typed

_WIDTH = 74
_MOST_LINES = 20
_LAST_LINES = 6  # of them, at the end: what came of something often stands there
_INPUTS = ("Input.Text", "Input.Number", "Input.Date", "Input.Time", "Input.Toggle", "Input.ChoiceSet")


def draw(card: Mapping[str, Any]) -> str:
    """The card in a box: its first lines and its last, and all its buttons."""
    body = card.get("body", [])
    place = first_of_rows(body, len(body))
    lines = [line for part in body[:place] for line in _part(part)]
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - _LAST_LINES], "…", *lines[-_LAST_LINES:]]
    bars = [*(row["actions"] for row in body[place:]), card.get("actions", [])]
    if titles := _titles([action for bar in bars for action in bar]):
        lines += ["", *_wrapped(titles)]
    inner = _WIDTH - 4
    framed = [f"│ {line[:inner].ljust(inner)} │" for line in lines]
    return "\n".join([f"┌{'─' * (_WIDTH - 2)}┐", *framed, f"└{'─' * (_WIDTH - 2)}┘"])


def _part(part: Mapping[str, Any]) -> Iterator[str]:
    match part.get("type"):
        case "TextBlock":
            yield from _wrapped(_plain(part.get("text", "")), is_heading=part.get("style") == "heading")
        case "RichTextBlock":
            yield from _wrapped("".join(_run(each) for each in part["inlines"]))
        case "FactSet":
            for fact in part["facts"]:
                yield from _wrapped(f"{_plain(fact['title'])}: {_plain(fact['value'])}")
        case "Container":
            for child in part["items"]:
                yield from _part(child)
        case "ColumnSet":
            cells = [" ".join(line for item in column["items"] for line in _part(item)) for column in part["columns"]]
            yield from _wrapped("  ".join(cell for cell in cells if cell))
        case "ActionSet":
            yield from _wrapped(_titles(part["actions"]))
        case kind if kind in _INPUTS:
            yield from _wrapped(f"{part.get('label') or part.get('title')}: {_filled(part)}")


def _run(run: Mapping[str, Any]) -> str:
    """What went and what came, told apart without colours."""
    words = str(run["text"])
    return f"[-{words}-]" if run.get("strikethrough") else f"{{+{words}+}}" if run.get("underline") else words


def _filled(field: Mapping[str, Any]) -> str:
    if field["type"] == "Input.Toggle":
        return "[x]" if field.get("value") == field.get("valueOn", "true") else "[ ]"
    shown = {choice["value"]: choice["title"] for choice in field.get("choices", [])}
    value = str(field.get("value") or "")
    if field.get("isMultiSelect"):
        return " ".join(f"[{'x' if each in value.split(',') else ' '}] {title}" for each, title in shown.items())
    return f"▁{shown.get(value, value)[:48]}▁"


def _titles(actions: list[Mapping[str, Any]]) -> str:
    return " ".join(f"[ {action['title']} ]" for action in actions)


def _wrapped(words: str, *, is_heading: bool = False) -> Iterator[str]:
    for line in words.upper().split("\n") if is_heading else words.split("\n"):
        yield from textwrap.wrap(line, _WIDTH - 4) or [""]


def _plain(markdown: str) -> str:
    words = re.sub(r"</?at>|\*\*", "", as_typed(markdown))
    return re.sub(r"\\([\\`*_\[\]<>~#+.)&-])", r"\1", words).replace("\n\n", "\n")
