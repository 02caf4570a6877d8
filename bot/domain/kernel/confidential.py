"""Civil registration numbers (CPR) are found in any text before it is stored or posted."""

import re
import unicodedata

from bot.domain.kernel.refusal import Refusal

_LONGEST_MONTH = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_REPLACEMENT = 60  # a replacement number (erstatnings-CPR) adds 60 to the day
_NUMBER = re.compile(r"(?<![0-9])([0-9]{2})([ -]?)([0-9]{2})\2[0-9]{2}( ?-? ?)[0-9]{4}(?![0-9])")
_INVISIBLE = frozenset(("Cc", "Cf", "Me", "Mn"))
_MINUS = "\u2212"  # no dash to Unicode


def contains_cpr(text: str) -> bool:
    """Whether the text holds a CPR number, also with spaces, odd dashes, other digits or invisible marks in it."""
    plain = " ".join("".join(map(_plain, text)).split())
    return any(_is_cpr(match) for match in _NUMBER.finditer(plain))


def check_confidential(*texts: str, field: str | None = None) -> None:
    """Refusal("cpr") if any of the texts holds a CPR number; `field` is the input they were typed into."""
    if any(contains_cpr(text) for text in texts):
        raise Refusal("cpr", field=field)


def _is_cpr(match: re.Match[str]) -> bool:
    day, month = int(match[1]), int(match[3])
    # 16-03-27 1630 is a date and a time: where dashes part the date, one parts the last four digits too
    is_date_and_time = match[2] == "-" and "-" not in match[4]
    return not is_date_and_time and 1 <= month <= 12 and 1 <= day % _REPLACEMENT <= _LONGEST_MONTH[month - 1]


def _plain(sign: str) -> str:
    """The sign as an ASCII digit, space or dash where it is some kind of one; nothing where it is invisible."""
    if sign.isspace():
        return " "
    digit = unicodedata.digit(sign, None)
    if digit is not None:
        return str(digit)
    category = unicodedata.category(sign)
    if category == "Pd" or sign == _MINUS:
        return "-"
    return "" if category in _INVISIBLE else sign
