"""What something is to be called, in somebody's own words."""

import re

from bot.usecases.said.told import Told

_READ = 2_000  # characters
QUOTED = re.compile(r"[»\"“](?P<title>[^«\"”»]{2,200})[«\"”]")
_SAID = re.compile(
    r"(?:\b(?:hedde|hede|hedder(?: fremover| nu)?|kaldes|kald (?:det|den)|lyde|være|til)\b:?|:)\s+(?=\S)",
    re.IGNORECASE,
)


def title_behind(told: Told) -> str:
    """What stands in quotation marks, else what follows the last word that leads to it."""
    if (quoted := QUOTED.search(told.said[:_READ])) is not None:
        return quoted["title"].strip()
    ends = [each.end() for each in _SAID.finditer(told.said[:_READ])]
    return told.said[ends[-1] :].strip(" .»«\"'") if ends else ""
