"""What the commands do, each as one function that yields the lines to print."""

import getpass
import json
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from pathlib import Path

from bot.charters.forum_file import read_forum_file
from bot.charters.loader import load_charter, shipped_charters
from bot.clock import COPENHAGEN, elapsed_now
from bot.config import Settings
from bot.delivery import NO_CHANNEL, UNREADABLE
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.forum.notices import ForumNotice
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.notice import Notice, NoticeState, Stale
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.unreadable import Unreadable
from bot.domain.notices import AnyNotice, notice_kind
from bot.main import clock_of, open_database, posting, secret_for
from bot.messenger import Unsent
from bot.secret import FILE
from bot.teams.credentials import Credentials, msal_connection
from bot.usecases.applying import Applied, apply_file, try_file
from bot.usecases.breakages import unreadable_forums
from bot.usecases.desk import open_desk
from bot.usecases.erasing import erase_texts
from bot.usecases.forum.remarks import remarks_on
from bot.usecases.routes import routes
from bot.usecases.ticks import Faults, due_agendas, send_due_agendas
from bot.usecases.topics import render
from cards.audit.doer import NAMED, doer
from cards.forum import changes
from cards.forum.remarks import sentence
from cards.forum.unreadable import line
from cards.kit.words import count, date_time, log_text, medium_date, medium_date_time, say
from cards.outbox.notices import NOTICES
from storage import audit
from storage import forum as forums
from storage.engine.connection import Connection
from storage.outbox import notices

Lines = AsyncIterator[str]
_SHOWN = 100  # rows of the outbox in each state


class Failed(Exception):  # noqa: N818 - the command ends with this line and exit code 1
    """A command could not do what it was asked; the message is one Danish line."""


async def check(settings: Settings) -> Lines:
    """One line each for settings, database, forums, charters and credentials; raises Failed at the first fault."""
    yield "Indstillinger: i orden"
    secret_for(settings)
    given = settings.secret.get_secret_value()
    yield f"Hemmelighed: i orden ({'KLYNGEBOT_SECRET' if given else settings.data / FILE})"
    async with open_database(settings) as database, database.reading() as conn:
        known, broken = await forums.ids(conn), await unreadable_forums(conn)
        now = clock_of(settings).now()
        remarks = [] if broken else [told for forum in known for told in await _remarks(conn, forum, now)]
    yield "Database: i orden"
    if broken:
        raise Failed(f"Fora: {' '.join(map(line, broken))}")
    yield f"Fora: {len(known)} i orden"
    for remark in remarks:
        yield remark
    for name in shipped_charters():
        load_charter(name, Path())
    yield f"Kommissorier: {len(shipped_charters())} i orden"
    if not settings.authenticates:
        yield "Adgang til Teams: slået fra (KLYNGEBOT_AUTH=off)"
        return
    try:
        await Credentials(msal_connection(settings), elapsed_now).bearer()
    except Unsent as unsent:
        raise Failed(f"Adgang til Teams: {unsent.reason}") from None
    yield "Adgang til Teams: i orden"


async def _remarks(conn: Connection, forum: str, now: datetime) -> list[str]:
    """What departs from the forum's charter, with its name."""
    desk = await open_desk(conn, forum, now, Place.CHANNEL)
    return [f"Bemærk: {desk.forum.name}: {sentence(each, desk.forum)}" for each in remarks_on(desk)]


async def check_charter(name: str) -> Lines:
    """Whether a charter can be read, and what it says that no code acts upon yet."""
    charter = load_charter(name, Path())
    yield f"{charter.title}: i orden"
    if charter.unenforced:
        yield "Følgende står i kommissoriet, men håndhæves endnu ikke af Klyngebot:"
    for path in charter.unenforced:
        yield f"  {path}"


async def apply_forum(settings: Settings, path: Path, *, force: bool, replace: bool, dry_run: bool) -> Lines:
    """Apply a forum file (or only tell what that would do), and tell what became otherwise and what is remarkable."""
    file = read_forum_file(path)
    async with open_database(settings) as database:
        go = try_file if dry_run else apply_file
        applied = await go(database, clock_of(settings).now(), file, by=_operator(), force=force, replace=replace)
    outcome = ("oprettet" if applied.is_new else "opdateret") if applied.is_changed else "uændret"
    if dry_run:
        yield f"Intet er gemt. Uden --dry-run bliver {applied.forum.name} {outcome}."
    else:
        yield f"{applied.forum.name} er {outcome}."
    if applied.mended is not None and not dry_run:
        yield "Forummet kunne ikke læses før. Det kan det nu, og det, der ventede, bliver sendt."
    for told in _effects(applied):
        yield told
    for conflict in applied.conflicts:
        yield f"Ikke ændret: {conflict}. Brug --force for at ændre det."
    for remark in applied.remarks:
        yield f"Bemærk: {sentence(remark, applied.forum)}"


def _effects(applied: Applied) -> Iterator[str]:
    """What begins, changes and ends, what is planned and dropped, and which approval is affected."""
    forum, effects = applied.forum, applied.effects
    names = {each.id: each.name for each in forum.people}
    yield from changes.lines(effects.changes, forum)
    for what, those in (("Planlægges", effects.planned), ("Bortfalder", effects.dropped)):
        yield from (f"{what}: {_told(notice)}" for notice in those)
    for each in effects.affected:
        asked, by_file = ([names.get(person, person) for person in people] for people in (each.asked, each.by_file))
        yield changes.affected(each.meeting, each.now, asked=asked, by_file=by_file)


async def list_forums(settings: Settings) -> Lines:
    """Each forum, its charter and whether a channel is tied to it."""
    async with open_database(settings) as database, database.reading() as conn:
        known = await forums.ids(conn)
        for forum in known:
            yield await _listed(conn, forum, clock_of(settings).now())
    if not known:
        yield "Der er ingen fora endnu. Opret et med klyngebot forum apply FIL."


async def _listed(conn: Connection, forum: str, now: datetime) -> str:
    try:
        found = (await open_desk(conn, forum, now, Place.CHANNEL)).forum
    except Unreadable as broken:
        return line(broken)
    place = "kanal tilknyttet" if found.channel else "ingen kanal"
    return f"{forum}: {found.name} ({found.charter.title}), {place}"


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


def _told(notice: Notice) -> str:
    return _row(notice.due_at, notice.forum, notice.meeting, notice_kind(notice.kind), notice.recipient)


def _row(at: datetime, forum: str, meeting: str | None, kind: AnyNotice, recipient: str | None = None) -> str:
    """When, for which forum, what about which meeting, and to whom."""
    what = say(NOTICES[kind])
    return f"{date_time(at)}  {forum}  {what}{f' ({meeting})' if meeting else ''}  til {recipient or 'kanalen'}"


async def _due_row(conn: Connection, notice: Notice, at: datetime) -> str | None:
    """The notice's line, with what it lacks; None where the forum is closed for it, or it is of no use any more."""
    try:
        desk = await open_desk(conn, notice.forum, at, Place.CHANNEL)
    except Unreadable:
        return _told(notice) if notice.kind is ForumNotice.UNREADABLE else f"{_told(notice)}: {UNREADABLE}"
    if notice.is_timed and not desk.calendar.is_open(desk.now):
        return None
    if isinstance(await render(desk, notice), Stale):
        return None
    return _told(notice) if await routes(desk, notice) else f"{_told(notice)}: {NO_CHANNEL}"


async def run_due(settings: Settings, at: datetime) -> Lines:
    """Send what is due at that moment, once; raises Failed where something did not get through."""
    if at > clock_of(settings).now() and settings.authenticates:
        raise Failed("Et tidspunkt i fremtiden kræver KLYNGEBOT_AUTH=off.")
    async with posting(settings, at) as (database, clock, delivery):
        agendas = await send_due_agendas(database, clock, faults := Faults(), by=_operator())
        async with database.reading() as conn:
            owed = await notices.due(conn, at)
        await delivery.deliver_due()
        async with database.reading() as conn:
            tried = [found for notice in owed if (found := await notices.get(conn, notice.key))]
    sent = sum(notice.state is NoticeState.SENT for notice in tried)
    yield f"{count(agendas, 'dagsorden', 'dagsordener')} udsendt, {count(sent, 'besked', 'beskeder')} sendt."
    for notice in tried:
        if notice.state is not NoticeState.SENT:
            yield f"{_told(notice)}: {_became(notice)}"
    _check_whole(faults)
    if any(_has_failed(notice) for notice in tried):
        raise Failed("Ikke alt kunne sendes.")


def _has_failed(notice: Notice) -> bool:
    return notice.state is NoticeState.FAILED or (notice.state is NoticeState.WAITING and notice.attempts > 0)


async def show_outbox(settings: Settings) -> Lines:
    """What was given up, what waits and how the newest others ended; and which POSTs nobody knows the outcome of."""
    async with open_database(settings) as database, database.reading() as conn:
        given_up = await notices.newest(conn, most=_SHOWN, states=(NoticeState.FAILED,))
        waiting = await notices.waiting(conn, most=_SHOWN)
        ended = await notices.newest(conn, most=_SHOWN, states=(NoticeState.SENT, NoticeState.SUPERSEDED))
        total, unknown = await notices.totals(conn)
        broken = await unreadable_forums(conn)
    for notice in (*given_up, *waiting, *ended):
        yield f"{_told(notice)}: {_became(notice)}"
    yield f"{count(total, 'besked', 'beskeder')}. Forsøg med ukendt udfald hos Teams: {unknown}."
    for each in broken:
        yield line(each)


def _became(notice: Notice) -> str:
    words = _STATES[notice.state] + (f": {notice.reason}" if notice.reason else "")
    unknown = count(notice.unknown_posts, "forsøg", "forsøg")
    return f"{words} ({unknown} med ukendt udfald)" if notice.unknown_posts else words


_STATES = {
    NoticeState.WAITING: "venter",
    NoticeState.SENT: "sendt",
    NoticeState.SUPERSEDED: "bortfaldet",
    NoticeState.FAILED: "opgivet",
}


async def verify_audit(settings: Settings) -> Lines:
    """Whether the log is what its chains say, and which texts were erased; raises Failed at the first break."""
    async with open_database(settings) as database, database.reading() as conn:
        broken = await audit.first_break(conn)
        total = await audit.total(conn)
        erasures = await audit.erasures(conn)
    if broken is not None:
        raise Failed(f"Loggen er brudt ved {broken.forum} nr. {broken.seq} ({broken.what}).")
    yield f"Loggen er hel: {count(total, 'post', 'poster')}."
    for erasure in erasures:
        what, seq, ground = (erasure.facts[name] for name in ("what", "seq", "ground"))
        day = medium_date(erasure.at.astimezone(COPENHAGEN).date())
        yield f"{erasure.forum}: {log_text(what)}, post {seq}: tekst slettet {day} (grund: {ground})"


async def show_audit(settings: Settings, forum: str) -> Lines:
    """Every entry of a forum's log, oldest first, with what it says and the texts that are still there."""
    async with open_database(settings) as database, database.reading() as conn:
        if await forums.name(conn, forum) is None:
            raise Refusal("unknown_forum", forum=forum)
        async for entry in audit.entries(conn, forum):
            who = doer(entry.actor, entry.facts)
            yield f"{entry.seq} {medium_date_time(entry.at, COPENHAGEN)}  {log_text(entry.what)}  {who}"
            facts = {name: fact for name, fact in entry.facts.items() if name != "texts" and name not in NAMED}
            yield f"   {json.dumps(facts, ensure_ascii=False)}"
            for name, text in entry.words.items():
                yield f"   {name}: {' '.join(text.split())}"


async def erase_from_audit(settings: Settings, forum: str, seq: int, ground: str) -> Lines:
    """Erase the texts of an entry of the log."""
    async with open_database(settings) as database:
        await erase_texts(database, clock_of(settings).now(), forum, seq, by=_operator(), ground=ground)
    yield f"Teksten i post {seq} i loggen for {forum} er slettet."


def _operator() -> str:
    """The account on this machine that runs the command."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container's account may have no name
        return "ukendt"


async def migrate_database(settings: Settings) -> Lines:
    """Bring the database to its newest shape."""
    async with open_database(settings):
        yield "Databasen er opdateret."
