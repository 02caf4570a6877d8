"""What is said of an agenda's draft, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class AgendaNotice(StrEnum):
    """The word to somebody whose item, set by right, was edited by others."""

    ITEM_CHANGED = "agenda_item_changed"


HEARD: Mapping[AgendaNotice, Hearing] = complete(
    AgendaNotice,
    {
        AgendaNotice.ITEM_CHANGED: Hearing(
            who=Hearer.PROPOSER, stands=Stands.CHAT, calls=Calls.RECIPIENT, news=News.KEPT
        )
    },
)
