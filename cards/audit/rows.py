"""What in the database is not as the log says, as the one line that an operator reads: names and numbers, no text."""

from collections.abc import Sequence
from datetime import date

from cards.kit.words import medium_date, say

_PARTS = {
    "forums": (),
    "identities": (),
    "meetings": ("møde",),
    "proposals": ("år", "nr"),
    "agendas": ("møde",),
    "agenda_versions": ("møde", "nr"),
    "approval_rounds": ("møde", "nr"),
    "responses": ("møde", "runde", "nr"),
    "minutes": ("møde",),
    "minutes_remarks": ("møde", "nr"),
}
"""By table: what each part of a row's key is called in the sentence that names the row."""


def broken(forum: str, nr: int, what: str) -> str:
    """An entry of the log is not what its chain says."""
    return say("audit.broken", forum=forum, nr=nr, hvad=what)


def differs(how: str, table: str, key: Sequence[str], forum: str, nr: int | None, day: date | None) -> str:
    """A row is not what the log says; `day` is the day of its meeting, where that is known."""
    facts = dict(zip(_PARTS[table], key, strict=True))
    if "møde" in facts and day is not None:
        facts["møde"] = say("audit.meeting_day", dato=medium_date(day))
    return say(f"audit.{how}", hvad=say(f"audit.row.{table}", **facts), forum=forum, nr=nr)
