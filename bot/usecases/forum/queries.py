"""What the forum is, help, and the answer to what was no command; nothing here changes anything."""

from collections.abc import Iterable

from bot.domain.forum.actions import ShowAbout, ShowChoices, ShowContact, ShowHelp, ShowProvisions
from bot.domain.forum.places import places
from bot.domain.forum.serving import lacks_chair
from bot.domain.kernel import settings
from bot.domain.kernel.people import Role
from bot.domain.meetings.standing_in import answerers
from bot.domain.proposals.actions import OpenProposalForm
from bot.domain.proposals.proposers import may_propose
from bot.usecases.desk import Desk
from bot.usecases.forum.choosing import kept_by
from bot.usecases.forum.succession import lines_of
from bot.usecases.rights import is_secretariat
from cards.forum import cards
from cards.forum.about import about
from cards.forum.choices import choices
from cards.forum.contact import Reached, contact
from cards.forum.provisions import provisions
from cards.forum.remarks import chair_to_come
from cards.forum.sentences import Speaker
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
    writes, approves = is_secretariat(desk, actor), actor in asked
    speaker = _speaker(desk, actor, writes=writes, approves=approves)
    return cards.show_help(desk.forum.id, lines, writes=writes, approves=approves, speaks_as=speaker)


def _speaker(desk: Desk, actor: str, *, writes: bool, approves: bool) -> Speaker:
    """The role by which somebody says most to the bot."""
    if writes or approves:
        return Speaker.SECRETARIAT if writes else Speaker.APPROVER
    if desk.has_role(actor, Role.COORDINATOR):
        return Speaker.COORDINATOR
    return Speaker.DOCTOR if desk.has_role(actor, Role.GP_REPRESENTATIVE) else Speaker.MEMBER


async def show_about(desk: Desk, actor: str, action: ShowAbout) -> Card:
    """What the forum is, by its charter."""
    went_on = await lines_of(desk)
    return about(desk.forum, desk.today, writes=is_secretariat(desk, actor), went_on=went_on)


async def show_provisions(desk: Desk, actor: str, action: ShowProvisions) -> Card:
    """A page of the charter's own words."""
    return provisions(desk.forum, action.page, action.word)


async def show_choices(desk: Desk, actor: str, action: ShowChoices) -> Card:
    """What the forum chose; to the secretariat with the way to choose anew."""
    among = list(places(desk.forum, await kept_by(desk)))
    return choices(desk.forum, among, writes=is_secretariat(desk, actor))


async def show_contact(desk: Desk, actor: str, action: ShowContact) -> Card:
    """Who leads and who serves the forum, and how to reach them."""
    charter, liaison = desk.forum.charter, desk.forum.choice("liaison")
    body = charter.chair.preferred_membership.value
    return contact(
        charter.chair.contact_point,
        leaders=_reached(desk, leading(desk)),
        secretariat=_reached(desk, settings.secretariat(desk.forum, desk.today)),
        to_come=chair_to_come(charter) if lacks_chair(desk.forum) else None,
        liaison=None if liaison is None or body is None else (charter.name_of_body(body), _reached(desk, (liaison,))),
    )


def leading(desk: Desk) -> tuple[str, ...]:
    """Those who lead: the next meeting, else the last, else the forum itself, which may have none yet."""
    meeting = desk.next_meeting() or desk.last_meeting()
    if meeting is None:
        return tuple(desk.forum.choice("chairmanship") or ())
    return settings.meeting_leaders(desk.forum, meeting)


def _reached(desk: Desk, people: Iterable[str]) -> list[Reached]:
    emails = {each.id: each.email for each in desk.forum.people}
    return [Reached(desk.name_of(person), emails.get(person)) for person in people]
