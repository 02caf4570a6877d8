"""What takes something back is not meant where that itself is denied: »fjern ikke gæsten« takes nobody off.

A sentence that says so in other words mostly has a "not" of its own ("hun skal ikke med"), which turns nothing round.
"""

import re

from bot.usecases.said.sayings import Act

_BETWEEN = r"(?:[a-z0-9]+ ){0,2}"
_TAKES_BACK = (
    r"(?:fjern|slet|slett|stryg|strog|annull?er|tilbagekald|tilbagetrak|tilbagetrukk|trak|trukk|fortryd|fortrod|ophav"
    r"|afmeld|afbestil|aflys|drop|dropp|luk|lukk)[a-z]{0,4}"
)


def unless_kept(act: Act, takes_back: str = _TAKES_BACK) -> Act:
    """The act, unless its own verb is what is denied."""
    denied = re.compile(
        r"^\W*slet ikke\b"
        rf"|\b(?!slet ikke){takes_back} {_BETWEEN}(?:ikke|aldrig)\b(?! (?:langere|mere|alligevel|skal|med))"
        rf"|\b(?:ikke|aldrig|undlad at|lad vare med at) {_BETWEEN}(?!slet ){takes_back}\b"
    )
    return unless_said(act, denied)


def unless_said(act: Act, denied: re.Pattern[str]) -> Act:
    """The act, unless the sentence holds that, spelled bare."""
    return lambda told: None if denied.search(told.sound) else act(told)
