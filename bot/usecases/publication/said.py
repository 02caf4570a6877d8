"""What is to be made public, in somebody's own words: which paper, of which meeting, from when on, and where."""

import re

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.agenda.actions import ShowAgenda
from bot.domain.minutes.actions import ShowMinutes
from bot.domain.publication.actions import InsertLink, OpenLink, OpenRelease, OpenTakeBack, ShowPublication
from bot.domain.publication.state import Paper
from bot.domain.saying.slots import Counted
from bot.usecases.said.pointed import numbers_of
from bot.usecases.said.told import Told
from cards.kit.words import medium_date

_READ = 1_000  # characters
_LINK = re.compile(r"(?:\bhttps?://|\bwww\.)[^\s<>\"]{3,500}", re.IGNORECASE)
_BIDS = re.compile(r"\W{0,3}(?:så )?(?:offentliggør|public(?:é|e)r)\b", re.IGNORECASE)
_MINUTES = re.compile(r"\b\w{0,20}re(?:f|ff)erat")
_AGENDA = re.compile(r"\b\w{0,20}dagsord")


def publication_unless_bid(told: Told) -> ShowPublication | None:
    """The same, but for who bids that something be made public."""
    return None if _BIDS.match(told.said) and not told.mood.negates else publication(told)


def publication(told: Told) -> ShowPublication:
    """Of the meeting that is named, or of the latest."""
    return ShowPublication(meeting=told.meeting)


def shown_to_all(told: Told) -> AnyQuery:
    """The secretariat lets everybody see it; asked by others, how it stands."""
    return release(told) if told.moment.serves else publication(told)


def release(told: Told) -> AnyQuery:
    """What the public would see comes first, from the moment on that is said; asked about or denied, how it stands."""
    if told.mood.asks or told.mood.negates:
        return publication(told)
    return OpenRelease(meeting=told.meeting, paper=_paper(told), moment=_moment(told))


def previewed(told: Told) -> AnyQuery:
    """The same asked about: what the public would see is shown, which nothing is made public by."""
    if told.mood.negates or not told.moment.serves:
        return publication(told)
    shown = told.moment.talk.shown
    paper = _paper(told) or (shown.paper if isinstance(shown, OpenRelease) else None) or _shown_paper(shown)
    return OpenRelease(meeting=told.meeting, paper=paper, moment=_moment(told))


def taken_back(told: Told) -> OpenTakeBack:
    """The release of that number, or the one that was shown, also where it says that it should not have been one."""
    shown = told.moment.talk.shown
    numbers = (each.number for each in told.slots.numbers if each.is_numbered or each.counts is Counted.BARE)
    return OpenTakeBack(number=next(numbers, shown.number if isinstance(shown, OpenTakeBack) else None))


def take_back(told: Told) -> AnyQuery:
    """The release of that number, or the newest."""
    number = next(iter(numbers_of(told, Counted.BARE)), None)
    return publication(told) if told.mood.negates else OpenTakeBack(number=number)


def link(told: Told) -> AnyQuery | AnyCommand:
    """The address that is written; the form where none is."""
    found = _LINK.search(told.said[:_READ])
    if found is None:
        return OpenLink(meeting=told.meeting, paper=_paper(told))
    address = found[0].rstrip(".,;:!?)")
    whole = f"https://{address}" if address.casefold().startswith("www.") else address
    return InsertLink(meeting=told.meeting, paper=_paper(told), link=whole)


def has_link(told: Told) -> bool:
    """Whether an address is written, in what can be read as a whole."""
    return len(told.said) <= _READ and _LINK.search(told.said[:_READ]) is not None


def _paper(told: Told) -> Paper | None:
    said = told.sound
    if _MINUTES.search(said):
        return Paper.MINUTES
    return Paper.AGENDA if _AGENDA.search(said) else None


def _shown_paper(shown: object) -> Paper | None:
    if isinstance(shown, ShowMinutes):
        return Paper.MINUTES
    return Paper.AGENDA if isinstance(shown, ShowAgenda) else None


def _moment(told: Told) -> str:
    """A single day that is no meeting's, with the time that is said."""
    held = told.meeting_meant.day if told.meeting_meant else None
    day = next((each.day for each in told.slots.days if each.until is None and each.day != held), None)
    clock = f"kl. {told.slots.clocks[0].begins:%H.%M}" if told.slots.clocks else ""
    return " ".join(each for each in ("" if day is None else medium_date(day), clock) if each)
