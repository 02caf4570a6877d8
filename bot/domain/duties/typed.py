"""A new duty written in one breath: what, who and when, each after its own word."""

import re
from dataclasses import replace
from typing import Any

from bot.domain.duties.actions import CreateDuty

_WORDS = {"ansvarlig": "owner", "frist": "due", "parter": "parties", "kilde": "source", "sidst": "followed_on"}
_AFTER = re.compile(rf"[,;.]? ({'|'.join(_WORDS)}):? ", re.IGNORECASE)


def in_one_breath(words: str, new: CreateDuty) -> CreateDuty:
    """The new duty with the fields of a sentence like "Skriv til byrådet, ansvarlig Hjørring, frist 1/6"."""
    title, *parts = _AFTER.split(" ".join(words.split()))
    named = zip(parts[::2], parts[1::2], strict=True)
    fields: dict[str, Any] = {_WORDS[word.casefold()]: said.strip(" ,;.") for word, said in named}
    return replace(new, title=title.strip(" ,;"), **fields)
