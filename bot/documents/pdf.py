"""A document as one PDF for reader, archive and machine: PDF/UA-1 and PDF/A-3a at once, and the same bytes each time.

What people wrote is given to typst as data, never as its language; the page itself is `page.typ`. Nothing is fetched,
and the fonts are those that typst carries, so that every machine draws the same.
"""

import json
from time import monotonic
from typing import Any

from bot.documents import qr
from bot.documents.apart import NoFontError, drawn
from bot.documents.columns import narrow, widths
from bot.documents.fitted import Fit, fitted
from bot.documents.glyphs import plain, shown
from bot.documents.limit import WITHIN, limit
from bot.documents.text import breakable
from bot.domain.documents.blocks import Block, Bullets, Document, Facts, Grid, Heading, Paragraph, Run, Seal

MEDIA_TYPE = "application/pdf"


def pdf(document: Document, *, within: float = WITHIN) -> bytes:
    """The document as a file, made within so many seconds; raises TooLongError and TooHeavyError.

    To be called in a thread: it waits for a process that draws.
    """
    until = monotonic() + within
    try:
        return _drawn(document, lambda text: breakable(_spaced(shown(text))), until)
    except NoFontError:  # marks on letters in a number that no font sets
        return _drawn(document, lambda text: breakable(_spaced(plain(text))), until)


def _spaced(text: str) -> str:
    """Tabs as the space that typst would leave out."""
    return text.replace("\t", "\u2003")


def _drawn(document: Document, fit: Fit, until: float) -> bytes:
    told = fitted(document, fit)
    limit(told)  # as long as it is on paper, where one sign may be told in words
    return drawn(told.title, inputs(told), int(told.at.timestamp()), within=max(0.0, until - monotonic()))


def inputs(document: Document) -> dict[str, str]:
    """All that typst is given beside the page, as texts."""
    enclosed = {f"enclosed-{number}": each for number, each in enumerate(document.enclosed)}
    told = {
        "title": document.title,
        "author": document.author,
        "subject": document.subject,
        "header": document.header,
        "page_words": document.page_words,
        "keywords": document.keywords,
        "blocks": [_block(each) for each in document.blocks],
        "seal": _seal(document.seal),
        "enclosed": [
            {"file": file, "name": each.name, "media_type": each.media_type, "description": each.description}
            for file, each in enclosed.items()
        ],
    }
    files_enclosed = {file: each.data.decode() for file, each in enclosed.items()}
    return {"document": json.dumps(told, ensure_ascii=False)} | files_enclosed


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading(level=level, text=text, anchor=anchor):
            return {"kind": "heading", "level": level, "text": text, "anchor": anchor}
        case Paragraph(runs=runs, tone=tone):
            return {"kind": "paragraph", "tone": tone.value, "runs": [_run(each) for each in runs]}
        case Facts(rows=rows):
            return {"kind": "facts", "rows": rows}
        case Bullets(items=items):
            return {"kind": "bullets", "items": items}
        case Grid(caption=caption, header=header, rows=rows):
            table = {"caption": caption, "header": header, "rows": rows}
            return {"kind": "grid", "widths": widths(block), "narrow": narrow(block)} | table


def _run(run: Run) -> dict[str, Any]:
    return {"text": run.text, "strong": run.is_strong, "link": run.link}


def _seal(seal: Seal) -> dict[str, Any]:
    code = qr.as_svg(seal.address) if seal.address is not None else None
    return {"lines": seal.lines, "address": seal.address, "qr": code, "words": seal.address_words}
