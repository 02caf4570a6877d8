"""What the commands about the log do, each as one function that yields the lines to print."""

import json
from collections.abc import Callable
from time import monotonic

import click

from bot import restoring
from bot.clock import COPENHAGEN
from bot.config import Settings
from bot.domain.kernel.chains import INSTALLATION
from bot.domain.kernel.refusal import Refusal
from bot.main import clock_of, open_database
from bot.operations import Failed, Lines, operator
from bot.usecases.erasing import erase_texts
from cards.audit.code import SHORTEST, digits
from cards.audit.doer import NAMED, doer
from cards.audit.rows import broken, differs
from cards.kit.words import count, log_text, medium_date, medium_date_time
from storage import audit, meetings
from storage import forum as forums
from storage.audit import Break
from storage.engine.connection import Connection
from storage.proving import Fault, first_fault

_BETWEEN_LINES = 5.0  # seconds


async def verify_audit(settings: Settings) -> Lines:
    """Whether log and tables are what the chains say, and which texts were erased; raises Failed at the first fault."""
    async with open_database(settings) as database, database.snapshot() as conn:
        # First, since the snapshot begins with its first statement, and must not be older than the anchor.
        seen = await restoring.as_seen(settings, conn)
        total = await audit.total(conn)
        fault = await first_fault(conn, _progress(total))
        erasures = await audit.erasures(conn)
        if fault is not None:
            raise Failed(await _sentence(conn, fault))
    yield f"Loggen er hel: {count(total, 'post', 'poster')}."
    for erasure in erasures:
        what, seq, ground = (erasure.facts[name] for name in ("what", "seq", "ground"))
        day = medium_date(erasure.at.astimezone(COPENHAGEN).date())
        yield f"{erasure.forum}: {log_text(what)}, post {seq}: tekst slettet {day} (grund: {ground})"
    for told in seen:
        yield told


async def accept_restored(settings: Settings, reason: str) -> Lines:
    """Go on with a database that lacks what the anchor has seen, and tell what that was and what is dropped."""
    async with open_database(settings) as database:
        now = clock_of(settings).now()
        for told in await restoring.accept(settings, database, now, reason=reason, by=operator()):
            yield told


def _progress(total: int) -> Callable[[int], None]:
    """Tells on stderr how far it has come, where it takes long."""
    told = monotonic()

    def tell(number: int) -> None:
        nonlocal told
        if monotonic() - told > _BETWEEN_LINES:
            told = monotonic()
            click.echo(f"Kontrolleret: {number} af {count(total, 'post', 'poster')}.", err=True)

    return tell


async def _sentence(conn: Connection, fault: Fault) -> str:
    if isinstance(fault, Break):
        return broken(fault.forum, fault.seq, fault.what)
    of_meeting = fault.key[0] if fault.key and fault.table not in ("meetings", "proposals") else None
    starts = None if of_meeting is None else await meetings.starts(conn, fault.forum, of_meeting)
    day = None if starts is None else starts.astimezone(COPENHAGEN).date()
    return differs(fault.how.value, fault.table, fault.key, fault.forum, fault.seq, day)


async def show_audit(settings: Settings, forum: str | None) -> Lines:
    """Every entry of a log (None: the installation's), oldest first, with its hash, its facts and the texts there."""
    async with open_database(settings) as database, database.reading() as conn:
        if forum is not None and await forums.name(conn, forum) is None:
            raise Refusal("unknown_forum", forum=forum)
        async for entry in audit.entries(conn, forum or INSTALLATION):
            who = doer(entry.actor, entry.facts)
            yield f"{entry.seq} {medium_date_time(entry.at, COPENHAGEN)}  {log_text(entry.what)}  {who}"
            yield f"   {entry.hash}"
            told = {name: fact for name, fact in entry.told.items() if name not in NAMED}
            yield f"   {json.dumps(told, ensure_ascii=False)}"
            for name, text in entry.words.items():
                yield f"   {name}: {' '.join(text.split())}"


async def find_code(settings: Settings, typed: str) -> Lines:
    """The forum, the number, what happened, when and by whom; a Refusal where no entry says so (any more)."""
    code = digits(typed)
    if code is None:
        raise Refusal("bad_code", kode=typed, mindst=SHORTEST)
    async with open_database(settings) as database, database.reading() as conn:
        found = await audit.with_hash(conn, code)
    if not found:
        raise Refusal("no_such_code", kode=code)
    for entry in found:
        if not audit.is_as_hashed(entry):
            raise Refusal("entry_changed", forum=entry.forum, nr=entry.seq)
        about = f" ({meeting})" if (meeting := entry.facts.get("meeting")) else ""
        told = f"{log_text(entry.what)}{about}, {medium_date_time(entry.at, COPENHAGEN)}"
        yield f"{entry.forum}, post {entry.seq}: {told}, {doer(entry.actor, entry.facts)}"


async def erase_from_audit(settings: Settings, forum: str, seq: int, ground: str, *, with_file: bool = False) -> Lines:
    """Erase the texts of an entry of the log, and with `with_file` what the file holds that it is about."""
    async with open_database(settings) as database:
        await erase_texts(
            database, clock_of(settings).now(), forum, seq, by=operator(), ground=ground, with_file=with_file
        )
    what = "Teksten og filen" if with_file else "Teksten"
    yield f"{what} i post {seq} i loggen for {forum} er slettet."
