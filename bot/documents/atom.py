"""What happened last in a forum or in all, for feed readers: releases, taking back, and meeting dates (RFC 4287).

An entry keeps its id as long as the thing exists; what becomes of it later is the same entry, updated.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit
from xml.etree.ElementTree import Element, SubElement, tostring

from bot.documents.oparl.files import KINDS, called
from bot.domain.kernel.forum import COPENHAGEN
from bot.domain.publication.public import PublicForum, PublicMeeting, PublicState, Published
from bot.domain.publication.state import Release
from cards.kit.words import long_date, medium_date, say, time_span
from cards.public.addresses import FILES, Addresses

MEDIA_TYPE = "application/atom+xml"
MOST = 50
"""Entries of a feed: the newest. Everything is among the data."""
_ATOM = "http://www.w3.org/2005/Atom"
_SINCE = "2026"  # when our addresses began to name things
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", re.ASCII)
_AT = Addresses()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened; `page` is where it is read."""

    id: str
    title: str
    summary: str
    page: str
    first: datetime | None
    updated: datetime
    forum: str
    paper: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it is sent, and when anything of it last changed."""

    data: bytes
    updated: datetime


def feed(state: PublicState, root: str, forum: PublicForum | None = None) -> Feed:
    """The feed of that forum, or of all; `root` is where people reach the service."""
    of = state.forums if forum is None else (forum,)
    every = sorted(_entries(state, of), key=lambda each: (each.updated, each.id), reverse=True)
    updated = max((*(each.updated for each in every), *(each.updated for each in of)), default=state.at)
    host = _host(root)
    said = Element("feed", {"xmlns": _ATOM, "xml:lang": "da"})
    _say(said, "id", _tag(host, "" if forum is None else forum.id))
    _say(said, "title", say("open_data.feed") if forum is None else say("open_data.feed.forum", forum=forum.name))
    _say(said, "updated", _moment(updated))
    _say(SubElement(said, "author"), "name", say("open_data.system") if forum is None else forum.name)
    _link(said, "self", root + _AT.feed(None if forum is None else forum.id), MEDIA_TYPE)
    _link(said, "alternate", root + (_AT.front() if forum is None else _AT.forum(forum.id)), "text/html")
    for entry in every[:MOST]:
        _add(said, entry, root, host)
    return Feed(tostring(said, encoding="utf-8", xml_declaration=True), updated)


def _entries(state: PublicState, forums: Iterable[PublicForum]) -> Iterator[Entry]:
    names = {each.id: each.name for each in forums}
    meetings = {(forum.id, each.id): each for forum in forums for each in forum.meetings}
    for forum in forums:
        yield from (_meeting(forum, each) for each in forum.meetings)
    for published in state.published:
        if published.release.forum in names and not published.record.is_whole:
            yield _release(published, names[published.release.forum])
    for release in state.taken_back:
        taken_back_at = release.taken_back_at
        if release.forum in names and taken_back_at is not None and release.was_seen:
            meeting = meetings.get((release.forum, release.meeting))
            yield _taken_back(release, taken_back_at, meeting, names[release.forum])


def _release(published: Published, forum: str) -> Entry:
    release = published.release
    facts = {"hvad": called(published), "forum": forum}
    key = "open_data.entry.correction" if release.words else "open_data.entry.release"
    return Entry(
        id=f"{release.forum}/release/{release.number}",
        title=say("open_data.entry.title", **facts),
        summary=say(key, **facts, ord=release.words, dag=medium_date(release.visible_at.astimezone(COPENHAGEN).date())),
        page=_AT.document(published.record, release.edition),
        paper=_AT.document(published.record, release.edition, "pdf"),
        first=release.visible_at,
        updated=release.visible_at,
        forum=forum,
    )


def _taken_back(release: Release, at: datetime, meeting: PublicMeeting | None, forum: str) -> Entry:
    """That it was taken back, and nothing that it said."""
    day = None if meeting is None else medium_date(meeting.starts.astimezone(COPENHAGEN).date())
    what = say(KINDS[release.kind]) if day is None else say("open_data.file", hvad=say(KINDS[release.kind]), dag=day)
    return Entry(
        id=f"{release.forum}/release/{release.number}",
        title=say("open_data.entry.taken_back.title", hvad=what, forum=forum),
        summary=say("open_data.entry.taken_back", hvad=what, dag=medium_date(at.astimezone(COPENHAGEN).date())),
        page=_AT.forum(release.forum) if meeting is None else _AT.meeting(release.forum, release.meeting),
        first=release.visible_at,
        updated=at,
        forum=forum,
    )


def _meeting(forum: PublicForum, meeting: PublicMeeting) -> Entry:
    local = meeting.starts.astimezone(COPENHAGEN)
    when = say("open_data.entry.when", dag=long_date(local.date()), tid=time_span(meeting.starts, meeting.ends))
    is_changed = meeting.created is not None and meeting.created < meeting.updated
    key = "cancelled" if meeting.is_cancelled else "changed" if is_changed else "new"
    facts = {"forum": forum.name, "dag": medium_date(local.date()), "tid": when, "sted": meeting.place or "–"}
    return Entry(
        id=f"{forum.id}/meeting/{meeting.id}",
        title=say(_MEETINGS[key], **facts),
        summary=say("open_data.entry.meeting", **facts),
        page=_AT.meeting(forum.id, meeting.id),
        first=meeting.created,
        updated=meeting.updated,
        forum=forum.name,
    )


_MEETINGS = {
    "new": "open_data.entry.meeting.new",
    "changed": "open_data.entry.meeting.changed",
    "cancelled": "open_data.entry.meeting.cancelled",
}


def _add(said: Element, entry: Entry, root: str, host: str) -> None:
    one = SubElement(said, "entry")
    _say(one, "id", _tag(host, entry.id))
    _say(one, "title", entry.title)
    _say(one, "updated", _moment(entry.updated))
    if entry.first is not None:
        _say(one, "published", _moment(entry.first))
    _say(SubElement(one, "author"), "name", entry.forum)
    _link(one, "alternate", root + entry.page, "text/html")
    if entry.paper:
        _link(one, "enclosure", root + entry.paper, FILES["pdf"])
    _say(one, "summary", entry.summary)


def _say(parent: Element, name: str, words: str) -> None:
    """The words, without the characters that XML has no room for."""
    SubElement(parent, name).text = _NO_XML.sub("\ufffd", words)


def _link(parent: Element, relation: str, address: str, media_type: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": media_type, "href": address})


def _tag(host: str, what: str) -> str:
    """A name that stays when addresses change (RFC 4151)."""
    return f"tag:{host},{_SINCE}:offentlig{'/' if what else ''}{quote(what)}"


def _host(root: str) -> str:
    named = (urlsplit(root).hostname or "").lower()
    return named if _HOST.fullmatch(named) else "localhost"


def _moment(when: datetime) -> str:
    return when.astimezone(UTC).isoformat()
