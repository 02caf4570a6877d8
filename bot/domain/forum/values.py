"""What people type as a value of a choice, as the forum file would say it; what is none is refused with an example."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, assert_never

from bot.domain.forum.choosable import Choosable, Kind, options_of, stored_as
from bot.domain.kernel.case_number import case_number
from bot.domain.kernel.danish import NOBODY, clean_line, fold, parse_day_of_year, parse_past_date, parse_period
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.naming import organisation_meant, people_meant
from bot.domain.kernel.refusal import Refusal

_MOST = 60  # days of the year, or periods
_SHOWN = 60  # characters of what was typed that a refusal repeats
_COUNT = re.compile(r"([0-9]{1,3})(?: ?(?:dage?|m[^ ]*der|m[^ ]*ned))?\.?")
_LONGEST_TITLE = 200
_LONGEST_DAY = 6  # words: "torsdag den 3. marts 2027"


def value_of(forum: Forum, choosable: Choosable, typed: str, today: date) -> Any:  # noqa: C901 - one case a kind
    """The value in JSON's terms; a Refusal about the input `value`. Codes and ids come as they are."""
    match choosable.kind:
        case Kind.ONE:
            (code,) = _codes(forum, choosable, [typed])
            return stored_as(choosable, code)
        case Kind.SEVERAL:
            return [stored_as(choosable, code) for code in _several(forum, choosable, _parted(typed, ","))]
        case Kind.ORGANISATIONS:
            return _organisations(forum, _parted(typed, ",;\n"))
        case Kind.PERSON:
            return _person(forum, typed)
        case Kind.PEOPLE:
            return _people(forum, typed)
        case Kind.NUMBER:
            return _count(choosable, typed)
        case Kind.DAY_OF_YEAR | Kind.DAYS_OF_YEAR:
            return _day_of_year(typed) if choosable.kind is Kind.DAY_OF_YEAR else _days_of_year(typed)
        case Kind.PERIODS:
            return [_period(each, today) for each in _parted(typed, ",;\n")]
        case Kind.ITEMS:
            return [_item(each, today) for each in _parted(typed, ";\n", choosable.most)]
        case Kind.CASE_NUMBER:
            return _case_number(typed)
        case _:
            assert_never(choosable.kind)


def decision_of(typed: str, today: date) -> tuple[str, date]:
    """Who decided it, and when: "klyngen den 3. marts 2027"; a Refusal about the input `decision`."""
    tokens = typed.split()
    for who, day in _split(tokens):
        found = _day_gone(day.strip(" ,.:;()"), today)
        if found is not None:
            name = " ".join(who).strip(" ,.;:()").removeprefix("af ").strip()
            if not name:
                raise Refusal("choice_who", field="decision")
            return name, found
    raise Refusal("choice_when", field="decision")


def _split(tokens: Sequence[str]) -> Iterator[tuple[Sequence[str], str]]:
    """Who and day, wherever the day stands; the longest that can be a day first."""
    for length in range(min(_LONGEST_DAY, len(tokens)), 0, -1):
        yield tokens[:-length], " ".join(tokens[-length:])
        yield tokens[length:], " ".join(tokens[:length])


def _day_gone(typed: str, today: date) -> date | None:
    try:
        return parse_past_date(typed, today)
    except Refusal:
        return None


def _codes(forum: Forum, choosable: Choosable, typed: Sequence[str]) -> list[str]:
    known = options_of(forum, choosable)
    if not typed or any(each not in known for each in typed):
        raise Refusal("bad_card")
    return list(dict.fromkeys(typed))


def _several(forum: Forum, choosable: Choosable, typed: Sequence[str]) -> list[str]:
    return [] if choosable.may_be_empty and not typed else _codes(forum, choosable, typed)


def _people(forum: Forum, typed: str) -> list[str]:
    people = list(people_meant(typed.split(","), forum.people))
    if not people:
        raise Refusal("choice_people", field="value")
    return people


def _organisations(forum: Forum, typed: Sequence[str]) -> list[str]:
    """Their ids in the order typed, each once."""
    found = [organisation_meant(forum, each) for each in typed]
    unknown = next((said for said, each in zip(typed, found, strict=True) if each is None), None)
    if unknown is not None:
        raise Refusal("choice_organisation", field="value", navn=unknown[:_SHOWN])
    ids = [each.id for each in found if each is not None]
    if not ids or len(set(ids)) < len(ids):
        raise Refusal("choice_organisations", field="value")
    return ids


def _person(forum: Forum, typed: str) -> str:
    people = people_meant(typed.split(","), forum.people)
    if len(people) != 1:
        raise Refusal("choice_person", field="value")
    return people[0]


def _count(choosable: Choosable, typed: str) -> int:
    match = _COUNT.fullmatch(" ".join(typed.casefold().split()))
    if match is None or not choosable.least <= int(match[1]) <= choosable.most:
        raise Refusal("choice_number", field="value", min=choosable.least, max=choosable.most)
    return int(match[1])


def _case_number(typed: str) -> str:
    number = case_number(typed, "value")
    if not number:
        raise Refusal("bad_case_number", field="value")
    return number


def _item(typed: str, today: date) -> dict[str, str]:
    """A title, and behind a last comma perhaps until when: "Status, til 31. december 2027"."""
    title, comma, last = typed.rpartition(",")
    try:
        until = parse_period(last.strip().removeprefix("til "), today)[1] if comma else None
    except Refusal:
        until = None
    whole = typed if until is None else title
    named = {"title": clean_line(whole, "value", _LONGEST_TITLE)}
    return named if until is None else named | {"until": until.isoformat()}


def _days_of_year(typed: str) -> list[str]:
    return sorted({_day_of_year(each) for each in _parted(typed, ",;\n")})


def _day_of_year(typed: str) -> str:
    try:
        return "{:02}-{:02}".format(*parse_day_of_year(typed))
    except Refusal:
        raise Refusal("choice_day", field="value", skrevet=typed[:_SHOWN]) from None


def _period(typed: str, today: date) -> dict[str, str]:
    try:
        first, last = parse_period(typed, today)
    except Refusal:
        raise Refusal("choice_period", field="value", skrevet=typed[:_SHOWN]) from None
    return {"from": first.isoformat(), "to": last.isoformat()}


def _parted(typed: str, marks: str, most: int = _MOST) -> list[str]:
    """The parts between the marks; nothing for "ingen"."""
    parts = [part for each in re.split(f"[{marks}]", typed) if (part := each.strip())]
    if len(parts) > most:
        raise Refusal("choice_too_many", field="value", max=most)
    return [] if [fold(each) for each in parts] == [NOBODY] else parts
