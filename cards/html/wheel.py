"""A year as a wheel: its months around it, meetings on the outer ring, deadlines on the inner one."""

from calendar import isleap
from collections.abc import Sequence
from datetime import date
from math import cos, pi, sin

from markupsafe import Markup

from cards.html.markup import tag
from cards.html.walk import Json, parts
from cards.kit.wheel import Mark, marked
from cards.kit.words import count, month, say

_CENTRE = 120
_SIDE = 2 * _CENTRE
_INNER, _DUE, _MEETING, _OUTER, _NAMES = 44, 60, 84, 100, 110
_MONTHS = 12
_SIZE, _SMALL = 6, 3
_MEETINGS = (Mark.HELD, Mark.PLANNED)

Found = Sequence[tuple[date, Mark]]


def picture(element: Json) -> Markup | None:
    """The drawing of what the lines of that container say; None where they say nothing that can be drawn."""
    ids = (str(part.get("id", "")) for _, part in parts(element))
    found = [each for ident in ids if (each := marked(ident)) is not None]
    if not found:
        return None
    drawn = tag(
        "svg",
        *(tag("circle", cx=_CENTRE, cy=_CENTRE, r=radius, class_="card-wheel-ring") for radius in (_INNER, _OUTER)),
        *(_month(number) for number in range(_MONTHS)),
        *(_mark(day, mark) for day, mark in found),
        role="img",
        aria_label=_words(found),
        viewBox=f"0 0 {_SIDE} {_SIDE}",
    )
    return tag("figure", drawn, tag("figcaption", say("wheel.legend")), class_="card-wheel")


def _words(found: Found) -> str:
    """What those who cannot see it hear: the lines themselves follow."""
    meetings = sum(mark in _MEETINGS for _, mark in found)
    others = sum(mark in (Mark.DUE, Mark.OUTSIDE) for _, mark in found)
    return say("wheel.words", moeder=count(meetings, "møde", "møder"), frister=count(others, "dato", "datoer"))


def _month(number: int) -> Markup:
    inner, outer = _point(number / _MONTHS, _INNER), _point(number / _MONTHS, _OUTER)
    line = tag("line", x1=inner[0], y1=inner[1], x2=outer[0], y2=outer[1], class_="card-wheel-ring")
    x, y = _point((number + 0.5) / _MONTHS, _NAMES)
    name = month(date(2000, number + 1, 1))[:3].lower()
    words = tag("text", name, x=x, y=y, text_anchor="middle", dominant_baseline="central", class_="card-wheel-name")
    return tag("g", line, words)


def _mark(day: date, mark: Mark) -> Markup:
    days = 366 if isleap(day.year) else 365
    share = (day.timetuple().tm_yday - 0.5) / days
    is_meeting = mark not in (Mark.DUE, Mark.OUTSIDE)
    x, y = _point(share, _MEETING if is_meeting else _DUE)
    return tag("circle", cx=x, cy=y, r=_SIZE if is_meeting else _SMALL, class_=f"card-wheel-{mark}")


def _point(share: float, radius: int) -> tuple[str, str]:
    """Where that share of the year lies, counted from the top and with the clock."""
    angle = 2 * pi * share
    return f"{_CENTRE + radius * sin(angle):.1f}", f"{_CENTRE - radius * cos(angle):.1f}"
