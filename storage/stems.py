"""Words as they are searched by: stemmed in Danish, and spelled so that æ, ø and å are found however they are typed."""

import re
from collections.abc import Iterable
from functools import lru_cache

from snowballstemmer import stemmer  # type: ignore[import-untyped]  # no types

from bot.domain.kernel.danish import bare

LONGEST_STEM = 40
"""Characters of a word that count; nearly all are ASCII once they are spelled alike."""

_WORD = re.compile(r"[^\W_]+")
_DANISH = stemmer("danish")
_WHOLE = 3  # characters of a stem that is too short to stand for the words that begin with it
_COMMON = frozenset(
    map(
        bare,
        (
            *("af", "alle", "at", "blev", "blive", "bliver", "da", "de", "dem", "den", "der", "deres", "det", "dette"),
            *("dig", "din", "disse", "dog", "du", "efter", "eller", "en", "er", "et", "for", "fra", "få", "får", "han"),
            *("har", "have", "havde", "hun", "hvad", "hvem", "hver", "hvis", "hvor", "hvordan", "i", "ikke", "ind"),
            *("jeg", "kan", "kunne", "man", "med", "men", "mod", "mere", "mit", "nogle", "noget", "nu", "når", "og"),
            *("også", "om", "op", "os", "over", "på", "selv", "sig", "sin", "skal", "skulle", "som", "sådan", "så"),
            *("til", "ud", "under", "var", "ved", "vi", "vil", "ville", "vores", "være", "været", "å"),
        ),
    )
)


def stems_of(text: str) -> frozenset[bytes]:
    """The stem of every word that says something, as it is stored."""
    return frozenset(found.encode() for _, _, found in placed(text))


def placed(text: str) -> Iterable[tuple[int, int, str]]:
    """Where each of those words begins and ends, and its stem."""
    for word in _WORD.finditer(text):
        found = _stem(word[0])
        if found:
            yield word.start(), word.end(), found


def is_found_by(stem: str, wanted: bytes) -> bool:
    """Whether that word is meant by the one that was asked for: it is the same, or a compound that begins with it."""
    return wanted == stem.encode() or (len(wanted) > _WHOLE and stem.encode().startswith(wanted))


def bounds(wanted: bytes) -> tuple[bytes, bytes]:
    """The first word that is meant by the one that was asked for, and what none goes beyond."""
    return wanted, wanted if len(wanted) <= _WHOLE else wanted + b"\xff"


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """Nothing for a word that stands in every text, and for what is none."""
    plain = bare(word)
    if plain in _COMMON or not plain.isalnum():
        return ""
    return str(_DANISH.stemWord(plain))[:LONGEST_STEM]
