"""The forms for seats and groups, and what is read from them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import uuid4

from bot.domain.appointments import founding
from bot.domain.appointments.actions import Appoint, CreateAppointments, CreateGroup
from bot.domain.appointments.asked import bodies
from bot.domain.appointments.levels import level_meant
from bot.domain.appointments.state import Appointment, Details, Group
from bot.domain.kernel.danish import NOBODY, clean_line, fold, parse_date
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.appointments.answering import LONGEST_LEVEL
from bot.usecases.appointments.loading import group_code
from bot.usecases.appointments.resolutions import offered
from bot.usecases.appointments.views import as_seen, view_of
from bot.usecases.desk import Desk
from cards.appointments import forms as cards
from cards.appointments.forms import Choosing
from cards.kit.elements import Card
from cards.kit.words import say
from storage import appointments as store

MOST_AT_ONCE = 20
_LONGEST_TITLE = 200
_LONGEST_BODY = 120
_LONGEST_FORM_ID = 64


async def seat_form(desk: Desk, typed: CreateAppointments) -> Card:
    """The form of »Ny plads«, with what was typed."""
    named = typed if typed.form else replace(typed, form=uuid4().hex)
    options = await _bodies_offered(desk)
    chosen = await _body(desk, named.body)
    code = chosen if isinstance(chosen, str) else group_code(chosen)
    shown = replace(named, forum=desk.forum.id, body=code if code in options else named.body)
    return cards.new_seat(shown, Choosing(options=options, notes=notes(desk)))


async def read_seat(desk: Desk, actor: str, action: CreateAppointments) -> tuple[Appointment, int]:
    """The seat that the form describes, not yet numbered, and how many of them; Refusal about what is at fault."""
    place = await _body(desk, action.other or action.body)
    group = place if isinstance(place, Group) else None
    body = "" if group is not None else clean_line(str(place), Term("appointment.field.body"), _LONGEST_BODY)
    title = clean_line(action.title, Term("appointment.field.title"), _LONGEST_TITLE)
    level = read_level(action.level) or ("" if group is None else group.level)
    until = read_day(desk, action.until, "until")
    if until is not None and until < desk.today:
        raise Refusal("bad_term", field="until")
    new = Appointment(
        forum=desk.forum.id,
        year=desk.now.year,
        number=0,
        revision=1,
        title=title,
        body=body,
        group=None if group is None else group.key,
        level=level,
        details=Details(created_at=desk.now, created_by=actor, until=until),
    )
    return new, _count(action.count)


async def appoint_form(desk: Desk, actor: str, typed: Appoint, one: Appointment) -> Card:
    """The form of »Udpeg«, with what was typed, else what is likely."""
    view = await view_of(desk, actor, one)
    last = one.details.until
    until = typed.until or (f"{last.day}/{last.month}/{last.year}" if last else "")
    shown = replace(typed, forum=desk.forum.id, number=one.number, year=one.year, until=until)
    named = () if view.call is None else view.call.candidates
    candidates = {each.name: f"{each.name} ({each.organisation})" for each in named if each.name}
    choosing = Choosing(options=await offered(desk), notes=[voting_words(desk)])
    return cards.appointing(shown, view, choosing, candidates)


async def group_form(desk: Desk, typed: CreateGroup) -> Card:
    """The form of a new working group, with what was typed, and what the charter says of groups."""
    charter = desk.forum.charter
    founding.check_ours(charter)
    shown = replace(typed, forum=desk.forum.id, form=typed.form or uuid4().hex)
    shown = replace(shown, level=shown.level or founding.set_level(charter))
    return cards.new_group(
        shown,
        Choosing(options=await offered(desk), notes=group_notes(desk)),
        needs_level=founding.needs_level(charter),
        needs_coordinator=founding.needs_coordinator(charter),
    )


def group_notes(desk: Desk) -> list[str]:
    """What the charter says of groups, in its words; that it does not settle them, where it is silent."""
    charter = desk.forum.charter
    rules = charter.working_groups
    if not founding.is_settled(charter):
        return [say("group.not_named")]
    said = {
        "group.said.occasion": rules.occasion,
        "group.said.coordinator": rules.coordinator,
        "group.said.level": rules.appointing_level,
    }
    whole = founding.founding_words(charter)
    more = {key: each.words for key, each in said.items() if each.value is not None and each.words != whole}
    return [say(key, ord=each) for key, each in ({"group.said": whole} | more).items() if each]


def notes(desk: Desk) -> list[str]:
    """What the charter says of appointments, in its words; that it does not name them, where it is silent."""
    tasks = (*desk.forum.charter.tasks.mandatory, *desk.forum.charter.tasks.optional)
    words = [each.words or each.name for each in tasks if each.by == "udpegninger"]
    if not words and not bodies(desk.forum):
        return [say("appointment.not_named")]
    return [say("appointment.said", ord=each) for each in words]


def voting_words(desk: Desk) -> str:
    """By what it is settled who is appointed: a resolution, and the charter's rule of voting where it has one."""
    voting = desk.forum.charter.meetings.voting
    if voting.value is None:
        return say("appointment.resolution.needed")
    return say("appointment.resolution.voting", ord=voting.words or voting.value)


def read_day(desk: Desk, typed: str, field: str) -> date | None:
    """The day that was typed; Refusal("bad_date") about that field."""
    if not typed.strip():
        return None
    try:
        return parse_date(typed, desk.today)
    except Refusal:
        raise Refusal("bad_date", field=field) from None


def read_level(typed: str) -> str:
    """The level that was typed or chosen; empty for none."""
    words = clean_line(typed, Term("appointment.field.level"), LONGEST_LEVEL, required=False)
    return "" if fold(words) == NOBODY else level_meant(words)


def form_id(typed: str) -> str:
    """The form's id; a typed sentence gets one of its own, and Refusal("bad_card") for what is none."""
    if not typed:
        return uuid4().hex
    if len(typed) > _LONGEST_FORM_ID or not typed.isalnum() or not typed.isascii():
        raise Refusal("bad_card")
    return typed


async def _bodies_offered(desk: Desk) -> Mapping[str, str]:
    """The bodies to which the charter says that appointments are coordinated, and the groups at work."""
    groups = await store.groups(desk.conn, desk.forum.id)
    named = {each.to.id: each.to.name for each in bodies(desk.forum)}
    return named | {group_code(each): as_seen(desk, each).task for each in groups}


async def _body(desk: Desk, typed: str) -> str | Group:
    """The body's id by its id, its name or a name in the words; the group by its code or number; else as typed."""
    words = fold(typed[:_LONGEST_TITLE]).strip()
    for group in await store.groups(desk.conn, desk.forum.id):
        number = f"arbejdsgruppe {group.number}"
        if words in (group_code(group), number, f"{number}/{group.year}", fold(group.task)):
            return group
    named = {each.to.id: each.to.name for each in bodies(desk.forum)}
    whole = next((each for each, name in named.items() if words in (fold(each), fold(name))), None)
    within = next((each for each, name in named.items() if fold(name) in words.split()), None)
    return whole or within or typed


def _count(typed: str) -> int:
    words = typed.strip() or "1"
    if not words.isdecimal() or len(words) > 3 or not 1 <= int(words) <= MOST_AT_ONCE:
        raise Refusal("bad_count", field="count", max=MOST_AT_ONCE)
    return int(words)
