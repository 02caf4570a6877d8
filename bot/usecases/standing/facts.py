"""What is known of a forum's meetings near by, read at once for all that it says of anybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.agenda.state import Agenda
from bot.domain.approval.state import ApprovalRound
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.state import Minutes
from bot.domain.standing.state import Awaited
from bot.usecases.days import course
from bot.usecases.desk import Desk
from storage import agenda as agendas
from storage import approval as approvals
from storage import live, minutes

Owed = Awaited[AnyQuery | AnyCommand]
_AHEAD = 6  # meetings; nobody works on one that is farther off
_BEGUN = 4  # of the latest; what is older nobody finishes any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The meetings `ahead` and those that have `begun`, the nearest first, with what is stored of them.

    `rounds` are the newest of the agendas ahead that are frozen and have not left, `held` is the meeting that is on.
    """

    ahead: tuple[Meeting, ...]
    begun: tuple[Meeting, ...]
    agendas: Mapping[str, Agenda]
    rounds: Mapping[str, ApprovalRound]
    minutes: Mapping[str, Minutes]
    held: Meeting | None

    def is_sent(self, meeting: Meeting) -> bool:
        """Whether the agenda has left."""
        agenda = self.agendas.get(meeting.id)
        return agenda is not None and agenda.sent is not None


async def facts_of(desk: Desk) -> Facts:
    """As they stand now."""
    ahead = desk.meetings_ahead()[:_AHEAD]
    begun = tuple(islice((each for each in reversed(course(desk.forum).meetings) if each.starts <= desk.now), _BEGUN))
    here = desk.conn, desk.forum.id
    known = await agendas.of_meetings(*here, [each.id for each in (*ahead, *begun)])
    open_ones = [each.id for each in ahead if _is_open(known.get(each.id))]
    rounds = {each: await approvals.newest(*here, each) for each in open_ones}
    return Facts(
        ahead=ahead,
        begun=begun,
        agendas=known,
        rounds={meeting: found for meeting, found in rounds.items() if found is not None},
        minutes=await minutes.of_meetings(*here, [each.id for each in begun]),
        held=desk.forum.meeting(await live.held_now(*here) or ""),
    )


def _is_open(agenda: Agenda | None) -> bool:
    return agenda is not None and agenda.newest is not None and agenda.sent is None
