"""What the secretariat is told of a paper, drawn as it stands; what was told once says afterwards what came of it."""

from bot.domain.kernel.notice import Notice, Stale
from bot.domain.publication import rules
from bot.domain.publication.notices import PublicationNotice
from bot.domain.publication.rules import Status
from bot.domain.publication.state import Paper
from bot.usecases.desk import Desk
from bot.usecases.made_public import deadline_of, standings
from bot.usecases.publication.loading import view_of
from cards.kit.elements import Card
from cards.kit.words import say
from cards.publication.told import told

_SAYS = {
    PublicationNotice.REQUEST: (Status.MISSING,),
    PublicationNotice.UPDATE: (Status.BEHIND,),
    PublicationNotice.OVERDUE: (*rules.OWED, Status.AWAITED),
    PublicationNotice.DEAD: (Status.DEAD,),
}


async def draw(desk: Desk, notice: Notice, kind: PublicationNotice) -> Card | Stale:
    """What it says; of no use where nothing of it is owed any more as it leaves."""
    meeting, paper = desk.forum.meeting(notice.meeting or ""), notice.subject.get("paper")
    if meeting is None or paper not in tuple(Paper):
        return Stale(say("stale.no_meeting"))
    every = await standings(desk, meeting)
    standing = next(each for each in every if each.document.paper.value == paper)
    has_left = notice.activity is not None
    if not has_left and standing.status not in _SAYS[kind]:
        return Stale(say("stale.published"))
    if not has_left and kind is PublicationNotice.OVERDUE:
        deadline = deadline_of(desk, meeting, standing.document)
        if deadline is None or desk.today <= deadline.day:
            return Stale(say("stale.publication_not_late"))
    view = await view_of(desk, notice.recipient, meeting, standing)
    return told(desk.forum.id, kind, view, desk.called(notice))
