"""The forum evaluates its own work as it chose: the secretariat is reminded, and puts it on an agenda by a click."""

from bot.domain.agenda import rules as drafting
from bot.domain.kernel import settings
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.state import Content, ItemKind
from bot.domain.year import evaluation as rules
from bot.domain.year.actions import EvaluateOnAgenda
from bot.domain.year.notices import YearNotice
from bot.usecases.agenda.views import draft_of, open_meetings
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.rights import require_secretariat
from bot.usecases.telling import tell_moved
from bot.usecases.year.planning import Wanted, plan_just
from cards.kit.elements import Card
from cards.kit.words import medium_date, say
from cards.year import evaluation as cards
from storage import agenda as agendas


async def plan(desk: WritingDesk) -> None:
    """Plan the reminders that the forum's choice calls for, and drop the others."""
    await plan_just(
        desk,
        YearNotice.EVALUATION,
        [
            Wanted(about=(), day=day, recipient=person, subject={"day": day.isoformat()})
            for day in rules.days(desk.forum, desk.calendar, desk.today)
            for person in settings.secretariat(desk.forum, day)
        ],
        reason=say("stale.evaluation"),
    )


def told(desk: Desk, notice: Notice) -> Card | Stale:
    """That it is time, while the forum wants it."""
    how = desk.forum.choice(rules.HOW)
    is_wanted = rules.is_spoken_of(desk.forum) and how not in (None, rules.NEVER)
    if not is_wanted or desk.forum.choice(rules.EVERY) is None:
        return Stale(say("stale.evaluation"))
    return cards.due(desk.forum.id, str(how), desk.forum.charter.evaluation.words or "", desk.called(notice))


async def put_on_agenda(desk: WritingDesk, actor: str, action: EvaluateOnAgenda) -> Card:
    """It is an item of the next draft, once."""
    require_secretariat(desk, actor)
    meeting = next(iter(await open_meetings(desk)), None)
    if meeting is None:
        raise Refusal("duty_no_agenda")
    agenda, title = await draft_of(desk, meeting), say("evaluation.item")
    day = medium_date(meeting.day)
    if any(each.content.title == title for each in agenda.items):
        return cards.on_agenda(desk.forum.id, say("evaluation.done.already", moede_dato=day))
    words = desk.forum.charter.evaluation.words
    summary = say("overview.charter", ord=words) if words else say("evaluation.item.summary")
    longer = drafting.insert(agenda, Content(title=title, kind=ItemKind.DISCUSSION, summary=summary))
    await agendas.put(desk.conn, longer)
    await tell_moved(desk, agenda, longer)
    await desk.log(actor, "agenda.item_added", meeting=meeting.id, revision=longer.revision, texts={"title": title})
    return cards.on_agenda(desk.forum.id, say("evaluation.done", moede_dato=day))
