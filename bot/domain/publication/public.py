"""Everything the public may see at one moment, as it is drawn into pages, feeds and data."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.documents.state import MeetingRecord
from bot.domain.publication.state import Release


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicMeeting:
    """That a meeting is held, whatever is released of it; `updated` is when what stands here last changed.

    `changes` is how often it became another (storage/meetings.py counts), by which calendars tell which is newer.
    `created` is when it first stood here, where that was kept.
    """

    id: str
    starts: datetime
    ends: datetime
    place: str
    host: str = ""
    is_cancelled: bool = False
    updated: datetime
    changes: int = 0
    created: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicForum:
    """A forum; `organisations` are the parties by name, `where` is the place of publication that the charter names.

    `created` is when it first stood here, where that was kept.
    """

    id: str
    name: str
    region: str
    organisations: tuple[str, ...] = ()
    where: str = ""
    ended_at: datetime | None = None
    heir: str | None = None  # the forum that went on with it
    meetings: tuple[PublicMeeting, ...] = ()
    updated: datetime
    created: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A release that may be seen, with the open record that was released."""

    release: Release
    record: MeetingRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What a release that was taken back told of: the keys of objects, by item and otherwise, and nothing they said."""

    forum: str
    number: int
    supplement: int | None = None
    items: tuple[tuple[int, tuple[tuple[str, ...], ...]], ...] = ()
    others: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicState:
    """`published` holds every edition that may be seen, oldest first; `taken_back` those that no longer may be.

    `traces` are those of what was taken back, so that whoever has a copy can be told what to delete. Two states with
    the same `stamp` are the same.
    """

    stamp: str
    at: datetime
    forums: tuple[PublicForum, ...] = ()
    published: tuple[Published, ...] = ()
    taken_back: tuple[Release, ...] = ()
    traces: tuple[Trace, ...] = ()
