"""Papers of a year, as somebody may see it: its status, and what became of the shared funds."""

from collections.abc import Callable

import orjson

from bot.domain.documents.blocks import Document
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.witness import Witness
from bot.domain.year import reports
from bot.usecases.desk import Desk
from bot.usecases.funds.loading import require_fund
from bot.usecases.funds.report import of_year
from bot.usecases.rights import require_seat
from bot.usecases.year.status import view_of
from cards.documents.of_year import fund_report, status
from cards.funds.report import data


async def funds(desk: Desk, person: str, year: int) -> tuple[bytes, Document]:
    """The fund's report of the year as data and on paper; Refusal("funds_none") in a forum without a fund."""
    require_seat(desk, person)
    await require_fund(desk)
    report = await of_year(desk, person, year)
    paper = fund_report(report, desk.now.replace(second=0, microsecond=0), desk.forum.timezone)
    return orjson.dumps(data(report)), paper


async def status_paper(
    desk: Desk, person: str, report: str, year: int, address_of: Callable[[Witness | None], str | None]
) -> Document:
    """The year's status on paper; Refusal("status_future") of a year that has not begun."""
    require_seat(desk, person)
    if year > desk.today.year:
        raise Refusal("status_future", aar=year)
    view = await view_of(desk, person, reports.meant(desk.forum.charter, report), year)
    at = view.sent_at or desk.now.replace(second=0, microsecond=0)
    return status(view, desk.forum.name, at.astimezone(desk.forum.timezone), address_of(view.witness))
