"""The host of a meeting confirms it or changes places with another; everybody whom it concerns hears of it."""

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.domain.kernel import settings
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.naming import organisation_meant
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.kernel.office import no_rights
from bot.domain.kernel.people import Organisation
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings import planning
from bot.domain.year.actions import ConfirmHost, OpenSwap, SwapHosts
from bot.domain.year.hosting import asked, asked_on, exchanged, hosted_ahead, may_settle
from bot.domain.year.notices import YearNotice
from bot.domain.year.rota import Turn, next_in, turn_of
from bot.domain.year.state import Confirmation
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.meant import meeting_meant
from bot.usecases.rights import require_seat
from bot.usecases.taking_effect import Planning, take_effect
from cards.kit.elements import Card, Mention
from cards.kit.words import medium_date, say
from cards.year import hosts as cards
from storage import hosts as store
from storage import meetings
from storage.outbox import notices

_BETWEEN = re.compile(r"\s+(?:og|med|&)\s+|\s*[,/]\s*", re.IGNORECASE)
_SHOWN = 100  # characters of a name that a refusal repeats
_LONGEST = 400  # characters of two names


async def confirm(desk: WritingDesk, actor: str, action: ConfirmHost, plan_anew: Planning) -> Card:
    """The host's word for the day of the meeting; said again it changes nothing."""
    require_seat(desk, actor)
    turn = _turn(desk, actor, action.meeting)
    meeting, host = turn.meeting, _host(turn)
    _check(desk, actor, meeting, host)
    if action.host and action.host != host:
        raise Refusal("host_changed", vaert=_name(desk, host))
    known = (await store.of(desk.conn, desk.forum.id)).get(meeting.id)
    if known is not None and known.holds(meeting, host):
        return await _asked(desk, meeting, host, None)
    said = Confirmation(meeting=meeting.id, host=host, day=meeting.day, said_by=actor, at=desk.now)
    await store.put(desk.conn, desk.forum.id, said)
    await desk.log(actor, "year.host_confirmed", meeting=meeting.id, organisation=host)
    await _tell_secretariat(desk, actor, YearNotice.HOST_CONFIRMED, meeting.id, host)
    now = await _hosted(desk, actor, {meeting.id: host}, plan_anew) if turn.is_proposed else desk
    await _settle(now, meeting)
    done = say("year.host.done", vaert=_name(desk, host), moede_dato=medium_date(meeting.day))
    return await _asked(now, meeting, host, None, outcome=done)


async def open_swap(desk: Desk, actor: str, action: OpenSwap) -> Card:
    """The form, with whoever can be changed places with."""
    require_seat(desk, actor)
    turn = _turn(desk, actor, action.meeting)
    _check(desk, actor, turn.meeting, _host(turn))
    return await form(desk, turn)


async def form(desk: Desk, turn: Turn, picked: str = "") -> Card:
    """The same for that meeting."""
    host = _host(turn)
    view = await _view(desk, turn.meeting, host)
    order = settings.hosting_order(desk.forum)
    ahead = desk.meetings_ahead()
    others = {
        each.id: each.name
        for each in desk.forum.organisations
        if each.id != host and (each.id in order or hosted_ahead(desk.forum, each.id, turn.meeting, ahead))
    }
    return cards.swap_form(view, others, picked)


async def as_refused(desk: Desk, actor: str, action: SwapHosts) -> Card | None:
    """The form as it was filled in, to those who may fill it in."""
    turn = _turn(desk, actor, action.meeting)
    if turn.host is None or not may_settle(desk.forum, turn.host, actor, desk.today):
        return None
    return await form(desk, turn, action.other)


async def swap(desk: WritingDesk, actor: str, action: SwapHosts, plan_anew: Planning) -> Card:
    """Two organisations change places: the turn of each is the other's, and nobody's is lost."""
    require_seat(desk, actor)
    turn, taker = _pair(desk, actor, action)
    giver = _host(turn)
    if desk.now >= turn.meeting.starts:
        raise Refusal("host_begun")
    if not any(may_settle(desk.forum, each, actor, desk.today) for each in (giver, taker.id)):
        raise no_rights(desk.forum, desk.today)
    changed = exchanged(desk.forum, turn, taker.id, desk.meetings_ahead())
    for meeting, host in changed.items():
        was = _was(desk, meeting)
        await desk.log(actor, "year.host_swapped", meeting=meeting, organisation=host, was=was)
        await _tell_secretariat(desk, actor, YearNotice.HOST_SWAPPED, meeting, host, before=was)
    now = await _hosted(desk, actor, changed, plan_anew)
    for meeting in changed:
        await _settle(now, now.meeting(meeting))
    following = next_in(now.forum)
    lines = [_line(now, now.meeting(each)) for each in changed]
    return cards.swapped(desk.forum.id, lines, None if following is None else _name(now, following))


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan that the meeting's host is asked, unless it has confirmed; what is planned again only moves."""
    if desk.now >= meeting.starts or not settings.has_hosts(desk.forum):
        return
    host = turn_of(desk.forum, meeting).host
    known = (await store.of(desk.conn, desk.forum.id)).get(meeting.id)
    if host is None or (known is not None and known.holds(meeting, host)):
        return
    at = desk.calendar.opens(asked_on(desk.forum, meeting, desk.calendar), desk.forum.timezone)
    for person in asked(desk.forum, host, max(at.date(), desk.today)):
        await desk.remind(YearNotice.HOST, host, at=at, meeting=meeting.id, recipient=person, host=host)


async def told(desk: Desk, notice: Notice) -> Card | Stale:
    """The question as it stands by now."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    host = str(notice.subject["host"])
    at = asked_on(desk.forum, meeting, desk.calendar)
    if notice.activity is None and at.isoformat() not in notice.key:
        return Stale(say("outbox.replanned"))
    return await _asked(desk, meeting, host, desk.called(notice))


def told_news(desk: Desk, notice: Notice, kind: YearNotice) -> Card | Stale:
    """What others settled of a host."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    subject = {name: str(each) for name, each in notice.subject.items()}
    facts = {"navn": desk.name_of(subject["person"]), "vaert": _name(desk, subject["host"])}
    day = medium_date(meeting.day)
    if kind is YearNotice.HOST_CONFIRMED:
        words = say("year.host.news.confirmed", moede_dato=day, **facts)
        return cards.news(say("year.host.news.confirmed.title"), words, desk.forum.id, desk.called(notice))
    words = say("year.host.news.swapped", moede_dato=day, foer=_name(desk, subject["before"]), **facts)
    return cards.news(say("year.swapped.title"), words, desk.forum.id, desk.called(notice))


async def _settle(desk: WritingDesk, meeting: Meeting) -> None:
    """Nobody is asked any more who does not host it, or has said so; what they were asked says how it stands."""
    waiting = YearNotice.HOST
    await notices.cancel(desk.conn, desk.forum.id, meeting.id, waiting, reason=say("stale.host_settled"))
    await notices.redraw(desk.conn, desk.forum.id, meeting.id, waiting, soon=desk.soon())
    await plan(desk, meeting)


async def _hosted(desk: WritingDesk, actor: str, hosts: Mapping[str, str], plan_anew: Planning) -> WritingDesk:
    """The desk once those meetings have those hosts: decided in Teams, as any other move of a meeting."""
    forum = desk.forum
    for meeting, host in hosts.items():
        forum = planning.moved(forum, replace(desk.meeting(meeting), host=host, reason=""))
    await meetings.put(desk.conn, forum, at=desk.now)
    now, _ = await take_effect(desk, plan_anew, actor=actor)
    return now


async def _tell_secretariat(
    desk: WritingDesk, actor: str, kind: YearNotice, meeting: str, host: str, **more: str
) -> None:
    for person in settings.secretariat(desk.forum, desk.today):
        if person != actor:
            at, facts = desk.now.isoformat(), {"host": host, "person": actor, **more}
            await desk.tell(kind, at, meeting=meeting, recipient=person, first=None, **facts)


async def _asked(
    desk: Desk, meeting: Meeting, host: str, mention: Mention | None, *, outcome: str | None = None
) -> Card:
    return cards.asked(await _view(desk, meeting, host), mention, outcome=outcome)


async def _view(desk: Desk, meeting: Meeting, host: str) -> cards.HostView:
    turn = turn_of(desk.forum, meeting)
    known = (await store.of(desk.conn, desk.forum.id)).get(meeting.id)
    is_confirmed = known is not None and known.holds(meeting, host)
    return cards.HostView(
        meeting=meeting,
        forum_name=desk.forum.name,
        host=_name(desk, host),
        host_id=host,
        is_proposed=turn.is_proposed,
        confirmed_by=desk.name_of(known.said_by) if known is not None and is_confirmed else None,
        instead=None if turn.host in (host, None) else _name(desk, str(turn.host)),
        is_over=desk.now >= meeting.starts,
    )


def _turn(desk: Desk, actor: str, named: str | None) -> Turn:
    """The turn that is meant: of the meeting named, else the next that is the actor's own, else the next one."""
    if named is not None:
        return turn_of(desk.forum, meeting_meant(desk, named))
    own = {seat.organisation for seat in desk.forum.seats_of(actor, desk.today)}
    ahead = [turn_of(desk.forum, each) for each in desk.meetings_ahead()]
    found = next((each for each in ahead if each.host in own), next(iter(ahead), None))
    if found is None:
        raise Refusal("no_meeting", forum=desk.forum.name)
    return found


def _pair(desk: Desk, actor: str, action: SwapHosts) -> tuple[Turn, Organisation]:
    """The meeting whose host gives it away, and who takes it: "Læsø", or "Brønderslev og Læsø"."""
    named = [each for each in _BETWEEN.split(action.other[: _LONGEST + 1].strip(" .")) if each]
    whole = organisation_meant(desk.forum, action.other)
    found = [whole] if whole is not None else [_organisation(desk, each) for each in named]
    if not found or len(found) > 2:
        raise Refusal("swap_with", field="other")
    if len(found) == 1:
        return _turn(desk, actor, action.meeting), found[0]
    for giver, taker in ((found[0], found[1]), (found[1], found[0])):
        turn = hosted_ahead(desk.forum, giver.id, None, desk.meetings_ahead())
        if turn is not None:
            return turn, taker
    raise Refusal("swap_none", field="other", hvem=[each.name for each in found])


def _organisation(desk: Desk, typed: str) -> Organisation:
    found = organisation_meant(desk.forum, typed)
    if found is None:
        raise Refusal("swap_unknown", field="other", navn=typed[:_SHOWN])
    return found


def _check(desk: Desk, actor: str, meeting: Meeting, host: str) -> None:
    if not may_settle(desk.forum, host, actor, desk.today):
        raise no_rights(desk.forum, desk.today)
    if desk.now >= meeting.starts:
        raise Refusal("host_begun")


def _host(turn: Turn) -> str:
    if turn.host is None:
        raise Refusal("host_none")
    return turn.host


def _was(desk: Desk, meeting: str) -> str:
    """Who hosted it, or was proposed."""
    return turn_of(desk.forum, desk.meeting(meeting)).host or ""


def _line(desk: Desk, meeting: Meeting) -> str:
    return say("year.swapped", vaert=_name(desk, meeting.host or ""), moede_dato=medium_date(meeting.day))


def _name(desk: Desk, organisation: str) -> str:
    found = desk.forum.organisation(organisation)
    return organisation if found is None else found.name
