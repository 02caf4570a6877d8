"""Files that come in a personal chat are noted, and asked about unless the words beside them say what they are for."""

from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256

from bot.domain.actions import AnyAction
from bot.domain.attachments.actions import AttachFiles, OfferFiles, ShowAttachment, ShowAttachments
from bot.domain.kernel.confidential import check_confidential
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.refusal import Refusal
from bot.usecases.turn import LONGEST_TURN, Turn
from bot.usecases.understanding import understand
from storage import forum as forums
from storage import uploads
from storage.database import Database
from storage.uploads import Upload

MOST_FILES = 10
"""In one message."""
_KEPT = timedelta(days=1)


async def received(database: Database, now: datetime, turn: Turn) -> AnyAction:
    """What is asked for by sending them; a Refusal where they cannot be taken, and nothing is noted then."""
    if turn.conversation.place is not Place.PERSONAL:
        raise Refusal("attachment_here")
    if len(turn.text) > LONGEST_TURN:
        raise Refusal("too_long_at_once", over=len(turn.text) - LONGEST_TURN, max=LONGEST_TURN)
    if len(turn.files) > MOST_FILES:
        raise Refusal("attachment_too_many_files", antal=MOST_FILES)
    check_confidential(*(each.name for each in turn.files))
    if not all(each.address for each in turn.files):
        raise Refusal("attachment_host")
    batch = sha256(f"{turn.conversation.id}\n{turn.activity}".encode()).hexdigest()
    files = [
        Upload(batch=batch, place=place, account=turn.sender, name=each.name, url=each.address)
        for place, each in enumerate(turn.files, start=1)
    ]
    async with database.reading() as conn:
        is_known = bool(await forums.seated(conn, turn.sender.object_id))
    if not is_known:
        raise Refusal("unknown_anywhere")
    async with database.writing(wakes=False) as conn:
        await uploads.receive(conn, files, at=now, forget=now - _KEPT)
    return _meant(turn.text, batch)


def _meant(words: str, batch: str) -> AnyAction:
    """Where the words beside the files say that they are to go; else that is asked."""
    said = understand(words) if words.strip() else None
    match said:
        case AttachFiles():
            return replace(said, upload=batch)
        case ShowAttachments(position=int() as position):
            return AttachFiles(upload=batch, position=position)
        case ShowAttachments(number=int() as number):
            return AttachFiles(upload=batch, number=number, year=said.year)
        case ShowAttachment(bilag=int() as bilag):
            return AttachFiles(upload=batch, bilag=bilag)
        case _:
            return OfferFiles(upload=batch)
