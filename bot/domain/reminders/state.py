"""How somebody wants to be told in their own chat what is news to them."""

from enum import StrEnum


class NoticeChoice(StrEnum):
    """Each message as it comes, gathered into one each working day, or what is owed by a day alone."""

    AT_ONCE = "at_once"
    GATHERED = "gathered"
    DEADLINES = "deadlines"


USUAL = NoticeChoice.AT_ONCE
"""For whoever has chosen nothing, this holds."""
