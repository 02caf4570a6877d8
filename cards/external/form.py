"""The form for a meeting of another body, and the one that changes it; shown again, it holds all that was typed."""

from collections.abc import Mapping

from bot.domain.external.actions import ChangeExternal, RegisterExternal
from cards.kit.elements import Card, Json, button, card, choice_input, heading, text, text_input
from cards.kit.words import say

_MOST_ITEMS = 10_000  # characters


def new(typed: RegisterExternal, bodies: Mapping[str, str], *, is_public: bool) -> Card:
    """A new one; `bodies` are those that the charter names, by id."""
    title = say("external.title")
    send = RegisterExternal(forum=typed.forum, form=typed.form)
    return card(
        heading(title),
        *_whose(typed, bodies),
        *_fields(typed.day, typed.time, typed.place, typed.items, is_public=is_public),
        actions=[button(say("external.btn.new"), send, style="positive")],
        speak=title,
    )


def change(typed: ChangeExternal, name: str, *, is_public: bool) -> Card:
    """Another day, time, place or list of items for one that is known."""
    title = say("external.change.title", ekstern=name)
    send = ChangeExternal(forum=typed.forum, number=typed.number, year=typed.year, revision=typed.revision)
    return card(
        heading(title),
        *_fields(typed.day or "", typed.time or "", typed.place or "", typed.items or "", is_public=is_public),
        actions=[button(say("external.btn.change"), send, style="positive")],
        speak=title,
    )


def _whose(typed: RegisterExternal, bodies: Mapping[str, str]) -> list[Json]:
    if not bodies:
        label = say("external.field.body")
        required = say("error.missing_field", felt=label)
        return [text_input("named", label, value=typed.named or typed.body, required=required)]
    return [
        choice_input("body", say("external.field.body"), bodies, value=typed.body),
        text_input("named", say("external.field.named"), value=typed.named),
    ]


def _fields(day: str, time: str, place: str, items: str, *, is_public: bool) -> list[Json]:
    date = say("external.field.day")
    return [
        text_input(
            "day",
            date,
            value=day,
            placeholder=say("external.field.day.example"),
            required=say("error.missing_field", felt=date),
        ),
        text_input("time", say("external.field.time"), value=time),
        text_input("place", say("external.field.place"), value=place),
        text_input("items", say("external.field.items"), value=items, most=_MOST_ITEMS, multiline=True),
        text(say("external.form.closed.public" if is_public else "external.form.closed"), subtle=True),
    ]
