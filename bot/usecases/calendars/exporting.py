"""A meeting's file for its calendar, as `klyngebot export --format ics` writes it; the same for everybody."""

from collections.abc import Mapping

from bot.documents.calendar import file_name, invitation
from bot.usecases.calendars.entries import entry_of
from bot.usecases.desk import Desk


async def calendar_files(desk: Desk, meeting: str) -> Mapping[str, bytes]:
    """Name → content; nothing for a meeting that is not the forum's."""
    entry = await entry_of(desk.conn, desk.forum, meeting)
    return {} if entry is None else {file_name(entry): invitation(entry)}
