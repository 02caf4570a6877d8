"""Which item of an agenda somebody means, and what is to be done with it."""

from bot.domain.agenda.actions import ItemAction, OpenItem, Part, RemoveItem
from bot.domain.proposals.actions import ShowProposal
from bot.domain.supplements.actions import OpenSentItem, WithdrawItem
from bot.usecases.said.moment import Moment
from bot.usecases.said.pointed import item_in_hand, item_named, item_of, meeting_of_item, proposal_named, proposal_of
from bot.usecases.said.told import Told


def shown_item(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, ItemAction | OpenSentItem)


def item(told: Told) -> OpenItem | ShowProposal | None:
    """The item that is spoken of, or the proposal that is none yet."""
    position, proposal = item_in_hand(told), proposal_named(told)
    if position is not None:
        return OpenItem(meeting=meeting_of_item(told), position=position)
    proposal = proposal or proposal_of(told)
    return None if proposal is None else ShowProposal(number=proposal.number, year=proposal.year)


def case(told: Told) -> OpenItem | None:
    position = item_of(told)
    return None if position is None else OpenItem(meeting=meeting_of_item(told), position=position, part=Part.CASE)


def beside(step: int, told: Told) -> OpenItem | None:
    """The one before or after the one that was shown."""
    position = item_of(told)
    if position is None or not 1 <= position + step <= max(len(told.moment.items), position):
        return None
    return OpenItem(meeting=meeting_of_item(told), position=position + step)


def _is_own_words(told: Told) -> bool:
    """Whether it is not somebody else who is quoted."""
    return not any(each in told.said for each in '"»“”') and " siger " not in told.said


def may_be_removed(told: Told) -> bool:
    return _is_own_words(told) and not told.moment.agenda_sent


def remove(told: Told) -> RemoveItem | WithdrawItem | OpenItem | None:
    """A question about it is answered with the item; one of an agenda that was sent lapses, and everybody hears it."""
    position = item_of(told) if shown_item(told.moment) else item_named(told)
    if position is None or not told.moment.serves:
        return None
    if told.mood.asks:
        return OpenItem(meeting=meeting_of_item(told), position=position)
    if told.moment.agenda_sent:
        return WithdrawItem(meeting=meeting_of_item(told), position=position, reason=told.reason)
    return RemoveItem(meeting=meeting_of_item(told), position=position, words=told.reason)
