"""Bilag of a meeting or a proposal on one list, and one of them with its versions and what can be done with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.attachments.actions import (
    FetchAttachment,
    OpenNewVersion,
    ShowAttachment,
    ShowAttachments,
    TakeOffAttachment,
)
from bot.domain.attachments.kinds import ending_of
from bot.domain.documents.state import Attachment
from cards.attachments.lines import line, size_words
from cards.kit.elements import Card, Json, button, buttons, card, done, group, heading, link, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import medium_date, medium_date_time, say

_LEVELS = ((200, 40, 12), (120, 40, 8), (80, 30, 5), (50, 20, 3), (30, 10, 2))
"""Characters of a line, bilag on the list, and how many of them have buttons."""
_MOST_VERSIONS = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One bilag on a list, and how it is named: by its number in a meeting, or by its id."""

    shown: Attachment
    meeting: str | None = None
    bilag: int | None = None
    attachment: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The bilag of one item or proposal, under its title as the reader may see it."""

    title: str
    rows: tuple[Row, ...]
    position: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A list: of a meeting on that day, of one of its items, or of the proposal of that number."""

    forum: str
    parts: tuple[Part, ...]
    day: date | None = None
    position: int | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One version: its number, what it was, when it came and from whom."""

    number: int
    shown: Attachment
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class One:
    """One bilag as somebody may see it, and what they may do with it."""

    forum: str
    attachment: int
    newest: Attachment
    belongs_to: str
    position: int | None
    versions: tuple[Version, ...]
    taken_off: datetime | None
    may_replace: bool
    may_take_off: bool


def listing(listed: Listed) -> Card:
    """The list, closed ones apart."""
    return fitted(lambda level: _listing(listed, *level), _LEVELS)


def one(shown: One, *, outcome: str | None = None) -> Card:
    """One with its versions."""
    told = line(shown.newest)
    return card(
        heading(shorten(told, 200)),
        text(_place(shown), subtle=True),
        text(say("attachment.is_off", tidspunkt=medium_date_time(shown.taken_off))) if shown.taken_off else None,
        heading(say("attachment.versions"), level=2) if len(shown.versions) > 1 else None,
        *(text(_version(each), close=True) for each in reversed(shown.versions[-_MOST_VERSIONS:])),
        text(_how_to_replace(shown), subtle=True) if shown.may_replace else None,
        done(outcome) if outcome else None,
        actions=_acts(shown),
        speak=outcome or told,
    )


def replacing(shown: One) -> Card:
    """How a new version is sent: a card cannot carry a file."""
    title = say("attachment.replace", titel=shorten(shown.newest.title or say("attachment.erased"), 150))
    how = _how_to_replace(shown)
    return card(
        heading(title),
        text(line(shown.newest)),
        text(_place(shown), subtle=True, close=True),
        text(how),
        speak=f"{title}. {how}",
    )


def offered(shown: One, revision: int | None) -> Card:
    """The version that somebody asked to fetch; how one gets it is added below."""
    version = next((each for each in shown.versions if each.number == revision), shown.versions[-1])
    told = line(version.shown)
    return card(
        heading(say("attachment.btn.fetch")),
        text(told),
        text(_place(shown), subtle=True, close=True),
        speak=told,
    )


def _listing(listed: Listed, most: int, rows: int, with_buttons: int) -> Card:
    title, every = _title(listed), [row for part in listed.parts for row in part.rows]
    spoken = say("attachment.list.speak", titel=title, antal=len(every)) if every else say("attachment.none")
    left, body = _Left(rows, with_buttons), []
    for part in listed.parts:
        body += _part(listed, part, most, left)
    hidden = len(every) - rows
    return card(
        heading(title),
        *body,
        None if every else text(say("attachment.none")),
        text(say("attachment.more", antal=hidden), subtle=True) if hidden > 0 else None,
        text(say("attachment.how_to_add"), subtle=True),
        speak=spoken,
    )


@dataclass(slots=True)
class _Left:
    """How many more rows there is room for, and how many more with buttons."""

    rows: int
    buttons: int


def _part(listed: Listed, part: Part, most: int, left: _Left) -> list[Json]:
    order = sorted(part.rows, key=lambda each: each.shown.is_closed)[: left.rows]
    left.rows -= len(order)
    if not order:
        return []
    title = part.title if part.position is None else f"{part.position}. {part.title}"
    is_split = any(not each.shown.is_closed for each in order) and any(each.shown.is_closed for each in order)
    found = [heading(shorten(title, most), level=2)]
    for each in order:
        if is_split and each.shown.is_closed:
            found.append(text(say("attachment.closed"), bold=True))
            is_split = False
        found.append(_row(listed, each, most, has_buttons=left.buttons > 0))
        left.buttons -= 1
    return found


def _row(listed: Listed, row: Row, most: int, *, has_buttons: bool) -> Json:
    if row.shown.digest is None:
        acts = [link(say("attachment.btn.link"), row.shown.link)]
    else:
        acts = [
            button(
                say("attachment.btn.fetch"),
                FetchAttachment(forum=listed.forum, meeting=row.meeting, bilag=row.bilag, attachment=row.attachment),
            ),
            button(
                say("attachment.btn.open"),
                ShowAttachment(forum=listed.forum, meeting=row.meeting, bilag=row.bilag, attachment=row.attachment),
            ),
        ]
    return group(text(shorten(line(row.shown), most)), buttons(*acts) if has_buttons else None)


def _title(listed: Listed) -> str:
    if listed.day is None:
        return say("attachment.list.proposal", nr=listed.number)
    day = medium_date(listed.day)
    if listed.position is None:
        return say("attachment.list.meeting", moede_dato=day)
    return say("attachment.list.item", punkt=listed.position, moede_dato=day)


def _place(shown: One) -> str:
    title = shorten(shown.belongs_to, 200)
    if shown.position is None:
        return say("attachment.of", titel=title)
    return say("attachment.of.item", punkt=shown.position, titel=title)


def _version(each: Version) -> str:
    return say(
        "attachment.version",
        version=each.number,
        titel=each.shown.title or say("attachment.erased"),
        type=ending_of(each.shown.media_type),
        stoerrelse=size_words(each.shown.size),
        tidspunkt=medium_date_time(each.at),
        navn=each.by,
    )


def _how_to_replace(shown: One) -> str:
    """By its number, where it has one."""
    number = shown.newest.number
    if number:
        return say("attachment.how_to_replace", bilag=number)
    return say("attachment.how_to_replace.unnumbered")


def _fetching(shown: One, revision: int | None) -> FetchAttachment:
    return FetchAttachment(forum=shown.forum, attachment=shown.attachment, revision=revision)


def _acts(shown: One) -> Iterable[Json | None]:
    yield button(say("attachment.btn.fetch"), _fetching(shown, None))
    earlier = shown.versions[:-1]
    if earlier:
        yield button(
            say("attachment.btn.fetch_version", version=earlier[-1].number), _fetching(shown, earlier[-1].number)
        )
    if shown.may_replace:
        yield button(say("attachment.btn.replace"), OpenNewVersion(forum=shown.forum, attachment=shown.attachment))
    if shown.may_take_off:
        off = TakeOffAttachment(forum=shown.forum, attachment=shown.attachment)
        yield button(say("attachment.btn.off"), off)
    yield button(say("attachment.btn.list"), ShowAttachments(forum=shown.forum))
