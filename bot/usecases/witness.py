"""Which entry of the log a document that was sent bears witness of: kept with the notice that brings the document.

There and not beside the document, since the entry proves what stands there, and would have to hold its own hash.
"""

from typing import Any

from bot.domain.kernel.notice import Notice
from bot.domain.kernel.witness import Witness
from bot.domain.notices import AnyNotice
from bot.usecases.desk import Desk, WritingDesk
from storage.audit import Entry


async def tell_with(
    desk: WritingDesk, kind: AnyNotice, entry: Entry, meeting: str, *about: object, **subject: Any
) -> None:
    """Owe the document, with the code of the entry that says that it left."""
    await desk.tell(kind, *about, meeting=meeting, entry=entry.seq, hash=entry.hash, **subject)


async def witness_of(desk: Desk, kind: AnyNotice, meeting: str, *about: object) -> Witness | None:
    """The same of what was told before; None of what left before documents had a code."""
    return borne_by(await desk.told(kind, *about, meeting=meeting))


def borne_by(told: Notice | None) -> Witness | None:
    """The same of that notice."""
    match told.subject if told is not None else {}:
        case {"entry": int(seq), "hash": str(digest)}:
            return Witness(seq, digest)
        case _:
            return None
