"""Which paper somebody wants as a file, and as which, in their own words."""

import re

from bot.domain.documents.actions import OF_YEAR, FileKind, OpenDocument
from bot.domain.documents.state import Kind
from bot.domain.minutes.actions import ShowMinutes
from bot.domain.saying.slots import Counted
from bot.usecases.said.pointed import item_named, numbers_of
from bot.usecases.said.told import Told

_SUPPLEMENT = re.compile(r"\btill[a-z]*g(?:et)? (?:nr\.? ?)?(?P<number>[1-9][0-9]?)(?![0-9])")
_PAPERS = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (r"\btillag", Kind.SUPPLEMENT),
        (r"godkendelsesark", Kind.APPROVAL_SHEET),
        (r"arsstatus", Kind.STATUS),
        (r"arsopgor|regnskab|klyngemid", Kind.FUNDS),
        (r"\budtra[ek]+|ekstrakt|protokoludskrift|udskrift(?:en)? af (?:\w+ )?(?:punk|pkt|beslut)", Kind.EXTRACT),
        (r"\b\w{0,20}re(?:f|ff|fa)er?a?[rt]{0,2}at|\brefarat|\bref\b\.?|\breff\b|\bbeslutningsark", Kind.MINUTES),
        (r"\bdagsord", Kind.AGENDA),
        (r"(?<!til )godkendelse", Kind.APPROVAL_SHEET),
        (r"\bhvem (?:\w+ ){0,2}(?:godkendt|svaret|skrevet under)", Kind.APPROVAL_SHEET),
    )
)
_SIGNED_BY = re.compile(r"(?<!til )\bgodkendelse(?:n|rne|sark)|\bhvem (?:\w+ ){0,2}(?:godkendt|svaret|skrevet under)")
_PART = re.compile(r"\b(?:bare|kun|alene)\b|\bbeslut|\bvedt(?:og|aget)|\bsagt ja|\bsort pa hvidt|\budskrift")
_FILES = (
    ("pdf", FileKind.PDF),
    ("pfd", FileKind.PDF),
    ("print", FileKind.PDF),
    ("word", FileKind.WORD),
    ("docx", FileKind.WORD),
)
_DENIED = re.compile(r"\bikke (?:\w+ ){0,3}?(?:pdf|word|docx)")


def paper(told: Told) -> OpenDocument:
    """The paper that is named or was shown, else an extract of the item that is, else what left last."""
    sound = told.sound
    kind = _kind(told, sound)
    file = _file(sound)
    if kind in OF_YEAR:
        year = next(iter(numbers_of(told, Counted.YEAR)), None)
        return OpenDocument(paper=kind, file=file, year=year)
    numbered = _SUPPLEMENT.search(sound) if kind is Kind.SUPPLEMENT else None
    return OpenDocument(
        paper=kind,
        file=file,
        meeting=told.meeting,
        version=next(iter(numbers_of(told, Counted.VERSION)), None) if kind is Kind.AGENDA else None,
        supplement=None if numbered is None else int(numbered["number"]),
        position=_item(told) if kind is Kind.EXTRACT else None,
    )


def _kind(told: Told, sound: str) -> Kind:
    named = next((kind for pattern, kind in _PAPERS if pattern.search(sound)), None)
    if named is Kind.AGENDA and _SIGNED_BY.search(sound):
        return Kind.APPROVAL_SHEET
    if named is not None:
        return named
    if _item(told) is not None and (told.moment.held_items or _PART.search(sound)):
        return Kind.EXTRACT
    return Kind.MINUTES if isinstance(told.moment.talk.shown, ShowMinutes) else Kind.AGENDA


def _item(told: Told) -> int | None:
    """Of what was held, where something was; else of the agenda in hand."""
    numbered = next(iter(numbers_of(told, Counted.ITEM)), None)
    return numbered or (told.held_item if told.moment.held_items else item_named(told))


def _file(sound: str) -> FileKind | None:
    """The one that is named and not turned down."""
    wanted = _DENIED.sub("", sound)
    return next((kind for word, kind in _FILES if word in wanted), None)
