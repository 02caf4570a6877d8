"""What comes in each of somebody's forums, on one card, and which of them an answer is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.agenda.actions import ShowAgenda
from bot.domain.duties.actions import ShowDuties
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.actions import ShowDeadlines, ShowMeetings
from cards.agenda.cards import zone
from cards.kit.elements import Card, Json, button, buttons, card, group, heading, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import long_date, medium_date, say, several, time_span

_LEVELS = ((20, 3, 80), (12, 1, 40), (6, 1, 20))  # forums, meetings of each, characters of a place


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One forum: its next `meetings`, and what waits there for whoever reads this.

    `untreated` proposals wait for those who serve it; nobody else is told how many.
    """

    forum: str
    title: str
    meetings: Sequence[Meeting]
    awaits_answer: bool = False
    untreated: int = 0
    tasks: int = 0


def several_forums(parts: Sequence[Part]) -> Card:
    """Every forum with its next meetings, whichever meets first before the others."""
    ordered = sorted(parts, key=lambda each: (not each.meetings, each.meetings[0].starts if each.meetings else 0))
    return fitted(lambda level: _several(ordered, *level), _LEVELS)


def of_forum(answer: Card, name: str) -> Card:
    """The answer below the forum's name, unless that is what it begins with."""
    body = answer.content["body"]
    first = next((str(each.get("text", "")) for each in body if each.get("type") == "TextBlock"), "")
    if name in first:
        return answer
    return Card(answer.content | {"body": [text(name, subtle=True), *body]}, answer.summary)


def _several(parts: Sequence[Part], most: int, meetings: int, place: int) -> Card:
    title = say("across.title")
    left_out = [each.title for each in parts[most:]]
    return card(
        heading(title),
        None if parts else text(say("across.none")),
        *(_part(each, meetings, place) for each in parts[:most]),
        text(say("across.more", fora=", ".join(left_out)), subtle=True) if left_out else None,
        speak=title,
    )


def _part(each: Part, most: int, place: int) -> Json:
    first = next(iter(each.meetings), None)
    return group(
        heading(each.title, level=2),
        *(text(_line(meeting, place), close=at > 0) for at, meeting in enumerate(each.meetings[:most])),
        text(say("error.no_meeting", forum=each.title)) if first is None else None,
        *(text(words, bold=True, close=True) for words in _waiting(each, first)),
        buttons(
            button(say("cmd.btn.meetings"), ShowMeetings(forum=each.forum)),
            None if first is None else button(say("cmd.btn.agenda"), ShowAgenda(forum=each.forum, meeting=first.id)),
            button(say("cmd.btn.deadlines"), ShowDeadlines(forum=each.forum)),
            button(say("across.btn.duties"), ShowDuties(forum=each.forum, mine=True)) if each.tasks else None,
        ),
        divided=True,
    )


def _line(meeting: Meeting, place: int) -> str:
    span = time_span(meeting.starts, meeting.ends, zone(meeting))
    when = say("series.line", dag=long_date(meeting.day), tid=span)
    return f"{when} · {shorten(meeting.place, place)}" if meeting.place else when


def _waiting(each: Part, first: Meeting | None) -> Iterator[str]:
    if first is not None and each.awaits_answer:
        yield say("across.answer", moede_dato=medium_date(first.day))
    if each.untreated:
        yield several("across.proposals", each.untreated)
    if each.tasks:
        yield several("across.tasks", each.tasks)
