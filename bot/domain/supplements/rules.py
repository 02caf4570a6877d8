"""How a supplement comes about: items with a reason each, answers to just what they say, sent before the meeting."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.domain.approval.state import ApprovalRound, Response
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.refusal import Refusal
from bot.domain.supplements.state import LateItem, Supplement

MOST_LATE = 10  # items of one supplement
LONGEST_REASON = 400  # characters


def check(this: Supplement, revision: int | None) -> None:
    """Refusal("supplement_changed") where another revision is meant than the newest."""
    if revision not in (None, this.revision):
        raise Refusal("supplement_changed")


def with_item(this: Supplement, late: LateItem) -> Supplement:
    """The supplement with one more item, which nobody was asked about yet.

    Refusal "late_twice" for what is in it already, "supplement_full".
    """
    if any(_is_same(each, late) for each in this.items):
        raise Refusal("late_twice", titel=late.content.title)
    if len(this.items) >= MOST_LATE:
        raise Refusal("supplement_full", antal=MOST_LATE)
    return _anew(replace(this, items=(*this.items, late)))


def _is_same(one: LateItem, other: LateItem) -> bool:
    """Whether both came of one proposal, or were one item of the draft: that may have left the draft meanwhile."""
    is_proposed = one.proposal is not None and one.proposal == other.proposal
    return is_proposed or (one.item is not None and one.item == other.item)


def without_item(this: Supplement, position: int) -> Supplement:
    """The supplement without the item there (from 1); Refusal("no_late_item")."""
    if not 1 <= position <= len(this.items):
        raise Refusal("no_late_item", punkt=position, antal=len(this.items))
    return _anew(replace(this, items=(*this.items[: position - 1], *this.items[position:])))


def asked_about(this: Supplement, at: datetime) -> Supplement:
    """The supplement as the approvers are asked about it; Refusal("supplement_empty")."""
    if not this.items:
        raise Refusal("supplement_empty")
    anew = _anew(this)
    return replace(anew, asked=anew.revision, asked_at=at)


def given(this: Supplement) -> tuple[Response, ...]:
    """What was answered to what is asked about now."""
    return tuple(each for each in this.responses if each.version == this.asked)


def with_answers(this: Supplement, answered: ApprovalRound) -> Supplement:
    """The supplement with what was answered in its round; earlier answers stand beside them."""
    earlier = tuple(each for each in this.responses if each.version != this.asked)
    return replace(this, responses=(*earlier, *answered.responses))


def deadline(asked_at: datetime, starts: datetime, calendar: Calendar) -> datetime:
    """Until when one may answer: to the end of the next working day, but to the end of a day before the meeting.

    Where no day ends before it, until it begins.
    """
    last = calendar.working_day_after(asked_at.date())
    while last >= asked_at.date():
        ends = datetime.combine(last + timedelta(days=1), time.min, tzinfo=asked_at.tzinfo)
        if ends <= starts:
            return ends
        last -= timedelta(days=1)
    return starts


def sent(this: Supplement, version: int, without: tuple[str, ...], at: datetime) -> Supplement:
    """The supplement as it was sent, as that version of the agenda."""
    return replace(this, sent_at=at, sent_version=version, without=without)


def _anew(this: Supplement) -> Supplement:
    """As its next revision, which nobody is asked about."""
    return replace(this, revision=this.revision + 1, asked=None, asked_at=None, is_unapproved=False)
