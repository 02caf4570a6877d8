"""What somebody means who goes on with an agenda as if it had not been sent: the same, as it is done after dispatch."""

from dataclasses import fields
from typing import Any

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.agenda.actions import (
    AddItem,
    EditAgenda,
    EditItem,
    ItemFields,
    OpenItem,
    OpenNewItem,
    RemoveItem,
    RestoreItem,
    ShowAgenda,
)
from bot.domain.approval.actions import Respond, ShowApprovals, ShowVersion
from bot.domain.kernel.action import Query
from bot.domain.kernel.refusal import Refusal
from bot.domain.supplements.actions import (
    AddLate,
    AnswerSupplement,
    CorrectItem,
    OpenSentItem,
    OpenSupplement,
    TakeUpItem,
    WithdrawItem,
)
from bot.usecases.agenda.views import draft_of, is_sent
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat
from bot.usecases.supplements import rounds
from bot.usecases.supplements.changing import open_item
from bot.usecases.supplements.loading import of
from storage import agenda as agendas

_FIELDS = tuple(each.name for each in fields(ItemFields))


async def query_meant(desk: Desk, actor: str, action: AnyQuery) -> AnyQuery:
    """The query as it is meant."""
    if isinstance(action, ShowApprovals):
        owed = await _owed(desk, actor)
        return action if owed is None else OpenSupplement(forum=action.forum, meeting=owed)
    if isinstance(action, OpenItem | OpenSentItem) and not is_secretariat(desk, actor):
        return await _leaders(desk, actor, action) or await _to_read(desk, action)
    if not isinstance(action, OpenItem | OpenNewItem | EditAgenda):
        return action
    meeting = await _sent(desk, action.meeting)
    if meeting is None:
        return action
    if isinstance(action, OpenItem):
        return OpenSentItem(forum=action.forum, meeting=meeting, position=action.position)
    return OpenSupplement(forum=action.forum, meeting=meeting)


async def command_meant(desk: Desk, actor: str, action: AnyCommand) -> AnyCommand:
    """The command as it is meant."""
    if isinstance(action, Respond):
        return await _answer(desk, actor, action)
    if not isinstance(action, AddItem | EditItem | RemoveItem | RestoreItem):
        return action
    meeting = await _sent(desk, action.meeting)
    return action if meeting is None else _after_dispatch(action, meeting)


async def meant(desk: Desk, actor: str, action: AnyQuery | AnyCommand) -> AnyQuery | AnyCommand:
    """Either."""
    if isinstance(action, Query):
        return await query_meant(desk, actor, action)
    return await command_meant(desk, actor, action)


async def _leaders(desk: Desk, actor: str, action: OpenItem | OpenSentItem) -> OpenSentItem | None:
    """The item where it is theirs to let lapse who lead the meeting."""
    meeting = await _sent(desk, action.meeting)
    if meeting is None:
        return None
    opened = OpenSentItem(forum=action.forum, meeting=meeting, position=action.position)
    try:
        await open_item(desk, actor, opened)
    except Refusal:
        return None
    return opened


async def _to_read(desk: Desk, action: OpenItem | OpenSentItem) -> AnyQuery:
    """Whoever does not edit an item reads it, as it stands in the newest version; before there is any, the draft."""
    meeting = desk.meeting(action.meeting)
    agenda = await draft_of(desk, meeting)
    version = agenda.sent or agenda.newest
    if version is None:
        return ShowAgenda(forum=action.forum, meeting=meeting.id)
    return ShowVersion(forum=action.forum, meeting=meeting.id, version=version.number, position=action.position)


def _after_dispatch(action: AddItem | EditItem | RemoveItem | RestoreItem, meeting: str) -> AnyCommand:
    at: dict[str, Any] = {"forum": action.forum, "meeting": meeting}
    if isinstance(action, RemoveItem):
        return WithdrawItem(**at, position=action.position, revision=action.revision, reason=action.words)
    if isinstance(action, RestoreItem):
        return TakeUpItem(forum=action.forum, meeting=meeting)
    said = {name: getattr(action, name) for name in _FIELDS} | at
    if isinstance(action, AddItem):
        return AddLate(**said)
    return CorrectItem(**said, position=action.position, revision=action.revision, shown=action.shown)


async def _answer(desk: Desk, actor: str, action: Respond) -> AnyCommand:
    """A sentence that names no version answers what is asked by then: a supplement, once the agenda is sent."""
    if action.version is not None or action.meeting is not None:
        return action
    owed = await _owed(desk, actor)
    if owed is None:
        return action
    return AnswerSupplement(forum=action.forum, meeting=owed, verdict=action.verdict, words=action.words)


async def _sent(desk: Desk, named: str | None) -> str | None:
    """The meeting that is meant, where its agenda was sent."""
    meeting = desk.forum.meeting(named) if named else desk.next_meeting()
    return meeting.id if meeting is not None and await is_sent(desk, meeting.id) else None


async def _owed(desk: Desk, actor: str) -> str | None:
    """The next meeting ahead, where its agenda was sent and its supplement is asked of that person."""
    meeting = next(iter(desk.meetings_ahead()), None)
    agenda = None if meeting is None else await agendas.get(desk.conn, desk.forum.id, meeting.id)
    if meeting is None or agenda is None or agenda.sent_version is None:
        return None
    found = await of(desk, meeting, agenda)
    current = rounds.round_of(desk, meeting, found.in_hand)
    return meeting.id if current is not None and rounds.is_asked(current, actor) else None
