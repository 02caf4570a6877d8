"""What is in doubt of who comes to the next meeting: nobody stands in, or nobody may decide."""

from collections.abc import AsyncIterator

from bot.domain.composition.actions import ConfirmMandate, OpenGpQuestion
from bot.domain.composition.doctors import is_asked as doctors_asked
from bot.domain.composition.mandate import is_asked as mandate_asked
from bot.domain.forum.representation import stands_for, takes_part
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.actions import OpenAbsence, ShowWhoComes
from bot.domain.meetings.standing_in import away_from, lacking_mandate
from bot.domain.standing.state import Matter
from bot.usecases.desk import Desk
from bot.usecases.rights import is_secretariat
from bot.usecases.standing.facts import Facts, Owed
from storage import composition


async def attendance_owed(desk: Desk, actor: str, facts: Facts) -> AsyncIterator[Owed]:
    """To each what they can say of it; to whoever serves also which doctors come, once the agenda has left."""
    if not facts.ahead:
        return
    meeting, serves = facts.ahead[0], is_secretariat(desk, actor)
    alone = _without_stand_in(desk, meeting)
    if actor in alone:
        way = OpenAbsence(meeting=meeting.id)
        yield Owed(matter=Matter.STAND_IN, way=way, due=meeting.day, meeting=meeting.id)
    if serves and alone:
        seen = ShowWhoComes(meeting=meeting.id)
        yield Owed(matter=Matter.AWAY, way=seen, serves=True, meeting=meeting.id, count=len(alone))
    if not serves and mandate_asked(desk.forum) and await _lacks_mandate(desk, actor, meeting):
        yield Owed(matter=Matter.MANDATE, way=ConfirmMandate(), due=meeting.day, meeting=meeting.id)
    if serves and doctors_asked(desk.forum):
        async for each in _doctors(desk, facts):
            yield each


async def _doctors(desk: Desk, facts: Facts) -> AsyncIterator[Owed]:
    for meeting in facts.ahead:
        known = await composition.gp_answer(desk.conn, desk.forum.id, meeting.id) if facts.is_sent(meeting) else None
        if facts.is_sent(meeting) and known is None:
            way = OpenGpQuestion(meeting=meeting.id)
            yield Owed(matter=Matter.DOCTORS, way=way, due=meeting.day, serves=True, meeting=meeting.id)


def _without_stand_in(desk: Desk, meeting: Meeting) -> list[str]:
    """Those who are away and are missed, in whose place nobody comes."""
    if not desk.forum.absences:
        return []
    gone = [each.person for each in away_from(desk.forum, meeting) if not (each.stand_in or each.outsider)]
    return [each for each in gone if any(not seat.substitute_for for seat in desk.forum.seats_of(each, meeting.day))]


async def _lacks_mandate(desk: Desk, actor: str, meeting: Meeting) -> bool:
    """Whether an organisation of theirs comes without anybody who may decide for it."""
    known = await composition.mandates_of(desk.conn, desk.forum.id)
    lacking = lacking_mandate(desk.forum, meeting, known) or ()
    own = [seat for seat in desk.forum.seats_of(actor, desk.today) if takes_part(seat, desk.today)]
    return any(not seat.substitute_for and not {*stands_for(desk.forum, seat)}.isdisjoint(lacking) for seat in own)
