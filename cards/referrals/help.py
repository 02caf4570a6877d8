"""How a case is sent on, and how one sees its way."""

from bot.domain.referrals.actions import ShowReferrals
from cards.kit.help import Audience, HelpLine

HELP = (
    HelpLine(name="referrals", place=66, opens=ShowReferrals),
    HelpLine(name="referral_way", place=107),
    HelpLine(name="referrals_secretariat", place=51, audience=Audience.SECRETARIAT),
)
