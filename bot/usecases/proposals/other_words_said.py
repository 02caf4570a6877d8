"""What becomes of a proposal that is said in words that no way has; where it is not said of which, the list of them."""

import re

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.proposals.actions import (
    AskForMore,
    OpenRevision,
    OpenTriage,
    Postpone,
    ShowMyProposals,
    ShowProposal,
    ShowProposals,
    Withdraw,
)
from bot.domain.saying.slots import Counted
from bot.usecases.proposals.treating_said import elaborate, later_meeting, postpone, treated, triage, withdraw
from bot.usecases.said.pointed import listed_ones, next_listed, own_proposal, proposal_of
from bot.usecases.said.sayings import Act
from bot.usecases.said.told import Told

_SEVERAL = re.compile(r"\b(?:alle(?! vegne)|begge|samtlige)\b")
_ASKED_BEFORE = re.compile(r"\b(?:har|er|blev|hvornar|hvorfor)\b.{0,80}\b(?:spurgt|svaret|bedt|uddybet)\b")
_OWN = re.compile(r"\b(?:mi[nt]|mine|jeg)\b")
_ON = re.compile(r"\W*(?:(?:ja|ok|tak|den|det) )*(?:naste|videre)(?: forslag| tak)?\W*$")


def or_list(act: Act) -> Act:
    """The same to one proposal; of several at once, or where it is not said of which, the list."""

    def found(told: Told) -> AnyQuery | AnyCommand | None:
        if not listed_ones(told):
            return act(told)
        return ShowProposals() if _are_several(told) or proposal_of(told) is None else act(told)

    return found


def put_off(told: Told) -> AnyQuery | AnyCommand | None:
    """Also one's own only one, of which nothing more needs to be said."""
    is_own = not told.moment.serves and _OWN.search(told.sound) is not None
    if proposal_of(told) is not None or not is_own or not any(each.is_own for each in told.moment.proposals):
        return or_list(postpone)(told)
    found = own_proposal(told)
    if found is None:
        return ShowMyProposals()
    return Postpone(number=found.number, year=found.year, meeting=later_meeting(told), words=told.reason)


def ask_for_more(told: Told) -> AnyQuery | AnyCommand | None:
    """What is asked is mostly what the one who proposed it is to answer, unless it is whether they have."""
    found = proposal_of(told)
    if found is None or _ASKED_BEFORE.search(told.sound):
        return treated(AskForMore)(told)
    return AskForMore(number=found.number, year=found.year, words=told.reason)


def treat(told: Told) -> OpenTriage | ShowProposal | None:
    """The next of the list, else the one that is pointed at."""
    shown = told.moment.talk.shown
    if isinstance(shown, OpenTriage) and _ON.match(told.sound):
        following = next_listed(told, shown.number)
        return triage(told) if following is None else OpenTriage(number=following.number, year=following.year)
    return triage(told)


def elaborate_own(told: Told) -> AnyQuery | AnyCommand | None:
    """What they are asked about theirs; which one is asked for where there are several."""
    has_own = any(each.is_own for each in told.moment.proposals)
    return elaborate(told) or (ShowMyProposals() if has_own else None)


def withdraw_any(told: Told) -> Withdraw | ShowMyProposals:
    """Their own, or what they have proposed."""
    return withdraw(told) or ShowMyProposals()


def revise(told: Told) -> OpenRevision | ShowMyProposals | ShowProposals:
    """Their own, or by those who treat them that which is pointed at."""
    found = proposal_of(told) if told.moment.serves else own_proposal(told)
    if found is not None:
        return OpenRevision(number=found.number, year=found.year)
    return ShowProposals() if told.moment.serves and told.moment.proposals else ShowMyProposals()


def seen(told: Told) -> ShowProposal | ShowMyProposals | ShowProposals | None:
    """The one that is pointed at, else of those who speak of theirs their own, else the list."""
    own = [each for each in told.moment.proposals if each.is_own]
    is_list = isinstance(told.moment.talk.shown, ShowMyProposals)
    is_own = bool(own) and (is_list or _OWN.search(told.sound) is not None)
    found = proposal_of(told) or (own_proposal(told) if is_own else None)
    if found is not None:
        return ShowProposal(number=found.number, year=found.year)
    if is_own:
        return ShowMyProposals()
    return ShowProposals() if listed_ones(told) else None


def _are_several(told: Told) -> bool:
    end = told.slots.reason_start or len(told.said)
    known = {each.number for each in told.moment.proposals}
    counts = (Counted.PROPOSAL, Counted.BARE)
    named = {each.number for each in told.slots.numbers if each.counts in counts and each.start < end}
    return len(named & known) > 1 or _SEVERAL.search(told.sound) is not None
