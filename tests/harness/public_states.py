"""What the public may see, made up: a history of forums, meetings and releases, and the state at any moment of it.

Names and texts are hostile; whoever released or took something back is `PLANTED`, and must be found nowhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from hypothesis import strategies as st

from bot.documents.oparl.telling import trace_of
from bot.domain.documents.state import Kind, MeetingRecord
from bot.domain.publication.public import PublicForum, PublicMeeting, PublicState, Published
from bot.domain.publication.state import Release
from tests.harness.public_records import BEGINNING, IDS, PARTIES, PLANTED, STARTS, TEXTS, digest_of, records

_LAST = 60  # hours of a history
_HOURS = st.integers(0, _LAST)


@dataclass(frozen=True)
class Appearance:
    """A meeting or a forum as it stands from `since` on."""

    since: datetime
    name: str = ""
    is_cancelled: bool = False


@dataclass(frozen=True)
class History:
    """All that ever became public; `says_created` is whether it was kept when things first stood there."""

    forums: Mapping[str, Sequence[Appearance]] = field(default_factory=dict)
    meetings: Mapping[tuple[str, str], Sequence[Appearance]] = field(default_factory=dict)
    releases: Sequence[Published] = ()
    parties: tuple[str, ...] = ()
    says_created: bool = True

    def at(self, now: datetime) -> PublicState:
        """What could be seen then."""
        seen = [each for each in self.releases if each.release.visible_at <= now]
        gone = [each for each in seen if not each.release.is_visible(now)]
        return PublicState(
            stamp=now.isoformat(),
            at=now,
            forums=tuple(self._forum(each, now) for each in self.forums),
            published=tuple(
                replace(each, release=_as_of(each.release, now)) for each in seen if each.release.is_visible(now)
            ),
            taken_back=tuple(each.release for each in gone),
            traces=tuple(trace_of(each) for each in gone),
        )

    def _forum(self, forum: str, now: datetime) -> PublicForum:
        every = self.forums[forum]
        last = _last(every, now) or every[0]
        own = [(of, each) for (where, of), each in self.meetings.items() if where == forum]
        return PublicForum(
            id=forum,
            name=last.name,
            region="Region Nord",
            organisations=self.parties,
            meetings=tuple(self._meeting(of, each, now) for of, each in own if _last(each, now)),
            updated=last.since,
            created=every[0].since if self.says_created else None,
        )

    def _meeting(self, of: str, every: Sequence[Appearance], now: datetime) -> PublicMeeting:
        last = _last(every, now) or every[0]
        return PublicMeeting(
            id=of,
            starts=STARTS,
            ends=STARTS + timedelta(hours=2),
            place=last.name,
            host="Nord Kommune",
            is_cancelled=last.is_cancelled,
            updated=last.since,
            created=every[0].since if self.says_created else None,
        )


def _last(every: Sequence[Appearance], now: datetime) -> Appearance | None:
    return max((each for each in every if each.since <= now), key=lambda each: each.since, default=None)


def _as_of(release: Release, now: datetime) -> Release:
    """What was to come was not known."""
    if release.taken_back_at is None or release.taken_back_at <= now:
        return release
    return replace(release, taken_back_at=None, taken_back_by=None, taken_back_words="")


def hour(number: int) -> datetime:
    """So many hours after everything began."""
    return BEGINNING + timedelta(hours=number)


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Any history of a few forums, meetings and releases."""
    forums = {
        each: draw(_appearances(TEXTS.map("Klynge {}".format), begins=0)) for each in IDS[: draw(st.integers(1, 2))]
    }
    own = {
        (each, f"2027-{number}"): draw(_appearances(TEXTS))
        for each in forums
        for number in range(1, draw(st.integers(1, 3)))
    }
    releases: list[Published] = []
    for forum in forums:
        for where, of in own:
            if where == forum:
                known = max(0, int((own[where, of][0].since - BEGINNING).total_seconds() // 3600))
                releases += draw(_documents(forum, of, len(releases), known))
    return History(forums, own, releases, tuple(draw(st.sets(PARTIES, max_size=3))), draw(st.booleans()))


@st.composite
def _appearances(draw: st.DrawFn, names: st.SearchStrategy[str], begins: int | None = None) -> list[Appearance]:
    hours = sorted(draw(st.sets(_HOURS, min_size=1, max_size=3)))
    if begins is not None:
        hours[0] = begins
    every = enumerate(dict.fromkeys(hours))
    return [Appearance(hour(each), f"{draw(names)} {number}", draw(st.booleans())) for number, each in every]


@st.composite
def _documents(draw: st.DrawFn, forum: str, of: str, given: int, known: int) -> list[Published]:
    """Editions of some documents of one meeting, each seen for a time."""
    made: list[Published] = []
    kinds = draw(st.lists(st.sampled_from((*_PAPERS,)), unique=True, max_size=3))
    for kind, supplement in kinds:
        at = draw(st.integers(known, _LAST))
        for edition in range(1, draw(st.integers(1, 3)) + 1):
            record = draw(records(forum, of, kind, supplement))
            until = draw(st.none() | st.integers(at + 1, at + 30))
            made.append(_released(record, given + len(made) + 1, edition, at, until))
            at += draw(st.integers(1, 12))
    return made


_PAPERS = (
    (Kind.AGENDA, None),
    (Kind.SUPPLEMENT, 1),
    (Kind.SUPPLEMENT, 2),
    (Kind.MINUTES, None),
    (Kind.APPROVAL_SHEET, None),
)


def _released(record: MeetingRecord, number: int, edition: int, at: int, until: int | None) -> Published:
    release = Release(
        forum=record.forum,
        number=number,
        meeting=record.meeting,
        kind=record.kind,
        edition=edition,
        version=record.version,
        digest=digest_of(record),
        by=PLANTED,
        at=hour(at),
        visible_at=hour(at),
        words="" if edition == 1 else "Rettet",
        taken_back_by=None if until is None else PLANTED,
        taken_back_at=None if until is None else hour(until),
        taken_back_words="" if until is None else PLANTED,
    )
    return Published(release=release, record=record)
