"""A meeting's minutes with all that they are about, and which meeting's are meant."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.agenda.state import Agenda, AgendaItem
from bot.domain.duties.state import FollowUp
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.witness import Witness
from bot.domain.live.state import Live
from bot.domain.minutes.notices import MinutesNotice
from bot.domain.minutes.rules import blank, is_sent, items_of
from bot.domain.minutes.state import Minutes
from bot.domain.publication.rules import Standing
from bot.domain.referrals.state import Referral
from bot.domain.wording.state import Suggestion
from bot.usecases.agenda.views import draft_of
from bot.usecases.desk import Desk
from bot.usecases.duties import of_minutes
from bot.usecases.made_public import documents, standings_of
from bot.usecases.meant import meeting_meant
from bot.usecases.minutes.sentences import made_anew
from bot.usecases.witness import witness_of
from storage import live as live_meetings
from storage import minutes as store
from storage import referrals, wordings


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A meeting's minutes with the agenda they are about, the entry of the log that they left with, and the tasks that
    came of its items, and where they were sent on; `suggestions` are what members would have them say, `public` is how
    they stand with the public.
    """

    meeting: Meeting
    agenda: Agenda
    minutes: Minutes
    witness: Witness | None = None
    duties: tuple[FollowUp, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    live: Live | None = None
    sent_on: tuple[Referral, ...] = ()
    public: Standing | None = None

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        """What there is to resolve on."""
        return items_of(self.agenda, self.minutes)

    def has_begun(self, now: datetime) -> bool:
        """Whether the hour has come, or somebody started the meeting before it."""
        return self.live is not None or self.meeting.starts <= now


async def held_meeting(desk: Desk, named: str | None) -> Meeting | None:
    """The meeting that is named, looking back; else the one that is held, else the latest that has begun, if any."""
    if named is not None:
        return meeting_meant(desk, named, looks_back=True)
    held = await live_meetings.held_now(desk.conn, desk.forum.id)
    return desk.forum.meeting(held or "") or desk.last_meeting()


async def load(desk: Desk, meeting: Meeting) -> Record:
    """The minutes of a meeting; blank ones where nothing is recorded."""
    stored = await store.get(desk.conn, desk.forum.id, meeting.id)
    minutes = stored or blank(desk.forum.id, meeting.id)
    witness = await witness_of(desk, MinutesNotice.MINUTES, meeting.id) if is_sent(minutes) else None
    agenda, duties = await draft_of(desk, meeting), await of_minutes.duties_of(desk, meeting.id)
    live = await live_meetings.get(desk.conn, desk.forum.id, meeting.id)
    suggestions = await wordings.of_meeting(desk.conn, desk.forum.id, meeting.id) if stored else ()
    sent_on = await referrals.of_meeting(desk.conn, desk.forum.id, meeting.id)
    _, public = await standings_of(desk, meeting, documents(desk, None, minutes))
    return Record(
        meeting=meeting,
        agenda=agenda,
        minutes=made_anew(desk, minutes, items_of(agenda, minutes), sent_on),
        witness=witness,
        duties=duties,
        suggestions=suggestions,
        live=live,
        sent_on=tuple(sent_on),
        public=public,
    )


async def begun(desk: Desk, named: str | None) -> Record:
    """The minutes of the meeting that is meant, which must have begun."""
    meeting = await held_meeting(desk, named)
    record = None if meeting is None else await load(desk, meeting)
    if record is None or not record.has_begun(desk.now):
        raise Refusal("minutes_too_early")
    return record
