"""Other bodies' meetings are registered, moved and cancelled; what hangs on them is told to whom it concerns."""

from dataclasses import replace
from datetime import date

from bot.domain.external.actions import CancelExternal, ChangeExternal, RegisterExternal
from bot.domain.external.bodies import Cadence, cadence_of
from bot.domain.external.cadence import days_before, hanging, proposed
from bot.domain.external.notices import ExternalNotice
from bot.domain.external.rules import check_open, check_revision, with_items
from bot.domain.external.state import Details, ExternalMeeting
from bot.domain.external.typed import in_one_breath
from bot.domain.kernel import settings
from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import WritingDesk
from bot.usecases.external import forms
from bot.usecases.external.keeping import add, keep, tell_secretariat
from bot.usecases.external.loading import Known, found, known
from bot.usecases.external.views import view_of
from bot.usecases.rights import require_secretariat
from cards.external import cards
from cards.kit.elements import Card
from cards.kit.words import medium_date, say
from storage import external as store


async def register(desk: WritingDesk, actor: str, action: RegisterExternal) -> Card:
    """A new one; the same form, or the same sentence, sent again is answered again."""
    require_secretariat(desk, actor)
    form = forms.form_id(action.form)
    said = in_one_breath(action, desk.today)
    body, name, day = forms.read(desk, actor, said)
    again = await store.by_form(desk.conn, desk.forum.id, form) or await _same(desk, action, name, day)
    if again is not None:
        return _shown(desk, actor, await known(desk, again), say("external.done.again", moede=_called(again)))
    details = Details(
        created_at=desk.now,
        created_by=actor,
        dated=desk.today,
        starts=forms.read_time(said.time),
        place=forms.read_place(said.place),
    )
    meeting = ExternalMeeting(
        forum=desk.forum.id,
        year=desk.now.year,
        number=0,
        revision=1,
        body=body,
        name=name,
        day=day,
        details=with_items(details, forms.read_items(desk, said.items)),
    )
    this = await add(desk, actor, meeting, form)
    await _propose(desk, actor, this.meeting)
    done = say("external.done.registered", ekstern=name, dato=medium_date(day), moede=_called(this.meeting))
    return _shown(desk, actor, this, done, is_dated=True)


async def change(desk: WritingDesk, actor: str, action: ChangeExternal) -> Card:
    """Another day, time, place or list of items; of another day whatever hangs on it is warned."""
    require_secretariat(desk, actor)
    before = await found(desk, action)
    check_open(before.meeting, desk.today)
    check_revision(before.meeting, action)
    after = _changed(desk, before.meeting, action)
    is_moved = after.day != before.meeting.day
    items = action.items or "" if after.details.items != before.meeting.details.items else ""
    this = await keep(desk, actor, before, after, "external.moved" if is_moved else "external.changed", items=items)
    if is_moved:
        await _warn(desk, actor, before.meeting, this.meeting)
        await _propose(desk, actor, this.meeting)
    return _shown(desk, actor, this, say("external.done.changed", moede=_called(this.meeting)), is_dated=is_moved)


async def cancel(desk: WritingDesk, actor: str, action: CancelExternal) -> Card:
    """It is not held; what hangs on it is warned likewise."""
    require_secretariat(desk, actor)
    before = await found(desk, action)
    if not before.meeting.is_cancelled:
        check_open(before.meeting, desk.today)
        check_revision(before.meeting, action)
    this = await keep(desk, actor, before, replace(before.meeting, is_cancelled=True), "external.cancelled")
    if this is not before:
        await _warn(desk, actor, before.meeting, this.meeting)
    return _shown(desk, actor, this, say("external.done.cancelled"))


def _changed(desk: WritingDesk, meeting: ExternalMeeting, action: ChangeExternal) -> ExternalMeeting:
    day, details = meeting.day, meeting.details
    if action.day is not None:
        day = forms.read_day(desk, action.day)
        details = replace(details, dated=details.dated if day == meeting.day else desk.today)
    if action.time is not None:
        details = replace(details, starts=forms.read_time(action.time))
    if action.place is not None:
        details = replace(details, place=forms.read_place(action.place))
    if action.items is not None:
        details = with_items(details, forms.read_items(desk, action.items, meeting.details.items))
    if details.sent is not None and details.items != meeting.details.items:
        raise Refusal("external_fixed", field="items")
    return replace(meeting, day=day, details=details)


async def _same(desk: WritingDesk, action: RegisterExternal, name: str, day: date) -> ExternalMeeting | None:
    """The one that a sentence, which has no form of its own, has registered already."""
    if action.form:
        return None
    every = await store.since(desk.conn, desk.forum.id, day)
    return next((each for each in every if (each.name, each.day, each.is_cancelled) == (name, day, False)), None)


async def _propose(desk: WritingDesk, actor: str, meeting: ExternalMeeting) -> None:
    """The secretariat hears which day is proposed for the forum's own meeting, and is asked what nobody settled."""
    if cadence_of(desk.forum, meeting.body) is Cadence.NONE:
        return
    days = days_before(desk.forum, meeting.day)
    if proposed(meeting.day, days.number, desk.calendar, desk.today) is not None:
        await tell_secretariat(desk, ExternalNotice.SUGGEST, meeting, meeting.day.isoformat(), but=actor)
    if not days.is_settled:
        for person in settings.secretariat(desk.forum, desk.today):
            if await desk.told(ExternalNotice.DAYS, recipient=person) is None:
                await desk.tell(ExternalNotice.DAYS, recipient=person)


async def _warn(desk: WritingDesk, actor: str, was: ExternalMeeting, now: ExternalMeeting) -> None:
    """Everybody hears in the channel, and the secretariat by name, which of the forum's meetings hang on it."""
    earlier = await store.last_of(desk.conn, desk.forum.id, was)
    new = None if now.is_cancelled else now.day
    touched = hanging(desk.forum.meetings, was, new, earlier, desk.today)
    day, ids = was.day.isoformat(), [each.id for each in touched]
    about = (ExternalNotice.MOVED, now.year, now.number, now.revision)
    await desk.tell(*about, year=now.year, number=now.number, was=day, meetings=ids)
    await tell_secretariat(desk, ExternalNotice.MOVED_OWN, now, now.revision, but=None, was=day, meetings=ids)


def _shown(desk: WritingDesk, actor: str, this: Known, outcome: str, *, is_dated: bool = False) -> Card:
    """The meeting with what was done; where its day was set, also with the day that is proposed for the forum's own."""
    view = view_of(desk, actor, this)
    return cards.one(view, outcome=[outcome, *(view.own[:1] if is_dated else ())])


def _called(meeting: ExternalMeeting) -> str:
    return say("external.number", nr=meeting.number, aar=meeting.year)
