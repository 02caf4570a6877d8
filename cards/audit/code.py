"""The code on a document that was sent, by which anybody who has it can ask whether the log still says the same."""

from bot.domain.kernel.witness import Witness
from cards.kit.elements import Json, text
from cards.kit.words import say

SHORTEST = 8  # digits that tell entries apart
_SHOWN, _GROUP = 32, 8
_DIGITS = frozenset("0123456789abcdef")


def code_line(witness: Witness | None) -> Json | None:
    """One small line, to stand last; None where the document has no code."""
    return None if witness is None else text(code(witness), subtle=True) | {"size": "Small"}


def code(witness: Witness) -> str:
    """The entry's number and as much of its hash as nobody can imitate."""
    groups = [witness.hash[at : at + _GROUP] for at in range(0, _SHOWN, _GROUP)]
    return say("audit.code", nr=witness.seq, kode=" ".join(groups))


def digits(typed: str) -> str | None:
    """The hash's digits, as they were read aloud or copied with the line around them; None where they are no code."""
    found = "".join(typed.rpartition("·")[2].split()).casefold()
    return found if len(found) >= SHORTEST and _DIGITS.issuperset(found) else None
