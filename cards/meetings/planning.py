"""The forms by which meetings are made, moved and cancelled, with what follows, and what came of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.kernel.danish import NOBODY
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.actions import (
    CancelMeeting,
    MakeMeeting,
    MoveMeeting,
    OpenCancel,
    OpenMove,
    OpenNewMeeting,
    Planned,
    ResumeMeeting,
    ShowDeadlines,
    ShowMeetings,
)
from bot.domain.meetings.planning import mark
from cards.agenda.cards import meeting_facts, zone
from cards.kit.elements import Card, Json, button, card, choice_input, done, facts, group, heading, text, text_input
from cards.kit.fitting import fitted, shorten
from cards.kit.words import clock_time, medium_date, say
from cards.meetings.consequences import Follows, consequence_blocks
from cards.meetings.rescheduled import title_of

LONGEST_PLACE = 200  # characters
LONGEST_REASON = 400
_LONGEST_TYPED = 60
_LEVELS = ((20, 60, 80), (8, 40, 40), (3, 20, 20))  # lines of what follows, characters of a name, organisations


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What a form holds: as it was typed, or as the meeting is; `hosts` are offered where meetings have hosts.

    The rota has `proposed` one of them. `follows` of the `meant` meeting; None where nothing that can be foreseen was
    filled in.
    """

    day: str = ""
    begins: str = ""
    ends: str = ""
    place: str = ""
    host: str = ""
    reason: str = ""
    hosts: Mapping[str, str] | None = None
    proposed: str | None = None
    names: Mapping[str, str]
    meant: Meeting | None = None
    follows: Follows | None = None


def new_form(forum: str, filling: Filling) -> Card:
    """The form for a new meeting."""
    send, preview = MakeMeeting(forum=forum), OpenNewMeeting(forum=forum)
    title = say("meeting.new.title")
    bar = [
        button(say("meeting.btn.new"), send, style="positive"),
        button(say("meeting.consequences"), preview),
    ]
    return fitted(lambda level: _form(title, None, None, filling, bar, *level), _LEVELS)


def move_form(meeting: Meeting, host: str | None, filling: Filling) -> Card:
    """The form for another day, time, place or host, with the meeting as it is now."""
    here = {"forum": meeting.forum, "meeting": meeting.id}
    title = say("meeting.move.title")
    bar = [
        button(say("meeting.btn.move"), MoveMeeting(**here, seen=mark(meeting)), style="positive"),
        button(say("meeting.consequences"), OpenMove(**here)),
    ]
    return fitted(lambda level: _form(title, meeting, host, filling, bar, *level), _LEVELS)


def cancel_form(meeting: Meeting, host: str | None, filling: Filling) -> Card:
    """The form for cancelling, with what follows."""
    return fitted(lambda level: _cancel(meeting, host, filling, *level), _LEVELS)


def made(meeting: Meeting, host: str | None, filling: Filling) -> Card:
    """That there is a new meeting, and what follows."""
    words = say("meeting.made", moede_dato=medium_date(meeting.day))
    return _outcome(say("meeting.new.title"), words, meeting, host, filling, change_buttons(meeting))


def moved(was: Meeting, meeting: Meeting, host: str | None, filling: Filling) -> Card:
    """That it was moved, and what follows; nothing where it is as it was."""
    title, is_same = say("meeting.move.title"), filling.follows is None
    words = say("meeting.as_it_was", moede_dato=medium_date(meeting.day)) if is_same else title_of(was, meeting)
    return _outcome(title, words, meeting, host, filling, change_buttons(meeting))


def cancelled(gone: Meeting, filling: Filling) -> Card:
    """That it is cancelled, what follows, and the way back."""
    back = button(say("meeting.btn.resume"), ResumeMeeting(forum=gone.forum, meeting=gone.id))
    words = say("meeting.cancelled.done", moede_dato=medium_date(gone.day))
    return _outcome(say("meeting.cancel.title"), words, gone, None, filling, [back])


def resumed(meeting: Meeting, host: str | None, filling: Filling) -> Card:
    """That it is held after all."""
    words = title_of(None, meeting)
    return _outcome(say("meeting.resume.title"), words, meeting, host, filling, change_buttons(meeting))


def change_buttons(meeting: Meeting) -> list[Json]:
    """The ways to the forms for moving and for cancelling it."""
    here = {"forum": meeting.forum, "meeting": meeting.id}
    return [
        button(say("meeting.btn.move"), OpenMove(**here)),
        button(say("meeting.btn.cancel"), OpenCancel(**here)),
    ]


def new_button(forum: str) -> Json:
    """The way to the form for a new meeting."""
    return button(say("meeting.new.title"), OpenNewMeeting(forum=forum))


def as_it_is(meeting: Meeting) -> Planned:
    """What a form holds of a meeting that nobody has changed yet."""
    tz = zone(meeting)
    return Planned(
        day=medium_date(meeting.day),
        begins=clock_time(meeting.starts, tz),
        ends=clock_time(meeting.ends, tz),
        place=meeting.place,
        host=meeting.host or NOBODY,
    )


def _form(
    title: str,
    meeting: Meeting | None,
    host: str | None,
    filling: Filling,
    bar: Sequence[Json],
    most: int,
    name: int,
    offered: int,
) -> Card:
    return card(
        heading(title),
        None if meeting is None else _now(meeting, host),
        *_inputs(filling, name, offered, is_new=meeting is None),
        *_foretold(filling, most, is_new=meeting is None),
        actions=bar,
        speak=title if meeting is None else f"{title}. {medium_date(meeting.day)}.",
    )


def _now(meeting: Meeting, host: str | None) -> Json:
    return group(text(say("meeting.now"), bold=True), facts(meeting_facts(meeting, host)))


def _inputs(filling: Filling, name: int, offered: int, *, is_new: bool) -> list[Json | None]:
    place = say("meeting.field.place")
    needed = say("error.missing_field", felt=place) if is_new else None
    day, time = say("absence.field.day.example"), say("meeting.time.example")
    return [
        text_input("day", say("meeting.field.date"), value=filling.day, placeholder=day, most=_LONGEST_TYPED),
        text_input("begins", say("meeting.field.from"), value=filling.begins, placeholder=time, most=_LONGEST_TYPED),
        text_input("ends", say("meeting.field.to"), value=filling.ends, placeholder=time, most=_LONGEST_TYPED),
        text_input("place", place, value=filling.place, most=LONGEST_PLACE, required=needed),
        None if filling.hosts is None else _host(filling.hosts, filling, name, offered),
        None if is_new else _reason(filling.reason),
    ]


def _host(hosts: Mapping[str, str], filling: Filling, name: int, offered: int) -> Json:
    """The organisations, the one that is chosen never left out, and which the rota proposes."""
    chosen, proposed = filling.host, filling.proposed
    shown = {each: shorten(known, name) for each, known in list(hosts.items())[:offered]}
    shown |= {each: shorten(known, name) for each, known in hosts.items() if each == chosen}
    shown |= {each: say("agenda.host.proposed", vaert=words) for each, words in shown.items() if each == proposed}
    choices = {NOBODY: say("meeting.host.none"), **shown}
    return choice_input("host", say("meeting.field.host"), choices, value=chosen if chosen in choices else NOBODY)


def _reason(typed: str) -> Json:
    return text_input("reason", say("meeting.field.reason"), value=typed, most=LONGEST_REASON, multiline=True)


def _foretold(filling: Filling, most: int, *, is_new: bool) -> Sequence[Json]:
    if filling.follows is None or filling.meant is None:
        return [text(say("meeting.follows.unknown.new" if is_new else "meeting.follows.unknown"), subtle=True)]
    return list(consequence_blocks(filling.follows, filling.meant, filling.names, most))


def _cancel(meeting: Meeting, host: str | None, filling: Filling, most: int, _name: int, _offered: int) -> Card:
    title = say("meeting.cancel.title")
    here = {"forum": meeting.forum, "meeting": meeting.id}
    return card(
        heading(title),
        _now(meeting, host),
        _reason(filling.reason),
        *_foretold(filling, most, is_new=False),
        actions=[
            button(say("meeting.btn.cancel"), CancelMeeting(**here, seen=mark(meeting)), style="destructive"),
            button(say("cmd.btn.meetings"), ShowMeetings(forum=meeting.forum), checks_inputs=False),
        ],
        speak=f"{title}. {medium_date(meeting.day)}.",
    )


def _outcome(
    title: str, words: str, meeting: Meeting, host: str | None, filling: Filling, changes: Sequence[Json]
) -> Card:
    return fitted(lambda level: _outcome_of(title, words, meeting, host, filling, changes, level[0]), _LEVELS)


def _outcome_of(
    title: str,
    words: str,
    meeting: Meeting,
    host: str | None,
    filling: Filling,
    changes: Sequence[Json],
    most: int,
) -> Card:
    follows = () if filling.follows is None else consequence_blocks(filling.follows, meeting, filling.names, most)
    return card(
        heading(title),
        done(words),
        facts(meeting_facts(meeting, host)),
        *follows,
        actions=[
            button(say("cmd.btn.meetings"), ShowMeetings(forum=meeting.forum)),
            button(say("cmd.btn.deadlines"), ShowDeadlines(forum=meeting.forum)),
            *changes,
        ],
        speak=words,
    )
