"""Somebody chooses how they are told what is news to them; what waits by an earlier choice goes by the new one."""

from datetime import timedelta

from bot.domain.kernel.danish import bare
from bot.domain.kernel.refusal import Refusal
from bot.domain.notices import notice_kind
from bot.domain.reminders.actions import ChooseNotices, ShowNotices
from bot.domain.reminders.state import NoticeChoice
from bot.domain.reminders.timing import next_gathered
from bot.usecases.desk import Desk, WritingDesk
from bot.usecases.reminders.typed import choice_meant
from bot.usecases.rights import require_seat
from bot.usecases.routes import has_chat
from cards.kit.elements import Card
from cards.kit.words import medium_date_time, say
from cards.outbox.notices import NOTICES
from cards.reminders import cards
from storage import reminders as store
from storage.outbox import gathering

_LOOKED_BACK = timedelta(days=14)
_LONGEST = 60  # characters of a choice as typed


async def show(desk: Desk, actor: str, action: ShowNotices) -> Card:
    """Which choice is in force, what each does, and what waits or was left out lately."""
    require_seat(desk, actor)
    return cards.notices(await _view(desk, actor, await store.choice_of(desk.conn, desk.forum.id, actor)))


async def choose(desk: WritingDesk, actor: str, action: ChooseNotices) -> Card:
    """Keep the choice; the same once more changes nothing."""
    require_seat(desk, actor)
    chosen = choice_meant(action.chosen[:_LONGEST])
    if chosen is None:
        raise Refusal("unknown_notice_choice", valg=bare(action.chosen[:_LONGEST]) or "…")
    before = await store.choice_of(desk.conn, desk.forum.id, actor)
    if chosen is not before:
        await store.put_choice(desk.conn, desk.forum.id, actor, chosen, at=desk.now)
        await desk.log(actor, "notices.chosen", choice=chosen.value, before=before.value)
        await _let_go(desk, actor, before)
    return cards.notices(await _view(desk, actor, chosen), is_new=chosen is not before, is_told=True)


async def as_refused(desk: Desk, actor: str) -> Card:
    """The card as it stands."""
    return await show(desk, actor, ShowNotices())


async def _let_go(desk: WritingDesk, actor: str, before: NoticeChoice) -> None:
    """What waits to be gathered leaves by the new choice."""
    if before is NoticeChoice.GATHERED:
        waiting, reason = say("outbox.gathered"), say("outbox.chosen_anew")
        await gathering.release(desk.conn, desk.forum.id, actor, at=desk.now, waiting=waiting, reason=reason)


async def _view(desk: Desk, actor: str, chosen: NoticeChoice) -> cards.NoticesView:
    here = desk.conn, desk.forum.id, actor
    left_out = await gathering.held_back(*here, reason=say("outbox.deadlines_alone"), since=desk.now - _LOOKED_BACK)
    return cards.NoticesView(
        forum=desk.forum.id,
        name=desk.forum.name,
        chosen=chosen,
        has_chat=await has_chat(desk, actor),
        waiting=await gathering.how_many_wait(*here, waiting=say("outbox.gathered")),
        next_at=medium_date_time(next_gathered(desk.now, desk.calendar), desk.forum.timezone),
        left_out=tuple(
            f"{say(NOTICES[notice_kind(each.kind)])} ({medium_date_time(each.due_at, desk.forum.timezone)})"
            for each in left_out
        ),
        is_public=desk.is_public,
    )
