"""What is new on a sent agenda since its reader was last shown it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from bot.domain.agenda.changes import Change
from cards.agenda.changes import Extent, change_blocks
from cards.kit.elements import Json, box, text
from cards.kit.words import medium_date_time, say

_EXTENT = Extent(items=6, text=200, around=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """The version that the reader was last shown, when, and what changed since, as it may be seen here."""

    version: int
    at: datetime
    tz: tzinfo
    changes: Sequence[Change]


def unread_blocks(unread: Unread | None) -> Iterable[Json]:
    """What changed, set apart above the agenda; nothing where nothing did."""
    if unread is not None and unread.changes:
        at = medium_date_time(unread.at, unread.tz)
        title = say("supplement.unread.title", version=unread.version, tidspunkt=at)
        yield box(text(title, bold=True), *change_blocks(unread.changes, _EXTENT))
