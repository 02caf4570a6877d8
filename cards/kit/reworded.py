"""What was reworded, as one reads it: what went struck through, what came underlined, a little around it kept."""

from collections.abc import Iterator, Mapping, Sequence

from bot.domain.kernel.rewording import Mark, Run, shortened
from cards.kit.elements import Fate, Json, run, runs
from cards.kit.fitting import shorten

_LOOKS: Mapping[Mark, Fate | None] = {Mark.KEPT: None, Mark.GONE: "gone", Mark.NEW: "new"}


def difference(label: str, wording: Sequence[Run], *, around: int, most: int) -> Json:
    """The words after a label, at most so many characters of each change and of what stands beside it."""
    marked = (part for each in shortened(wording, around) for part in _parts(each, most))
    return runs(run(f"{label} "), *marked)


def _parts(each: Run, most: int) -> Iterator[Json]:
    """The words with their mark; what went is followed by a space, lest it and what came read as one word."""
    yield run(shorten(each.words, most), _LOOKS[each.mark])
    if each.mark is Mark.GONE and not each.words.endswith((" ", "\n")):
        yield run(" ")
