"""What is said of duties, and who hears it."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, Stands, complete


class DutyNotice(StrEnum):
    """Reminders to whoever has it (DUE, OVERDUE, a GRANT's deadline); to the secretariat that it is LATE.

    The secretariat also hears that one is OPEN again, that an AGREEMENT was long on no agenda, and is asked how long
    that may be (MONTHS). Whoever had a duty hears that another took it over (TAKEN_OVER).
    """

    DUE = "duty_due"
    OVERDUE = "duty_overdue"
    LATE = "duty_late"
    GRANT = "duty_grant"
    AGREEMENT = "duty_agreement"
    MONTHS = "duty_months"
    OPEN = "duty_open"
    TAKEN_OVER = "duty_taken_over"


TIMED = (DutyNotice.DUE, DutyNotice.OVERDUE, DutyNotice.LATE, DutyNotice.GRANT, DutyNotice.AGREEMENT, DutyNotice.OPEN)
"""Those that are planned ahead, each for a day."""

_OWNER = Hearing(who=Hearer.OWNER, stands=Stands.CHAT, calls=Calls.RECIPIENT, owes=True)
_SECRETARIAT = Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT)
HEARD: Mapping[DutyNotice, Hearing] = complete(
    DutyNotice,
    {
        DutyNotice.DUE: _OWNER,
        DutyNotice.OVERDUE: _OWNER,
        DutyNotice.LATE: replace(_SECRETARIAT, owes=True),
        DutyNotice.GRANT: _OWNER,
        DutyNotice.AGREEMENT: replace(_SECRETARIAT, owes=True),
        DutyNotice.MONTHS: _SECRETARIAT,
        DutyNotice.OPEN: _SECRETARIAT,
        DutyNotice.TAKEN_OVER: replace(_OWNER, owes=False),
    },
)
