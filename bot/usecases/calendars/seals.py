"""The addresses that calendars read: of a meeting's file for ten minutes, of an account's feed until it is renewed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.kernel.people import Identity
from bot.sealing import derived, is_marked, mark, seal, unseal

HOLDS = timedelta(minutes=10)
_LONGEST = 200  # characters of what may be the address of a feed


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A meeting's file, for that account."""

    forum: str
    meeting: str
    account: Identity


class Seals:
    """Neither passes for the other, nor can anybody guess one: each is keyed by the service's secret."""

    def __init__(self, secret: bytes) -> None:
        self._file = derived(secret, "kalender/file")
        self._feed = derived(secret, "kalender/feed")

    def file(self, handed: Handed, now: datetime) -> str:
        """What the address of a file carries."""
        until = int((now + HOLDS).timestamp())
        account = handed.account
        return seal(self._file, (handed.forum, handed.meeting, account.tenant, account.object_id, until))

    def handed(self, sealed: str, now: datetime) -> Handed | None:
        """What an address that still holds is of."""
        said = unseal(self._file, sealed)
        if said is None:
            return None
        forum, meeting, tenant, object_id, until = map(str, said)
        if now.timestamp() >= int(until):
            return None
        return Handed(forum=forum, meeting=meeting, account=Identity(tenant, object_id))

    def feed(self, account: Identity, renewals: int) -> str:
        """What the address of a feed carries: the account, and what nobody else can put beside it."""
        return f"{account.object_id}.{mark(self._feed, _feed(account, renewals))}"

    def is_feed(self, account: Identity, renewals: int, claimed: str) -> bool:
        """Whether that is what the address of the account's feed carries by now."""
        return is_marked(self._feed, _feed(account, renewals), claimed.rpartition(".")[2])


def object_id_in(claimed: str) -> str | None:
    """Whose feed it says that it is, by the account's object id."""
    object_id, _, sealed = claimed.partition(".")
    return object_id if sealed and len(claimed) <= _LONGEST else None


def _feed(account: Identity, renewals: int) -> str:
    return f"{account.written}/{renewals}"
