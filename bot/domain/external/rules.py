"""What becomes of a meeting of another body and of the answers to its items.

Of an organisation's answers to an item the last counts. Disagreement is shown and never voted on, and silence is no
answer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import SequenceMatcher

from bot.domain.external.actions import ExternalAction
from bot.domain.external.state import WHOLE, Answer, Details, Edited, ExternalMeeting, Item, Position, Sent
from bot.domain.kernel.danish import fold
from bot.domain.kernel.refusal import Refusal

MOST_ITEMS = 40
_REWORDED = 0.8  # of the letters are still there
_FARTHEST = timedelta(days=731)  # nobody plans a meeting more than two years ahead


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Where each organisation stands on an item, each named exactly once."""

    agree: tuple[Answer, ...] = ()
    remarks: tuple[Answer, ...] = ()
    mandates: tuple[Answer, ...] = ()
    missing: tuple[str, ...] = ()


def standing(answers: Iterable[Answer], item: int) -> dict[str, Answer]:
    """Each organisation's answer to the item that stands: its last."""
    return {each.organisation: each for each in answers if each.item == item}


def tally(answers: Iterable[Answer], item: int, organisations: Sequence[str]) -> Tally:
    """Where these organisations stand on the item."""
    given = standing(answers, item)
    found = [given[each] for each in organisations if each in given]
    return Tally(
        agree=tuple(each for each in found if each.position is Position.AGREE),
        remarks=tuple(each for each in found if each.position is Position.REMARK),
        mandates=tuple(each for each in found if each.position is Position.MANDATE),
        missing=tuple(each for each in organisations if each not in given),
    )


def missing(external: ExternalMeeting, answers: Sequence[Answer], organisations: Sequence[str]) -> tuple[str, ...]:
    """The organisations that have not answered about every item."""
    given = [standing(answers, each.id) for each in external.details.items]
    return tuple(each for each in organisations if any(each not in known for known in given))


def is_news(answers: Iterable[Answer], answer: Answer) -> bool:
    """Whether it says something else than what the organisation's answer says already."""
    before = standing(answers, answer.item).get(answer.organisation)
    said = None if before is None else (before.position, before.words, before.person)
    return said != (answer.position, answer.words, answer.person)


def addressed(external: ExternalMeeting, item: int, nth: int) -> tuple[Item, ...]:
    """The items that an answer is about: that of the id, that in the place (from 1), or all.

    Refusal "external_no_items", "external_no_item" or, of an item that is there no longer, "stale".
    """
    items = external.details.items
    if not items:
        raise Refusal("external_no_items")
    if item == WHOLE:
        if not 0 <= nth <= len(items):
            raise Refusal("external_no_item", punkt=nth)
        return items if nth == 0 else (items[nth - 1],)
    found = tuple(each for each in items if each.id == item)
    if not found:
        raise Refusal("stale")
    return found


def check_day(day: date, today: date) -> None:
    """Refusal "external_past" or "external_far" for a day on which nobody can mean to hold it."""
    if day < today:
        raise Refusal("external_past", field="day", dato=day)
    if day - today > _FARTHEST:
        raise Refusal("external_far", field="day", dato=day)


def check_open(external: ExternalMeeting, today: date) -> None:
    """Refusal "external_cancelled" or "external_over" where it is not ahead."""
    if external.is_cancelled:
        raise Refusal("external_cancelled", navn=external.name, dato=external.day)
    if external.day < today:
        raise Refusal("external_over", navn=external.name, dato=external.day)


def check_revision(external: ExternalMeeting, action: ExternalAction) -> None:
    """Refusal("stale") where another revision was seen than the newest."""
    if action.revision not in (None, external.revision):
        raise Refusal("stale")


def with_items(details: Details, lines: Sequence[Item]) -> Details:
    """The details with these items, of which each that was there before is itself still: its answers follow it.

    It is the same where it is called the same, or where it is the only one that changed, and only a little.
    """
    if len(lines) > MOST_ITEMS:
        raise Refusal("external_many_items", field="items", max=MOST_ITEMS)
    known = {(fold(each.title), each.is_closed): each.id for each in details.items}
    found = [known.pop((fold(each.title), each.is_closed), None) for each in lines]
    if found.count(None) == 1 and len(known) == 1 and len(lines) == len(details.items):
        (was, ident), new = known.popitem(), lines[found.index(None)]
        if SequenceMatcher(None, was[0], fold(new.title)).ratio() >= _REWORDED:
            found[found.index(None)] = ident
    last = details.last_item
    items: list[Item] = []
    for each, own in zip(lines, found, strict=True):
        last += own is None
        items.append(replace(each, id=last if own is None else own))
    return replace(details, items=tuple(items), last_item=last)


def edited(details: Details, item: int, words: str, answers: int) -> Details:
    """The details where that item (or what stands before all) has this text; with none, what follows from answers."""
    others = tuple(each for each in details.edited if each.item != item)
    own = (Edited(item=item, words=words, answers=answers),) if words else ()
    return replace(details, edited=(*others, *own))


def text_of(details: Details, item: int) -> Edited | None:
    """What was written for that item in place of the answers."""
    return next((each for each in details.edited if each.item == item), None)


def as_sent(details: Details, sent: Sent) -> Details:
    """The details of what was sent; Refusal("external_nothing") where it says nothing."""
    if not any(words for _, words in sent.texts):
        raise Refusal("external_nothing")
    return replace(details, sent=sent)
