"""What people type about the agenda's draft; see bot/usecases/phrases.py."""

from collections.abc import Callable

from bot.domain.agenda.actions import (
    AddItem,
    EditAgenda,
    EditItem,
    MoveItem,
    OpenItem,
    OpenNewItem,
    Part,
    RemoveItem,
    RestoreItem,
    ShowAgenda,
)
from bot.domain.kernel.danish import bare
from bot.usecases.phrases import CommandPhrases, Filled, QueryPhrases, is_length
from cards.kit.words import say
from cards.proposals.view import ITEM_KINDS

_KINDS = {bare(say(key)): kind.value for kind, key in ITEM_KINDS.items()}
_PARTS = {"case_description": Part.CASE, "duration": Part.FRAME, "links": Part.FRAME}
_LONGEST_KIND = 40  # characters


def _texts(field: str) -> Callable[[Filled], EditItem]:
    return lambda got: _edit(got, field, got.words)


def _without(field: str) -> Callable[[Filled], EditItem]:
    return lambda got: _edit(got, field, "")


def _edit(got: Filled, field: str, words: str) -> EditItem:
    """What was typed for one field; refused, it comes back in the form that has it."""
    part = _PARTS.get(field, Part.TEXTS)
    return EditItem(position=got.number, part=part, **{field: words})  # type: ignore[arg-type]  # a text field


def _closed(got: Filled, is_closed: bool) -> EditItem:
    return EditItem(position=got.number, part=Part.FRAME, is_closed=is_closed)


def _on_funds(got: Filled, on_funds: bool) -> EditItem:
    return EditItem(position=got.number, on_funds=on_funds)


def _kind(got: Filled) -> EditItem:
    words = got.words.rstrip(" .!")
    typed = bare(words) if len(words) <= _LONGEST_KIND else ""
    return EditItem(position=got.number, kind=_KINDS.get(typed, words))


def _new(got: Filled) -> AddItem:
    """The title, and behind a last comma or in brackets at the end how long it takes."""
    title, comma, length = got.words.rstrip(" .").rpartition(",")
    if not comma:
        title, _, length = got.words.rstrip(" .)").rpartition("(")
    if title.strip() and is_length(length):
        return AddItem(title=title.strip(), duration=length.strip())
    return AddItem(title=got.words)


PHRASES = (
    QueryPhrases(
        "[vis/se] [hele] dagsorden/dagsordenen/dagsordener/agenda [for/til] [mødet]"
        " | [vis/se] dagsorden/dagsordenen/agenda [for/til] [mødet] {dag}",
        lambda got: ShowAgenda(meeting=got.tail or None),
    ),
    QueryPhrases("ret/rediger/edit dagsorden/dagsordenen/agenda", lambda got: EditAgenda()),
    QueryPhrases("[ret/vis/se] punkt {n}", lambda got: OpenItem(position=got.number)),
    QueryPhrases("[ret/vis/se] punkt {n} sagsfremstilling", lambda got: OpenItem(position=got.number, part=Part.CASE)),
    QueryPhrases("[ret/vis/se] punkt {n} tid/plads", lambda got: OpenItem(position=got.number, part=Part.FRAME)),
    QueryPhrases("nyt punkt | tilføj punkt", lambda got: OpenNewItem()),
    CommandPhrases(
        "flyt/move punkt/item {n} til/to [plads] {plads}",
        lambda got: MoveItem(position=got.number, to=str(got.numbers[1])),
    ),
    CommandPhrases("punkt {n} {tid}", lambda got: _edit(got, "duration", got.tail)),
    CommandPhrases("punkt {n} tid/varighed:", _texts("duration")),
    CommandPhrases("punkt {n} titel/overskrift:", _texts("title")),
    CommandPhrases("punkt {n} sagstype/type:", _kind),
    CommandPhrases("punkt {n} resumé:", _texts("summary")),
    CommandPhrases("punkt {n} sagsfremstilling:", _texts("case_description")),
    CommandPhrases("punkt {n} indstilling:", _texts("recommendation")),
    CommandPhrases("punkt {n} økonomi:", _texts("financial_note")),
    CommandPhrases("punkt {n} beløb:", _texts("amount")),
    CommandPhrases("punkt {n} bilag/links:", _texts("links")),
    CommandPhrases("punkt {n} uden resumé", _without("summary")),
    CommandPhrases("punkt {n} uden sagsfremstilling", _without("case_description")),
    CommandPhrases("punkt {n} uden indstilling", _without("recommendation")),
    CommandPhrases("punkt {n} uden økonomi", _without("financial_note")),
    CommandPhrases("punkt {n} uden beløb", _without("amount")),
    CommandPhrases("punkt {n} [er] [til/om] fælles midler/klyngemidler", lambda got: _on_funds(got, True)),
    CommandPhrases("punkt {n} uden fælles midler/klyngemidler", lambda got: _on_funds(got, False)),
    CommandPhrases("punkt {n} uden bilag/links", _without("links")),
    CommandPhrases("punkt {n} lukket | luk punkt {n}", lambda got: _closed(got, True)),
    CommandPhrases("punkt {n} åben/åbent | åbn punkt {n}", lambda got: _closed(got, False)),
    CommandPhrases("fjern/slet/remove punkt/item {n}:?", lambda got: RemoveItem(position=got.number, words=got.words)),
    CommandPhrases("sæt [det] [fjernede] punkt/punktet på igen | fortryd fjern/fjernelse", lambda got: RestoreItem()),
    CommandPhrases("tilføj/nyt punkt: | add item:", _new),
)
