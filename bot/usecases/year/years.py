"""Which year somebody means."""

import re

from bot.domain.kernel.refusal import Refusal

_YEAR = re.compile(r"(?:(?:for|i) )?(?:år(?:et)? )?(2[0-9]{3})[.!?]?", re.IGNORECASE)
_THIS, _NEXT, _LAST = ("", "i år", "dette år", "år"), ("næste år", "næste"), ("sidste år", "sidste")


def year_meant(typed: str, this: int) -> int:
    """The year that was typed, this one where nothing was; Refusal("year_unknown")."""
    words = " ".join(typed.casefold().split()) if len(typed) < 40 else "?"
    for away, names in ((0, _THIS), (1, _NEXT), (-1, _LAST)):
        if words in names:
            return this + away
    match = _YEAR.fullmatch(words)
    if match is None or not 2000 <= int(match[1]) < 2200:
        raise Refusal("year_unknown")
    return int(match[1])
