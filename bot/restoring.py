"""What the commands say and do about a database that lacks what the anchor has seen."""

import asyncio
from datetime import datetime

from bot.anchor.file import Anchored
from bot.clock import COPENHAGEN
from bot.config import Settings
from bot.domain.kernel.chains import INSTALLATION
from bot.main import anchor_for
from bot.usecases.anchoring import accepting
from bot.usecases.anchoring.comparing import ACCEPTED, Findings, findings, found_by
from cards.audit import restored
from cards.kit.words import count, medium_date, say
from cards.outbox.lines import told
from storage import audit
from storage.audit import Entry
from storage.database import Database
from storage.engine.connection import Connection


class Unlike(Exception):  # noqa: N818 - it says what is the matter
    """The database lacks what the anchor has seen; the message is one Danish line."""


async def held(settings: Settings, conn: Connection) -> str | None:
    """The line that says that the database is held; None where it is not."""
    _, found = await _compared(settings, conn)
    return None if found.is_whole else say("restored.held", tabt=_lost(found))


async def refuse_held(settings: Settings, conn: Connection) -> None:
    """Raises Unlike where the database is held."""
    if line := await held(settings, conn):
        raise Unlike(line)


async def as_seen(settings: Settings, conn: Connection) -> list[str]:
    """Which anchor the log is like and since when, and each loss that was accepted; raises Unlike where it is not.

    Without one it is said that there is none: whoever takes the anchor away can take our own chain away as well.
    """
    seen, found = await _compared(settings, conn)
    if not found.is_whole:
        raise Unlike(say("restored.log", tabt=_lost(found)))
    line = say("restored.no_anchor", fil=settings.anchor)
    if seen.since is not None:
        day = medium_date(seen.since.astimezone(COPENHAGEN).date())
        line = say("restored.fits", fil=settings.anchor, dag=day)
    return [line, *[_accepted(entry) async for entry in audit.entries(conn, INSTALLATION) if entry.what == ACCEPTED]]


async def state_of_anchor(settings: Settings, conn: Connection) -> str:
    """Whether there is an anchor; OSError where none can be written, Unlike where the database is held."""
    await refuse_held(settings, conn)
    anchor = anchor_for(settings)
    seen = await asyncio.to_thread(anchor.look)
    await asyncio.to_thread(anchor.try_out)
    if seen.is_there:
        return say("restored.anchor", fil=settings.anchor)
    is_missed = await audit.head(conn, INSTALLATION) is not None
    return say("restored.no_anchor" if is_missed else "restored.anchor_begins", fil=settings.anchor)


async def accept(settings: Settings, database: Database, now: datetime, *, reason: str, by: str) -> list[str]:
    """Go on with the database as it is; what was lost, and what is dropped. Refusal where nothing is held."""
    accepted = await accepting.accept(database, now, anchor_for(settings), reason=reason, by=by)
    return [
        say("restored.accepting", tabt=_lost(accepted.found)),
        *(say("restored.dropped", hvad=told(notice)) for notice in accepted.dropped),
        say("restored.goes_on", antal=count(len(accepted.dropped), "påmindelse", "påmindelser")),
    ]


async def _compared(settings: Settings, conn: Connection) -> tuple[Anchored, Findings]:
    anchor = anchor_for(settings)
    seen = await asyncio.to_thread(anchor.look)  # first: the log may be ahead of the anchor, and never behind it
    return seen, await findings(conn, anchor, seen)


def _accepted(entry: Entry) -> str:
    day = medium_date(entry.at.astimezone(COPENHAGEN).date())
    reason, by = entry.facts["reason"], entry.facts["by"]
    return say("restored.accepted", nr=entry.seq, dag=day, hvem=by, grund=reason, tabt=_lost(found_by(entry)))


def _lost(found: Findings) -> str:
    return "; ".join(restored.lost(found.losses, found.broken_at))
