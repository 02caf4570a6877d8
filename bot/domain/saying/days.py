"""Days and periods anywhere in a sentence, always the nearest sensible one.

- Without a year it is the next such day from today on (today itself too). That "var" or "blev" stands beside it
  changes nothing: only a word of the day itself speaks of the past ("i går", "i fredags", "sidste tirsdag", "siden
  1. marts").
- A weekday is the next one after today, "næste fredag" that of the next calendar week.
- A period without a year is the next that is not over. "Til" between two days makes one, but where the sentence moves
  something ("flyt mødet fra 16. marts til 18. marts") they are two days.
- A month, a week or a season is all of its days, a week its Monday to Friday.
- "I efteråret" is this one as long as it lasts, "til efteråret" one that has not begun.
- The day before lends its month and year from the one after: "12.-16. juli", "den 3. og 4. maj".
- Said with a weekday, a date stands; `is_other_weekday` tells that they differ. "Tirsdag den 16." is the next 16th
  that is a Tuesday.
"""

import re
from datetime import date, timedelta

from bot.domain.saying.day_form import DayForm, Span
from bot.domain.saying.day_forms import FORMS, neighbours
from bot.domain.saying.found import Day
from bot.domain.saying.sentence import TAKEN, Sentence

_NEARLY_A_YEAR = timedelta(days=364)
_PERIOD = re.compile(r" ?- ?| til (?:og med )?")
_LED = re.compile(r"(?<![a-z0-9])(?:(?:i|fra|inden|senest) )+$")
_SINCE = ("siden ", "siden i ")
_LONGEST_LEAD = 20


def read_days(sentence: Sentence, today: date) -> tuple[Day, ...]:
    """Every day, in the order of the sentence."""
    forms = _found(sentence.text, today)
    days: list[Day] = []
    place = 0
    while place < len(forms):
        pair = forms[place : place + 2]
        period = _period(sentence, pair[0], pair[1], today) if len(pair) == 2 else None
        if period:
            days.append(_day(sentence, pair[0], pair[1], period))
            place += 2
            continue
        if span := pair[0].seen_from(today - _since(sentence.text, pair[0])):
            days.append(_day(sentence, pair[0], pair[0], span))
        place += 1
    return tuple(days)


def _found(text: str, today: date) -> list[DayForm]:
    """Everything that says a day, each sign of the text read once, in its order."""
    forms: list[DayForm] = []
    for pattern, read in FORMS:
        matched = (read(match, today) for match in pattern.finditer(text))
        new = [each for form in matched if form and _is_day(form, today) for each in (form, *neighbours(text, form))]
        if new:
            signs = list(text)
            for each in new:
                signs[each.start : each.end] = TAKEN * (each.end - each.start)
            text = "".join(signs)
            forms += new
    return sorted(forms, key=lambda form: form.start)


def _is_day(form: DayForm, today: date) -> bool:
    return form.is_named or form.seen_from(today) is not None


def _period(sentence: Sentence, first: DayForm, last: DayForm, today: date) -> Span | None:
    """From the one day to the other; None where they are two."""
    between = sentence.text[first.end : last.start]
    if not _PERIOD.fullmatch(between) or ("til" in between and sentence.moves(first.start)):
        return None
    if first.comes_yearly:
        ended = last.seen_from(today)
        end = (ended[1] or ended[0]) if ended else date.min
        begun = first.seen_from(end - _NEARLY_A_YEAR) if ended else None
    else:
        begun = first.seen_from(today)
        ended = last.seen_from(begun[0]) if begun else None
        end = (ended[1] or ended[0]) if ended else date.min
    return (begun[0], end) if begun and begun[0] < end else None


def _since(text: str, form: DayForm) -> timedelta:
    """How far back the day is looked for: "siden 1. marts" is gone by."""
    return _NEARLY_A_YEAR if form.comes_yearly and text.endswith(_SINCE, 0, form.start) else timedelta(0)


def _day(sentence: Sentence, first: DayForm, last: DayForm, span: Span) -> Day:
    lead = _LED.search(sentence.text, max(0, first.start - _LONGEST_LEAD), first.start)
    start, end = sentence.typed(lead.start() if lead else first.start, last.end)
    day, until = span
    return Day(start=start, end=end, day=day, until=until, is_other_weekday=first.is_other_weekday(day))
