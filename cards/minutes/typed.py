"""What people say about minutes: a field that holds it however long it is, and the button that sends it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.minutes.actions import AddToMinutes, RemarkOnMinutes
from cards.kit.elements import Json, button, present, text, text_input
from cards.kit.words import say
from cards.minutes.body import Shown

KEPT = (12_000, 6_000, 3_000)
"""Bytes of what somebody typed, which is the last to be shortened on a card."""


def fullest_first(lengths: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """The lengths of all other texts, each with the bytes of what was typed."""
    return (*((most, KEPT[0]) for most in lengths), *((lengths[-1], kept) for kept in KEPT[1:]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What can be said: the field's label, and the button."""

    label: str
    button: Json


def remarking(shown: Shown) -> Saying:
    """A remark for the secretariat."""
    send = RemarkOnMinutes(forum=shown.forum, meeting=shown.meeting.id)
    return Saying(label=say("minutes.field.remarks"), button=button(say("reminder.minutes.btn.remarks"), send))


def adding(shown: Shown, position: int | None = None) -> Saying:
    """The secretariat's correction after sending, of the whole or of one item."""
    add = AddToMinutes(forum=shown.forum, meeting=shown.meeting.id, position=position)
    return Saying(label=say("minutes.field.addition"), button=button(say("minutes.btn.add"), add))


def typed_field(label: str, typed: str, most: int) -> list[Json]:
    """The field `words` with what was typed; where not even the card has room for all, it says how much stands there.

    It has no limit of its own: an editor that stops taking letters, or cuts what is pasted, loses what people wrote.
    """
    shown = held(typed, most)
    return present(
        [
            text_input("words", label, value=shown, multiline=True),
            None if shown == typed else text(say("minutes.typed.cut", antal=len(shown))),
        ]
    )


def held(typed: str, most: int) -> str:
    """The longest beginning that takes at most so many bytes on the line."""
    if _size(typed) <= most:
        return typed
    low, high = 0, min(len(typed), most)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _size(typed[:middle]) <= most else (low, middle - 1)
    return typed[:low]


def _size(words: str) -> int:
    return len(json.dumps(words, ensure_ascii=False).encode())
