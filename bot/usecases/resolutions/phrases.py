"""What people type to find what was resolved; see bot/usecases/phrases.py."""

import re

from bot.domain.kernel.danish import bare
from bot.domain.resolutions.actions import ShowResolutions
from bot.domain.saying.actions import Said
from bot.usecases.phrases import Filled, QueryPhrases

_OF_ITEM = re.compile(
    r"\b(?:p(?:un)?kt\.? [0-9]|(?:[a-z]+|[0-9]+\.) p(?:un)?kt\b.* |skal (?:skrives|vare|hedde|rettes)|gengivet)"
    r"|\b(?:godkendt|udsat|droftet|forkastet|taget til)\b"
)


def _sought(got: Filled) -> ShowResolutions | Said:
    """What is searched for; what speaks of one item's resolution is a sentence like any other."""
    return Said(words=f"beslutning {got.tail}") if _OF_ITEM.search(bare(got.tail)) else ShowResolutions(words=got.tail)


PHRASES = (
    QueryPhrases("[vis/se] beslutninger/beslutningerne", lambda got: ShowResolutions()),
    QueryPhrases(
        "beslutninger {ord} | [vis/find/søg] beslutninger/beslutningerne om {ord}"
        " | hvad besluttede/beslutter vi om {ord} | hvad har vi besluttet om {ord}"
        " | hvad er/blev [der] besluttet om {ord} | beslutning om {ord}",
        _sought,
    ),
)
