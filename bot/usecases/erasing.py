"""Erase what people wrote in an entry of the log; the entry stays, and a new one says that, why and by whom.

What was let out to the public with such a text in it is taken back.
"""

from datetime import datetime

from bot.domain.kernel.confidential import check_confidential
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import open_writing_desk
from bot.usecases.publication.erasing import erase_released
from storage import attachments, audit, proposals, resolutions, talks
from storage import forum as forums
from storage.database import Database
from storage.engine.connection import WritingConnection

_OF_BILAG = "attachment."


async def erase_texts(
    database: Database, now: datetime, forum: str, seq: int, *, by: str, ground: str, with_file: bool = False
) -> None:
    """Erase every text of the entry; Refusal where there is no such entry, or nothing to erase (any more).

    Of a bilag its name and title go, and with `with_file` what the file holds.
    The ground stays in the log for ever, and so must be one line without anybody's CPR number.
    """
    grounds = " ".join(ground.split())
    if not grounds:
        raise Refusal("no_ground")
    check_confidential(grounds)
    async with database.writing(forum, wakes=False) as conn:
        if await forums.name(conn, forum) is None:
            raise Refusal("unknown_forum", forum=forum)
        entry = await audit.at(conn, forum, seq)
        if entry is None:
            raise Refusal("unknown_entry", forum=forum, nr=seq)
        if with_file and not entry.what.startswith(_OF_BILAG):
            raise Refusal("no_file_to_erase", forum=forum, nr=seq)
        if entry.what.startswith(_OF_BILAG):
            await _erase_bilag(conn, entry, with_file=with_file)
        if not entry.texts and not with_file:
            raise Refusal("nothing_to_erase", forum=forum, nr=seq)
        await audit.erase(conn, entry, at=now, by=by, ground=grounds)
        await _empty_index(conn, entry)
        await talks.drop(conn, forum)
        await _take_back(conn, entry, now, by)


async def _take_back(conn: WritingConnection, entry: audit.Entry, now: datetime, by: str) -> None:
    """What the public was let have of it nobody sees any more."""
    meeting = entry.facts.get("meeting")
    desk = await open_writing_desk(conn, entry.forum, now, Place.CHANNEL, operator=by)
    await erase_released(desk, list(entry.words.values()), meeting if isinstance(meeting, str) else None)


async def _erase_bilag(conn: WritingConnection, entry: audit.Entry, *, with_file: bool) -> None:
    """What that version is called, and what it holds, of every bilag that holds the same."""
    facts = entry.facts
    for each in await attachments.versions(conn, entry.forum, facts["attachment"]):
        if each.version == facts["version"]:
            await attachments.empty_words(conn, each)
            if with_file:
                await attachments.empty_bytes(conn, entry.forum, each.digest)


async def _empty_index(conn: WritingConnection, entry: audit.Entry) -> None:
    """What was erased finds nothing any more: of the item, proposal or meeting that the entry is about."""
    facts = entry.facts
    texts = list(entry.words.values())
    if entry.what.startswith("proposal."):
        found = await proposals.by_number(conn, entry.forum, facts["number"], facts["year"])
        if found is not None:
            await resolutions.empty(conn, entry.forum, texts, proposal=found.id)
    elif isinstance(facts.get("meeting"), str):
        await resolutions.empty(conn, entry.forum, texts, meeting=facts["meeting"], item=facts.get("item"))
