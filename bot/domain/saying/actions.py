"""A sentence in somebody's own words, and what it is met with."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bot.domain.kernel.action import Action, Query


class Lead(StrEnum):
    """What an answer without a card of its own begins with.

    CLICK offers what was most likely meant. NOT_UNDERSTOOD, HELLO, THANKS and NOTHING_MEANT (no words that one could
    act upon) offer what the person can do right now, SEVERAL what answers the first of many questions, ABSENT what
    comes nearest to something that there is not, QUOTED what stood in somebody else's mail, and LEFT that an offer was
    declined.
    """

    CLICK = "click"
    NOT_UNDERSTOOD = "not_understood"
    HELLO = "hello"
    THANKS = "thanks"
    ABSENT = "absent"
    NOTHING_MEANT = "nothing_meant"
    QUOTED = "quoted"
    LEFT = "left"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Query):
    """A sentence that is no command as it stands, to be met as it is meant."""

    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered(Query):
    """How a sentence is met that is neither done nor answered with a card; no button asks for it.

    `offers` are acts in the order of their likelihood, the first of which a "ja" means. `absent` is what there is not,
    by its key.
    """

    lead: Lead
    offers: tuple[Action, ...] = ()
    absent: str = ""


SayingQuery: TypeAlias = Said | Offered
