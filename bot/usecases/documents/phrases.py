"""What people type for papers as files; see bot/usecases/phrases.py."""

from collections.abc import Callable, Iterator

from bot.domain.documents.actions import FileKind, OpenDocument, ShowDocuments
from bot.domain.documents.state import Kind
from bot.usecases.phrases import Filled, QueryPhrases

_FILES = (("", None), ("som pdf", FileKind.PDF), ("som word/docx", FileKind.WORD))
_OF_MEETING = (
    ("dagsorden/dagsordenen", Kind.AGENDA),
    ("referat/referatet", Kind.MINUTES),
    ("tillægsdagsorden/tillægsdagsordenen", Kind.SUPPLEMENT),
    ("godkendelsesark/godkendelsesarket", Kind.APPROVAL_SHEET),
)
_OF_YEAR = (("årsstatus", Kind.STATUS), ("årsopgørelse/årsopgørelsen", Kind.FUNDS))


def _of_meeting(paper: Kind, file: FileKind | None) -> Callable[[Filled], OpenDocument]:
    return lambda got: OpenDocument(paper=paper, file=file, meeting=got.tail or None)


def _of_year(paper: Kind, file: FileKind | None) -> Callable[[Filled], OpenDocument]:
    return lambda got: OpenDocument(paper=paper, file=file, year=got.number if got.numbers else None)


def _phrases() -> Iterator[QueryPhrases]:
    """Every paper as each sort of file, and without one, of a meeting that is named or not."""
    for suffix, file in _FILES:
        for name, paper in _OF_MEETING:
            of_day = "[fra/til/for] [mødet] {dag}"
            asked = f"hent {name} {suffix} | hent {name} {suffix} {of_day}"
            later = f" | hent {name} {of_day} {suffix}" if suffix else ""
            yield QueryPhrases(asked + later, _of_meeting(paper, file))
        for name, paper in _OF_YEAR:
            yield QueryPhrases(f"hent {name} {suffix} | hent {name} {{n}} {suffix}", _of_year(paper, file))
        yield QueryPhrases(f"hent tillægsdagsorden {{n}} {suffix}", _supplement(file))
        yield QueryPhrases(f"hent punkt {{n}} {suffix} | hent udskrift af punkt {{n}} {suffix}", _extract(file))


def _supplement(file: FileKind | None) -> Callable[[Filled], OpenDocument]:
    return lambda got: OpenDocument(paper=Kind.SUPPLEMENT, file=file, supplement=got.number)


def _extract(file: FileKind | None) -> Callable[[Filled], OpenDocument]:
    return lambda got: OpenDocument(paper=Kind.EXTRACT, file=file, position=got.number)


PHRASES = (
    QueryPhrases(
        "[vis/se] dokumenter/dokumenterne | [vis/se] dokumenter/dokumenterne [fra/til/for] [mødet] {dag} | documents",
        lambda got: ShowDocuments(meeting=got.tail or None),
    ),
    *_phrases(),
)
