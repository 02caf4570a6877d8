"""Where a conversation takes place; every part came from a verified activity."""

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """What kind of conversation it is; a `PAGE` is a person's own for half an hour and no place to write to."""

    CHANNEL = "channel"
    PERSONAL = "personal"
    GROUP = "group"
    PAGE = "page"

    @property
    def is_private(self) -> bool:
        """Whether one person alone reads along: only there may closed content be shown."""
        return self in (Place.PERSONAL, Place.PAGE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """`id` carries no `;messageid=`; `bot` is the bot's own account id there (`28:…`)."""

    place: Place
    service_url: str
    tenant: str
    id: str
    bot: str
    team: str | None = None
