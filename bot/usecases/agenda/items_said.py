"""Which item of an agenda somebody means, and what is to be done with it."""

import re

from bot.domain.agenda.actions import ItemAction, OpenItem, Part, RemoveItem
from bot.domain.kernel.danish import bare
from bot.domain.proposals.actions import ShowProposal
from bot.domain.supplements.actions import OpenSentItem, WithdrawItem
from bot.usecases.said.listed import item_meant, own_item, place_said
from bot.usecases.said.moment import Moment
from bot.usecases.said.pointed import item_in_hand, item_named, item_of, meeting_of_item, proposal_named, proposal_of
from bot.usecases.said.told import Told

_READ = 2_000  # characters
_NEXT = re.compile(r"\W*(?:og )?(?:sa )?(?:den |det )?nae?ste\W*$")
_LEAVES_OUT = re.compile(
    r"\bikke (?:[a-z]+ ){0,2}(?:pa|med|v[ae]+re|behandles|tages|op|komme?)\b|\bikke (?:klart?|til noget|relevant)\b"
    r"|\bundlad|\bspringer\b|\bud med\b|\bnar (?:det|den) ikke\b|\b(?:det|vi) nar ikke\b|\bgiver ikke\b"
)


def shown_item(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, ItemAction | OpenSentItem)


def item(told: Told) -> OpenItem | ShowProposal | None:
    """The item that is spoken of, or the proposal that is none yet."""
    if shown_item(told.moment) and item_named(told) is None and _NEXT.match(told.sound):
        return beside(1, told)
    position, proposal = item_in_hand(told), proposal_named(told)
    if position is not None:
        return OpenItem(meeting=meeting_of_item(told), position=position)
    if position is None and proposal is None and (position := item_meant(told)) is not None:
        return OpenItem(meeting=meeting_of_item(told), position=position)
    proposal = proposal or proposal_of(told)
    return None if proposal is None else ShowProposal(number=proposal.number, year=proposal.year)


def case(told: Told) -> OpenItem | None:
    position = item_meant(told)
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
    return _is_own_words(told) and not told.moment.agenda_sent and not _is_told_by_place(told)


def _is_told_by_place(told: Told) -> bool:
    """ "Den sidste" may be the last that was spoken of, so it is asked first."""
    return item_named(told) is None and (place_said(told.sound, len(told.moment.items)) or own_item(told)) is not None


def remove(told: Told) -> RemoveItem | WithdrawItem | OpenItem | None:
    """A question about it is answered with the item; one of an agenda that was sent lapses, and everybody hears it."""
    is_told = shown_item(told.moment) or _is_told_by_place(told)
    position = item_meant(told) if is_told else item_named(told)
    if position is None or not told.moment.serves:
        return None
    if told.mood.asks:
        return OpenItem(meeting=meeting_of_item(told), position=position)
    if told.moment.agenda_sent:
        return WithdrawItem(meeting=meeting_of_item(told), position=position, reason=told.reason)
    return RemoveItem(meeting=meeting_of_item(told), position=position, words=told.reason)


def leave_out(told: Told) -> RemoveItem | WithdrawItem | OpenItem | None:
    """The same of "skal ikke med"; what is not to be taken off is shown."""
    position = item_meant(told)
    if position is None or not told.moment.serves:
        return None
    if told.mood.negates and not _LEAVES_OUT.search(bare(told.said[: told.slots.reason_start][:_READ])):
        return OpenItem(meeting=meeting_of_item(told), position=position)
    return remove(told)
