"""The secretariat is reminded on the day that an answer was wanted by, while there is none."""

from bot.domain.kernel import settings
from bot.domain.referrals.notices import ReferralNotice
from bot.domain.referrals.state import Referral
from bot.usecases.desk import WritingDesk
from storage import referrals as store


async def remind(desk: WritingDesk, referral: Referral) -> None:
    """Plan it for each of those who serve the forum by then; of a day that lies behind nobody is reminded."""
    day = referral.wanted
    if day is None or not referral.is_open or day < desk.today:
        return
    at = desk.calendar.opens(day, desk.forum.timezone)
    for person in settings.secretariat(desk.forum, day):
        await desk.remind(
            ReferralNotice.DUE,
            referral.year,
            referral.number,
            at=at,
            recipient=person,
            year=referral.year,
            number=referral.number,
        )


async def plan(desk: WritingDesk) -> None:
    """Plan it anew of all that waits: who serves may have changed."""
    for referral in await store.open_ones(desk.conn, desk.forum.id):
        await remind(desk, referral)
