"""A wave: what fell due at the same moment about the same meeting, and so is one matter to the secretariat."""

from collections.abc import Collection, Sequence
from datetime import UTC

from bot.domain.kernel.notice import Notice

MOST = 200
"""Messages that one wave keeps, by name."""


def wave_of(notice: Notice, meeting: str | None) -> str:
    """The wave that a message belongs to: tried again after a crash, it is of the same one."""
    return f"{meeting or '-'} {notice.due_at.astimezone(UTC).isoformat()}"


def keys_of(notice: Notice | None) -> tuple[str, ...]:
    """The messages that a word about a wave is about, in the order in which they were found not to arrive."""
    kept = None if notice is None else notice.subject.get("keys")
    return tuple(str(each) for each in kept) if isinstance(kept, list | tuple) else ()


def added(known: Sequence[str], new: Collection[str]) -> tuple[str, ...]:
    """Each once, those that are known in their places."""
    return tuple(dict.fromkeys((*known, *new)))[:MOST]
