"""A document as HTML: headings that an address may point at, tables that a small screen can scroll, and no script."""

from collections.abc import Iterable, Iterator, Mapping

from markupsafe import Markup

from bot.domain.documents.blocks import Block, Bullets, Document, Facts, Grid, Heading, Paragraph, Run, Seal, Tone
from cards.html.markup import join, tag

_NOTHING: Mapping[str, str] = {}
_UNSEEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)))


def html_of(document: Document) -> Markup:
    """All that the document says below its title, with what proves it last."""
    return join((html_of_blocks(document.blocks), sealed(document.seal)))


def alone(document: Document) -> str:
    """The document as a page of its own that needs nothing beside it."""
    head = tag("head", tag("meta", charset="utf-8"), tag("title", clean(document.title)))
    return str(join((Markup("<!doctype html>\n"), tag("html", head, tag("body", html_of(document)), lang="da"))))


def html_of_blocks(blocks: Iterable[Block], links: Mapping[str, str] = _NOTHING) -> Markup:
    """These of its blocks, in order, below the page's own heading; one whose anchor is in `links` leads there."""
    return join(_block(each, links) for each in blocks)


def sealed(seal: Seal) -> Markup:
    """Which version it is, and where anybody can ask."""
    lines = [tag("p", lined(each)) for each in seal.lines]
    if seal.address is not None:
        words = seal.address_words or seal.address
        lines.append(tag("p", tag("a", words, href=seal.address) if is_followed(seal.address) else words))
    return tag("footer", *lines, class_="seal") if lines else Markup("")


def lined(words: str) -> Markup:
    """The words with their line breaks, without signs that no page may hold."""
    return tag("br").join(map(clean, words.splitlines()))


def clean(words: str) -> str:
    """The words without control characters, which HTML has no way to write."""
    return words.translate(_UNSEEN)


def is_followed(address: str) -> bool:
    """Whether a link may lead there: over https alone, or on our own site."""
    return address.lower().startswith("https://") or (address.startswith("/") and not address.startswith("//"))


def table(grid: Grid) -> Markup:
    """A table in a frame of its own, which alone scrolls where the screen is small."""
    head = tag("thead", tag("tr", *(tag("th", clean(each), scope="col") for each in grid.header)))
    rows = (tag("tr", *(tag("td", lined(each), dir="auto") for each in row)) for row in grid.rows)
    drawn = tag("table", tag("caption", clean(grid.caption)), head, tag("tbody", *rows))
    return tag("div", drawn, class_="table", role="region", aria_label=clean(grid.caption), tabindex=0)


def _block(block: Block, links: Mapping[str, str]) -> Markup:
    match block:
        case Heading():
            return _heading(block, links)
        case Paragraph(runs, tone):
            return tag("p", *map(_run, runs), class_=None if tone is Tone.PLAIN else tone.value, dir="auto")
        case Facts(rows):
            return tag("dl", *_facts(rows))
        case Bullets(items):
            return tag("ul", *(tag("li", lined(each), dir="auto") for each in items))
        case Grid():
            return table(block)


def _heading(heading: Heading, links: Mapping[str, str]) -> Markup:
    words: str | Markup = clean(heading.text)
    if (address := links.get(heading.anchor)) is not None:
        words = tag("a", words, href=address)
    return tag(f"h{min(heading.level + 1, 6)}", words, id=heading.anchor or None, dir="auto")


def _facts(rows: Iterable[tuple[str, str]]) -> Iterator[Markup]:
    return (tag("div", tag("dt", clean(name)), tag("dd", lined(value), dir="auto")) for name, value in rows)


def _run(run: Run) -> Markup:
    words = lined(run.text)
    if run.is_strong:
        words = tag("strong", words)
    if run.link is not None and run.link.lower().startswith("https://"):
        words = tag("a", words, href=run.link, rel="noopener noreferrer")
    return words
