"""A forum that a sentence names by its name, or by a part of it that is no other's of those that may be meant."""

import re
from collections.abc import Mapping, Sequence

from bot.domain.kernel.danish import bare

_LONGEST = 500  # characters, before a colon; what follows it is somebody's text
_MOST_WORDS = 8  # of a name
_LEAST = 5  # letters of a part of a word
_BEFORE = frozenset(map(bare, ("i", "for", "til", "hos", "af", "fra", "om", "ved", "på", "den", "det")))
_WORD = re.compile(r"\w[\w-]*")
_ENDINGS = ("", "e", "n", "s", "t", "en", "et", "ns", "ts", "ens", "ets", "ene", "enes", "erne", "ernes")
_LOOSE = re.compile(r"\s+(?=[:?!.,])")


def forum_named(words: str, names: Mapping[str, str]) -> tuple[str, str] | None:
    """The one forum (by id) that is named after a preposition or with its whole name, and what else is said.

    Several that are named, or might be, are none.
    """
    head = words.partition(":")[0][:_LONGEST]
    tokens = [(each.start(), each.end(), bare(each[0])) for each in _WORD.finditer(head)]
    parts = {forum: [bare(each) for each in _WORD.findall(name)] for forum, name in names.items()}
    found: dict[str, tuple[int, int]] = {}
    at = 0
    while at < len(tokens):
        run = _run(tokens, at, parts)
        is_led = at > 0 and tokens[at - 1][2] in _BEFORE
        if run and (is_led or any(_is_whole(run, every) for every in parts.values())):
            meant = [forum for forum, every in parts.items() if all(_is_among(word, every) for word in run)]
            if len(meant) != 1:
                return None
            found[meant[0]] = (_led_from(tokens, at), tokens[at + len(run) - 1][1])
        at += max(1, len(run))
    if len(found) != 1:
        return None
    ((forum, (start, end)),) = found.items()
    return forum, _LOOSE.sub("", words[:start].rstrip() + " " + words[end:].lstrip(" ")).strip()


def _run(tokens: Sequence[tuple[int, int, str]], at: int, parts: Mapping[str, Sequence[str]]) -> list[str]:
    """The words from there on that stand in names, as long as one name has them all."""
    run: list[str] = []
    for _, _, word in tokens[at : at + _MOST_WORDS]:
        if not any(all(_is_among(each, every) for each in (*run, word)) for every in parts.values()):
            break
        run.append(word)
    return run


def _led_from(tokens: Sequence[tuple[int, int, str]], at: int) -> int:
    """Where what leads up to the name begins: "i", "for det"."""
    while at > 0 and tokens[at - 1][2] in _BEFORE:
        at -= 1
    return tokens[at][0]


def _is_whole(run: Sequence[str], name: Sequence[str]) -> bool:
    return len(run) >= len(name) > 1


def _is_among(word: str, name: Sequence[str]) -> bool:
    return any(_is_part(word, each) for each in name)


def _is_part(word: str, of: str) -> bool:
    """The word as it stands in the name, with an ending, or as the beginning or the end of a longer one."""
    stems = [word.removesuffix(each) for each in _ENDINGS if word.endswith(each)]
    return of in stems or any(len(each) >= _LEAST and (of.startswith(each) or of.endswith(each)) for each in stems)
