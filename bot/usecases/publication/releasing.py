"""A paper is let out: looked at as the public will see it, then once, at once or from a moment on."""

import hashlib
from datetime import datetime

from bot.documents.data import to_json
from bot.domain.documents.state import Kind, MeetingRecord
from bot.domain.forum.actions import OpenChoice
from bot.domain.kernel.danish import clean_line
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Offer, Refusal, Term
from bot.domain.publication import rules
from bot.domain.publication.actions import OpenRelease, ReleasePaper
from bot.domain.publication.rules import Standing
from bot.domain.publication.settings import WANTED, publishes
from bot.domain.publication.state import Paper, Release
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.documents.records import record_of
from bot.usecases.made_public import show_anew
from bot.usecases.publication.loading import THE, found, may_publish, require_publisher, view_of
from bot.usecases.publication.queries import shown_of
from bot.usecases.publication.typed import moment_of
from bot.usecases.rights import is_secretariat
from cards.kit.elements import Card
from cards.kit.words import say
from cards.publication import cards
from cards.publication.view import moment_words
from storage import releases as store

_SEEN = 16  # digits of a digest that a button carries
_CHOOSE = {Paper.AGENDA: "publication.btn.choose.agenda", Paper.MINUTES: "publication.btn.choose.minutes"}
_WHY = {Paper.AGENDA: "publication.edition.agenda", Paper.MINUTES: "publication.edition.minutes"}


async def open_form(desk: Desk, actor: str, action: OpenRelease) -> Card:
    """What the public will see of it, and what is left out; a Refusal where it may not be let out."""
    require_publisher(desk, actor)
    meeting, standing = await found(desk, action)
    moment = moment_of(action.moment, desk.now)
    record = await _checked(desk, actor, meeting, standing, max(moment, desk.now))
    return await _form(desk, actor, meeting, standing, record, ReleasePaper(moment=action.moment))


async def release(desk: WritingDesk, actor: str, action: ReleasePaper) -> Card:
    """Let it out as it was seen; whoever comes second is told who was first."""
    require_publisher(desk, actor)
    meeting, standing = await found(desk, action)
    visible_at = moment_of(action.moment, desk.now)
    record = await _checked(desk, actor, meeting, standing, visible_at)
    data = to_json(record)
    digest = hashlib.sha256(data).hexdigest()
    if action.seen and not digest.startswith(action.seen):
        raise Refusal("publication_stale")
    new = Release(
        forum=desk.forum.id,
        number=0,
        meeting=meeting.id,
        kind=record.kind,
        edition=0,
        version=record.version,
        extent=standing.document.extent,
        digest=digest,
        by=actor,
        at=desk.now,
        visible_at=visible_at,
        words=_words(action, standing),
    )
    stored = await store.add(desk.conn, new, data)
    await _log(desk, actor, stored)
    await show_anew(desk, meeting)
    later = say("publication.done.awaits", tidspunkt=moment_words(visible_at, desk.forum.timezone))
    return await shown_of(desk, actor, meeting, later if visible_at > desk.now else say("publication.done.released"))


async def as_refused(desk: Desk, actor: str, action: OpenRelease | ReleasePaper) -> Card | None:
    """The form with what was typed, where it may still be let out; else how the papers stand."""
    try:
        meeting, standing = await found(desk, action)
    except Refusal:
        return None
    if not may_publish(desk, actor):
        return None
    try:
        record = await _checked(desk, actor, meeting, standing, desk.now)
    except Refusal:
        return await shown_of(desk, actor, meeting)
    typed = action if isinstance(action, ReleasePaper) else ReleasePaper(moment=action.moment)
    return await _form(desk, actor, meeting, standing, record, typed)


def digest_of(record: MeetingRecord) -> str:
    """What a record is told from every other by."""
    return hashlib.sha256(to_json(record)).hexdigest()


async def _form(
    desk: Desk, actor: str, meeting: Meeting, standing: Standing, record: MeetingRecord, typed: ReleasePaper
) -> Card:
    current = standing.current
    preview = cards.Preview(
        view=await view_of(desk, actor, meeting, standing),
        record=record,
        seen=digest_of(record)[:_SEEN],
        replaces=None if current is None else current.edition,
        typed=typed,
    )
    return cards.release_form(desk.forum.id, preview)


async def _checked(desk: Desk, actor: str, meeting: Meeting, standing: Standing, visible_at: datetime) -> MeetingRecord:
    """The open record that may be let out; a Refusal that says why there is none."""
    paper, current = standing.document.paper, standing.current
    wanted = publishes(desk.forum, paper, meeting.day)
    if wanted is None:
        raise Refusal("publication_unsettled", papir=Term(THE[paper]), offer=_offer(desk, actor, paper))
    rules.check_final(standing.document, wanted)
    record = await record_of(desk, meeting, Kind(paper.value), whole=False)
    if record is None:
        raise Refusal("publication_not_sent", papir=Term(THE[paper]))
    by = "" if current is None else desk.name_of(current.by)
    rules.check_release(standing, digest_of(record), visible_at, desk.now, by=by)
    return record


def _offer(desk: Desk, actor: str, paper: Paper) -> Offer | None:
    """To choose it, where that is theirs to do."""
    if not is_secretariat(desk, actor):
        return None
    return Offer(_CHOOSE[paper], OpenChoice(forum=desk.forum.id, choice=WANTED[paper]))


def _words(action: ReleasePaper, standing: Standing) -> str:
    """Why it takes the place of an earlier edition, as somebody said it or as it follows from what changed."""
    label = Term("publication.field.words")
    typed = clean_line(action.words, label, cards.LONGEST_WORDS, required=False)
    current = standing.current
    if typed or current is None:
        return typed
    is_changed = current.extent < standing.document.extent
    return say(_WHY[standing.document.paper] if is_changed else "publication.edition.anew")


async def _log(desk: WritingDesk, actor: str, release: Release) -> None:
    await desk.log(
        actor,
        "publication.released",
        meeting=release.meeting,
        paper=release.kind.value,
        number=release.number,
        edition=release.edition,
        version=release.version,
        digest=release.digest,
        visible_at=release.visible_at.isoformat(),
        texts={"words": release.words} if release.words else None,
    )
