"""What every use case works at: the open transaction, the forum, its calendar, the time and the place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypedDict, Unpack

from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.deadlines import Timetable, timetable
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.hearing import Calls
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.not_held import not_held
from bot.domain.kernel.notice import GATHERING_TIME, Notice, key_of
from bot.domain.kernel.people import Identity, Role
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.settings import answer_days, dispatch_days, minutes_days, secretariat
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.notices import AnyNotice, hearing
from bot.usecases.charter_texts import read_charter
from bot.usecases.days import as_it_is, calendar, course, timetables
from cards.kit.elements import Mention
from storage import audit
from storage import forum as forums
from storage.engine.connection import Connection, WritingConnection
from storage.engine.elapsed import elapsed
from storage.outbox import notices


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """One turn's work for one forum; `now` is local to it. Nothing can be written at it."""

    conn: Connection
    forum: Forum
    calendar: Calendar
    now: datetime
    place: Place
    is_overheard: bool  # everybody in the place reads the answer: a sentence typed in a channel, a notice there

    @property
    def today(self) -> date:
        """The local date."""
        return self.now.date()

    @property
    def is_public(self) -> bool:
        """Whether others may see what is shown here, so that closed items show a neutral title and nothing else."""
        return not self.place.is_private

    def has_role(self, person: str, *roles: Role) -> bool:
        """Whether that person has one of the roles today."""
        return not self.forum.roles_of(person, self.today).isdisjoint(roles)

    def timetable(self, meeting: Meeting) -> Timetable:
        """The deadlines of a meeting, by charter and choices."""
        known = timetables(self.forum)
        if meeting.day not in known:
            known[meeting.day] = timetable(
                meeting.day,
                self.calendar,
                proposals=self.forum.choice("proposal_deadline_days_before"),
                draft=self.forum.choice("draft_to_approvers_days_before"),
                answers=answer_days(self.forum, meeting.day),
                dispatch=dispatch_days(self.forum, meeting.day),
                minutes=minutes_days(self.forum, meeting.day),
            )
        return known[meeting.day]

    def meetings_to_come(self) -> tuple[Meeting, ...]:
        """The meetings that have not ended, the next one first."""
        return course(self.forum).to_come(self.now)

    def meetings_ahead(self) -> tuple[Meeting, ...]:
        """The meetings that have not begun, the next one first."""
        return course(self.forum).ahead(self.now)

    def meetings_on(self, day: date) -> tuple[Meeting, ...]:
        """The meetings of that day."""
        return course(self.forum).by_day.get(day, ())

    def meeting_years(self) -> tuple[int, ...]:
        """The years that have meetings."""
        return course(self.forum).years

    def next_meeting(self) -> Meeting | None:
        """The first meeting that has not ended."""
        return next(iter(self.meetings_to_come()), None)

    def last_meeting(self) -> Meeting | None:
        """The latest meeting that has begun."""
        return course(self.forum).last_begun(self.now)

    def last_ended(self) -> Meeting | None:
        """The latest meeting that has ended."""
        return course(self.forum).last_ended(self.now)

    def meeting(self, meeting: str | None) -> Meeting:
        """The meeting of that id (None: the next); Refusal where there is none, or it was cancelled."""
        found = self.next_meeting() if meeting is None else self.forum.meeting(meeting)
        if found is None:
            raise not_held(self.forum, meeting, self.next_meeting())
        return found

    def name_of(self, person: str) -> str:
        """The person's name; the bare id for one the forum no longer names."""
        return next((found.name for found in self.forum.people if found.id == person), person)

    def mention(self, person: str) -> Mention | None:
        """How to call somebody by name in the channel; None in a personal chat, or without an account."""
        found = next((each for each in self.forum.people if each.id == person and each.identities), None)
        if found is None or not self.is_public:
            return None
        return Mention(found.name, found.identities[0].object_id)

    def called(self, notice: Notice) -> Mention | None:
        """How a notice calls its recipient by name here; None where its kind calls nobody, or in a personal chat."""
        if notice.recipient is None or hearing(notice.kind).calls is not Calls.RECIPIENT:
            return None
        return self.mention(notice.recipient)

    async def told(
        self, kind: AnyNotice, *about: object, meeting: str | None = None, recipient: str | None = None
    ) -> Notice | None:
        """The notice by which this was told, or is about to be; None where it is not owed."""
        return await notices.get(self.conn, self.key_of(kind, about, meeting, recipient))

    def post_of(self, meeting: str) -> str:
        """The key of the meeting's post in the channel, under which everything else about the meeting is said."""
        return self.key_of(MeetingNotice.POST, (), meeting, None)

    def key_of(self, kind: AnyNotice, about: tuple[object, ...], meeting: str | None, recipient: str | None) -> str:
        """The key of a notice."""
        return key_of(self.forum.id, kind, meeting, recipient, *about)


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingDesk(Desk):
    """A desk that also keeps what is done at it: a command's, never a query's.

    `account` is the one that acts, `operator` who runs the command line; the clock has neither.
    """

    conn: WritingConnection
    account: Identity | None = None
    operator: str | None = None
    posts_told: set[str] = field(default_factory=set)  # of meetings, so that each is owed once

    async def log(
        self, actor: str | None, what: str, *, texts: Mapping[str, str] | None = None, **facts: object
    ) -> audit.Entry:
        """Add to the audit log; `actor` None is the clock. What people wrote is in `texts`, where it can be erased.

        Every entry names the account that acted. What is logged of a `meeting` is soon seen on its post.
        """
        facts |= self._doer()
        at, forum = self.now, self.forum.id
        entry = await audit.append(self.conn, forum, at=at, actor=actor, what=what, facts=facts, texts=texts)
        meeting = facts.get("meeting")
        if isinstance(meeting, str) and meeting not in self.posts_told:
            await self.tell_again(MeetingNotice.POST, meeting=meeting)
        return entry

    async def tell(
        self,
        kind: AnyNotice,
        *about: object,
        meeting: str | None = None,
        recipient: str | None = None,
        first: datetime | None = None,
        **subject: object,
    ) -> Notice:
        """Owe a notice now (or from `first` in real time); told again about the same, a living card is soon updated.

        What is told of a meeting stands under the meeting's post, which is told with it.
        """
        notice = self._notice(kind, about, meeting, recipient, subject, self.now, is_timed=False)
        await notices.show(self.conn, notice, soon=self.soon(), first=first)
        if meeting is not None and kind is not MeetingNotice.POST and meeting not in self.posts_told:
            self.posts_told.add(meeting)
            await self.tell(MeetingNotice.POST, meeting=meeting)
        return notice

    async def tell_again(
        self, kind: AnyNotice, *about: object, meeting: str | None = None, recipient: str | None = None
    ) -> None:
        """Update what was told before about the same; nothing where it never was."""
        await notices.show_again(self.conn, self.key_of(kind, about, meeting, recipient), at=self.now, soon=self.soon())

    def soon(self) -> datetime:
        """The real time until which what changes is gathered."""
        return elapsed(self.conn) + GATHERING_TIME

    async def tell_each(
        self, people: Iterable[str], kind: AnyNotice, *about: object, meeting: str | None = None, **subject: object
    ) -> None:
        """Owe each of them the notice, as a message of their own."""
        for person in people:
            await self.tell(kind, *about, meeting=meeting, recipient=person, first=None, **subject)

    async def remind(
        self,
        kind: AnyNotice,
        *about: object,
        at: datetime,
        meeting: str | None = None,
        recipient: str | None = None,
        **subject: object,
    ) -> None:
        """Plan a timed notice; planned again about the same day it moves, and it never leaves twice."""
        about = (*about, at.date())
        await notices.plan(self.conn, self._notice(kind, about, meeting, recipient, subject, at, is_timed=True))

    async def remind_secretariat(
        self, kind: AnyNotice, *about: object, at: datetime, meeting: str, **subject: object
    ) -> None:
        """Plan a timed notice to each of those who serve the forum by then."""
        for person in secretariat(self.forum, at.date()):
            await self.remind(kind, *about, at=at, meeting=meeting, recipient=person, first=None, **subject)

    def _doer(self) -> dict[str, str]:
        account = {} if self.account is None else {"account": self.account.written}
        return account if self.operator is None else account | {"by": self.operator}

    def _notice(
        self,
        kind: AnyNotice,
        about: tuple[object, ...],
        meeting: str | None,
        recipient: str | None,
        subject: dict[str, object],
        due_at: datetime,
        *,
        is_timed: bool,
    ) -> Notice:
        if (recipient is not None) is not hearing(kind).is_personal:
            raise ValueError(f"{kind.value} is owed to {recipient}: see who hears it in bot/domain/notices.py")
        return Notice(
            key=self.key_of(kind, about, meeting, recipient),
            forum=self.forum.id,
            kind=kind,
            meeting=meeting,
            recipient=recipient,
            subject=subject,
            due_at=due_at,
            is_timed=is_timed,
        )


class Doer(TypedDict, total=False):
    """Who does what is done at a desk: an account in Teams, or who runs the command line."""

    account: Identity | None
    operator: str | None


async def open_desk(
    conn: Connection, forum: str, now: datetime, place: Place, *, is_overheard: bool | None = None
) -> Desk:
    """The desk for a forum as it is now; Refusal("unknown_forum") where there is none, Unreadable where it is broken.

    Unless said otherwise, an answer is overheard wherever others are.
    """
    found = await forums.get(conn, forum, read_charter)
    if found is None:
        raise Refusal("unknown_forum", forum=forum)
    return desk_of(conn, found, now, place, is_overheard=not place.is_private if is_overheard is None else is_overheard)


async def open_writing_desk(
    conn: WritingConnection, forum: str, now: datetime, place: Place, **doer: Unpack[Doer]
) -> WritingDesk:
    """The same in a transaction that writes."""
    return writing(await open_desk(conn, forum, now, place), conn, **doer)


def writing(desk: Desk, conn: WritingConnection, **doer: Unpack[Doer]) -> WritingDesk:
    """The same desk, at which `conn` may be written to."""
    return WritingDesk(
        conn=conn,
        forum=desk.forum,
        calendar=desk.calendar,
        now=desk.now,
        place=desk.place,
        is_overheard=desk.is_overheard,
        **doer,
    )


def desk_of(conn: Connection, forum: Forum, now: datetime, place: Place, *, is_overheard: bool) -> Desk:
    """The desk for a forum as it was just read, under the charter in force."""
    ours, local = as_it_is(forum, now)
    return Desk(conn=conn, forum=ours, calendar=calendar(ours), now=local, place=place, is_overheard=is_overheard)
