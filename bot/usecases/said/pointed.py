"""Which item or proposal a sentence points at: by its number, by its title, or as what was shown last."""

import re
from typing import NamedTuple

from bot.domain.agenda.actions import ItemAction
from bot.domain.attachments.actions import ShowAttachments
from bot.domain.kernel.danish import bare
from bot.domain.proposals.actions import ProposalAction, ShowMyProposals, ShowProposals
from bot.domain.referrals.actions import CaseAction
from bot.domain.saying.slots import Counted
from bot.domain.supplements.actions import OpenSentItem
from bot.usecases.said.moment import Named
from bot.usecases.said.told import Told

_FIRST = re.compile(r"\b(?:forste|overste|nyeste)\b")
_LAST = re.compile(r"\b(?:sidste|nederste|aldste)\b")
_NTHS = (_FIRST, re.compile(r"\banden\b"), re.compile(r"\btredje\b"), re.compile(r"\bfjerde\b"))
_NOUN_OF_ITEM = re.compile(r"punkt|pkt|item", re.IGNORECASE)
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
    return _counted_as_item(told) or _listed(told) if number is None else Which(number)


def proposal_of(told: Told) -> Which | None:
    """The same, else the one that was shown or offered."""
    if (named := proposal_named(told)) is not None:
        return named
    for each in (told.moment.talk.shown, *told.moment.talk.offered[:1]):
        if isinstance(each, _OF_PROPOSAL) and each.number is not None:
            return Which(each.number, each.year)
    return None


def own_proposal(told: Told) -> Which | None:
    """The same among the person's own; their only one needs no name, nor does the first or last of a list of them."""
    own = [each for each in told.moment.proposals if each.is_own]
    found = proposal_of(told)
    if not own or (found is not None and not _is_stray(told, found, own)):
        return found
    is_list = isinstance(told.moment.talk.shown, ShowMyProposals)
    place = place_said(told) if is_list else None
    if len(own) > 1 and place is None:
        return None
    return Which(own[place or 0].number, own[place or 0].year)


def place_said(told: Told) -> int | None:
    """0 for the first of a list that was shown, -1 for its last; None where neither is said."""
    sound = told.sound
    if _FIRST.search(sound):
        return 0
    return -1 if _LAST.search(sound) else None


def listed_ones(told: Told) -> list[Named]:
    """Those that are on no agenda, the oldest first."""
    taken = {*told.moment.items, *told.moment.held_items}
    return sorted((each for each in told.moment.proposals if each.title not in taken), key=_age)


def next_listed(told: Told, number: int) -> Which | None:
    """The proposal that follows the one of that number in the list of all that are on no agenda."""
    later = (each for each in listed_ones(told) if each.number > number)
    return next((Which(each.number, each.year) for each in later), None)


def names_something(told: Told) -> bool:
    """Whether it speaks of an item or a proposal that there is already."""
    counts = {each.counts for each in told.slots.numbers}
    return bool(counts & {Counted.ITEM, Counted.PROPOSAL} or told.item or told.proposal)


def numbers_of(told: Told, what: Counted) -> list[int]:
    """Every number that counts that, as they stand."""
    return [each.number for each in told.slots.numbers if each.counts is what]


def _bare(told: Told, among: "range | set[int]") -> int | None:
    return next((each for each in numbers_of(told, Counted.BARE) if each in among), None)


def _counted_as_item(told: Told) -> Which | None:
    """The proposal that an item was made of, or the one that is called by its number alone ("treeren")."""
    for each in told.slots.numbers:
        if each.counts is Counted.ITEM and not each.is_numbered:
            titles = told.moment.items[each.number - 1 : each.number]
            called = told.said[each.start : each.end]
            is_nickname = _NOUN_OF_ITEM.search(called) is None and not _is_place(told, called)
            for named in told.moment.proposals:
                if named.title in titles or (is_nickname and named.number == each.number):
                    return Which(named.number, named.year)
    return None


def _is_place(told: Told, called: str) -> bool:
    """Whether it is a place in the list that was just shown ("det tredje"), not a number ("treeren")."""
    is_list = isinstance(told.moment.talk.shown, ShowProposals)
    return is_list and any(nth.fullmatch(bare(called)) for nth in _NTHS)


def _listed(told: Told) -> Which | None:
    """The first or the last of the list of all proposals that was just shown, which begins with the oldest."""
    if not isinstance(told.moment.talk.shown, ShowProposals):
        return None
    listed = listed_ones(told)
    sound = told.sound
    place = next((at for at, nth in enumerate(_NTHS) if nth.search(sound)), len(listed))
    if place == len(listed) and _LAST.search(sound):
        place = len(listed) - 1
    return Which(listed[place].number, listed[place].year) if 0 <= place < len(listed) else None


def _age(proposal: Named) -> tuple[int, int]:
    return proposal.year, proposal.number


def _is_stray(told: Told, found: Which, own: list[Named]) -> bool:
    """Whether it is no more than a number in what they say ("vi har 1 læge") that none of theirs has."""
    numbers = [each for each in told.slots.numbers if each.number == found.number]
    is_bare = bool(numbers) and all(each.counts is Counted.BARE and not each.is_numbered for each in numbers)
    return is_bare and told.proposal is None and found.number not in {each.number for each in own}
