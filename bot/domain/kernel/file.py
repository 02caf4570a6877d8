"""A file as it leaves."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class File:
    """What it is called, of what kind it is, and what is in it."""

    name: str
    media_type: str
    data: bytes
