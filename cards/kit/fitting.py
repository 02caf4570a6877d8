"""Cards that Teams takes: where people wrote a lot, the card is drawn again with less room until it is small enough."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

import orjson

from cards.kit.elements import Card

LARGEST = 26 * 1024  # bytes of JSON: Teams takes 28 KB, and a refusal may come on top

Level = TypeVar("Level")


@dataclass(frozen=True, slots=True)
class Room:
    """How much a card may show: characters of each text, and links."""

    text: int
    links: int

    def cut(self, words: str) -> str:
        """The words, shortened where there is no room for all."""
        return shorten(words, self.text)


_LINKS = (10, 3, 0)
_ROOMS = tuple(Room(*each) for each in ((2_000, 10), (2_000, 3), (2_000, 0), (1_000, 0), (400, 0), (100, 0), (40, 0)))


def fitting(draw: Callable[[Room], Card], *, longest: int = 0) -> Card:
    """The card drawn with the most room that Teams takes; what is left out is for `draw` to tell.

    A card about one thing may show texts of up to `longest` characters, where those are more than elsewhere.
    """
    roomy = [Room(longest, links) for links in _LINKS if longest > _ROOMS[0].text]
    return fitted(draw, (*roomy, *_ROOMS))


def fitted(draw: Callable[[Level], Card], levels: Iterable[Level]) -> Card:
    """The card drawn at the first level, fullest first, that Teams takes; at the last one if it takes none."""
    for level in levels:
        card = draw(level)
        if is_small(card):
            break
    return card


def is_small(card: Card) -> bool:
    """Whether Teams takes it.

    Counted with a space after each comma and colon; without, which is soon counted, a card takes half of that or more.
    """
    if len(orjson.dumps(card.content)) * 2 <= LARGEST:
        return True
    return len(json.dumps(card.content, ensure_ascii=False).encode()) <= LARGEST


def shorten(words: str, most: int) -> str:
    """The words in at most that many characters, ended by "…" where some are left out."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
