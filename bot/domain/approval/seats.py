"""For whose seats somebody answers: their own, those they stand in for, and one that was another's when it was asked.

One seat counts once: its first answer counts, and either of the two may change it.
"""

from dataclasses import replace
from datetime import datetime

from bot.domain.approval.rules import NO, answers, judged, missing, open_to
from bot.domain.approval.state import ApprovalRound, Verdict


def seats_of(this: ApprovalRound, person: str | None) -> tuple[str, ...]:
    """The approvers for whom that person may answer, their own seat first."""
    own = tuple(each for each in this.approvers if each == person)
    others = (each for each in this.approvers if each != person and person in _acting_for(this, each))
    return (*own, *others)


def answerer(this: ApprovalRound, person: str) -> str:
    """Who is asked for that approver's answer."""
    return this.stand_ins.get(person, person)


def owes(this: ApprovalRound, person: str | None) -> bool:
    """Whether an answer of theirs is missing, for one of their seats, which nobody is asked for in their place."""
    return any(answerer(this, each) == person for each in missing(this))


def taken_over(this: ApprovalRound, person: str) -> ApprovalRound:
    """The round as it stands when an heir answers: the seat is theirs, and what was answered before counts no more."""
    former = next((each for each, heir in this.heirs.items() if heir == person), None)
    if former is None:
        return this
    approvers = tuple(person if each == former else each for each in this.approvers)
    heirs = {each: heir for each, heir in this.heirs.items() if each != former}
    return judged(replace(this, approvers=approvers, heirs=heirs))


def answered_for(
    this: ApprovalRound, person: str, verdict: Verdict, *, now: datetime, until: datetime, is_over: bool
) -> tuple[str, ...]:
    """The seats that one answer of theirs counts for: what the absent gave themselves is changed for its own sake only.

    Of several those that it can be given for, and of a no the first: one is enough, and nobody answers after it.
    Nothing for somebody who is not asked.
    """
    seats, given = seats_of(this, person), answers(this)
    own = tuple(each for each in seats if each not in given or given[each].giver == person) or seats
    fits = tuple(each for each in own if verdict in open_to(this, each, now=now, until=until, is_over=is_over))
    return (fits or own)[:1] if verdict in NO or not fits else fits


def taken_back_for(this: ApprovalRound, person: str) -> tuple[str, ...]:
    """The seats whose answers they take back: those they gave, else those that stand."""
    seats, given = seats_of(this, person), answers(this)
    standing = tuple(each for each in seats if each in given)
    own = tuple(each for each in standing if given[each].giver == person)
    return own or standing or seats[:1]


def _acting_for(this: ApprovalRound, approver: str) -> set[str]:
    return {people[approver] for people in (this.stand_ins, this.heirs) if approver in people}
