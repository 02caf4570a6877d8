"""Which of the doctors' organisations comes to a meeting: asked of the secretariat, and changed until it begins."""

from bot.domain.composition import doctors as rules
from bot.domain.composition.actions import AnswerGpQuestion, OpenGpQuestion
from bot.domain.composition.notices import CompositionNotice
from bot.domain.composition.state import GpAnswer
from bot.domain.kernel import settings
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.rights import require_secretariat
from cards.composition import doctors as cards
from cards.kit.elements import Card, Mention
from cards.kit.words import listing, medium_date, say
from storage import composition as stored


async def open_question(desk: Desk, actor: str, action: OpenGpQuestion) -> Card:
    """The question about the meeting, with what was answered."""
    require_secretariat(desk, actor)
    _check_asked(desk)
    return await question_card(desk, desk.meeting(action.meeting))


async def answer(desk: WritingDesk, actor: str, action: AnswerGpQuestion) -> Card:
    """Keep the answer, in place of an earlier one, and let everything show it."""
    require_secretariat(desk, actor)
    _check_asked(desk)
    meeting = desk.meeting(action.meeting)
    if desk.now >= meeting.starts:
        raise Refusal("composition_begun")
    chosen = rules.meant(desk.forum, action.organisations, action.words)
    given = GpAnswer(organisations=chosen, said_by=actor, at=desk.now)
    await stored.put_gp_answer(desk.conn, desk.forum.id, meeting.id, given)
    await desk.log(actor, "composition.gp", meeting=meeting.id, organisations=list(chosen))
    for person in settings.secretariat(desk.forum, desk.today):
        await desk.tell_again(CompositionNotice.GP_QUESTION, meeting=meeting.id, recipient=person)
    names = listing(rules.name_of(desk.forum, each) for each in chosen)
    done = say("composition.plo.done", navne=names, moede_dato=medium_date(meeting.day))
    return await question_card(desk, meeting, outcome=done)


async def question_card(
    desk: Desk, meeting: Meeting, *, outcome: str | None = None, mention: Mention | None = None
) -> Card:
    """The question as it stands by now."""
    known = await stored.gp_answer(desk.conn, desk.forum.id, meeting.id)
    return cards.question(
        meeting,
        {each: rules.name_of(desk.forum, each) for each in rules.options(desk.forum)},
        [rules.name_of(desk.forum, each) for each in rules.representing(desk.forum, known)],
        words=desk.forum.charter.composition.gp_organisations.words,
        is_ahead=desk.now < meeting.starts,
        mention=mention,
        outcome=outcome,
    )


def _check_asked(desk: Desk) -> None:
    if not rules.is_asked(desk.forum):
        raise Refusal("gp_not_asked", forum=desk.forum.name)
