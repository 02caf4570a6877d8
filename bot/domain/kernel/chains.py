"""The log's chains as somebody outside the database has seen them, and what a database that is held up to it lacks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

INSTALLATION = "_installation"
"""The chain of the installation itself; no forum's id has an underscore."""


@dataclass(frozen=True, slots=True)
class Head:
    """An entry of a chain that was its last one: its number and its hash."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What was seen of a chain and is not there: `is_cut` where those numbers are gone, else others stand there."""

    chain: str
    first: int
    last: int
    is_cut: bool


def loss(chain: str, seen: Sequence[Head], last: int, found: Mapping[int, str]) -> Loss | None:
    """What the chain lacks of all that was `seen` of it, oldest first; None where all of it is there.

    `last` is the number of its last entry, 0 without any, and `found` are its hashes by number. Between what is the
    same and what is not nobody has looked, so that the first number is that after the newest that is the same.
    """
    unlike = next((place for place, head in enumerate(seen) if found.get(head.seq) != head.hash), None)
    if unlike is None:
        return None
    known = seen[unlike - 1].seq if unlike else 0
    is_cut = last < seen[unlike].seq
    return Loss(chain=chain, first=max(known, last if is_cut else 0) + 1, last=seen[-1].seq, is_cut=is_cut)
