"""Which meetings a command is about: all of them, those of a forum, or one that is written FORUM/MEETING."""

from bot.operations import Failed
from bot.usecases.desk import Desk
from bot.usecases.filing.reading import Standing, every_standing
from storage import forum as forums
from storage.engine.connection import Connection


async def forums_meant(conn: Connection, forum: str | None, meeting: str | None) -> tuple[str, ...]:
    """The forums by their ids; a meeting names its own."""
    if meeting is not None:
        named = meeting.partition("/")[0]
        if forum not in (None, named):
            raise Failed(f"Mødet {meeting} hører ikke til {forum}.")
        return (named,)
    return tuple(await forums.ids(conn)) if forum is None else (forum,)


async def standings_meant(desk: Desk, meeting: str | None) -> tuple[Standing, ...]:
    """The forum's meetings of which something has left, or the one that is named; raises Failed where that is none."""
    every = [each for each in await every_standing(desk) if each.left]
    if meeting is None:
        return tuple(every)
    named = meeting.partition("/")[2]
    found = tuple(each for each in every if each.meeting.id == named)
    if not found:
        raise Failed(f"Der er ikke udsendt noget til mødet {meeting}. Skriv mødet som FORUM/MØDE.")
    return found
