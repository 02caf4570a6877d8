"""The secretariat sees whom the bot cannot reach, and marks what it has sent them itself: each message once."""

from bot.domain.kernel.notice import Notice
from bot.domain.kernel.refusal import Refusal
from bot.domain.reach.actions import MarkSent
from bot.domain.reach.notices import ReachNotice
from bot.domain.reach.waves import keys_of
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.reach.views import entries
from bot.usecases.rights import require_secretariat
from cards.kit.elements import Card
from cards.kit.words import medium_date_time, say
from cards.reach.cards import unreached
from storage.outbox import notices, standing


async def show(desk: Desk, actor: str) -> Card:
    """Everybody whom a message does not reach by now."""
    require_secretariat(desk, actor)
    shown = await entries(desk, await _every_key(desk))
    return unreached(desk.forum.id, [each for each in shown if each.is_open])


async def unreached_people(desk: Desk) -> tuple[str, ...]:
    """The names of everybody whom a message does not reach by now."""
    return tuple(dict.fromkeys(each.name for each in await entries(desk, await _every_key(desk)) if each.is_open))


async def mark_sent(desk: WritingDesk, actor: str, action: MarkSent) -> Card:
    """They went another way; said again, or by another of the secretariat, nothing more comes of it."""
    require_secretariat(desk, actor)
    keys = await _keys(desk, action)
    marked = [key for key in keys if await _is_marked(desk, actor, key)]
    if marked:
        people = [found.recipient for key in marked if (found := await notices.get(desk.conn, key)) is not None]
        await desk.log(actor, "reach.sent_elsewhere", people=list(dict.fromkeys(people)), notices=marked)
        await notices.redraw_all(desk.conn, desk.forum.id, ReachNotice.UNREACHED, soon=desk.soon())
    elif action.wave is None:
        raise Refusal("nobody_unreached")
    shown = await entries(desk, keys if action.wave is not None else marked)
    outcome = say("unreached.marked") if marked else say("unreached.marked_before")
    return unreached(desk.forum.id, shown, wave=action.wave, outcome=outcome)


async def _is_marked(desk: WritingDesk, actor: str, key: str) -> bool:
    at = medium_date_time(desk.now, desk.forum.timezone)
    reason = say("outbox.sent_elsewhere", navn=desk.name_of(actor), tidspunkt=at)
    return await standing.end_as_sent(desk.conn, key, reason=reason)


async def _keys(desk: Desk, action: MarkSent) -> tuple[str, ...]:
    """Those of the wave that were shown, or everything that does not arrive."""
    if action.wave is None:
        return await _every_key(desk)
    told = [each for each in await _words(desk) if each.subject.get("wave") == action.wave]
    if not told:
        raise Refusal("bad_card")
    return max((keys_of(each) for each in told), key=len)[: action.revision]


async def _every_key(desk: Desk) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for each in await _words(desk) for key in keys_of(each)))


async def _words(desk: Desk) -> tuple[Notice, ...]:
    """Everything that was ever said of who is not reached."""
    return await standing.of_kind(desk.conn, desk.forum.id, ReachNotice.UNREACHED)
