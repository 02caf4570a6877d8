"""Which item or proposal a sentence points at: by its number, by its title, or as what was shown last."""

import re
from typing import NamedTuple

from bot.domain.agenda.actions import ItemAction
from bot.domain.attachments.actions import ShowAttachments
from bot.domain.kernel.danish import bare
from bot.domain.proposals.actions import ProposalAction, ShowMyProposals
from bot.domain.referrals.actions import CaseAction
from bot.domain.saying.slots import Counted
from bot.domain.supplements.actions import OpenSentItem
from bot.usecases.said.told import Told

_READ = 2_000  # characters
_FIRST = re.compile(r"\b(?:forste|overste|nyeste)\b")
_LAST = re.compile(r"\b(?:sidste|nederste|aldste)\b")
_OF_ITEM = (ItemAction, OpenSentItem, ShowAttachments, CaseAction)
_OF_PROPOSAL = (ProposalAction, ShowAttachments, CaseAction)


class Which(NamedTuple):
    """A proposal by its number, and its year where that is known."""

    number: int
    year: int | None = None


def item_named(told: Told) -> int | None:
    """The item that is called by its number or its title."""
    number = next((each.number for each in told.slots.numbers if each.counts is Counted.ITEM or each.is_numbered), None)
    return number or told.item or _bare(told, range(1, len(told.moment.items) + 1))


def item_of(told: Told) -> int | None:
    """The same, else the one that was shown."""
    shown = told.moment.talk.shown
    found = shown.position if isinstance(shown, _OF_ITEM) else None
    return item_named(told) or found


def item_in_hand(told: Told) -> int | None:
    """The same on the agenda in hand, so that the items of a meeting that was held are not taken for its."""
    position = item_of(told)
    is_held = bool(told.moment.held_items) and position is not None and position > len(told.moment.items)
    return None if is_held else position


def meeting_of_item(told: Told) -> str | None:
    """The meeting that was named or whose agenda is in hand; None for the next one."""
    held, coming = told.moment.agenda_of, told.moment.next
    return told.meeting or (held if coming is None or held != coming.id else None)


def proposal_named(told: Told) -> Which | None:
    """The proposal that is called by its number or its title."""
    numbered = [each for each in told.slots.numbers if each.counts is Counted.PROPOSAL or each.is_numbered]
    if numbered:
        return Which(numbered[0].number, numbered[0].year)
    if told.proposal is not None:
        return Which(told.proposal.number, told.proposal.year)
    number = _bare(told, {each.number for each in told.moment.proposals})
    return None if number is None else Which(number)


def proposal_of(told: Told) -> Which | None:
    """The same, else the one that was shown."""
    shown = told.moment.talk.shown
    if (named := proposal_named(told)) is not None:
        return named
    if isinstance(shown, _OF_PROPOSAL) and shown.number is not None:
        return Which(shown.number, shown.year)
    return None


def own_proposal(told: Told) -> Which | None:
    """The same among the person's own; their only one needs no name, nor does the first or last of a list of them."""
    own = [each for each in told.moment.proposals if each.is_own]
    found = proposal_of(told)
    if found is not None or not own:
        return found
    is_list = isinstance(told.moment.talk.shown, ShowMyProposals)
    place = place_said(told) if is_list else None
    if len(own) > 1 and place is None:
        return None
    return Which(own[place or 0].number, own[place or 0].year)


def place_said(told: Told) -> int | None:
    """0 for the first of a list that was shown, -1 for its last; None where neither is said."""
    sound = bare(told.said[:_READ])
    if _FIRST.search(sound):
        return 0
    return -1 if _LAST.search(sound) else None


def names_something(told: Told) -> bool:
    """Whether it speaks of an item or a proposal that there is already."""
    counts = {each.counts for each in told.slots.numbers}
    return bool(counts & {Counted.ITEM, Counted.PROPOSAL} or told.item or told.proposal)


def numbers_of(told: Told, what: Counted) -> list[int]:
    """Every number that counts that, as they stand."""
    return [each.number for each in told.slots.numbers if each.counts is what]


def _bare(told: Told, among: "range | set[int]") -> int | None:
    return next((each for each in numbers_of(told, Counted.BARE) if each in among), None)
