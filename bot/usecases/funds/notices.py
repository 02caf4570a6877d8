"""What is told of the funds, drawn as they stand when it leaves; of no use once nothing of it is owed."""

from datetime import date

from bot.domain.funds.council import is_owed, reminded_on
from bot.domain.funds.delegating import answering
from bot.domain.funds.notices import FundNotice
from bot.domain.funds.state import CouncilFollowUp, kroner
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import Desk
from bot.usecases.funds.loading import decision_of, key_of
from bot.usecases.funds.views import agendas_of, council_view, decision_view, disposes_for, entry_view
from cards.funds import council as council_cards
from cards.funds import told
from cards.funds.view import councils_words
from cards.kit.elements import Card
from cards.kit.words import money, say
from storage import funds as store


async def render(desk: Desk, notice: Notice, kind: FundNotice) -> Card | Stale:
    """The notice as it leaves."""
    match kind:
        case FundNotice.GRANTED:
            return await _granted(desk, notice)
        case FundNotice.DISPOSED:
            return await _disposed(desk, notice)
        case FundNotice.COUNCIL | FundNotice.COUNCIL_DUE:
            return await _council(desk, notice, kind)
        case FundNotice.ANSWERED:
            return await _answered(desk, notice)


async def _granted(desk: Desk, notice: Notice) -> Card | Stale:
    try:
        by = await decision_of(desk, str(notice.subject["decision"]))
    except Refusal:  # it was taken out of the minutes
        return Stale(say("stale.funds_disposed"))
    if by.left <= 0:
        return Stale(say("stale.funds_disposed"))
    if not disposes_for(desk, notice.recipient, by):
        return Stale(say("stale.funds_not_theirs"))
    view = decision_view(desk, notice.recipient, by, await agendas_of(desk, [by.decision]))
    return told.granted(desk.forum.id, view, desk.called(notice))


async def _disposed(desk: Desk, notice: Notice) -> Card | Stale:
    year, number = int(str(notice.subject["year"])), int(str(notice.subject["number"]))
    entries = await store.of_year(desk.conn, desk.forum.id, year)
    entry = next((each for each in entries if each.number == number), None)
    if entry is None:
        return Stale(say("stale.funds_gone"))
    view = entry_view(desk, notice.recipient, entry, entries, await agendas_of(desk, [entry]))
    return told.disposed(desk.forum.id, view, desk.called(notice))


async def _council(desk: Desk, notice: Notice, kind: FundNotice) -> Card | Stale:
    follow_up = await _follow_up(desk, notice)
    if follow_up is None:
        return Stale(say("stale.funds_gone"))
    if (why := _stale(desk, notice, follow_up)) is not None:
        return Stale(why)
    by = await decision_of(desk, key_of(follow_up.meeting, follow_up.item))
    view = council_view(desk, notice.recipient, by, follow_up, await agendas_of(desk, [by.decision]))
    amount = view.title if view.is_hidden else money(kroner(by.decision.amount))
    key = "reminder.council" if kind is FundNotice.COUNCIL_DUE else "funds.told.council"
    words = say("reminder.council", organisation=view.name, beloeb=amount)
    if key == "funds.told.council":
        words = say("funds.told.council", organisation=view.name, beloeb=amount)
    return council_cards.asked(desk.forum.id, view, words, desk.called(notice))


async def _answered(desk: Desk, notice: Notice) -> Card | Stale:
    follow_up = await _follow_up(desk, notice)
    if follow_up is None or follow_up.by is None:
        return Stale(say("stale.funds_gone"))
    by = await decision_of(desk, key_of(follow_up.meeting, follow_up.item))
    known = await agendas_of(desk, [by.decision])
    view = council_view(desk, notice.recipient, by, follow_up, known)
    whole = councils_words([council_view(desk, notice.recipient, by, each, known) for each in by.councils])
    return council_cards.told(desk.forum.id, view, whole, desk.called(notice))


async def _follow_up(desk: Desk, notice: Notice) -> CouncilFollowUp | None:
    return await store.follow_up(desk.conn, desk.forum.id, int(str(notice.subject["number"])))


def _stale(desk: Desk, notice: Notice, follow_up: CouncilFollowUp) -> str | None:
    """Why it is not asked for any more, of that person, on that day."""
    organisation = desk.forum.organisation(follow_up.organisation)
    if organisation is None or not is_owed(follow_up, desk.forum, desk.today):
        return say("stale.funds_answered")
    if notice.recipient not in answering(desk.forum, organisation, desk.today):
        return say("stale.funds_not_theirs")
    if "day" in notice.subject:
        day = date.fromisoformat(str(notice.subject["day"]))
        if day not in reminded_on(follow_up, desk.forum, desk.calendar):
            return say("stale.funds_answered")
    return None
