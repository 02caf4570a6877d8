"""What waits for those who serve the forum and is about no one meeting."""

from collections.abc import AsyncIterator, Iterator

from bot.domain.duties.actions import ShowDuties, ShowDuty
from bot.domain.duties.owners import acting
from bot.domain.duties.state import FollowUp, Kind, Status
from bot.domain.reach.actions import ShowUnreached
from bot.domain.referrals.actions import ShowReferral
from bot.domain.standing.state import Matter
from bot.usecases.desk import Desk
from bot.usecases.duties.views import sees
from bot.usecases.reach.marking import unreached_people
from bot.usecases.standing.facts import Owed
from bot.usecases.standing.tasks import is_nobodys
from cards.proposals.closed import NEUTRAL_TITLE
from storage import referrals


async def service_owed(desk: Desk, actor: str, owed: list[FollowUp]) -> AsyncIterator[Owed]:
    """People who are not reached, answers from other bodies, tasks without an owner or over their day."""
    if people := await unreached_people(desk):
        yield Owed(matter=Matter.UNREACHED, way=ShowUnreached(), serves=True, count=len(people))
    for each in await referrals.open_ones(desk.conn, desk.forum.id):
        if each.is_letter and each.wanted is not None and each.wanted <= desk.today:
            way = ShowReferral(number=each.number, year=each.year)
            yield Owed(matter=Matter.REFERRAL, way=way, due=each.wanted, serves=True, title=each.details.body_name)
    for one in _of_tasks(desk, actor, owed):
        yield one


def _of_tasks(desk: Desk, actor: str, owed: list[FollowUp]) -> Iterator[Owed]:
    nobodys = [each for each in owed if is_nobodys(each)]
    if nobodys:
        first = nobodys[0]
        alone = len(nobodys) == 1
        yield Owed(
            matter=Matter.OWNERLESS,
            way=ShowDuty(number=first.number, year=first.year) if alone else ShowDuties(),
            due=first.details.due,
            serves=True,
            title=first.title if sees(desk, actor, first) else NEUTRAL_TITLE,
            count=len(nobodys),
        )
    late = [each for each in owed if is_late_task(desk, each) and not _is_own(desk, actor, each)]
    if late:
        yield Owed(matter=Matter.OVERDUE, way=ShowDuties(), due=late[0].details.due, serves=True, count=len(late))


def is_late_task(desk: Desk, duty: FollowUp) -> bool:
    """Whether somebody is late with it; minutes and agreements are told of by themselves."""
    due = duty.details.due
    is_task = duty.kind not in (Kind.MINUTES, Kind.AGREEMENT) and duty.status is not Status.APPLIED
    return is_task and due is not None and due < desk.today


def _is_own(desk: Desk, actor: str, duty: FollowUp) -> bool:
    return actor in acting(duty, desk.forum, desk.today)
