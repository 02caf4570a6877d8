"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.agenda.actions import (
    AddItem,
    EditAgenda,
    EditItem,
    FormFields,
    ItemFields,
    MoveItem,
    OpenItem,
    OpenNewItem,
    Part,
    RemoveItem,
    RestoreItem,
    ShowAgenda,
)
from bot.domain.kernel.action import Action
from cards.kit.naming import Naming, Title
from cards.kit.titled import LONGEST_WORDS, item_title, of_kind, quoted, short_name, titled, where
from cards.kit.words import listing, say

_PLACE = 12  # characters
_FIELDS: Mapping[str, str] = {
    "title": "click.agenda.field.title",
    "kind": "click.agenda.field.kind",
    "duration": "click.agenda.field.duration",
    "summary": "click.agenda.field.summary",
    "case_description": "click.agenda.field.case",
    "recommendation": "click.agenda.field.recommendation",
    "financial_note": "click.agenda.field.economy",
    "amount": "click.agenda.field.amount",
    "links": "click.agenda.field.links",
}


def changed(action: ItemFields, naming: Naming) -> str:
    """What it changes of the item: the one field with its words, several by their names."""
    given = {name: getattr(action, name) for name in _FIELDS if getattr(action, name) is not None}
    said = [say(_FIELDS[name]) for name in given]
    if len(given) == 1:
        said = [f"{said[0]} {quoted(next(iter(given.values())))}".strip()]
    if action.is_closed is not None:
        said.append(say("click.agenda.field.closed" if action.is_closed else "click.agenda.field.open"))
    if place := getattr(action, "to", None):
        said.append(say("click.agenda.place", plads=short_name(place, _PLACE)))
    return f": {short_name(listing(said), LONGEST_WORDS)}" if said else ""


def new_title(action: ItemFields, naming: Naming) -> str:
    """What a new item is to be called."""
    return action.title or ""


def _place(action: MoveItem, naming: Naming) -> str:
    place = say("click.agenda.place", plads=short_name(action.to, _PLACE))
    return f" {say('click.to', hvad=place)}" if action.to else ""


def _edited(action: FormFields, naming: Naming) -> str:
    """Its title as it was, unless it is about to be another."""
    return "" if action.title is not None else item_title(action, naming)


TITLES: Mapping[type[Action], Title] = {
    ShowAgenda: titled("click.agenda.show"),
    EditAgenda: titled("click.agenda.edit"),
    OpenNewItem: titled("click.agenda.open_new"),
    OpenItem: of_kind(
        "part",
        {
            Part.TEXTS: titled("click.agenda.open.texts"),
            Part.CASE: titled("click.agenda.open.case"),
            Part.FRAME: titled("click.agenda.open.frame"),
        },
    ),
    AddItem: where("is_closed", titled("click.agenda.add_closed"), titled("click.agenda.add", named=new_title)),
    EditItem: titled("click.agenda.save", named=_edited, aendring=changed),
    MoveItem: titled("click.agenda.move", hertil=_place),
    RemoveItem: titled("click.agenda.remove"),
    RestoreItem: where("position", titled("click.agenda.restore"), titled("click.agenda.restore_last")),
}
