"""Agreements are followed up by being put on an agenda; how often is the forum's choice, and it is asked once."""

from dataclasses import replace

from bot.domain.agenda import rules as drafting
from bot.domain.agenda.state import Agenda
from bot.domain.duties.actions import PutOnNextAgenda
from bot.domain.duties.notices import DutyNotice
from bot.domain.duties.reminders import months_after
from bot.domain.duties.state import FollowUp, Kind
from bot.domain.kernel import settings
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.state import Content, ItemKind
from bot.usecases.agenda.views import draft_of, open_meetings
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.duties.keeping import keep
from bot.usecases.duties.loading import found
from bot.usecases.duties.views import agenda_of, view_of
from bot.usecases.rights import require_secretariat
from bot.usecases.telling import tell_moved
from cards.duties import cards
from cards.duties.view import called
from cards.kit.elements import Card
from cards.kit.words import medium_date, say
from storage import agenda as agendas


async def put_on_agenda(desk: WritingDesk, actor: str, action: PutOnNextAgenda) -> Card:
    """The agreement is an item of the next draft, once."""
    require_secretariat(desk, actor)
    duty = await found(desk, action)
    if duty.kind is not Kind.AGREEMENT:
        raise Refusal("duty_kind", opgave=called(duty.kind, duty.number, duty.year))
    meeting = next(iter(await open_meetings(desk)), None)
    if meeting is None:
        raise Refusal("duty_no_agenda")
    agenda = await draft_of(desk, meeting)
    place = _place(agenda, duty)
    if place is None:
        return await _put(desk, actor, duty, meeting, agenda)
    said = say("duty.done.agenda.already", moede_dato=medium_date(meeting.day), punkt=place)
    return cards.one(await view_of(desk, actor, duty), outcome=said)


async def ask_how_often(desk: WritingDesk) -> None:
    """Each of the secretariat is asked once, where nobody settled it."""
    if desk.forum.choice("agreement_follow_up_months") is not None:
        return
    for person in settings.secretariat(desk.forum, desk.today):
        if await desk.told(DutyNotice.MONTHS, recipient=person) is None:
            await desk.tell(DutyNotice.MONTHS, recipient=person)


async def is_on_agenda(desk: Desk, duty: FollowUp) -> bool:
    """Whether it is coming up, or was on an agenda lately enough for the forum's choice."""
    meeting = await _on(desk, duty)
    if meeting is None:
        return False
    months = desk.forum.choice("agreement_follow_up_months")
    until = meeting.day if months is None else months_after(meeting.day, int(months))
    return desk.today < until or meeting.day >= desk.today


async def _put(desk: WritingDesk, actor: str, duty: FollowUp, meeting: Meeting, agenda: Agenda) -> Card:
    longer = drafting.insert(agenda, _content(duty))
    place = drafting.last_place(longer) - 1
    await agendas.put(desk.conn, longer)
    await tell_moved(desk, agenda, longer)
    await desk.log(
        actor, "agenda.item_added", meeting=meeting.id, revision=longer.revision, texts={"title": duty.title}
    )
    before = await _on(desk, duty)
    details = replace(
        duty.details,
        agenda_meeting=meeting.id,
        agenda_item=longer.items[place - 1].id,
        followed_on=before.day if before and before.day <= desk.today else duty.details.followed_on,
        due=None,
    )
    after = await keep(desk, actor, duty, replace(duty, details=details), "duty.agenda")
    said = say("duty.done.agenda", moede_dato=medium_date(meeting.day), punkt=place)
    return cards.one(await view_of(desk, actor, after), outcome=said)


async def _on(desk: Desk, duty: FollowUp) -> Meeting | None:
    wanted = duty.details.agenda_meeting
    known = await agendas.of_meetings(desk.conn, desk.forum.id, [wanted] if wanted else [])
    return agenda_of(desk, duty, known)


def _place(agenda: Agenda, duty: FollowUp) -> int | None:
    """Where it stands on that agenda, if it does."""
    details = duty.details
    if details.agenda_meeting != agenda.meeting or details.agenda_item is None:
        return None
    return drafting.meant(agenda, 0, details.agenda_item)


def _content(duty: FollowUp) -> Content:
    last = duty.details.followed_on
    day = say("duty.agreement.never") if last is None else medium_date(last)
    summary = say("duty.item.content", aftale=duty.title, dato=day)
    return Content(title=duty.title, kind=ItemKind.DISCUSSION, summary=summary)
