"""Raw sockets at the door: half-sent headers neither stay nor keep anybody out, and the log says so once a minute."""

import asyncio
import contextlib
import resource
import signal
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

from bot.web.app import build_app, listening
from bot.web.gate import most_connections
from tests.harness.process import Process

HALF = b"POST /api/messages HTTP/1.1\r\nHost: klynge\r\nContent-Type: application/json\r\n"
WHOLE = b"GET /healthz HTTP/1.1\r\nHost: klynge\r\n\r\n"
FEW, SOON = 8, 0.3


async def messages(request: web.Request) -> web.Response:
    await request.read()
    await asyncio.sleep(float(request.headers.get("Takes", "0")))
    return web.Response(text="svar")


async def ready() -> str | None:
    return None


@pytest.fixture
async def port() -> AsyncIterator[int]:
    """A server that lets eight in, and waits a moment for headers."""
    async with listening(build_app(messages, ready), "127.0.0.1", 0, headers_within=SOON, most=FEW) as port:
        yield port


@pytest.fixture
def sockets() -> Iterator[ExitStack]:
    """What is closed when the test ends."""
    with ExitStack() as opened:
        yield opened


async def _connect(sockets: ExitStack, port: int, sent: bytes) -> socket.socket:
    one = sockets.enter_context(socket.create_connection(("127.0.0.1", port), timeout=10))
    one.setblocking(False)
    await asyncio.get_running_loop().sock_sendall(one, sent)
    return one


async def _read(one: socket.socket) -> bytes:
    """All that comes until the connection is closed."""
    said = b""
    with contextlib.suppress(ConnectionError):
        async with asyncio.timeout(10):
            while more := await asyncio.get_running_loop().sock_recv(one, 10_000):
                said += more
    return said


async def _is_alive(port: int) -> bool:
    async with aiohttp.request("GET", f"http://127.0.0.1:{port}/healthz") as answer:
        return answer.status == 200


@pytest.mark.parametrize("sent", [b"", b"GET", HALF], ids=["nothing", "a word", "half of the headers"])
async def test_headers_that_do_not_come_in_time_end_the_connection(port: int, sockets: ExitStack, sent: bytes) -> None:
    assert await _read(await _connect(sockets, port, sent)) == b""


async def test_the_headers_of_a_later_request_are_waited_for_as_long_and_no_longer(
    port: int, sockets: ExitStack
) -> None:
    one = await _connect(sockets, port, WHOLE)
    await asyncio.sleep(2 * SOON)  # between two requests a connection may rest
    await asyncio.get_running_loop().sock_sendall(one, WHOLE)
    await asyncio.sleep(SOON)
    await asyncio.get_running_loop().sock_sendall(one, HALF)
    assert (await _read(one)).count(b" 200 ") == 2  # and then it is closed


async def test_a_slow_answer_and_a_slow_body_are_no_slow_headers(port: int) -> None:
    async def slowly() -> AsyncIterator[bytes]:
        for _ in range(3):
            yield b"x"  # the first of which aiohttp sends together with the headers
            await asyncio.sleep(SOON)

    async with aiohttp.ClientSession() as session:
        url = f"http://127.0.0.1:{port}/api/messages"
        async with session.post(url, data=slowly(), headers={"Takes": str(2 * SOON)}) as answer:
            assert await answer.text() == "svar"


async def test_whoever_is_slow_makes_room_and_whoever_is_being_answered_does_not(
    sockets: ExitStack, caplog: pytest.LogCaptureFixture
) -> None:
    async with listening(build_app(messages, ready), "127.0.0.1", 0, headers_within=60, most=FEW) as port:
        async with aiohttp.ClientSession() as session:
            url = f"http://127.0.0.1:{port}/api/messages"
            answers = [asyncio.create_task(_text(session, url, takes=0.5)) for _ in range(2)]
            await asyncio.sleep(0.1)
            slow = [await _connect(sockets, port, HALF) for _ in range(3 * FEW)]
            assert await _is_alive(port)
            assert await asyncio.gather(*answers) == ["svar"] * 2
        assert [await _read(each) for each in slow[:FEW]] == [b""] * FEW
    told = [each.getMessage() for each in caplog.records if each.name == "bot.web.gate"]
    assert told[0] == "Connections closed to make room for others: 1 (8 of at most 8 open)"
    assert len(told) == 2  # the first at once, the rest together
    assert told[1].startswith("Connections closed to make room for others: ")


async def test_where_everybody_is_being_answered_the_next_is_turned_away(
    sockets: ExitStack, caplog: pytest.LogCaptureFixture
) -> None:
    async with (
        listening(build_app(messages, ready), "127.0.0.1", 0, most=FEW) as port,
        aiohttp.ClientSession() as session,
    ):
        url = f"http://127.0.0.1:{port}/api/messages"
        answers = [asyncio.create_task(_text(session, url, takes=1)) for _ in range(FEW)]
        await asyncio.sleep(0.3)
        assert await _read(await _connect(sockets, port, WHOLE)) == b""
        assert await asyncio.gather(*answers) == ["svar"] * FEW
        assert await _is_alive(port)
    assert "Connections turned away: 1 (8 of at most 8 open)" in [each.getMessage() for each in caplog.records]


def test_the_cap_leaves_descriptors_for_the_rest() -> None:
    with _descriptors(1024):
        assert most_connections() == 824
    with _descriptors(220):
        assert most_connections() == 32


async def test_a_process_with_few_descriptors_is_reached_through_a_thousand_half_sent_headers(
    tmp_path: Path, sockets: ExitStack
) -> None:
    process = Process(folder=tmp_path, settings={"KLYNGEBOT_AUTH": "off", "PORT": "0", "KLYNGEBOT_DATA": str(tmp_path)})
    with _descriptors(512):
        url = await process.start(None)
    port = int(url.rsplit(":", 1)[1].partition("/")[0])
    for _ in range(1007):
        await _connect(sockets, port, HALF)
    async with asyncio.timeout(5):
        assert await _is_alive(port)
    assert await process.end(signal.SIGTERM) == 0
    assert any("Connections closed to make room for others" in each.line for each in process.complaints)
    assert not process.tracebacks


async def _text(session: aiohttp.ClientSession, url: str, *, takes: float) -> str:
    async with session.post(url, headers={"Takes": str(takes)}) as answer:
        return await answer.text()


@contextmanager
def _descriptors(soft: int) -> Iterator[None]:
    """So many may be open, also in processes that are started meanwhile."""
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
