"""The sentence that minutes have of one item, made from its outcome, its words, the positions, and where it went."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.kernel.danish import fold
from bot.domain.minutes.state import Outcome, Resolution, Stance
from cards.kit.words import keyed, listing, medium_date, say


class Matter(StrEnum):
    """What an item asked the meeting to take a stand on."""

    AGENDA = "agenda"
    MINUTES = "minutes"
    RECOMMENDATION = "recommendation"
    INFORMATION = "information"
    ITEM = "item"


OUTCOMES = keyed(Outcome, "decision")
STANCES = keyed(Stance, "minutes.stance")
_LEADS = keyed(Outcome, "minutes.sentence")
_MATTERS = keyed(Matter, "minutes.matter")
_TOOK = keyed(Stance, "minutes.took")
_ORDER = (Stance.FOR, Stance.RESERVATION, Stance.AGAINST)
_BODIES = tuple(each.split("=") for each in say("minutes.bodies").split())
"""How the nouns that bodies are called by end, and how the same ends with its article; the longer ones first."""
_GOES_ON, _AFTER_COMMA = say("minutes.sentence.goes_on").split(), say("minutes.sentence.goes_on.comma").split()
_CHANGES = say("minutes.sentence.changes")
_THAT, _TO = fold(say("minutes.sentence.that")), fold(say("minutes.sentence.whereto"))
_PUNCTUATION = " .,:;!–-"
_LONGEST_OUTCOME = 100  # characters
_END = re.compile(r"[.:;\n]")
_END_OF_DAY = re.compile(r"[:;\n]|\.(?=\s*(?:[A-ZÆØÅ]|$))")  # a full stop inside a day ends nothing
_ENDS = (".", "!", "?", "…", "”", "»", ":")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """All that a sentence is made from; `positions` are organisations by name, with how each stood."""

    forum_name: str
    matter: Matter = Matter.ITEM
    outcome: Outcome | None = None
    words: str = ""
    positions: Sequence[tuple[str, Stance]] = ()
    put_off_to: date | None = None
    sent_to: str = ""


def sentence(parts: Parts) -> str:
    """What the minutes say; nothing where nothing was resolved."""
    return " ".join((*_resolved(parts), *_positions(parts.positions)))


def in_short(resolution: Resolution) -> str:
    """What was resolved, for a line of its own elsewhere: the outcome and the words, or the sentence as edited."""
    if resolution.is_edited:
        return resolution.sentence
    outcome, words = resolution.outcome, own_words(resolution.words, resolution.outcome)
    called = say(OUTCOMES[outcome]) if outcome else ""
    if called and _first(words) == _THAT and outcome is Outcome.APPROVED_CHANGED:
        return _ended(f"{say('minutes.sentence.changed.called')}, {words}")
    if called and _first(words) in _GOES_ON:
        return _ended(f"{called.split()[0] if outcome is Outcome.APPROVED_CHANGED else called} {words}")
    return " ".join(part for part in (f"{called}." if called else "", words) if part)


def body_called(name: str) -> str:
    """How a body of that name is called in a sentence about it: »Klyngen«, »Sundhedsrådet«, else by its whole name."""
    for word in name.split():
        for ending, definite in _BODIES:
            if word.casefold().endswith(definite):
                return word[:1].upper() + word[1:]
            if word.casefold().endswith(ending):
                stem = word[: len(word) - len(ending)] + definite
                return stem[:1].upper() + stem[1:]
    return name


def own_words(words: str, outcome: Outcome | None) -> str:
    """The words without the outcome that they begin with, which would be said twice: »Godkendt med den ændring, at …«.

    What is left begins with a small letter where it went on in the same sentence.
    """
    typed = words.strip()
    for called in _called(outcome):
        rest = typed[len(called) :]
        if fold(typed[: len(called)]) == fold(called) and not rest[:1].isalnum():
            return rest.lstrip(_PUNCTUATION)
    return typed


def _called(outcome: Outcome | None) -> Iterator[str]:
    """What words may begin with that say the outcome already, the longest first."""
    if outcome is None:
        return
    if outcome is Outcome.APPROVED_CHANGED:
        yield say("minutes.sentence.changed.called")
    yield say(OUTCOMES[outcome])
    if outcome is Outcome.APPROVED_CHANGED:
        yield say(OUTCOMES[Outcome.APPROVED])


def _resolved(parts: Parts) -> Iterator[str]:
    body, words = body_called(parts.forum_name), own_words(parts.words, parts.outcome)
    lead = "" if parts.outcome is None else _lead(parts, body)
    if not lead or fold(words).startswith(fold(lead)):
        if words:
            yield _ended(_as_decided(words))
    elif parts.outcome is Outcome.APPROVED_CHANGED:
        yield from _changed(lead, words)
    elif not words:
        yield _ended(lead)
    elif _first(words) in _GOES_ON:
        yield _ended(f"{lead} {words}")
    elif _first(words) in _AFTER_COMMA:
        yield _ended(f"{lead}, {words}")
    else:
        yield _ended(lead)
        yield _ended(_as_decided(words))


def _lead(parts: Parts, body: str) -> str:
    outcome = parts.outcome or Outcome.DISCUSSED
    facts: Mapping[str, str] = {"forum": body, "hvad": say(_MATTERS[parts.matter])}
    if outcome is Outcome.POSTPONED and parts.put_off_to is not None:
        return say("minutes.sentence.postponed.to", **facts, dag=medium_date(parts.put_off_to))
    if outcome is Outcome.REFERRED and parts.sent_to and _first(parts.words) != _TO:
        return say("minutes.sentence.referred.to", **facts, til=parts.sent_to)
    return say(_LEADS[outcome], **facts)


def _changed(lead: str, words: str) -> Iterator[str]:
    """With the change in the same sentence where the words say what it is."""
    if _first(words) == _THAT:
        yield _ended(f"{lead} {say('minutes.sentence.with_the_change')} {words}")
    elif _first(words) in _GOES_ON:
        yield _ended(f"{lead} {words}")
    else:
        yield _ended(f"{lead} {_CHANGES}")
        if words:
            yield _ended(_as_decided(words))


def _as_decided(words: str) -> str:
    """Words as a sentence of their own."""
    if _first(words) == _THAT:
        return say("minutes.sentence.decided", ord=words)
    return words[:1].upper() + words[1:]


def _positions(positions: Sequence[tuple[str, Stance]]) -> Iterator[str]:
    for stance in _ORDER:
        names = [name for name, each in positions if each is stance]
        if names:
            yield say(_TOOK[stance], hvem=_capital(listing(names)))


def _first(words: str) -> str:
    """The first word, where it begins with a small letter and so goes on with what stands before it."""
    first = words.split(maxsplit=1)[0].strip(_PUNCTUATION) if words else ""
    return fold(first) if first[:1].islower() else ""


def _ended(words: str) -> str:
    return words if words.endswith(_ENDS) else f"{words}."


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def spoken_outcome(words: str, known: Collection[Outcome]) -> tuple[Outcome | None, str, str]:
    """The outcome that typed words begin with, the rest of the words, and after »til« where it went or was put off to.

    »Godkendt med ændringer: …«, »Godkendt med den ændring, at …«, »Udsat til 12/10. …«, »Oversendt til rådet«.
    """
    head, rest = _parted(words, _END)
    typed = fold(head).strip() if len(head) <= _LONGEST_OUTCOME else ""
    for each in known:
        if fold(say(OUTCOMES[each])) == typed:
            return each, rest, ""
    head, rest = _parted(words, _END_OF_DAY)
    typed = fold(head).strip() if len(head) <= _LONGEST_OUTCOME else ""
    for each in (Outcome.POSTPONED, Outcome.REFERRED):
        begun = fold(say("minutes.spoken.to", udfald=say(OUTCOMES[each])))
        if each in known and typed.startswith(f"{begun} "):
            return each, rest, head.strip()[len(begun) :].strip()
    changed = say("minutes.sentence.changed.called")
    if Outcome.APPROVED_CHANGED in known and fold(words[: len(changed)]) == fold(changed):
        return Outcome.APPROVED_CHANGED, words[len(changed) :].lstrip(_PUNCTUATION), ""
    return None, words, ""


def _parted(words: str, mark: re.Pattern[str]) -> tuple[str, str]:
    """The words before the first mark that ends them, and the rest."""
    found = mark.search(words)
    return (words, "") if found is None else (words[: found.start()], words[found.end() :].strip())
