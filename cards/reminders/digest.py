"""The gathered message: one part for each thing, without fields, since two of them could have one in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.reminders.actions import ShowNotices
from cards.kit.elements import Card, Json, Mention, button, called, card, group, heading, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import count, say

_INNER = ("items", "columns", "actions")
_NO_BUTTONS = ("Action.ToggleVisibility",)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing: what kind of message it is, and its card."""

    name: str
    shown: Card


@dataclass(frozen=True, slots=True)
class _Room:
    """How much a part may show: its whole body or a sentence of so many characters, and its buttons or none."""

    is_whole: bool
    has_buttons: bool
    words: int


_ROOMS = (_Room(True, True, 400), _Room(False, True, 400), _Room(False, False, 200), _Room(False, False, 60))


def gathered(forum: str, name: str, parts: Sequence[Part], mention: Mention | None) -> Card:
    """Everything in one card that Teams takes; what is not shown whole is found where it belongs."""
    return fitted(lambda room: _drawn(forum, name, parts, mention, room), _ROOMS)


def nothing_gathered(forum: str) -> Card:
    """That there is none to see here."""
    words, way = say("digest.none"), button(say("cmd.btn.notices"), ShowNotices(forum=forum))
    return card(heading(say("digest.title")), text(words), actions=[way], speak=words)


def _drawn(forum: str, name: str, parts: Sequence[Part], mention: Mention | None, room: _Room) -> Card:
    told = (
        say("digest.told", antal=count(len(parts), "besked", "beskeder"), forum=name) if parts else say("digest.over")
    )
    drawn = card(
        heading(say("digest.title")),
        called(mention, told),
        text(say("digest.rest"), subtle=True) if len(parts) > 1 else None,
        *(_part(each, room) for each in parts),
        actions=[button(say("cmd.btn.notices"), ShowNotices(forum=forum))],
        speak=told,
        mentions=[] if mention is None else [mention],
    )
    if mention is not None:  # each part calls the same person by name
        drawn.content["msteams"]["entities"] = drawn.content["msteams"]["entities"][:1]
    return drawn


def _part(part: Part, room: _Room) -> Json:
    content = part.shown.content
    if room.is_whole:
        body = [kept for each in content["body"] if (kept := _plain(each)) is not None]
    else:
        said = text(shorten(str(content["speak"]), room.words))
        body = [text(part.name, bold=True), said]
    bar = [_alone(each) for each in content.get("actions", ()) if each["type"] not in _NO_BUTTONS]
    rows = [{"type": "ActionSet", "actions": bar}] if bar and room.has_buttons else []
    return group(*body, *rows, divided=True)


def _plain(element: Json) -> Json | None:
    """The element without fields, names and what folds; None where nothing is left of it."""
    kind = str(element.get("type", ""))
    if kind.startswith("Input.") or kind in _NO_BUTTONS:
        return None
    if kind.startswith("Action."):
        return _alone(element)
    bare: dict[str, Any] = {name: value for name, value in element.items() if name not in ("id", "isVisible")}
    for place in _INNER:
        if place in bare:
            bare[place] = [kept for each in bare[place] if (kept := _plain(each)) is not None]
            if not bare[place] and place != "items":
                return None
    return bare


def _alone(action: Json) -> Json:
    """The button, which sends no field: there is none."""
    if "data" not in action:
        return action
    fallback = action.get("fallback")
    inner = {"fallback": fallback | {"associatedInputs": "none"}} if isinstance(fallback, dict) else {}
    return action | {"associatedInputs": "none"} | inner
