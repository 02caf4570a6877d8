"""A file that was fetched becomes a bilag in one transaction: its number, its entry in the log, and who hears of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.attachments.names import safe_name, title
from bot.domain.attachments.notices import AttachmentNotice
from bot.domain.attachments.state import Bilag, newest
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.refusal import Refusal
from bot.usecases.attachments.changing import follow
from bot.usecases.attachments.owned import Owned, by_owner, require_may_add
from bot.usecases.desk import Desk, WritingDesk, open_writing_desk
from bot.usecases.rights import require_seat
from cards.kit.words import written
from storage import agenda as agendas
from storage import attachments as kept
from storage import uploads
from storage.database import Database
from storage.uploads import Upload, Wanted

MOST_OF_ONE = 30  # bilag of one item or proposal
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a file holds, and what it is."""

    data: bytes
    media_type: str


async def _stored(
    desk: WritingDesk, wanted: Wanted, sent: str, fetched: Fetched, form: str, *, most: int
) -> tuple[Bilag, bool]:
    """The bilag that it is, and whether it became it now; a Refusal says why it cannot be one."""
    require_seat(desk, wanted.person)
    owned = await by_owner(desk, wanted.owner)
    require_may_add(desk, wanted.person, owned)
    name = safe_name(sent)
    before = await _before(desk, owned, wanted, name)
    digest = await kept.keep_bytes(desk.conn, desk.forum.id, fetched.data)
    if await kept.total_size(desk.conn, desk.forum.id) > most:  # nothing is kept then
        raise Refusal("attachment_full", forum=desk.forum.name, mb=most // _MEGABYTE)
    if before is not None and before.digest == digest:
        return before, False
    one = Bilag(
        forum=desk.forum.id,
        id=await kept.next_id(desk.conn, desk.forum.id) if before is None else before.id,
        version=1 if before is None else before.version + 1,
        owner=owned.owner,
        name=name,
        title=title(name),
        media_type=fetched.media_type,
        size=len(fetched.data),
        digest=digest,
        is_closed=wanted.is_closed if before is None else before.is_closed or wanted.is_closed,
        by=wanted.person,
        at=desk.now,
    )
    await kept.add(desk.conn, one, form)
    await _number(desk, owned)
    await follow(desk, wanted.person, owned, one, "attachment.attached" if before is None else "attachment.new_version")
    return one, True


async def store(database: Database, now: datetime, upload: Upload, fetched: Fetched, *, most: int) -> None:
    """The same of what was sent, once, whoever else has fetched it meanwhile; its sender hears of it."""
    wanted = upload.wanted
    if wanted is None:
        return
    async with database.writing(wanted.forum) as conn:
        if not await uploads.drop(conn, upload):
            return
        desk = await open_writing_desk(conn, wanted.forum, now, Place.PERSONAL, account=wanted.account)
        one, is_new = await _stored(desk, wanted, upload.name, fetched, _form(upload), most=most)
        await _tell(desk, upload, wanted, attachment=one.id, version=one.version, is_new=is_new)


async def refuse(database: Database, now: datetime, upload: Upload, why: Refusal) -> None:
    """It is no bilag, and its sender hears why."""
    wanted = upload.wanted
    if wanted is None:
        return
    async with database.writing(wanted.forum) as conn:
        if await uploads.end(conn, upload):
            desk = await open_writing_desk(conn, wanted.forum, now, Place.PERSONAL, account=wanted.account)
            # What the file is called is erased with what was sent, and so stands in no notice.
            facts = {name: fact if isinstance(fact, int) else written(fact) for name, fact in why.facts.items()}
            facts.pop("fil", None)
            await _tell(desk, upload, wanted, why=why.key, facts=facts)


async def _tell(desk: WritingDesk, upload: Upload, wanted: Wanted, **subject: object) -> None:
    about: dict[str, Any] = {"batch": upload.batch, "place": upload.place, **subject}
    kind, key = AttachmentNotice.DONE, (upload.batch, upload.place)
    await desk.tell(kind, *key, meeting=None, recipient=wanted.person, first=None, **about)


async def _before(desk: Desk, owned: Owned, wanted: Wanted, name: str) -> Bilag | None:
    """The version that it follows: of the bilag that was chosen, or of one with the same name."""
    every = (await kept.of_owners(desk.conn, desk.forum.id, [owned.owner])).get(owned.owner, ())
    standing = newest(every)
    if wanted.attachment is not None:
        found = next((each for each in standing if each.id == wanted.attachment), None)
        if found is None:
            raise Refusal("attachment_gone")
        return found
    same = next((each for each in standing if each.name.casefold() == name.casefold()), None)
    if same is None and len(standing) >= MOST_OF_ONE:
        raise Refusal("attachment_many", antal=MOST_OF_ONE)
    return same


async def _number(desk: WritingDesk, owned: Owned) -> None:
    """Everything on the agenda that it stands on has a number from now on; one that was not stored yet is."""
    agenda = owned.agenda
    if agenda is None or owned.item is None:
        return
    if await agendas.get(desk.conn, desk.forum.id, agenda.meeting) is None:
        await agendas.put(desk.conn, agenda)
    else:
        await kept.number(desk.conn, desk.forum.id, agenda.meeting, agenda.items)


def _form(upload: Upload) -> str:
    return f"{upload.batch}/{upload.place}"
