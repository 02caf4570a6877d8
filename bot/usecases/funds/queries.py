"""A year of the shared funds, and one entry of the ledger."""

from collections.abc import Sequence

from bot.domain.funds import ledger
from bot.domain.funds.actions import CounterEntry, ShowFundEntry, ShowFunds
from bot.domain.funds.state import Entry
from bot.usecases.desk import Desk
from bot.usecases.funds.loading import decided, holds_fund, require_fund
from bot.usecases.funds.notes import notes, standing_words
from bot.usecases.funds.views import agendas_of, decision_view, disposes_for, entry_view, purpose_name
from bot.usecases.proposals.in_hand import typed_on
from bot.usecases.rights import is_secretariat, require_seat
from cards.funds import cards
from cards.funds.view import FundsView
from cards.kit.elements import Card
from storage import funds as store


async def show(desk: Desk, actor: str, action: ShowFunds, *, outcome: str | None = None) -> Card:
    """How the funds of a year stand; a forum that has none says so."""
    require_seat(desk, actor)
    if not await holds_fund(desk):
        return cards.none(desk.forum.name)
    return cards.overview(await _view(desk, actor, action.year or desk.now.year), outcome=outcome)


async def show_entry(desk: Desk, actor: str, action: ShowFundEntry) -> Card:
    """One entry."""
    require_seat(desk, actor)
    await require_fund(desk)
    return await entry_card(desk, actor, action.year or desk.now.year, action.number)


async def entry_card(
    desk: Desk, actor: str, year: int, number: int, *, typed: str = "", outcome: str | None = None
) -> Card:
    """One entry, with what was just done."""
    entries = await store.of_year(desk.conn, desk.forum.id, year)
    entry = ledger.found(entries, number)
    view = entry_view(desk, actor, entry, entries, await agendas_of(desk, [entry]))
    return cards.entry(desk.forum.id, view, typed=typed, outcome=outcome)


async def as_typed(desk: Desk, actor: str, action: CounterEntry) -> Card:
    """One entry with the reason as it was typed."""
    card = await entry_card(desk, actor, action.year or desk.now.year, action.number, typed=action.words)
    return typed_on(desk, card)


async def _view(desk: Desk, actor: str, year: int) -> FundsView:
    entries = await store.of_year(desk.conn, desk.forum.id, year)
    every = await decided(desk)
    known = await agendas_of(desk, [*entries, *(each.decision for each in every)])
    shown = [each for each in every if each.left > 0 or any(council.is_open for council in each.councils)]
    serves = is_secretariat(desk, actor)
    return FundsView(
        forum=desk.forum.id,
        year=year,
        years=await store.years(desk.conn, desk.forum.id),
        total=ledger.total(entries),
        accounts={purpose_name(desk.forum, each): it for each, it in ledger.accounts(entries).items()},
        decisions=[decision_view(desk, actor, each, known) for each in shown or every[:1]],
        entries=[entry_view(desk, actor, each, entries, known) for each in entries],
        standing=standing_words(desk),
        notes=notes(desk.forum),
        may_book=serves,
        may_dispose=_may_dispose(desk, actor) or any(disposes_for(desk, actor, each) for each in every),
        may_spend=serves and _has_unspent(entries),
    )


def _may_dispose(desk: Desk, actor: str) -> bool:
    return bool(disposes_for(desk, actor, None))


def _has_unspent(entries: Sequence[Entry]) -> bool:
    return any(ledger.unspent(entries, each) > 0 for each in ledger.disposals(entries))
