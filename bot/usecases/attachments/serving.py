"""One version of a bilag as a file, to whoever may see it."""

from bot.domain.attachments.actions import FetchAttachment
from bot.domain.attachments.state import Bilag
from bot.domain.kernel.file import File
from bot.domain.kernel.refusal import Refusal
from bot.usecases.attachments.finding import Found, found
from bot.usecases.desk import Desk
from storage import attachments as kept


async def file_for(desk: Desk, actor: str, action: FetchAttachment) -> File:
    """The version that is asked for (the newest), where that person may see it here; else a Refusal."""
    one = await found(desk, actor, action)
    version = _version(one, action.revision)
    data = await kept.bytes_of(desk.conn, desk.forum.id, version.digest)
    if data is None:
        raise Refusal("attachment_erased")
    return File(version.name or f"bilag-{one.number or version.id}", version.media_type, data)


async def exact(desk: Desk, actor: str, action: FetchAttachment) -> FetchAttachment:
    """What asks for just that version, whatever comes after it."""
    newest = (await found(desk, actor, action)).newest
    return FetchAttachment(forum=desk.forum.id, attachment=newest.id, revision=action.revision or newest.version)


def _version(one: Found, revision: int | None) -> Bilag:
    return next((each for each in one.versions if each.version == revision), one.newest)
