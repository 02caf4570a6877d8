"""Suggestions as one person may see them here."""

from collections.abc import Iterable

from bot.domain.agenda.state import AgendaItem
from bot.domain.minutes.rules import is_sent
from bot.domain.wording.rules import words_of
from bot.domain.wording.state import Kind, Status, Suggestion
from bot.usecases.desk import Desk
from bot.usecases.minutes.records import Record
from bot.usecases.minutes.views import seen_by
from bot.usecases.rights import is_secretariat
from bot.usecases.wording.loading import place_of, record_of
from cards.proposals.closed import NEUTRAL_TITLE
from cards.wording.view import Act, Answered, WordingView


async def view_of(desk: Desk, actor: str, suggestion: Suggestion, record: Record | None = None) -> WordingView:
    """One of them; of a closed item nothing but that there is one, where that person may not see more."""
    of = await record_of(desk, suggestion) if record is None else record
    position = place_of(of, suggestion)
    item = None if position is None else of.items[position - 1]
    return _view(desk, actor, suggestion, of, item, is_hidden=await _is_hidden(desk, actor, of, item))


async def views_of(desk: Desk, actor: str, every: Iterable[Suggestion], record: Record) -> list[WordingView]:
    """All of them, about the same minutes."""
    return [await view_of(desk, actor, each, record) for each in every]


async def _is_hidden(desk: Desk, actor: str, record: Record, item: AgendaItem | None) -> bool:
    if item is None or not item.content.is_closed:
        return False
    return desk.is_public or not (await seen_by(desk, actor, record))(item)


def _view(
    desk: Desk, actor: str, suggestion: Suggestion, record: Record, item: AgendaItem | None, *, is_hidden: bool
) -> WordingView:
    details, answer = suggestion.details, suggestion.details.answer
    title = "" if item is None else NEUTRAL_TITLE if is_hidden else item.content.title
    seen = answer.replaced if answer is not None and suggestion.status is not Status.NOT_TAKEN else details.seen
    return WordingView(
        forum=desk.forum.id,
        meeting=record.meeting,
        tz=desk.forum.timezone,
        number=suggestion.number,
        year=suggestion.year,
        kind=suggestion.kind,
        status=suggestion.status,
        position=place_of(record, suggestion),
        title=title,
        name=desk.name_of(suggestion.person),
        at=details.at,
        words="" if is_hidden else details.words,
        seen="" if is_hidden else seen,
        present="" if is_hidden or item is None else words_of(record.minutes, item.id),
        answered=None
        if answer is None
        else Answered(name=desk.name_of(answer.by), at=answer.at, reason="" if is_hidden else answer.reason),
        acts=_acts(desk, actor, suggestion, is_hidden=is_hidden),
        is_hidden=is_hidden,
        is_sent=is_sent(record.minutes),
    )


def _acts(desk: Desk, actor: str, suggestion: Suggestion, *, is_hidden: bool) -> frozenset[Act]:
    acts = set()
    if suggestion.waits and suggestion.kind is Kind.SUGGESTION and is_secretariat(desk, actor) and not is_hidden:
        acts.add(Act.ANSWER)
    if suggestion.status in (Status.WAITING, Status.LATE) and suggestion.person == actor:
        acts.add(Act.WITHDRAW)
    return frozenset(acts)
