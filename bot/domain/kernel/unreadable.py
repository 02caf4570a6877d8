"""A forum whose stored set-up cannot be read: one fault with a name, so that it stops nobody else."""

from enum import StrEnum


class Part(StrEnum):
    """What cannot be read: the charter's text, an overlay's, or all that the forum file says besides."""

    CHARTER = "charter"
    OVERLAY = "overlay"
    CONFIG = "config"


class Unreadable(Exception):  # noqa: N818 - it says what the forum is
    """`forum` is its id and `revision` tells one set-up of it from the next; no word of what is stored is repeated."""

    is_discreet = True

    def __init__(self, forum: str, revision: int, part: Part, cause: str) -> None:
        super().__init__(f"Forum {forum} cannot be read: {part.value} of revision {revision} ({cause})")
        self.forum = forum
        self.revision = revision
        self.part = part
