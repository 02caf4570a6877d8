"""Messages without a word that one could act upon: signs alone, another language, code, letter salad."""

import re

from bot.domain.saying.heard import LONGEST

_DANISH = frozenset(
    (
        *("af", "hvad", "hvornar", "hvilke", "hvilken", "hvilket", "mig", "dig", "nogen", "noget", "nogle", "naste"),
        *(
            "mode",
            "modet",
            "moder",
            "dagsorden",
            "dagsordenen",
            "referat",
            "referatet",
            "godkend",
            "godkender",
            "godkendt",
        ),
        *("punkt", "forslag", "afbud", "ikk", "ogsa", "gerne", "uge", "bilag", "opgave", "opgaver", "frist", "efter"),
    )
)  # none of them is said elsewhere
_FOREIGN = frozenset(
    (
        *("the", "are", "was", "this", "that", "these", "what", "when", "where", "who", "why", "how", "which"),
        *("please", "your", "our", "we", "you", "they", "not", "or", "of", "out", "from", "with", "on", "next"),
        *("would", "could", "should", "does", "did", "have", "has", "been", "will", "about", "any", "there", "ich"),
        *("sie", "wir", "ist", "sind", "und", "oder", "nicht", "bitte", "wann", "wo", "wer", "wie", "konnen"),
        *("konnten", "mir", "mich", "fur", "auf", "ein", "eine", "einen", "zu", "zum", "nachste", "sitzung", "jag"),
        *("vad", "och", "inte", "fran", "undrar", "nasta", "sammantrade", "ager", "skicka", "dagordningen"),
        *("motet", "nagon", "nagot", "hur", "varfor", "tack", "borjar", "hva", "noen", "noe", "neste"),
        *("mote", "sakslisten", "saksliste", "onsker", "dere", "blir"),
    )
)  # none of them is Danish as well
_FEWEST, _SHARE = 2, 4  # words of another language, and one in how many they are at least

_CODE = re.compile(
    r"\s*['\";)(]*\s*(?:select\b.{1,200}?\bfrom|insert\s+into|drop\s+(?:table|database)|delete\s+from|update\s+\w+\s+set"
    r"|alter\s+table|union\s+(?:all\s+)?select|(?:or|and)\s+['\"]?1['\"]?\s*=\s*['\"]?1)\b"
    r"|\s*(?:def\s+\w+\s*\(|function\s*\w*\s*\(|import\s+\w+(?:\.\w+)*\s*(?:;|$)|from\s+[\w.]+\s+import\s"
    r"|class\s+\w+\s*[:({]|#include\s*<|#!/|<\?(?:php|xml)|<script\b|</?\w+[^<>]{0,200}>\s*$|\$\(|console\.log|print\s*\("
    r"|\w+(?:\.\w+)*\([^()]{0,80}\)\s*;?\s*$|\{[^{}]{0,200}\}\s*$|\{\{)",
    re.IGNORECASE,
)
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_RUN = 4  # letters in a row on a keyboard, or the same one, that make no word
_VOWELS = frozenset("aeiouy")
_LONGEST_SYLLABLES = 5  # letters of a word that has no vowel, such as an abbreviation's


def is_nonsense(text: str, sentence: str) -> bool:
    """Whether nothing in the whole of it, as typed and as heard, is a word that one could act upon."""
    words = re.findall("[a-z0-9]+", sentence)
    if not any(map(str.isalpha, text[:LONGEST])):
        return True
    return bool(_CODE.match(text[:LONGEST])) or _is_foreign(words) or all(map(_is_salad, words))


def _is_foreign(words: list[str]) -> bool:
    foreign = sum(word in _FOREIGN for word in words)
    enough = foreign >= _FEWEST and foreign * _SHARE >= len(words)
    return enough and not any(word in _DANISH for word in words)


def _is_salad(word: str) -> bool:
    if len(word) < _RUN or word.isdigit():
        return False
    if len(set(word)) == 1 or _runs(word):
        return True
    sounding = sum(letter in _VOWELS for letter in word)
    return sounding == len(word) or (sounding == 0 and len(word) >= _LONGEST_SYLLABLES)


def _runs(word: str) -> bool:
    """Whether the fingers only ran along the keys."""
    starts = range(len(word) - _RUN + 1)
    return any(word[at : at + _RUN] in row for row in _KEYS for at in starts)
