"""What the bot says in its own name."""

from enum import StrEnum


class ForumNotice(StrEnum):
    """A welcome, or an answer that Teams did not take at once (the card itself is in the notice's `subject`)."""

    WELCOME = "welcome"
    REPLY = "reply"
