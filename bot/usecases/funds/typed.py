"""Amounts of the fund as they are typed, alone or at the head of a sentence, and what the rest of it names."""

import re
from dataclasses import dataclass

from bot.domain.funds.state import in_ore
from bot.domain.kernel.danish import bare, parse_amount
from bot.domain.kernel.refusal import Refusal

_MOST_WORDS = 5  # of an amount: "1 250 000 kr." has four
_MINUS = 20  # characters of an amount in which that word would stand
_AFTER = re.compile(r"(?:^|[,;.]? )(til punkt|på punkt|punkt|for|til|af post|post|i|fra|ifølge|jf\.?) ", re.IGNORECASE)
_YEARS = range(2000, 2101)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A sentence in its parts, each as it was typed; `words` is what follows its colon.

    `aim` is what it is for, in whatever words: a purpose, an item or an organisation. `source` is where it comes from.
    """

    amount: str
    item: str = ""
    aim: str = ""
    party: str = ""
    source: str = ""
    entry: str = ""
    year: str = ""
    words: str = ""


_NAMED = {
    "til punkt": "item",
    "på punkt": "item",
    "punkt": "item",
    "for": "party",
    "til": "aim",
    "af post": "entry",
    "post": "entry",
    "i": "year",
    "fra": "source",
    "ifølge": "source",
    "jf": "source",
}


def in_one_breath(sentence: str) -> Typed:
    """What "450.000 til punkt 2 for Hjørring: …" says; where no amount stands at its head, all of it is one."""
    head, _, words = sentence.partition(":")
    tokens = head.split()
    count = next((each for each in range(_MOST_WORDS, 0, -1) if _is_amount(tokens[:each])), len(tokens))
    parts = _AFTER.split(" " + " ".join(tokens[count:]))
    if parts[0].strip():  # no word is passed over
        return Typed(amount=head.strip(), words=words.strip())
    named = zip(parts[1::2], parts[2::2], strict=True)
    fields = {_NAMED[word.casefold().rstrip(".")]: said.strip(" ,;.") for word, said in named}
    if len(fields) < len(parts) // 2:  # what is said twice is not told apart
        return Typed(amount=head.strip(), words=words.strip())
    return Typed(amount=" ".join(tokens[:count]), words=words.strip(), **fields)


def read_amount(typed: str, field: str = "amount") -> int:
    """An amount in øre, more than nothing; a Refusal about that field says what to write."""
    begun = typed.strip()[:_MINUS]
    if begun.startswith(("-", "−", "–")) or bare(begun).startswith("minus"):
        raise Refusal("funds_negative", field=field)
    amount = in_ore(parse_amount(typed, field))
    if amount == 0:
        raise Refusal("funds_zero", field=field)
    return amount


def read_year(typed: str, this_year: int) -> int:
    """The budget's year, this one where nothing was typed; Refusal "funds_year"."""
    words = typed.strip()
    if not words:
        return this_year
    if not (words.isascii() and words.isdecimal() and len(words) == 4 and int(words) in _YEARS):
        raise Refusal("funds_year", field="fund_year")
    return int(words)


def _is_amount(tokens: list[str]) -> bool:
    try:
        parse_amount(" ".join(tokens))
    except Refusal:
        return False
    return True
