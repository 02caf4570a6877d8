"""The form for another body's meeting, what is read from it, and what stands in it for whoever reads along."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from uuid import uuid4

from bot.domain.external.actions import ChangeExternal, OpenExternal, OpenExternalForm, RegisterExternal
from bot.domain.external.bodies import Cadence, body_meant, others
from bot.domain.external.rules import MOST_ITEMS, check_ahead, check_day
from bot.domain.external.state import ExternalMeeting, Item
from bot.domain.external.typed import in_one_breath
from bot.domain.kernel.danish import clean_line, fold, parse_date, parse_time
from bot.domain.kernel.refusal import Refusal, Term
from bot.usecases.desk import Desk
from bot.usecases.external.loading import found
from bot.usecases.external.views import perhaps_name
from bot.usecases.proposals.in_hand import typed_on
from bot.usecases.rights import require_secretariat
from cards.external import form as cards
from cards.kit.elements import Card
from cards.kit.words import medium_date, say
from cards.proposals.closed import NEUTRAL_TITLE

_LONGEST_NAME = 200  # characters
_LONGEST_FORM_ID = 64
_CLOSED = re.compile(r"\s*lukket\s*:\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"\s*(?:[0-9]{1,2}[.)]|[-*•])\s+")


async def open_new(desk: Desk, actor: str, action: OpenExternalForm) -> Card:
    """The form with what was said, else with the body chosen that the charter has the forum meet ahead of."""
    require_secretariat(desk, actor)
    if action.words:
        return new_as_refused(desk, RegisterExternal(words=action.words))
    usual = next((each.body for each in others(desk.forum) if each.cadence is Cadence.ALIGNED), "")
    return _new(desk, RegisterExternal(forum=desk.forum.id, form=uuid4().hex, body=usual))


async def open_change(desk: Desk, actor: str, action: OpenExternal) -> Card:
    """The form for one that is ahead, as it stands."""
    require_secretariat(desk, actor)
    meeting = (await found(desk, action)).meeting
    check_ahead(meeting, desk.today)
    return _change(desk, meeting, ChangeExternal(forum=meeting.forum))


def new_as_refused(desk: Desk, typed: RegisterExternal) -> Card:
    """The form with all that was typed."""
    said = in_one_breath(typed, desk.today)
    body, _ = body_meant(desk.forum, said.named[:_LONGEST_NAME]) if said.named.strip() else (said.body, "")
    named = "" if body else said.named
    kept = replace(said, forum=desk.forum.id, form=said.form or uuid4().hex, body=body or "", named=named)
    return typed_on(desk, _new(desk, kept))


async def change_as_refused(desk: Desk, typed: ChangeExternal) -> Card:
    """The same of one that is known, as it stands by now but for what was typed."""
    return typed_on(desk, _change(desk, (await found(desk, typed)).meeting, typed))


def read(desk: Desk, actor: str, said: RegisterExternal) -> tuple[str | None, str, date]:
    """Whose meeting it is and when; Refusal about the field that is at fault."""
    named = clean_line(said.named, Term("external.field.body"), _LONGEST_NAME, required=not said.body)
    body, name = body_meant(desk.forum, named or said.body[:_LONGEST_NAME])
    if not named and body is None:
        raise Refusal("bad_card")
    return body, name, read_day(desk, said.day)


def read_day(desk: Desk, typed: str) -> date:
    """The day; Refusal "missing_field", "bad_date", "external_past" or "external_far"."""
    if not typed.strip():
        raise Refusal("missing_field", field="day", felt=Term("external.field.day"))
    try:
        day = parse_date(typed, desk.today)
    except Refusal:
        raise Refusal("bad_date", field="day") from None
    check_day(day, desk.today)
    return day


def read_time(typed: str) -> time | None:
    """The time of the day, if there is one; Refusal("bad_time")."""
    return parse_time(typed, "time") if typed.strip() else None


def read_place(typed: str) -> str:
    """The place, if there is one."""
    return clean_line(typed, Term("external.field.place"), _LONGEST_NAME, required=False)


def read_items(desk: Desk, typed: str, known: tuple[Item, ...] = ()) -> list[Item]:
    """One item a line, not yet told from those that are known.

    Where others read along a closed one stands as such and no more, and is the known one in the same order.
    """
    lines = [line for line in typed.splitlines() if line.strip()]
    if len(lines) > MOST_ITEMS:
        raise Refusal("external_many_items", field="items", max=MOST_ITEMS)
    closed = iter([each for each in known if each.is_closed] if desk.is_public else [])
    return [_line(line, closed) for line in lines]


def form_id(typed: str) -> str:
    """The form's id; a typed sentence gets one of its own, and Refusal("bad_card") for what is none."""
    if not typed:
        return uuid4().hex
    if len(typed) > _LONGEST_FORM_ID or not typed.isalnum() or not typed.isascii():
        raise Refusal("bad_card")
    return typed


def _line(line: str, closed: Iterator[Item]) -> Item:
    numbered = _NUMBERED.match(line)
    words = line[numbered.end() :] if numbered else line
    if fold(words[:_LONGEST_NAME]).strip() == fold(NEUTRAL_TITLE):
        return next(closed, Item(id=0, title=NEUTRAL_TITLE, is_closed=True))
    marked = _CLOSED.match(words)
    title = clean_line(words[marked.end() :] if marked else words, Term("external.field.items"), _LONGEST_NAME)
    return Item(id=0, title=title, is_closed=bool(marked))


def _new(desk: Desk, typed: RegisterExternal) -> Card:
    bodies = {each.body: perhaps_name(each.name, each.cadence) for each in others(desk.forum)}
    return cards.new(typed, bodies, is_public=desk.is_public)


def _change(desk: Desk, meeting: ExternalMeeting, typed: ChangeExternal) -> Card:
    details = meeting.details
    starts = details.starts
    shown = ChangeExternal(
        forum=meeting.forum,
        number=meeting.number,
        year=meeting.year,
        revision=meeting.revision,
        day=medium_date(meeting.day) if typed.day is None else typed.day,
        time=(f"{starts.hour}.{starts.minute:02}" if starts else "") if typed.time is None else typed.time,
        place=details.place if typed.place is None else typed.place,
        items="\n".join(_shown(desk, each) for each in details.items) if typed.items is None else typed.items,
    )
    return cards.change(shown, meeting.name, is_public=desk.is_public)


def _shown(desk: Desk, item: Item) -> str:
    if not item.is_closed:
        return item.title
    return NEUTRAL_TITLE if desk.is_public else say("external.line.closed", titel=item.title)
