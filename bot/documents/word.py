"""A document as a Word file that can be worked on: real headings, lists, links and tables, in Danish for who listens.

The same document gives the same bytes. What is enclosed in the PDF for programs is not in it.
"""

from datetime import UTC
from io import BytesIO
from itertools import count
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm

from bot.documents import qr
from bot.documents.columns import widths
from bot.documents.fitted import fitted
from bot.documents.limit import limit
from bot.documents.word_look import template
from bot.documents.word_parts import bookmark, fields, link, paragraph, runs, table
from bot.domain.documents.blocks import Block, Bullets, Document, Facts, Grid, Heading, Paragraph, Run, Seal, Tone

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_STYLES = {Tone.PLAIN: "Normal", Tone.LEAD: "Subtitle", Tone.RESOLUTION: "IntenseQuote", Tone.ASIDE: "BodyText"}
_WIDTH = 9070  # of the text, in twentieths of a point
_APART = 240  # twentieths of a point, from what is above
_LONGEST_PROPERTY = 255
_FEW = 12  # facts that stay together, and with what they tell about


def word(document: Document) -> bytes:
    """The document as a file, in a time that grows with its length; raises TooLongError."""
    limit(document)
    told = fitted(document, lambda text: text)
    made = docx.Document(BytesIO(template()))
    _describe(made, told)
    _edges(made, told)
    drawing = _Drawing(made)
    drawing.put(paragraph("Title", *runs(told.title)))
    for block in told.blocks:
        drawing.draw(block)
    drawing.seal(told.seal)
    return _packed(made, told)


class _Drawing:
    """A file that is written from its beginning to its end."""

    def __init__(self, made: Word) -> None:
        self._made = made
        self._end = made.element.body.sectPr
        self._numbers = count()
        self._links: dict[str, str] = {}

    def put(self, part: Any) -> None:
        """As the last so far."""
        self._end.addprevious(part)

    def draw(self, block: Block) -> None:
        """One block."""
        match block:
            case Heading():
                self._heading(block)
            case Paragraph(runs=parts, tone=tone):
                within = (each for run in parts for each in self._run(run))
                self.put(paragraph(_STYLES[tone], *within, before=_APART if self._is_after_table() else 0))
            case Facts(rows=rows):
                for term, said in rows:
                    parts = (*runs(term, is_strong=True), *runs("\t"), *runs(said))
                    self.put(paragraph("ListContinue", *parts, keep=len(rows) <= _FEW))
            case Bullets(items=items):
                for item in items:
                    self.put(paragraph("ListBullet", *runs(item)))
            case Grid():
                self._grid(block)

    def seal(self, seal: Seal) -> None:
        """In a box of its own, held together; the code comes last, as a picture with words."""
        if seal.address is None:
            rows = [list(runs(line)) for line in seal.lines]
        else:
            rows = [list(runs(line)) for line in seal.lines] + [[self._link(seal.address, seal.address, False)]]
            rows.append([_picture(self._made, seal.address, seal.address_words)])
        for number, row in enumerate(rows):
            self.put(paragraph("BodyText2", *row, keep=number < len(rows) - 1, before=_APART if number == 0 else 0))

    def _is_after_table(self) -> bool:
        last = self._end.getprevious()
        return last is not None and last.tag == qn("w:tbl")

    def _heading(self, block: Heading) -> None:
        words = runs(block.text)
        if not block.anchor:
            return self.put(paragraph(f"Heading{block.level}", *words))
        begins, ends = bookmark(next(self._numbers), block.anchor)
        return self.put(paragraph(f"Heading{block.level}", begins, *words, ends))

    def _run(self, run: Run) -> list[Any]:
        if run.link is None:
            return list(runs(run.text, is_strong=run.is_strong))
        return [self._link(run.link, run.text, run.is_strong)]

    def _link(self, address: str, text: str, is_strong: bool) -> Any:
        if address not in self._links:
            self._links[address] = f"link{len(self._links)}"
            rels = self._made.part.rels
            rels.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, self._links[address], is_external=True)
        return link(self._links[address], text, is_strong=is_strong)

    def _grid(self, grid: Grid) -> None:
        shares = widths(grid)
        self.put(paragraph("Caption", *runs(grid.caption)))
        self.put(table(grid.caption, grid.header, grid.rows, [_WIDTH * share // sum(shares) for share in shares]))


def _picture(made: Word, address: str, words: str) -> Any:
    """A run with the code."""
    run = made.add_paragraph().add_run()
    shape = run.add_picture(BytesIO(qr.as_png(address)), width=Cm(2.8))
    properties = shape._inline.docPr
    properties.set("descr", words)
    properties.set("name", "QR")
    around = run._r.getparent()
    around.getparent().remove(around)
    return run._r


def _describe(made: Word, told: Document) -> None:
    at = told.at.astimezone(UTC).replace(tzinfo=None)
    about = made.core_properties
    about.title, about.subject = _short(told.title), _short(told.subject)
    about.author = about.last_modified_by = _short(told.author)
    about.keywords, about.comments = _short(", ".join(told.keywords)), ""
    about.language, about.revision = "da-DK", 1
    about.created = about.modified = at


def _short(text: str) -> str:
    return text[:_LONGEST_PROPERTY]


def _edges(made: Word, told: Document) -> None:
    section = made.sections[0]
    for edge, parts in ((section.header, runs(told.header)), (section.footer, fields(told.page_words))):
        edge.is_linked_to_previous = False
        only = edge.paragraphs[0]._p
        only.extend(parts)
    section.footer.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _packed(made: Word, told: Document) -> bytes:
    """The file with the moment of the document on all that is in it, in place of the moment it was written."""
    saved, packed = BytesIO(), BytesIO()
    made.save(saved)
    moment = told.at.astimezone(UTC).timetuple()[:6]
    with ZipFile(saved) as written, ZipFile(packed, "w", ZIP_DEFLATED) as same:
        for each in written.infolist():
            same.writestr(ZipInfo(each.filename, moment), written.read(each), ZIP_DEFLATED)
    return packed.getvalue()
