"""What a sentence says was resolved of an item, and how organisations stood."""

import re
from collections.abc import Iterator

from bot.domain.kernel.danish import bare
from bot.domain.minutes.rules import outcomes
from bot.domain.minutes.state import Outcome, Stance
from bot.usecases.said.told import Told

LONGEST = 2_000  # characters that are read
_OUTCOMES = (
    (
        Outcome.REJECTED,
        r"ikke (?:blev )?(?:godkend|vedtag|tiltrad)\w*|forkast\w*|nedstemt|stemt ned|afvis(?:t|es)"
        r"|(?:fik|fik et|sagde) nej",
    ),
    (Outcome.APPROVED_CHANGED, r"godken(?:d|t)\w* med (?:(?:den |folgende )?andring\w*|rettelse\w*)"),
    (Outcome.POSTPONED, r"(?:udsat|utsat)\w*|udskyd\w*|udskudt|(?:skudt|skubbet|rykket) til"),
    (Outcome.NOTED, r"(?:til )?efter?retning|taget? til? eft"),
    (Outcome.LOCAL_INITIATIVE, r"lokalt ini\w+"),
    (Outcome.REFERRED, r"oversend\w*|videresend\w*|sendt videre"),
    (Outcome.APPROVED, r"godken(?:d|t)\w*|vedtag\w*|tiltrad\w*|tilslut\w*"),
    (Outcome.DISCUSSED, r"droftet|droftede|dorftet"),
)
_OUTCOME = tuple((outcome, re.compile(rf"\b(?:{words})\b")) for outcome, words in _OUTCOMES)
_GOES_ON = re.compile(r"\s*(?:som indstillet\W*)?(?P<words>(?:med|at|under|for|mod|fra|idet)\b.*)", re.DOTALL | re.I)
_STANCES = {
    Stance.AGAINST: re.compile(r"\b(?:imod|mod|nej|uenige?)\b", re.I),
    Stance.RESERVATION: re.compile(r"\bforbehold\b", re.I),
    Stance.FOR: re.compile(r"\b(?:for|ja|enige?)\b", re.I),
}
_WORDS = {Stance.AGAINST: "imod", Stance.RESERVATION: "forbehold", Stance.FOR: "for"}
_NOT = re.compile(r"\bikke\b", re.I)
_PART = re.compile(r"[,;:\n]|\s+(?:og|men|mens|samt)\s+", re.I)
_VERBS = re.compile(
    r"\b(?:er|var|stemte|stemmer|tog|tager|har|havde|gik|går|et|sagde|siger|ville|vil|skriv|noter|notér|at)\b", re.I
)
_ITEM = re.compile(r"\b(?:(?:på|til|i|under|ved)\s+)?(?:punkt|pkt\.?|nr\.?)\s*\d+\b|\s(?:på|til|ved|i)\s.*$", re.I)


def outcome_told(told: Told) -> Outcome | None:
    """The outcome that is named; None where none is that the forum knows."""
    found = _outcome(told.said)
    return found[0] if found and found[0] in outcomes(told.moment.forum.charter) else None


def words_told(told: Told) -> str:
    """What goes on behind the outcome's name: »med 450.000 kr. af puljen«."""
    found = _outcome(told.said)
    match = _GOES_ON.match(told.said[found[1] :]) if found else None
    return match["words"].strip(" .") if match else ""


def positions_told(told: Told, usual: Stance) -> str:
    """Each organisation with how it stood, as it is typed; the `usual` one where only organisations are named."""
    said = ", ".join(_positions(told.said[:LONGEST]))
    if _NOT.search(told.said):
        return said
    names = [each.name for each in told.moment.forum.organisations if each.id in told.organisations]
    return said or ", ".join(f"{name} {_WORDS[usual]}" for name in names)


def _outcome(said: str) -> tuple[Outcome, int] | None:
    """With where its name ends, in characters of the sentence as it was typed."""
    typed = said[:LONGEST]
    sound = bare(typed)
    for outcome, words in _OUTCOME:
        if (match := words.search(sound)) is not None:
            return outcome, _typed_end(typed, len(sound[: match.end()].split()))
    return None


def _typed_end(typed: str, words: int) -> int:
    """Where that many words end; letters may become more or fewer as they are spelled alike, and words do not."""
    ends = [each.end() for each in re.finditer(r"\S+", typed)]
    return ends[words - 1] if 0 < words <= len(ends) else len(typed)


def _positions(said: str) -> Iterator[str]:
    waiting: list[str] = []
    for part in _PART.split(said):
        stance = next((each for each, words in _STANCES.items() if words.search(part)), None)
        if stance is None or _NOT.search(part):
            waiting += [_name(part)] if _name(part) else []
            continue
        match = _STANCES[stance].search(part)
        waiting += [_name(part[: match.start()])] if match and _name(part[: match.start()]) else []
        yield from (f"{name} {_WORDS[stance]}" for name in waiting)
        waiting = []


def _name(part: str) -> str:
    return _VERBS.sub(" ", _ITEM.sub(" ", part)).strip(" .-–")
