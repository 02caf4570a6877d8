"""A record that says little, and its release."""

from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from bot.documents.data import to_json
from bot.domain.documents.state import Kind, MeetingRecord, RecordItem
from bot.domain.publication.state import Release
from storage import releases
from storage.database import Database
from tests.harness.klynge_nord import klynge_nord, local

FORUM = klynge_nord().id
MARCH = klynge_nord().meetings[0]
NOW = local("2027-03-10T12:00")


def record(title: str = "Et punkt", kind: Kind = Kind.MINUTES) -> MeetingRecord:
    return MeetingRecord(
        kind=kind,
        forum=FORUM,
        forum_name="Politisk Klynge Nord",
        meeting=MARCH.id,
        starts=MARCH.starts,
        ends=MARCH.ends,
        place=MARCH.place,
        version=1,
        at=NOW,
        items=(RecordItem(id=1, number=1, title=title),),
    )


async def released(
    database: Database,
    said: MeetingRecord | None = None,
    *,
    at: datetime = NOW,
    held: timedelta = timedelta(0),
    **other: Any,
) -> Release:
    """What was let out then, to be seen from so long after that on."""
    said = said or record()
    data = to_json(said)
    new = Release(
        forum=FORUM,
        number=0,
        meeting=said.meeting,
        kind=said.kind,
        edition=0,
        version=said.version,
        digest=sha256(data).hexdigest(),
        by="sekretariat",
        at=at,
        visible_at=at + held,
    )
    async with database.writing(FORUM) as conn:
        return await releases.add(conn, replace(new, **other), data)


async def taken_back(database: Database, release: Release, at: datetime) -> None:
    """That release was taken back then."""
    gone = replace(release, taken_back_by="sekretariat", taken_back_at=at, taken_back_words="En fejl")
    async with database.writing(FORUM) as conn:
        await releases.save(conn, gone)
