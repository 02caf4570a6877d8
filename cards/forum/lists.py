"""Lists of lines on a card: each a paragraph of its own, since a phone cuts the right end of a Markdown list off."""

from collections.abc import Iterable

from cards.kit.elements import Json, rich

_BULLET = "•"


def bullets(lines: Iterable[str]) -> list[Json]:
    """The lines, which are Markdown of ours, close to each other."""
    return [rich(f"{_BULLET} {each}", close=True) for each in lines]
