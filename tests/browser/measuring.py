"""Where things stand on a phone: the pressed button on its card, and what came of it on the answer in its place."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cards.html.walk import buttons
from tests.browser.presses import Press
from tests.browser.renderer import host_config, prepare

if TYPE_CHECKING:
    from tests.browser.chromium import Page

WIDTH, SCREEN = 360, 740
_MEASURE = Path(__file__).parent / "cards" / "measure.js"


@dataclass(frozen=True, slots=True)
class Span:
    """From where to where something reaches, in pixels below the card's top."""

    top: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Where the button stood, where what came of it stands, and how tall the answer is."""

    name: str
    button: Span
    outcomes: Sequence[Span]
    height: float


def is_in_view(measured: Measured) -> bool:
    """Whether what came of a press is seen without scrolling by whoever had the button in the middle of the screen.

    The answer stands in the card's place and the scroll position is kept, unless the answer ends above it.
    """
    middle = (measured.button.top + measured.button.bottom) / 2
    scroll = min(max(0.0, middle - SCREEN / 2), max(0.0, measured.height - SCREEN))
    return any(scroll <= each.top and each.bottom <= scroll + SCREEN for each in measured.outcomes)


async def measured(page: "Page", made: Sequence[Press]) -> list[Measured]:
    """Each press drawn by Microsoft's renderer on a phone, all on one page."""
    await prepare(page)
    drawings = [
        {
            "before": each.before,
            "title": each.button.title,
            "number": _number(each),
            "after": each.after,
            "marks": each.marks,
        }
        for each in made
    ]
    found = await page.evaluate(_MEASURE.read_text(encoding="utf-8"), [drawings, host_config("light"), WIDTH])
    return [
        Measured(
            name=each.name,
            button=Span(*where["button"]),
            outcomes=[Span(*mark) for mark in where["marks"]],
            height=where["height"],
        )
        for each, where in zip(made, json.loads(found), strict=True)
    ]


def _number(made: Press) -> int:
    """The how manieth it is of the buttons with its title."""
    same = [each.path for each in buttons(made.before) if each.title == made.button.title]
    return same.index(made.button.path)
