"""What the bot says in its own name, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Hearer, Hearing, News, Stands, complete


class ForumNotice(StrEnum):
    """A welcome, an answer that Teams did not take at once, or to an admin that the forum cannot be read.

    The last two carry their card and its conversation in the notice's `subject`.
    """

    WELCOME = "welcome"
    REPLY = "reply"
    UNREADABLE = "unreadable"


HEARD: Mapping[ForumNotice, Hearing] = complete(
    ForumNotice,
    {
        ForumNotice.WELCOME: Hearing(who=Hearer.FORUM, stands=Stands.POST),
        ForumNotice.REPLY: Hearing(who=Hearer.ASKER, stands=Stands.ASKED, news=News.KEPT),
        ForumNotice.UNREADABLE: Hearing(who=Hearer.ADMIN, stands=Stands.ASKED),
    },
)
