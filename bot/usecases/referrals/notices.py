"""What is told of a case that was sent on, as it stands when it leaves."""

from bot.domain.kernel.notice import Notice, Stale
from bot.domain.referrals.notices import ReferralNotice
from bot.usecases.desk import Desk
from bot.usecases.referrals.views import view_of
from cards.kit.elements import Card
from cards.kit.words import say
from cards.referrals import told as cards
from storage import referrals as store


async def told(desk: Desk, notice: Notice, kind: ReferralNotice) -> Card | Stale:
    """The notice as it leaves; a reminder is of no use once the answer is there."""
    number, year = (int(str(notice.subject[name])) for name in ("number", "year"))
    referral = await store.by_number(desk.conn, desk.forum.id, number, year)
    if referral is None:
        return Stale(say("stale.referral_over"))
    view, called = await view_of(desk, notice.recipient, referral), desk.called(notice)
    if kind is ReferralNotice.DUE:
        return cards.due(view, called) if referral.is_open else Stale(say("stale.referral_over"))
    place = int(str(notice.subject["place"]))
    return cards.sent(view, called) if place < 0 else cards.back(view, place, called)
