"""What admins ask for, who may have no seat anywhere: to see what follows when a forum is handed over, and to do it."""

from collections.abc import Mapping

from bot.clock import Clock
from bot.domain.forum.actions import AdminAction, HandOver, OpenHandOver
from bot.domain.kernel.confidential import check_confidential
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.refusal import Refusal
from bot.usecases.succession import HandedOver, handed_over, holding, try_to_hand_over
from bot.usecases.turn import Kind, Turn
from cards.forum import succession as cards
from cards.forum.succession import Both
from cards.kit.answers import refused_on
from cards.kit.elements import Card
from storage import answered
from storage import forum as forums
from storage.database import Database

_SHOWN = 100  # characters of what was typed that a refusal repeats
_BETWEEN = " til "  # parts the two in a sentence


async def take(database: Database, clock: Clock, turn: Turn, action: AdminAction, admins: frozenset[str]) -> Card:
    """The answer; Refusal("succession.admins") to everybody else, whatever forums there are."""
    if turn.sender.object_id not in admins or turn.conversation.place is Place.PAGE:
        raise Refusal("succession.admins")
    async with database.reading() as conn:
        known = await forums.names(conn)
    try:
        for field in ("ended", "heir", "reason"):
            check_confidential(getattr(action, field), field=field)
        if isinstance(action, HandOver):
            return await _act(database, clock, turn, action, known)
        return await _look(database, clock, turn, action, known)
    except Refusal as refusal:
        if turn.kind is not Kind.CLICK:
            raise
        return refused_on(refusal, _form(action, known), action)


async def _look(database: Database, clock: Clock, turn: Turn, action: OpenHandOver, known: Mapping[str, str]) -> Card:
    ended, heir = _typed(action)
    if not ended and not heir:
        return cards.which(_options(known))
    found, other = _meant(ended, known), _meant(heir, known)
    tried = await try_to_hand_over(database, clock.now(), found, other, reason=action.reason, account=turn.sender)
    if not tried.is_new:
        return cards.handed_over(tried.succession, _both(tried), is_new=False)
    return cards.preview(tried.succession, _both(tried))


async def _act(database: Database, clock: Clock, turn: Turn, action: HandOver, known: Mapping[str, str]) -> Card:
    """Done once, however often the same press comes."""
    found, other = _meant(action.ended, known), _meant(action.heir, known)
    where, sender = turn.conversation.id, turn.sender.object_id
    async with holding(database, found, other) as conn:
        answer = await answered.find(conn, where, sender, turn.activity)
        if answer is None:
            now = clock.now()
            done = await handed_over(conn, now, found, other, action.reason, account=turn.sender)
            answer = cards.handed_over(done.succession, _both(done), is_new=done.is_new)
            if turn.activity:
                await answered.remember(conn, where, sender, turn.activity, at=now, card=answer)
        return answer


def _typed(action: OpenHandOver) -> tuple[str, str]:
    """Which two are meant, by a form or by a sentence."""
    if not action.typed:
        return action.ended.strip(), action.heir.strip()
    ended, between, heir = action.typed.partition(_BETWEEN)
    if not between:
        raise Refusal("succession.which")
    return ended.strip(), heir.strip(" .")


def _meant(typed: str, known: Mapping[str, str]) -> str:
    """The id of the forum that somebody names by its id or by its name."""
    if not typed:
        raise Refusal("succession.which")
    if typed in known:
        return typed
    found = [each for each, name in known.items() if typed.casefold() in (each.casefold(), name.casefold())]
    if not found:
        raise Refusal("succession.unknown", forum=typed[:_SHOWN])
    if len(found) > 1:
        raise Refusal("succession.ambiguous", forum=typed[:_SHOWN], kandidater=found)
    return found[0]


def _form(action: AdminAction, known: Mapping[str, str]) -> Card:
    """Both as they were chosen, to be chosen otherwise."""
    return cards.which(_options(known), ended=action.ended, heir=action.heir, reason=action.reason)


def _options(known: Mapping[str, str]) -> dict[str, str]:
    return {each: f"{name} ({each})" for each, name in sorted(known.items(), key=lambda item: item[1])}


def _both(done: HandedOver) -> Both:
    """Closed titles are not an admin's to read, who need not be of either."""
    return Both(ended=done.forum.name, heir=done.heir.name)
