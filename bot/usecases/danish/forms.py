"""The stem of a Danish word: what its forms have in common, whether it is a verb or a noun there.

Most are found by their endings; `vocabulary.json` beside this has the rest: the words that are spoken of most with all
that may follow them (`roots`, `endings`), what has no endings to be known by (`apart`), and words without weight.
"""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from snowballstemmer import stemmer  # type: ignore[import-untyped]  # no types

from bot.domain.kernel.danish import bare

_DANISH = stemmer("danish")
_BEGIN = 3  # letters that a root is found by
_LEAST_PAST = 6  # letters: "svarede", not "glæde"


def _rooted(roots: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The roots by the letters that they begin with, the longest first."""
    found: dict[str, list[str]] = {}
    for root in sorted(map(bare, roots), key=len, reverse=True):
        found.setdefault(root[:_BEGIN], []).append(root)
    return {begin: tuple(those) for begin, those in found.items()}


def _words(lines: Iterable[str]) -> list[str]:
    return [word for line in lines for word in line.split()]


_READ: Mapping[str, Any] = json.loads(files(__package__).joinpath("vocabulary.json").read_text("utf-8"))
_APART: Mapping[str, str] = {bare(form): stem for stem, forms in _READ["apart"].items() for form in forms.split()}
_ENDINGS = frozenset(["", *_words(_READ["endings"])])
_ROOTS = _rooted(_words(_READ["roots"]))


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """The stem of a word, however it is spelled and in whichever form."""
    sound = bare(word)
    if sound in _APART:
        return _APART[sound]
    roots = (root for root in _ROOTS.get(sound[:_BEGIN], ()) if sound.startswith(root))
    root = next((root for root in roots if sound[len(root) :] in _ENDINGS), None)
    return _stem(sound) if root is None else root


def _stem(sound: str) -> str:
    """By its ending, the past as the present; a compound with "møde" keeps the "e" that tells it from courage."""
    is_past = sound.endswith("ede") and len(sound) >= _LEAST_PAST
    stem = str(_DANISH.stemWord(sound[:-2] if is_past else sound))
    return f"{stem}e" if stem.endswith("mod") and not sound.endswith("mod") else stem


EMPTY = frozenset(map(stem_of, _words(_READ["empty"])))
"""Words that weigh nothing by themselves."""
