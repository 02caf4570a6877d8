"""What is said of an agenda after it was sent, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class SupplementNotice(StrEnum):
    """The request to approve a supplement, a reminder of it, and that its deadline passed (OVERDUE).

    The secretariat hears of answers that ask something of it, and that all have approved (ANSWER). Everybody who got
    the agenda hears of the supplement (SENT), and of each other change to what was sent (CHANGED).
    """

    REQUEST = "supplement_request"
    MISSING = "supplement_missing"
    OVERDUE = "supplement_overdue"
    ANSWER = "supplement_answer"
    SENT = "supplement_sent"
    CHANGED = "agenda_changed"


_FORUM = Hearing(who=Hearer.FORUM, stands=Stands.REPLY, news=News.KEPT)
_SECRETARIAT = Hearing(who=Hearer.SECRETARIAT, stands=Stands.CHAT, calls=Calls.RECIPIENT, news=News.KEPT)
HEARD: Mapping[SupplementNotice, Hearing] = complete(
    SupplementNotice,
    {
        SupplementNotice.REQUEST: Hearing(who=Hearer.FORUM, stands=Stands.REPLY, calls=Calls.APPROVERS, news=News.KEPT),
        SupplementNotice.MISSING: Hearing(
            who=Hearer.APPROVER, stands=Stands.CHAT, calls=Calls.RECIPIENT, news=News.KEPT
        ),
        SupplementNotice.OVERDUE: _SECRETARIAT,
        SupplementNotice.ANSWER: _SECRETARIAT,
        SupplementNotice.SENT: _FORUM,
        SupplementNotice.CHANGED: _FORUM,
    },
)
