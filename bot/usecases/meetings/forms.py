"""The forms for making, moving and cancelling a meeting: filled in as was typed, with what would follow."""

from contextlib import suppress
from dataclasses import replace

from bot.domain.kernel import settings
from bot.domain.kernel.danish import NOBODY
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings import planning
from bot.domain.meetings.actions import (
    CancelMeeting,
    MakeMeeting,
    MoveMeeting,
    OpenCancel,
    OpenMove,
    OpenNewMeeting,
    Planned,
)
from bot.domain.meetings.hosts import host_meant, hosts_offered
from bot.domain.year.rota import next_in, turn_of
from bot.usecases.agenda.views import host_of
from bot.usecases.desk import Desk
from bot.usecases.in_force import require_in_force
from bot.usecases.meetings import foresight
from bot.usecases.meetings.planning import ahead, as_moved, as_new, host_as_typed, told
from bot.usecases.meetings.typed import read_move, read_new
from bot.usecases.rights import is_secretariat, require_secretariat
from cards.kit.elements import Card
from cards.meetings import planning as cards
from cards.meetings.planning import Filling, as_it_is

_FIELDS = ("day", "begins", "ends", "place", "host")
_Form = OpenNewMeeting | MakeMeeting | OpenMove | MoveMeeting | OpenCancel | CancelMeeting


async def open_new(desk: Desk, actor: str, action: OpenNewMeeting) -> Card:
    """The form for a new meeting, with what follows once it says when and where."""
    await require_in_force(desk, actor)
    require_secretariat(desk, actor)
    typed = _typed_new(desk, action)
    host_as_typed(desk, typed.host, None)
    if not typed.day:
        return cards.new_form(desk.forum.id, _filling_new(desk, _at_usual_times(desk, typed)))
    meeting = as_new(desk, replace(typed, place=typed.place or "-"))
    proposed = _proposed(desk, meeting)
    meeting = meeting if typed.host.strip() else replace(meeting, host=proposed)
    follows = await foresight.of_new(desk, meeting)
    shown = replace(as_it_is(meeting), place=typed.place)
    filling = _filling(desk, shown, proposed=proposed)
    return cards.new_form(desk.forum.id, replace(filling, meant=meeting, follows=follows))


async def open_move(desk: Desk, actor: str, action: OpenMove) -> Card:
    """The form for another day, time, place or host, with what would follow."""
    await require_in_force(desk, actor)
    require_secretariat(desk, actor)
    typed = _typed_move(desk, action)
    was = ahead(desk, typed.meeting)
    meeting = as_moved(desk, was, typed, typed.reason)
    filling = _filling(desk, as_it_is(meeting), typed.reason)
    if planning.mark(meeting) == planning.mark(was):
        return cards.move_form(was, host_of(desk, was), filling)
    planning.check_day(desk.forum, meeting.starts, desk.now)
    follows = await foresight.of_move(desk, was, meeting)
    return cards.move_form(was, host_of(desk, was), replace(filling, meant=meeting, follows=follows))


async def open_cancel(desk: Desk, actor: str, action: OpenCancel) -> Card:
    """The form for cancelling, with what would follow."""
    await require_in_force(desk, actor)
    require_secretariat(desk, actor)
    return await _cancel_form(desk, ahead(desk, action.meeting), action.reason)


async def as_refused(desk: Desk, actor: str, action: _Form) -> Card | None:
    """The form as it was filled in beside the meeting as it is by now, to those who may."""
    if not is_secretariat(desk, actor):
        return None
    if isinstance(action, OpenNewMeeting | MakeMeeting):
        typed = _typed_new(desk, action) if isinstance(action, OpenNewMeeting) else action
        return cards.new_form(desk.forum.id, _filling_new(desk, typed))
    if isinstance(action, OpenCancel | CancelMeeting):
        return await _cancel_form(desk, ahead(desk, action.meeting), action.reason)
    moving = _typed_move(desk, action) if isinstance(action, OpenMove) else action
    was = ahead(desk, moving.meeting)
    return cards.move_form(was, host_of(desk, was), _filling(desk, _or_as_it_is(moving, was), moving.reason))


async def _cancel_form(desk: Desk, meeting: Meeting, reason: str) -> Card:
    follows = await foresight.of_cancelling(desk, meeting)
    return cards.cancel_form(meeting, host_of(desk, meeting), replace(told(desk, meeting, follows), reason=reason))


def _typed_new(desk: Desk, action: OpenNewMeeting) -> Planned:
    said = read_new(action.words, desk.today)
    return _with(action, day=said.day, begins=said.begins, ends=said.ends, place=said.place, host=said.host)


def _typed_move(desk: Desk, action: OpenMove) -> OpenMove:
    said = read_move(action.words, desk.today)
    found = _with(action, day=said.day, begins=said.begins, ends=said.ends, place=said.place, host=said.host)
    return replace(
        action,
        meeting=action.meeting or said.which or None,
        day=found.day,
        begins=found.begins,
        ends=found.ends,
        place=found.place,
        host=found.host,
        reason=action.reason or said.reason,
    )


def _with(action: Planned, **said: str) -> Planned:
    """What the sentence said where the form says nothing."""
    return Planned(**{name: getattr(action, name) or said[name] for name in _FIELDS})


def _at_usual_times(desk: Desk, typed: Planned) -> Planned:
    usual = desk.next_meeting() or desk.last_meeting()
    if usual is None:
        return typed
    shown = as_it_is(usual)
    return replace(typed, begins=typed.begins or shown.begins, ends=typed.ends or shown.ends)


def _or_as_it_is(typed: Planned, was: Meeting) -> Planned:
    """What was typed, and how the meeting is where nothing was."""
    shown = as_it_is(was)
    return Planned(**{name: getattr(typed, name) or getattr(shown, name) for name in _FIELDS})


def _proposed(desk: Desk, meeting: Meeting) -> str | None:
    """Whose turn it is to host a new meeting on that day."""
    if not settings.has_hosts(desk.forum):
        return None
    return turn_of(planning.made(desk.forum, replace(meeting, host=None)), meeting).host


def _filling_new(desk: Desk, typed: Planned) -> Filling:
    """Of a new meeting whose day is not known yet: the next of the rota is proposed."""
    proposed = next_in(desk.forum) if settings.has_hosts(desk.forum) else None
    shown = Planned(**{name: getattr(typed, name) for name in _FIELDS})
    return _filling(desk, replace(shown, host=typed.host or proposed or ""), proposed=proposed)


def _filling(desk: Desk, typed: Planned, reason: str = "", proposed: str | None = None) -> Filling:
    host = typed.host
    if host and host.casefold() != NOBODY:
        with suppress(Refusal):
            host = host_meant(desk.forum, host)
    return Filling(
        day=typed.day,
        begins=typed.begins,
        ends=typed.ends,
        place=typed.place,
        host=host,
        reason=reason,
        hosts=hosts_offered(desk.forum, proposed) if settings.has_hosts(desk.forum) else None,
        proposed=proposed,
        names={each.id: each.name for each in desk.forum.people},
    )
