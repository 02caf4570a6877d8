"""Which year, which organisations and which text somebody means in their own words about the year."""

import re

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.saying.slots import Counted
from bot.domain.year.actions import OpenStatus, OpenSwap, SaveStatus, StatusAction, SwapHosts
from bot.usecases.said.kept_text import after_colon
from bot.usecases.said.told import Told

_YEARS = (
    ("næste år", re.compile(r"\b(?:naste|kommende) ar(?:s|et|ets)?\b")),
    ("sidste år", re.compile(r"\b(?:sidste|forrige) ar(?:s|et|ets)?\b")),
    ("i år", re.compile(r"\b(?:i|dette) ar(?:s|et|ets)?\b")),
)
_WRITTEN = re.compile(
    r"\b(?:skriv|skrive|stå|lyde|hedde|være)\b\s*:?\s*(?:at\b|til\b)?\s*(?P<text>\S.*)", re.IGNORECASE | re.DOTALL
)
_CLAUSE = re.compile(
    r"\b(?:skriv|skrive|tilføj|indsæt|stå)\b[^:.!?]{0,60}?,? at (?P<text>\S.*)", re.IGNORECASE | re.DOTALL
)
_LONGEST = 4_000  # characters of a text


def year_said(told: Told) -> str:
    """The year as a command takes it; empty where none is said."""
    number = next((each.number for each in told.slots.numbers if each.counts is Counted.YEAR), None)
    sound = told.sound
    return str(number) if number else next((typed for typed, words in _YEARS if words.search(sound)), "")


def status_year(told: Told) -> str:
    """The same, else that of the status which was just shown."""
    shown = told.moment.talk.shown
    return year_said(told) or (shown.of_year if isinstance(shown, StatusAction) else "")


def swapped(told: Told) -> AnyQuery | AnyCommand:
    """With the other organisation that is named, or between two; the form where it is none."""
    own = {seat.organisation for seat in told.moment.forum.seats if seat.person == told.moment.actor}
    others = [each for each in told.organisations if told.moment.serves or each not in own]
    if not others:
        return OpenSwap(meeting=told.meeting)
    return SwapHosts(meeting=told.meeting, other=" og ".join(others[:2]))


def written(told: Told) -> AnyCommand | None:
    """The text that is dictated; None without any."""
    found = _WRITTEN.search(told.said[:_LONGEST])
    words = told.rest if found is None else found["text"]
    return SaveStatus(of_year=status_year(told), words=words) if words else None


def written_or_form(told: Told) -> AnyQuery | AnyCommand:
    """What is dictated behind a colon or as a clause, else the form to write it in."""
    found = None if (text := after_colon(told)) else _CLAUSE.search(told.said[:_LONGEST])
    words = text if found is None else found["text"]
    return SaveStatus(of_year=status_year(told), words=words) if words else OpenStatus(of_year=status_year(told))
