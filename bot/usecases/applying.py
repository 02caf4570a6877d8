"""Apply a forum file: all of it or nothing, as often as one likes; its meetings' notices are planned in the same go."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.charters.forum_file import ForumFile
from bot.domain.forum.accounts import account_changes
from bot.domain.forum.changes import Change, changes, replaced
from bot.domain.forum.deciding import conflicts as conflicts_of
from bot.domain.forum.deciding import without
from bot.domain.forum.planned import kept_meetings
from bot.domain.forum.reapplying import laid_over
from bot.domain.forum.remarks import Remark
from bot.domain.kernel.calendar import NoWorkingDay
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.notice import Notice
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.settings import calendar_of
from bot.domain.kernel.unreadable import Unreadable
from bot.usecases import approval
from bot.usecases.charter_texts import read_charter
from bot.usecases.days import DANISH_HOLIDAYS
from bot.usecases.desk import Desk, WritingDesk, desk_of, open_writing_desk
from bot.usecases.effects import Effects, logged
from bot.usecases.forum.remarks import remarks_on, tell_secretariat
from bot.usecases.topics import plan_anew
from bot.usecases.under_way import Followed, follow
from cards.forum.changes import replacements
from cards.forum.kept import kept_choice
from cards.meetings.kept import kept_meeting
from storage import choices
from storage import forum as forums
from storage.database import Database
from storage.engine.codec import to_json
from storage.engine.connection import WritingConnection
from storage.outbox import notices, reviving
from storage.salvage import salvage


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """How it went: the forum as it is now, and what the file says but chat had settled otherwise (left as it was).

    `kept` are the meetings that are left as they were decided in Teams; `mended` is what was wrong with a forum that
    could not be read before.
    """

    forum: Forum
    is_new: bool
    is_changed: bool
    conflicts: tuple[str, ...]
    kept: tuple[str, ...]
    mended: Unreadable | None
    effects: Effects
    remarks: tuple[Remark, ...]


class _Tried(Exception):  # noqa: N818 - it undoes what was only tried
    """Raised at the end of a trial, so that nothing of it is kept."""


async def apply_file(
    database: Database,
    now: datetime,
    file: ForumFile,
    *,
    by: str | None = None,
    force: bool = False,
    replace: bool = False,
) -> Applied:
    """Store the forum; with `force`, what the file says wins over what chat settled. The log says `by` whom.

    With `replace` the file may give the forum another charter, name or region; else that is refused, since it is more
    likely another forum's file that bears this one's id by mistake.
    """
    async with database.writing(file.forum.id) as conn:
        return await _apply(conn, now, file, by, force=force, replace=replace)


async def try_file(
    database: Database,
    now: datetime,
    file: ForumFile,
    *,
    by: str | None = None,
    force: bool = False,
    replace: bool = False,
) -> Applied:
    """What applying the file would bring about; it is done in a transaction that is not kept."""
    tried: list[Applied] = []
    with suppress(_Tried):
        async with database.writing(file.forum.id) as conn:
            tried.append(await _apply(conn, now, file, by, force=force, replace=replace))
            raise _Tried
    return tried[0]


async def _apply(
    conn: WritingConnection, now: datetime, file: ForumFile, by: str | None, *, force: bool, replace: bool
) -> Applied:
    before, broken = await _before(conn, file.forum.id, now)
    if before is not None and not replace:
        _check_same(before, file.forum)
    had = None if before is None or broken is not None else remarks_on(_desk_before(conn, before, now))
    kept, dropped = _decided(before, file.forum, force=force)
    meetings = () if before is None else tuple(kept_meeting(before, each) for each in kept_meetings(before, file.forum))
    stored = await _store(conn, None if before is None else without(before, dropped), file, now)
    await choices.give_way(conn, file.forum.id, dropped)
    if dropped:
        await forums.renew(conn, file.forum.id)
    if before is not None and broken is not None:
        await _let_go_on(conn, before)
    conflicts = (*kept, *await _expect_channel(conn, before, file, force=force))
    desk = await open_writing_desk(conn, file.forum.id, now, Place.CHANNEL, operator=by)
    planned = await notices.planned(conn, desk.forum.id)
    followed = await _followed(desk, before, is_whole=broken is None)
    effects = await _effects(desk, before, planned, followed)
    is_changed = stored or bool(dropped) or before is None or broken is not None or _held(before) != _held(desk.forum)
    if is_changed:
        await _log(desk, effects.changes)
        await _note_accounts(desk, before)
    if had is not None:  # of a forum that is new the secretariat hears as it ties its channel
        await tell_secretariat(desk, had)
    return Applied(
        forum=desk.forum,
        is_new=before is None,
        is_changed=is_changed,
        conflicts=conflicts,
        kept=meetings,
        mended=broken,
        effects=effects,
        remarks=remarks_on(desk),
    )


def _check_same(before: Forum, file: Forum) -> None:
    """Refusal("other_forum_file") where the file is about another forum, with what stands and what the file says."""
    if found := replaced(before, file):
        raise Refusal("other_forum_file", id=before.id, forum=before.name, andet=replacements(found))


def _desk_before(conn: WritingConnection, before: Forum, now: datetime) -> Desk:
    return desk_of(conn, before, now, Place.CHANNEL, is_overheard=True)


async def _store(conn: WritingConnection, before: Forum | None, file: ForumFile, now: datetime) -> bool:
    """Store the forum with its charters; whether anything but its meetings is new."""
    forum = laid_over(before, file.forum, now.astimezone(file.forum.timezone))
    if calendar_of(forum, DANISH_HOLIDAYS).is_shut_for_long():
        raise Refusal("always_closed")
    charter = forum.versions[-1].text
    overlays = {each.id: file.charter_texts[each.id] for each in forum.overlays}
    return await forums.put(conn, forum, charter, overlays, _unread(file), at=now)


def _decided(before: Forum | None, file: Forum, *, force: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the file would have otherwise than Teams and is left so, told; and the keys of what is to give way."""
    found = () if before is None else conflicts_of(before, file)
    if before is None or force:
        return (), tuple(each.key for each in found)
    return tuple(kept_choice(before, each) for each in found), ()


async def _followed(desk: WritingDesk, before: Forum | None, *, is_whole: bool) -> tuple[Followed, ...]:
    """What is under way goes by the file, and so does what is planned."""
    try:
        followed = () if before is None else await follow(desk, before, is_whole=is_whole)
        await plan_anew(desk, before)
    except NoWorkingDay:
        raise Refusal("always_closed") from None
    return followed


async def _effects(
    desk: WritingDesk, before: Forum | None, planned: tuple[Notice, ...], followed: tuple[Followed, ...]
) -> Effects:
    was, now = {each.key: each for each in planned}, await notices.planned(desk.conn, desk.forum.id)
    keys = {each.key for each in now}
    return Effects(
        changes=changes(before, desk.forum, desk.today),
        planned=tuple(each for each in now if each.key not in was),
        dropped=tuple(each for each in planned if each.key not in keys),
        followed=followed,
    )


async def _log(desk: WritingDesk, found: tuple[Change, ...]) -> None:
    facts, texts = logged(found)
    chosen = [each.id for each in desk.forum.overlays]
    await desk.log(None, "forum.applied", texts=texts, charter=desk.forum.charter.id, overlays=chosen, changes=facts)


async def _note_accounts(desk: WritingDesk, before: Forum | None) -> None:
    """Each person whose account became another is an entry of its own, and news where their answer counts."""
    for each in account_changes(before, desk.forum):
        sides = {"from": list(each.old), "to": list(each.new)}
        entry = await desk.log(None, "people.account_changed", texts=None, person=each.person, **sides)
        await approval.tell_account_changed(desk, each.person, entry.seq)


async def _before(conn: WritingConnection, forum: str, now: datetime) -> tuple[Forum | None, Unreadable | None]:
    """The forum as it was, under the charter in force; where it cannot be read, what of it can, and what is wrong."""
    try:
        found = await forums.get(conn, forum, read_charter)
        return None if found is None else found.on(now.astimezone(found.timezone).date()), None
    except Unreadable as broken:
        return await salvage(conn, forum, read_charter), broken


async def _let_go_on(conn: WritingConnection, salvaged: Forum) -> None:
    """The forum can be read again: what waited for that leaves at once."""
    if salvaged.channel is None:
        await forums.forget_address(conn, salvaged.id)
    await reviving.hasten(conn, salvaged.id)


def _held(forum: Forum) -> object:
    return forum.meetings, forum.channel


def _unread(file: ForumFile) -> Mapping[str, Any]:
    return {
        "channel": file.channel_id,
        "tenant": file.tenant,
        "overlay_choices": {name: to_json(type(choice), choice) for name, choice in file.overlay_choices.items()},
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
