"""Who and what is in the stand-in's tenants: accounts, channels and their ids as Teams writes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from typing import Any

Json = dict[str, Any]

PERSONAL = "personal"
"""Stands for somebody's own chat with the bot where a conversation is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One Entra account that takes part in the channels."""

    object_id: str
    tenant: str
    name: str

    @property
    def id(self) -> str:
        """The account as Teams names it to bots (`29:…`)."""
        return f"29:{_digest(self.object_id)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A shared channel of the host tenant; `id` and `team` look like `19:…@thread.tacv2`."""

    id: str
    name: str
    team: str
    team_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """Everybody and every channel; the bot is installed in the host tenant alone."""

    host_tenant: str
    people: tuple[Account, ...]
    channels: tuple[Channel, ...]
    tenants: Mapping[str, str] = field(default_factory=dict)
    bot_id: str = "28:00000000-0000-4000-8000-00000000b07b"
    bot_name: str = "Klyngebot"

    def account(self, name: str) -> Account | None:
        """The account with that object id or that `29:…` id."""
        return next((each for each in self.people if name in (each.object_id, each.id)), None)

    def person(self, name: str) -> Account:
        """The account with that name or object id; KeyError if there is none."""
        for each in self.people:
            if name in (each.name, each.object_id):
                return each
        raise KeyError(name)

    def channel(self, conversation: str) -> Channel | None:
        """The channel with that conversation id."""
        return next((each for each in self.channels if each.id == conversation), None)

    def personal(self, account: Account) -> str:
        """The id of the account's own chat with the bot."""
        return f"a:{_digest(account.object_id + self.bot_id)}"

    def owner(self, conversation: str) -> Account | None:
        """Whose own chat with the bot it is."""
        return next((each for each in self.people if self.personal(each) == conversation), None)

    def can_chat(self, account: Account) -> bool:
        """Whether the account can have a chat of its own with the bot."""
        return account.tenant == self.host_tenant

    def members(self, conversation: str) -> tuple[Account, ...] | None:
        """Who is in a channel, a team or a personal chat; None where there is no such conversation."""
        if self.channel(conversation):
            return self.people
        if any(each.team == conversation for each in self.channels):
            return tuple(each for each in self.people if self.can_chat(each))
        owner = self.owner(conversation)
        return (owner,) if owner else None


@cache
def _digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()[:32]
