"""How a case is sent on, and how one sees its way."""

from bot.domain.referrals.actions import ShowReferrals
from cards.kit.help import Audience, HelpLine, Wish

HELP = (
    HelpLine(name="referrals", place=66, wish=Wish.OTHERS, opens=ShowReferrals),
    HelpLine(name="referral_way", place=107, wish=Wish.OTHERS),
    HelpLine(name="referrals_secretariat", place=51, wish=Wish.OTHERS, audience=Audience.SECRETARIAT),
)
