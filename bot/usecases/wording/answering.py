"""The secretariat takes a suggestion or does not: into minutes that can still be changed, else as an addition.

Whoever made it hears of it, and so do those who had approved other words. The first answer counts.
"""

from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel.danish import clean_text
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.minutes import rules as minute_taking
from bot.domain.wording import rules
from bot.domain.wording.actions import DeclineWording, TakeWording
from bot.domain.wording.state import Status, Suggestion
from bot.usecases.desk import WritingDesk
from bot.usecases.minutes import keeping
from bot.usecases.minutes.adding import added
from bot.usecases.minutes.records import Record
from bot.usecases.rights import require_secretariat
from bot.usecases.wording.commands import log
from bot.usecases.wording.loading import check_sees, found, place_of, record_of
from bot.usecases.wording.telling import tell_answered, tell_approvers
from bot.usecases.wording.views import view_of
from cards.kit.elements import Card
from cards.kit.words import say
from cards.wording import cards
from cards.wording.view import STATUSES
from storage import wordings as store

_LONGEST_REASON = 500


async def take(desk: WritingDesk, actor: str, action: TakeWording) -> Card:
    """»Indarbejd«: the item says what was suggested, or an addition does."""
    suggestion, record, item = await _answerable(desk, actor, action)
    if rules.is_answered_so(suggestion, taken=True):
        return await _shown(desk, actor, suggestion, _already(desk, suggestion))
    _check_waits(desk, suggestion)
    rules.check_taking(suggestion, record.minutes, action.seen)
    taken = await store.save(desk.conn, rules.take(suggestion, record.minutes, actor, desk.now))
    texts = {"was": rules.words_of(record.minutes, item.id), "now": taken.details.words}
    if taken.status is Status.ADDED:
        words = say("wording.addition", ord=taken.details.words)
        await added(desk, actor, record, words, item, knowing=(taken.person,))
        outcome = say("wording.done.added", navn=desk.name_of(taken.person))
    else:
        outcome = await _reword(desk, actor, record, taken)
    await log(desk, actor, taken, "wording.taken", **texts)
    await tell_answered(desk, actor, taken)
    return await _shown(desk, actor, taken, outcome)


async def decline(desk: WritingDesk, actor: str, action: DeclineWording) -> Card:
    """»Indarbejd ikke«, with a reason where one was given."""
    suggestion, _, _ = await _answerable(desk, actor, action)
    reason = clean_text(action.words, Term("wording.field.reason"), _LONGEST_REASON, required=False)
    if rules.is_answered_so(suggestion, taken=False):
        return await _shown(desk, actor, suggestion, _already(desk, suggestion))
    _check_waits(desk, suggestion)
    declined = await store.save(desk.conn, rules.decline(suggestion, reason, actor, desk.now))
    await log(desk, actor, declined, "wording.declined", reason=reason)
    await tell_answered(desk, actor, declined)
    return await _shown(desk, actor, declined, say("wording.done.declined", navn=desk.name_of(declined.person)))


async def _answerable(
    desk: WritingDesk, actor: str, action: TakeWording | DeclineWording
) -> tuple[Suggestion, Record, AgendaItem]:
    """The suggestion with its minutes and its item, where that person may answer it here."""
    require_secretariat(desk, actor)
    suggestion = await found(desk, actor, action)
    record = await record_of(desk, suggestion)
    position = place_of(record, suggestion)
    if position is None:
        raise Refusal("wording_not_suggested")
    item = record.items[position - 1]
    await check_sees(desk, actor, record, item)
    return suggestion, record, item


def _check_waits(desk: WritingDesk, suggestion: Suggestion) -> None:
    """Refusal that says who was first."""
    answer = suggestion.details.answer
    if answer is not None:
        raise Refusal("wording_over_by", navn=desk.name_of(answer.by), status=Term(STATUSES[suggestion.status]))


async def _reword(desk: WritingDesk, actor: str, record: Record, taken: Suggestion) -> str:
    """The item as it was suggested; a yes to other words is none to these, and whoever gave it is told."""
    before = record.minutes
    changed = minute_taking.record(before, record.items, rules.reworded(taken, before))
    await keeping.keep(desk, record, changed)
    fallen = [each for each in before.approved_by if each not in changed.approved_by]
    await tell_approvers(desk, actor, record, taken, fallen)
    words = say("wording.done.taken", navn=desk.name_of(taken.person))
    return f"{words} {say('wording.done.asked_again')}" if fallen else words


def _already(desk: WritingDesk, suggestion: Suggestion) -> str:
    answer = suggestion.details.answer
    name = "" if answer is None else desk.name_of(answer.by)
    return say("wording.done.already", navn=name, status=say(STATUSES[suggestion.status]))


async def _shown(desk: WritingDesk, actor: str, suggestion: Suggestion, outcome: str) -> Card:
    return cards.one(await view_of(desk, actor, suggestion), outcome=outcome)
