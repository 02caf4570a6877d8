"""Whether an answer came from an account that is the person's own: now, and as they were asked."""

from collections.abc import Collection
from enum import StrEnum

from bot.domain.approval.state import ApprovalRound, Response


class Doubt(StrEnum):
    """Why an answer may not be the person's own."""

    OTHER_NOW = "other_now"
    NEW_SINCE = "new_since"


def doubt(this: ApprovalRound, given: Response, now: Collection[str]) -> Doubt | None:
    """What speaks against the answer: whoever gave it does not have its account `now`, or got it after they were asked.

    None where nothing does, and where nobody noted the account.
    """
    if given.account is None:
        return None
    if given.account not in now:
        return Doubt.OTHER_NOW
    before = this.accounts.get(given.giver)
    return None if before is None or given.account in before else Doubt.NEW_SINCE
