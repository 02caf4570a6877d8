"""Help, and the answer to what was no command; nothing here changes anything."""

from collections.abc import Iterable

from bot.domain.forum.actions import NotUnderstood, ShowContact, ShowHelp
from bot.domain.kernel import settings
from bot.domain.meetings.standing_in import answerers
from bot.domain.proposals.actions import OpenProposalForm
from bot.domain.proposals.proposers import may_propose
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat
from cards.forum import cards
from cards.forum.contact import Reached, contact
from cards.help import HELP
from cards.kit.elements import Card

_WITHOUT_PROPOSING = tuple(line for line in HELP if line.opens is not OpenProposalForm)


async def show_help(desk: Desk, actor: str, action: ShowHelp) -> Card:
    """The commands, with those for the secretariat and for approvers only to them."""
    meeting = desk.next_meeting()
    asked = set(settings.approvers(desk.forum, meeting)) if meeting else set()
    if meeting is not None:
        asked |= set(answerers(desk.forum, meeting, asked, desk.today).values())
    proposes = desk.is_overheard or may_propose(desk.forum, actor, desk.today)
    lines = HELP if proposes else _WITHOUT_PROPOSING
    return cards.show_help(desk.forum.id, lines, writes=is_secretariat(desk, actor), approves=actor in asked)


async def not_understood(desk: Desk, actor: str, action: NotUnderstood) -> Card:
    """A sentence that was no command, with the nearest one."""
    return cards.not_understood(desk.forum.id, action.nearest)


async def show_contact(desk: Desk, actor: str, action: ShowContact) -> Card:
    """Who leads and who serves the forum, and how to reach them."""
    meeting = desk.next_meeting() or desk.last_meeting()
    leading = settings.meeting_leaders(desk.forum, meeting) if meeting else ()
    return contact(
        desk.forum.charter.chair.contact_point,
        leaders=_reached(desk, leading),
        secretariat=_reached(desk, settings.secretariat(desk.forum, desk.today)),
    )


def _reached(desk: Desk, people: Iterable[str]) -> list[Reached]:
    emails = {each.id: each.email for each in desk.forum.people}
    return [Reached(desk.name_of(person), emails.get(person)) for person in people]
