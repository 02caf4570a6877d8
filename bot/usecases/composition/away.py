"""Who is away from a meeting, with who comes instead and whether they have a mandate."""

from bot.domain.composition.mandate import is_asked
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings import standing_in as rules
from bot.domain.meetings.standing_in import Away
from bot.usecases.desk import Desk
from cards.meetings.attending import AwayLine
from storage import composition as stored


async def away_from(desk: Desk, meeting: Meeting) -> tuple[Away, ...]:
    """Everybody who is away, each with whether whoever steps in has a mandate."""
    if not desk.forum.absences:
        return ()
    return rules.away_from(desk.forum, meeting, await stored.mandates_of(desk.conn, desk.forum.id))


async def away_lines(desk: Desk, meeting: Meeting) -> list[AwayLine]:
    """Everybody who is missed at the meeting, with who stands in; nobody misses a substitute who was not called."""
    away = await away_from(desk, meeting)
    return [line_of(desk, each) for each in away if _is_missed(desk, each, meeting)]


def line_of(desk: Desk, each: Away) -> AwayLine:
    """One of them by name; nothing of a mandate where the charter asks for none."""
    other = each.outsider or (each.stand_in and desk.name_of(each.stand_in)) or None
    return AwayLine(
        name=desk.name_of(each.person), stand_in=other, mandate=each.has_mandate if is_asked(desk.forum) else None
    )


def _is_missed(desk: Desk, each: Away, meeting: Meeting) -> bool:
    return any(seat.substitute_for is None for seat in desk.forum.seats_of(each.person, meeting.day))
