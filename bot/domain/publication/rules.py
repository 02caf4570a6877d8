"""What may be let out to the public, by whom and when; what neither charter nor forum settles is let out by nobody.

A document is followed by its extent: of an agenda the version that holds, of minutes how many additions they have. What
was made public of a lesser extent is behind, and owed anew.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.agenda.state import Agenda
from bot.domain.kernel import settings
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.deadlines import Deadline, minutes_deadline
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.minutes.state import Minutes, MinutesStatus
from bot.domain.publication.state import Paper, Proof, Release

LONGEST_EMBARGO = timedelta(days=366)
_AFTER_APPROVAL = (settings.IN_SILENCE, "next_meeting")
"""The ways to approve minutes in which they are sent first, and approved afterwards."""


class Status(StrEnum):
    """How it stands with one document and the public."""

    UNSENT = "unsent"  # it has not left yet
    UNSETTLED = "unsettled"  # nobody settled whether it is made public
    KEPT = "kept"  # it is not made public
    MISSING = "missing"
    AWAITED = "awaited"  # it is to be seen from a moment to come
    BEHIND = "behind"  # it was changed since
    DEAD = "dead"  # the address leads nowhere
    PUBLIC = "public"


OWED = (Status.MISSING, Status.BEHIND, Status.DEAD)
"""Those that call for somebody: it is missing, behind, or leads nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One meeting's paper as it is: since when it says what it says, and whether it `is_final`: may be let out."""

    paper: Paper
    since: datetime | None = None  # None before it left
    extent: int = 0
    is_final: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """That it is public: as a release of ours (`release`), or behind a link somewhere else."""

    extent: int
    by: str
    at: datetime
    link: str = ""
    release: int | None = None
    dead_since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How it stands with one document, and by what."""

    document: Document
    status: Status
    evidence: Evidence | None = None
    current: Release | None = None  # the newest that was not taken back


def agenda_as_it_is(agenda: Agenda | None) -> Document:
    """An agenda is final as it is sent; whatever comes afterwards is a version of its own."""
    version = None if agenda is None else agenda.sent
    if agenda is None or version is None:
        return Document(paper=Paper.AGENDA)
    since = agenda.sent_at if version.later is None else version.frozen_at
    return Document(paper=Paper.AGENDA, since=since, extent=version.number, is_final=True)


def minutes_as_they_are(minutes: Minutes | None, approval: str | None) -> Document:
    """Minutes are final as the forum approves them: at once where nobody approves them after they were sent."""
    if minutes is None or minutes.sent_at is None:
        return Document(paper=Paper.MINUTES)
    added = [each.at for each in minutes.remarks if each.is_addition]
    is_final = minutes.status is MinutesStatus.APPROVED or approval not in _AFTER_APPROVAL
    return Document(paper=Paper.MINUTES, since=max([minutes.sent_at, *added]), extent=len(added), is_final=is_final)


def current_of(releases: Iterable[Release], paper: Paper) -> Release | None:
    """The newest edition that was not taken back."""
    kept = [each for each in releases if each.kind.value == paper.value and each.taken_back_at is None]
    return max(kept, key=lambda each: each.edition, default=None)


def standing(
    document: Document,
    wanted: bool | None,
    releases: Sequence[Release],
    proofs: Sequence[Proof],
    now: datetime,
    *,
    is_elsewhere: bool,
) -> Standing:
    """How it stands; where it is to be made public elsewhere, a release of ours alone is not enough."""
    current = current_of(releases, document.paper)
    seen = [each for each in releases if each.kind.value == document.paper.value and each.is_visible(now)]
    evidence = _evidence(document.paper, () if is_elsewhere else seen, proofs)
    status = _status(document, wanted, evidence, None if is_elsewhere else current, now)
    return Standing(document=document, status=status, evidence=evidence, current=current)


def check_wanted(document: Document, wanted: bool) -> None:
    """Refusal "publication_not_wanted" or "publication_not_sent" unless the forum makes it public and it has left."""
    paper = Term(_CALLED[document.paper])
    if not wanted:
        raise Refusal("publication_not_wanted", papir=paper)
    if document.since is None:
        raise Refusal("publication_not_sent", papir=paper)


def check_final(document: Document, wanted: bool) -> None:
    """The same unless it is final as well: "publication_not_approved"."""
    check_wanted(document, wanted)
    if not document.is_final:
        raise Refusal("publication_not_approved")


def check_release(standing: Standing, digest: str, visible_at: datetime, now: datetime, *, by: str = "") -> None:
    """A Refusal that says why a record of that digest is not let out now, to be seen from then on.

    "publication_awaits" where an edition is still to be seen, "publication_already", "publication_past" or
    "publication_too_late"; `by` is the name of whoever let out the one that stands.
    """
    current, paper = standing.current, Term(_CALLED[standing.document.paper])
    if current is not None and now < current.visible_at:
        raise Refusal("publication_awaits", navn=by, papir=paper, tidspunkt=current.visible_at)
    if current is not None and current.digest == digest:
        raise Refusal("publication_already", navn=by, papir=paper, tidspunkt=current.visible_at)
    if visible_at < now:
        raise Refusal("publication_past", field="moment")
    if visible_at - now > LONGEST_EMBARGO:
        raise Refusal("publication_too_late", field="moment")


def deadline(forum: Forum, document: Document, days: int | None, calendar: Calendar) -> Deadline | None:
    """By which day it is to be public, counted from the day on which it left or was last changed."""
    if document.since is None:
        return None
    return minutes_deadline(document.since.astimezone(forum.timezone).date(), days, calendar)


def is_owed(meeting: Meeting, status: Status) -> bool:
    """Whether somebody has to do something about it; of a meeting that was over when it was named nobody has."""
    return meeting.owes and status in OWED


def _evidence(paper: Paper, seen: Sequence[Release], proofs: Sequence[Proof]) -> Evidence | None:
    """The newest of what was let out and what was said to stand elsewhere."""
    let_out = (
        Evidence(extent=each.extent, by=each.by, at=each.visible_at, release=each.number, link="") for each in seen
    )
    told = [each for each in proofs if each.paper is paper]
    newest = max(told, key=lambda each: each.number, default=None)
    elsewhere = [] if newest is None else [newest]
    linked = (
        Evidence(extent=each.extent, by=each.by, at=each.at, link=each.link, dead_since=each.dead_since)
        for each in elsewhere
    )
    return max((*let_out, *linked), key=lambda each: each.at, default=None)


def _status(
    document: Document, wanted: bool | None, evidence: Evidence | None, current: Release | None, now: datetime
) -> Status:
    if document.since is None:
        return Status.UNSENT
    if evidence is not None and evidence.dead_since is not None:
        return Status.DEAD
    if evidence is not None and document.extent <= evidence.extent:
        return Status.PUBLIC
    if current is not None and now < current.visible_at and document.extent <= current.extent:
        return Status.AWAITED
    if evidence is not None:
        return Status.BEHIND
    if wanted is None:
        return Status.UNSETTLED
    return Status.MISSING if wanted else Status.KEPT


_CALLED = {Paper.AGENDA: "publication.the.agenda", Paper.MINUTES: "publication.the.minutes"}
