"""What somebody hears of their own item on the draft, as of the moment it leaves."""

from dataclasses import replace

from bot.domain.agenda import rules as drafting
from bot.domain.kernel.notice import Notice, Stale
from bot.usecases.agenda.views import draft_of
from bot.usecases.desk import Desk
from cards.agenda.changed import changed, unchanged
from cards.kit.elements import Card
from cards.kit.words import say
from storage import proposals


async def item_changed(desk: Desk, notice: Notice) -> Card | Stale:
    """What the secretariat changed of what was proposed, or that it is as proposed again; nothing where it is off."""
    meeting, number = desk.forum.meeting(notice.meeting or ""), notice.subject.get("proposal")
    if meeting is None:
        return Stale(say("stale.no_meeting"))
    found = await proposals.by_id(desk.conn, desk.forum.id, number) if isinstance(number, int) else None
    agenda = await draft_of(desk, meeting)
    position = None if found is None else drafting.place_of(agenda, found.id)
    if found is None or position is None:
        return Stale(say("stale.proposal_changed"))
    now = agenda.items[position - 1].content
    if replace(now, duration=found.content.duration) == found.content:
        return (
            unchanged(found, meeting, position) if notice.activity is not None else Stale(say("stale.agenda_unchanged"))
        )
    is_hidden = desk.is_public and (now.is_closed or found.content.is_closed)
    return changed(found, now, meeting, position, is_hidden=is_hidden, mention=desk.called(notice))
