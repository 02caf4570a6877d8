"""The data that is measured on: forums like Klynge Nord, each with an agenda out for approval, and old notices."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import Table, text

from bot.domain.approval.actions import Circulate, Respond
from bot.domain.approval.state import Verdict
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.notice import NoticeState
from bot.domain.kernel.people import Identity, Person
from bot.domain.meetings.notices import MeetingNotice
from bot.usecases.approval import answering
from bot.usecases.approval import commands as approval
from bot.usecases.desk import open_writing_desk
from storage import forum as forums
from storage.database import Database
from storage.engine.connection import WritingConnection
from storage.migrate import upgrade
from storage.outbox.table import notices
from tests.bench.past import held, what_was
from tests.harness.klynge_nord import charter_texts, klynge_nord, local
from tests.usecases.agenda.setting import HOME_VISITS, put_on

MOMENT: datetime = local("2027-02-22T10:00")
MEETING = "2027-1"
TENANT = "22222222-aaaa-4aaa-8aaa-222222222222"
BOT = "28:klyngebot"
CHAIRS = ("formand-kommunal", "formand-regional")
_CLERK = "sekretariat-kommuner"
_ITEMS = 5


async def build(
    database_url: str, service_url: str, *, count: int, old: int = 0, past: int = 0, alike: bool = True
) -> None:
    """Migrate the database and fill it with `count` forums.

    They have had `old` notices between them and `past` meetings each; unless `alike`, each has a charter of its own.
    """
    database = Database(database_url)
    try:
        await upgrade(database)
        for number in range(count):
            await _settle(database, number, service_url, past, alike=alike)
        async with database.writing() as conn:
            await _insert(conn, notices, _old_notices(count, old))
            for table, rows in what_was(range(count), past):
                await _insert(conn, table, rows)
            await conn.execute(text("ANALYZE"))  # a server that has run for a while knows its tables
    finally:
        await database.close()


async def approve(database_url: str, *, count: int) -> None:
    """Let every chair approve, so that each agenda may leave on its day."""
    database = Database(database_url)
    for number in range(count):
        async with database.writing(forum_id(number)) as conn:
            desk = await open_writing_desk(conn, forum_id(number), MOMENT, Place.CHANNEL)
            for chair in CHAIRS:
                await answering.respond(desk, chair, Respond(verdict=Verdict.APPROVED))
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


def _forum(number: int, past: int = 0) -> Forum:
    forum = klynge_nord()
    people = tuple(_renamed(person, number) for person in forum.people)
    ahead = (replace(each, forum=forum_id(number)) for each in forum.meetings)
    meetings = (*held(forum_id(number), past), *ahead)
    return replace(forum, id=forum_id(number), name=f"{forum.name} {number}", people=people, meetings=meetings)


def _renamed(person: Person, number: int) -> Person:
    identities = (Identity(TENANT, f"{number:08x}{each.object_id[8:]}") for each in person.identities)
    return replace(person, identities=tuple(identities))


async def _settle(database: Database, number: int, service_url: str, past: int, *, alike: bool) -> None:
    charter, overlays = charter_texts()
    where = Conversation(
        place=Place.CHANNEL, service_url=service_url, tenant=TENANT, id=channel_id(number), bot=BOT, team="19:team"
    )
    async with database.writing(forum_id(number)) as conn:
        own = charter if alike else f"{charter}\n# {number}\n"
        await forums.put(conn, _forum(number, past), own, overlays)
        await forums.tie(conn, forum_id(number), where)
    async with database.writing(forum_id(number)) as conn:
        desk = await open_writing_desk(conn, forum_id(number), MOMENT, Place.CHANNEL)
        for item in range(_ITEMS):
            await put_on(desk, replace(HOME_VISITS, title=f"{HOME_VISITS.title} {item + 1}"))
        await approval.circulate(desk, _CLERK, Circulate())


async def _insert(conn: WritingConnection, table: Table, rows: Iterator[dict[str, Any]]) -> None:
    while some := list(islice(rows, 10_000)):
        await conn.execute(table.insert(), some)


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
