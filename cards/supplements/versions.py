"""Every version of an agenda: what it contained, when it came to be, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.agenda.state import Agenda, AgendaItem, AgendaVersion
from bot.domain.approval.actions import ShowVersion
from bot.domain.kernel.meeting import Meeting
from cards.agenda.cards import zone
from cards.agenda.later import later_words
from cards.kit.elements import Card, Json, button, button_rows, card, group, heading, text
from cards.kit.fitting import Room, fitting
from cards.kit.words import count, medium_date, medium_date_time, say

_MOST = 12  # that are told one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One version with its items as the reader may see them."""

    version: AgendaVersion
    items: Sequence[AgendaItem]


def versions(agenda: Agenda, meeting: Meeting, told: Sequence[Told]) -> Card:
    """Each version, the newest first, with the way to it."""
    title = say("supplement.versions.title", moede_dato=medium_date(meeting.day))

    def draw(room: Room) -> Card:
        return card(
            heading(title),
            *(_version(agenda, meeting, each, room) for each in told[::-1][:_MOST]),
            text(say("supplement.versions.more", antal=len(told) - _MOST), subtle=True) if len(told) > _MOST else None,
            *button_rows(*(_open(agenda, each.version.number) for each in told[::-1][:_MOST])),
            speak=f"{title}: {count(len(told), 'version', 'versioner')}.",
        )

    return fitting(draw)


def _version(agenda: Agenda, meeting: Meeting, each: Told, room: Room) -> Json:
    version = each.version
    at = medium_date_time(version.frozen_at, zone(meeting))
    contained = "\n".join(_line(place, item, room) for place, item in enumerate(each.items, start=1))
    return group(
        text(say("supplement.version", version=version.number, tidspunkt=at), bold=True),
        text(_why(agenda, each), subtle=True, close=True),
        text(contained, close=True),
    )


def _why(agenda: Agenda, each: Told) -> str:
    """How it came about: asked about, sent, or changed afterwards."""
    version = each.version
    if version.later is not None:
        is_readable = version.later.words and not any(
            item.content.is_closed for item in each.items if item.id in version.later.items
        )
        because = say("supplement.because", begrundelse=version.later.words) if is_readable else ""
        return f"{later_words(version, each.items)} {because}".strip()
    first = next(
        (number for number in reversed(range(len(agenda.versions))) if agenda.versions[number].later is None), 0
    )
    is_sent = agenda.sent_version is not None and agenda.versions[first].number == version.number
    return say("supplement.version.sent") if is_sent else say("supplement.version.asked")


def _line(place: int, item: AgendaItem, room: Room) -> str:
    title = room.cut(item.content.title)
    if item.gone is not None:
        return say("supplement.version.item.gone", punkt=place, titel=title)
    key = "supplement.version.item.late" if item.late is not None else "supplement.version.item"
    return say(key, punkt=place, titel=title)


def _open(agenda: Agenda, number: int) -> Json:
    here = ShowVersion(forum=agenda.forum, meeting=agenda.meeting, version=number)
    return button(say("approval.btn.version", version=number), here)
