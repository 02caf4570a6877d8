"""All Danish people read: sentences by key from each topic's da.json; dates, amounts and lists as Danes write them.

Moments must be aware; they are shown in the forum's time zone, Europe/Copenhagen unless another is given.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.refusal import Refusal, Term

Member = TypeVar("Member", bound=StrEnum)

_LOCALE = Locale("da", "DK")
_COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_MILLION = 10**6
_NO_YEAR = 10_000  # smaller numbers may be years and have no thousands separator


def gathered(topics: Traversable) -> Iterator[tuple[str, str]]:
    """Every key with its sentence, from each topic's da.json; ValueError for a key that stands twice."""
    seen: set[str] = set()
    for folder in sorted(topics.iterdir(), key=lambda each: each.name):
        if not (file := folder / "da.json").is_file():
            continue
        for key, sentence in json.loads(file.read_text("utf-8"), object_pairs_hook=list):
            if key in seen:
                raise ValueError(f"{key} stands twice in the copy")
            seen.add(key)
            yield key, sentence


COPY: Final[Mapping[str, str]] = dict(gathered(files("cards")))


def say(key: str, /, **facts: object) -> str:
    """The sentence of that key with the facts put in; KeyError where the key or a fact is missing."""
    return COPY[key].format_map(facts)


def keyed(members: type[Member], prefix: str, suffix: str = "") -> Mapping[Member, str]:
    """The key of each member of an enum, as `prefix.value`; KeyError at import for one that has no words."""
    keys = {each: f"{prefix}.{each.value}{suffix}" for each in members}
    if missing := [key for key in keys.values() if key not in COPY]:
        raise KeyError(f"the copy lacks {', '.join(missing)}")
    return keys


def refusal_text(refusal: Refusal) -> str:
    """Why not, in Danish; the refusal's facts are put in as a Dane would write them."""
    return say(f"error.{refusal.key}", **{name: written(fact) for name, fact in refusal.facts.items()})


def written(fact: object) -> str:
    """A fact of a refusal as a Dane would write it."""
    match fact:
        case Term():
            return say(fact)
        case str():
            return str(fact)
        case datetime():
            return medium_date_time(fact)
        case date():
            return medium_date(fact)
        case timedelta():
            return duration(fact)
        case Decimal():
            return money(fact)
        case int() if fact >= _NO_YEAR:
            return format_decimal(fact, "#,##0", locale=_LOCALE)
        case Sequence():
            return listing(map(written, fact))
        case _:
            return str(fact)


def served_by(office: Term) -> Mapping[str, str]:
    """Who serves the forum, as a fact of a sentence: within it, and where it begins."""
    words = say(office)
    return {"kontor": words, "Kontor": words[:1].upper() + words[1:]}


def log_text(what: str) -> str:
    """What an entry of the log is called."""
    return say(f"log.{what}")


@lru_cache(maxsize=1_000)
def long_date(day: date) -> str:
    """Like "tirsdag den 16. marts 2027"."""
    return format_date(day, "EEEE 'den' d. MMMM y", locale=_LOCALE)


@lru_cache(maxsize=1_000)
def medium_date(day: date) -> str:
    """Like "16. marts 2027", which goes after "mødet den"."""
    return format_date(day, "d. MMMM y", locale=_LOCALE)


@lru_cache(maxsize=1_000)
def day_and_month(day: date) -> str:
    """Like "16. marts"."""
    return format_date(day, "d. MMMM", locale=_LOCALE)


def month(day: date) -> str:
    """Like "Marts"."""
    return format_date(day, "LLLL", locale=_LOCALE).capitalize()


def week(day: date) -> str:
    """Like "uge 11" (ISO 8601)."""
    return say("common.week", uge=day.isocalendar().week)


@lru_cache(maxsize=1_000)
def clock_time(moment: datetime, tz: tzinfo = _COPENHAGEN) -> str:
    """Like "16.30"."""
    return format_datetime(_local(moment, tz), "H.mm", locale=_LOCALE)


def date_time(moment: datetime, tz: tzinfo = _COPENHAGEN) -> str:
    """Like "tirsdag den 16. marts 2027 kl. 16.30"."""
    return f"{long_date(_local(moment, tz).date())} kl. {clock_time(moment, tz)}"


def medium_date_time(moment: datetime, tz: tzinfo = _COPENHAGEN) -> str:
    """Like "16. marts 2027 kl. 16.30", which goes after "den"."""
    return f"{medium_date(_local(moment, tz).date())} kl. {clock_time(moment, tz)}"


def time_span(starts: datetime, ends: datetime, tz: tzinfo = _COPENHAGEN) -> str:
    """Like "16.30–19.00"."""
    return f"{clock_time(starts, tz)}–{clock_time(ends, tz)}"


def relative_day(day: date, today: date) -> str:
    """Like "i dag", "i morgen", "om 3 dage"; also backwards."""
    away = (day - today).days
    near = {0: "day.today", 1: "day.tomorrow", -1: "day.yesterday"}
    if away in near:
        return say(near[away])
    return say("day.ahead" if away > 0 else "day.past", dage=_days(abs(away)))


def deadline_words(deadline: Deadline) -> str:
    """The day of a deadline; where it was moved, also the day that the rule names."""
    day = long_date(deadline.day)
    return say("deadline.moved", dag=day, fristdag=long_date(deadline.source_day)) if deadline.is_moved else day


def deadline_rule(deadline: Deadline) -> str:
    """The rule behind a deadline: "7 dage før mødet"."""
    days = deadline.days_after_meeting
    if days == 0:
        return say("deadline.on_meeting_day")
    return say("deadline.after_meeting" if days > 0 else "deadline.before_meeting", dage=_days(abs(days)))


@lru_cache(maxsize=1_000)
def money(kroner: Decimal) -> str:
    """Like "450.000 kr.", "1.250,50 kr.", "1,25 mio. kr."; never rounded, so 1.234.567 kr. stays as it is."""
    millions = kroner / _MILLION
    if abs(millions) >= 1 and millions == round(millions, 2):
        return f"{format_decimal(millions, '#,##0.##', locale=_LOCALE)} mio. kr."
    pattern = "#,##0" if kroner == kroner.to_integral_value() else "#,##0.00"
    return f"{format_decimal(kroner, pattern, locale=_LOCALE, decimal_quantization=False)} kr."


def duration(length: timedelta) -> str:
    """Like "15 min.", "1 time 30 min.", "2 timer"."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    parts = [count(hours, "time", "timer")] if hours else []
    return " ".join([*parts, f"{minutes} min."] if minutes or not parts else parts)


def count(number: int, one: str, several: str) -> str:
    """Like "1 punkt", "3 punkter", "1.250 punkter"."""
    return f"{format_decimal(number, '#,##0', locale=_LOCALE)} {one if number == 1 else several}"


def several(key: str, number: int) -> str:
    """The sentence for that many: of one, or of others."""
    return say(f"{key}.one") if number == 1 else say(f"{key}.other", n=number)


def listing(words: Iterable[str]) -> str:
    """Like "a, b og c", or "a, x; b og c" where a comma belongs to one of them; nothing for nothing."""
    *most, last = list(words) or [""]
    between = "; " if any(", " in each for each in (*most, last)) else ", "
    return f"{between.join(most)} og {last}" if most else last


def _days(number: int) -> str:
    return count(number, "dag", "dage")


def _local(moment: datetime, tz: tzinfo) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return moment.astimezone(tz)
