"""The forms for one item: its texts, its whole case, its time and place; every button carries what stands in the form.

A stored text is shown whole or, where the card cannot hold it, not at all and left as it is: never cut. What was typed
is always shown whole, even on a card that is too large then.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bot.domain.agenda.actions import AddItem, EditItem, ItemFields, Part, Then
from bot.domain.agenda.rules import places
from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals.rules import LONGEST_CASE, LONGEST_LINKS, LONGEST_NOTE, LONGEST_TEXT, LONGEST_TITLE
from bot.domain.proposals.state import Content, ItemKind
from cards.agenda.cards import is_hidden
from cards.kit.both import Clash
from cards.kit.elements import Card, Json, button, card, choice_input, done, heading, text, text_input, toggle_input
from cards.kit.fitting import fitted, shorten
from cards.kit.words import keyed, medium_date, money, say
from cards.proposals.said import said_line
from cards.proposals.view import ITEM_KINDS

_ROOM_FOR_MORE = 2  # times what may be saved: what is too long comes back, and can be shortened
_SHORT = 60  # characters of an amount, a time
_A_HEADING = 100
_KINDS = {kind.value: say(key) for kind, key in ITEM_KINDS.items()}
_PARTS = keyed(Part, "agenda.btn.part")
_STEPS = {"agenda.btn.up": Then.UP, "agenda.btn.down": Then.DOWN}
_OTHER_PARTS = {Part.TEXTS: (Part.CASE, Part.FRAME), Part.CASE: (Part.TEXTS, Part.FRAME), Part.FRAME: (Part.TEXTS,)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Field:
    """A text field: its label, and the characters that may be saved."""

    name: str
    label: str
    most: int
    is_long: bool = True
    is_required: bool = False

    def drawn(self, value: str) -> Json:
        """The input with that in it, whole, however long it is."""
        missing = say("error.missing_field", felt=say(self.label)) if self.is_required else None
        drawn = text_input(self.name, say(self.label), value=value, multiline=self.is_long, required=missing)
        return drawn | {"maxLength": self.most * _ROOM_FOR_MORE}


_TITLE = _Field(name="title", label="proposal.field.title", most=LONGEST_TITLE, is_long=False, is_required=True)
_DURATION = _Field(name="duration", label="proposal.field.minutes_needed", most=_SHORT, is_long=False)
_TEXTS = (
    _TITLE,
    _Field(name="summary", label="agenda.field.summary", most=LONGEST_TEXT),
    _Field(name="recommendation", label="agenda.field.recommendation", most=LONGEST_TEXT),
    _Field(name="financial_note", label="proposal.field.economy", most=LONGEST_NOTE),
    _Field(name="amount", label="agenda.field.amount", most=_SHORT, is_long=False),
)
_FIELDS: Mapping[Part, tuple[_Field, ...]] = {
    Part.TEXTS: _TEXTS,
    Part.CASE: (_Field(name="case_description", label="agenda.field.case", most=LONGEST_CASE),),
    Part.FRAME: (_DURATION, _Field(name="links", label="agenda.field.links", most=LONGEST_LINKS)),
}


def item_form(
    agenda: Agenda,
    item: AgendaItem,
    position: int,
    *,
    part: Part = Part.TEXTS,
    typed: EditItem | None = None,
    saved: str | None = None,
) -> Card:
    """One part of the item; of a closed one that may not be shown here, only its time and place can be changed.

    `typed` is what was refused, `saved` what was just done.
    """
    is_closed = is_hidden(item.content)
    shown = Part.FRAME if is_closed else part
    here = replace(_editing(agenda, position), item=item.id, part=shown)
    title = say("agenda.item.title", punkt=position, titel=shorten(item.content.title, _A_HEADING))
    values = _values(item.content, typed)
    fields = [each for each in _FIELDS[shown] if not is_closed or each is _DURATION]

    stored = [each for each in fields if typed is None or getattr(typed, each.name) is None]

    def draw(left_out: int) -> Card:
        drawn = _without_largest(fields, stored, values, left_out)
        saving = replace(here, shown=tuple(each.name for each in drawn))
        return card(
            heading(title),
            text(say("agenda.item.hidden"), subtle=True) if is_closed else None,
            _said(item.content) if shown is Part.TEXTS else None,
            *_inputs(fields, drawn, values, _choices(agenda, item, shown, position, typed)),
            done(saved) if saved else None,
            actions=_buttons(agenda, item, saving),
            speak=f"{title}. {saved or ''}".strip(),
        )

    return fitted(draw, range(len(stored) + 1))


def _said(content: Content) -> Json | None:
    """What its proposer chose because the charter asks; it is changed on the proposal."""
    words = said_line(content)
    return None if words is None else text(words, subtle=True)


def new_item(agenda: Agenda, meeting: Meeting, *, typed: ItemFields | None = None) -> Card:
    """The form for a new item; `typed` is what was refused."""
    given = typed or AddItem()
    adding = AddItem(forum=agenda.forum, meeting=agenda.meeting, revision=agenda.revision)
    title = say("agenda.item.new", moede_dato=medium_date(meeting.day))
    fields = [*_TEXTS, _Field(name="duration", label="agenda.field.duration", most=_SHORT, is_long=False)]
    values = {each.name: getattr(given, each.name) or "" for each in fields}
    kind = _kind_input(given.kind or ItemKind.DISCUSSION.value)
    return card(
        heading(title),
        *_inputs(fields, fields, values, [kind]),
        actions=[
            button(say("agenda.btn.add"), adding, style="positive"),
            button(say("agenda.btn.back"), replace(adding, then=Then.BACK)),
        ],
        speak=title,
    )


def clashes(item: AgendaItem, typed: EditItem) -> list[Clash]:
    """What stands by now in each text that was typed, beside it; nothing of what may not be shown here."""
    if is_hidden(item.content):
        return []
    now, mine = _values(item.content, None), _values(item.content, typed)
    every = {each.name: say(each.label) for fields in _FIELDS.values() for each in fields}
    return [Clash(label, now[name], mine[name]) for name, label in every.items() if getattr(typed, name) is not None]


def unsaved(typed: ItemFields) -> Card:
    """What was typed too late to be saved, to be taken elsewhere."""
    title = say("agenda.unsaved.title")
    written = [(each, getattr(typed, each.name)) for fields in _FIELDS.values() for each in fields]
    kept = [(each, words) for each, words in written if words]
    blocks = [block for each, words in kept for block in (text(say(each.label), bold=True), text(words, close=True))]
    return card(heading(title), *blocks, speak=title)


def _editing(agenda: Agenda, position: int) -> EditItem:
    return EditItem(forum=agenda.forum, meeting=agenda.meeting, position=position, revision=agenda.revision)


def _values(content: Content, typed: ItemFields | None) -> dict[str, str]:
    """What stands in each field: what was typed, else what is stored."""
    stored = {
        "title": content.title,
        "summary": content.summary,
        "case_description": content.case_description,
        "recommendation": content.recommendation,
        "financial_note": content.financial_note,
        "amount": "" if content.amount is None else money(content.amount),
        "duration": str(int(content.duration.total_seconds()) // 60),
        "links": "\n".join(content.links),
    }
    given = {name: None if typed is None else getattr(typed, name) for name in stored}
    return {name: stored[name] if words is None else words for name, words in given.items()}


def _without_largest(
    fields: list[_Field], stored: list[_Field], values: Mapping[str, str], left_out: int
) -> list[_Field]:
    """The fields but for so many of the stored ones, those that take most room first."""
    by_size = sorted(stored, key=lambda each: len(json.dumps(values[each.name], ensure_ascii=False).encode()))
    dropped = by_size[len(stored) - left_out :]
    return [each for each in fields if each not in dropped]


def _inputs(
    fields: list[_Field], drawn: list[_Field], values: Mapping[str, str], choices: list[Json]
) -> Iterator[Json]:
    """The fields with what stands in them, a word for each that the card cannot hold, and the choices after the first.

    The first field is the one to begin with, on a phone too.
    """
    for number, each in enumerate(fields):
        if each in drawn:
            yield each.drawn(values[each.name])
        else:
            yield text(say("agenda.item.not_here", felt=say(each.label)))
        if number == 0:
            yield from choices


def _choices(agenda: Agenda, item: AgendaItem, part: Part, position: int, typed: EditItem | None) -> list[Json]:
    given = typed or EditItem(position=position)
    if part is Part.TEXTS:
        return [] if item.standing else [_kind_input(given.kind or item.content.kind.value)]
    if part is Part.CASE:
        return []
    place = _place_input(agenda, position, given)
    is_closed = item.content.is_closed if given.is_closed is None else given.is_closed
    toggle = toggle_input("is_closed", say("agenda.field.closed"), say("agenda.field.closed.help"), value=is_closed)
    may_close = item.standing is None and not is_hidden(item.content)
    return [*([place] if place else []), *([toggle] if may_close else [])]


def _kind_input(value: str) -> Json:
    return choice_input("kind", say("proposal.field.type"), _KINDS, value=value)


def _place_input(agenda: Agenda, position: int, given: EditItem) -> Json | None:
    free = places(agenda)
    if position not in free:
        return None
    chosen = str(position) if given.to is None else given.to
    return choice_input("to", say("agenda.field.place"), {str(place): str(place) for place in free}, value=chosen)


def _buttons(agenda: Agenda, item: AgendaItem, saving: EditItem) -> list[Json | None]:
    """At most six, which is what Teams shows; each saves what stands in the form before it does what it says."""
    is_case = saving.part is Part.CASE
    others = () if is_hidden(item.content) else _OTHER_PARTS[saving.part]
    return [
        button(say("agenda.btn.save"), saving, style="positive"),
        *(button(say(_PARTS[part]), replace(saving, then=Then(part))) for part in others),
        *(() if is_case else _moves(agenda, saving)),
        _removal(saving) if item.standing is None and saving.part is Part.FRAME else None,
        button(say("agenda.btn.back"), replace(saving, then=Then.BACK)),
    ]


def _moves(agenda: Agenda, saving: EditItem) -> Iterator[Json]:
    free = places(agenda)
    steps = {Then.UP: saving.position - 1, Then.DOWN: saving.position + 1}
    for key, then in _STEPS.items():
        if saving.position in free and steps[then] in free:
            yield button(say(key), replace(saving, then=then))


def _removal(saving: EditItem) -> Json:
    return button(say("agenda.btn.remove"), replace(saving, then=Then.REMOVE), style="destructive")
