"""What follows as somebody is away or comes after all, or a meeting moves: who stands in answers, and is told once."""

from collections.abc import Iterator, Mapping

from bot.domain.kernel import settings
from bot.domain.kernel.absence import Absence
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.absences import meetings_of
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.meetings.standing_in import away_from
from bot.domain.notices import LIVING
from bot.usecases.approval.standing_in import hand_over
from bot.usecases.desk import WritingDesk
from bot.usecases.duties import reminding as duties
from bot.usecases.external import reminding as external
from bot.usecases.leaders import hand_over_questions
from storage.outbox import notices


async def follow(desk: WritingDesk, before: Forum, actor: str, absence: Absence, *, is_back: bool) -> None:
    """Hand over what the meetings ahead ask of them, and tell those whom it concerns; the forum is as it is now."""
    for meeting in desk.meetings_ahead():
        is_touched = absence.is_from(meeting)
        if is_touched or absence.is_on(desk.today):
            await hand_over(desk, meeting, actor)
            await hand_over_questions(desk, meeting)
            await notices.redraw(desk.conn, desk.forum.id, meeting.id, *LIVING, soon=desk.soon())
        if is_touched:
            await desk.tell_again(MeetingNotice.POST, meeting=meeting.id)
            for person, whose in _concerned(before, desk.forum, meeting, absence.person, actor):
                about = (MeetingNotice.STANDING_IN, whose, desk.now.isoformat())
                await desk.tell(*about, meeting=meeting.id, recipient=person, person=whose)
    if absence.meeting is None:
        await duties.plan(desk)
        await external.plan(desk)
    await _tell_secretariat(desk, actor, absence, is_back=is_back)


async def follow_move(desk: WritingDesk, before: Forum, was: Meeting, now: Meeting) -> None:
    """Tell those who stand in from now on, or do no more, since the meeting fell into or out of somebody's absence.

    Whoever leads it with its new host is asked what the leader before is yet to answer.
    """
    if desk.now >= now.starts:
        return
    if was.host != now.host:
        await hand_over_questions(desk, now)
    then, by_now = _pairs(before, was), _pairs(desk.forum, now)
    for whose in dict.fromkeys((*then, *by_now)):
        for person in dict.fromkeys((then.get(whose), by_now.get(whose))):
            if person is not None and then.get(whose) != by_now.get(whose):
                about = (MeetingNotice.STANDING_IN, whose, desk.now.isoformat())
                await desk.tell(*about, meeting=now.id, recipient=person, person=whose)


def _concerned(before: Forum, after: Forum, meeting: Meeting, person: str, actor: str) -> Iterator[tuple[str, str]]:
    """Each who hears of it in person, but for those who said so themselves, with whose place it is about."""
    was, now = _pairs(before, meeting), _pairs(after, meeting)
    heard: dict[tuple[str, str], None] = {}
    for whose in dict.fromkeys((*was, *now)):
        if was.get(whose) != now.get(whose):
            heard |= {(other, whose): None for other in (was.get(whose), now.get(whose)) if other}
            heard |= {(whose, whose): None} if whose != person else {}
    if person != actor:
        heard[person, person] = None
    yield from (each for each in heard if each[0] != actor and (each[0] != person or each[1] == person))


def _pairs(forum: Forum, meeting: Meeting) -> Mapping[str, str | None]:
    return {each.person: each.stand_in for each in away_from(forum, meeting)}


async def _tell_secretariat(desk: WritingDesk, actor: str, absence: Absence, *, is_back: bool) -> None:
    """Each of the secretariat hears of it once; what is changed within a second is one message."""
    meetings = tuple(meetings_of(absence, desk.meetings_ahead()))
    alone = meetings[0].id if len(meetings) == 1 else None
    days = {"since": absence.since and absence.since.isoformat(), "until": absence.until and absence.until.isoformat()}
    for person in settings.secretariat(desk.forum, desk.today):
        if person != actor:
            await desk.tell(
                MeetingNotice.ABSENCE,
                absence.number,
                desk.now.isoformat(),
                meeting=alone,
                recipient=person,
                first=desk.soon(),
                number=absence.number,
                person=absence.person,
                is_back=is_back,
                **days,
            )
