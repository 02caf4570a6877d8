"""Buttons that have a title in common are told apart, for those who listen, by what they stand under."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import Any

Json = dict[str, Any]

_LONGEST = 80  # characters
_INNER = ("items", "columns", "actions")
_MARKS = re.compile(r"\\([^\w\s])|\*\*")


def told_apart(body: list[Json], bar: Sequence[Json]) -> list[Json]:
    """The body, in which each of several buttons with one title has its title and the words above it as tooltip."""
    inside = [list(_everything(part)) for part in body]
    buttons = [each for part in inside for each in part if _is_button(each)]
    times = Counter(str(each.get("title")) for each in (*buttons, *bar))
    shared = {title for title, number in times.items() if number > 1}
    if not shared:
        return body
    words = ""
    named = []
    for part, within in zip(body, inside, strict=True):
        words = next((_plain(each["text"]) for each in within if each.get("type") == "TextBlock"), words)
        named.append(_named(part, shared, words) if words else part)
    return named


def _everything(part: Json) -> Iterator[Json]:
    yield part
    for place in _INNER:
        for child in part.get(place, ()):
            yield from _everything(child)


def _is_button(part: Json) -> bool:
    return str(part.get("type")).startswith("Action.")


def _named(part: Json, shared: Set[str], words: str) -> Json:
    if _is_button(part):
        return part | {"tooltip": f"{part['title']}: {words}"} if part.get("title") in shared else part
    inner = {place: [_named(child, shared, words) for child in part[place]] for place in _INNER if place in part}
    return part | inner if inner else part


def _plain(markdown: str) -> str:
    """The first line as it reads."""
    words = _MARKS.sub(r"\1", markdown.partition("\n")[0])
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
