"""What became of the funds of a year, for a card, a table or a document."""

from datetime import datetime

from bot.domain.funds import ledger
from bot.domain.funds.actions import ShowFundReport
from bot.domain.funds.report import lead_days
from bot.usecases.desk import Desk
from bot.usecases.funds.loading import Decided, decided, require_fund
from bot.usecases.funds.views import agendas_of, council_view, entry_view, purpose_name
from bot.usecases.rights import require_seat
from cards.funds import report as cards
from cards.funds.report import Report
from cards.kit.elements import Card
from storage import funds as store


async def show(desk: Desk, actor: str, action: ShowFundReport) -> Card:
    """The year on one card."""
    require_seat(desk, actor)
    await require_fund(desk)
    return cards.card_of(await of_year(desk, actor, action.year or desk.now.year))


async def of_year(desk: Desk, actor: str | None, year: int) -> Report:
    """The year as data; `actor` None is whoever may see no more than a channel."""
    entries = await store.of_year(desk.conn, desk.forum.id, year)
    every = await decided(desk)
    known = await agendas_of(desk, [*entries, *(each.decision for each in every)])
    own = {(each.meeting, each.item) for each in entries}
    of_year = [each for each in every if _is_of(desk, each.decision.decided_at, year) or _item(each) in own]
    return Report(
        forum=desk.forum.id,
        forum_name=desk.forum.name,
        year=year,
        total=ledger.total(entries),
        accounts={purpose_name(desk.forum, each): it for each, it in ledger.accounts(entries).items()},
        entries=tuple(entry_view(desk, actor, each, entries, known) for each in entries),
        lead_days=lead_days(entries, [each.decision for each in every], desk.forum.timezone),
        councils=tuple(council_view(desk, actor, each, said, known) for each in of_year for said in each.councils),
    )


def _item(each: Decided) -> tuple[str, int]:
    return each.decision.meeting, each.decision.item


def _is_of(desk: Desk, moment: datetime, year: int) -> bool:
    return moment.astimezone(desk.forum.timezone).year == year
