"""What is clear of a sentence in which a case is sent on: to whom, and after a colon what is asked, by when."""

import re
from dataclasses import replace
from typing import Any

from bot.domain.referrals.actions import SendOn

_FACTS = {"svar senest": "wanted", "ønsket svar senest": "wanted", "grundlag": "basis", "niveau": "level"}
_AFTER = re.compile(rf"[,;.]? ({'|'.join(sorted(_FACTS, key=len, reverse=True))}):? ", re.IGNORECASE)
_LONGEST_FACTS = 200  # characters after the question


def in_one_breath(said: str, new: SendOn) -> SendOn:
    """»Strategisk Sundhedsforum: Kan I bakke op, svar senest 1/6« as what goes into each field."""
    body, _, rest = said.partition(":")
    question, facts = _parted(rest.strip())
    return replace(new, body=body.strip(), question=question, **facts)


def _parted(words: str) -> tuple[str, dict[str, Any]]:
    """The question, and the facts that the sentence ends in."""
    near = (each.start() for each in _AFTER.finditer(words) if len(words) - each.start() < _LONGEST_FACTS)
    first = next(near, None)
    if first is None:
        return words, {}
    question, *parts = _AFTER.split(words[first:])
    named = zip(parts[::2], parts[1::2], strict=True)
    facts = {_FACTS[word.casefold()]: fact.strip(" ,;.") for word, fact in named}
    return (words[:first] + question).strip(" ,;"), facts
