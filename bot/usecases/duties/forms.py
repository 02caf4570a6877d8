"""The form for a new duty, and what is read from it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import uuid4

from bot.domain.agenda.state import AgendaItem
from bot.domain.duties.actions import CreateDuty, OpenDutyForm
from bot.domain.duties.owners import owner_meant
from bot.domain.duties.state import OTHER_SOURCE, Details, FollowUp, Kind, Status
from bot.domain.duties.typed import ending_in_facts
from bot.domain.kernel.danish import clean_line, fold, parse_date
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.minutes.rules import blank, items_of
from bot.domain.proposals.rules import LONGEST_TITLE
from bot.usecases.agenda.views import draft_of
from bot.usecases.desk import Desk
from bot.usecases.duties.registers import setting, sources
from bot.usecases.meant import meeting_meant
from bot.usecases.proposals.in_hand import typed_on
from bot.usecases.rights import require_secretariat
from cards.duties.form import WHAT, Offer, form
from cards.kit.elements import Card
from cards.kit.fitting import is_small
from cards.kit.words import medium_date, say
from cards.proposals.closed import NEUTRAL_TITLE
from storage import minutes as minutes_store

_LONGEST_PARTIES = 300
_LONGEST_FORM_ID = 64

Origin = tuple[Meeting, AgendaItem, int]
"""The meeting, and the item at that position."""


async def open_form(desk: Desk, actor: str, action: OpenDutyForm) -> Card:
    """The form, empty but for what was typed already."""
    require_secretariat(desk, actor)
    typed = CreateDuty(
        forum=desk.forum.id,
        meeting=action.meeting,
        kind=_kind(action.kind),
        form=uuid4().hex,
        position=action.position,
        title=" ".join(action.words.split()),
    )
    card = await card_of(desk, typed)
    if not is_small(card):  # what was typed stands in the card that it was typed on
        most, felt = LONGEST_TITLE, Term(WHAT[typed.kind])
        raise Refusal("too_long", felt=felt, over=len(typed.title) - most, max=most)
    return card


async def card_of(desk: Desk, typed: CreateDuty) -> Card:
    """The form with what was typed; Refusal("duty_closed_item") where all would read what is to be typed."""
    origin = await origin_of(desk, typed.meeting, typed.position)
    return form(
        replace(typed, owner=_owner_typed(desk, typed.owner)),
        Offer(owners=owners_offered(desk), sources=_offered(desk, typed.kind), origin=_words(origin)),
    )


async def as_refused(desk: Desk, typed: CreateDuty) -> Card:
    """The form with all that was typed; what does not fit on a card stays in the form in hand."""
    return typed_on(desk, await card_of(desk, replace(understood(desk, typed), forum=desk.forum.id)))


def understood(desk: Desk, action: CreateDuty) -> CreateDuty:
    """What a sentence says of who and when; what a form says stands in its own fields."""
    return action if action.form else ending_in_facts(desk.forum, action, desk.today)


def owners_offered(desk: Desk) -> dict[str, str]:
    """The organisations and then the people with a seat, by id."""
    seated = {each.id: each.name for each in desk.forum.people if any(desk.forum.seats_of(each.id, desk.today))}
    return {each.id: each.name for each in desk.forum.organisations} | seated


async def origin_of(desk: Desk, meeting: str | None, position: int | None) -> Origin | None:
    """The item that a duty comes from; Refusal where there is none, or it is closed and others read along."""
    held = desk.last_meeting() if meeting is None else meeting_meant(desk, meeting, looks_back=True)
    if position is None:
        return None
    if held is None:
        raise Refusal("minutes_too_early")
    stored = await minutes_store.get(desk.conn, desk.forum.id, held.id)
    items = items_of(await draft_of(desk, held), stored or blank(desk.forum.id, held.id))
    if not 1 <= position <= len(items):
        raise Refusal("minutes_no_item", punkt=position)
    item = items[position - 1]
    if item.content.is_closed and desk.is_public:
        raise Refusal("duty_closed_item")
    return held, item, position


def read(desk: Desk, actor: str, action: CreateDuty, origin: Origin | None) -> FollowUp:
    """The duty that the form describes, not yet numbered; Refusal about the field that is at fault."""
    kind = _kind(action.kind)
    title = clean_line(action.title, Term(WHAT[kind]), LONGEST_TITLE)
    organisation, person = owner_meant(desk.forum, action.owner, desk.today)
    details = Details(
        created_at=desk.now,
        created_by=actor,
        due=read_day(desk, action.due, "due"),
        source=_source(desk, kind, action.source),
        parties=clean_line(action.parties, Term("duty.field.parties"), _LONGEST_PARTIES, required=False),
        followed_on=read_day(desk, action.followed_on, "followed_on") if kind is Kind.AGREEMENT else None,
    )
    return FollowUp(
        forum=desk.forum.id,
        year=desk.now.year,
        number=0,
        revision=1,
        kind=kind,
        status=Status.UNDERWAY if kind is Kind.GRANT else Status.NOT_BEGUN,
        title=title,
        details=details,
        meeting=None if origin is None else origin[0].id,
        item=None if origin is None else origin[1].id,
        is_closed=origin is not None and origin[1].content.is_closed,
        organisation=organisation,
        person=person,
    )


def read_day(desk: Desk, typed: str, field: str) -> date | None:
    """The day that was typed; Refusal("bad_date") about that field."""
    if not typed.strip():
        return None
    try:
        return parse_date(typed, desk.today)
    except Refusal:
        raise Refusal("bad_date", field=field) from None


def form_id(typed: str) -> str:
    """The form's id; a typed sentence gets one of its own, and Refusal("bad_card") for what is none."""
    if not typed:
        return uuid4().hex
    if len(typed) > _LONGEST_FORM_ID or not typed.isalnum() or not typed.isascii():
        raise Refusal("bad_card")
    return typed


def _kind(kind: Kind) -> Kind:
    if kind not in WHAT:
        raise Refusal("bad_card")
    return kind


def _offered(desk: Desk, kind: Kind) -> Mapping[str, str]:
    return setting(desk.forum.charter) if kind is Kind.ASSIGNED else sources(desk.forum.charter)


def _source(desk: Desk, kind: Kind, typed: str) -> str | None:
    """Where an effort comes from, or who set a task; other duties have no source."""
    if kind is Kind.ASSIGNED:
        return _setter(desk, typed)
    return _origin(desk, typed) if kind is Kind.EFFORT else None


def _setter(desk: Desk, typed: str) -> str:
    """The body by its id or name, else as it was typed; where nothing was, the one that the charter names alone."""
    known = setting(desk.forum.charter)
    name = clean_line(typed, Term("duty.field.setter"), _LONGEST_PARTIES, required=len(known) != 1)
    named = (each for each, called in known.items() if fold(name) in (fold(each), fold(called)))
    return next(named, name or next(iter(known)))


def _origin(desk: Desk, typed: str) -> str:
    """By its id or its name; what is not named is another source than the charter's."""
    known = sources(desk.forum.charter)
    wanted = typed.strip().casefold()
    named = (each for each, name in known.items() if wanted in (each, name.casefold()))
    return next(named, OTHER_SOURCE if typed.strip() else next(iter(known)))


def _owner_typed(desk: Desk, typed: str) -> str:
    """The id of whoever was meant, so that the form has them chosen; as typed where that is nobody."""
    try:
        organisation, person = owner_meant(desk.forum, typed, desk.today)
    except Refusal:
        return typed
    return organisation or person or ""


def _words(origin: Origin | None) -> str:
    if origin is None:
        return ""
    meeting, item, position = origin
    title = NEUTRAL_TITLE if item.content.is_closed else item.content.title
    return say("duty.origin.item", moede_dato=medium_date(meeting.day), punkt=position, titel=title)
