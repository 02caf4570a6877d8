"""What is said of the shared funds, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, Stands, complete


class FundNotice(StrEnum):
    """To whoever may dispose that a decision was GRANTED; to a municipality that its COUNCIL is to say to it.

    It is reminded of that (COUNCIL_DUE). The secretariat hears each council's answer (ANSWERED) and each disposal
    (DISPOSED).
    """

    GRANTED = "fund_granted"
    COUNCIL = "fund_council"
    COUNCIL_DUE = "fund_council_due"
    ANSWERED = "fund_answered"
    DISPOSED = "fund_disposed"


_HOLDER = Hearing(who=Hearer.HOLDER, stands=Stands.CHAT, calls=Calls.RECIPIENT)
_COUNCIL = Hearing(who=Hearer.COUNCIL, stands=Stands.CHAT, calls=Calls.RECIPIENT, owes=True)
_SECRETARIAT = Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT)
HEARD: Mapping[FundNotice, Hearing] = complete(
    FundNotice,
    {
        FundNotice.GRANTED: _HOLDER,
        FundNotice.COUNCIL: _COUNCIL,
        FundNotice.COUNCIL_DUE: _COUNCIL,
        FundNotice.ANSWERED: _SECRETARIAT,
        FundNotice.DISPOSED: _SECRETARIAT,
    },
)
