"""Clearance in one's own organisation as somebody may see it at this moment: who is asked, and what they answered."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.approval.clearance import (
    Clearance,
    asked_organisations,
    departing_organisations,
    entitled,
    standing,
    times_reopened,
    unsettled_organisations,
)
from bot.domain.approval.state import ApprovalRound
from bot.domain.kernel.deadlines import days_before, ends
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Organisation
from bot.domain.meetings.standing_in import acts_for
from bot.usecases.agenda.views import is_sent
from bot.usecases.desk import Desk
from bot.usecases.named import stands_in_words
from bot.usecases.rights import is_secretariat
from cards.approval.clearance import Clearable
from cards.approval.cleared import Cleared, Unasked
from cards.approval.endorsed import of_clearance
from storage import clearance as clearances


async def cleared_of(desk: Desk, approval: ApprovalRound) -> tuple[Cleared, ...]:
    """What each organisation that is asked has answered; read only where there is one."""
    asked = asked_organisations(desk.forum, approval)
    if not asked:
        return ()
    given = standing(await clearances.of_meeting(desk.conn, desk.forum.id, approval.meeting))
    meeting = desk.forum.meeting(approval.meeting)
    return tuple(_cleared(desk, meeting, each, given.get(each.id)) for each in asked)


def unasked_of(desk: Desk, approval: ApprovalRound) -> Unasked:
    """The names of the organisations that nobody asks."""
    return Unasked(
        unsettled=[each.name for each in unsettled_organisations(desk.forum, approval)],
        departing=[each.name for each in departing_organisations(desk.forum, approval)],
    )


def clearable(
    desk: Desk,
    meeting: Meeting,
    approval: ApprovalRound,
    organisation: Organisation,
    given: Sequence[Clearance],
    *,
    is_over: bool,
) -> Clearable:
    """One organisation's question as it stands."""
    until, is_settled = deadline_of(desk, meeting, approval)
    answer = standing(given).get(organisation.id)
    return Clearable(
        meeting=meeting,
        approval=approval,
        organisation=organisation.id,
        step=organisation.own_organisation_step or "",
        people=[desk.name_of(each) for each in entitled(desk.forum, organisation, desk.today)],
        cleared=_cleared(desk, meeting, organisation, answer),
        until=until,
        is_settled=is_settled,
        is_open=not is_over,
        is_anew=answer is None and times_reopened(given, organisation.id) > 0,
        endorsed=of_clearance(desk.forum),
    )


def deadline_of(desk: Desk, meeting: Meeting, approval: ApprovalRound) -> tuple[datetime, bool]:
    """The first moment after the time to answer, and whether the forum set it; else it is the chairs', as a wish."""
    chosen = days_before(meeting.day, desk.forum.choice("clearance_days_before"), desk.calendar)
    if chosen is not None and (until := ends(chosen, desk.forum.timezone)) > approval.opened_at:
        return until, True
    return approval.deadline or meeting.starts, False


def answers_for(desk: Desk, meeting: Meeting, person: str, asked: Sequence[Organisation]) -> tuple[Organisation, ...]:
    """Those of the organisations that the person answers for; whoever serves and answers for none, for all of them."""
    own = tuple(each for each in asked if places_in(desk, meeting, each, person))
    return tuple(asked) if not own and is_secretariat(desk, person) else own


def places_in(desk: Desk, meeting: Meeting, organisation: Organisation, person: str) -> tuple[str, ...]:
    """Those who answer for the organisation and for whom that person may: themselves, and who is away."""
    return acts_for(desk.forum, meeting, person, entitled(desk.forum, organisation, desk.today), desk.today)


async def is_over(desk: Desk, meeting: Meeting) -> bool:
    """Whether nothing can be answered any more: the agenda has left, or the meeting has begun."""
    return desk.now >= meeting.starts or await is_sent(desk, meeting.id)


def _cleared(desk: Desk, meeting: Meeting | None, organisation: Organisation, given: Clearance | None) -> Cleared:
    if given is None or given.person is None:
        return Cleared(name=organisation.name, given=given)
    by = giver_name(desk, meeting, organisation, given.person)
    return Cleared(name=organisation.name, given=given, by=by, is_in_place=by != desk.name_of(given.person))


def giver_name(desk: Desk, meeting: Meeting | None, organisation: Organisation, person: str) -> str:
    """What somebody is called who answers for the organisation, with the one in whose place they do."""
    name = desk.name_of(person)
    places = () if meeting is None else places_in(desk, meeting, organisation, person)
    return name if not places or person in places else stands_in_words(desk, person, places)
