"""Civil registration numbers (CPR) are found in any text before it is stored or posted, in a time that grows with it.

Found are day, month, year of two or four digits and four more, whatever few signs part them, in any script's digits,
with what nobody sees in between; five pairs or ten digits that one sign parts; days counted from 61 (replacement
numbers); four in brackets or in two pairs after six that nothing parts; and those of the health service, whose last
four are a digit, two letters and a digit.

A number that is refused wrongly costs somebody their text, so these are left alone, at what it says of each:
- ten digits within more digits (EAN, account and long case numbers), and what follows a `+` (telephone numbers);
- a date and four digits after a space, where the date has signs of its own and a year from 2020 to 2039 (a time, a
  postal code): "16.03.27 1630" is no number, nor is one of somebody born in the twenties or thirties if written so;
- four digits alone that read as a year, 1901 to 1912 and 2001 to 2012 (lists of years, case numbers "2012-012345"):
  those born on a 19th or 20th are missed where a sign stands after the month and none before it;
- days, month and year, "10.-12.10.2026": nobody who lives has a number of that kind;
- what the end of a sentence parts: "… den 16.03.27. 1234 borgere", "…, 9000 Aalborg";
- pairs and digits that go on beyond ten (two telephone numbers), and letters in place of digits.
Refused all the same are other numbers that look alike: ten digits alone (a production unit's, an amount without dots).
"""

import re
import unicodedata
from collections.abc import Iterator
from string import digits

from bot.domain.kernel.refusal import Refusal

_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_REPLACEMENT = 60  # a replacement number (erstatnings-CPR) adds 60 to the day

_FEWEST_DIGITS = 8  # with the two letters of the health service; most texts have fewer, and are not read any further

_MARKS = "-./\\_,:;|*~'+="
_GAP = rf"[ {re.escape(_MARKS)}]{{0,3}}"
_AFTER_DATE = rf"[ ()\[\]{re.escape(_MARKS)}]{{0,3}}"
_BRACKETS = frozenset("()[]")
_LETTERS = r"[^\W\d_]"
_YEAR = "(?:19|20)[0-9]{2}"  # 2012-012345, 2010 2011 2012
_DAY, _MONTH = "(?:[0-2][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])", "(?:0[1-9]|1[0-2])"
# Each begins with a look ahead, so that one that is none hides no other that begins within it.
_NUMBER = re.compile(
    rf"(?<![0-9+])(?!{_YEAR}[ {re.escape(_MARKS)}])"
    rf"(?=(?P<day>{_DAY})(?P<first>{_GAP})(?P<month>{_MONTH})(?P<second>{_GAP})"
    rf"(?P<year>(?:18|19|20)?[0-9]{{2}})(?P<third>{_AFTER_DATE})"
    rf"(?P<last>[0-9]{{4}}(?![0-9])|[0-9]{{2}} [0-9]{{2}}(?! ?[0-9])|[0-9]{_LETTERS}{{2}}[0-9](?![^\W_])))"
)
_PAIRS = re.compile(
    rf"(?<![0-9+])(?<![0-9][ {re.escape(_MARKS)}])"
    rf"(?=(?P<day>{_DAY})(?P<first>[ {re.escape(_MARKS)}])(?P<month>{_MONTH})(?P=first)(?P<year>[0-9]{{2}})(?P=first)"
    r"(?P<last>[0-9]{2}(?P=first)[0-9]{2})(?!(?P=first)?[0-9]))"
)
_SINGLE = re.compile(
    rf"(?<![0-9+])(?<![0-9][ {re.escape(_MARKS)}])(?=([0-9]([ {re.escape(_MARKS)}])(?:[0-9]\2){{8}}[0-9])(?!\2?[0-9]))"
)
_AFTER_COUNTRY = re.compile(r"\+[0-9]{1,3} ?\Z")
_FOUR_MORE = re.compile(r" [0-9]{4}(?![0-9])")
_ENDS_SENTENCE = re.compile(r"[.,:;] ")
_BETWEEN = " ¶ "  # no number goes on behind it
_YEARS_TO_COME = range(20, 40)


def contains_cpr(text: str) -> bool:
    """Whether the text holds a CPR number, however it is written; see above for what is none."""
    plain = " ".join((text if text.isascii() and text.isprintable() else text.translate(_ALIKE)).split())
    has_digits = sum(map(plain.count, digits)) >= _FEWEST_DIGITS
    return has_digits and any(_is_cpr(each, plain) for each in _possible(plain))


def check_confidential(*texts: str, field: str | None = None) -> None:
    """Refusal("cpr") if any of the texts holds a CPR number; `field` is the input they were typed into."""
    if contains_cpr(_BETWEEN.join(texts)):
        raise Refusal("cpr", field=field)


def _possible(plain: str) -> Iterator[re.Match[str]]:
    yield from _NUMBER.finditer(plain)
    yield from _PAIRS.finditer(plain)
    for found in _SINGLE.finditer(plain):
        whole = _NUMBER.match(found[1].replace(found[2], ""))
        if whole is not None:
            yield whole


def _is_cpr(found: re.Match[str], plain: str) -> bool:
    day, month = int(found["day"]) % _REPLACEMENT, int(found["month"])
    if not 1 <= day <= _LONGEST_MONTH[month - 1]:
        return False
    is_abroad = found.start() > 0 and _AFTER_COUNTRY.search(plain[max(0, found.start() - 5) : found.start()])
    is_other = _is_date_and_more(found) or _is_span_of_days(found) or _is_date_and_aside(found)
    return not (is_abroad or is_other or _are_telephones(found, plain))


def _is_date_and_more(found: re.Match[str]) -> bool:
    """16-03-27 1630 is a date and a time, and what comes after a full stop is no part of the date."""
    parts = found.groupdict()
    third = parts.get("third", parts["first"])
    is_to_come = int(found["year"][-2:]) in _YEARS_TO_COME and found["year"][:-2] in ("", "20")
    has_signs = bool(parts["first"].strip()) or "third" not in parts
    return bool(_ENDS_SENTENCE.search(third)) or (is_to_come and has_signs and third == " ")


def _is_span_of_days(found: re.Match[str]) -> bool:
    """10.-12.10.2026."""
    parts = found.groupdict()
    is_parted = all(parts.get(each) for each in ("first", "second", "third"))
    return is_parted and 1 <= int(found["year"]) <= 12 and found["last"][:2] in ("19", "20")


def _is_date_and_aside(found: re.Match[str]) -> bool:
    """31.12.2019 (1250 borgere), 31.12.2019 10 12: brackets and pairs count after six digits that nothing parts."""
    parts = found.groupdict()
    is_aside = not _BRACKETS.isdisjoint(parts.get("third", "")) or " " in parts["last"]
    return is_aside and "third" in parts and bool(parts["first"] or parts["second"])


def _are_telephones(found: re.Match[str], plain: str) -> bool:
    """6205 1800 / 0018 0562."""
    parts = found.groupdict()
    is_in_fours = (parts["first"], parts.get("second"), len(parts["year"])) == ("", " ", 4)
    return is_in_fours and bool(_FOUR_MORE.match(plain, found.end("last")))


def _alike() -> dict[int, str | None]:
    """Every sign as the digit, space or mark that it passes for; None where nobody sees it."""
    found: dict[int, str | None] = {}
    for code in (*range(0x20000), *range(0xE0000, 0xE01F0)):
        sign = chr(code)
        digit, category = unicodedata.digit(sign, None), unicodedata.category(sign)
        if digit is not None:
            found[code] = str(digit)
        elif sign.isspace():
            found[code] = " "
        elif category in ("Cc", "Cf", "Me", "Mn"):
            found[code] = None
        elif category in ("Pd", "Pc"):
            found[code] = "-" if category == "Pd" else "_"
    found |= dict.fromkeys(map(ord, "\u2212\u2043\u00af\u02d7\uff0d"), "-")
    found |= dict.fromkeys(map(ord, "\u00b7\u2022\u2024\u2027\u2219\u22c5\u3002\u30fb\uff0e\uff61"), ".")
    found |= dict.fromkeys(map(ord, "\u2044\u2215\u29f8\uff0f\uff3c"), "/")
    found |= dict.fromkeys(map(ord, "\uff0c\u3001\u201a"), ",") | dict.fromkeys(map(ord, "\uff1a\ua789\u2236"), ":")
    found |= dict.fromkeys((0x2800, 0x3164, 0x115F, 0x1160, 0xFFA0), " ")
    return found


_ALIKE = _alike()
