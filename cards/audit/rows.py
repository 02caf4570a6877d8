"""What in the database is not as the log says, as the one line that an operator reads: names and numbers, no text."""

from collections.abc import Sequence
from datetime import date

from cards.kit.words import medium_date, say

_PARTS = {
    "forums": (),
    "identities": (),
    "meetings": ("moede",),
    "proposals": ("aar", "nr"),
    "agendas": ("moede",),
    "agenda_versions": ("moede", "nr"),
    "approval_rounds": ("moede", "nr"),
    "responses": ("moede", "runde", "nr"),
    "minutes": ("moede",),
    "minutes_remarks": ("moede", "nr"),
}
"""By table: what each part of a row's key is called in the sentence that names the row."""


def broken(forum: str, nr: int, what: str) -> str:
    """An entry of the log is not what its chain says."""
    return say("audit.broken", forum=forum, nr=nr, hvad=what)


def differs(how: str, table: str, key: Sequence[str], forum: str, nr: int | None, day: date | None) -> str:
    """A row is not what the log says; `day` is the day of its meeting, where that is known."""
    parts = dict(zip(_PARTS[table], key, strict=True))
    meeting = parts.get("moede", "") if day is None else say("audit.meeting_day", dato=medium_date(day))
    row = say(
        f"audit.row.{table}",
        moede=meeting,
        runde=parts.get("runde", ""),
        nr=parts.get("nr", ""),
        aar=parts.get("aar", ""),
    )
    return say(f"audit.differs.{how}", hvad=row, forum=forum, nr=nr)
