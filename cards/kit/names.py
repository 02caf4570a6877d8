"""Buttons that have a title in common are told apart, for those who listen, by what they stand under."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import Any

from cards.kit.unlinked import as_typed

Json = dict[str, Any]

_LONGEST = 80  # characters
_INNER = ("items", "columns", "actions")
_MARKS = re.compile(r"\\([^\w\s])|\*\*")


def told_apart(body: list[Json], bar: Sequence[Json]) -> list[Json]:
    """The body, in which each of several buttons with one title has its title and the words above it as tooltip."""
    titles = [str(each.get("title")) for each in bar]
    for part in body:
        _find_titles(part, titles)
    shared = {title for title, number in Counter(titles).items() if number > 1}
    if not shared:
        return body
    words = ""
    named = []
    for part in body:
        words = next(_texts(part), words)
        named.append(_named(part, shared, words) if words else part)
    return named


def _find_titles(part: Json, found: list[str]) -> None:
    """Put the titles of all buttons in there into the list: every card is looked through, and most have few."""
    for place in _INNER:
        for child in part.get(place, ()):
            if _is_button(child):
                found.append(str(child.get("title")))
            else:
                _find_titles(child, found)


def _texts(part: Json) -> Iterator[str]:
    if part.get("type") == "TextBlock":
        yield _plain(part["text"])
    for place in _INNER:
        for child in part.get(place, ()):
            yield from _texts(child)


def _is_button(part: Json) -> bool:
    return str(part.get("type")).startswith("Action.")


def _named(part: Json, shared: Set[str], words: str) -> Json:
    if _is_button(part):
        return part | {"tooltip": f"{part['title']}: {words}"} if part.get("title") in shared else part
    inner = {place: [_named(child, shared, words) for child in part[place]] for place in _INNER if place in part}
    return part | inner if inner else part


def _plain(markdown: str) -> str:
    """The first line as it reads."""
    words = as_typed(_MARKS.sub(r"\1", markdown.partition("\n")[0]))
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
