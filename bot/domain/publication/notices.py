"""What is told of publication, and who hears it."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class PublicationNotice(StrEnum):
    """That a paper is to be made public (REQUEST), or made so anew since it was changed (UPDATE); that it is late.

    And that the address where it stood is DEAD. Each shows in the same message what became of it.
    """

    REQUEST = "publication_request"
    UPDATE = "publication_update"
    OVERDUE = "publication_overdue"
    DEAD = "publication_dead"


_DESK = Hearing(who=Hearer.SECRETARIAT, stands=Stands.DESK, calls=Calls.RECIPIENT, news=News.KEPT, owes=True)
HEARD: Mapping[PublicationNotice, Hearing] = complete(
    PublicationNotice,
    {
        PublicationNotice.REQUEST: _DESK,
        PublicationNotice.UPDATE: _DESK,
        PublicationNotice.OVERDUE: replace(_DESK, stands=Stands.CHAT),
        PublicationNotice.DEAD: replace(_DESK, stands=Stands.CHAT),
    },
)
