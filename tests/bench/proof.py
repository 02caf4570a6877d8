"""How long `klyngebot audit verify` takes over a log of many entries, and the memory that it needs."""

import asyncio
import resource
import sys
from asyncio.subprocess import PIPE
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from time import perf_counter

from sqlalchemy import select

from bot.domain.kernel.chains import Head
from storage import audit
from storage import forum as forums
from storage.audit.log import hash_of
from storage.database import Database
from storage.engine.connection import WritingConnection
from storage.migrate import upgrade
from storage.proof.digests import as_stored, digest_of_stored
from storage.proof.tables import spelled
from storage.proposals import proposals
from tests.bench.past import Rows, proposal
from tests.bench.stores import Kind, empty
from tests.harness.klynge_nord import charter_texts, klynge_nord, local

_FORUMS = 100
_ENTRIES_A_ROW = 5  # a proposal is received, accepted, changed…
_AT: datetime = local("2026-01-01T12:00")
_TOGETHER = 5_000
_KILOBYTES = 1024  # in a megabyte
_VERIFY = "from bot.cli import main; main(['audit', 'verify'])"


@dataclass(frozen=True, slots=True)
class Verified:
    """What the command said, the seconds it took, the megabytes it held at most, and how often it told of progress."""

    said: str
    seconds: float
    memory: float
    told: int


async def measure_verify(kind: Kind, entries: int) -> Verified:
    """Verify a log of at least so many entries among a hundred forums."""
    with empty(kind) as store:
        await _fill(store.url, entries // _FORUMS)
        begun = perf_counter()
        environment = {"KLYNGEBOT_AUTH": "off", "KLYNGEBOT_DATABASE_URL": store.url}
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", _VERIFY, env=environment, stdout=PIPE, stderr=PIPE
        )
        out, err = await process.communicate()
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / _KILOBYTES
        said = (out or err).decode().strip()
        return Verified(said, perf_counter() - begun, memory, len(err.splitlines()) if out else 0)


async def _fill(url: str, each: int) -> None:
    database = Database(url)
    await upgrade(database)
    for number in range(_FORUMS):
        forum = f"klynge-{number:03}"
        async with database.writing(forum) as conn:
            people = tuple(replace(person, identities=()) for person in klynge_nord().people)
            await forums.put(conn, replace(klynge_nord(), id=forum, meetings=(), people=people), *charter_texts())
        async with database.writing(forum) as conn:
            await _log(conn, forum, each)
    await database.close()


async def _log(conn: WritingConnection, forum: str, count: int) -> None:
    """Rows, and the entries that vouch for each of them again and again."""
    rows = [proposal(forum, number, _AT) for number in range(max(count // _ENTRIES_A_ROW, 1))]
    await conn.execute(proposals.insert(), rows)
    stored = await conn.execute(select(*as_stored(proposals)).where(proposals.c.forum == forum))
    digests = [(spelled(proposals, row._asdict()), digest_of_stored(proposals, row)) for row in stored]
    head = await audit.head(conn, forum)
    assert head is not None
    waiting = _entries(forum, digests, head, count)
    while some := list(islice(waiting, _TOGETHER)):
        await conn.execute(audit.audit.insert(), some)


def _entries(forum: str, digests: list[tuple[str, str]], head: Head, count: int) -> Rows:
    previous = head.hash
    for number in range(count - head.seq):
        key, digest = digests[number % len(digests)]
        facts = {"number": number, "revision": 2, "rows": {"proposals": {key: digest}}}
        entry = {"forum": forum, "seq": head.seq + number + 1, "at": _AT + timedelta(minutes=number)}
        entry |= {"actor": "laege", "what": "proposal.accepted", "facts": facts, "previous": previous}
        previous = hash_of(entry)
        yield entry | {"texts": None, "hash": previous}
