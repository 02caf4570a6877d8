"""What of a sentence is the text to keep: what stands behind its first colon, else all of it where it says enough."""

import re

from bot.usecases.said.told import Told

_BECAUSE = re.compile(r"\b(?:fordi|da|eftersom|idet|siden|for at|pga)\b", re.IGNORECASE)


def after_colon(told: Told) -> str:
    """What stands behind the first colon that is none of a time of the day; empty where there is none."""
    head, mark, tail = told.said.partition(":")
    if mark and head[-1:].isdigit() and tail[:2].isdigit():
        return ""
    return tail.strip()


def text_told(told: Told) -> str:
    """That, else what the sentence is followed by without a because."""
    return after_colon(told) or ("" if _BECAUSE.search(told.said) else told.reason)


def kept_text(told: Told) -> str:
    """That, else the whole sentence where more stands in it than what it asks for; empty where it does not."""
    return after_colon(told) or (told.said.strip() if told.rest else "")
