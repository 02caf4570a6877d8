"""What the bot says in its own name."""

from enum import StrEnum


class ForumNotice(StrEnum):
    """A welcome, remarks on the forum to its secretariat, an answer that Teams did not take at once, or to an admin
    that the forum cannot be read.

    The last two carry their card and its conversation in the notice's `subject`.
    """

    WELCOME = "welcome"
    REMARKS = "remarks"
    REPLY = "reply"
    UNREADABLE = "unreadable"
