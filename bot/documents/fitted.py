"""A document whose every word has been made fit for a format, and which points nowhere but over https."""

from collections.abc import Callable
from dataclasses import replace

from bot.documents.text import clean, is_safe, one_line
from bot.domain.documents.blocks import (
    Block,
    Bullets,
    Document,
    Enclosed,
    Facts,
    Grid,
    Heading,
    Paragraph,
    Run,
    Seal,
)

Fit = Callable[[str], str]
"""How a format writes a text that holds no control characters any more."""


def fitted(document: Document, fit: Fit) -> Document:
    """The same document in texts that the format can hold."""

    def line(text: str) -> str:
        return fit(one_line(text))

    return replace(
        document,
        title=line(document.title),
        author=line(document.author),
        subject=line(document.subject),
        header=line(document.header),
        page_words=line(document.page_words),
        keywords=tuple(map(line, document.keywords)),
        blocks=tuple(_block(each, fit) for each in document.blocks),
        seal=_seal(document.seal, fit),
        enclosed=tuple(_enclosed(each, fit) for each in document.enclosed),
    )


def _block(block: Block, fit: Fit) -> Block:
    match block:
        case Heading():
            return replace(block, text=fit(one_line(block.text)))
        case Paragraph():
            return replace(block, runs=tuple(_run(each, fit) for each in block.runs))
        case Facts():
            return Facts(tuple((fit(clean(term)), fit(clean(said))) for term, said in block.rows))
        case Bullets():
            return Bullets(_texts(block.items, fit))
        case Grid():
            rows = tuple(_texts(row, fit) for row in block.rows)
            return Grid(fit(one_line(block.caption)), _texts(block.header, fit), rows)


def _texts(texts: tuple[str, ...], fit: Fit) -> tuple[str, ...]:
    return tuple(fit(clean(each)) for each in texts)


def _run(run: Run, fit: Fit) -> Run:
    return replace(run, text=fit(clean(run.text)), link=run.link if is_safe(run.link) else None)


def _seal(seal: Seal, fit: Fit) -> Seal:
    """An address that is none is still read, as a line like the others."""
    if seal.address is None or is_safe(seal.address):
        return replace(seal, lines=_texts(seal.lines, fit), address_words=fit(one_line(seal.address_words)))
    return Seal(lines=_texts((*seal.lines, seal.address), fit))


def _enclosed(each: Enclosed, fit: Fit) -> Enclosed:
    return replace(each, name=fit(one_line(each.name)), description=fit(one_line(each.description)))
