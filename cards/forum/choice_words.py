"""How a choice of a forum and its value read, and which choice or value somebody means by what they typed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, assert_never

from bot.domain.forum.choosable import Choosable, Kind, code_of, options_of
from bot.domain.forum.places import Place, places
from bot.domain.kernel.danish import NOBODY, fold
from bot.domain.kernel.forum import Choice, Forum
from cards.forum.choice_names import NAMES, OPTIONS, TYPED, TYPED_OPTIONS
from cards.kit.words import count, listing, medium_date, say

_SMALL = frozenset(map(fold, ("i", "for", "af", "til", "ved", "på", "den", "det", "egen")))


def name_of(place: Place) -> str:
    """What the choice is called, with whose it is where it is one organisation's own."""
    name = say(NAMES[place.choosable.key])
    return name if place.organisation is None else say("choice.own", valg=name, organisation=place.organisation.name)


def options_words(forum: Forum, choosable: Choosable) -> Mapping[str, str]:
    """By code: every option that there is in the forum."""
    return {code: _option(forum, choosable, code) for code in options_of(forum, choosable)}


def value_words(forum: Forum, choosable: Choosable, value: Any) -> str:  # noqa: C901 - one case a kind
    """A value as one reads it."""
    match choosable.kind:
        case Kind.ONE:
            return _option(forum, choosable, code_of(choosable, value))
        case Kind.SEVERAL:
            return listing(_option(forum, choosable, code_of(choosable, each)) for each in value) or say("common.none")
        case Kind.ORGANISATIONS:
            return ", ".join(organisation_name(forum, each) for each in value)
        case Kind.PERSON:
            return _person(forum, value)
        case Kind.PEOPLE:
            return listing(_person(forum, each) for each in value)
        case Kind.NUMBER:
            return count(value, "måned", "måneder") if choosable.counts_months else count(value, "dag", "dage")
        case Kind.DAY_OF_YEAR | Kind.DAYS_OF_YEAR:
            days = [value] if choosable.kind is Kind.DAY_OF_YEAR else value
            return listing(map(_day_of_year, days)) or say("common.none")
        case Kind.PERIODS:
            return "; ".join(map(_period, value)) or say("common.none")
        case Kind.ITEMS:
            return "; ".join(map(_item, value)) or say("common.none")
        case Kind.CASE_NUMBER:
            return str(value)
        case _:
            assert_never(choosable.kind)


def typed_value(forum: Forum, choosable: Choosable, value: Any) -> str:
    """The value as its field holds it."""
    match choosable.kind:
        case Kind.ONE:
            return code_of(choosable, value)
        case Kind.SEVERAL:
            return ",".join(code_of(choosable, each) for each in value) or NOBODY
        case Kind.ORGANISATIONS:
            return ", ".join(_typed_organisation(forum, each) for each in value)
        case Kind.PEOPLE:
            return ",".join(value)
        case Kind.NUMBER | Kind.PERSON | Kind.CASE_NUMBER:
            return str(value)
        case Kind.DAY_OF_YEAR:
            return _day_of_year(value)
        case Kind.DAYS_OF_YEAR:
            return ", ".join(map(_day_of_year, value))
        case Kind.PERIODS:
            return "; ".join(map(_period, value))
        case Kind.ITEMS:
            return "\n".join(map(_item, value))
        case _:
            assert_never(choosable.kind)


def codes_meant(forum: Forum, choosable: Choosable, typed: str) -> str | None:
    """The codes that the typed words name, commas between them; None where one names no option. Codes stay."""
    words = options_words(forum, choosable)
    known = {fold(each): code for code, each in words.items()} | {fold(code): code for code in words}
    known |= {fold(each): code for each, code in TYPED_OPTIONS.items() if code in words and fold(each) not in known}
    parts = [fold(each).strip(" .") for each in typed.split(",")] if choosable.kind is Kind.SEVERAL else [_bare(typed)]
    if choosable.may_be_empty and parts == [NOBODY]:
        return NOBODY
    found = [known.get(each) for each in parts]
    return None if None in found else ",".join(map(str, found))


def places_meant(forum: Forum, typed: str, kept: Collection[str] = ()) -> Sequence[Place]:
    """The choices that may be meant: the one of that key, name or short name, else each whose name has the words."""
    every, word = list(places(forum, kept)), _bare(typed)
    short = {fold(each): key for each, key in TYPED.items()}.get(word)
    exact = [each for each in every if word in (fold(each.key), fold(name_of(each))) or each.key == short]
    if exact:
        return exact
    wanted = [each for each in word.replace(",", " ").split() if each not in _SMALL]
    return [each for each in every if wanted and all(_has(name_of(each), part) for part in wanted)]


def decided_words(choice: Choice) -> str:
    """By whom and when."""
    return say("choice.decided", hvem=choice.chosen_by, dato=medium_date(choice.on))


def _option(forum: Forum, choosable: Choosable, code: Any) -> str:
    key = OPTIONS.get(choosable.key, {}).get(code)
    if key is not None:
        return say(key)
    if choosable.some_of is not None and str(code).isdecimal():
        return say("choice.answers.some", antal=code)
    return organisation_name(forum, str(code))


def organisation_name(forum: Forum, organisation: str) -> str:
    """Its name, or the bare id of one the forum no longer knows."""
    found = forum.organisation(organisation)
    return organisation if found is None else found.name


def _typed_organisation(forum: Forum, organisation: str) -> str:
    """Its name, or its id where the name could not be told from two."""
    name = organisation_name(forum, organisation)
    return organisation if "," in name or ";" in name else name


def _person(forum: Forum, person: str) -> str:
    return next((each.name for each in forum.people if each.id == person), person)


def _day_of_year(day: str) -> str:
    return medium_date(date.fromisoformat(f"2000-{day}")).removesuffix(" 2000")


def _period(period: Mapping[str, str]) -> str:
    first, last = (date.fromisoformat(period[each]) for each in ("from", "to"))
    return medium_date(first) if first == last else f"{medium_date(first)} – {medium_date(last)}"


def _item(item: Mapping[str, str]) -> str:
    until = item.get("until")
    last = None if until is None else medium_date(date.fromisoformat(until))
    return item["title"] if last is None else say("choice.item", titel=item["title"], dato=last)


def _bare(typed: str) -> str:
    return fold(" ".join(typed.split())).strip(" .:»«")


def _has(name: str, part: str) -> bool:
    return any(each.startswith(part) for each in _words(name))


def _words(name: str) -> Iterator[str]:
    return iter(fold(name).replace(",", " ").split())
