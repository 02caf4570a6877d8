"""What the anchor has seen of the log and the database lacks: nothing, unless somebody restored it or took from it."""

import asyncio
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from bot.anchor.file import Anchor, Anchored
from bot.domain.kernel.chains import INSTALLATION, Head, Loss, loss
from storage import audit
from storage.audit import Entry
from storage.engine.connection import Connection

FOUND = "audit.restored"
"""What the entry is called that says that the database lacks what the anchor has seen."""

ACCEPTED = "audit.accepted"
"""What the entry is called that says that it may go on all the same, why, and who says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the database lacks, chain by chain; `broken_at` is the first line of the anchor that is not ours."""

    losses: tuple[Loss, ...] = ()
    broken_at: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether everything that was seen is there."""
        return not self.losses and self.broken_at is None

    @property
    def facts(self) -> dict[str, object]:
        """The same for the log."""
        return {"lost": [asdict(each) for each in self.losses], "broken_at": self.broken_at}


async def is_whole(conn: Connection, seen: Anchored, now: Mapping[str, Head]) -> bool:
    """Whether the newest that was seen of each chain is there, where `now` are their ends as they were read later."""
    if seen.broken_at is not None:
        return False
    return all([await _fits(conn, chain, head, now.get(chain)) for chain, head in seen.heads.items()])


async def findings(conn: Connection, anchor: Anchor, seen: Anchored) -> Findings:
    """The same, with what is missing by number."""
    now = await audit.heads(conn)
    unlike = [chain for chain, head in seen.heads.items() if not await _fits(conn, chain, head, now.get(chain))]
    history = await asyncio.to_thread(anchor.history) if unlike else {}
    losses = []
    for chain in sorted(unlike):
        found = await audit.hashes(conn, chain, [head.seq for head in history[chain]])
        last = now[chain].seq if chain in now else 0
        losses.append(loss(chain, history[chain], last, found))
    found_first = await _found_first(conn, seen)
    return Findings(
        losses=tuple(found_first.get((each.chain, each.last), each) for each in losses if each is not None),
        broken_at=seen.broken_at,
    )


async def found_at(conn: Connection, seen: Anchored) -> Entry | None:
    """The entry that said that this anchor does not fit, where that was found and not accepted."""
    newest = await audit.latest(conn, INSTALLATION, FOUND, ACCEPTED)
    is_this = newest is not None and newest.what == FOUND and newest.facts.get("anchor") == seen.last
    return newest if is_this else None


async def _found_first(conn: Connection, seen: Anchored) -> Mapping[tuple[str, int], Loss]:
    """What was missing when it was found: what people did since then may stand at the numbers that were lost."""
    entry = await found_at(conn, seen)
    known = [Loss(**each) for each in entry.facts["lost"]] if entry is not None else []
    return {(each.chain, each.last): each for each in known}


async def _fits(conn: Connection, chain: str, seen: Head, now: Head | None) -> bool:
    if now is None or now.seq < seen.seq:
        return False
    return (now.hash if now.seq == seen.seq else await audit.hash_at(conn, chain, seen.seq)) == seen.hash
