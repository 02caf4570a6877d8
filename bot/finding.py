"""Which entry of the log a code belongs to, that somebody reads on an agenda or on minutes which they were sent."""

from collections.abc import AsyncIterator

from bot.clock import COPENHAGEN
from bot.config import Settings
from bot.domain.kernel.refusal import Refusal
from bot.main import open_database
from cards.audit.code import SHORTEST, digits
from cards.audit.doer import doer
from cards.kit.words import log_text, medium_date_time
from storage import audit


async def find_code(settings: Settings, typed: str) -> AsyncIterator[str]:
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
