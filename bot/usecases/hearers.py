"""Whether whoever a notice is for may still hear it: asked of every kind alike, at the moment it leaves.

What somebody could no longer look up is not told to them either: without a seat there is nothing, not even what became
of a proposal of one's own.
"""

from typing import assert_never

from bot.domain.approval.clearance import entitled
from bot.domain.external.speaking import spoken_for
from bot.domain.kernel import settings
from bot.domain.kernel.hearing import Hearer, Stands
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice
from bot.domain.kernel.people import Role
from bot.domain.meetings.standing_in import acts_for
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.notices import hearing
from bot.domain.reminders.state import NoticeChoice
from bot.usecases.desk import Desk
from bot.usecases.duties.of_minutes import writer_of
from bot.usecases.reader import lost
from bot.usecases.rights import is_secretariat
from bot.usecases.routes import carried_reader, has_chat, meeting_of
from cards.kit.words import say
from storage import reminders


async def barred(desk: Desk, notice: Notice) -> str | None:
    """Why the recipient may not hear it any more, for the outbox; None where they may."""
    who = hearing(notice.kind).who
    match who:
        case Hearer.FORUM | Hearer.ADMIN:  # nobody alone; an admin is one by the settings, and needs no seat
            return None
        case Hearer.ASKER:
            reader = carried_reader(notice)
            return say("stale.no_seat") if reader is None else await lost(desk.conn, reader, desk.now)
        case (
            Hearer.SECRETARIAT
            | Hearer.APPROVER
            | Hearer.ASKED
            | Hearer.CLEARING
            | Hearer.PROPOSER
            | Hearer.LEADER
            | Hearer.STANDING_IN
            | Hearer.OWNER
            | Hearer.SPEAKING
            | Hearer.REPRESENTATIVE
            | Hearer.HOST
            | Hearer.HOLDER
            | Hearer.COUNCIL
            | Hearer.NAMING
            | Hearer.GATHERING
            | Hearer.SUGGESTER
            | Hearer.SENDER
        ):
            person = notice.recipient or ""
            if not any(desk.forum.seats_of(person, desk.today)):
                return say("stale.no_seat")
            return _without_part(desk, notice, who, person) or await _is_with_another(desk, notice, person)
        case _:
            assert_never(who)


async def _is_with_another(desk: Desk, notice: Notice, person: str) -> str | None:
    """What a secretariat does as one calls nobody of it in the channel, where another of it is told in a chat.

    A chairmanship that serves is no such office. Whoever took the minutes is reminded of them wherever they can be.
    """
    is_shared = hearing(notice.kind).stands is Stands.DESK and notice.activity is None
    if not is_shared or await has_chat(desk, person):
        return None
    if notice.kind is MinutesNotice.DUE and await writer_of(desk, notice.meeting or "") == person:
        return None
    serving = settings.secretariat(desk.forum, desk.today)
    others = [each for each in serving if each != person and desk.has_role(each, Role.SECRETARIAT)]
    return say("stale.told_another") if any([await _is_told(desk, notice, each) for each in others]) else None


async def _is_told(desk: Desk, notice: Notice, person: str) -> bool:
    """Whether the person has a chat, and did not choose to hear nothing of the kind there."""
    row = hearing(notice.kind)
    is_always = row.owes or row.urgent
    choice = await reminders.choice_of(desk.conn, desk.forum.id, person)
    return (is_always or choice is not NoticeChoice.DEADLINES) and await has_chat(desk, person)


def _without_part(desk: Desk, notice: Notice, who: Hearer, person: str) -> str | None:
    """Why it is not for somebody who has a seat."""
    if who is Hearer.SECRETARIAT and not is_secretariat(desk, person):
        return say("stale.not_serving")
    meeting = desk.forum.meeting(meeting_of(notice) or "") or desk.next_meeting()
    if who is Hearer.APPROVER and (meeting is None or not _is_asked(desk, meeting, person)):
        return say("stale.not_asked")
    if who is Hearer.CLEARING and not _answers_for(desk, str(notice.subject.get("organisation")), person):
        return say("stale.not_asked")
    if who is Hearer.SPEAKING and not spoken_for(desk.forum, person, desk.today):
        return say("stale.not_speaking")
    if who is Hearer.LEADER and (meeting is None or not _leads(desk, meeting, person)):
        return say("stale.not_leading")
    return None


def _answers_for(desk: Desk, organisation: str, person: str) -> bool:
    """Whether the person answers for the organisation, or serves where nobody else does."""
    found = desk.forum.organisation(organisation)
    own = () if found is None else entitled(desk.forum, found, desk.today)
    return person in own or (not own and is_secretariat(desk, person))


def _is_asked(desk: Desk, meeting: Meeting, person: str) -> bool:
    """Whether the person is asked about the meeting's agenda, for themselves or in somebody's place."""
    return bool(acts_for(desk.forum, meeting, person, settings.approvers(desk.forum, meeting), desk.today))


def _leads(desk: Desk, meeting: Meeting, person: str) -> bool:
    """Whether the person leads the meeting, or answers in the place of one who does."""
    return bool(acts_for(desk.forum, meeting, person, settings.meeting_leaders(desk.forum, meeting), desk.today))
