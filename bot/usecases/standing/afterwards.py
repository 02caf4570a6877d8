"""A meeting that is held, and what is left to do once it was: minutes, suggestions, publication."""

from collections.abc import AsyncIterator, Iterator

from bot.domain.duties.owners import acting
from bot.domain.duties.state import FollowUp, Kind
from bot.domain.live.actions import ShowLive, StartMeeting
from bot.domain.live.rules import AHEAD
from bot.domain.minutes.actions import ShowMinutes
from bot.domain.minutes.state import MinutesStatus
from bot.domain.publication import rules as publishing
from bot.domain.publication.actions import OpenLink, OpenRelease
from bot.domain.publication.settings import publishes
from bot.domain.publication.state import Paper
from bot.domain.reach.actions import ShowNudge
from bot.domain.standing.state import Matter
from bot.domain.wording.actions import ShowSuggestions
from bot.usecases import made_public
from bot.usecases.desk import Desk
from bot.usecases.live.loading import may_lead
from bot.usecases.publication.loading import may_publish
from bot.usecases.rights import is_secretariat
from bot.usecases.standing.facts import Facts, Owed
from storage import live, wordings


async def meeting_owed(desk: Desk, actor: str, facts: Facts) -> AsyncIterator[Owed]:
    """The meeting that is on, or can begin: for those who take it through its agenda."""
    if facts.held is not None:
        if may_lead(desk, actor, facts.held):
            yield Owed(matter=Matter.LIVE, way=ShowLive(meeting=facts.held.id), meeting=facts.held.id)
        return
    for meeting in (*facts.ahead[:1], *facts.begun[:1]):
        if meeting.id not in facts.agendas or not may_lead(desk, actor, meeting):
            continue
        is_time = meeting.starts - AHEAD <= desk.now < meeting.ends
        if is_time and await live.get(desk.conn, desk.forum.id, meeting.id) is None:
            yield Owed(matter=Matter.START, way=StartMeeting(meeting=meeting.id), meeting=meeting.id)


def minutes_owed(desk: Desk, actor: str, facts: Facts, owed: list[FollowUp]) -> Iterator[Owed]:
    """Those to write, for whoever took them or serves; those that wait for a yes can be asked after."""
    if not is_secretariat(desk, actor):
        return
    for duty in owed:
        if duty.kind is not Kind.MINUTES or duty.meeting is None or desk.forum.meeting(duty.meeting) == facts.held:
            continue
        known = facts.minutes.get(duty.meeting)
        if known is not None and known.status is MinutesStatus.FOR_APPROVAL:
            way = ShowNudge(meeting=duty.meeting)
            yield Owed(matter=Matter.MINUTES_WAIT, way=way, serves=True, meeting=duty.meeting)
        elif actor in acting(duty, desk.forum, desk.today):
            write = ShowMinutes(meeting=duty.meeting)
            yield Owed(matter=Matter.MINUTES, way=write, due=duty.details.due, serves=True, meeting=duty.meeting)


async def suggestions_owed(desk: Desk, facts: Facts) -> AsyncIterator[Owed]:
    """What members would have minutes say, and nobody has answered."""
    for meeting in facts.begun:
        known = facts.minutes.get(meeting.id)
        if known is None or known.status is MinutesStatus.DRAFT:
            continue
        waiting = sum(each.waits for each in await wordings.of_meeting(desk.conn, desk.forum.id, meeting.id))
        if waiting:
            way = ShowSuggestions(meeting=meeting.id)
            yield Owed(matter=Matter.SUGGESTIONS, way=way, serves=True, meeting=meeting.id, count=waiting)


async def publication_owed(desk: Desk, actor: str, facts: Facts) -> AsyncIterator[Owed]:
    """Each paper that is to be public and is not, for those who may see to it."""
    if not (is_secretariat(desk, actor) or may_publish(desk, actor)):
        return
    for meeting in (*facts.ahead[:2], *facts.begun):
        if not meeting.owes or not any(publishes(desk.forum, each, meeting.day) for each in Paper):
            continue
        agenda, minutes = facts.agendas.get(meeting.id), facts.minutes.get(meeting.id)
        papers = made_public.documents(desk, agenda, minutes)
        for each in await made_public.standings_of(desk, meeting, papers):
            if publishing.is_owed(meeting, each.status) and each.document.is_final:
                paper, elsewhere = each.document.paper, made_public.is_elsewhere(desk, meeting)
                asks = OpenLink if elsewhere else OpenRelease
                due = made_public.deadline_of(desk, meeting, each.document)
                yield Owed(
                    matter=Matter.PUBLISH,
                    way=asks(meeting=meeting.id, paper=paper),
                    due=None if due is None else due.day,
                    serves=True,
                    meeting=meeting.id,
                )
