"""What an object is known by, and the address that is made of it: it stays as long as the thing does.

A person is known by name and organisation, since a record tells nothing else: two of the same name from different
organisations are never made one.
"""

import hashlib
from dataclasses import dataclass
from urllib.parse import quote

from cards.public.addresses import DATA, ROOM

BASE = f"{ROOM}/{DATA}"
SYSTEM, BODIES = f"{BASE}/system", f"{BASE}/bodies"
ITSELF = "forum"
"""The last part of the organisation that the forum itself is."""
_DIGITS = 16

Key = tuple[str, ...]
"""The kind of the object, its forum, and what tells it from the others of that kind there."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address of ours, from where people reach the service on."""

    path: str


@dataclass(frozen=True, slots=True)
class Inner:
    """An object within another one, without the fields that lead back to that one."""

    key: Key
    without: tuple[str, ...] = ()


def path_of(key: Key) -> str:
    """Where the object is found."""
    return "/".join((BASE, *(quote(part, safe="") for part in key)))


def link(key: Key) -> Link:
    """A reference to the object."""
    return Link(path_of(key))


def body(forum: str) -> Key:
    """The forum as a body."""
    return "body", forum


def the_list(forum: str, name: str) -> Link:
    """All objects of a body of one kind."""
    return Link(f"{path_of(body(forum))}/{name}")


def organisation(forum: str, name: str | None = None) -> Key:
    """The forum as an organisation, or one of those that sit in it."""
    return "organization", forum, ITSELF if name is None else _digest(name)


def person(forum: str, name: str, of: str) -> Key:
    """Somebody by that name from that organisation."""
    return "person", forum, _digest(name, of)


def membership(whose: Key, role: str) -> Key:
    """That somebody has that role."""
    return "membership", *whose[1:], _digest(role)


def meeting(forum: str, of: str) -> Key:
    """A meeting."""
    return "meeting", forum, of


def location(forum: str, of: str) -> Key:
    """Where a meeting is held."""
    return "location", forum, of


def item(kind: str, forum: str, of: str, number: int) -> Key:
    """An `agendaitem`, and the `paper` and the `consultation` that it comes with."""
    return kind, forum, of, str(number)


def release(forum: str, number: int, form: str) -> Key:
    """The file of a release in one of its forms."""
    return "file", forum, "release", str(number), form


def attachment(forum: str, of: str, number: int) -> Key:
    """The file of an attachment, which keeps its number through the meeting."""
    return "file", forum, "attachment", of, str(number)


def _digest(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
