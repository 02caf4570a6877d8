"""The secretariat's editor: the draft's items with a button each, and the form for one of them."""

from collections.abc import Sequence
from typing import Any

from bot.domain.agenda.actions import AddItem, EditAgenda, EditItem, MoveItem, OpenItem, RemoveItem
from bot.domain.agenda.rules import places
from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.kernel.meeting import Meeting
from cards.agenda.cards import is_crowded, is_hidden, items_counted, too_long
from cards.kit.elements import (
    Card,
    Json,
    box,
    button,
    buttons,
    card,
    choice_input,
    group,
    heading,
    row,
    text,
    text_input,
)
from cards.kit.fitting import Room, fitting
from cards.kit.words import duration, medium_date, money, say

LONGEST_TITLE = 200  # characters
LONGEST_RECOMMENDATION = 2_000
_LONGEST_NUMBER = 60


def editor(
    agenda: Agenda,
    meeting: Meeting,
    items: Sequence[AgendaItem],
    *,
    done: str | None = None,
    typed: AddItem | None = None,
) -> Card:
    """The draft's items, each with its button; `done` says what was just changed, `typed` is what was refused."""
    title = say("agenda.edit.title", moede_dato=medium_date(meeting.day))
    adding = AddItem(forum=agenda.forum, meeting=agenda.meeting, revision=agenda.revision)
    filled = typed or adding

    def draw(room: Room) -> Card:
        return card(
            heading(title),
            box(text(done, bold=True), tone="good") if done else None,
            *(_line(agenda, item, place, room) for place, item in enumerate(items, start=1)),
            too_long(items, meeting),
            text_input("title", say("agenda.field.new"), value=filled.title, most=LONGEST_TITLE),
            text_input("duration", say("proposal.field.minutes_needed"), value=filled.duration, most=_LONGEST_NUMBER),
            actions=[button(say("agenda.btn.add"), adding)],
            speak=f"{title}: {items_counted(items)}. {done or ''}".strip(),
            summary=done,
        )

    return fitting(draw)


def item_form(agenda: Agenda, item: AgendaItem, position: int, *, typed: EditItem | None = None) -> Card:
    """The form for one item; of a closed one that may not be shown here, only its time and place can be changed."""
    edited = EditItem(forum=agenda.forum, meeting=agenda.meeting, position=position, revision=agenda.revision)
    title = say("agenda.item.title", punkt=position, titel=item.content.title)
    given = typed or EditItem(position=position)
    return card(
        heading(title),
        text(say("agenda.item.hidden"), subtle=True) if is_hidden(item.content) else None,
        *(() if is_hidden(item.content) else _texts(item, given)),
        text_input(
            "duration",
            say("proposal.field.minutes_needed"),
            value=_typed(given.duration, _minutes(item)),
            most=_LONGEST_NUMBER,
        ),
        _place_input(agenda, position, given),
        actions=[
            button(say("agenda.btn.save"), edited, style="positive"),
            *_moves(agenda, edited),
            _removal(edited) if item.standing is None else None,
            button(say("agenda.btn.back"), EditAgenda(forum=agenda.forum, meeting=agenda.meeting), checks_inputs=False),
        ],
        speak=title,
    )


def _line(agenda: Agenda, item: AgendaItem, place: int, room: Room) -> Json:
    opening = OpenItem(forum=agenda.forum, meeting=agenda.meeting, position=place)
    opened = buttons(button(say("agenda.btn.item_edit", punkt=place), opening))
    if is_crowded(room):
        return group(text(f"{place}. {item.content.title[: room.text // 3]}…"), opened)
    words = f"{place}. {room.cut(item.content.title)} ({duration(item.content.duration)})"
    return row((text(words), "stretch"), (opened, "auto"))


def _texts(item: AgendaItem, given: EditItem) -> tuple[Json, ...]:
    content = item.content
    amount = "" if content.amount is None else money(content.amount)
    return (
        text_input(
            "title",
            say("proposal.field.title"),
            value=_typed(given.title, content.title),
            most=LONGEST_TITLE,
            required=say("error.missing_field", felt=say("proposal.field.title")),
        ),
        text_input(
            "recommendation",
            say("proposal.field.recommendation"),
            value=_typed(given.recommendation, content.recommendation),
            most=LONGEST_RECOMMENDATION,
            multiline=True,
        ),
        text_input("amount", say("proposal.field.amount"), value=_typed(given.amount, amount), most=_LONGEST_NUMBER),
    )


def _typed(given: str | None, stored: str) -> str:
    return stored if given is None else given


def _minutes(item: AgendaItem) -> str:
    return str(int(item.content.duration.total_seconds()) // 60)


def _place_input(agenda: Agenda, position: int, given: EditItem) -> Json | None:
    free = places(agenda)
    if position not in free:
        return None
    return choice_input(
        "to",
        say("agenda.field.place"),
        {str(place): str(place) for place in free},
        value=_typed(given.to, str(position)),
    )


def _moves(agenda: Agenda, edited: EditItem) -> list[Json]:
    free = places(agenda)
    steps = {"agenda.btn.up": edited.position - 1, "agenda.btn.down": edited.position + 1}
    return [
        button(say(key), MoveItem(**_same_item(edited), to=str(to)), checks_inputs=False)
        for key, to in steps.items()
        if edited.position in free and to in free
    ]


def _removal(edited: EditItem) -> Json:
    removal = RemoveItem(**_same_item(edited))
    return button(say("agenda.btn.remove"), removal, style="destructive", checks_inputs=False)


def _same_item(edited: EditItem) -> dict[str, Any]:
    return {name: getattr(edited, name) for name in ("forum", "meeting", "position", "revision")}
