"""What is told of a meeting that is held: its post in the channel, and the question when it ended."""

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice, Stale
from bot.domain.minutes.rules import is_sent
from bot.usecases.desk import Desk
from bot.usecases.live.leaving import end_is_known
from bot.usecases.live.loading import Held
from bot.usecases.live.views import channel_card
from bot.usecases.minutes.records import load
from cards.kit.elements import Card
from cards.kit.words import say
from cards.live.told import left_running as card_of
from storage import live as store


async def left_running(desk: Desk, notice: Notice) -> Card | Stale:
    """Nobody ended the meeting; of no use once its end is known, or the minutes have left."""
    meeting = desk.forum.meeting(notice.meeting or "")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    if await end_is_known(desk, meeting.id):
        return Stale(say("stale.live_end_known"))
    if is_sent((await load(desk, meeting)).minutes):
        return Stale(say("stale.minutes_sent"))
    return card_of(meeting, desk.called(notice))


async def held_now(desk: Desk, meeting: Meeting) -> Card | None:
    """The meeting's post while it is held; None before and after."""
    live = await store.get(desk.conn, desk.forum.id, meeting.id)
    if live is None or not live.is_running:
        return None
    return channel_card(desk, Held(record=await load(desk, meeting), live=live))
