"""The level that somebody is appointed on: a few that are known by many words, and any other as it is typed."""

from collections.abc import Mapping, Sequence

from bot.domain.kernel.danish import bare

DIRECTOR, CHIEF, STAFF, POLITICAL = "direktoer", "chef", "medarbejder", "politisk"
LEVELS = (DIRECTOR, CHIEF, STAFF, POLITICAL)
"""Those that are known; charters call the first two the same."""

_WORDS: Mapping[str, Sequence[str]] = {
    DIRECTOR: ("direktor", "direktion"),
    CHIEF: ("chef",),
    STAFF: ("medarbejder", "udforende", "fagpersoner", "fagligt", "faglig"),
    POLITICAL: ("politisk", "politiker", "politikere"),
}
_ENDINGS = ("", "niveau", "sniveau", " niveau", "er", "e")
_RANKS = {STAFF: 1, CHIEF: 2, DIRECTOR: 3}
_LONGEST = 60  # characters


def known_level(typed: str) -> str | None:
    """The level that the words name, and nothing else: "Direktørniveau", "på chefniveau"; None where they do not."""
    words = bare(typed[:_LONGEST]).strip(" .").removeprefix("pa ").strip()
    return next((level for level, each in _SPELLED.items() if words in each), None)


def level_meant(typed: str) -> str:
    """The known level, else what was typed, on one line."""
    return known_level(typed) or " ".join(typed.split())


def is_met(wanted: str, told: str) -> bool:
    """Whether somebody of the level `told` may fill what `wanted` asks for; a level that nobody told meets none."""
    if not wanted or wanted == told:
        return True
    if wanted in _RANKS and told in _RANKS:
        return _RANKS[told] >= _RANKS[wanted]
    return bool(told) and bare(wanted) == bare(told)


_SPELLED = {level: {word + ending for word in words for ending in _ENDINGS} for level, words in _WORDS.items()}
