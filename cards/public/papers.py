"""A document as pages: its own blocks, which edition it is, and no more on each page than loads at once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from bot.domain.documents.blocks import Block, Bullets, Document, Facts, Grid, Heading, Paragraph, Run
from bot.domain.publication.public import PublicForum, PublicMeeting, Published
from cards.html.document import html_of_blocks
from cards.html.markup import Child, join, tag
from cards.kit.words import say
from cards.public.addresses import ITEM
from cards.public.frame import Page
from cards.public.meeting import edition_words, way_to_meeting
from cards.public.pieces import body, day_words, facts, files, heading, link, moment, pages, paper_title
from cards.public.site import Paper, Site

_MOST = 28_000  # bytes of a page's blocks
_SLICE = 4_000  # characters of a paragraph, where it is longer than a page
_ROWS = 50  # of a table or list at once
_MOST_LISTED = 40  # headings in a list of contents


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What stands on one page: its blocks as HTML, and the headings that an address may point at."""

    drawn: Markup
    anchors: tuple[Heading, ...]


def paper_page(
    site: Site,
    forum: PublicForum,
    meeting: PublicMeeting,
    paper: Paper,
    shown: Published,
    document: Document,
    number: int = 1,
) -> Page | None:
    """That page of that edition; None where it has no page of that number."""
    title = document.title
    sheets = _sheets(site, shown, document.blocks)
    if not 1 <= number <= len(sheets):
        return None
    edition = None if shown is paper.newest else shown.release.edition

    def address(page: int) -> str:
        here = site.addresses.document(shown.record, edition)
        return here if page == 1 else f"{here}?side={page}"

    named = title if number == 1 else say("public.page.title", titel=title, nr=number, af=len(sheets))
    more = pages(number, len(sheets), address)
    drawn = body(
        heading(1, named),
        _standing(site, paper, shown),
        files(site, shown.record, edition) if number == 1 else None,
        _contents(sheets, address) if number == 1 < len(sheets) else None,
        more if number > 1 else None,
        sheets[number - 1].drawn,
        more,
        _proof(site, shown, document),
    )
    about = say("public.meeting.about", forum=forum.name, dag=day_words(meeting.starts))
    return Page(title=named, body=drawn, way=way_to_meeting(site, forum, meeting), forum=forum.id, description=about)


def _standing(site: Site, paper: Paper, shown: Published) -> Markup:
    """Which edition this is, and what it says of itself."""
    number = shown.release.edition
    said: list[Child] = [say("public.released"), " ", moment(shown.release.visible_at), "."]
    told = tag("p", *said, class_="small")
    newest = paper.newest
    if newest is None or shown is newest:
        return join((told, edition_words(paper, shown)))
    to = link(site.addresses.document(newest.record), say("public.newest", papir=paper_title(paper)))
    older = tag("p", tag("strong", say("public.older", nr=number)), " ", to)
    return join((told, tag("div", older, edition_words(paper, shown), class_="note")))


def _contents(sheets: Sequence[_Sheet], address: Callable[[int], str]) -> Markup | None:
    found = [(page, each) for page, sheet in enumerate(sheets, 1) for each in sheet.anchors]
    if not found or len(found) > _MOST_LISTED:
        return None
    links = (tag("li", link(f"{address(page)}#{each.anchor}", each.text)) for page, each in found)
    return tag(
        "nav", heading(2, say("public.contents")), tag("ul", *links, class_="plain"), aria_label=say("public.contents")
    )


def _proof(site: Site, shown: Published, document: Document) -> Markup:
    """What proves which version it is, and where anybody can ask."""
    record = shown.record
    lines = [tag("p", each) for each in document.seal.lines]
    if record.witness is not None:
        lines.append(tag("p", link(site.addresses.proof(record.witness), say("public.proof.ask"))))
    rows = facts(((say("public.proof.digest"), tag("code", shown.release.digest)),))
    return tag("section", heading(2, say("public.proof.title")), *lines, rows, class_="seal")


def _sheets(site: Site, shown: Published, blocks: Sequence[Block]) -> list[_Sheet]:
    """The blocks page by page; a heading stands with what follows it, and each page repeats what it goes on with."""
    record = shown.record
    items = {
        f"{ITEM}-{each.number}": site.addresses.item(record.forum, record.meeting, each.number)
        for each in record.items
        if not each.is_closed
    }
    found: list[_Sheet] = []
    drawn, size = Markup(""), 0
    anchors: list[Heading] = []
    above: dict[int, Heading] = {}
    for group in _groups(blocks):
        html = html_of_blocks(group, items)
        weight = len(html.encode())
        if size and size + weight > _MOST:
            found.append(_Sheet(drawn, tuple(anchors)))
            first = group[0].level if isinstance(group[0], Heading) else 7
            again = [_going_on(above[level]) for level in sorted(above) if level < first]
            drawn, anchors, size = html_of_blocks(again), [], 0
        drawn, size = drawn + html, size + weight
        for each in group:
            if isinstance(each, Heading):
                above = {level: kept for level, kept in above.items() if level < each.level} | {each.level: each}
                anchors += [each] if each.anchor else []
    return [*found, _Sheet(drawn, tuple(anchors))]


def _going_on(kept: Heading) -> Heading:
    return replace(kept, text=say("public.continued", titel=kept.text), anchor="")


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Headings together with the first block after them; everything else alone, and in parts where it is long."""
    waiting: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            waiting.append(block)
            continue
        for each in _parts(block):
            yield [*waiting, each]
            waiting = []
    if waiting:
        yield waiting


def _parts(block: Block) -> Iterator[Block]:
    match block:
        case Paragraph(runs) if sum(len(each.text) for each in runs) > _SLICE:
            for run in runs:
                yield from (replace(block, runs=(replace(run, text=text),)) for text in _sliced(run))
        case Bullets(items) if len(items) > _ROWS:
            yield from (Bullets(items[at : at + _ROWS]) for at in range(0, len(items), _ROWS))
        case Facts(rows) if len(rows) > _ROWS:
            yield from (Facts(rows[at : at + _ROWS]) for at in range(0, len(rows), _ROWS))
        case Grid(_, _, rows) if len(rows) > _ROWS:
            yield from (replace(block, rows=rows[at : at + _ROWS]) for at in range(0, len(rows), _ROWS))
        case _:
            yield block


def _sliced(run: Run) -> Iterator[str]:
    """The text in parts, each ending where a word does if there is one."""
    rest = run.text
    while len(rest) > _SLICE:
        end = max(rest.rfind("\n", 0, _SLICE), rest.rfind(" ", 0, _SLICE)) + 1 or _SLICE
        yield rest[:end]
        rest = rest[end:]
    yield rest
