"""The routes around the bot, and a server that stays calm when what arrives is not HTTP."""

import asyncio
import contextlib
import gzip
import logging
import socket

import aiohttp
import pytest
from aiohttp import web

from bot.web.app import build_app, listening


async def messages(request: web.Request) -> web.Response:
    return web.Response(text=str(len(request.headers.get("Authorization", ""))))


async def lacking() -> str | None:
    return "databasen\nmangler"


async def ready() -> str | None:
    return None


async def test_the_process_is_alive_before_it_is_ready() -> None:
    async with listening(build_app(messages, lacking), "127.0.0.1", 0) as port, aiohttp.ClientSession() as session:
        async with session.get(f"http://127.0.0.1:{port}/healthz") as alive:
            assert alive.status == 200
        async with session.get(f"http://127.0.0.1:{port}/readyz") as waiting:
            assert (waiting.status, await waiting.text()) == (503, "databasen mangler\n")


async def test_a_service_that_lacks_nothing_is_ready() -> None:
    async with (
        listening(build_app(messages, ready), "127.0.0.1", 0) as port,
        aiohttp.request("GET", f"http://127.0.0.1:{port}/readyz") as answer,
    ):
        assert answer.status == 200


async def test_a_header_of_9000_characters_is_read(caplog: pytest.LogCaptureFixture) -> None:
    async with listening(build_app(messages, ready), "127.0.0.1", 0) as port, aiohttp.ClientSession() as session:
        headers = {"Authorization": "x" * 9000}
        async with session.post(f"http://127.0.0.1:{port}/api/messages", headers=headers) as answer:
            assert (answer.status, await answer.text()) == (200, "9000")
    assert not [each for each in caplog.records if each.levelno >= logging.WARNING]


@pytest.mark.parametrize("sent", [b"GET / HTTP/1.1\r\nA: " + b"x" * 40_000 + b"\r\n\r\n", b"GET / HTTP/9\r\n\r\n"])
async def test_what_is_not_http_gets_400_and_no_traceback(sent: bytes, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    async with listening(build_app(messages, ready), "127.0.0.1", 0) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(sent)
        assert b" 400 " in await reader.readline()
        writer.close()
        await writer.wait_closed()
    [record] = [each for each in caplog.records if "not a valid request" in each.getMessage()]
    assert record.exc_info is None
    assert record.levelno == logging.INFO


async def test_a_compressed_body_is_handed_on_as_it_came() -> None:
    async def echo(request: web.Request) -> web.Response:
        return web.Response(body=await request.read())

    bomb = gzip.compress(b"0" * 1_000_000)
    async with listening(build_app(echo, ready), "127.0.0.1", 0) as port, aiohttp.ClientSession() as session:
        headers = {"Content-Encoding": "gzip"}
        async with session.post(f"http://127.0.0.1:{port}/api/messages", data=bomb, headers=headers) as answer:
            assert await answer.read() == bomb


@pytest.mark.parametrize("ticks", range(5))
async def test_whoever_comes_in_the_moment_of_closing_is_not_left_waiting(ticks: int) -> None:
    begun = asyncio.get_running_loop().time()
    async with listening(build_app(messages, ready), "127.0.0.1", 0) as port:
        late = socket.create_connection(("127.0.0.1", port))
        for _ in range(ticks):
            await asyncio.sleep(0)
    late.settimeout(1)
    with late, contextlib.suppress(ConnectionResetError):
        assert late.recv(1) == b""
    assert asyncio.get_running_loop().time() - begun < 10  # half of what closing waits for those who are being answered


async def test_what_the_service_counts_can_be_scraped() -> None:
    async with (
        listening(build_app(messages, ready), "127.0.0.1", 0) as port,
        aiohttp.request("GET", f"http://127.0.0.1:{port}/metrics") as answer,
    ):
        assert answer.status == 200
        assert "klyngebot_turns_total" in await answer.text()
