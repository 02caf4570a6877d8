"""How things stand: what awaits the reader in each forum, and to those who serve it each meeting."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.domain.standing.actions import ShowStanding
from cards.kit.elements import Card, Json, button, buttons, card, facts, folded_box, group, heading, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import listing, medium_date, say, several
from cards.standing.view import Coming, Line, MeetingRow, Part, Shown

_LONGEST = 200  # characters of one sentence
_LONGEST_NAMES = 400  # characters of forums' names in one sentence


@dataclass(frozen=True, slots=True)
class _Room:
    """How many forums are shown, and of each how many things openly and folded, and how many meetings."""

    forums: int
    open: int
    folded: int
    meetings: int


_ALONE = tuple(_Room(1, *each) for each in ((5, 15, 4), (5, 8, 3), (5, 0, 2), (3, 0, 1), (2, 0, 0)))
_SEVERAL = tuple(
    _Room(*each) for each in ((10, 3, 0, 2), (8, 2, 0, 2), (8, 2, 0, 1), (6, 1, 0, 1), (4, 1, 0, 0), (2, 1, 0, 0))
)


def standing(shown: Shown) -> Card:
    """All of it, as much as a phone shows; what is left out is counted, or a click away."""
    return fitted(lambda room: _standing(shown, room), _SEVERAL if len(shown.parts) > 1 else _ALONE)


def _standing(shown: Shown, room: _Room) -> Card:
    waiting = [each for each in shown.parts if each.lines]
    told = [each for each in shown.parts if each.meetings]
    steps = sum(row.step is not None for each in told for row in each.meetings)
    number = sum(len(each.lines) for each in waiting) + steps
    speak = several("standing.speak", number) if number else say("standing.nothing")
    is_several = len(shown.parts) > 1
    left_out = list(dict.fromkeys(each.title for each in chain(waiting[room.forums :], told[room.forums :])))
    return card(
        heading(say("standing.title")),
        *(() if number else _nothing(shown.parts)),
        text(speak) if number and not waiting else None,
        *chain.from_iterable(_awaiting(each, room, is_several=is_several) for each in waiting[: room.forums]),
        _idle(shown.parts) if waiting else None,
        *chain.from_iterable(_meetings(each, room) for each in told[: room.forums]),
        text(say("standing.more.forums", fora=_names(left_out)), subtle=True) if left_out else None,
        text(say("standing.unreadable", fora=_names(shown.unreadable)), subtle=True) if shown.unreadable else None,
        speak=speak,
    )


def _nothing(parts: Sequence[Part]) -> Iterator[Json]:
    """That nothing does, why where that is so, and when the next thing comes."""
    yield text(say("standing.nothing"))
    for each in parts:
        if not each.is_in_force:
            yield text(say("standing.ended", forum=each.title), subtle=True)
    coming = min((each.coming for each in parts if each.coming), key=lambda each: each.day, default=None)
    if coming is not None:
        yield text(_coming(coming), subtle=True)


def _coming(coming: Coming) -> str:
    when = {"forum": coming.forum, "dato": medium_date(coming.day)}
    return say("standing.coming.proposals", **when) if coming.is_deadline else say("standing.coming.meeting", **when)


def _idle(parts: Sequence[Part]) -> Json | None:
    """The forums in which nothing waits, beside those in which something does."""
    idle = [each.title for each in parts if not each.lines and each.is_in_force]
    return text(say("standing.nothing.in", fora=_names(idle)), subtle=True) if idle else None


def _names(forums: Sequence[str]) -> str:
    return shorten(listing(forums), _LONGEST_NAMES)


def _awaiting(part: Part, room: _Room, *, is_several: bool) -> Iterator[Json]:
    if is_several:
        yield heading(part.title, level=2)
    yield from (_line(each) for each in part.lines[: room.open])
    rest = part.lines[room.open : room.open + room.folded]
    if rest:
        yield from folded_box("standing-rest", say("standing.btn.folded"), *map(_line, rest), is_open=False)
    left = len(part.lines) - room.open - len(rest)
    if left > 0:
        yield text(several("standing.more", left), subtle=True)
    if left > 0 and is_several:
        yield buttons(button(say("standing.btn.all"), ShowStanding(forum=part.forum)))


def _line(each: Line) -> Json:
    return group(
        text(shorten(each.words, _LONGEST), bold=each.is_late),
        text(each.due, subtle=not each.is_late, close=True) if each.due else None,
        buttons(button(each.title, each.way)),
        divided=True,
    )


def _meetings(part: Part, room: _Room) -> Iterator[Json]:
    shown = part.meetings[: room.meetings]
    if not shown:
        return
    yield heading(say("standing.forum.title", forum=part.title), level=2)
    yield from map(_meeting, shown)
    left = len(part.meetings) - len(shown)
    if left > 0:
        yield text(several("standing.more.meetings", left), subtle=True)


def _meeting(row: MeetingRow) -> Json:
    step = row.step
    return group(
        text(say("post.title", moede_dato=medium_date(row.meeting.day)), bold=True),
        facts(row.facts),
        None if step is None else text(shorten(step.words, _LONGEST), bold=step.is_late),
        text(step.due, subtle=not step.is_late, close=True) if step is not None and step.due else None,
        None if step is None else buttons(button(step.title, step.way)),
        divided=True,
    )
