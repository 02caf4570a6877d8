"""What a document's code is: found in the log of the forums that the public sees, and told of nothing but documents."""

from collections.abc import Collection

from bot.domain.documents.proof import Proof, Sort
from bot.domain.kernel.notice import key_of
from bot.domain.minutes.notices import MinutesNotice
from bot.usecases.witness import borne_by
from storage import agenda as agendas
from storage import audit
from storage import minutes as store
from storage.database import Database
from storage.engine.connection import Connection
from storage.outbox import notices

_AGENDAS = {
    "agenda.sent": Sort.AGENDA,
    "agenda.item_corrected": Sort.AGENDA,
    "agenda.item_taken_up": Sort.AGENDA,
    "agenda.item_withdrawn": Sort.AGENDA,
    "supplement.sent": Sort.SUPPLEMENT,
}
_MINUTES = {
    "minutes.approved": Sort.APPROVED_MINUTES,
    "minutes.approved_in_silence": Sort.APPROVED_MINUTES,
    "minutes.sent": Sort.MINUTES,
    "minutes.added": Sort.MINUTES,
}
"""The entries that documents leave with, and what left."""


async def proof_of(database: Database, forums: Collection[str], seq: int, code: str) -> Proof | None:
    """What left with the entry of that number whose hash begins so; None where no document of these forums did."""
    async with database.reading() as conn:
        for entry in await audit.numbered(conn, forums, seq):
            sort = (_AGENDAS | _MINUTES).get(entry.what)
            if sort is not None and entry.hash.startswith(code) and audit.is_as_hashed(entry):
                return await _proof(conn, entry, sort, code)
    return None


async def _proof(conn: Connection, entry: audit.Entry, sort: Sort, code: str) -> Proof:
    meeting = str(entry.facts["meeting"])
    version = entry.facts.get("version")
    is_newest = await (_is_sent(conn, entry, meeting) if entry.what in _AGENDAS else _holds(conn, entry, meeting))
    return Proof(
        forum=entry.forum,
        meeting=meeting,
        sort=sort,
        version=version if isinstance(version, int) else None,
        at=entry.at,
        seq=entry.seq,
        code=code,
        is_newest=is_newest,
    )


async def _is_sent(conn: Connection, entry: audit.Entry, meeting: str) -> bool:
    """Whether no version of the agenda left after it."""
    agenda = await agendas.get(conn, entry.forum, meeting)
    return agenda is not None and agenda.sent_version == entry.facts.get("version")


async def _holds(conn: Connection, entry: audit.Entry, meeting: str) -> bool:
    """Whether nothing was added to the minutes since, and they were not approved since."""
    minutes = await store.get(conn, entry.forum, meeting)
    if minutes is None or any(each.is_addition and each.at > entry.at for each in minutes.remarks):
        return False
    left = borne_by(await notices.get(conn, key_of(entry.forum, MinutesNotice.MINUTES, meeting)))
    return left is None or left.seq <= entry.seq
