"""What is said of minutes, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class MinutesNotice(StrEnum):
    """Reminders to write them; in the channel the request to approve them, the minutes that were sent, and corrections.

    The secretariat is told, each by name, of every remark (REMARK) and of approval that is complete (APPROVED).
    """

    DUE = "minutes_due"
    OVERDUE = "minutes_overdue"
    REQUEST = "minutes_request"
    MINUTES = "minutes"
    ADDITION = "minutes_addition"
    REMARK = "minutes_remark"
    APPROVED = "minutes_approved"


_SECRETARIAT = Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT)
HEARD: Mapping[MinutesNotice, Hearing] = complete(
    MinutesNotice,
    {
        MinutesNotice.DUE: _SECRETARIAT,
        MinutesNotice.OVERDUE: _SECRETARIAT,
        MinutesNotice.REQUEST: Hearing(who=Hearer.FORUM, stands=Stands.REPLY, calls=Calls.APPROVERS, news=News.KEPT),
        MinutesNotice.MINUTES: Hearing(who=Hearer.FORUM, stands=Stands.REPLY, news=News.KEPT),
        MinutesNotice.ADDITION: Hearing(who=Hearer.FORUM, stands=Stands.REPLY),
        MinutesNotice.REMARK: _SECRETARIAT,
        MinutesNotice.APPROVED: _SECRETARIAT,
    },
)
