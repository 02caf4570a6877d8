"""The days from which and until which somebody is away, as people type them."""

import re
from datetime import date, timedelta

from bot.domain.kernel.danish import parse_date
from bot.domain.kernel.refusal import Refusal

_LONGEST = timedelta(days=366)
_SPACED = re.compile(r"\s+(?:-|\u2013|\u2014|til og med|til|t\.o\.m\.?)\s+", re.IGNORECASE)
_CLOSE = re.compile(r"\s*[-\u2013\u2014]\s*")
_BARE_DAY = re.compile(r"[0-9]{1,2}\.?")
_TYPED_AT_MOST = 80  # characters


def split_period(words: str) -> tuple[str, str]:
    """The two days in "1. juli - 31. juli", "1/7-31/7" or "fra 1. juli til 31. juli"; Refusal("bad_period")."""
    typed = re.sub(r"^fra\s+", "", " ".join(words.split()), flags=re.IGNORECASE)
    parts = _SPACED.split(typed) if len(typed) <= _TYPED_AT_MOST else []
    if len(parts) != 2 and len(typed) <= _TYPED_AT_MOST:
        parts = _CLOSE.split(typed)
    if len(parts) != 2:
        raise Refusal("bad_period")
    first, last = parts
    if _BARE_DAY.fullmatch(first):  # of the month that is named once
        first = f"{first.rstrip('.')}. {last.partition(' ')[2]}" if " " in last else first
    return first, last


def period(first: str, last: str, today: date) -> tuple[date, date]:
    """Both days; where no year is named, the period that goes on or comes next.

    Refusal "bad_date", "bad_period" where it ends before it begins or lasts more than a year, "period_past".
    """
    until = _day(last, today)
    since = _day(first, date(until.year, 1, 1))
    if since > until:
        since = _day(first, date(until.year - 1, 1, 1))
    if since > until or until - since > _LONGEST:
        raise Refusal("bad_period")
    if until < today:
        raise Refusal("period_past", til=until)
    return since, until


def _day(typed: str, today: date) -> date:
    try:
        return parse_date(typed, today)
    except Refusal:
        raise Refusal("bad_period") from None
