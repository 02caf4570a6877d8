"""A case as it is typed in one sentence: the number, and whether it is of an item or of which meeting."""

import re
from contextlib import suppress

from bot.domain.filing.actions import FileOn, ShowFiling
from bot.domain.filing.rules import kle_code
from bot.domain.kernel.case_number import case_number
from bot.domain.kernel.refusal import Refusal

_LONGEST = 200  # characters
_PLACE = re.compile(r"[,;]? (?:på|til|for) (?:(punkt) |(mødet)(?: den)? )", re.IGNORECASE)
_WHOLE = re.compile(r"[,;]? (?:på|til|for) (?:hele )?mødet$", re.IGNORECASE)
_ITEM = re.compile(r"[1-9]\d{0,2}", re.ASCII)


def read_case(sentence: str) -> FileOn | ShowFiling:
    """What "24/1234 på punkt 3 til mødet den 16/3" says; the card where it is not quite that."""
    found = _parts(sentence)
    if found is not None and not re.search(r"\s", found[0]):
        with suppress(Refusal):
            if number := case_number(found[0], "case_number"):
                return FileOn(case_number=number, position=found[1], meeting=found[2])
    return ShowFiling()


def read_kle(sentence: str) -> FileOn | ShowFiling:
    """The same of "27.36.04 A26 på punkt 3"; words are looked for in the municipality's list."""
    found = _parts(sentence)
    if found is None:
        return ShowFiling()
    typed, item, meeting = found
    try:
        subject, facet = kle_code(typed)
    except Refusal:
        return ShowFiling(kle=typed, pick=item, meeting=meeting)
    return FileOn(kle=subject, facet=facet, position=item, meeting=meeting)


def _parts(sentence: str) -> tuple[str, int | None, str | None] | None:
    """The number, the item and the meeting, the last two where they were named; None where a word is left over."""
    typed, *named = _PLACE.split(_WHOLE.sub("", " ".join(sentence[:_LONGEST].split()).rstrip(".!")))
    places = {"punkt" if item else "mødet": said for item, _, said in zip(*[iter(named)] * 3, strict=True)}
    item = places.get("punkt")
    if len(places) < len(named) // 3 or (item is not None and not _ITEM.fullmatch(item)):
        return None
    typed = typed.strip().removeprefix("er ")
    return typed, None if item is None else int(item), places.get("mødet")
