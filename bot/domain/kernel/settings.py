"""What is in force in a forum: what the charter settles, else its own choice; what nobody settled stays unsettled."""

from collections.abc import Container, Iterator
from datetime import date
from typing import Literal

from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Role
from bot.domain.kernel.provision import Provision

HOSTING_ORDER = "hosting_order"
IN_SILENCE = "after_remarks"
"""Of the ways to approve minutes, the one in which nobody has to say anything."""

IfUnanswered = Literal["hold", "secretariat_may_send"]


def approval_mode(forum: Forum) -> Mode:
    """How the agenda is approved; `NONE` where neither the charter, the forum nor an overlay settles it.

    KOSU's "godkendes eller afstemmes" leaves the choice to the forum (A13, A16) and settles nothing.
    """
    own, *overlays = (each.agenda_approval.mode.value for each in (forum.charter, *forum.overlays))
    said = (own, forum.choice("agenda_approval"), *overlays)
    return next((Mode(mode) for mode in said if mode in tuple(Mode)), Mode.NONE)


def dispatch_days(forum: Forum, meeting_day: date) -> int | None:
    """Whole calendar days before a meeting that day that the agenda leaves, or None where nobody settled it."""
    return _days(forum.charter_on(meeting_day).agenda.dispatch_days_before, forum.choice("dispatch_days_before"))


def answer_days(forum: Forum, meeting_day: date) -> int | None:
    """Whole calendar days before a meeting that day by which the approvers answer, or None where nobody settled it."""
    settled = forum.charter_on(meeting_day).agenda_approval.deadline_days_before
    return _days(settled, forum.choice("answer_days_before"))


def minutes_days(forum: Forum, meeting_day: date) -> int | None:
    """Whole calendar days after a meeting that day within which the minutes leave, or None where nobody settled it."""
    return _days(forum.charter_on(meeting_day).minutes.dispatch_days_after, forum.choice("minutes_days_after"))


def meeting_leaders(forum: Forum, meeting: Meeting) -> tuple[str, ...]:
    """The people who lead that meeting: the host's leader where the host leads (C1), otherwise the chairmanship."""
    if forum.charter_on(meeting.day).chair.model.value != "host_leads":
        return _chairmanship(forum)
    host = forum.organisation(meeting.host)
    return () if host is None or host.meeting_leader is None else (host.meeting_leader,)


def has_hosts(forum: Forum) -> bool:
    """Whether meetings have hosts here: the charter says so, or the forum named them."""
    charter = forum.charter
    return bool(charter.hosting.rotation.value or charter.chair.model.value == "host_leads" or forum.hosting)


def hosting_order(forum: Forum) -> tuple[str, ...]:
    """Who takes turns as host, in that order: as the charter says, else as the forum chose, in Teams or in its file."""
    settled = forum.charter.hosting.order.value
    chosen = settled or forum.choice(HOSTING_ORDER) or forum.hosting
    return tuple(each for each in chosen if forum.organisation(each) is not None)


def approvers(forum: Forum, meeting: Meeting) -> tuple[str, ...]:
    """The people who are asked about the meeting's agenda; nobody where there is no approval."""
    if approval_mode(forum) is Mode.NONE:
        return ()
    who = circle(forum)
    if who == "meeting_leader":
        return meeting_leaders(forum, meeting)
    return _chairmanship(forum) if who == "chairmanship" else ()


def circle(forum: Forum) -> str | None:
    """Which circle approves agendas, `chairmanship` or `meeting_leader`; None where nobody settled it."""
    settled = forum.charter.agenda_approval.approvers.value
    chosen = settled or forum.choice("approvers") or next(_settled_approvers(forum), None)
    return None if chosen is None else str(chosen)


def approvers_on(forum: Forum, meeting: Meeting, day: date) -> tuple[str, ...]:
    """Those of the approvers who have a seat that day: nobody else can be asked or answer."""
    return tuple(person for person in approvers(forum, meeting) if any(forum.seats_of(person, day)))


def if_unanswered(forum: Forum) -> IfUnanswered:
    """What becomes of an agenda whose approvers stay silent: silence is never consent.

    Where the forum chose nothing it is held; but guidance that is laid over a charter keeps no agenda past the day that
    the charter sets (A6, C21): there the secretariat is asked.
    """
    chosen = forum.choice("if_unanswered")
    has_day = forum.charter.agenda.dispatch_days_before.value is not None
    if chosen is None and has_day and _is_asked_by_guidance_alone(forum):
        return "secretariat_may_send"
    return "secretariat_may_send" if chosen == "secretariat_may_send" else "hold"


def asks_on_the_day(forum: Forum) -> bool:
    """Whether the secretariat is asked, on the morning of the day that the charter sets, to send what is unanswered.

    Where the charter itself asks for no approval, or the forum chose to hold, the charter's day is not passed over in
    silence (A6, C21): what is held then is held because somebody decided it.
    """
    has_day = forum.charter.agenda.dispatch_days_before.value is not None
    is_own = forum.charter.agenda_approval.mode.value is None or forum.choice("if_unanswered") == "hold"
    return has_day and is_own and approval_mode(forum) is Mode.APPROVE


def minutes_approval(forum: Forum) -> str | None:
    """`before_sending`, `after_remarks`, `next_meeting`, or None where minutes are not approved."""
    settled = forum.charter.minutes.approval.value
    chosen = forum.choice("minutes_approval") if settled is None else settled
    return None if chosen is None else str(chosen)


def secretariat(forum: Forum, day: date) -> tuple[str, ...]:
    """The people who serve the forum on that day; where there is no secretariat, the chairmanship (B27)."""
    serving = {seat.person for seat in forum.seats if Role.SECRETARIAT in seat.roles and seat.holds_on(day)}
    return tuple(person.id for person in forum.people if person.id in serving) or _chairmanship(forum)


def calendar_of(forum: Forum, holidays: Container[date]) -> Calendar:
    """The forum's working days: public holidays from outside, closures as the forum chose them."""
    days = (day.split("-") for day in forum.choice("closure_days") or ())
    periods = forum.choice("closure_periods") or ()
    return Calendar(
        holidays=holidays,
        closure_days=frozenset((int(month), int(day)) for month, day in days),
        closure_periods=tuple(
            (date.fromisoformat(period["from"]), date.fromisoformat(period["to"])) for period in periods
        ),
    )


def _days(settled: Provision[int], chosen: int | None) -> int | None:
    return chosen if settled.value is None else settled.value


def _is_asked_by_guidance_alone(forum: Forum) -> bool:
    """Whether an overlay asks for approval of the agenda where the charter is silent."""
    is_asked = any(overlay.agenda_approval.mode.value is not None for overlay in forum.overlays)
    return forum.charter.agenda_approval.mode.value is None and is_asked


def _settled_approvers(forum: Forum) -> Iterator[str]:
    for charter in forum.overlays:
        if charter.agenda_approval.approvers.value is not None:
            yield charter.agenda_approval.approvers.value


def _chairmanship(forum: Forum) -> tuple[str, ...]:
    return tuple(forum.choice("chairmanship") or ())
