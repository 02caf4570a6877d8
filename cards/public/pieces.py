"""What several public pages are put together from: moments, lists of links, the ways to get a file, pages of a list."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from markupsafe import Markup

from bot.domain.documents.state import Kind, MeetingRecord
from bot.domain.kernel.forum import COPENHAGEN
from cards.html.document import clean
from cards.html.markup import Child, join, tag
from cards.kit.words import keyed, long_date, medium_date, medium_date_time, say, time_span
from cards.public.site import Paper, Site

A_PAGE = 50
"""As many lines a list has before it goes on on another page."""
PAPERS = keyed(Kind, "public.paper")

Each = TypeVar("Each")


def heading(level: int, words: str, anchor: str | None = None) -> Markup:
    """A heading of what somebody wrote or of ours."""
    return tag(f"h{level}", clean(words), id=anchor, dir="auto")


def link(address: str, words: str, **more: str | None) -> Markup:
    """A link on our own site."""
    return tag("a", clean(words), href=address, dir="auto", **more)


def words(text: str, class_: str | None = None) -> Markup:
    """A paragraph of one line."""
    return tag("p", clean(text), class_=class_, dir="auto")


def day(when: date) -> Markup:
    """Like »16. marts 2027«, with the same for programs."""
    return tag("time", medium_date(when), datetime=when.isoformat())


def day_words(when: datetime) -> str:
    """The Danish day of a moment, like »16. marts 2027«."""
    return medium_date(when.astimezone(COPENHAGEN).date())


def moment(when: datetime) -> Markup:
    """Like »16. marts 2027 kl. 16.30«."""
    return tag("time", medium_date_time(when), datetime=when.astimezone(COPENHAGEN).isoformat(timespec="minutes"))


def span(starts: datetime, ends: datetime) -> Markup:
    """Like »tirsdag den 16. marts 2027 kl. 16.30–19.00«."""
    local = starts.astimezone(COPENHAGEN)
    said = f"{long_date(local.date())} kl. {time_span(starts, ends)}"
    return tag("time", said, datetime=local.isoformat(timespec="minutes"))


def facts(rows: Iterable[tuple[str, Child]]) -> Markup | None:
    """Terms with what is said of each; what is not said is left out."""
    drawn = [tag("div", tag("dt", name), tag("dd", value, dir="auto")) for name, value in rows if value]
    return tag("dl", *drawn) if drawn else None


def listed(entries: Iterable[Markup], class_: str = "list") -> Markup:
    """A list of what may be several lines each."""
    return tag("ul", *(tag("li", each) for each in entries), class_=class_)


def paper_title(paper: Paper) -> str:
    """What a document is called: »Dagsorden«, »Tillæg 1 til dagsordenen«, »Referat«."""
    return say(PAPERS[paper.kind], nr=paper.supplement or 1)


def record_title(record: MeetingRecord) -> str:
    """The same of what it says."""
    return say(PAPERS[record.kind], nr=record.supplement or 1)


def files(site: Site, record: MeetingRecord, edition: int | None = None) -> Markup:
    """The document as files; each link says of which document it is, for those who hear links alone."""
    titled = record_title(record)
    links = (
        link(site.addresses.document(record, edition, each), say("public.file", papir=titled, format=_FORMATS[each]))
        for each in site.formats
    )
    return tag("ul", *(tag("li", each) for each in links), class_="files")


_FORMATS = {"pdf": "PDF", "docx": "Word", "json": "JSON"}


@dataclass(frozen=True, slots=True)
class Part(Generic[Each]):
    """One page of a long list: its entries, which page it is and of how many."""

    entries: Sequence[Each]
    number: int
    of: int


def part(entries: Sequence[Each], number: int, size: int = A_PAGE) -> Part[Each] | None:
    """That page of the entries; None where there is none of that number."""
    of = max(1, -(-len(entries) // size))
    return Part(entries[(number - 1) * size : number * size], number, of) if 1 <= number <= of else None


def pages(number: int, of: int, address: Callable[[int], str]) -> Markup | None:
    """Links to the other pages of a list; nothing where there is only one."""
    if of == 1:
        return None
    near = sorted({1, of, *range(max(1, number - 2), min(of, number + 2) + 1)})
    links = [
        tag(
            "li",
            tag("a", say("public.page", nr=each), href=address(each), aria_current="page" if each == number else None),
        )
        for each in near
    ]
    return tag("nav", tag("ul", *links), aria_label=say("public.pages"), class_="pages")


def body(*children: Child) -> Markup:
    """What stands in a page, in order."""
    return join(children)
