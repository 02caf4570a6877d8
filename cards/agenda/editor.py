"""The secretariat's editor: the draft's items with a button each, and the word on what was just done to one of them.

Nothing is typed into either, so that no button can drop anything; the forms are in cards/agenda/item.py.
"""

from collections.abc import Iterable, Iterator, Sequence

from bot.domain.agenda.actions import AddItem, EditAgenda, MoveItem, OpenItem, OpenNewItem, RestoreItem, ShowAgenda
from bot.domain.agenda.rules import places
from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.agenda.template import Recurring
from bot.domain.kernel.meeting import Meeting
from bot.domain.referrals.actions import OpenSendOn
from cards.agenda.cards import is_crowded, is_hidden, items_counted, too_long
from cards.agenda.departure import Departed, departed_block, send_button
from cards.kit.elements import Card, Json, button, button_rows, buttons, card, done, group, heading, row, text
from cards.kit.fitting import Room, fitting, shorten
from cards.kit.words import duration, medium_date, say

_A_LINE = 100  # characters of a title


def editor(
    agenda: Agenda,
    meeting: Meeting,
    items: Sequence[AgendaItem],
    *,
    departed: Departed | None = None,
    saved: str | None = None,
    offered: Sequence[Recurring] = (),
    requirements: str | None = None,
    may_send_on: bool = False,
) -> Card:
    """The draft's items, each with its button; what was just saved stands at the buttons, below however many items.

    `offered` are items that the charter's tasks call for, `requirements` its words on what an agenda must hold.
    """
    title = say("agenda.edit.title", moede_dato=medium_date(meeting.day))

    def draw(room: Room) -> Card:
        return card(
            heading(title),
            *(_line(agenda, item, place, room) for place, item in enumerate(items, start=1)),
            too_long(items, meeting),
            departed_block(departed),
            None if requirements is None else text(say("agenda.requirements", ord=requirements), subtle=True),
            *_offers(agenda, offered),
            done(saved) if saved else None,
            actions=[send_button(departed, agenda), *_ways_on(agenda, may_send_on=may_send_on)],
            speak=f"{title}: {items_counted(items)}. {saved or ''}".strip(),
            summary=saved,
        )

    return fitting(draw)


def confirmed(
    agenda: Agenda,
    items: Sequence[AgendaItem],
    said: Sequence[str],
    *,
    departed: Departed | None = None,
    position: int | None = None,
    is_moved: bool = False,
    stood: int | None = None,
    is_done: bool = True,
) -> Card:
    """That it was done and what that means, short, with what one may want next.

    `position` is where the item stands, `stood` where one that was removed did. Where it `is_done` in another way than
    was asked for, that is plain.
    """
    here = {"forum": agenda.forum, "meeting": agenda.meeting}
    shown = position if is_moved else None
    return card(
        done(*said, tone="good" if is_done else "attention"),
        *_around(items, shown),
        actions=[
            send_button(departed, agenda),
            *_steps(agenda, shown),
            None if position is None else _opening(agenda, position),
            None if stood is None else _restoring(agenda, stood),
            button(say("agenda.btn.back"), EditAgenda(**here)),
        ],
        speak=" ".join(said),
    )


def _offers(agenda: Agenda, offered: Sequence[Recurring]) -> Iterable[Json]:
    """A button for each, which puts it on."""
    if offered:
        yield text(say("agenda.offered"))
    for each in offered:
        adding = AddItem(
            forum=agenda.forum, meeting=agenda.meeting, revision=agenda.revision, title=each.title, summary=each.words
        )
        yield from button_rows(button(say("agenda.btn.offered", titel=each.title), adding))


def _line(agenda: Agenda, item: AgendaItem, place: int, room: Room) -> Json:
    opened = buttons(_opening(agenda, place))
    if is_crowded(room):
        return group(text(f"{place}. {item.content.title[: room.text // 3]}…"), opened)
    marked = f" · {say('agenda.closed_item')}" if item.content.is_closed and not is_hidden(item.content) else ""
    words = f"{place}. {room.cut(item.content.title)} ({duration(item.content.duration)}){marked}"
    return row((text(words), "stretch"), (opened, "auto"))


def _opening(agenda: Agenda, place: int) -> Json:
    opening = OpenItem(forum=agenda.forum, meeting=agenda.meeting, position=place)
    return button(say("agenda.btn.item_edit", punkt=place), opening)


def _restoring(agenda: Agenda, stood: int | None = None) -> Json:
    """The button that puts the item back that was removed last."""
    last = agenda.removed[-1].id
    restoring = RestoreItem(forum=agenda.forum, meeting=agenda.meeting, item=last, position=stood)
    return button(say("agenda.btn.restore"), restoring)


def _steps(agenda: Agenda, position: int | None) -> Iterable[Json]:
    """The way on for what was just moved."""
    if position is None:
        return
    free = places(agenda)
    for key, to in {"agenda.btn.up": position - 1, "agenda.btn.down": position + 1}.items():
        if position in free and to in free:
            moving = MoveItem(
                forum=agenda.forum, meeting=agenda.meeting, position=position, revision=agenda.revision, to=str(to)
            )
            yield button(say(key), moving)


def _around(items: Sequence[AgendaItem], position: int | None) -> Iterable[Json]:
    """The item that was moved between those that it now stands between."""
    if position is None:
        return
    yield text(say("agenda.item.position"))
    for place in range(max(position - 1, 1), min(position + 1, len(items)) + 1):
        line = f"{place}. {shorten(items[place - 1].content.title, _A_LINE)}"
        yield text(line, bold=place == position, close=True)


def _ways_on(agenda: Agenda, *, may_send_on: bool) -> Iterator[Json]:
    """What becomes of the draft from here."""
    here = {"forum": agenda.forum, "meeting": agenda.meeting}
    yield button(say("agenda.btn.add"), OpenNewItem(**here))
    if agenda.removed:
        yield _restoring(agenda)
    yield button(say("cmd.btn.agenda"), ShowAgenda(**here))
    if may_send_on:
        yield button(say("referral.btn"), OpenSendOn(forum=agenda.forum, meeting=agenda.meeting))
