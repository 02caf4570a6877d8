"""A provision of a charter: a value beside the words it rests on, and how to find every one in a document."""

from collections.abc import Iterator
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import BaseModel

from bot.charters.fields import EMPTY_WHEN_NULL, NONE_WHEN_NULL, Name, Slug, Strict, Text

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Section = Annotated[T, EMPTY_WHEN_NULL]
Entries = Annotated[tuple[T, ...], NONE_WHEN_NULL]
Endorsement = Literal["recommends", "supports"]
Carrier = Literal[
    "opgaver",
    "aftaler",
    "indsatser",
    "ansoegninger",
    "lokal-udfordring",
    "inddragelse",
    "fast-punkt",
    "erfaringsudveksling",
    "videresend",
    "eksterne-moeder",
    "udpegninger",
    "arbejdsgrupper",
    "aarsstatus",
]
"""What carries a task or a principle: the command or the part of the form by which it is done."""


class Quoted(Strict):
    """A provision with the source's exact words (null in a template, which has no source).

    `source` names another document where the words stand there; `note` is our reading, never the source's.
    `endorsement` is how whoever issued guidance stands to it (anbefaler, bakker op om); `asks_nothing` is why
    Klyngebot has nothing to do about it, in Danish.
    """

    words: Text | None
    source: Name | None = None
    note: Text | None = None
    endorsement: Endorsement | None = None
    asks_nothing: Text | None = None


class Stated(Quoted, Generic[T_co]):
    """One value."""

    value: T_co


class Entry(Quoted):
    """One of several: an id of its own and a Danish name; `by` is what carries it, where that is settled."""

    id: Slug
    name: Name
    by: Carrier | None = None


Steps = tuple[str | int, ...]


def provisions(part: Any, path: Steps = ()) -> Iterator[tuple[Steps, Quoted]]:
    """Every provision a document makes, in its order, by path; entries of a list stand by their position."""
    if isinstance(part, Quoted):
        yield path, part
    if isinstance(part, BaseModel):
        for name in type(part).model_fields:
            yield from provisions(getattr(part, name), (*path, name))
    elif isinstance(part, tuple):
        for position, entry in enumerate(part):
            yield from provisions(entry, (*path, position))
