"""What the secretariat is told of a meeting that nobody ended, and what a meeting's minutes say of who was there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.actions import OpenAttendance
from cards.kit.elements import Card, Mention, button, called, card, escape, heading
from cards.kit.words import listing, medium_date, say
from cards.live.times import span


@dataclass(frozen=True, slots=True, kw_only=True)
class RecusedLine:
    """Who was recused, by name, from when until when."""

    name: str
    since: datetime
    until: datetime | None


def left_running(meeting: Meeting, mention: Mention | None) -> Card:
    """Nobody ended the meeting: when did it end?"""
    words = say("live.left.body", moede_dato=medium_date(meeting.day))
    ask = OpenAttendance(forum=meeting.forum, meeting=meeting.id)
    return card(
        heading(say("live.left.title")),
        called(mention, words),
        actions=[button(say("minutes.attendance.heading"), ask, style="positive")],
        speak=words,
        mentions=[] if mention is None else [mention],
    )


def presence_lines(
    absent: Sequence[str], partly: Sequence[str], recused: Sequence[RecusedLine], day: date, tz: tzinfo
) -> list[str]:
    """Who was not there for an item, or not for all of it, as Markdown; nothing where everybody was."""
    lines = [
        say("live.presence.recused", navn=each.name, tid=span(each.since, each.until, day, tz)) for each in recused
    ]
    told = {"live.presence.absent": absent, "live.presence.partly": partly}
    lines += [say(key, navne=listing(names)) for key, names in told.items() if names]
    return [escape(each) for each in lines]
