"""What people say in everyday words for papers as files; see bot/usecases/said/sayings.py."""

from bot.domain.documents.actions import OF_YEAR, FileKind, OpenDocument, ShowDocuments
from bot.domain.documents.state import Kind
from bot.domain.kernel.danish import bare
from bot.domain.saying.slots import Counted
from bot.usecases.said.pointed import item_named, numbers_of
from bot.usecases.said.sayings import Saying
from bot.usecases.said.told import Told

_READ = 2_000  # characters
_PAPERS = (
    ("tillag", Kind.SUPPLEMENT),
    ("godkendelsesark", Kind.APPROVAL_SHEET),
    ("arsstatus", Kind.STATUS),
    ("arsopgor", Kind.FUNDS),
    ("regnskab", Kind.FUNDS),
    ("referat", Kind.MINUTES),
    ("udskrift af punk", Kind.EXTRACT),
    ("dagsord", Kind.AGENDA),
)
_FILES = (("pdf", FileKind.PDF), ("word", FileKind.WORD), ("docx", FileKind.WORD))


def _paper(told: Told) -> OpenDocument:
    """The paper that is named, else the agenda."""
    sound = bare(told.said[:_READ])
    paper = next((kind for word, kind in _PAPERS if word in sound), Kind.AGENDA)
    file = next((kind for word, kind in _FILES if word in sound), None)
    if paper in OF_YEAR:
        year = next(iter(numbers_of(told, Counted.YEAR)), None)
        return OpenDocument(paper=paper, file=file, year=year)
    position = item_named(told) if paper is Kind.EXTRACT else None
    return OpenDocument(paper=paper, file=file, meeting=told.meeting, position=position)


SAYINGS: tuple[Saying, ...] = (
    Saying(
        ways="dokumenter/dokumenterne | alle papirer/papirerne/dokumenter"
        " | materialer/materialerne/materialet/materiale | mødemateriale/mødematerialet/mødematerialer"
        " | hvor finder/ligger papirer/papirerne/dokumenter/dokumenterne/materialet | mødets papirer/dokumenter"
        " | det hele samlet | alt materiale | sagsakter/akter/arkiv/arkivet | hvad findes der af papirer"
        " | filer fra mødet | papirer/dokumenter fra mødet | dokumenter/papirer sidste møde | hent det hele"
        " | hele pakken | mødepakke | hvilke dokumenter | papirer/papirerne !punkt !forslag",
        act=lambda told: ShowDocuments(meeting=told.meeting),
        means="ShowDocuments",
    ),
    Saying(
        ways="pdf | pdf dagsorden/dagsordenen/referat/referatet | som pdf/word/docx/fil | word/docx | i pdf/word"
        " | word dagsordenen/referatet | word dagsorden/referat"
        " | hent/hente/download/downloade dagsorden/dagsordenen/referat"
        " | hent/hente/download/downloade referatet/tillægsdagsorden/godkendelsesark"
        " | hent/hente/download årsstatus/årsopgørelse/årsopgørelsen/årsregnskab | print/printe/printes/udprint"
        " | udskrive/udskriv/udskrift dagsordenen/dagsorden/referatet | på papir | papirudgave/papirform"
        " | en fil med | dagsorden/dagsordenen/referat/referatet som fil/dokument/pdf/word"
        " | gem/gemme dagsordenen/referatet | printvenlig | én samlet fil/pdf | det hele pdf"
        " | vedhæftet fil dagsordenen | udskrift punkt | godkendelsesark/godkendelsesarket",
        act=_paper,
        means="OpenDocument",
    ),
)
