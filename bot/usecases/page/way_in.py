"""The way to a page of one's own, below an answer that hides something: an address in the answer to a click alone."""

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.approval.actions import ApprovalCommand
from bot.domain.forum.actions import ForumQuery
from bot.domain.kernel import settings
from bot.domain.kernel.action import Command
from bot.domain.meetings.actions import MeetingsQuery
from bot.domain.page.actions import OpenOwnPage, PageQuery
from bot.usecases.asker import Asker
from bot.usecases.desk import Desk
from bot.usecases.page.hidden import hidden
from bot.usecases.page.queries import carried
from bot.usecases.page.visits import Visits
from bot.usecases.turn import Kind, Turn
from cards.kit.answers import is_refusal
from cards.kit.elements import Card
from cards.page import cards
from cards.proposals.closed import names_closed


def may_hide(turn: Turn, action: AnyQuery | AnyCommand, card: Card) -> bool:
    """Whether the answer can hide anything; soon told, since the answers that people wait for most often do not."""
    if turn.conversation.place.is_private or isinstance(action, ForumQuery | MeetingsQuery):
        return False
    if isinstance(action, Command) and turn.kind is not Kind.CLICK and not is_refusal(card):
        return False  # it is done, and said to everybody in one sentence
    return not isinstance(action, ApprovalCommand) or names_closed(card)


async def with_way_in(
    desk: Desk, turn: Turn, asker: Asker, action: AnyQuery | AnyCommand, card: Card, visits: Visits | None
) -> Card:
    """The answer, and below it how the person gets to see what is hidden here from them; never kept anywhere.

    What is typed is answered where everybody reads it, so that a button stands there, whose answer has the address.
    """
    about = await hidden(desk, asker.person, action)
    if about is None:
        return card
    if visits is None and turn.kind is not Kind.CLICK and not isinstance(action, PageQuery):
        return card  # what everybody reads is not the place for advice that nobody asked for
    if visits is None:
        return cards.with_advice(card, _secretariat(desk, asker.person), may_chat=_may_chat(desk, turn))
    if turn.kind is not Kind.CLICK:
        return cards.with_button(card, OpenOwnPage(forum=desk.forum.id, about=carried(about)))
    address = visits.address(desk.forum.id, asker.person, turn.sender.object_id, carried(about))
    return cards.with_address(card, address)


def _secretariat(desk: Desk, person: str) -> list[str]:
    """The names of those who may be asked, the person excepted."""
    return [desk.name_of(each) for each in settings.secretariat(desk.forum, desk.today) if each != person]


def _may_chat(desk: Desk, turn: Turn) -> bool:
    """Whether Teams opens a chat between that account and the bot, which is at home where the channel is."""
    own = (each for person in desk.forum.people for each in person.identities)
    home = {each.tenant for each in own if each.object_id == turn.sender.object_id}
    return turn.conversation.tenant in home
