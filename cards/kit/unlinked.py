"""What people wrote does nothing in a card: no function runs and no address becomes a link, and it reads as typed.

Teams turns `{{DATE(…)}}` into a date and bare addresses into links, also where no Markdown is read. An invisible sign
(a word joiner, which is no part of any address) stands where either would be recognised. It is in cards alone: what is
stored, what a form's input holds and what a page shows are as they were typed.
"""

import re

_JOINER = "\u2060"

_SCHEMES = "|".join(f"(?<={each}:)" for each in ("mailto", "tel", "sip", "sips", "callto", "skype"))
_LIVE: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("{{", re.compile(r"\{(?=\{)"), rf"\g<0>{_JOINER}"),
    ("//", re.compile(r"/(?=/)"), rf"\g<0>{_JOINER}"),
    # before, since what a name may hold is known and what a host may hold is not
    ("@", re.compile(r"@(?<=\S@)(?=\S)"), rf"{_JOINER}\g<0>"),
    (":", re.compile(rf":(?:(?=/)|{_SCHEMES})", re.IGNORECASE), rf"{_JOINER}\g<0>"),
    (".", re.compile(r"[wW]{3}(?=\.)"), rf"\g<0>{_JOINER}"),
    *((dot, re.compile(rf"[{dot}](?<=\w.)(?=[^\W\d_]{{2}})"), rf"\g<0>{_JOINER}") for dot in ".\u3002\uff0e\uff61"),
)
"""What is recognised by the sign in it, and where it is broken; most texts have few of the signs."""


def unlinked(words: str) -> str:
    """The words, in which nothing is recognised."""
    for sign, live, broken in _LIVE:
        if sign in words:
            words = live.sub(broken, words)
    return words


def as_typed(words: str) -> str:
    """The words of a card without what was put between them."""
    return words.replace(_JOINER, "")
