"""What a charter says of one thing: its value, and the words of the source that it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Provision(Generic[T_co]):
    """One thing a charter may settle: `value` is None where the source is silent; `words` quotes the source.

    `note` is our reading of it, never the source's. `is_local` tells the forum's own layer from the common charter.
    `endorsement` is how whoever issued guidance stands to it: `recommends` (anbefaler) or `supports` (bakker op om).
    """

    value: T_co | None = None
    words: str | None = None
    note: str | None = None
    is_local: bool = False
    endorsement: str | None = None


SILENT: Provision[Any] = Provision()  # where the source settles nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One of several that a charter lists, such as a task or a topic: an id of its own and a Danish name.

    `source` names another document where the words stand there. `by` is what carries it, such as `aftaler`.
    """

    id: str
    name: str
    words: str | None = None
    note: str | None = None
    source: str | None = None
    is_local: bool = False
    endorsement: str | None = None
    by: str | None = None


def quoted(entries: Iterable[Named]) -> str:
    """The words that the entries rest on, each once; what is quoted from another document stays out."""
    return " … ".join(dict.fromkeys(each.words for each in entries if each.words and each.source is None))
