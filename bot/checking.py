"""What `klyngebot check` finds out, as one function that yields the lines to print."""

from datetime import datetime
from pathlib import Path

from bot import restoring
from bot.charters.loader import load_charter, shipped_charters
from bot.clock import elapsed_now
from bot.config import Settings
from bot.domain.kernel.conversation import Place
from bot.main import clock_of, open_database, secret_for
from bot.messenger import Unsent
from bot.operations import Failed, Lines
from bot.readiness import DAMAGED
from bot.secret import FILE
from bot.sending import SECRETARIAT_UNREACHED
from bot.teams.credentials import Credentials, msal_connection
from bot.usecases.breakages import unreadable_forums
from bot.usecases.desk import open_desk
from bot.usecases.forum.remarks import remarks_on
from cards.forum.remarks import sentence
from cards.forum.unreadable import line
from cards.kit.words import listing
from storage import forum as forums
from storage.database import Database
from storage.engine.connection import Connection
from storage.examination import damage, try_to_write
from storage.outbox import standing


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
        await _examine(database, now)
        anchor = await restoring.state_of_anchor(settings, conn)
    yield "Database: i orden"
    yield f"Anker: {anchor}"
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


async def _examine(database: Database, now: datetime) -> None:
    """Raises Failed, or DatabaseFault, where the database cannot be written or read to its last page."""
    await try_to_write(database, now)
    if (found := await damage(database)) is not None:
        raise Failed(f"{DAMAGED} [{found}].")


async def _remarks(conn: Connection, forum: str, now: datetime) -> list[str]:
    """What departs from the forum's charter, and who of its secretariat is not reached, with its name."""
    desk = await open_desk(conn, forum, now, Place.CHANNEL)
    said = [sentence(each, desk.forum) for each in remarks_on(desk)]
    waiting = await standing.waiting_because(conn, forum, SECRETARIAT_UNREACHED)
    if names := list(dict.fromkeys(desk.name_of(each.recipient or "") for each in waiting)):
        said.append(f"{SECRETARIAT_UNREACHED} ({listing(names)})")
    return [f"Bemærk: {desk.forum.name}: {each}" for each in said]
