"""What may come in: each account has a share of its own within its tenant's, so that none uses up the others'."""

from datetime import timedelta

from bot.flood import Flood
from bot.teams.tokens import Rejected

OF_ONE = 20
"""So many accounts have to send all they may before their tenant's share is used up."""

_LEAST = 1.0  # activity a second


class Shares:
    """`rate` is activities a second for each tenant."""

    def __init__(self, rate: float) -> None:
        self._tenants = Flood(rate)
        self._accounts = Flood(max(rate / OF_ONE, _LEAST))

    def check(self, tenants: frozenset[str], account: str, now: float) -> None:
        """Take an activity's part of the account's share and of each tenant's; Rejected(429) where one has no more.

        The account's is tried first, and what is refused takes nothing of either.
        """
        own = [f"{account} in {each}" for each in tenants if account]
        if wait := max((self._accounts.wait(each, now) for each in own), default=0):
            raise Rejected(429, "the account sends more than its share", timedelta(seconds=wait))
        if wait := max(self._tenants.wait(each, now) for each in tenants):
            raise Rejected(429, "the tenant sends more than its share", timedelta(seconds=wait))
        for each in tenants:
            self._tenants.take(each, now)
        for each in own:
            self._accounts.take(each, now)
