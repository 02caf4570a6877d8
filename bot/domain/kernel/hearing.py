"""Who hears a kind of notice, where it stands, whom it calls by name, and whether it is news: one row of a table."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

Kind = TypeVar("Kind", bound=StrEnum)


class Hearer(StrEnum):
    """Whom a notice is for."""

    FORUM = "everybody in the channel"
    SECRETARIAT = "each of the secretariat (the chairmanship where there is none)"
    APPROVER = "the approver who owes an answer"
    ASKED = "whoever was asked to approve, or is from now on"
    CLEARING = "whoever answers for an organisation that clears it itself (the secretariat where nobody does)"
    PROPOSER = "the proposer"
    LEADER = "each who leads the meeting, or stands in"
    STANDING_IN = "who is away, and who stands in"
    OWNER = "whoever has the duty, and who stands in"
    SPEAKING = "whoever answers for an organisation about another body's items"
    REPRESENTATIVE = "whoever of the forum sits in the other body"
    HOST = "whoever answers for the meeting's host (the secretariat where nobody does)"
    HOLDER = "whoever may dispose of the shared funds"
    COUNCIL = "whoever answers for a council that the shared funds were not delegated by"
    NAMING = "whoever names a candidate for an organisation that is asked"
    GATHERING = "whoever chose to be told everything once a day"
    SUGGESTER = "whoever suggested the wording"
    SENDER = "whoever sent the file"
    ASKER = "whoever asked"
    ADMIN = "each admin who has written to the bot"


class Stands(StrEnum):
    """Where a message stands; about no meeting, what would be a reply is a post of its own."""

    POST = "a post of its own"
    REPLY = "a reply under the meeting's post"
    ON_POST = "on the meeting's post"
    CHAT = "own chat, else a reply under the meeting's post"
    DESK = "own chat; where nobody else of them has one either, a reply under the meeting's post"
    ASKED = "where they wrote to the bot"


class Calls(StrEnum):
    """Whom a message calls by name, so that Teams notifies them."""

    NOBODY = "nobody"
    RECIPIENT = "them, in the channel alone"
    APPROVERS = "the approvers who owe an answer"
    CLEARING = "those who answer for the organisation and have no chat"


class News(StrEnum):
    """Whether it comes as a new message, and whether that message changes afterwards."""

    ONCE = "news"
    KEPT = "news, then kept up to date"
    CHANGE = "changes, never the only news"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """One kind of notice: who hears it, where, who is called, and what kind of message it is.

    It `owes` where it speaks of what its hearer is to do by a day, and is `urgent` where it tells of a change of the
    days that people go by: what somebody chose to hear later or not at all does not hold for that.
    """

    who: Hearer
    stands: Stands
    calls: Calls = Calls.NOBODY
    news: News = News.ONCE
    owes: bool = False
    urgent: bool = False

    @property
    def is_personal(self) -> bool:
        """Whether it is owed to one person."""
        return self.stands in (Stands.CHAT, Stands.DESK)

    @property
    def is_living(self) -> bool:
        """Whether its message is changed in place when it is owed anew."""
        return self.news is not News.ONCE


def complete(kinds: type[Kind], heard: Mapping[Kind, Hearing]) -> Mapping[Kind, Hearing]:
    """The topic's table; KeyError at import for a kind that it says nothing of."""
    if missing := [kind.name for kind in kinds if kind not in heard]:
        raise KeyError(f"nobody is said to hear {', '.join(missing)} of {kinds.__name__}")
    return heard
