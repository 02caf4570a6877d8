"""What somebody can do right now, the most pressing first."""

from collections.abc import Iterator

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.agenda.actions import ShowAgenda
from bot.domain.forum.actions import ShowHelp
from bot.domain.live.actions import ShowLive
from bot.domain.meetings.actions import ShowMeetings
from bot.domain.minutes.actions import ShowMinutes
from bot.domain.proposals.actions import OpenProposalForm
from bot.domain.proposals.proposers import may_propose
from bot.usecases.desk import Desk
from bot.usecases.standing.awaited import awaited_by
from bot.usecases.standing.facts import Facts, facts_of

_MOST = 3


async def next_steps(desk: Desk, actor: str, most: int = _MOST) -> tuple[AnyQuery | AnyCommand, ...]:
    """So many acts that the person has a right to and that make sense now; never empty.

    What awaits them comes first, and then what anybody comes for.
    """
    facts = await facts_of(desk)
    awaited = [each.way for each in await awaited_by(desk, actor, facts)]
    return tuple(dict.fromkeys((*awaited, *_usual(desk, actor, facts))))[:most]


def _usual(desk: Desk, actor: str, facts: Facts) -> Iterator[AnyQuery | AnyCommand]:
    if facts.held is not None:
        yield ShowLive(meeting=facts.held.id)
    coming = desk.next_meeting()
    if coming is not None and coming.id in facts.agendas:
        yield ShowAgenda(meeting=coming.id)
    yield ShowMeetings()
    if desk.forum.is_in_force(desk.today) and may_propose(desk.forum, actor, desk.today):
        yield OpenProposalForm()
    if facts.begun:
        yield ShowMinutes(meeting=facts.begun[0].id)
    yield ShowHelp()
