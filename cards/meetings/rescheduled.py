"""A meeting that was moved, is held after all, or was cancelled: as new messages, and in place of older ones."""

from bot.domain.agenda.actions import ShowAgenda
from bot.domain.approval.rules import APPROVED
from bot.domain.approval.state import Standpoint
from bot.domain.kernel.meeting import Meeting
from cards.agenda.cards import meeting_facts, zone
from cards.calendars.cards import calendar_button, remove_button
from cards.kit.elements import Card, Json, button, card, facts, heading, text
from cards.kit.words import date_time, medium_date, say, several


def moved(was: Meeting | None, now: Meeting, *, host: str | None, is_sent: bool, standpoint: Standpoint) -> Card:
    """When and where it is by now, when and where it was, and that what was approved or sent stands.

    `was` None: it was cancelled and is held after all. `standpoint` is the newest round's.
    """
    title = title_of(was, now)
    stands = _stands(is_sent=is_sent, standpoint=standpoint)
    before = "" if was is None else _before(was, now)
    return card(
        heading(title),
        facts(meeting_facts(now, host)),
        text(before, subtle=True) if before else None,
        _reason(now),
        text(stands) if stands else None,
        text(say("moved.deadlines"), subtle=True) if was is None or was.starts != now.starts else None,
        actions=[
            button(say("agenda.btn.open"), ShowAgenda(forum=now.forum, meeting=now.id)),
            calendar_button(now.forum, now.id),
        ],
        speak=f"{title} {stands}".strip(),
    )


def cancelled(gone: Meeting, following: Meeting | None, *, waiting: int = 0) -> Card:
    """That it is not held and which meeting is; `waiting` is how many proposals wait for that one."""
    title = say("cancelled.title", moede_dato=medium_date(gone.day))
    return card(
        heading(title),
        _reason(gone),
        text(_following(following)),
        text(several("cancelled.waiting", waiting)) if waiting else None,
        actions=[remove_button(gone.forum, gone.id)],
        speak=f"{title}. {_following(following)}",
    )


def elsewhere(forum: str, was: Meeting | None, now: Meeting | None, gone: Meeting | None, *, host: str | None) -> Card:
    """The same to another body that has a copy of that forum's agenda; `now` None: it is not held."""
    title = say("elsewhere.title", forum=forum)
    if now is None:
        words = "" if gone is None else say("cancelled.title", moede_dato=medium_date(gone.day))
        return card(heading(title), text(words), None if gone is None else _reason(gone), speak=f"{title} {words}")
    words = title_of(was, now)
    before = "" if was is None else _before(was, now)
    return card(
        heading(title),
        text(words),
        facts(meeting_facts(now, host)),
        text(before, subtle=True) if before else None,
        _reason(now),
        speak=f"{title} {words}",
    )


def title_of(was: Meeting | None, now: Meeting) -> str:
    """What happened, in a sentence; `was` None: it is held after all."""
    day = medium_date(now.day)
    if was is None:
        return say("moved.resumed", moede_dato=day)
    if was.day != now.day:
        return say("moved.day", moede_dato=medium_date(was.day), ny_dato=day)
    if (was.starts, was.ends) != (now.starts, now.ends):
        return say("moved.time", moede_dato=day)
    if was.host == now.host:
        return say("moved.place", moede_dato=day)
    return say("moved.host" if was.place == now.place else "moved.place_and_host", moede_dato=day)


def _before(was: Meeting, now: Meeting) -> str:
    """When and where it was, as far as that differs: the new host stands among the facts."""
    told = [date_time(was.starts, zone(was))] if (was.starts, was.ends) != (now.starts, now.ends) else []
    told += [was.place] if was.place != now.place else []
    return say("moved.before", foer=", ".join(told)) if told else ""


def _reason(meeting: Meeting) -> Json | None:
    return text(say("meeting.reason", ord=meeting.reason)) if meeting.reason else None


def _stands(*, is_sent: bool, standpoint: Standpoint) -> str:
    if is_sent:
        return say("moved.stands.sent")
    if standpoint in APPROVED:
        return say("moved.stands.approved")
    return say("moved.stands.open") if standpoint is Standpoint.OPEN else ""


def _following(following: Meeting | None) -> str:
    if following is None:
        return say("cancelled.none_follows")
    return say("cancelled.follows", tidspunkt=date_time(following.starts, zone(following)))
