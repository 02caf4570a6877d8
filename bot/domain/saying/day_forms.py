"""The ways to say a day, the more telling before the others: each is read from what those before it left."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TypeAlias

from bot.domain.kernel.danish import MONTHS, WEEKDAYS
from bot.domain.saying import day_form as days
from bot.domain.saying.day_form import DayForm
from bot.domain.saying.numbers import NOUN
from bot.domain.saying.numerals import CARDINAL, ORDINAL, ORDINALS, counted
from bot.domain.saying.seasons import FEASTS, SEASONS, day_after, day_before, season

_WEEKDAY = f"(?P<weekday>{'|'.join(WEEKDAYS)})"
_BEGINS = "(?<![a-z0-9])"
_ENDS = "(?![a-z0-9])"
_SHORT = "|".join(month[:3] for month in MONTHS)
_MONTH = f"(?P<month>{'|'.join(MONTHS)})"
_ANY_MONTH = rf"(?:(?P<month>{'|'.join(MONTHS)})|(?P<short>sept|{_SHORT})(?![a-z])\.?)(?![a-z])"
_YEAR = r"(?:,? ?(?P<year>20[0-9]{2})(?![0-9]))?"
_LEAD = rf"{_BEGINS}(?:(?:pa )?{_WEEKDAY}(?:en)?,? )?(?:den |d\b\.? ?)?"
_COUNT = rf"(?P<count>[0-9]{{1,3}}|{CARDINAL})"
_NO_DAYS = r"(?! ?(?:pladser?|punkt(?:er)?|trin|gange?|steder|uger?|dage?|maneder|ar|personer|procent)\b| ?%)"

_ISO = re.compile(r"(?<![a-z0-9-])(?P<year>20[0-9]{2})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9-])")
_NUMERIC = re.compile(
    rf"{_LEAD}(?<![0-9][.,:/])(?P<day>[0-9]{{1,2}})(?:(?P<mark>[/.])(?P<month>[0-9]{{1,2}})"
    r"(?:[/.-](?P<year>20[0-9]{2})|(?P=mark)(?P<year3>[0-9]{2}))?\.?"
    r"|(?:-|\. )(?P<month2>[0-9]{1,2})(?:-|\. )(?P<year2>20[0-9]{2}))"
    r"(?![a-z0-9]|[.,:/][0-9])"
)
_WRITTEN = re.compile(rf"{_LEAD}(?:(?P<day>[0-9]{{1,2}})\.? ?|(?P<nth>{ORDINAL}) ){_ANY_MONTH}{_YEAR}")
_NTH = re.compile(rf"{_BEGINS}(?:den )?(?P<nth>sidste|{ORDINAL}) {_WEEKDAY} i {_MONTH}{_ENDS}{_YEAR}")
_WEEK = re.compile(
    rf"{_BEGINS}(?:(?:pa )?{_WEEKDAY} i )?uge ?(?:nr\.? ?)?(?P<week>[0-9]{{1,2}})(?![0-9])"
    r"(?: ?- ?(?P<until>[0-9]{1,2})(?![0-9]))?(?:(?: i | ?/ ?| )(?P<year>20[0-9]{2})(?![0-9]))?"
)
_ON_THE = re.compile(
    rf"{_BEGINS}(?:(?:pa )?{_WEEKDAY},? (?:(?:den|d\b\.?) ?(?:(?P<day>[0-9]{{1,2}})\.?|(?P<nth>{ORDINAL}))"
    r"|(?P<day2>[0-9]{1,2})\.)|(?:den |d\b\.? ?)(?P<day3>[0-9]{1,2})(?:\.|(?![0-9])))"
    rf"(?![a-z0-9]|[.,:/-][0-9]){_NO_DAYS}"
)
_THE_NTH = re.compile(rf"{_BEGINS}den (?P<nth>[a-z]{{4,}}(?:ende|de|te)){_ENDS}")
_GONE = re.compile(rf"{_BEGINS}(?:i (?P<day>{'|'.join(WEEKDAYS)})s|(?:sidste|forrige|siden) {_WEEKDAY}){_ENDS}")
_COMING = re.compile(
    rf"{_BEGINS}(?:(?:nu )?pa |(?P<next>naste )|kommende )?{_WEEKDAY}{_ENDS}"
    rf"(?: i (?P<which>naste|denne) uge{_ENDS}| om {_COUNT} uger?{_ENDS}| om (?P<fortnight>14|fjorten) dage{_ENDS})?"
)
_RELATIVE = re.compile(
    rf"{_BEGINS}(?:(?P<ahead>i ?dag|i ?morgen|(?:i ?)?overmorgen|i ?aften|i eftermiddag|i formiddag)"
    rf"|(?P<ago>i ?gar|(?:i ?)?forgars|i ?aftes)|(?:i )?(?P<week>naste|denne|sidste|forrige) uge"
    rf"|om {_COUNT} (?P<unit>dage?|uger?|maned(?:er)?)(?:s tid)?){_ENDS}"
)
_FEAST = re.compile(rf"{_BEGINS}(?P<side>efter|for|inden) (?P<feast>{FEASTS})(?:e?n|et|e?ferien)?{_ENDS}")
_SEASON = re.compile(
    rf"{_BEGINS}(?P<before>i|til|hen pa) (?P<season>{SEASONS})(?:en|et)?(?:s?{_ENDS}|(?=s?(?:mode|referat))){_YEAR}"
)
_PART = re.compile(
    rf"{_BEGINS}(?P<part>primo|medio|ultimo|(?:forst|tidligt|midt|sidst|sent) i|(?:i )?(?:forste|sidste) uge i"
    r"|(?:i )?(?:starten|begyndelsen"
    rf"|midten|slutningen|udgangen) af) {_ANY_MONTH}{_YEAR}"
)
_WHOLE = re.compile(
    rf"{_BEGINS}(?P<before>(?:i|til|for|efter|fra|inden|senest|af|og|eller|om) )?{_MONTH}"
    rf"(?:{_ENDS}|(?=(?:mode|referat|dagsorden))){_YEAR}"
)
_LENDER = re.compile(
    rf"(?<![a-z0-9])(?<![0-9][.,:/-])(?P<noun>(?:{NOUN}|nr|nummer)[.:]? ?(?:nr\.? )?)?"
    rf"(?P<clear>fra )?(?:{_WEEKDAY},? )?(?P<den>den |d\. ?)?(?P<day>[0-9]{{1,2}})(?P<dot>\.?)"
    r"(?P<mark> ?- ?| til (?:og med )?| (?:og|eller|samt) |, ?)(?:den |d\. ?)?$"
)
_MORE_WEEKS = re.compile(r"(?:, ?| (?:og|eller|samt|til) )(?P<week>[0-9]{1,2})(?![0-9]|[.,:/-][0-9])")
_LONGEST_BEFORE = 50  # characters in which the day before stands
_PARTS = {
    "forste": (1, 7),
    "sidste": (25, 31),
    **dict.fromkeys(("primo", "forst", "tidligt", "starten", "begyndelsen"), (1, 10)),
    **dict.fromkeys(("medio", "midt", "midten"), (11, 20)),
    **dict.fromkeys(("ultimo", "sidst", "sent", "slutningen"), (21, 31)),
}
_WEEKS = {"naste": 1, "denne": 0, "sidste": -1, "forrige": -1}
_NAMES_TOO = frozenset(("maj", "august"))  # of people as well


def neighbours(text: str, form: DayForm) -> list[DayForm]:
    """The days beside it that take from it what they leave out: "12." in "12.-16. juli", "41" in "uge 40 og 41"."""
    if form.is_week:
        return list(_more_weeks(text, form))
    return list(_lenders(text, form)) if form.month else []


def _more_weeks(text: str, form: DayForm) -> Iterator[DayForm]:
    end = form.end
    while match := _MORE_WEEKS.match(text, end):
        week, end = int(match["week"]), match.end()
        yield replace(form, start=match.start("week"), end=end, resolve=days.numbered_week(week, week, ""))


def _lenders(text: str, form: DayForm) -> Iterator[DayForm]:
    start = form.start
    while match := _LENDER.search(text, max(0, start - _LONGEST_BEFORE), start):
        is_clear = match["dot"] or match["den"] or "-" in match["mark"] or (match["clear"] and "til" in match["mark"])
        if match["noun"] or not is_clear:
            return
        start, end = match.start("weekday" if match["weekday"] else "den" if match["den"] else "day"), match.end("dot")
        resolve = days.dated(int(match["day"]), form.month, form.year)
        yield replace(form, start=start, end=end, resolve=resolve, weekday=match["weekday"] or "")


def _of(match: re.Match[str], resolve: days.Resolve, group: str | int = 0) -> DayForm:
    return DayForm(start=match.start(group), end=match.end(), resolve=resolve)


def _dated(match: re.Match[str], _: date) -> DayForm | None:
    """A day of a month, with or without its year."""
    found = match.groupdict()
    day = ORDINALS[found["nth"]] if found.get("nth") else int(found["day"] or 0)
    month = _number_of(next(found[name] for name in ("month", "short", "month2") if found.get(name)))
    year = next((found[name] for name in ("year", "year2", "year3") if found.get(name)), "")
    return replace(
        _of(match, days.dated(day, month, year)),
        comes_yearly=not year,
        month=month,
        year=year,
        weekday=found.get("weekday") or "",
        is_named="short" in found,
    )


def _nth(match: re.Match[str], _: date) -> DayForm | None:
    nth = 0 if match["nth"] == "sidste" else ORDINALS[match["nth"]]
    if nth > 4:
        return None
    of_year = days.nth_weekday(match["weekday"], nth, int(_number_of(match["month"])))
    return _of(match, days.yearly(of_year, match["year"] or ""))


def _week(match: re.Match[str], _: date) -> DayForm:
    week, until, year = int(match["week"]), int(match["until"] or match["week"]), match["year"] or ""
    form = _of(match, days.numbered_week(week, until, year, match["weekday"] or ""))
    return replace(form, comes_yearly=not year, is_week=True)


def _on_the(match: re.Match[str], _: date) -> DayForm:
    day = ORDINALS[match["nth"]] if match["nth"] else int(match["day"] or match["day2"] or match["day3"])
    weekday = match["weekday"] or ""
    return replace(_of(match, days.day_of_month(day, weekday)), weekday=weekday)


def _the_nth(match: re.Match[str], _: date) -> DayForm | None:
    """ "Den sekstende"; what is below thirteen may count anything."""
    day = ORDINALS.get(match["nth"], 0)
    return _of(match, days.day_of_month(day)) if day > 12 else None


def _gone(match: re.Match[str], today: date) -> DayForm:
    return _of(match, partial(_told, days.gone(match["day"] or match["weekday"])(today)))


def _coming(match: re.Match[str], _: date) -> DayForm:
    weekday = match["weekday"]
    if match["next"] or match["which"]:
        return _of(match, days.in_week(weekday, 0 if match["which"] == "denne" else 1))
    weeks = 2 if match["fortnight"] else counted(match["count"]) if match["count"] else 0
    return _of(match, days.coming(weekday, weeks))


def _relative(match: re.Match[str], today: date) -> DayForm:
    return _of(match, partial(_told, _from_today(match, today)))


def _told(span: days.Span, _: date) -> days.Span:
    """What is seen from today, whichever day a period is seen from."""
    return span


def _from_today(match: re.Match[str], today: date) -> days.Span:
    if match["week"]:
        return days.week_ahead(_WEEKS[match["week"]])(today)
    if match["count"]:
        number, unit = counted(match["count"]), match["unit"][:3]
        if unit == "man":
            return days.months_on(today, number), None
        return today + timedelta(days=number * (7 if unit == "uge" else 1)), None
    if match["ago"]:
        return today - timedelta(days=2 if "for" in match["ago"] else 1), None
    ahead = 2 if "over" in match["ahead"] else 1 if match["ahead"].endswith("morgen") else 0
    return today + timedelta(days=ahead), None


def _feast(match: re.Match[str], _: date) -> DayForm:
    side = day_after if match["side"] == "efter" else day_before
    return _of(match, days.yearly(lambda year: (side(match["feast"], year), None)))


def _season(match: re.Match[str], _: date) -> DayForm:
    """ "I efteråret" is this one as long as it lasts, "til efteråret" one that is to come."""
    resolve = days.yearly(lambda year: season(match["season"], year), match["year"] or "")
    return _of(match, resolve if match["before"] == "i" or match["year"] else days.after(resolve))


def _part(match: re.Match[str], _: date) -> DayForm:
    month, year = int(_number_of(match["month"] or match["short"])), match["year"] or ""
    word = next((each for each in match["part"].split() if each in _PARTS), "")
    of_year = days.part_of_month(month, *_PARTS[word]) if word else days.end_of_month(month)
    return replace(_of(match, days.yearly(of_year, year)), comes_yearly=not year)


def _whole(match: re.Match[str], _: date) -> DayForm | None:
    if match["month"] in _NAMES_TOO and not match["before"]:
        return None
    month, year = int(_number_of(match["month"])), match["year"] or ""
    form = _of(match, days.yearly(days.part_of_month(month, 1, 31), year), "month")
    return replace(form, comes_yearly=not year)


def _number_of(month: str) -> str:
    """A month's number, from digits, its name or how that begins."""
    if month.isdecimal():
        return month
    return str(next(number for number, name in enumerate(MONTHS, 1) if name.startswith(month)))


Read: TypeAlias = Callable[[re.Match[str], date], DayForm | None]

FORMS: tuple[tuple[re.Pattern[str], Read], ...] = (
    (_ISO, _dated),
    (_NUMERIC, _dated),
    (_WRITTEN, _dated),
    (_NTH, _nth),
    (_WEEK, _week),
    (_ON_THE, _on_the),
    (_THE_NTH, _the_nth),
    (_GONE, _gone),
    (_COMING, _coming),
    (_PART, _part),
    (_RELATIVE, _relative),
    (_FEAST, _feast),
    (_SEASON, _season),
    (_WHOLE, _whole),
)
