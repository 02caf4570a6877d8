"""What the secretariat is told of who takes part: as the agenda leaves, and the working day before the meeting."""

from bot.domain.composition import doctors as rules
from bot.domain.composition.notices import CompositionNotice
from bot.domain.kernel import settings
from bot.domain.kernel.deadlines import meeting_reminder
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.composition.doctors import question_card
from bot.usecases.composition.views import composition_of
from bot.usecases.desk import Desk, WritingDesk
from cards.composition import cards
from cards.kit.elements import Card
from cards.kit.words import say
from storage import composition as stored


async def plan(desk: WritingDesk, meeting: Meeting) -> None:
    """Plan the table for the working day before; planned again it only moves."""
    at = desk.calendar.opens(meeting_reminder(meeting.day, desk.calendar), desk.forum.timezone)
    if desk.now < meeting.starts:
        await desk.remind_secretariat(CompositionNotice.COMPOSITION, at=at, meeting=meeting.id)


async def agenda_left(desk: WritingDesk, meeting: Meeting) -> None:
    """Tell those who serve who takes part, and ask them which doctors' organisation comes where nobody has said."""
    serving = settings.secretariat(desk.forum, desk.today)
    await desk.tell_each(serving, CompositionNotice.COMPOSITION, meeting=meeting.id)
    known = await stored.gp_answer(desk.conn, desk.forum.id, meeting.id)
    if rules.is_asked(desk.forum) and known is None:
        await desk.tell_each(serving, CompositionNotice.GP_QUESTION, meeting=meeting.id)


async def composition(desk: Desk, notice: Notice) -> Card | Stale:
    """The table as it stands by now."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    if desk.now >= meeting.starts:
        return Stale(say("stale.composition_begun"))
    occasion = say("composition.occasion.near" if notice.is_timed else "composition.occasion.sent")
    shown = await composition_of(desk, notice.recipient, meeting)
    return cards.composition(shown, occasion=occasion, mention=desk.called(notice))


async def gp_question(desk: Desk, notice: Notice) -> Card | Stale:
    """The question, or what was answered meanwhile."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    if not rules.is_asked(desk.forum):
        return Stale(say("stale.gp_not_asked"))
    return await question_card(desk, meeting, mention=desk.called(notice))
