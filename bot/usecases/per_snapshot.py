"""What follows from a forum's snapshot alone is worked out once, not in every turn."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from bot.domain.kernel.forum import Forum

Value = TypeVar("Value")


def per_snapshot(make: Callable[[Forum], Value]) -> Callable[[Forum], Value]:
    """Remember what `make` gives for each forum, for as long as storage hands out the same snapshot of it."""
    known: dict[str, tuple[Forum, Value]] = {}

    @wraps(make)
    def found(forum: Forum) -> Value:
        latest = known.get(forum.id)
        if latest is None or latest[0] is not forum:
            latest = known[forum.id] = forum, make(forum)
        return latest[1]

    return found
