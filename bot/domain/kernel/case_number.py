"""The number of a case in a records system (sagsnummer): its shape, which is that of no one system."""

import re

from bot.domain.kernel.danish import clean_line
from bot.domain.kernel.refusal import Refusal, Term

LONGEST = 60
_SHAPE = re.compile(r"[^\W_][\w./ -]*")


def case_number(typed: str, field: str) -> str:
    """One line with a digit in it, empty where nothing was typed; Refusal "bad_case_number" about that input."""
    number = clean_line(typed, Term("filing.field.number"), LONGEST, required=False)
    if number and not (_SHAPE.fullmatch(number) and any(sign.isdecimal() for sign in number)):
        raise Refusal("bad_case_number", field=field)
    return number
