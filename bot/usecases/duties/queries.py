"""The list of everything that is owed, the registers, and one duty."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.duties.actions import ReplyToSource, ShowDuties, ShowDuty, UpdateDuty
from bot.domain.duties.state import FollowUp, Kind
from bot.usecases.desk import Desk
from bot.usecases.duties.loading import found, owed
from bot.usecases.duties.registers import notes, offered
from bot.usecases.duties.views import serving, view_of, views_of
from bot.usecases.proposals.in_hand import typed_on
from bot.usecases.rights import is_secretariat, require_seat
from cards.duties import cards
from cards.kit.elements import Card
from cards.kit.words import listing, say
from storage import duties as store

_MOST_KEPT = 40  # of a register, whatever became of them


async def show(desk: Desk, actor: str, action: ShowDuties) -> Card:
    """Everything, one's own first; one's own alone; or a register."""
    require_seat(desk, actor)
    if action.kind in cards.REGISTERS:
        return await _register(desk, actor, action.kind)
    every = await owed(desk)
    views = await views_of(desk, actor, every)
    return cards.listing(
        cards.Listing(
            forum=desk.forum.id,
            kind=None,
            mine=[each for each in views if each.is_mine],
            others=[] if action.mine else [each for each in views if not each.is_mine],
            notes=[] if action.mine else _shared(desk),
            may_create=is_secretariat(desk, actor),
            registers=offered(desk.forum.charter, {each.kind for each in every}),
            is_all=not action.mine,
        )
    )


async def show_one(desk: Desk, actor: str, action: ShowDuty) -> Card:
    """One duty with what that person may do with it."""
    require_seat(desk, actor)
    return cards.one(await view_of(desk, actor, await found(desk, action)))


async def as_typed(desk: Desk, actor: str, action: UpdateDuty | ReplyToSource) -> Card:
    """One duty with what that person typed of it, where it may still be said."""
    require_seat(desk, actor)
    view = await view_of(desk, actor, await found(desk, action))
    if isinstance(action, ReplyToSource) and not desk.is_overheard:
        return typed_on(desk, cards.one(view, typed=action.words))
    if not view.statuses or desk.is_overheard or isinstance(action, ReplyToSource):
        return cards.one(view)
    return typed_on(desk, cards.one(replace(view, words=action.words, status=action.status or view.status)))


async def _register(desk: Desk, actor: str, kind: Kind) -> Card:
    every: Sequence[FollowUp] = await store.of_kind(desk.conn, desk.forum.id, kind, most=_MOST_KEPT)
    is_offered = kind in offered(desk.forum.charter, {each.kind for each in every})
    is_named = kind in offered(desk.forum.charter, ())
    return cards.listing(
        cards.Listing(
            forum=desk.forum.id,
            kind=kind,
            mine=(),
            others=await views_of(desk, actor, every),
            notes=notes(desk.forum, kind, is_named=is_named),
            may_create=is_offered and is_secretariat(desk, actor),
        )
    )


def _shared(desk: Desk) -> list[str]:
    """Who serves the forum, side by side, and for which bodies, in the charter's words with our reading of them.

    Nothing where the charter says nothing of it.
    """
    charter = desk.forum.charter
    rules = charter.secretariat
    said = [each for each in (rules.bodies, rules.model) if each.value is not None and each.words]
    if not said:
        return []
    bodies = listing(charter.name_of_body(each) for each in rules.bodies.value or ())
    whose = [say("duty.secretariat.bodies", organer=bodies)] if bodies else []
    words = " ".join(f"»{each.words}«" for each in said)
    return [
        say("duty.secretariat", hvem=serving(desk), ord=words),
        *whose,
        *(each.note for each in said if each.note),
    ]
