"""Which page an address is: from its parts and what it asks, never more than what the public state holds."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.documents.oparl import keys
from bot.domain.documents.state import Attachment, Kind
from bot.domain.publication.public import PublicForum, PublicMeeting, Published
from bot.domain.publication.state import Release
from bot.web.public.states import Shown
from cards.documents.papers import paper_of
from cards.public import addresses
from cards.public.commitments import commitments_page
from cards.public.forum import forum_page
from cards.public.frame import Page
from cards.public.front import front
from cards.public.funds import funds_page
from cards.public.item import item_page
from cards.public.meeting import meeting_page
from cards.public.papers import paper_page
from cards.public.resolutions import resolutions_page
from cards.public.search import LONGEST, PAGE, WORD, YEAR
from cards.public.site import Paper
from cards.public.statement import about_page, accessibility_page

Parts = tuple[str, ...]

_REGISTERS = (addresses.RESOLUTIONS, addresses.COMMITMENTS, addresses.FUNDS)
_ITEM = re.compile(rf"{addresses.ITEM}-([1-9][0-9]{{0,5}})", re.ASCII)
_EDITION = re.compile(rf"{addresses.EDITION}-([1-9][0-9]{{0,5}})", re.ASCII)
_BILAG = re.compile(rf"{addresses.BILAG}-([1-9][0-9]{{0,5}})-([1-9][0-9]{{0,5}})", re.ASCII)
_NUMBER = re.compile(r"[1-9][0-9]{0,5}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks beside where it is: only what its page knows of, so that all else makes no other page."""

    page: int = 1
    year: int | None = None
    word: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document as a file, ending so."""

    published: Published
    file: str


@dataclass(frozen=True, slots=True)
class Bilag:
    """A version of a bilag; None where it could be seen once and its item was closed since."""

    forum: str
    attachment: Attachment | None


Found = Page | Wanted | Bilag | Release | None
"""A page, a file, what was taken back, or nothing."""


def asked(parts: Parts, query: Mapping[str, str]) -> Asked:
    """What this page is asked for."""
    takes = _taken(parts)
    word = " ".join(query.get(WORD, "")[:LONGEST].split()) if WORD in takes else ""
    page, year = (_number(query.get(name, "")) if name in takes else None for name in (PAGE, YEAR))
    return Asked(page or 1, year if year is not None and 1900 <= year <= 2999 else None, word)


def _taken(parts: Parts) -> frozenset[str]:
    if parts and parts[-1] in _REGISTERS:
        return frozenset({PAGE, YEAR, WORD} if parts[-1] == addresses.RESOLUTIONS else {PAGE})
    if len(parts) == 1:
        return frozenset({YEAR})
    return frozenset({PAGE}) if len(parts) > 2 else frozenset()


def find(shown: Shown, parts: Parts, wanted: Asked) -> Found:
    """What stands there."""
    match parts:
        case ():
            return front(shown.site)
        case (addresses.ABOUT,):
            return about_page(shown.site)
        case (addresses.ACCESSIBILITY,):
            return accessibility_page(shown.site)
        case (register,) if register in _REGISTERS:
            return _register(shown, register, None, wanted)
        case (forum, *below) if forum in shown.site.forums:
            return _in_forum(shown, shown.site.forums[forum], tuple(below), wanted)
        case _:
            return None


def _in_forum(shown: Shown, forum: PublicForum, parts: Parts, wanted: Asked) -> Found:
    match parts:
        case ():
            return forum_page(shown.site, forum, wanted.year)
        case (register,) if register in _REGISTERS:
            return _register(shown, register, forum.id, wanted)
        case (meeting, *below) if (found := shown.site.meetings.get((forum.id, meeting))) is not None:
            return _in_meeting(shown, forum, found, tuple(below), wanted)
        case _:
            return None


def _register(shown: Shown, register: str, forum: str | None, wanted: Asked) -> Found:
    if register == addresses.RESOLUTIONS:
        return resolutions_page(shown.register, forum, wanted.word, wanted.year, wanted.page)
    if register == addresses.COMMITMENTS:
        return commitments_page(shown.site, forum, wanted.page)
    return funds_page(shown.site, forum, wanted.page)


def _in_meeting(shown: Shown, forum: PublicForum, meeting: PublicMeeting, parts: Parts, wanted: Asked) -> Found:
    if not parts:
        return meeting_page(shown.site, forum, meeting)
    if len(parts) == 1 and (number := _ITEM.fullmatch(parts[0])):
        return _item(shown, forum, meeting, int(number[1]))
    if len(parts) == 1 and (named := _BILAG.fullmatch(parts[0])):
        return _bilag(shown, forum, meeting, int(named[1]), int(named[2]))
    *above, last = parts
    name, _, file = last.partition(".")
    if len(parts) > 2 or (file and file not in shown.site.formats):
        return None
    paper = _paper(shown, forum, meeting, above[0] if above else name)
    published = _edition(paper, name) if paper and above else (paper.newest if paper else None)
    if paper is None or published is None:
        return _taken_back(paper, name if above else "")
    if file:
        return Wanted(published, file)
    return paper_page(shown.site, forum, meeting, paper, published, paper_of(published.record, None), wanted.page)


def _item(shown: Shown, forum: PublicForum, meeting: PublicMeeting, number: int) -> Found:
    case = shown.site.cases_of(forum.id, meeting.id).get(number)
    if case is not None:
        return item_page(shown.site, forum, meeting, case)
    papers = shown.site.papers_of(forum.id, meeting.id).values()
    return None if any(each.newest for each in papers) else _last(each for paper in papers for each in paper.taken_back)


def _bilag(shown: Shown, forum: PublicForum, meeting: PublicMeeting, number: int, version: int) -> Found:
    """That version of the bilag, or the release that was taken back with it."""
    known = shown.site.bilag_of(forum.id, meeting.id)
    if (number, version) in known:
        return Bilag(forum.id, known[number, version])
    state, key = shown.site.state, keys.attachment(forum.id, meeting.id, number)
    with_it = {
        each.number
        for each in state.traces
        if each.forum == forum.id and any(key in objects for _, objects in each.items)
    }
    return _last(each for each in state.taken_back if each.forum == forum.id and each.number in with_it)


def _paper(shown: Shown, forum: PublicForum, meeting: PublicMeeting, name: str) -> Paper | None:
    """The document of that name; of a supplement that was taken back nobody knows any more which one it was."""
    papers = shown.site.papers_of(forum.id, meeting.id)
    if name not in papers and name.startswith(f"{addresses.SLUGS[Kind.SUPPLEMENT]}-"):
        return next((each for each in papers.values() if each.kind is Kind.SUPPLEMENT and each.taken_back), None)
    return papers.get(name)


def _edition(paper: Paper, name: str) -> Published | None:
    number = _EDITION.fullmatch(name)
    return paper.edition(int(number[1])) if number else None


def _taken_back(paper: Paper | None, name: str) -> Release | None:
    """The release that stood there, where it was taken back; of the document itself, the last."""
    if paper is None:
        return None
    number = _EDITION.fullmatch(name)
    if name and number is None:
        return None
    return _last(each for each in paper.taken_back if number is None or each.edition == int(number[1]))


def _last(releases: Iterable[Release]) -> Release | None:
    return max(releases, key=lambda each: each.number, default=None)


def _number(typed: str) -> int | None:
    return int(typed) if _NUMBER.fullmatch(typed) else None
