"""A meeting that is moved, cancelled or held after all: told once to those who were told of it, and closed or redrawn.

A forum file and a person in the chat do it alike: first the forum is stored as it shall be, then this follows up.
"""

from dataclasses import dataclass
from typing import assert_never

from bot.domain.approval.mending import Step
from bot.domain.kernel.notice import NoticeState
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.meetings.rescheduling import Rescheduled, Turn
from bot.domain.notices import OF_MEETING
from bot.usecases.approval import copying, mending
from bot.usecases.desk import WritingDesk
from bot.usecases.leaders import tell_leaders_again
from bot.usecases.meeting_facts import facts_of
from bot.usecases.proposals.left_over import put_off, take_up
from bot.usecases.telling import tell_rescheduled
from cards.kit.words import say
from storage import proposals
from storage.outbox import notices

_LOGGED = {Turn.MOVED: "meeting.moved", Turn.CANCELLED: "meeting.cancelled", Turn.RESUMED: "meeting.resumed"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedUp:
    """What came of it: whether the channel hears, how many proposals wait for the next meeting, and the round."""

    is_told: bool
    waiting: int = 0
    steps: tuple[Step, ...] = ()


async def follow_up(desk: WritingDesk, actor: str | None, each: Rescheduled) -> FollowedUp:
    """Tell of it, redraw whatever shows the meeting, and close what no longer holds.

    What a file changes of a meeting that nobody has heard of is not news; what somebody changes in Teams is.
    """
    meeting = each.now.id
    was, now = facts_of(each.was), facts_of(each.now)
    texts = {"from_place": was.pop("place"), "to_place": now.pop("place")}
    texts |= {"reason": each.now.reason} if each.now.reason else {}
    await desk.log(actor, _LOGGED[each.turn], meeting=meeting, before=was, after=now, texts=texts)
    is_told = actor is not None or await _is_known(desk, meeting)
    waiting, steps = await _close(desk, actor, each)
    await _redraw_proposals(desk, meeting)
    if is_told:
        await _tell(desk, each, waiting)
        await copying.tell_of_change(desk, each)
        await notices.redraw(desk.conn, desk.forum.id, meeting, *OF_MEETING, soon=desk.soon())
    return FollowedUp(is_told=is_told, waiting=waiting, steps=steps)


async def _redraw_proposals(desk: WritingDesk, meeting: str) -> None:
    """What is told of a proposal names the day of the meeting that it is for."""
    for each in await proposals.for_meeting(desk.conn, desk.forum.id, meeting):
        await tell_rescheduled(desk, each)
        await tell_leaders_again(desk, each)


async def _close(desk: WritingDesk, actor: str | None, each: Rescheduled) -> tuple[int, tuple[Step, ...]]:
    match each.turn:
        case Turn.MOVED:
            return 0, ()
        case Turn.CANCELLED:
            steps = await mending.cancel(desk, each.was)
            return await put_off(desk, actor, each.was), steps
        case Turn.RESUMED:
            await take_up(desk, actor, each.now)
            return 0, await mending.resume(desk, each.now)
        case _:
            assert_never(each.turn)


async def _tell(desk: WritingDesk, each: Rescheduled, waiting: int) -> None:
    meeting, at = each.now.id, desk.now.isoformat()
    match each.turn:
        case Turn.MOVED:
            about = (MeetingNotice.MOVED, at, each.was.starts.isoformat(), each.now.starts.isoformat())
            await desk.tell(*about, meeting=meeting, was=facts_of(each.was))
        case Turn.CANCELLED:
            await desk.tell(MeetingNotice.CANCELLED, at, meeting=meeting, waiting=waiting)
        case Turn.RESUMED:  # which says how the meeting is by now, and so all that has not left yet of what went before
            kinds = (MeetingNotice.MOVED, MeetingNotice.CANCELLED)
            await notices.cancel(desk.conn, desk.forum.id, meeting, *kinds, reason=say("stale.resumed"))
            await desk.tell(MeetingNotice.MOVED, at, "resumed", meeting=meeting, is_resumed=True)
        case _:
            assert_never(each.turn)


async def _is_known(desk: WritingDesk, meeting: str) -> bool:
    """Whether anybody was told of the meeting: whatever is said of it stands under its post."""
    post = await notices.get(desk.conn, desk.post_of(meeting))
    return post is not None and (post.state is not NoticeState.SUPERSEDED or post.activity is not None)
