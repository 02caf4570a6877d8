"""Duties as somebody may see them here: ids become names, and what comes from a closed item shows no more than that."""

from collections.abc import Iterable, Mapping
from datetime import date

from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.duties import owners
from bot.domain.duties.state import FollowUp, Kind, Status, statuses
from bot.domain.kernel import settings
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Role
from bot.usecases.desk import Desk
from bot.usecases.duties.registers import source_name, sources
from bot.usecases.rights import is_secretariat, sees_closed
from cards.duties.view import Act, DutyView, origin_words
from cards.kit.words import listing, medium_date, say
from cards.proposals.closed import NEUTRAL_TITLE
from storage import agenda as agendas

_ENDLESS = (Kind.AGREEMENT, Kind.MINUTES)
_UPDATED = (Kind.EFFORT, Kind.GRANT)
Agendas = Mapping[str, Agenda]


async def views_of(desk: Desk, actor: str | None, duties: Iterable[FollowUp]) -> list[DutyView]:
    """Each as that person may see it here (None: as everybody may)."""
    every = list(duties)
    meetings = {each for duty in every for each in (duty.meeting, duty.details.agenda_meeting) if each}
    known = await agendas.of_meetings(desk.conn, desk.forum.id, meetings)
    return [_view(desk, actor, each, known) for each in every]


async def view_of(desk: Desk, actor: str | None, duty: FollowUp) -> DutyView:
    """One of them."""
    return (await views_of(desk, actor, [duty]))[0]


def sees(desk: Desk, actor: str | None, duty: FollowUp) -> bool:
    """Whether that person may see here what it says."""
    if not duty.is_closed:
        return True
    if desk.is_public or actor is None:
        return False
    meeting = desk.forum.meeting(duty.meeting or "")
    has_it = actor in owners.acting(duty, desk.forum, desk.today)
    if meeting is None:  # what another forum handed on came from a meeting of that one
        return has_it or is_secretariat(desk, actor)
    return has_it or sees_closed(desk, actor, meeting)


def named(desk: Desk, person: str) -> str:
    """A person's name, with the side whose secretariat they are, where that is said."""
    name = desk.name_of(person)
    sides = {seat.side for seat in desk.forum.seats_of(person, desk.today) if Role.SECRETARIAT in seat.roles}
    if "municipalities" in sides:
        return say("duty.side.municipalities", navn=name)
    return say("duty.side.region", navn=name) if "region" in sides else name


def serving(desk: Desk) -> str:
    """Who serves the forum, by name and side; where there is no secretariat that is the chairmanship (B27)."""
    people = settings.secretariat(desk.forum, desk.today)
    return say("duty.owner.all", hvem=_serving_body(desk), navne=listing(named(desk, each) for each in people))


def _serving_body(desk: Desk) -> str:
    people = settings.secretariat(desk.forum, desk.today)
    is_secretariat_there = any(desk.has_role(person, Role.SECRETARIAT) for person in people)
    return say("duty.owner.serving" if is_secretariat_there else "duty.owner.chair")


def item_of(known: Agendas, meeting: str | None, item: int | None) -> tuple[int, AgendaItem] | None:
    """The position (from 1) and the item of that id, on what was sent or else on the draft."""
    agenda = known.get(meeting or "")
    if agenda is None:
        return None
    items = agenda.current
    return next(((place, each) for place, each in enumerate(items, start=1) if each.id == item), None)


def _view(desk: Desk, actor: str | None, duty: FollowUp, known: Agendas) -> DutyView:
    seen, day = sees(desk, actor, duty), desk.today
    holder = owners.taker_of(duty, desk.forum, day)
    due = duty.details.due
    left = _left(desk, duty)
    acts = _acts(desk, actor, duty, holder) if actor is not None and seen else frozenset[Act]()
    is_late = duty.is_open and due is not None and due < day and duty.status is not Status.APPLIED
    return DutyView(
        forum=duty.forum,
        kind=duty.kind,
        status=duty.status,
        title=duty.title if seen else NEUTRAL_TITLE,
        number=duty.number or None,
        year=duty.year,
        revision=duty.revision,
        meeting=duty.meeting,
        owner=owner_of(desk, duty),
        taker=named(desk, holder) if holder else "",
        left="" if left is None else desk.name_of(left),
        due=due,
        is_late=is_late and duty.kind is not Kind.AGREEMENT,
        is_mine=duty.is_open and actor in owners.acting(duty, desk.forum, day),
        origin=_origin(desk, duty, known),
        words=duty.details.words if seen else "",
        facts=_facts(desk, duty, known) if seen else None,
        statuses=statuses(duty.kind) if Act.OPEN in acts and _may_update(desk, actor, duty) else (),
        acts=acts,
    )


def _left(desk: Desk, duty: FollowUp) -> str | None:
    """Whoever had it and has no seat any more, while it is owed."""
    had = duty.taker or duty.person
    return had if duty.is_open and had and not any(desk.forum.seats_of(had, desk.today)) else None


def _may_update(desk: Desk, actor: str | None, duty: FollowUp) -> bool:
    if actor is None or duty.kind not in _UPDATED:
        return False
    return owners.may_change(duty, desk.forum, actor, desk.today)


def _acts(desk: Desk, actor: str, duty: FollowUp, holder: str | None) -> frozenset[Act]:
    day, forum = desk.today, desk.forum
    changes, takes = owners.may_change(duty, forum, actor, day), owners.may_take(duty, forum, actor, day)
    serves, is_endless = is_secretariat(desk, actor), duty.kind in _ENDLESS
    owes = duty.kind is Kind.ASSIGNED
    possible = {
        Act.OPEN: duty.number > 0 and duty.kind is not Kind.MINUTES,
        Act.TAKE: duty.is_open and takes and holder is None,
        Act.TAKE_OVER: duty.is_open and (takes or serves) and holder not in (None, actor),
        Act.GIVE_BACK: duty.is_open and holder == actor,
        Act.FINISH: duty.is_open and changes and not is_endless and not owes and duty.status is not Status.APPLIED,
        Act.REPLY: duty.is_open and changes and owes,
        Act.REOPEN: not duty.is_open and changes and not is_endless and not owes,
        Act.AGENDA: duty.kind is Kind.AGREEMENT and serves,
        Act.WRITE: duty.kind is Kind.MINUTES and duty.is_open and serves,
    }
    return frozenset(act for act, is_possible in possible.items() if is_possible)


def owner_of(desk: Desk, duty: FollowUp) -> str:
    """Whose it is, by name; nothing where nobody was named."""
    if duty.person is not None:
        return desk.name_of(duty.person)
    organisation = desk.forum.organisation(duty.organisation)
    if organisation is not None:
        return organisation.name
    if duty.kind is Kind.MINUTES:
        return serving(desk)
    return _serving_body(desk) if duty.kind in owners.OF_SECRETARIAT else ""


def _origin(desk: Desk, duty: FollowUp, known: Agendas) -> str:
    if duty.details.origin is not None:
        return origin_words(duty.details.origin)
    if duty.kind is Kind.EFFORT:
        return sources(desk.forum.charter).get(duty.details.source or "", "")
    if duty.kind is Kind.ASSIGNED:
        return say("duty.assigned.source", organ=source_name(desk.forum.charter, duty))
    meeting = desk.forum.meeting(duty.meeting or "")
    if meeting is None or duty.kind is Kind.MINUTES:
        return ""
    found = item_of(known, meeting.id, duty.item)
    if found is None:
        return say("duty.origin", moede_dato=medium_date(meeting.day))
    place, item = found
    title = NEUTRAL_TITLE if item.content.is_closed else item.content.title
    return say("duty.origin.item", moede_dato=medium_date(meeting.day), punkt=place, titel=title)


def _facts(desk: Desk, duty: FollowUp, known: Agendas) -> Mapping[str, str | None]:
    details = duty.details
    if duty.kind is Kind.GRANT:
        return {say("duty.grant.parties"): details.parties or None}
    if duty.kind is Kind.ASSIGNED:
        return {say("duty.assigned.reply"): _replied(desk, duty)}
    if duty.kind is not Kind.AGREEMENT:
        return {}
    on = agenda_of(desk, duty, known)
    last = say("duty.agreement.never") if details.followed_on is None else medium_date(details.followed_on)
    coming = None if on is None else say("duty.agreement.on", moede_dato=medium_date(on.day))
    return {
        say("duty.agreement.last"): medium_date(on.day) if on and on.day <= desk.today else last,
        say("duty.agreement.next"): coming if on and on.day > desk.today else _day(details.due),
    }


def _replied(desk: Desk, duty: FollowUp) -> str:
    reply = duty.details.reply
    if reply is None:
        return say("duty.assigned.missing")
    day = medium_date(reply.at.astimezone(desk.forum.timezone).date())
    return say("duty.assigned.given", navn=desk.name_of(reply.by), dato=day, ord=reply.words)


def agenda_of(desk: Desk, duty: FollowUp, known: Agendas) -> Meeting | None:
    """The meeting on whose agenda an agreement stands or stood; None where it was taken off or is not held."""
    details = duty.details
    found = item_of(known, details.agenda_meeting, details.agenda_item)
    return None if found is None else desk.forum.meeting(details.agenda_meeting or "")


def _day(day: date | None) -> str | None:
    return None if day is None else medium_date(day)
