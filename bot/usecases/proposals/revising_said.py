"""Which one thing of a proposal is to be another, as far as it is clear; else the form in which it is changed."""

import re
from decimal import Decimal

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.proposals.actions import Revise
from bot.domain.proposals.state import ItemKind
from bot.domain.saying.found import Slot
from bot.domain.saying.slots import Counted
from bot.usecases.proposals.other_words_said import revise
from bot.usecases.said.pointed import own_proposal, proposal_of
from bot.usecases.said.told import Told

_LEAST_AMOUNT = 1_000  # kroner, of a number that is not said to be any
_OLD = re.compile(r"\b(?:ikke|fra|for|end|de)\W*$|\bstedet for\W*$|\bde \S* ?$", re.IGNORECASE)
_KINDS = {
    "drof": ItemKind.DISCUSSION,
    "beslut": ItemKind.DECISION,
    "orienter": ItemKind.INFORMATION,
    "udveksl": ItemKind.EXCHANGE,
    "tema": ItemKind.THEME,
}
_KIND = re.compile(rf"\b(?:vare|til|som|er) (?:en |et |kun |bare |rent ){{0,2}}({'|'.join(_KINDS)})")
_CLOSED = re.compile(r"\b(?:lukke[a-z]*|fortrolig[a-z]*)\b")
_OPEN = re.compile(r"\b(?:ikke|aben|abent|offentlig[a-z]*)\b")


def revised(told: Told) -> AnyQuery | AnyCommand:
    """The amount, the time, the kind or that it is closed, where that alone is said; else the form."""
    found = proposal_of(told) if told.moment.serves else own_proposal(told)
    if found is None or (told.mood.asks and not told.mood.requests):
        return revise(told)
    amount, length, kind, closed = _amount(told), _length(told), _kind(told), _closed(told)
    if sum(each is not None for each in (amount, length, kind, closed)) != 1:
        return revise(told)
    return Revise(number=found.number, year=found.year, amount=amount, duration=length, kind=kind, is_closed=closed)


def _amount(told: Told) -> str | None:
    bare_ones = [each for each in told.slots.numbers if each.counts is Counted.BARE and each.number >= _LEAST_AMOUNT]
    new = {each.kroner for each in told.slots.amounts if _is_new(told, each)}
    new |= {Decimal(each.number) for each in bare_ones if _is_new(told, each)}
    return f"{new.pop():.2f}".replace(".", ",").removesuffix(",00") if len(new) == 1 else None


def _length(told: Told) -> str | None:
    new = {each.length for each in told.slots.lengths if _is_new(told, each)}
    return f"{int(new.pop().total_seconds()) // 60} min" if len(new) == 1 else None


def _kind(told: Told) -> ItemKind | None:
    found = _KIND.search(told.sound)
    return None if found is None else _KINDS[found[1]]


def _closed(told: Told) -> bool | None:
    sound = told.sound
    return True if _CLOSED.search(sound) and not _OPEN.search(sound) else None


def _is_new(told: Told, slot: Slot) -> bool:
    """Whether it is not what it was: "fra 450.000", "ikke 450.000"."""
    return _OLD.search(told.said[max(0, slot.start - 20) : slot.start]) is None
