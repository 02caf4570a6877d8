"""The public state as pages look things up in it: documents with all their editions, items, and where each stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property

from bot.domain.documents.opening import opened
from bot.domain.documents.state import Attachment, Kind, MeetingRecord, RecordItem
from bot.domain.kernel.forum import COPENHAGEN
from bot.domain.publication.public import PublicForum, PublicMeeting, PublicState, Published
from bot.domain.publication.state import Release
from cards.proposals.closed import NEUTRAL_TITLE
from cards.public.addresses import FILES, Addresses, slug


@dataclass(frozen=True)
class Paper:
    """One document; `editions` may be seen, the newest last, and those `taken_back` no longer."""

    kind: Kind
    supplement: int | None
    editions: tuple[Published, ...] = ()
    taken_back: tuple[Release, ...] = ()

    @property
    def newest(self) -> Published | None:
        """The edition that holds, or None where all were taken back."""
        return self.editions[-1] if self.editions else None

    @property
    def slug(self) -> str:
        """What it is called in its address."""
        return slug(self.kind, self.supplement)

    def edition(self, number: int) -> Published | None:
        """That edition, if it may be seen."""
        return next((each for each in self.editions if each.release.edition == number), None)


@dataclass(frozen=True)
class Case:
    """One open item as the newest document that tells of it has it, the minutes before any agenda."""

    record: MeetingRecord
    item: RecordItem


@dataclass(frozen=True)
class Site:
    """Everything that pages are drawn from: `contact` is whom the operator names for questions.

    `formats` are those that documents can be had in as files.
    """

    state: PublicState
    addresses: Addresses = field(default_factory=Addresses)
    contact: str = ""
    formats: tuple[str, ...] = tuple(FILES)

    @property
    def today(self) -> date:
        """The Danish day that the pages are drawn for."""
        return self.state.at.astimezone(COPENHAGEN).date()

    @cached_property
    def forums(self) -> dict[str, PublicForum]:
        """By id, in the order of the state."""
        return {each.id: each for each in self.state.forums}

    @cached_property
    def meetings(self) -> dict[tuple[str, str], PublicMeeting]:
        """By the forum's id and its own."""
        return {(forum.id, each.id): each for forum in self.state.forums for each in forum.meetings}

    @cached_property
    def papers(self) -> dict[tuple[str, str], dict[str, Paper]]:
        """Every meeting's documents by what they are called in addresses, the agenda first and the minutes last."""
        found: dict[tuple[str, str], dict[tuple[Kind, int | None], Paper]] = {}
        for each in map(_opened, self.state.published):
            kept = found.setdefault((each.record.forum, each.record.meeting), {})
            key = each.record.kind, each.record.supplement if each.record.kind is Kind.SUPPLEMENT else None
            paper = kept.get(key, Paper(*key))
            kept[key] = Paper(*key, (*paper.editions, each), paper.taken_back)
        for release in self.state.taken_back:
            kept = found.setdefault((release.forum, release.meeting), {})
            key = next((each for each in kept if each[0] is release.kind), (release.kind, None))
            paper = kept.get(key, Paper(*key))
            kept[key] = Paper(*key, paper.editions, (*paper.taken_back, release))
        return {where: _in_order(kept) for where, kept in found.items()}

    def papers_of(self, forum: str, meeting: str) -> dict[str, Paper]:
        """The documents of one meeting; none where nothing was released."""
        return self.papers.get((forum, meeting), {})

    @cached_property
    def latest(self) -> tuple[Published, ...]:
        """The newest edition of every document, what was released last first."""
        newest = (paper.newest for kept in self.papers.values() for paper in kept.values())
        known = (each for each in newest if each is not None)
        return tuple(sorted(known, key=lambda each: each.release.visible_at, reverse=True))

    def next_meetings(self, forum: PublicForum) -> list[PublicMeeting]:
        """Those that are still to be held, the next first."""
        ahead = (each for each in forum.meetings if each.ends >= self.state.at and not each.is_cancelled)
        return sorted(ahead, key=lambda each: each.starts)

    def cases_of(self, forum: str, meeting: str) -> dict[int, Case]:
        """The open items of one meeting by number."""
        found: dict[int, Case] = {}
        for paper in self.papers_of(forum, meeting).values():
            if paper.newest is not None and paper.kind in (Kind.AGENDA, Kind.SUPPLEMENT, Kind.MINUTES):
                record = paper.newest.record
                found |= {each.number: Case(record, each) for each in record.items if not each.is_closed}
                for each in record.items:
                    if each.is_closed:
                        found.pop(each.number, None)  # a later document closed it
        return found

    def bilag_of(self, forum: str, meeting: str) -> dict[tuple[int, int], Attachment | None]:
        """Every file that an open item of a document of the meeting has, by its number and version.

        None where a later document closed the item.
        """
        papers = self.papers_of(forum, meeting).values()
        newest = (paper.newest.record for paper in papers if paper.newest is not None)
        closed = {each.id for record in newest for each in record.items if each.is_closed}
        return {
            (each.number, each.version): None if item.id in closed else each
            for paper in papers
            for edition in paper.editions
            for item in edition.record.items
            for each in item.attachments
            if not each.is_closed and each.digest is not None
        }

    def resolved(self, forum: str | None) -> Iterator[Case]:
        """The open items of the newest minutes, of one forum or of all, the latest meeting first."""
        minutes = (
            paper.newest.record
            for (where, _), kept in self.papers.items()
            if forum in (None, where)
            for paper in kept.values()
            if paper.kind is Kind.MINUTES and paper.newest is not None
        )
        for record in sorted(minutes, key=lambda each: (each.starts, each.forum), reverse=True):
            yield from (Case(record, each) for each in record.items if not each.is_closed)

    @cached_property
    def changed(self) -> datetime:
        """When anything that stands here last changed."""
        moments = [each.updated for each in self.state.forums]
        moments += [each.release.visible_at for each in self.state.published]
        moments += [each.taken_back_at for each in self.state.taken_back if each.taken_back_at is not None]
        return max(moments, default=self.state.at)


def _opened(published: Published) -> Published:
    """Of a closed item its number and neutral title alone, whatever stands in the record: nothing here shows more."""
    record = published.record
    kept = () if record.is_whole else record.left_out
    return replace(published, record=opened(record, NEUTRAL_TITLE, left_out=kept))


_ORDER = (Kind.AGENDA, Kind.SUPPLEMENT, Kind.MINUTES)


def _in_order(kept: dict[tuple[Kind, int | None], Paper]) -> dict[str, Paper]:
    def place(paper: Paper) -> tuple[int, int]:
        return _ORDER.index(paper.kind) if paper.kind in _ORDER else len(_ORDER), paper.supplement or 0

    return {paper.slug: paper for paper in sorted(kept.values(), key=place)}
