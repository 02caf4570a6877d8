"""What is said of people who cannot be reached, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class ReachNotice(StrEnum):
    """Whom a wave of messages reached neither in a chat nor in the channel: one message a wave, kept up to date.

    MINUTES is the secretariat's reminder to one who is to approve minutes.
    """

    UNREACHED = "unreached"
    MINUTES = "minutes_nudge"


HEARD: Mapping[ReachNotice, Hearing] = complete(
    ReachNotice,
    {
        ReachNotice.UNREACHED: Hearing(
            who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT, news=News.KEPT
        ),
        ReachNotice.MINUTES: Hearing(who=Hearer.ASKED, stands=Stands.CHAT, calls=Calls.RECIPIENT),
    },
)
