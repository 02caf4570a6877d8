"""What else is asked of one person: their proposals and tasks, and what they answer for an organisation."""

from collections.abc import AsyncIterator, Iterator
from datetime import timedelta

from bot.domain.appointments import rules as appointing
from bot.domain.appointments.actions import ShowCall
from bot.domain.appointments.asked import asked as asked_for_candidates
from bot.domain.appointments.asked import reminded
from bot.domain.duties.actions import ShowDuty
from bot.domain.duties.owners import acting
from bot.domain.duties.state import FollowUp, Kind, Status
from bot.domain.external.actions import ShowExternal
from bot.domain.external.reminders import silent_of
from bot.domain.funds.actions import ShowFunds
from bot.domain.funds.council import is_owed
from bot.domain.funds.delegating import answering
from bot.domain.kernel.settings import has_hosts
from bot.domain.standing.state import Matter
from bot.domain.year.actions import ConfirmHost
from bot.domain.year.hosting import asked, asked_on
from bot.domain.year.rota import turns
from bot.usecases.desk import Desk
from bot.usecases.duties.views import sees
from bot.usecases.external.loading import coming
from bot.usecases.standing.facts import Facts, Owed
from cards.proposals.closed import NEUTRAL_TITLE
from storage import appointments, funds, hosts

_NOT_TASKS = (Kind.MINUTES, Kind.AGREEMENT)


def tasks_owed(desk: Desk, actor: str, owed: list[FollowUp]) -> Iterator[Owed]:
    """Each task that is theirs, but for those that nobody was named for."""
    for each in owed:
        is_waiting = each.status is Status.APPLIED or each.kind in _NOT_TASKS
        if not is_waiting and not is_nobodys(each) and actor in acting(each, desk.forum, desk.today):
            title = each.title if sees(desk, actor, each) else NEUTRAL_TITLE
            way = ShowDuty(number=each.number, year=each.year)
            yield Owed(matter=Matter.TASK, way=way, due=each.details.due, title=title)


def is_nobodys(duty: FollowUp) -> bool:
    """Whether it waits for somebody to take it."""
    return duty.kind in (Kind.TASK, Kind.LOCAL_INITIATIVE) and not (duty.organisation or duty.person or duty.taker)


async def hosting_owed(desk: Desk, actor: str, facts: Facts) -> AsyncIterator[Owed]:
    """Each meeting whose host is asked by now, for those who answer for it."""
    if not has_hosts(desk.forum) or not facts.ahead:
        return
    known = await hosts.of(desk.conn, desk.forum.id)
    ahead = {each.id for each in facts.ahead}
    for turn in turns(desk.forum):
        meeting, host = turn.meeting, turn.host
        if meeting.id not in ahead or host is None or asked_on(desk.forum, meeting, desk.calendar) > desk.today:
            continue
        said = known.get(meeting.id)
        if actor in asked(desk.forum, host, desk.today) and not (said is not None and said.holds(meeting, host)):
            way = ConfirmHost(meeting=meeting.id, host=host)
            organisation = desk.forum.organisation(host)
            name = host if organisation is None else organisation.name
            yield Owed(matter=Matter.HOST, way=way, due=meeting.day, meeting=meeting.id, title=name)


async def input_owed(desk: Desk, actor: str) -> AsyncIterator[Owed]:
    """Each meeting of another body about which an organisation of theirs has not answered."""
    for each in await coming(desk):
        this = each.meeting
        is_open = this.is_ahead(desk.today) and this.details.sent is None
        if is_open and silent_of(this, each.answers, desk.forum, actor, desk.today):
            way = ShowExternal(number=this.number, year=this.year)
            yield Owed(matter=Matter.INPUT, way=way, due=this.day - timedelta(days=1), title=this.name)


async def candidates_owed(desk: Desk, actor: str) -> AsyncIterator[Owed]:
    """Each seat to which an organisation of theirs has named nobody."""
    for one in await appointments.open_ones(desk.conn, desk.forum.id):
        call = one.details.call
        if call is None:
            continue
        every = [each.id for each in asked_for_candidates(desk.forum, one, desk.today)]
        own = [each for each in every if actor in reminded(desk.forum, each, desk.today)]
        if own and appointing.silent(own, await appointments.answers(desk.conn, one), call.number):
            way = ShowCall(number=one.number, year=one.year)
            yield Owed(matter=Matter.CANDIDATE, way=way, due=call.until, title=one.title)


async def councils_owed(desk: Desk, actor: str) -> AsyncIterator[Owed]:
    """Each council that they answer for and whose answer on the shared funds is missing."""
    for each in await funds.open_follow_ups(desk.conn, desk.forum.id):
        organisation = desk.forum.organisation(each.organisation)
        if organisation is None or not is_owed(each, desk.forum, desk.today):
            continue
        if actor in answering(desk.forum, organisation, desk.today):
            yield Owed(matter=Matter.COUNCIL, way=ShowFunds(), title=organisation.name)
