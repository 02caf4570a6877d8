"""A duty that is new or was changed is stored and logged, and its reminders follow it."""

from collections.abc import Mapping

from bot.domain.duties.state import FollowUp
from bot.usecases.desk import WritingDesk
from bot.usecases.duties.reminding import replan
from storage import duties as store


async def add(desk: WritingDesk, actor: str | None, duty: FollowUp, form: str, **facts: object) -> FollowUp:
    """Store a new one under its number; `facts` are what the log is to know besides."""
    stored = await store.add(desk.conn, duty, form)
    texts = {"title": stored.title, "parties": stored.details.parties}
    await _log(desk, actor, stored, "duty.created", texts, facts)
    await replan(desk, stored)
    return stored


async def keep(
    desk: WritingDesk,
    actor: str | None,
    before: FollowUp,
    after: FollowUp,
    what: str,
    *,
    reply: str = "",
    **facts: object,
) -> FollowUp:
    """Store what changed; what did not leaves no trace."""
    if after == before:
        return before
    stored = await store.save(desk.conn, after)
    await _log(desk, actor, stored, what, {"words": stored.details.words, "reply": reply}, facts)
    await replan(desk, stored)
    return stored


async def _log(
    desk: WritingDesk,
    actor: str | None,
    duty: FollowUp,
    what: str,
    texts: Mapping[str, str],
    more: Mapping[str, object],
) -> None:
    due = duty.details.due
    facts = {name: getattr(duty, name) for name in ("number", "year", "revision", "organisation", "person", "taker")}
    await desk.log(
        actor,
        what,
        texts={name: words for name, words in texts.items() if words},
        **facts,
        **more,
        kind=duty.kind.value,
        status=duty.status.value,
        due=None if due is None else due.isoformat(),
        of_meeting=duty.meeting,
        item=duty.item,
    )
