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

FITS = "audit.fits"
"""What the entry is called that says that nothing is missing after all: the right anchor or secret is there again."""


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

    def __str__(self) -> str:
        """The same for the service's own log."""
        lost = [f"{each.chain} {each.first}-{each.last}" for each in self.losses]
        return ", ".join(
            lost + ([] if self.broken_at is None else [f"line {self.broken_at} of the anchor is not ours"])
        )


def found_by(entry: Entry) -> Findings:
    """What the entry says was missing."""
    losses = tuple(Loss(**each) for each in entry.facts["lost"])
    return Findings(losses=losses, broken_at=entry.facts["broken_at"])


async def is_whole(conn: Connection, seen: Anchored, now: Mapping[str, Head]) -> bool:
    """Whether the newest that was seen of each chain is there, where `now` are their ends as they were read later.

    Without an anchor nothing more can be missing than was found before and not accepted.
    """
    if not seen.is_there:
        return await open_finding(conn) is None
    if seen.broken_at is not None:
        return False
    return all([await _fits(conn, chain, head, now.get(chain)) for chain, head in seen.heads.items()])


async def findings(conn: Connection, anchor: Anchor, seen: Anchored) -> Findings:
    """The same, with what is missing by number: as it was found first, since what people did then stands there now."""
    entry = await open_finding(conn)
    before = found_by(entry) if entry is not None else Findings()
    if not seen.is_there:
        return before
    losses = [each for each in await _losses(conn, anchor, seen) if each is not None]
    if entry is not None and entry.facts["anchor"] == seen.last:
        first = {(each.chain, each.last): each for each in before.losses}
        losses = [first.get((each.chain, each.last), each) for each in losses]
    return Findings(losses=tuple(losses), broken_at=seen.broken_at)


async def open_finding(conn: Connection) -> Entry | None:
    """The entry that said that something is missing, where nothing has ended that since."""
    newest = await audit.latest(conn, INSTALLATION, FOUND, ACCEPTED, FITS)
    return newest if newest is not None and newest.what == FOUND else None


async def _losses(conn: Connection, anchor: Anchor, seen: Anchored) -> list[Loss | None]:
    now = await audit.heads(conn)
    unlike = [chain for chain, head in seen.heads.items() if not await _fits(conn, chain, head, now.get(chain))]
    history = await asyncio.to_thread(anchor.history) if unlike else {}
    losses = []
    for chain in sorted(unlike):
        found = await audit.hashes(conn, chain, [head.seq for head in history[chain]])
        losses.append(loss(chain, history[chain], now[chain].seq if chain in now else 0, found))
    return losses


async def _fits(conn: Connection, chain: str, seen: Head, now: Head | None) -> bool:
    if now is None or now.seq < seen.seq:
        return False
    return (now.hash if now.seq == seen.seq else await audit.hash_at(conn, chain, seen.seq)) == seen.hash
