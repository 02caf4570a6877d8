"""What the levels are called that a case may be sent on at."""

from bot.domain.kernel.charter import Charter
from cards.kit.words import say

_LEVELS = {
    "politisk": "referral.level.politisk",
    "direktion": "referral.level.direktion",
    "udfoerende": "referral.level.udfoerende",
}


def level_name(charter: Charter, level: str) -> str:
    """By the usual words, else as the charter names it."""
    return say(_LEVELS[level]) if level in _LEVELS else charter.name_of_body(level)
