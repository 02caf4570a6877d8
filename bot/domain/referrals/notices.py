"""What is said of cases that were sent on, and who hears it."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, Stands, complete


class ReferralNotice(StrEnum):
    """What the other body did, to the PROPOSER and as NEWS to the secretariat, and a reminder on the day wanted."""

    PROPOSER = "referral_proposer"
    NEWS = "referral_news"
    DUE = "referral_due"


_SECRETARIAT = Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT)
HEARD: Mapping[ReferralNotice, Hearing] = complete(
    ReferralNotice,
    {
        ReferralNotice.PROPOSER: Hearing(who=Hearer.PROPOSER, stands=Stands.CHAT, calls=Calls.RECIPIENT),
        ReferralNotice.NEWS: _SECRETARIAT,
        ReferralNotice.DUE: replace(_SECRETARIAT, owes=True),
    },
)
