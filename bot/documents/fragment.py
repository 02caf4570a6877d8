"""Blocks as a piece of HTML for inside another page: no script, no look, and nothing people wrote is markup."""

from collections.abc import Iterable

from markupsafe import Markup

from bot.documents.written import plain
from bot.domain.documents.blocks import Block, Bullets, Facts, Grid, Heading, Paragraph, Run
from cards.html.markup import join, tag

_LOWEST = 6  # HTML has no lower heading


def fragment(blocks: Iterable[Block]) -> str:
    """The blocks after one another."""
    return str(join(_block(each) for each in blocks))


def _block(block: Block) -> Markup:
    match block:
        case Heading():
            return tag(f"h{min(block.level, _LOWEST)}", plain(block.text))
        case Paragraph():
            return tag("p", *map(_run, block.runs))
        case Facts():
            return tag("dl", *(join((tag("dt", plain(term)), tag("dd", plain(said)))) for term, said in block.rows))
        case Bullets():
            return tag("ul", *(tag("li", plain(each)) for each in block.items))
        case Grid():
            head = tag("tr", *(tag("th", plain(each), scope="col") for each in block.header))
            rows = (tag("tr", *(tag("td", plain(each)) for each in row)) for row in block.rows)
            caption = tag("caption", plain(block.caption))
            return tag("table", caption, tag("thead", head), tag("tbody", *rows))


def _run(run: Run) -> Markup:
    lines = [part for line in plain(run.text).split("\n") for part in (tag("br"), line)][1:]
    words = tag("strong", *lines) if run.is_strong else join(Markup.escape(each) for each in lines)
    return tag("a", words, href=run.link) if run.link and run.link.startswith("https://") else words
