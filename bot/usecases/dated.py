"""A meeting's deadlines by their names, with when organisations are to have cleared its agenda."""

from bot.domain.approval.clearance import chosen_deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.consequences import Days
from bot.usecases.desk import Desk
from cards.forum.choosing import DEADLINES


def deadlines_of(desk: Desk, meeting: Meeting) -> Days:
    """Each of them, in the order in which they are told; None where nobody settled it."""
    days, clearance = desk.timetable(meeting), chosen_deadline(desk.forum, meeting, desk.calendar)
    return {name: clearance if name == "clearance" else getattr(days, name) for name in DEADLINES}
