"""What the commands do, each as one function that yields the lines to print."""

import getpass
import json
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path

from bot import restoring
from bot.charters.carrying import Fate, Outcome, outcomes
from bot.charters.forum_file import read_forum_file
from bot.charters.loader import load_document
from bot.config import Settings
from bot.delivery import UNREADABLE
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.forum.comparing import differences
from bot.domain.forum.notices import ForumNotice
from bot.domain.forum.validity import out_of_force
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.notice import Notice, NoticeState, Stale
from bot.domain.kernel.unreadable import Unreadable
from bot.local.demo.succession.plan import read_plan, shipped_plan
from bot.local.demo.succession.rehearsal import NotWhole, rehearse
from bot.main import clock_of, open_database, posting
from bot.outbox import became, waiting_lines
from bot.sending import NO_CHANNEL, ON_POST
from bot.usecases.applying import Applied, apply_file, try_file
from bot.usecases.breakages import unreadable_forums
from bot.usecases.desk import open_desk, open_writing_desk
from bot.usecases.endings import tell_of_endings
from bot.usecases.funds.loading import require_fund
from bot.usecases.funds.report import of_year
from bot.usecases.resolutions import indexing
from bot.usecases.routes import meeting_of, routes
from bot.usecases.succession import hand_over, try_to_hand_over
from bot.usecases.ticks import Faults, due_agendas, send_due_agendas
from bot.usecases.topics import render
from cards.forum import changes, comparison, succession
from cards.forum.region import named
from cards.forum.remarks import sentence
from cards.forum.succession import Both
from cards.forum.unreadable import line
from cards.funds.report import data, table
from cards.kit.fitting import shorten
from cards.kit.words import count, medium_date
from cards.meetings import followed
from cards.outbox.lines import row as _row
from cards.outbox.lines import told
from storage import forum as forums
from storage.engine.connection import Connection
from storage.outbox import claims, notices

Lines = AsyncIterator[str]
_SHOWN = 100  # rows of the outbox in each state
_QUOTED = 120  # characters of a provision's words


class Failed(Exception):  # noqa: N818 - the command ends with this line and exit code 1
    """A command could not do what it was asked; the message is one Danish line."""


async def check_charter(name: str) -> Lines:
    """Whether a charter can be read, and what becomes of each of its provisions."""
    document = load_document(name, Path())
    found = outcomes(document)
    yield f"{document.title}: i orden"
    for fate in Fate:
        yield fate.value
        for item in [_provision(each) for each in found if each.fate is fate] or ["Ingen"]:
            yield f"  {item}"


def _provision(outcome: Outcome) -> str:
    """A provision in its own words, with its path and where it is seen, or why it asks for nothing."""
    told = f"»{shorten(outcome.words, _QUOTED)}« ({outcome.path})"
    return told if outcome.detail is None else f"{told}: {outcome.detail}"


async def apply_forum(settings: Settings, path: Path, *, force: bool, replace: bool, dry_run: bool) -> Lines:
    """Apply a forum file (or only tell what that would do), and tell what became otherwise and what is remarkable."""
    file = read_forum_file(path)
    async with open_database(settings) as database:
        go = try_file if dry_run else apply_file
        applied = await go(database, clock_of(settings).now(), file, by=operator(), force=force, replace=replace)
    outcome = ("oprettet" if applied.is_new else "opdateret") if applied.is_changed else "uændret"
    if dry_run:
        yield f"Intet er gemt. Uden --dry-run bliver {applied.forum.name} {outcome}."
    else:
        yield f"{applied.forum.name} er {outcome}."
    if applied.mended is not None and not dry_run:
        yield "Forummet kunne ikke læses før. Det kan det nu, og det, der ventede, bliver sendt."
    for effect in _effects(applied):
        yield effect
    for conflict in applied.conflicts:
        yield f"Ikke ændret: {conflict}. Brug --force for at ændre det."
    for kept in applied.kept:
        yield f"Ikke ændret: {kept}."
    for remark in applied.remarks:
        yield f"Bemærk: {sentence(remark, applied.forum)}"


def _effects(applied: Applied) -> Iterator[str]:
    """What begins, changes and ends, what is planned and dropped, and what became of what was under way."""
    forum, effects = applied.forum, applied.effects
    names = {each.id: each.name for each in forum.people}
    yield from changes.lines(effects.changes, forum)
    for what, those in (("Planlægges", effects.planned), ("Bortfalder", effects.dropped)):
        yield from (f"{what}: {told(notice)}" for notice in those)
    for each in effects.followed:
        yield from followed.lines(
            each.meeting, each.change, each.steps, names, is_told=each.is_told, waiting=each.waiting
        )


async def hand_over_forum(settings: Settings, ended: str, heir: str, *, reason: str, dry_run: bool) -> Lines:
    """Let one forum go on where another ends (or only tell what that would do), and tell what became of everything."""
    async with open_database(settings) as database:
        go = try_to_hand_over if dry_run else hand_over
        done = await go(database, clock_of(settings).now(), ended, heir, reason=reason, operator=operator())
    both = Both(ended=done.forum.name, heir=done.heir.name)
    if not done.is_new:
        yield succession.again(done.succession, both)
    elif dry_run:
        yield f"Intet er gemt. Uden --dry-run ophører {both.ended} og videreføres i {both.heir}."
    else:
        yield f"{both.ended} er ophørt den {medium_date(done.succession.until)} og videreført i {both.heir}."
    for each in succession.lines(done.succession, both):
        yield each


async def rehearse_succession(plan: Path | None) -> Lines:
    """Hand over what a plan names, on a database that is gone afterwards; raises Failed where it does not add up."""
    try:
        async for each in rehearse(read_plan(plan or shipped_plan())):
            yield each
    except NotWhole as fault:
        raise Failed(str(fault)) from None


async def list_forums(settings: Settings) -> Lines:
    """Each forum, its charter and whether a channel is tied to it."""
    async with open_database(settings) as database, database.reading() as conn:
        known = await forums.ids(conn)
        for forum in known:
            yield await _listed(conn, forum, clock_of(settings).now())
    if not known:
        yield "Der er ingen fora endnu. Opret et med klyngebot forum apply FIL."


async def compare_forums(settings: Settings, left: str, right: str) -> Lines:
    """Where two forums differ, one line each; »Ingen forskelle« where they do not."""
    async with open_database(settings) as database, database.reading() as conn:
        now = clock_of(settings).now()
        one, other = [(await open_desk(conn, each, now, Place.CHANNEL)).forum for each in (left, right)]
    for difference in comparison.lines(differences(one, other), one, other):
        yield difference


async def report_funds(settings: Settings, forum: str, year: int | None, style: str) -> Lines:
    """What became of a forum's shared funds in a year (this one unless it is named), as a table or as data."""
    async with open_database(settings) as database, database.reading() as conn:
        desk = await open_desk(conn, forum, clock_of(settings).now(), Place.CHANNEL)
        await require_fund(desk)
        report = await of_year(desk, None, year or desk.now.year)
    yield table(report).rstrip("\r\n") if style == "csv" else json.dumps(data(report), ensure_ascii=False, indent=1)


async def _listed(conn: Connection, forum: str, now: datetime) -> str:
    try:
        found = (await open_desk(conn, forum, now, Place.CHANNEL)).forum
    except Unreadable as broken:
        return line(broken)
    place = "kanal tilknyttet" if found.channel else "ingen kanal"
    told = [sentence(each, found) for each in out_of_force(found, now.date())]
    return ". ".join([f"{forum}: {named(found)} ({found.charter.title}), {place}", *told])


async def list_due(settings: Settings, at: datetime) -> Lines:
    """What would be sent at that moment."""
    async with posting(settings, at) as (database, clock, _):
        agendas = await due_agendas(database, clock, faults := Faults())
        rows = [_row(at, forum, meeting, ApprovalNotice.AGENDA_SENT) for forum, meeting in agendas]
        async with database.reading() as conn:
            rows += [row for notice in await notices.due(conn, at) if (row := await _due_row(conn, notice, at))]
            broken = await unreadable_forums(conn)
    for row in rows or ["Der er intet at sende."]:
        yield row
    for each in broken:
        yield line(each)
    _check_whole(faults)


def _check_whole(faults: Faults) -> None:
    if faults.forums:
        raise Failed(f"Dagsordenerne kunne ikke behandles i {', '.join(faults.forums)}. Loggen siger hvorfor.")


async def _due_row(conn: Connection, notice: Notice, at: datetime) -> str | None:
    """The notice's line, with what it lacks; None where the forum is closed for it, or it is of no use any more."""
    try:
        desk = await open_desk(conn, notice.forum, at, Place.CHANNEL)
    except Unreadable:
        return told(notice) if notice.kind is ForumNotice.UNREADABLE else f"{told(notice)}: {UNREADABLE}"
    if notice.is_timed and not desk.calendar.is_open(desk.now):
        return None
    if isinstance(await render(desk, notice), Stale):
        return None
    return told(notice) if await routes(desk, notice) else f"{told(notice)}: {NO_CHANNEL}"


async def run_due(settings: Settings, at: datetime) -> Lines:
    """Send what is due at that moment, once; raises Failed where something did not get through."""
    if at > clock_of(settings).now() and settings.authenticates:
        raise Failed("Et tidspunkt i fremtiden kræver KLYNGEBOT_AUTH=off.")
    async with posting(settings, at) as (database, clock, delivery):
        async with database.reading() as conn:
            await restoring.refuse_held(settings, conn)
        agendas = await send_due_agendas(database, clock, faults := Faults(), by=operator())
        await tell_of_endings(database, clock, settings.admins)
        async with database.reading() as conn:
            owed = await notices.due(conn, at)
        await delivery.deliver_due()
        async with database.reading() as conn:
            tried = {each.key: each for notice in owed if (each := await _became(conn, notice, at))}.values()
    sent = sum(notice.state is NoticeState.SENT for notice in tried)
    yield f"{count(agendas, 'dagsorden', 'dagsordener')} udsendt, {count(sent, 'besked', 'beskeder')} sendt."
    for notice in tried:
        if notice.state is not NoticeState.SENT:
            yield f"{told(notice)}: {became(notice)}"
    _check_whole(faults)
    if any(_has_failed(notice) for notice in tried):
        raise Failed("Ikke alt kunne sendes.")


async def _became(conn: Connection, notice: Notice, at: datetime) -> Notice | None:
    """The notice as it ended or, where the meeting's post says it, that post."""
    ended = await notices.get(conn, notice.key)
    if ended is None or ended.reason != ON_POST:
        return ended
    desk = await open_desk(conn, notice.forum, at, Place.CHANNEL)
    return await notices.get(conn, desk.post_of(meeting_of(ended) or ""))


def _has_failed(notice: Notice) -> bool:
    return notice.state is NoticeState.FAILED or (notice.state is NoticeState.WAITING and notice.attempts > 0)


async def show_outbox(settings: Settings) -> Lines:
    """What was given up, what waits and how the newest others ended; and which POSTs nobody knows the outcome of."""
    async with open_database(settings) as database, database.reading() as conn:
        given_up = await notices.newest(conn, most=_SHOWN, states=(NoticeState.FAILED,))
        waiting = await claims.waiting(conn, most=_SHOWN)
        ended = await notices.newest(conn, most=_SHOWN, states=(NoticeState.SENT, NoticeState.SUPERSEDED))
        total, unknown = await notices.totals(conn)
        broken, held = await unreadable_forums(conn), await restoring.held(settings, conn)
        at = claims.moment(clock_of(settings).now(), database.elapsed())
    for notice in given_up:
        yield f"{told(notice)}: {became(notice)}"
    for why in waiting_lines(waiting, at):
        yield why
    for notice in ended:
        yield f"{told(notice)}: {became(notice)}"
    yield f"{count(total, 'besked', 'beskeder')}. Forsøg med ukendt udfald hos Teams: {unknown}."
    for remark in ([held] if held else []) + [line(each) for each in broken]:
        yield remark


async def migrate_database(settings: Settings) -> Lines:
    """Bring the database to its newest shape."""
    async with open_database(settings):
        yield "Databasen er opdateret."


async def index_anew(settings: Settings) -> Lines:
    """Index what every forum has resolved anew, each in a transaction of its own; raises Failed where one is broken."""
    async with open_database(settings) as database:
        async with database.reading() as conn:
            every = await forums.ids(conn)
        broken: list[str] = []
        for forum in every:
            try:
                async with database.writing(forum, wakes=False) as conn:
                    desk = await open_writing_desk(conn, forum, clock_of(settings).now(), Place.CHANNEL)
                    count = await indexing.index_anew(desk)
            except Unreadable:
                broken.append(forum)
            else:
                yield f"{forum}: beslutningerne fra {count} {'møde' if count == 1 else 'møder'} kan findes."
    if broken:
        raise Failed(f"Disse fora kan ikke læses, og deres beslutninger står, som de stod: {', '.join(broken)}.")


def operator() -> str:
    """The account on this machine that runs the command."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's account may have no name
        return "ukendt"
