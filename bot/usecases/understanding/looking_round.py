"""What is known as somebody writes, read once for a sentence that is no command."""

from collections.abc import Sequence

from bot.domain.agenda.state import AgendaItem
from bot.domain.duties.owners import acting
from bot.domain.duties.state import FollowUp
from bot.domain.kernel.meeting import Meeting
from bot.domain.live.rules import place_of
from bot.domain.proposals.state import Proposal
from bot.usecases.agenda.views import draft_of, is_sent, seen_items
from bot.usecases.desk import Desk
from bot.usecases.duties.loading import owed
from bot.usecases.rights import is_secretariat
from bot.usecases.said.moment import Moment, Named, Talk
from bot.usecases.understanding.asked import asked_of, standpoint_ahead
from storage import live as live_meetings
from storage import minutes as minutes_of
from storage import proposals

_MOST = 50  # proposals of somebody's own


async def look_round(desk: Desk, actor: str, talk: Talk) -> Moment:
    """The moment of that person at that desk."""
    coming, last = desk.next_meeting(), desk.last_meeting()
    about, items = await _agenda(desk, actor, coming, last)
    minutes = None if last is None else await minutes_of.get(desk.conn, desk.forum.id, last.id)
    held = await live_meetings.held_now(desk.conn, desk.forum.id)
    return Moment(
        forum=desk.forum,
        actor=actor,
        now=desk.now,
        serves=is_secretariat(desk, actor),
        next=coming,
        last=last,
        asked=await asked_of(desk, actor),
        live=held,
        live_item=await _item_on(desk, held),
        minutes_sent=minutes is not None and minutes.sent_at is not None,
        agenda_of=None if about is None else about.id,
        agenda_sent=about is not None and await is_sent(desk, about.id),
        standpoint=await standpoint_ahead(desk),
        items=tuple(each.content.title for each in items),
        held_items=await _held_items(desk, actor, last),
        proposals=await _proposals(desk, actor, [each for each in (coming, last) if each is not None]),
        tasks=tuple(_task(desk, actor, each) for each in await owed(desk)),
        talk=talk,
    )


async def _agenda(
    desk: Desk, actor: str, coming: Meeting | None, last: Meeting | None
) -> tuple[Meeting | None, Sequence[AgendaItem]]:
    """The agenda that is spoken of: the next meeting's, or the last one's while that has nothing on it."""
    for meeting in (coming, last):
        if meeting is not None and (found := (await draft_of(desk, meeting)).current):
            return meeting, await seen_items(desk, actor, meeting, found)
    return coming, ()


async def _held_items(desk: Desk, actor: str, last: Meeting | None) -> tuple[str, ...]:
    if last is None:
        return ()
    found = (await draft_of(desk, last)).current
    return tuple(each.content.title for each in await seen_items(desk, actor, last, found))


async def _item_on(desk: Desk, held: str | None) -> int | None:
    """Where the meeting is that is held right now, or was before its break."""
    live = None if held is None else await live_meetings.get(desk.conn, desk.forum.id, held)
    meeting = None if held is None else desk.forum.meeting(held)
    if live is None or meeting is None:
        return None
    return place_of((await draft_of(desk, meeting)).current, live.last_item) or None


async def _proposals(desk: Desk, actor: str, meetings: Sequence[Meeting]) -> tuple[Named, ...]:
    """The person's own, newest first, and those that are spoken of; of what is closed only what they may see."""
    own = await proposals.of_proposer(desk.conn, desk.forum.id, actor, most=_MOST)
    others = list(await proposals.awaiting(desk.conn, desk.forum.id))
    for meeting in meetings:
        others += await proposals.for_meeting(desk.conn, desk.forum.id, meeting.id)
    seen = [each for each in others if each.proposer != actor and _is_seen(desk, actor, each)]
    return tuple(dict.fromkeys(_named(actor, each) for each in (*own, *seen)))


def _is_seen(desk: Desk, actor: str, proposal: Proposal) -> bool:
    return not proposal.content.is_closed or (is_secretariat(desk, actor) and not desk.is_public)


def _named(actor: str, proposal: Proposal) -> Named:
    return Named(
        number=proposal.number,
        year=proposal.year,
        title=proposal.content.title,
        is_own=proposal.proposer == actor,
    )


def _task(desk: Desk, actor: str, duty: FollowUp) -> Named:
    is_own = actor in acting(duty, desk.forum, desk.today)
    return Named(number=duty.number, year=duty.year, title="" if duty.is_closed else duty.title, is_own=is_own)
