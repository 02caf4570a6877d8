"""Amounts in kroner: a number with kr., a unit or ",-"; one without them is no amount."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from bot.domain.kernel.danish import parse_amount
from bot.domain.kernel.refusal import Refusal
from bot.domain.saying.found import Amount
from bot.domain.saying.numerals import CARDINAL, counted
from bot.domain.saying.sentence import Sentence

_UNIT = r"(?P<unit>tusinde?|millioner|million|milliarder|milliard|mio|mill|mia)\b\.?"
_KRONER = r"(?P<kroner>(?:kroner|kr|dkk)\b\.?)"
_DIGITS = re.compile(
    r"(?<![a-z0-9.,/])(?P<sign>(?:kr\.?|dkk) ?)?"
    r"(?P<whole>(?<!punkt )(?<!forslag )[1-9][0-9]{0,2}(?: [0-9]{3})+(?![0-9])|[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?![0-9])"
    r"|[0-9]+)(?:[.,](?P<part>[0-9]{1,8})(?![0-9])| ?(?P<half>\u00bd))?(?P<dash>,-)?"
    rf"(?: ?{_UNIT}|[ .]?(?P<thousands>t)(?=\.? ?kr\b)\.?|(?P<k>k)\b)?(?: ?{_KRONER})?"
)
_PARTED = re.compile(
    r"(?<![a-z0-9.,/])(?<!punkt )(?<!forslag )(?:(?P<count>[1-9][0-9]{0,2}) )?"
    rf"(?P<parted>[\u00bc-\u00be]|[13]/4|1/2)(?: en)? ?{_UNIT}(?: ?{_KRONER})?"
)
_WORDS = re.compile(
    rf"(?<![a-z0-9])(?:(?:(?:(?P<cardinal>{CARDINAL}) (?:og )?)?(?:en|et|den) )?(?P<fraction>halve?|kvart|trekvart)"
    rf"|(?P<one_and_half>halvanden)"
    rf"|(?:(?P<hundreds>{CARDINAL}) ?)?(?P<hundred>hundrede?)(?: ?(?:og )?(?P<beside>{CARDINAL}))?"
    rf"|(?P<count>{CARDINAL})) ?(?:{_UNIT}(?: ?{_KRONER})?|(?P<only>(?:kroner|kr)\b\.?))"
)
_UNITS = {"tusinde": "tusind", "mill": "mio"}
_PARTS = {"1/4": "25", "\u00bc": "25", "1/2": "5", "\u00bd": "5", "3/4": "75", "\u00be": "75"}
_FRACTIONS = {"halv": 50, "halve": 50, "kvart": 25, "trekvart": 75}  # hundredths
_THOUSAND, _MILLION = 1_000, 1_000_000


def read_amounts(sentence: Sentence) -> tuple[Amount, ...]:
    """Every amount, in the order of the sentence; "1.25 mio" can only be meant as 1,25 mio."""
    found: list[Amount] = []
    text = sentence
    for form, written in ((_PARTED, _parted), (_DIGITS, _digits), (_WORDS, _words)):
        new = tuple(_read(sentence, form, written))
        sentence = sentence.without(new)
        found += new
    return tuple(_joined(sorted(found, key=lambda amount: amount.start), text))


def _joined(amounts: Iterable[Amount], sentence: Sentence) -> list[Amount]:
    """ "En million to hundrede tusind" is one amount."""
    joined: list[Amount] = []
    for amount in amounts:
        if joined and _goes_on(joined[-1], amount, sentence):
            amount = replace(amount, start=joined[-1].start, kroner=joined.pop().kroner + amount.kroner)
        joined.append(amount)
    return joined


def _goes_on(before: Amount, amount: Amount, sentence: Sentence) -> bool:
    between = sentence.text[bisect_left(sentence.starts, before.end) : bisect_left(sentence.starts, amount.start)]
    return between == " " and before.kroner % _MILLION == 0 and _THOUSAND <= amount.kroner < _MILLION


def _read(sentence: Sentence, form: re.Pattern[str], written: Callable[[re.Match[str]], str]) -> Iterator[Amount]:
    for match in form.finditer(sentence.text):
        if (kroner := _kroner(written(match))) is not None:
            start, end = sentence.typed(*match.span())
            yield Amount(start=start, end=end, kroner=kroner)


def _kroner(written: str) -> Decimal | None:
    try:
        return parse_amount(written.strip()) if written else None
    except Refusal:
        return None


def _digits(match: re.Match[str]) -> str:
    """The same as it is typed into a form; nothing where it is no amount."""
    unit = "t" if match["thousands"] or match["k"] else _unit(match)
    if not (unit or match["sign"] or match["dash"] or match["kroner"]):
        return ""
    part = "5" if match["half"] else match["part"]
    return f"{match['whole']},{part} {unit}" if part else f"{match['whole']} {unit}"


def _parted(match: re.Match[str]) -> str:
    return f"{match['count'] or 0},{_PARTS[match['parted']]} {_unit(match)}"


def _words(match: re.Match[str]) -> str:
    hundredths = _FRACTIONS.get(match["fraction"] or "", 50 if match["one_and_half"] else 0)
    if match["only"] and hundredths:  # "en halv krone"
        return ""
    if match["hundred"]:
        whole = 100 * counted(match["hundreds"] or "en") + (counted(match["beside"]) if match["beside"] else 0)
    else:
        count = match["cardinal"] or match["count"]
        whole = counted(count) if count else int(bool(match["one_and_half"]))
    return f"{whole},{hundredths:02} {_unit(match)}"


def _unit(match: re.Match[str]) -> str:
    return _UNITS.get(match["unit"] or "", match["unit"] or "")
