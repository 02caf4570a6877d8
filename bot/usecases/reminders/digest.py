"""The gathered message: everything that waits for one person as it stands by now, in one."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.kernel.calendar import CLOSING
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.notice import Notice, NoticeState, Stale
from bot.domain.notices import notice_kind
from bot.domain.reach.nudging import MARK
from bot.usecases.desk import Desk
from bot.usecases.reminders.same import matter, told_today
from cards.kit.elements import Card
from cards.kit.words import medium_date_time, say
from cards.outbox.notices import NOTICES
from cards.reminders import digest as cards
from storage.engine.connection import WritingConnection
from storage.outbox import claims, gathering

Render = Callable[[Desk, Notice], Awaitable[Card | Stale]]
"""Draws any notice, whatever its topic."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What leaves with the message, and what is of no use any more, with the reason."""

    carried: tuple[Notice, ...]
    useless: tuple[tuple[Notice, str], ...]


async def gather(desk: Desk, digest: Notice, render: Render) -> Gathered:
    """Everything that waits for the person and is due by the end of this working day, and what was carried before."""
    until = datetime.combine(desk.today, CLOSING, tzinfo=desk.now.tzinfo)
    waiting = await gathering.waiting_for(desk.conn, desk.forum.id, digest.recipient or "", until=until)
    before = await gathering.by_keys(desk.conn, [key for key, _ in carries(digest)])
    again = [each for each in before if each.state is NoticeState.WAITING and each.activity is None]
    alone = replace(desk, place=Place.PERSONAL, is_overheard=False)
    carried, useless, reminded = [], [], set()
    every = {each.key: each for each in (*again, *waiting)}.values()
    for each in sorted(every, key=lambda one: MARK not in one.subject):  # of two reminders the one that was asked for
        drawn = await render(alone, each)
        if isinstance(drawn, Stale):
            useless.append((each, drawn.reason))
        elif each.is_timed and (matter(each) in reminded or await told_today(desk, each)):
            useless.append((each, say("stale.told_today")))
        else:
            carried.append(each)
            reminded.add(matter(each))
    return Gathered(tuple(carried), tuple(useless))


async def keep(conn: WritingConnection, digest: Notice, found: Gathered) -> Notice:
    """The message with what it carries; what is of no use ends with its own reason."""
    for each, reason in found.useless:
        await claims.settle(conn, each, NoticeState.SUPERSEDED, reason)
    return replace(digest, subject=await gathering.carry(conn, digest, found.carried))


async def left(conn: WritingConnection, digest: Notice, message: claims.Message, at: datetime) -> None:
    """What it carried was sent within it."""
    reason = say("outbox.sent_within", tidspunkt=medium_date_time(digest.due_at))
    await gathering.sent_within(conn, carries(digest), message, at, reason)


def carries(digest: Notice) -> Sequence[tuple[str, int]]:
    """What the message carries, each as it was when that was noted."""
    found = digest.subject.get("carries")
    return [(str(key), int(str(generation))) for key, generation in found.items()] if isinstance(found, dict) else []


async def draw(desk: Desk, digest: Notice, render: Render) -> Card | Stale:
    """All that it carries, as each stands by now; what was settled since is left out."""
    every = await gathering.by_keys(desk.conn, [key for key, _ in carries(digest)])
    parts = []
    for each in every:
        drawn = await render(desk, each)
        if isinstance(drawn, Card):
            parts.append(cards.Part(say(NOTICES[notice_kind(each.kind)]), drawn))
    if not parts and digest.activity is None:
        return Stale(say("stale.nothing_gathered"))
    return cards.gathered(desk.forum.id, desk.forum.name, parts, desk.called(digest))
