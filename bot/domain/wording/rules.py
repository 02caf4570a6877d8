"""How the wording of minutes is suggested, taken, or not: until when, against which text, and by whom first.

A suggestion is a whole text, held against the one that its author saw. Where that changed meanwhile, nobody takes it
unseen. The first answer counts. The same thing asked for again changes nothing and is no error.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from bot.domain.kernel.refusal import Refusal
from bot.domain.minutes.rules import is_sent, resolution_of
from bot.domain.minutes.state import Minutes, MinutesStatus, Resolution
from bot.domain.wording.state import Answer, Kind, Status, Suggestion

_MARK = 16  # signs of a digest: enough to tell two texts of one item apart


def words_of(minutes: Minutes, item: int) -> str:
    """What the minutes say was resolved on that item; empty where they say no more than an outcome, or nothing."""
    resolution = resolution_of(minutes, item)
    return "" if resolution is None else resolution.sentence or resolution.words


def mark_of(words: str) -> str:
    """What tells this text from another."""
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK]


def is_late(minutes: Minutes, now: datetime, ends: datetime | None) -> bool:
    """Whether remarks on the minutes are not taken any more; `ends` is the first moment that is too late."""
    return minutes.status is MinutesStatus.APPROVED or (is_sent(minutes) and ends is not None and now >= ends)


def check_seen(minutes: Minutes, item: int, seen: str) -> None:
    """Refusal("wording_changed") where the form showed another text than stands there now."""
    if seen and seen != mark_of(words_of(minutes, item)):
        raise Refusal("wording_changed", field="words")


def check_new(minutes: Minutes, item: int, words: str) -> None:
    """Refusal("wording_same") for what stands there already."""
    if words == words_of(minutes, item):
        raise Refusal("wording_same", field="words")


def known(every: Iterable[Suggestion], new: Suggestion) -> Suggestion | None:
    """The same by the same person, which has not been answered or withdrawn."""
    open_ones = (each for each in every if each.status in (Status.WAITING, Status.SAID, Status.LATE))
    return next((each for each in open_ones if _substance(each) == _substance(new)), None)


def is_overtaken(suggestion: Suggestion, minutes: Minutes) -> bool:
    """Whether it is held against a text that does not stand there any more."""
    return suggestion.item is not None and suggestion.details.seen != words_of(minutes, suggestion.item)


def check_taking(suggestion: Suggestion, minutes: Minutes, seen: str) -> None:
    """Refusal("wording_overtaken") unless whoever takes it saw the text that stands there now."""
    if suggestion.item is None or suggestion.kind is not Kind.SUGGESTION:
        raise Refusal("wording_not_suggested")
    present = mark_of(words_of(minutes, suggestion.item))
    if seen != present and (seen or is_overtaken(suggestion, minutes)):
        raise Refusal("wording_overtaken")


def take(suggestion: Suggestion, minutes: Minutes, by: str, at: datetime) -> Suggestion:
    """The suggestion as taken: into the text or, once that was sent, as an addition to it."""
    status = Status.ADDED if is_sent(minutes) else Status.TAKEN
    replaced = "" if suggestion.item is None else words_of(minutes, suggestion.item)
    return _answered(suggestion, status, Answer(by=by, at=at, replaced=replaced))


def reworded(suggestion: Suggestion, minutes: Minutes) -> Resolution:
    """The item's resolution in the suggested words; ValueError for what is about no item."""
    if suggestion.item is None:
        raise ValueError(f"suggestion {suggestion.number}/{suggestion.year} is about no item")
    before = resolution_of(minutes, suggestion.item) or Resolution(item=suggestion.item, outcome=None)
    return replace(before, sentence=suggestion.details.words, is_edited=True)


def decline(suggestion: Suggestion, reason: str, by: str, at: datetime) -> Suggestion:
    """The suggestion as not taken."""
    if suggestion.kind is not Kind.SUGGESTION:
        raise Refusal("wording_not_suggested")
    return _answered(suggestion, Status.NOT_TAKEN, Answer(by=by, at=at, reason=reason))


def withdraw(suggestion: Suggestion) -> Suggestion:
    """The suggestion as not made; Refusal("wording_over") once it was answered."""
    if suggestion.status is Status.WITHDRAWN:
        return suggestion
    if suggestion.status not in (Status.WAITING, Status.LATE):
        raise Refusal("wording_over")
    return replace(suggestion, status=Status.WITHDRAWN)


def is_answered_so(suggestion: Suggestion, *, taken: bool) -> bool:
    """Whether it was answered in just that way."""
    return suggestion.status in ((Status.TAKEN, Status.ADDED) if taken else (Status.NOT_TAKEN,))


def _answered(suggestion: Suggestion, status: Status, answer: Answer) -> Suggestion:
    """Refusal("wording_over") for what was answered or withdrawn already."""
    if not suggestion.waits:
        raise Refusal("wording_over")
    return replace(suggestion, status=status, details=replace(suggestion.details, answer=answer))


def _substance(each: Suggestion) -> tuple[object, ...]:
    return each.person, each.meeting, each.item, each.kind, each.status is Status.LATE, each.details.words
