"""What became of an agenda after it was sent: said on each item, and of each later version in a line."""

from collections.abc import Iterable, Sequence
from datetime import UTC, tzinfo

from bot.domain.agenda.following import place_of
from bot.domain.agenda.state import Agenda, AgendaItem, AgendaVersion, LaterKind
from bot.domain.kernel.meeting import Meeting
from bot.domain.supplements.actions import ShowVersions
from cards.kit.elements import Json, button, buttons, heading, text
from cards.kit.fitting import Room
from cards.kit.words import listing, medium_date_time, say

_LATER = {
    LaterKind.RESTORED: "supplement.later.restored",
    LaterKind.CORRECTED: "supplement.later.corrected",
    LaterKind.ATTACHED: "supplement.later.attached",
}


def late_line(item: AgendaItem) -> str:
    """Why an item came after dispatch; of a closed one that may not be read here, only that it did."""
    reason = "" if item.late is None else item.late.reason
    return say("supplement.late.reason", begrundelse=reason) if reason else say("supplement.late")


def gone_line(item: AgendaItem) -> str:
    """That an item is not taken up, and why where that may be read."""
    reason = "" if item.gone is None else item.gone.reason
    return say("supplement.gone.reason", begrundelse=reason) if reason else say("supplement.gone")


def became(item: AgendaItem) -> Iterable[str]:
    """What an item's reader should know of it."""
    if item.gone is not None:
        yield gone_line(item)
    if item.late is not None:
        yield late_line(item)


def withdrawn_words(position: int, title: str) -> str:
    """»Punkt 4 »…« udgår.«"""
    return say("agenda.item_withdrawn", punkt=position, titel=title)


def later_words(version: AgendaVersion, items: Sequence[AgendaItem]) -> str:
    """What one later version changed; `items` are the agenda's as the reader may see them."""
    later = version.later
    if later is None:
        return ""
    titles = {each.id: each.content.title for each in items}
    named = [(place_of(version, each), titles[each]) for each in later.items]
    if later.kind is LaterKind.SUPPLEMENT:
        points = listing(say("supplement.point", punkt=place, titel=title) for place, title in named)
        return say("supplement.later", nr=later.supplement, punkter=points)
    (place, title), *_ = named
    if later.kind is LaterKind.WITHDRAWN:
        return withdrawn_words(place, title)
    return say(_LATER[later.kind], punkt=place, titel=title)


def came_about(version: AgendaVersion, items: Sequence[AgendaItem], meeting: Meeting) -> str:
    """When and why a version came after dispatch; nothing of one that was asked about or sent."""
    if version.later is None:
        return ""
    at = medium_date_time(version.frozen_at, meeting.starts.tzinfo or UTC)
    hvad = later_words(version, items)
    return say("supplement.later.line", tidspunkt=at, hvad=hvad, version=version.number)


def later_lines(agenda: Agenda, items: Sequence[AgendaItem], tz: tzinfo) -> list[str]:
    """What came after dispatch, each with when and as which version."""
    return [
        say(
            "supplement.later.line",
            tidspunkt=medium_date_time(each.frozen_at, tz),
            hvad=later_words(each, items),
            version=each.number,
        )
        for each in agenda.later
    ]


def later_blocks(agenda: Agenda, items: Sequence[AgendaItem], tz: tzinfo, room: Room) -> Iterable[Json]:
    """The same on the agenda's card, with the way to each version."""
    lines = later_lines(agenda, items, tz)
    if not lines:
        return
    yield heading(say("supplement.later.title"), level=2)
    yield text("\n".join(map(room.cut, lines)))
    yield buttons(button(say("supplement.btn.versions"), ShowVersions(forum=agenda.forum, meeting=agenda.meeting)))
