"""What people wrote does nothing in a card: no function runs and no address becomes a link, and it reads as typed.

Teams turns `{{DATE(…)}}` into a date and bare addresses into links, also where no Markdown is read. An invisible sign
(a word joiner, which is no part of any address) stands where either would be recognised. It is in cards alone: what is
stored, what a form's input holds and what a page shows are as they were typed.
"""

import re

_JOINER = "\u2060"

_LIVE = re.compile(
    r"\{(?=\{)|/(?=/)"
    r"|(?<=\w)[.\u3002\uff0e\uff61](?=[^\W\d_]{2})"  # evil.example
    r"|(?<=\S)(?=@\S)"  # before, since what a name may hold is known and what a host may hold is not
    r"|(?<!\w)www(?=\.)|(?<!\w)(?:mailto|tel|sips?|callto|skype)(?=:)|(?<=\w)(?=://)",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"\{\{|//|[.\u3002\uff0e\uff61@:]\S")


def unlinked(words: str) -> str:
    """The words, in which nothing is recognised."""
    return _LIVE.sub(rf"\g<0>{_JOINER}", words) if _SIGNS.search(words) else words


def as_typed(words: str) -> str:
    """The words of a card without what was put between them."""
    return words.replace(_JOINER, "")
