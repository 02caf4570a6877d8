"""What is said of the wording of minutes, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class WordingNotice(StrEnum):
    """The secretariat hears what a member suggests or says of an item (SUGGESTED), and the member what became of it.

    An approver whose yes was to other words hears that too (CHANGED).
    """

    SUGGESTED = "wording_suggested"
    ANSWERED = "wording_answered"
    CHANGED = "wording_changed"


HEARD: Mapping[WordingNotice, Hearing] = complete(
    WordingNotice,
    {
        WordingNotice.SUGGESTED: Hearing(
            who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT, news=News.KEPT
        ),
        WordingNotice.ANSWERED: Hearing(who=Hearer.SUGGESTER, stands=Stands.CHAT, calls=Calls.RECIPIENT),
        WordingNotice.CHANGED: Hearing(who=Hearer.ASKED, stands=Stands.CHAT, calls=Calls.RECIPIENT),
    },
)
