"""What is there in the end: log, tables, notices and the messages that stand in Teams."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select

from bot.domain.forum.succession import Succession
from bot.domain.funds.state import Entry
from bot.domain.kernel.chains import INSTALLATION
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.handed import Origin, numbered
from bot.domain.kernel.hearing import Stands
from bot.domain.kernel.notice import Notice, NoticeState, Stale
from bot.domain.kernel.stations import Sender, Stage
from bot.domain.notices import hearing
from bot.domain.proposals.state import Content, ProposalStatus
from bot.domain.publication.state import Release
from bot.domain.referrals.state import Referral, Status
from bot.domain.reminders.notices import ReminderNotice
from bot.usecases.desk import open_desk
from bot.usecases.topics import render
from cards.kit.words import say
from storage import audit, releases
from storage import forum as forums
from storage import referrals as referrals_store
from storage import succession as successions
from storage.agenda import agendas
from storage.agenda import get as agenda_of
from storage.approval import responses
from storage.database import Database
from storage.engine.connection import Connection
from storage.funds import fund_entries, of_year
from storage.live import live_meetings
from storage.meetings import meetings
from storage.minutes import minutes_remarks
from storage.outbox.notices import newest
from storage.proposals import proposals
from storage.publication_proofs import proofs
from storage.wordings import wordings
from tests.faults.cards import essence, offers
from tests.faults.model import Key
from tests.faults.teams import Post

_EVERY = 10**9
_TAKEN = say("wording.addition", ord="")  # of a suggestion that is taken once minutes have left, which stands as that


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """An entry of the log, as far as the checks look."""

    forum: str
    actor: str | None
    what: str
    facts: Mapping[str, Any]
    words: Mapping[str, str] = field(default_factory=dict)  # what people wrote, by its name


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A proposal as the checks between forums look at it."""

    forum: str
    id: int
    number: str
    status: ProposalStatus
    meeting: str | None
    sender: Sender | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Offered:
    """What the message of a notice offers as it stands, and what it would if it were drawn now: verb and meeting."""

    key: str
    forum: str
    meeting: str | None
    standing: frozenset[tuple[str, str]]
    drawn: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """A release as it is stored, with its record."""

    release: Release
    record: bytes


@dataclass(slots=True, kw_only=True)
class Observation:
    """The end of a run. `agendas` are the proposals on each agenda, `stale_cards` say which card is how old."""

    now: datetime
    entries: list[Logged] = field(default_factory=list)
    rows: Counter[Key] = field(default_factory=Counter)
    notices: list[Notice] = field(default_factory=list)
    agendas: dict[Key, list[int]] = field(default_factory=dict)  # by forum and meeting
    proposals: list[tuple[str, int]] = field(default_factory=list)  # forum and id
    meetings: dict[tuple[str, int], str | None] = field(default_factory=dict)  # by proposal
    funds: dict[tuple[str, int], list[Entry]] = field(default_factory=dict)  # by forum and year
    referrals: list[Referral] = field(default_factory=list)
    standing: list[Standing] = field(default_factory=list)
    successions: list[Succession] = field(default_factory=list)
    planned: dict[tuple[str, str], tuple[datetime, str, bool]] = field(default_factory=dict)  # when, where, is it off
    held: dict[tuple[str, str], int] = field(default_factory=dict)  # how far, by forum and meeting
    suggestions: dict[Key, str] = field(default_factory=dict)  # their status, by forum, year and number
    late: Counter[Key] = field(default_factory=Counter)  # items, by forum, meeting and supplement
    released: list[Released] = field(default_factory=list)
    closed: dict[tuple[str, str], set[str]] = field(default_factory=dict)  # titles, by forum and meeting
    offered: list[Offered] = field(default_factory=list)
    posts: Mapping[str, Post] = field(default_factory=dict)
    deliveries: Mapping[str, int] = field(default_factory=dict)  # of messages, by thread or chat
    forums: Mapping[str, str] = field(default_factory=dict)  # by conversation
    stale_cards: list[str] = field(default_factory=list)
    verified: tuple[int, str] = (0, "")  # exit code and words of `klyngebot audit verify`


async def observe(database: Database, now: datetime, posts: Mapping[str, Post]) -> Observation:
    """Read everything; each living card is compared with what it would say if it were drawn now."""
    seen = Observation(now=now, posts=posts)
    async with database.reading() as conn:
        async for entry in audit.entries(conn):
            if entry.forum != INSTALLATION:  # replicas start and stop as chaos wants, which nobody asked for
                seen.entries.append(_logged(entry))
        seen.rows.update(await _rows(conn, frozenset(_changed(seen.entries)), frozenset(_carried(seen.entries))))
        seen.notices.extend(await newest(conn, most=_EVERY))
        for agenda in (await conn.execute(select(agendas))).mappings():
            of = agenda["forum"], agenda["meeting"]
            seen.agendas[of] = [each.proposal for each in agenda["items"] if each.proposal is not None]
        for row in await conn.execute(select(proposals.c.forum, proposals.c.id, proposals.c.meeting)):
            seen.proposals.append((row.forum, row.id))
            seen.meetings[row.forum, row.id] = row.meeting
        for booked in await _ledgers(conn):
            seen.funds.setdefault((booked.forum, booked.year), []).append(booked)
        seen.referrals.extend(await _referrals(conn))
        seen.standing.extend(await _standing(conn))
        for forum in await forums.ids(conn):
            seen.successions.extend(await successions.into(conn, forum))
        await _changed_since(conn, seen)
        await _published(conn, seen)
        gathered = {each.activity for each in seen.notices if each.kind is ReminderNotice.DIGEST}
        for notice in seen.notices:
            if notice.kind is not ReminderNotice.DIGEST and notice.activity in gathered:
                continue  # the message is of several, and shows each as it was when it left
            if (fault := await _staleness(conn, notice, posts, seen.offered)) is not None:
                seen.stale_cards.append(f"{notice.key}: {fault}")
    return seen


async def _changed_since(conn: Connection, seen: Observation) -> None:
    """What became of meetings, sent agendas and the words of minutes."""
    for row in await conn.execute(select(meetings)):
        seen.planned[row.forum, row.id] = (row.starts, row.place, row.is_ended)
    for row in await conn.execute(select(live_meetings)):
        seen.held[row.forum, row.meeting] = row.revision
    for row in await conn.execute(select(wordings)):
        seen.suggestions[row.forum, row.year, row.number] = row.status
        seen.rows["wordings", row.details.words] += 1
    for row in await conn.execute(select(agendas.c.forum, agendas.c.meeting)):
        agenda = await agenda_of(conn, row.forum, row.meeting)
        items = () if agenda is None else agenda.current
        seen.closed[row.forum, row.meeting] = {each.content.title for each in items if each.content.is_closed}
        late = [] if agenda is None else [each.late for each in agenda.current if each.late is not None]
        seen.late.update((row.forum, row.meeting, each.supplement) for each in late)


async def _published(conn: Connection, seen: Observation) -> None:
    """What was let out, and where papers were said to stand."""
    every = await releases.every(conn)
    records = await releases.records(conn, [(each.forum, each.number) for each in every])
    seen.released.extend(Released(release=each, record=records[each.forum, each.number]) for each in every)
    links = await conn.scalars(select(proofs.c.link))
    seen.rows.update(("publication_proofs", link.rpartition("/")[2]) for link in links)


def _logged(entry: audit.Entry) -> Logged:
    return Logged(forum=entry.forum, actor=entry.actor, what=entry.what, facts=entry.facts, words=entry.words)


async def _rows(conn: Connection, changed: Container[Key], carried: Container[Key]) -> list[Key]:
    found: list[Key] = []
    said: dict[bool, Counter[Key]] = {True: Counter(), False: Counter()}  # by whether it was said where it stands
    for row in (await conn.execute(select(proposals))).mappings():
        is_changed = (row["forum"], row["year"], row["number"]) in changed
        if row["sender"] is not None:  # its title is another's, and what it recommends is what is asked of this forum
            said[row["origin"] is None]["received", row["content"].recommendation] += 1
        elif row["origin"] is None:
            found.extend(proposal_keys(row["content"], is_changed=is_changed))
        said[row["origin"] is None].update(("elaborations", answer.words) for answer in row["dialogue"].answers)
    found.extend((said[True] | said[False]).elements())  # what was handed on has been said once, and stands in both
    noted = await conn.scalars(select(responses.c.words).where(responses.c.words != ""))
    found.extend(("responses", words) for words in noted)
    remarks = await conn.scalars(select(minutes_remarks.c.words))
    found.extend(("minutes_remarks", words) for words in remarks if not words.startswith(_TAKEN))
    for entry in await _ledgers(conn):
        if (entry.forum, entry.year, entry.number) not in carried:
            found.extend(("fund_entries", words) for words in (entry.basis, entry.waiver) if words)
    for referral in await _referrals(conn):
        if referral.status is Status.HANDED_ON:  # it stands where it went
            continue
        found.append(("referrals", referral.details.question))
        if referral.is_letter:
            found.extend(("answers", each.words) for each in referral.details.back if each.stage is Stage.ANSWERED)
    return found


async def _referrals(conn: Connection) -> list[Referral]:
    return [each for forum in await forums.ids(conn) for each in await referrals_store.newest(conn, forum, most=_EVERY)]


async def _standing(conn: Connection) -> list[Standing]:
    rows = await conn.execute(select(proposals).order_by(proposals.c.id))
    return [
        Standing(
            forum=row.forum,
            id=row.id,
            number=numbered(row.number, row.year),
            status=ProposalStatus(row.status),
            meeting=row.meeting,
            sender=row.sender,
            origin=row.origin,
        )
        for row in rows
    ]


async def _ledgers(conn: Connection) -> list[Entry]:
    years = await conn.execute(select(fund_entries.c.forum, fund_entries.c.year).distinct())
    return [entry for forum, year in years for entry in await of_year(conn, forum, year)]


_HEARS_NO_MORE = {say(key) for key in ("stale.no_seat", "stale.not_serving", "stale.not_asked", "stale.not_leading")}
"""Why somebody's card stands as it was: who has lost the part it was for is written to no more."""


def _changed(entries: Iterable[Logged]) -> Iterable[Key]:
    """The proposals whose content was changed by what the log tells."""
    for each in entries:
        if each.what in ("proposal.revised", "proposal.change_taken"):
            yield (each.forum, each.facts["year"], each.facts["number"])


def _carried(entries: Iterable[Logged]) -> Iterable[Key]:
    """The entries of the funds that carried a rest from one forum to another, which nobody asked for by itself."""
    for each in entries:
        if each.what in ("funds.handed_on", "funds.taken_over"):
            yield (each.forum, each.facts["year"], each.facts["number"])


def proposal_keys(content: Content, *, is_changed: bool) -> Iterable[Key]:
    """What a proposal is recognised by: its recommendation, which is proposed like its title and then left alone.

    The title stays as well, until a change takes along the one that the secretariat gave the item on the draft.
    """
    yield ("proposals", content.recommendation)
    if content.title != content.recommendation:
        yield ("item titles" if is_changed else "proposals", content.title)


async def _staleness(conn: Connection, notice: Notice, posts: Mapping[str, Post], offered: list[Offered]) -> str | None:
    """How a living card that was sent differs from the state it should show, drawn at the moment it was last changed.

    Drawn for that moment and not for the last one, since some sentences follow the clock and are not sent anew; and
    as news as well, since a message that nothing has changed still calls whom it called.
    """
    heard = hearing(notice.kind)
    is_of_state = heard.is_living and heard.stands is not Stands.ASKED  # an answer was drawn once, and its card is gone
    if not is_of_state or notice.state is not NoticeState.SENT or notice.activity is None:
        return None
    post = posts.get(notice.activity)
    if post is None:
        return "no message in Teams has its id"
    if post.is_ahead:
        return None
    desk = await open_desk(conn, notice.forum, post.at, Place.CHANNEL)
    if desk.forum.channel is None or desk.forum.channel.id != notice.conversation:
        desk = replace(desk, place=Place.PERSONAL, is_overheard=False)
    changed, news = [await render(desk, each) for each in (notice, replace(notice, activity=None))]
    cards = [each.content for each in (changed, news) if not isinstance(each, Stale)]
    drawn = frozenset[tuple[str, str]]().union(*map(offers, cards))
    offered.append(Offered(notice.key, notice.forum, notice.meeting, post.offers, drawn))
    if isinstance(changed, Stale) and changed.reason in _HEARS_NO_MORE:
        return None
    if isinstance(changed, Stale):
        return f"is of no use any more ({changed.reason})"
    return None if post.essence in map(essence, cards) else "shows an older state"
