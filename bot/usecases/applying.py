"""Apply a forum file: all of it or nothing, as often as one likes; its meetings' notices are planned in the same go."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.charters.forum_file import ForumFile
from bot.domain.forum.reapplying import laid_over
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.unreadable import Unreadable
from bot.usecases import topics
from bot.usecases.charter_texts import read_charter
from bot.usecases.desk import WritingDesk, open_writing_desk
from cards.kit.words import say
from storage import forum as forums
from storage.database import Database
from storage.engine.codec import to_json
from storage.engine.connection import WritingConnection
from storage.outbox import notices
from storage.salvage import salvage


@dataclass(frozen=True, slots=True)
class Applied:
    """How it went: the forum as it is now, and what the file says but chat had settled otherwise (left as it was).

    `mended` is what was wrong with a forum that could not be read before.
    """

    forum: Forum
    is_new: bool
    is_changed: bool
    conflicts: tuple[str, ...]
    mended: Unreadable | None = None


async def apply_file(database: Database, now: datetime, file: ForumFile, *, force: bool = False) -> Applied:
    """Store the forum; with `force`, what the file says wins over what chat settled."""
    async with database.writing(file.forum.id) as conn:
        before, broken = await _before(conn, file.forum.id)
        local = now.astimezone(file.forum.timezone)
        forum = file.forum if before is None else laid_over(before, file.forum, local.date())
        charter = file.charter_texts[forum.charter.id]
        overlays = {each.id: file.charter_texts[each.id] for each in forum.overlays}
        is_changed = await forums.put(conn, forum, charter, overlays, _unread(file))
        if broken is not None:
            await _let_go_on(conn, forum)
        conflicts = await _expect_channel(conn, before, file, force=force)
        desk = await open_writing_desk(conn, forum.id, now, Place.CHANNEL)
        await _plan(desk, before)
        is_changed = is_changed or before is None or broken is not None or _held(before) != _held(desk.forum)
        if is_changed:
            chosen = [each.id for each in forum.overlays]
            await desk.log(None, "forum.applied", charter=forum.charter.id, overlays=chosen)
        return Applied(desk.forum, before is None, is_changed, conflicts, broken)


async def _before(conn: WritingConnection, forum: str) -> tuple[Forum | None, Unreadable | None]:
    """The forum as it was; where it cannot be read, what of it can, and what is wrong."""
    try:
        return await forums.get(conn, forum, read_charter), None
    except Unreadable as broken:
        return await salvage(conn, forum), broken


async def _let_go_on(conn: WritingConnection, forum: Forum) -> None:
    """The forum can be read again: what waited for that leaves at once."""
    if forum.channel is None:
        await forums.forget_address(conn, forum.id)
    await notices.hasten(conn, forum.id)


def _held(forum: Forum) -> object:
    return forum.meetings, forum.channel


def _unread(file: ForumFile) -> Mapping[str, Any]:
    return {
        "channel": file.channel_id,
        "tenant": file.tenant,
        "succeeded_by": file.succeeded_by,
        "overlay_choices": {name: to_json(type(choice), choice) for name, choice in file.overlay_choices.items()},
        "fund_delegation": [dict(each) for each in file.fund_delegation],
    }


async def _expect_channel(
    conn: WritingConnection, before: Forum | None, file: ForumFile, *, force: bool
) -> tuple[str, ...]:
    """The channel the file names is tied by the first verified activity from it; one tied by chat stays."""
    taken = None if file.channel_id is None else await forums.taken_by(conn, file.channel_id)
    if taken not in (None, file.forum.id):
        raise Refusal("channel_taken", forum=await forums.name(conn, taken))
    tied = None if before is None or before.channel is None else before.channel.id
    if file.channel_id is None or file.channel_id == tied:
        return ()
    if tied is not None and not force:
        return (f"teams.channel: kanalen {tied} er valgt i Teams og er ikke ændret til {file.channel_id}",)
    await forums.expect(conn, file.forum.id, file.channel_id)
    return ()


async def _plan(desk: WritingDesk, before: Forum | None) -> None:
    """Plan each meeting's notices anew; what was planned for a day that no longer holds is superseded."""
    known = {} if before is None else {meeting.id: meeting for meeting in before.meetings}
    for meeting in {*known, *(meeting.id for meeting in desk.forum.meetings)}:
        await notices.cancel_timed(desk.conn, desk.forum.id, meeting, say("outbox.replanned"))
    for each in desk.forum.meetings:
        is_moved = each.id in known and known[each.id].starts != each.starts
        await topics.plan(desk, each, is_moved=is_moved)
