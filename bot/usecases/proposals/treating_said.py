"""Which proposal somebody means who treats it, and what becomes of it."""

import re
from collections.abc import Callable
from typing import Any

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.proposals.actions import (
    Accept,
    Decline,
    Defer,
    Elaborate,
    Keep,
    OpenTriage,
    Postpone,
    ShowMyProposals,
    ShowProposal,
    ShowProposals,
    Withdraw,
)
from bot.domain.saying.slots import Counted
from bot.usecases.said.moment import Moment
from bot.usecases.said.pointed import Which, numbers_of, own_proposal, proposal_named, proposal_of
from bot.usecases.said.sayings import Act
from bot.usecases.said.told import Told

_READ = 2_000  # characters


def is_treated(moment: Moment) -> bool:
    return isinstance(moment.talk.shown, OpenTriage)


_OF_MINUTES = re.compile(r"\brettelse\w*\s+(?:nr\.?\s*|nummer\s+)?[0-9]", re.IGNORECASE)
"""A numbered correction is one of the minutes."""


_ALL_BUT = re.compile(r"\b(?:undtagen|pa nar|bortset fra|lige med undtagelse)\b")


def treated(kind: Callable[..., AnyCommand], **more: Any) -> Act:
    """That done to the proposal that is meant, with the reason as words; of several at once the list."""

    def act(told: Told) -> AnyQuery | AnyCommand | None:
        found = None if _OF_MINUTES.search(told.said[:_READ]) else proposal_of(told)
        if found is None:
            return None
        if len(numbers_of(told, Counted.PROPOSAL)) > 1 or _ALL_BUT.search(told.sound):
            return ShowProposals()
        if told.mood.asks:
            return _looked_at(told, found)
        return kind(number=found.number, year=found.year, words=told.reason, **more)

    return act


def _looked_at(told: Told, which: Which) -> OpenTriage | ShowProposal:
    """What a question about it is answered with."""
    shown = OpenTriage if told.moment.serves else ShowProposal
    return shown(number=which.number, year=which.year)


def accept(told: Told) -> AnyQuery | AnyCommand | None:
    """On the agenda by the secretariat; anybody else, or a meeting leader who is quoted, wants it to be kept."""
    is_led = "modeled" in told.sound or not told.moment.serves
    return None if _is_on(told) else treated(Keep if is_led else Accept)(told)


def decline(told: Told) -> AnyQuery | AnyCommand | None:
    return None if _is_on(told) else treated(Decline)(told)


def _is_on(told: Told) -> bool:
    """Whether it is on the agenda in hand already, where it is an item like others."""
    found = proposal_of(told)
    titles = {each.title for each in told.moment.proposals if found is not None and each.number == found.number}
    return bool(titles & {*told.moment.items})


def accept_named(told: Told) -> AnyQuery | AnyCommand | None:
    return None if proposal_named(told) is None else accept(told)


def postpone(told: Told) -> AnyQuery | AnyCommand | None:
    """To the meeting that is named; the meeting leader says that it can wait."""
    if "modeled" in told.sound:
        return treated(Defer)(told)
    found = proposal_of(told)
    is_own = found is not None and any(each.is_own and each.number == found.number for each in told.moment.proposals)
    if told.moment.serves or is_own:
        return treated(Postpone, meeting=later_meeting(told))(told)
    return treated(Defer)(told)


def later_meeting(told: Told) -> str:
    """The last of the meetings that are named ("ikke i marts, men i oktober"); the next one is the one after this."""
    named = {
        each.starts: each.id
        for each in told.moment.forum.meetings
        for day in told.slots.days
        if day.day <= each.day <= (day.until or day.day)
    }
    if named:
        return named[max(named)]
    coming = told.moment.next
    if coming is None or told.meeting != coming.id:
        return told.meeting or ""
    later = sorted((each.starts, each.id) for each in told.moment.forum.meetings if each.starts > coming.starts)
    return later[0][1] if later else ""


def triage(told: Told) -> OpenTriage | ShowProposal | None:
    found = None if _OF_MINUTES.search(told.said[:_READ]) else proposal_of(told)
    return None if found is None else _looked_at(told, found)


def asked_whether(told: Told) -> OpenTriage | ShowProposal | None:
    """A question about what to do with it."""
    return triage(told) if told.mood.asks else None


def elaborate(told: Told) -> Elaborate | None:
    """The answer behind a colon, else the whole sentence."""
    found = proposal_of(told) if told.moment.serves else own_proposal(told)
    if found is None:
        return None
    return Elaborate(number=found.number, year=found.year, words=told.reason or told.said)


def withdraw(told: Told) -> Withdraw | ShowMyProposals | None:
    """Their own; the one that is meant is asked for where there are several."""
    if told.moment.serves:
        return None
    found = own_proposal(told)
    return ShowMyProposals() if found is None else Withdraw(number=found.number, year=found.year, words=told.reason)


def withdraw_named(told: Told) -> Withdraw | None:
    """One of their own that is called by its title."""
    found = told.proposal
    if told.moment.serves or found is None or not found.is_own:
        return None
    return Withdraw(number=found.number, year=found.year, words=told.reason)
