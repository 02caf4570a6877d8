"""How a body arrives: late, never, broken off or for nobody; through raw connections, since no client sends such."""

import asyncio
import gzip
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.teams.body import read_object
from bot.teams.tokens import Rejected
from bot.web.app import build_app, listening
from tests.harness.edge import TEAMS, is_ready, open_edge

HEAD = b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
SOON = 5  # seconds, half of what the edge waits for a body


@pytest.fixture(autouse=True)
def calm(caplog: pytest.LogCaptureFixture) -> Any:
    """Nothing that comes from outside is an error in the log."""
    yield
    loud = [each for each in caplog.get_records("call") if each.levelno >= logging.WARNING or each.exc_info]
    assert [each.getMessage() for each in loud] == []


@asynccontextmanager
async def reader(patience: timedelta = timedelta(seconds=30)) -> AsyncIterator[tuple[int, list[int]]]:
    """A server that reads objects: its port, and the statuses it decided on."""
    decided: list[int] = []

    async def read(request: web.Request) -> web.Response:
        try:
            await read_object(request, patience)
            decided.append(200)
        except Rejected as no:
            decided.append(no.status)
        return web.Response(status=decided[-1])

    async with listening(build_app(read, is_ready), "127.0.0.1", 0) as port:
        yield port, decided


async def status_of(port: int, *parts: bytes) -> bytes:
    """The status line that is answered to a request whose sender then waits; its connection stays open till then."""
    incoming, outgoing = await asyncio.open_connection("127.0.0.1", port)
    for each in parts:
        outgoing.write(each)
        await outgoing.drain()
    async with asyncio.timeout(SOON):
        line = await incoming.readline()
    outgoing.close()
    await outgoing.wait_closed()
    return line


async def test_a_refused_token_is_answered_without_waiting_for_the_body() -> None:
    async with open_edge(TEAMS) as stage:
        port = int(stage.url.rpartition(":")[2])
        for length in (b"Content-Length: 1000\r\n\r\n{", b"Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"):
            assert b" 401 " in await status_of(port, HEAD + length)


async def test_a_body_that_says_it_is_too_large_is_not_waited_for() -> None:
    async with reader() as (port, _):
        assert b" 413 " in await status_of(port, HEAD + b"Content-Length: 1000000\r\n\r\n{")


async def test_a_slow_body_gets_408() -> None:
    async with reader(timedelta(milliseconds=50)) as (port, _):
        assert b" 408 " in await status_of(port, HEAD + b"Content-Length: 10\r\n\r\n{")


async def test_a_body_that_breaks_off_is_the_callers_mistake() -> None:
    async with reader() as (port, decided):
        _, outgoing = await asyncio.open_connection("127.0.0.1", port)
        outgoing.write(HEAD + b"Content-Length: 10\r\n\r\n{")
        await outgoing.drain()
        outgoing.close()
        await outgoing.wait_closed()
        async with asyncio.timeout(SOON):
            while not decided:  # noqa: ASYNC110 - there is no answer to wait for, since nobody is there to get it
                await asyncio.sleep(0.01)
        assert decided == [400]


@pytest.mark.parametrize(
    "body",
    [gzip.compress(b"0" * 10_000_000), b"no gzip at all", gzip.compress(b"{}")[:-9]],
    ids=["a bomb", "no gzip", "half of it"],
)
async def test_nothing_is_unpacked(body: bytes) -> None:
    async with reader() as (port, _):
        length = b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(body)
        assert b" 415 " in await status_of(port, HEAD + length, body)


@pytest.mark.parametrize(
    "rest",
    [
        b"Transfer-Encoding: chunked\r\n\r\nZZZ\r\nxxxx",
        b"Content-Length: -5\r\n\r\n{}",
        b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ",
    ],
)
async def test_framing_that_two_servers_could_read_differently_is_refused(rest: bytes) -> None:
    async with reader() as (port, decided):
        assert b" 400 " in await status_of(port, HEAD + rest)
        assert 200 not in decided
