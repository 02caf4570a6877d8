"""Numbers of bilag run through a meeting: each thing gets the next one when it comes onto the agenda, and keeps it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class File:
    """A bilag that is a file, by its id."""

    id: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link, by the digest of its address: what it says stands with the item alone."""

    digest: str


Thing: TypeAlias = File | Link


def link_of(address: str) -> Link:
    """The thing that an address is; on two items it is the same bilag."""
    return Link(sha256(address.encode()).hexdigest())


def numbered(known: Mapping[Thing, int], things: Iterable[Thing]) -> Mapping[Thing, int]:
    """The numbers with those of things that had none, in their order; no number is ever given twice."""
    found = dict(known)
    last = max(known.values(), default=0)
    for each in things:
        if each not in found:
            last += 1
            found[each] = last
    return found
