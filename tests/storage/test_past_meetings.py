"""What is long past is not looked at: agendas of meetings to come, and minutes that nobody has approved yet."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.agenda.rules import blank
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.rules import blank as blank_minutes
from bot.domain.minutes.state import MinutesStatus
from cards.agenda import cards
from storage import agenda as agendas
from storage import forum as forums
from storage import minutes as store
from storage.database import Database
from storage.engine.connection import WritingConnection
from tests.bench.past import held
from tests.harness.klynge_nord import charter_texts, klynge_nord, local

NOW = local("2027-02-22T10:00")
NORD = klynge_nord().id
COMING = tuple(each.id for each in klynge_nord().meetings)


def _with_a_past(most: int) -> Forum:
    forum = klynge_nord()
    return replace(forum, meetings=(*held(NORD, most), *forum.meetings))


async def _begin_every_agenda(conn: WritingConnection, forum: Forum) -> None:
    await forums.put(conn, forum, *charter_texts())
    for meeting in forum.meetings:
        await agendas.put(conn, blank(NORD, meeting.id, cards.standing))


async def _sent(conn: WritingConnection, meeting: Meeting, status: MinutesStatus = MinutesStatus.SENT) -> None:
    await store.put(conn, replace(blank_minutes(NORD, meeting.id), status=status, sent_at=meeting.ends))


async def test_an_agenda_of_a_meeting_that_has_begun_is_no_longer_unsent(stored: Database) -> None:
    async with stored.writing(NORD) as conn:
        await _begin_every_agenda(conn, _with_a_past(40))
        assert await agendas.unsent(conn, NOW) == tuple((NORD, each) for each in COMING)
        first = klynge_nord().meetings[0]
        just_before = first.starts - timedelta(microseconds=1)
        assert (NORD, first.id) in await agendas.unsent(conn, just_before)
        assert (NORD, first.id) not in await agendas.unsent(conn, first.starts)


async def test_an_agenda_that_was_sent_or_whose_meeting_was_taken_off_is_not_unsent(stored: Database) -> None:
    async with stored.writing(NORD) as conn:
        await _begin_every_agenda(conn, klynge_nord())
        agenda = await agendas.get(conn, NORD, COMING[0])
        assert agenda is not None
        await agendas.put(conn, replace(agenda, sent_version=1, sent_at=NOW))
        *others, _last = klynge_nord().meetings
        await forums.put(conn, replace(klynge_nord(), meetings=tuple(others)), *charter_texts())
        assert await agendas.unsent(conn, NOW) == tuple((NORD, each) for each in COMING[1:-1])


async def test_the_latest_minutes_that_nobody_approved_are_found_among_many_that_were(stored: Database) -> None:
    forum = _with_a_past(5)
    oldest, older, old, late, latest = forum.meetings[:5]
    async with stored.writing(NORD) as conn:
        await forums.put(conn, forum, *charter_texts())
        for meeting in (oldest, old, late):
            await _sent(conn, meeting, MinutesStatus.APPROVED)
        assert await store.unapproved(conn, NORD, NOW) is None
        await _sent(conn, older)
        await _sent(conn, latest)
        assert await store.unapproved(conn, NORD, NOW) == latest.id
        assert await store.unapproved(conn, NORD, latest.starts) == older.id
        assert await store.unapproved(conn, NORD, older.starts) is None


async def test_minutes_of_a_meeting_that_was_taken_off_await_nobody(stored: Database) -> None:
    forum = _with_a_past(2)
    async with stored.writing(NORD) as conn:
        await forums.put(conn, forum, *charter_texts())
        await _sent(conn, forum.meetings[0])
        await forums.put(conn, replace(forum, meetings=forum.meetings[1:]), *charter_texts())
        assert await store.unapproved(conn, NORD, NOW) is None
