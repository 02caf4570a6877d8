"""What is told somebody who chose to be told everything at once a day."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, Stands, complete


class ReminderNotice(StrEnum):
    """All that was gathered for one person since the last working day (DIGEST)."""

    DIGEST = "digest"


HEARD: Mapping[ReminderNotice, Hearing] = complete(
    ReminderNotice,
    {ReminderNotice.DIGEST: Hearing(who=Hearer.GATHERING, stands=Stands.CHAT, calls=Calls.RECIPIENT)},
)
