"""Somebody says that a database which lacks what the anchor has seen is the one to go on with."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from bot.anchor.file import Anchor
from bot.anchor.lines import Line
from bot.clock import elapsed_now
from bot.domain.kernel.chains import INSTALLATION
from bot.domain.kernel.confidential import check_confidential
from bot.domain.kernel.notice import Notice
from bot.domain.kernel.refusal import Refusal
from bot.usecases.anchoring.comparing import ACCEPTED, Findings, findings, open_finding
from cards.kit.words import say
from storage import audit
from storage.database import Database
from storage.outbox import pausing


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What was lost, and the reminders that were dropped, since they may have left before it was lost."""

    found: Findings
    dropped: tuple[Notice, ...]


async def accept(database: Database, now: datetime, anchor: Anchor, *, reason: str, by: str) -> Accepted:
    """Log it, begin the anchor anew from here, and let what waits leave; Refusal where nothing is held.

    The reason stays in the log for ever, and so must be one line without anybody's CPR number. Where the disk takes no
    more (OSError), everything stays held, and can be accepted again.
    """
    reasons = " ".join(reason.split())
    if not reasons:
        raise Refusal("no_reason")
    check_confidential(reasons)
    seen = await asyncio.to_thread(anchor.look)
    async with database.reading() as conn:
        found, entry = await findings(conn, anchor, seen), await open_finding(conn)
    if found.is_whole:
        raise Refusal("nothing_restored")
    async with database.writing(INSTALLATION, wakes=False) as conn:
        until = now if entry is None else entry.at  # what came due later was held
        dropped = await pausing.drop_planned(conn, until=until, reason=say("outbox.restored_dropped"))
        facts = found.facts | {"reason": reasons, "by": by, "dropped": len(dropped)}
        await audit.append(conn, INSTALLATION, at=now, actor=None, what=ACCEPTED, facts=facts)
    await _begin_anew(database, anchor)
    async with database.writing() as conn:
        await pausing.go_on(conn)
    return Accepted(found=found, dropped=dropped)


async def _begin_anew(database: Database, anchor: Anchor) -> None:
    """The anchor goes on from every chain's end as it is now."""
    is_done = False
    while not is_done:
        seen = await asyncio.to_thread(anchor.look)
        async with database.reading() as conn:
            line = Line(at=elapsed_now(), heads=await audit.heads(conn), is_accepted=True)
        is_done = await asyncio.to_thread(anchor.add, line, seen)
