"""The addresses where papers stand are looked at: one that is dead is told once, one that answers again is settled."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.clock import Clock
from bot.domain.kernel import settings
from bot.domain.kernel.conversation import Place
from bot.domain.publication.links import Check, Found, checked
from bot.domain.publication.notices import PublicationNotice
from bot.domain.publication.state import Proof
from bot.usecases.desk import WritingDesk, open_writing_desk
from bot.usecases.made_public import show_anew
from storage import publication_proofs as store
from storage.database import Database
from storage.engine.connection import WritingConnection

Look = Callable[[str], Awaitable[Found]]
"""Looks at an address, outside any transaction."""

_AT_ONCE = 5  # addresses a tick


async def check_links(database: Database, clock: Clock, look: Look) -> int:
    """Look at some of the addresses whose time has come, the longest due first; how many."""
    async with database.reading() as conn:
        due = await store.to_look_at(conn, clock.now(), most=_AT_ONCE)
    for proof, failures in due:
        found = await look(proof.link)
        check = checked(found, failures, proof.dead_since, clock.now())
        if (check.dead_since is None) is (proof.dead_since is None):
            async with database.writing(wakes=False) as conn:
                if await store.is_looked_at(conn, proof.forum, proof.number):
                    await _note(conn, proof, check)
        else:
            await _turn(database, clock.now(), proof, check)
    return len(due)


async def _turn(database: Database, now: datetime, seen: Proof, check: Check) -> None:
    """It is dead from now on, or no more; asked again while nobody else writes for the forum."""
    async with database.writing(seen.forum) as conn:
        proof = await store.get(conn, seen.forum, seen.number)
        is_counted = await store.is_looked_at(conn, seen.forum, seen.number)
        if proof is None or not is_counted or proof.dead_since != seen.dead_since:
            return
        await _note(conn, proof, check)
        desk = await open_writing_desk(conn, proof.forum, now, Place.CHANNEL)
        meeting = desk.forum.meeting(proof.meeting)
        is_dead = check.dead_since is not None
        what = "publication.link_dead" if is_dead else "publication.link_alive"
        await desk.log(None, what, meeting=proof.meeting, paper=proof.paper.value, number=proof.number)
        if meeting is None:
            return
        if is_dead and meeting.owes:
            await _tell(desk, proof, now)
        await show_anew(desk, meeting)


async def _tell(desk: WritingDesk, proof: Proof, now: datetime) -> None:
    people, paper = settings.secretariat(desk.forum, desk.today), proof.paper.value
    about = (proof.number, now.isoformat())
    await desk.tell_each(people, PublicationNotice.DEAD, *about, meeting=proof.meeting, paper=paper)


async def _note(conn: WritingConnection, proof: Proof, check: Check) -> None:
    await store.put_check(
        conn,
        proof.forum,
        proof.number,
        due_at=check.due_at,
        failures=check.failures,
        dead_since=check.dead_since,
    )
