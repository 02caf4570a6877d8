"""When a try that failed is the last, and how long it is until the next: delivery's patience with Teams."""

import random
from datetime import timedelta

from bot.domain.kernel.notice import Notice
from bot.messenger import Unsent
from storage.outbox.claims import LONGEST_PAUSE

MOST_ATTEMPTS = 100  # with the pauses below nearly three days: a weekend's outage loses nothing
MOST_UNKNOWN = 5  # POSTs without an answer, each of them perhaps a duplicate; with the pauses below about an hour


def is_spent(notice: Notice, unsent: Unsent) -> bool:
    """Whether this try, which was not yet counted when the notice was claimed, was the last that it may have."""
    is_doubtful = unsent.outcome_unknown and notice.unknown_posts + 1 >= MOST_UNKNOWN
    return is_doubtful or notice.attempts >= MOST_ATTEMPTS


def pause_after(notice: Notice, unsent: Unsent) -> timedelta:
    """Longer each time, spread so that replicas do not march in step, and never less than the service asked for.

    Where a POST may have arrived all the same, the pauses grow faster: each try may be one card too many.
    """
    doublings = 4 * notice.unknown_posts if unsent.outcome_unknown else notice.attempts
    longest = min(timedelta(seconds=2 ** min(doublings, 20)), LONGEST_PAUSE)
    spread = longest * random.uniform(0.5, 1.0)  # noqa: S311 - jitter, not a secret
    return max(spread, unsent.retry_after or timedelta(0))
