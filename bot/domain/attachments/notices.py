"""What is said of bilag, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, Stands, complete


class AttachmentNotice(StrEnum):
    """What became of a file that somebody sent: it is a bilag now, or why not."""

    DONE = "attachment_done"


HEARD: Mapping[AttachmentNotice, Hearing] = complete(
    AttachmentNotice,
    {AttachmentNotice.DONE: Hearing(who=Hearer.SENDER, stands=Stands.CHAT, calls=Calls.RECIPIENT, urgent=True)},
)
