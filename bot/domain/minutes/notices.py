"""What is said of minutes, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class MinutesNotice(StrEnum):
    """Reminders to write them, the living card in the channel, and corrections."""

    DUE = "minutes_due"
    OVERDUE = "minutes_overdue"
    MINUTES = "minutes"
    ADDITION = "minutes_addition"


_SECRETARIAT = Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT)
HEARD: Mapping[MinutesNotice, Hearing] = complete(
    MinutesNotice,
    {
        MinutesNotice.DUE: _SECRETARIAT,
        MinutesNotice.OVERDUE: _SECRETARIAT,
        MinutesNotice.MINUTES: Hearing(who=Hearer.FORUM, stands=Stands.REPLY, calls=Calls.APPROVERS, news=News.KEPT),
        MinutesNotice.ADDITION: Hearing(who=Hearer.FORUM, stands=Stands.REPLY),
    },
)
