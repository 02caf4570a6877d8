"""What an item says once somebody has edited it: each field that was filled in, checked, and no other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TypeVar

from bot.domain.agenda.actions import FormFields, ItemFields
from bot.domain.agenda.state import AgendaItem
from bot.domain.kernel.danish import clean_line, clean_text, parse_amount, parse_duration, parse_links
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.proposals.rules import (
    LONGEST_CASE,
    LONGEST_LINKS,
    LONGEST_NOTE,
    LONGEST_TEXT,
    LONGEST_TITLE,
    USUAL_TIME,
)
from bot.domain.proposals.state import Content, ItemKind

Fields = TypeVar("Fields", bound=FormFields)

_TEXTS = {
    "summary": ("agenda.text.summary", LONGEST_TEXT),
    "case_description": ("agenda.text.case", LONGEST_CASE),
    "recommendation": ("proposal.field.recommendation", LONGEST_TEXT),
    "financial_note": ("agenda.text.economy", LONGEST_NOTE),
}
_TYPED = ("title", *_TEXTS, "amount", "duration", "links")


def edited(content: Content, typed: ItemFields) -> Content:
    """The content with the fields that were filled in; a Refusal names the first that cannot be taken."""
    given = {name: getattr(typed, name) for name in _READ if getattr(typed, name) is not None}
    read = {name: _READ[name](value) for name, value in given.items()}
    return replace(content, **read)  # type: ignore[arg-type]  # each is read as its field's type


def whole(typed: Fields) -> Fields:
    """What was typed, with the fields that were emptied as empty."""
    emptied = [name for name in typed.shown if name in _TYPED and getattr(typed, name) is None]
    return replace(typed, **dict.fromkeys(emptied, ""))  # type: ignore[arg-type]  # text fields


def added(typed: ItemFields) -> Content:
    """What a new item says; only its title must be filled in."""
    blank = Content(title="", kind=ItemKind.DISCUSSION, duration=USUAL_TIME)
    filled = typed if (typed.duration or "").strip() else replace(typed, duration=None)
    return edited(blank, replace(filled, title=typed.title or ""))


def is_blank(typed: ItemFields) -> bool:
    """Whether nothing was typed."""
    return not any((getattr(typed, name) or "").strip() for name in _TYPED)


def tells(typed: ItemFields) -> bool:
    """Whether anything was filled in that of a closed item is nobody's to read: all but its time."""
    return any(getattr(typed, name) is not None for name in _READ if name != "duration")


def check_closing(item: AgendaItem, content: Content) -> None:
    """Refusal("standing_item.closed") for closing an item that every agenda has."""
    if item.standing is not None and content.is_closed:
        raise Refusal("standing_item.closed")


def _title(words: str) -> str:
    return clean_line(words, Term("proposal.field.title"), LONGEST_TITLE)


def _kind(named: str) -> ItemKind:
    try:
        return ItemKind(named)
    except ValueError:
        raise Refusal("bad_kind") from None


def _text(name: str) -> Callable[[str], str]:
    label, most = _TEXTS[name]
    return lambda words: clean_text(words, Term(label), most, required=False)


def _amount(words: str) -> Decimal | None:
    return parse_amount(words) if words.strip() else None


def _duration(words: str) -> timedelta:
    return parse_duration(words)


def _links(words: str) -> tuple[str, ...]:
    return parse_links(clean_text(words, Term("proposal.fact.links"), LONGEST_LINKS, required=False))


_READ: dict[str, Callable[..., object]] = {
    "title": _title,
    "kind": _kind,
    **{name: _text(name) for name in _TEXTS},
    "amount": _amount,
    "duration": _duration,
    "links": _links,
    "is_closed": bool,
    "on_funds": bool,
}
