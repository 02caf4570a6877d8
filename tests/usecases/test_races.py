"""Two replicas do the same at the same moment, on a real server: once greeted, once applied, one forum a channel."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select, text

from bot.charters.forum_file import ForumFile
from bot.clock import PinnedClock
from bot.domain.forum.actions import TieChannel
from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.people import Identity
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.actions import Propose
from bot.local.demo.forums import USUAL, shipped
from bot.usecases.applying import apply_file
from bot.usecases.strangers import no_member
from bot.usecases.turn import Kind, Turn
from bot.usecases.turns import Secretary
from cards.forum import welcome
from cards.forum.region import named
from cards.kit.answers import refused, refused_in_hand
from cards.kit.buttons import pack
from storage import audit
from storage import forum as forums
from storage.database import Database
from storage.migrate import upgrade
from tests.harness.databases import copied
from tests.harness.interleaving import until_waiting
from tests.harness.klynge_nord import charter_texts, local

NOON = local("2027-02-01T12:00")
NORTH, SOUTH = "politisk-klynge-nord", "politisk-klynge-syd"
ADMIN = "aaaaaaaa-0000-4000-8000-0000000000ff"
TENANT = "11111111-1111-1111-1111-111111111111"
CHANNEL = Conversation(
    place=Place.CHANNEL, service_url="https://teams.test", tenant=TENANT, id="19:kanal@thread.tacv2", bot="28:bot"
)


@pytest.fixture
async def replicas(server: str) -> AsyncIterator[tuple[Database, Database]]:
    """One empty database as two replicas have it."""
    url = copied(server)
    each = Database(url), Database(url)
    await upgrade(each[0])
    yield each
    for database in each:
        await database.close()


@asynccontextmanager
async def _held(database: Database, table: str) -> AsyncIterator[None]:
    """Nobody writes to the table for the length of the block, but everybody reads it."""
    async with database.writing() as conn:
        await conn.execute(text(f"LOCK TABLE {table} IN SHARE MODE"))
        yield


async def test_two_that_are_told_at_once_that_the_bot_was_added_greet_once(
    replicas: tuple[Database, Database],
) -> None:
    joined = _turn(Kind.JOINED, "j")
    async with _held(replicas[0], "answered"):
        greeting = [asyncio.create_task(_secretary(each).take(joined)) for each in replicas]
        await until_waiting(replicas[0], *greeting)
    answers = await asyncio.gather(*greeting)
    assert None in answers
    assert welcome.unlinked() in answers
    assert await _secretary(replicas[1]).take(joined) is None


async def test_two_that_apply_a_new_forum_at_once_apply_it_one_after_the_other(
    replicas: tuple[Database, Database],
) -> None:
    file = _file(NORTH)
    async with _held(replicas[0], "forums"):
        applying = [asyncio.create_task(apply_file(each, NOON, file)) for each in replicas]
        await until_waiting(replicas[0], *applying)
    told = await asyncio.gather(*applying)
    assert sorted((each.is_new, each.is_changed) for each in told) == [(False, False), (True, True)]
    async with replicas[0].reading() as conn:
        assert [each.what async for each in audit.entries(conn, NORTH)] == ["forum.applied"]


async def test_two_forums_that_are_tied_to_one_channel_at_once_leave_it_to_one(
    replicas: tuple[Database, Database],
) -> None:
    for forum in (NORTH, SOUTH):
        await apply_file(replicas[0], NOON, _file(forum))
    asked = [_turn(Kind.CLICK, forum, pack(TieChannel(forum=forum))) for forum in (NORTH, SOUTH)]
    async with _held(replicas[0], "forums"):
        tying = [asyncio.create_task(_secretary(each).take(turn)) for each, turn in zip(replicas, asked, strict=True)]
        await until_waiting(replicas[0], *tying)
    answers = await asyncio.gather(*tying)
    async with replicas[0].reading() as conn:
        tied = await conn.scalar(select(func.count()).where(forums.forums.c.channel_id == CHANNEL.id))
        kept = await forums.of_channel(conn, CHANNEL.id)
        name = await forums.name(conn, str(kept))
    assert tied == 1
    assert refused(Refusal("channel_taken", forum=name)) in answers
    greeting = welcome.tied(str(kept), named(_file(str(kept)).forum))
    assert greeting.summary in [each.summary for each in answers if each is not None]


async def test_a_channel_that_a_file_names_while_it_is_tied_by_chat_is_refused_to_the_file(
    replicas: tuple[Database, Database],
) -> None:
    for forum in (NORTH, SOUTH):
        await apply_file(replicas[0], NOON, _file(forum))
    expecting = replace(_file(SOUTH), channel_id=CHANNEL.id)
    async with replicas[0].writing(NORTH) as conn:
        assert await forums.taken_by(conn, CHANNEL.id) is None
        await forums.tie(conn, NORTH, CHANNEL)
        applying = asyncio.create_task(apply_file(replicas[1], NOON, expecting))
        await until_waiting(replicas[0], applying)
    with pytest.raises(Refusal, match="channel_taken"):
        await applying


async def test_a_turn_that_waits_while_its_account_becomes_somebody_elses_is_refused(
    replicas: tuple[Database, Database],
) -> None:
    file = _file(NORTH)
    await apply_file(replicas[0], NOON, file)
    async with replicas[0].writing(NORTH) as conn:
        await forums.tie(conn, NORTH, CHANNEL)
    proposer = file.forum.person("koordinator-hjoerring")
    others = tuple(each for each in file.forum.people if each != proposer)
    taken_away = replace(file.forum, people=(*others, replace(proposer, identities=())))
    proposing = pack(Propose(forum=NORTH, form="a", title="Titel", summary="Kort", recommendation="Ja"))
    turn = replace(_turn(Kind.CLICK, "a", proposing), sender=proposer.identities[0])
    async with replicas[0].writing(NORTH) as conn:
        asking = asyncio.create_task(_secretary(replicas[1]).take(turn))
        await until_waiting(replicas[0], asking)
        await forums.put(conn, taken_away, *charter_texts())
    assert await asking == refused_in_hand(no_member(file.forum, NOON.date()))
    async with replicas[0].reading() as conn:
        assert [each.what async for each in audit.entries(conn, NORTH)] == [
            "forum.applied",
            "proof.rest",  # the channel that was tied
            "proof.rest",  # the account that was taken away
        ]


def _file(forum: str) -> ForumFile:
    """The demo's forum, under that id."""
    file = shipped(USUAL)
    meetings = tuple(replace(each, forum=forum) for each in file.forum.meetings)
    return replace(file, forum=replace(file.forum, id=forum, meetings=meetings))


def _secretary(database: Database) -> Secretary:
    async def nowhere(_: Conversation, __: str) -> str | None:
        return None

    return Secretary(database, PinnedClock(NOON), admins=frozenset({ADMIN}), roster=nowhere)


def _turn(kind: Kind, activity: str, data: Mapping[str, Any] | None = None) -> Turn:
    """Something that an admin does in the channel."""
    sender = Identity(TENANT, ADMIN)
    return Turn(kind=kind, activity=activity, sender=sender, sender_name="Admin", conversation=CHANNEL, data=data)
