"""What is said of minutes, and who hears it."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class MinutesNotice(StrEnum):
    """Reminders to write them; in the channel the request to approve them, the minutes that were sent, and corrections.

    The secretariat is told, each by name, of every remark (REMARK) and dissenting opinion (DISSENT), and of approval
    that is complete (APPROVED); each proposer of what was resolved on their items, and added to them (EXTRACT).
    """

    DUE = "minutes_due"
    OVERDUE = "minutes_overdue"
    REQUEST = "minutes_request"
    MINUTES = "minutes"
    ADDITION = "minutes_addition"
    REMARK = "minutes_remark"
    APPROVED = "minutes_approved"
    DISSENT = "minutes_dissent"
    EXTRACT = "minutes_extract"


_DESK = Hearing(who=Hearer.SECRETARIAT, stands=Stands.DESK, calls=Calls.RECIPIENT)
_SECRETARIAT = Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT)
HEARD: Mapping[MinutesNotice, Hearing] = complete(
    MinutesNotice,
    {
        MinutesNotice.DUE: replace(_DESK, owes=True),
        MinutesNotice.OVERDUE: replace(_SECRETARIAT, owes=True),
        MinutesNotice.REQUEST: Hearing(who=Hearer.FORUM, stands=Stands.REPLY, calls=Calls.APPROVERS, news=News.KEPT),
        MinutesNotice.MINUTES: Hearing(who=Hearer.FORUM, stands=Stands.REPLY, news=News.KEPT),
        MinutesNotice.ADDITION: Hearing(who=Hearer.FORUM, stands=Stands.REPLY),
        MinutesNotice.REMARK: _SECRETARIAT,
        MinutesNotice.APPROVED: _DESK,
        MinutesNotice.DISSENT: _SECRETARIAT,
        MinutesNotice.EXTRACT: Hearing(who=Hearer.PROPOSER, stands=Stands.CHAT, calls=Calls.RECIPIENT),
    },
)
