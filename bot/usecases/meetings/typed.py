"""A meeting that is made or moved in one sentence: "6/4 kl. 16.30-19 i Hjørring Rådhus", "16/3 til 6/4: venter"."""

import re
from dataclasses import dataclass
from datetime import date

from bot.domain.kernel.danish import parse_date
from bot.domain.kernel.refusal import Refusal

LONGEST = 300  # characters of a sentence
_COLON = re.compile(r":(?![0-9])|(?<![0-9]):")
_CLOCK = r"[0-9]{1,2}(?:[.:][0-9]{2})?"
_UNTIL = rf"\s*(?:-|\u2013|\u2014|til)\s*(?:kl\.?\s*)?(?P<ends>{_CLOCK})"
_TIMES = re.compile(
    rf"(?:^|,?\s+)(?:fra\s+)?(?:(?:kl|klokken)\.?\s*(?P<begins>{_CLOCK})(?:{_UNTIL})?"
    rf"|(?P<from>[0-9]{{1,2}}[.:][0-9]{{2}}){_UNTIL.replace('ends', 'to')})(?=$|[\s,])",
    re.IGNORECASE,
)
_HOST = re.compile(r",?\s+(?:med\s+)?(?:vært:?|værten er)\s+(?P<host>\S.*?)(?:\s+som\s+vært)?$", re.IGNORECASE)
_HOST_LAST = re.compile(r",?\s+med\s+(?P<host>\S.*?)\s+som\s+vært$", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:^|,?\s+)(?:i|på|hos)\s+(?!(?:i\s+)?(?:dag|morgen|overmorgen|man|tirs|ons|tors|fre|lør|søn)(?:dag)?\b)(?P<place>\S.*)$",
    re.IGNORECASE,
)
_BEFORE_DAY = re.compile(r"^(?:(?:til|fra)\s+)?(?:mødet\s+)?(?:den\s+)?", re.IGNORECASE)
_TO = re.compile(r"(?:^|\s+)til\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What the sentence says; `which` is the meeting that it names, by its day, and what is empty was not said."""

    which: str = ""
    day: str = ""
    begins: str = ""
    ends: str = ""
    place: str = ""
    host: str = ""
    reason: str = ""


def read_move(words: str, today: date) -> Typed:
    """What follows "flyt mødet": which one, "til" when or where, and after a colon why."""
    said, reason = _with_reason(words)
    if said.casefold().startswith("til "):
        which, to = "", said[4:]
    else:
        which, to = (*_TO.split(said, maxsplit=1), "")[:2]
    found = read_new(to, today) if to.strip() else Typed()
    return Typed(
        which=_BEFORE_DAY.sub("", which.strip()),
        day=found.day,
        begins=found.begins,
        ends=found.ends,
        place=found.place,
        host=found.host,
        reason=reason,
    )


def read_new(words: str, today: date) -> Typed:
    """What follows "nyt møde": a day, times, a place and a host; what is no day at all is a place."""
    said = " ".join(words[:LONGEST].split()).strip(" .,")
    host = _HOST_LAST.search(f" {said}") or _HOST.search(f" {said}")
    if host:
        said = f" {said}"[: host.start()].strip()
    times = _TIMES.search(said)
    after = said[times.end() :] if times else ""
    before = said[: times.start()] if times else said
    where = _PLACE.search(after) or (None if after.strip() else _PLACE.search(before))
    day, place = before, after.strip(" ,.")
    if where:
        place = where["place"]
        day = before if after.strip() else before[: where.start()]
    day = _BEFORE_DAY.sub("", day.strip(" ,."))
    if day and not _is_day(day, today) and not any(map(str.isdigit, day)) and not place:
        day, place = "", day
    told = times.groupdict() if times else {}
    return Typed(
        day=day,
        begins=told.get("begins") or told.get("from") or "",
        ends=told.get("ends") or told.get("to") or "",
        place=place,
        host=host["host"] if host else "",
    )


def _with_reason(words: str) -> tuple[str, str]:
    said, *after = _COLON.split(words[:LONGEST], maxsplit=1)
    return " ".join(said.split()), after[0].strip() if after else ""


def _is_day(typed: str, today: date) -> bool:
    try:
        parse_date(typed, today)
    except Refusal:
        return False
    return True
