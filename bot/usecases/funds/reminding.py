"""Reminders to those who answer for a council, planned ahead; of what is answered none is left."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.funds.council import is_owed, reminded_on
from bot.domain.funds.delegating import answering
from bot.domain.funds.notices import FundNotice
from bot.domain.funds.state import CouncilFollowUp
from bot.usecases.desk import WritingDesk
from cards.kit.words import say
from storage.outbox import standing

_Wanted = Mapping[str, tuple[CouncilFollowUp, date, str]]


async def replan(desk: WritingDesk, *changed: CouncilFollowUp) -> None:
    """Plan the reminders of these as they are now, and drop those that are called for no longer."""
    about = {each.number for each in changed}
    wanted = _wanted(desk, changed)
    waiting = await standing.waiting(desk.conn, desk.forum.id, (FundNotice.COUNCIL_DUE,))
    gone = {each.key for each in waiting if each.subject.get("number") in about} - wanted.keys()
    await standing.drop(desk.conn, gone, reason=say("stale.funds_answered"))
    for follow_up, day, person in wanted.values():
        if day >= desk.today:
            await desk.remind(
                FundNotice.COUNCIL_DUE,
                follow_up.number,
                at=desk.calendar.opens(day, desk.forum.timezone),
                recipient=person,
                number=follow_up.number,
                day=day.isoformat(),
                under=follow_up.meeting,
            )


def _wanted(desk: WritingDesk, changed: Sequence[CouncilFollowUp]) -> _Wanted:
    found: dict[str, tuple[CouncilFollowUp, date, str]] = {}
    for each in changed:
        organisation = desk.forum.organisation(each.organisation)
        if organisation is None or not is_owed(each, desk.forum, desk.today):
            continue
        for day in reminded_on(each, desk.forum, desk.calendar):
            for person in answering(desk.forum, organisation, day):
                key = desk.key_of(FundNotice.COUNCIL_DUE, (each.number, day), None, person)
                found[key] = each, day, person
    return found
