"""What a sentence speaks of that says nothing else that is known: better shown than not understood."""

from bot.domain.actions import AnyQuery
from bot.domain.agenda.actions import OpenItem
from bot.domain.proposals.actions import OpenTriage, ShowProposal
from bot.usecases.said.pointed import item_in_hand, meeting_of_item, proposal_named
from bot.usecases.said.told import Told


def spoken_of(told: Told) -> AnyQuery | None:
    """The item or the proposal that is named, to those who serve with what can be done about it; else None."""
    position, proposal = item_in_hand(told), proposal_named(told)
    if position is not None:
        return OpenItem(meeting=meeting_of_item(told), position=position)
    if proposal is None:
        return None
    shown = OpenTriage if told.moment.serves else ShowProposal
    return shown(number=proposal.number, year=proposal.year)
