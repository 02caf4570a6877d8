"""A late item in one sentence: what it is called, and behind »begrundelse« why it cannot wait."""

import re

from bot.domain.supplements.actions import AddLate

_REASON = re.compile(r"[\s,.;–-]{0,5}\bbegrundelse\b:?", re.IGNORECASE)


def read_late(words: str) -> AddLate:
    """The title and the reason; without the word there is no reason, which is then asked for."""
    title, *reason = _REASON.split(words, maxsplit=1)
    return AddLate(title=title.strip(" ,.;–-"), reason=reason[0].strip() if reason else "")
