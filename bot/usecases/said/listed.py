"""Which item is meant by where it stands: "det andet punkt", "den sidste", "mit punkt", "det vi sidder med"."""

import re
from collections.abc import Sequence

from bot.domain.approval.actions import ShowVersion
from bot.domain.live.actions import ShowLive
from bot.domain.saying.numerals import ORDINALS
from bot.usecases.said.pointed import item_named, item_of
from bot.usecases.said.told import Told

_MOST = 20  # items that are told by their place
_PLACES = {word: number for word, number in ORDINALS.items() if number <= _MOST} | {
    "andet": 2,
    "overste": 1,
    "sidste": -1,
    "nederste": -1,
    "bagerste": -1,
    "naestsidste": -2,
    "nastsidste": -2,
}
_WORDS = "|".join(sorted(_PLACES, key=len, reverse=True))
_NOUNS = r"(?:dagsordens?)?(?:punkt|sag|emne|pkt)(?:et|en)?\b"
_GOES_ON = r"(?=\W*$|[.,!?]| (?:igen|tak|af|ud|op|ned|ind|va[ek]+k|frem|pa listen|skal|er|kan|ma|som)\b)"
_IS_ANOTHER = r"(?<!et )(?<!en )(?<!noget )(?<!ingen )(?<!for det )(?<!for )"
_AT = re.compile(
    rf"{_IS_ANOTHER}\b(?:(?:det|den|de|pa|i|nr\.?) )(?P<named>{_WORDS}) {_NOUNS}"
    rf"|(?<!for )(?<!som )(?<!til )\b(?:det|den) (?P<alone>{_WORDS}){_GOES_ON}"
    rf"|{_IS_ANOTHER}\b(?P<bare>(?!and[ae]|sidste gang){_WORDS}) {_NOUNS}"
    rf"|^\W*(?P<whole>{_WORDS})\W*$"
)
_OWN = re.compile(
    r"\b(?:mit|min|vores|vort)(?: eget| egen)? (?:[a-z]+ )?(?:punkt|sag|emne|forslag)(?:et|en)?\b"
    r"|\b(?:mit|min|vores)\W*$"
)
_ON_NOW = re.compile(
    r"\b(?:her|lige nu|i gang med|sidder med|er ved|er naet til|er noget til|er pa|dette|det her|det punkt)\b"
)


def place_said(sound: str, among: int) -> int | None:
    """The place in a list of so many that the sentence names first, from 1; None where it names none of it."""
    for match in _AT.finditer(sound):
        if (found := _place(match, among)) is not None:
            return found
    return None


def places_said(sound: str, among: int) -> Sequence[int]:
    """Every such place, in order."""
    found = (_place(match, among) for match in _AT.finditer(sound))
    return [each for each in found if each is not None]


def own_item(told: Told) -> int | None:
    """The only item of the agenda in hand that became of the person's own proposals, where they speak of theirs."""
    if not _OWN.search(told.sound):
        return None
    own = {each.title for each in told.moment.proposals if each.is_own}
    places = [place for place, title in enumerate(told.moment.items, start=1) if title in own]
    return places[0] if len(places) == 1 else None


def item_meant(told: Told) -> int | None:
    """The item by its number, title or place, as the person's own, as it was shown, or as the one that is on now."""
    moment = told.moment
    named = item_named(told) or place_said(told.sound, len(moment.items)) or own_item(told)
    shown = moment.talk.shown
    if named is not None or moment.live_item is None:
        return named or item_of(told) or _position(shown)
    is_on = isinstance(shown, ShowLive) or _ON_NOW.search(told.sound) is not None
    return item_of(told) or _position(shown) or (moment.live_item if is_on else None)


def _position(shown: object) -> int | None:
    """That of an item of a version; other positions are of meetings that were held."""
    return shown.position if isinstance(shown, ShowVersion) else None


def _place(match: re.Match[str], among: int) -> int | None:
    word = next(each for each in match.groups() if each is not None)
    number = _PLACES[word] if _PLACES[word] > 0 else among + 1 + _PLACES[word]
    return number if 1 <= number <= among else None
