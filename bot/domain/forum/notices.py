"""What the bot says in its own name, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class ForumNotice(StrEnum):
    """A welcome, remarks on the set-up, that the forum ends, that another goes on and what became of all that was open,
    that it has ended and was not handed over, an answer that Teams did not take at once, that the forum cannot be read,
    or that the database was restored.

    The last four carry their card and its conversation in the notice's `subject`.
    """

    WELCOME = "welcome"
    REMARKS = "remarks"
    ENDING = "forum_ending"
    HANDED_OVER = "handed_over"
    SUCCESSION = "succession"
    HAND_OVER_DUE = "hand_over_due"
    REPLY = "reply"
    UNREADABLE = "unreadable"
    RESTORED = "restored"


HEARD: Mapping[ForumNotice, Hearing] = complete(
    ForumNotice,
    {
        ForumNotice.WELCOME: Hearing(who=Hearer.FORUM, stands=Stands.POST),
        ForumNotice.REMARKS: Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT),
        ForumNotice.ENDING: Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT),
        ForumNotice.HANDED_OVER: Hearing(who=Hearer.FORUM, stands=Stands.POST),
        ForumNotice.SUCCESSION: Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT),
        ForumNotice.HAND_OVER_DUE: Hearing(who=Hearer.ADMIN, stands=Stands.ASKED),
        ForumNotice.REPLY: Hearing(who=Hearer.ASKER, stands=Stands.ASKED, news=News.KEPT),
        ForumNotice.UNREADABLE: Hearing(who=Hearer.ADMIN, stands=Stands.ASKED),
        ForumNotice.RESTORED: Hearing(who=Hearer.ADMIN, stands=Stands.ASKED),
    },
)
