"""The entry of the log that a document which was sent bears witness of, wherever the document is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Witness:
    """The entry's number in its forum's log, and its hash, which covers every entry before it as well."""

    seq: int
    hash: str
