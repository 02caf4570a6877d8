"""The data that is measured on: forums like Klynge Nord, each with an agenda out for approval, and old notices."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import text

from bot.domain.approval.actions import Circulate
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.notice import NoticeState
from bot.domain.kernel.people import Identity, Person
from bot.domain.meetings.notices import MeetingNotice
from bot.usecases.approval import commands as approval
from bot.usecases.desk import open_writing_desk
from storage import forum as forums
from storage.database import Database
from storage.migrate import upgrade
from storage.outbox.notices import notices
from tests.harness.klynge_nord import charter_texts, klynge_nord, local
from tests.usecases.agenda.setting import HOME_VISITS, put_on

MOMENT: datetime = local("2027-02-22T10:00")
MEETING = "2027-1"
TENANT = "22222222-aaaa-4aaa-8aaa-222222222222"
BOT = "28:klyngebot"
CHAIRS = ("formand-kommunal", "formand-regional")
_CLERK = "sekretariat-kommuner"
_ITEMS = 5


async def build(database_url: str, service_url: str, *, count: int, old: int) -> None:
    """Migrate the database and fill it with `count` forums that have had `old` notices between them."""
    database = Database(database_url)
    try:
        await upgrade(database)
        for number in range(count):
            await _settle(database, number, service_url)
        rows = _old_notices(count, old)
        async with database.writing() as conn:
            while some := list(islice(rows, 10_000)):
                await conn.execute(notices.insert(), some)
            await conn.execute(text("ANALYZE"))  # a server that has run for a while knows its tables
    finally:
        await database.close()


def forum_id(number: int) -> str:
    """The id of one of the forums."""
    return f"klynge-{number}"


def channel_id(number: int) -> str:
    """The channel of one of the forums."""
    return f"19:klynge-{number}@thread.tacv2"


def account(number: int, person: str) -> Identity:
    """The account of a person in one of the forums."""
    return next(each for each in _forum(number).people if each.id == person).identities[0]


def _forum(number: int) -> Forum:
    forum = klynge_nord()
    people = tuple(_renamed(person, number) for person in forum.people)
    meetings = tuple(replace(each, forum=forum_id(number)) for each in forum.meetings)
    return replace(forum, id=forum_id(number), name=f"{forum.name} {number}", people=people, meetings=meetings)


def _renamed(person: Person, number: int) -> Person:
    identities = (Identity(TENANT, f"{number:08x}{each.object_id[8:]}") for each in person.identities)
    return replace(person, identities=tuple(identities))


async def _settle(database: Database, number: int, service_url: str) -> None:
    where = Conversation(
        place=Place.CHANNEL, service_url=service_url, tenant=TENANT, id=channel_id(number), bot=BOT, team="19:team"
    )
    async with database.writing() as conn:
        await forums.put(conn, _forum(number), *charter_texts())
        await forums.tie(conn, forum_id(number), where)
    async with database.writing(forum_id(number)) as conn:
        desk = await open_writing_desk(conn, forum_id(number), MOMENT, Place.CHANNEL)
        for item in range(_ITEMS):
            await put_on(desk, replace(HOME_VISITS, title=f"{HOME_VISITS.title} {item + 1}"))
        await approval.circulate(desk, _CLERK, Circulate())


def _old_notices(forums: int, most: int) -> Iterator[dict[str, Any]]:
    """Nineteen of twenty were sent long ago; the rest are reminders of days to come."""
    for number in range(most):
        is_ahead = number % 20 == 0
        yield {
            "key": f"gammel/{number}",
            "forum": forum_id(number % forums),
            "kind": MeetingNotice.MEETING.value,
            "meeting": MEETING,
            "recipient": None,
            "subject": {"meeting": MEETING},
            "due_at": MOMENT + timedelta(days=30) if is_ahead else MOMENT - timedelta(minutes=number),
            "is_timed": True,
            "generation": 1,
            "state": (NoticeState.WAITING if is_ahead else NoticeState.SENT).value,
            "attempts": 0,
            "unknown_posts": 0,
            "conversation": None if is_ahead else channel_id(number % forums),
            "activity": None if is_ahead else str(number),
            "reason": "",
            "sent_at": None if is_ahead else MOMENT - timedelta(minutes=number),
        }
