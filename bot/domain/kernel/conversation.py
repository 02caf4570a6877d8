"""Where a conversation takes place; every part came from a verified activity."""

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """What kind of conversation it is: only in a personal chat may closed content be shown."""

    CHANNEL = "channel"
    PERSONAL = "personal"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """`id` carries no `;messageid=`; `bot` is the bot's own account id there (`28:…`)."""

    place: Place
    service_url: str
    tenant: str
    id: str
    bot: str
    team: str | None = None
