"""What the commands do, each as one function that yields the lines to print."""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

from bot.charters.describe import describe
from bot.charters.forum_file import read_forum_file
from bot.charters.loader import load_charter, shipped_charters
from bot.clock import elapsed_now
from bot.config import Settings
from bot.domain.composition import departures
from bot.domain.conversation import Place
from bot.domain.notice import NoticeState, Stale
from bot.main import clock_of, open_database, posting
from bot.messenger import Unsent
from bot.teams.credentials import Credentials, msal_connection
from bot.usecases.desk import open_desk
from bot.usecases.forums import apply_file
from bot.usecases.rendering import render
from bot.usecases.ticks import due_agendas, send_due_agendas
from cards.words import count, date_time
from storage import audit, forums, migrate, notices

Lines = AsyncIterator[str]
_SHOWN = 100  # rows of the outbox


class Failed(Exception):  # noqa: N818 - the command ends with this line and exit code 1
    """A command could not do what it was asked; the message is one Danish line."""


async def check(settings: Settings) -> Lines:
    """One line each for settings, database, charters and credentials; raises Failed at the first fault."""
    yield "Indstillinger: i orden"
    async with open_database(settings) as database:
        yield "Database: i orden" if await migrate.is_current(database) else "Database: mangler klyngebot migrate"
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


async def check_charter(name: str) -> Lines:
    """Whether a charter can be read, and what it says that no code acts upon yet."""
    charter = load_charter(name, Path())
    yield f"{charter.title}: i orden"
    if charter.unenforced:
        yield "Følgende står i kommissoriet, men håndhæves endnu ikke af Klyngebot:"
    for path in charter.unenforced:
        yield f"  {path}"


async def apply_forum(settings: Settings, path: Path, *, force: bool) -> Lines:
    """Apply a forum file and tell what departs from the charter."""
    file = read_forum_file(path)
    async with open_database(settings) as database:
        applied = await apply_file(database, clock_of(settings).now(), file, force=force)
    yield f"{applied.forum.name} er {'oprettet' if applied.is_new else 'opdateret'}."
    for conflict in applied.conflicts:
        yield f"Ikke ændret: {conflict}. Brug --force for at ændre det."
    for departure in departures(applied.forum, clock_of(settings).now().date()):
        yield f"Bemærk: {describe(departure, applied.forum)}"


async def list_forums(settings: Settings) -> Lines:
    """Each forum, its charter and whether a channel is tied to it."""
    async with open_database(settings) as database, database.reading() as conn:
        for forum in await forums.ids(conn):
            desk = await open_desk(conn, forum, clock_of(settings).now(), Place.CHANNEL)
            place = "kanal tilknyttet" if desk.forum.channel else "ingen kanal"
            yield f"{forum}: {desk.forum.name} ({desk.forum.charter.title}), {place}"


async def list_due(settings: Settings, at: datetime) -> Lines:
    """What would be sent at that moment."""
    async with posting(settings, at) as (database, clock, _):
        for forum, meeting in await due_agendas(database, clock):
            yield f"{date_time(at)}  {forum}  agenda_sent  {meeting}"
        async with database.reading() as conn:
            for notice in await notices.due(conn, at):
                desk = await open_desk(conn, notice.forum, at, Place.CHANNEL)
                if not isinstance(await render(desk, notice), Stale):
                    who = notice.recipient or "kanalen"
                    yield f"{date_time(notice.due_at)}  {notice.forum}  {notice.kind}  {notice.meeting or ''}  {who}"


async def run_due(settings: Settings, at: datetime) -> Lines:
    """Send what is due at that moment, once."""
    if at > clock_of(settings).now() and settings.authenticates:
        raise Failed("Et tidspunkt i fremtiden kræver KLYNGEBOT_AUTH=off.")
    async with posting(settings, at) as (database, clock, delivery):
        sent = await send_due_agendas(database, clock)
        tried = await delivery.deliver_due()
    yield f"{count(sent, 'dagsorden', 'dagsordener')} udsendt, {count(tried, 'besked', 'beskeder')} behandlet."


async def show_outbox(settings: Settings) -> Lines:
    """The newest notices with what became of them, and how many POSTs nobody knows the outcome of."""
    async with open_database(settings) as database, database.reading() as conn:
        rows = await notices.newest(conn, most=_SHOWN)
    for notice in rows:
        words = _STATES[notice.state] + (f": {notice.reason}" if notice.reason else "")
        yield f"{date_time(notice.due_at)}  {notice.key}  {words}"
    unknown = sum(notice.unknown_posts for notice in rows)
    yield f"{count(len(rows), 'besked', 'beskeder')}, heraf {unknown} med ukendt udfald hos Teams."


_STATES = {
    NoticeState.WAITING: "venter",
    NoticeState.SENT: "sendt",
    NoticeState.SUPERSEDED: "bortfaldet",
    NoticeState.FAILED: "opgivet",
}


async def verify_audit(settings: Settings) -> Lines:
    """Whether every entry follows from the one before it; raises Failed where one does not."""
    async with open_database(settings) as database, database.reading() as conn:
        broken = await audit.first_break(conn)
        total = await audit.total(conn)
    if broken is not None:
        raise Failed(f"Loggen er brudt ved {broken.forum} nr. {broken.seq} ({broken.what}).")
    yield f"Loggen er hel: {count(total, 'post', 'poster')}."


async def migrate_database(settings: Settings) -> Lines:
    """Bring the database to its newest shape."""
    async with open_database(settings):
        yield "Databasen er opdateret."
