"""What people type about other bodies' meetings; see bot/usecases/phrases.py."""

import re

from bot.domain.external.actions import (
    AnswerInput,
    CancelExternal,
    ChangeExternal,
    EditJoint,
    OpenExternal,
    OpenExternalForm,
    OpenJointText,
    RegisterExternal,
    SendJoint,
    ShowExternal,
    ShowExternals,
    ShowJoint,
)
from bot.domain.external.state import Position
from bot.usecases.phrases import CommandPhrases, Filled, QueryPhrases

_DAY = re.compile(r"[0-9]{1,2}(?:\s*[/.]\s*[0-9]|\.\s+[^\W\d])")


_OF_ANOTHER = re.compile(r"\b(?:er|ikke|ej|flyttet|aflyst)\b", re.IGNORECASE)


def _registered(got: Filled) -> RegisterExternal | OpenExternalForm:
    """What says a day is registered; what does not, or tells what became of one, only opens the form, filled in."""
    is_plain = _DAY.search(got.tail) and not _OF_ANOTHER.search(got.tail)
    return RegisterExternal(words=got.tail) if is_plain else OpenExternalForm(words=got.tail)


def _number(got: Filled) -> int | None:
    return got.number if got.numbers else None


def _nth(got: Filled) -> int:
    """The second number: an item's place."""
    return got.numbers[1] if len(got.numbers) > 1 else 0


def _lines(got: Filled) -> str:
    return "\n".join(each.strip() for each in got.words.replace("\n", ";").split(";"))


def _answer(got: Filled, position: Position) -> AnswerInput:
    limits = got.words if position is Position.MANDATE else ""
    words = "" if position is Position.MANDATE else got.words
    return AnswerInput(number=_number(got), year=got.year, nth=_nth(got), position=position, words=words, limits=limits)


PHRASES = (
    QueryPhrases(
        "[vis/se] [kommende] eksterne møder | [vis/se] møder i andre fora | hvilke eksterne møder er der",
        lambda got: ShowExternals(),
    ),
    QueryPhrases("[nyt/registrer] eksternt møde | registrer et eksternt møde", lambda got: OpenExternalForm()),
    QueryPhrases(
        "[vis/se] eksternt møde {nr} | [vis/se] fælles input | [vis/se] fælles input {nr}"
        " | hvem mangler at svare på eksternt møde {nr} | hvem mangler at svare på fælles input",
        lambda got: ShowExternal(number=_number(got), year=got.year),
    ),
    QueryPhrases(
        "ret eksternt møde | ret eksternt møde {nr}", lambda got: OpenExternal(number=_number(got), year=got.year)
    ),
    QueryPhrases(
        "[vis/se] fælles tekst | [vis/se] fælles tekst {nr} | [vis/se] talepapir | [vis/se] talepapir {nr}"
        " | [vis/se] fælles tekst {nr} punkt {n} | [vis/se] talepapir {nr} punkt {n}",
        lambda got: ShowJoint(number=_number(got), year=got.year, nth=_nth(got)),
    ),
    CommandPhrases("eksternt møde {ord} | nyt eksternt møde {ord} | registrer eksternt møde {ord}", _registered),
    QueryPhrases("ret fælles tekst {nr}", lambda got: OpenJointText(number=got.number, year=got.year)),
    CommandPhrases("eksternt møde: | nyt/registrer eksternt møde:", lambda got: RegisterExternal(words=got.words)),
    CommandPhrases(
        "flyt eksternt møde {nr} til {dag} | eksternt møde {nr} er flyttet til {dag} | flyt eksternt møde til {dag}",
        lambda got: ChangeExternal(number=_number(got), year=got.year, day=got.tail),
    ),
    CommandPhrases(
        "punkter til eksternt møde {nr}:",
        lambda got: ChangeExternal(number=got.number, year=got.year, items=_lines(got)),
    ),
    CommandPhrases("eksternt møde {nr} holdes alligevel", lambda got: ChangeExternal(number=got.number, year=got.year)),
    CommandPhrases(
        "aflys eksternt møde {nr} | eksternt møde {nr} er aflyst",
        lambda got: CancelExternal(number=got.number, year=got.year),
    ),
    CommandPhrases(
        "enig i eksternt møde {nr} | enig i eksternt møde {nr} punkt {n} | enig i fælles input"
        " | enig i eksternt møde {nr}: | enig i eksternt møde {nr} punkt {n}: | enig i fælles input:"
        " | vi er enige i eksternt møde {nr} | vi er enige i eksternt møde {nr} punkt {n}"
        " | vi er enige [i] [det] [fælles] [input]",
        lambda got: _answer(got, Position.AGREE),
    ),
    CommandPhrases(
        "vi er enige i punkt {n}", lambda got: AnswerInput(number=None, nth=got.number, position=Position.AGREE)
    ),
    CommandPhrases(
        "bemærkning til eksternt møde {nr}: | bemærkning til eksternt møde {nr} punkt {n}:"
        " | bemærkning til fælles input:",
        lambda got: _answer(got, Position.REMARK),
    ),
    CommandPhrases(
        "mandat til eksternt møde {nr}:? | mandat til eksternt møde {nr} punkt {n}:? | mandat til fælles input:?",
        lambda got: _answer(got, Position.MANDATE),
    ),
    CommandPhrases(
        "[ret] fælles tekst {nr} punkt {n}: | [ret] fælles tekst {nr}:",
        lambda got: EditJoint(number=got.number, year=got.year, nth=_nth(got), words=got.words),
    ),
    CommandPhrases(
        "marker fælles input {nr} som afsendt/sendt | fælles input {nr} er afsendt/sendt"
        " | marker fælles input som afsendt/sendt",
        lambda got: SendJoint(number=_number(got), year=got.year),
    ),
)
