"""`/svar/` from outside: too much, too odd or too often is answered calmly, in Danish, and never as an error."""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import aiohttp
import pytest

from bot.clock import SystemClock
from bot.usecases.page.visits import Visits
from bot.usecases.turn import Turn
from bot.web.app import build_app, listening
from bot.web.form import LARGEST
from bot.web.pages import Pages
from cards.kit.elements import Card, card, text
from storage.database import Database
from tests.web.test_app import messages, ready

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


async def take(turn: Turn) -> Card:
    return card(text("Her er kortet."), speak=f"Kortet til {turn.person}")


@pytest.fixture
async def visits(database: Database) -> Visits:
    """Addresses of a service behind a proxy that ends TLS, below a path."""
    return Visits(database, SystemClock(), b"0123456789abcdef0123456789abcdef", "https://klyngebot.example.org/bot")


@pytest.fixture
async def root(visits: Visits) -> AsyncIterator[str]:
    """Where the pages are."""
    app = build_app(messages, ready)
    Pages(visits, take, "https://klyngebot.example.org/bot", limits=True).add_to(app)
    async with listening(app, "127.0.0.1", 0) as port:
        yield f"http://127.0.0.1:{port}/svar/"


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"adgang=x", FORM, 404),
        (b"a" * (LARGEST + 1), FORM, 413),
        (b"&a=b" * 600, FORM, 400),
        (b"a=%ff%fe", FORM, 400),
        (b"a=\xff", FORM, 400),
        (b"{}", {"Content-Type": "application/json"}, 415),
        (b"a=b", {**FORM, "Content-Encoding": "gzip"}, 415),
        (b"adgang=x", {**FORM, "Sec-Fetch-Site": "cross-site"}, 403),
        (b"kort=%7B%7D&nr=1&segl=x", FORM, 403),
        (b"kort=%00&input.words=Hej", {**FORM, "Cookie": "svar=%22;svar"}, 403),
    ],
)
async def test_what_is_no_form_of_ours_is_answered_in_danish(
    root: str, body: bytes, headers: Mapping[str, str], status: int, caplog: pytest.LogCaptureFixture
) -> None:
    async with aiohttp.request("POST", root, data=body, headers=headers) as answer:
        assert answer.status == status
        assert '<html lang="da">' in await answer.text()
        assert answer.headers["Cache-Control"] == "no-store"
    assert not [each for each in caplog.records if each.levelno >= logging.WARNING]


@pytest.mark.parametrize("query", ["?adgang=" + "x" * 8_000, "?adgang=%00%ff", "?adgang=a.b&adgang=c", "/../x", "æ"])
async def test_an_odd_address_leads_to_the_same_page(root: str, query: str) -> None:
    async with aiohttp.request("GET", root + query) as answer:
        assert answer.status == 404
        assert "Bed om en ny adresse i Teams" in await answer.text()


async def test_a_visit_is_kept_in_a_cookie_for_the_page_alone_that_no_script_reads(root: str, visits: Visits) -> None:
    address = visits.address("nord", "formand", "00000000-0000-4000-8000-000000000001", '{"verb":"ShowHelp"}')
    assert address.startswith("https://klyngebot.example.org/bot/svar/?adgang=")
    async with aiohttp.ClientSession() as session:
        sealed = address.partition("adgang=")[2]
        async with session.post(root, data={"adgang": sealed}, allow_redirects=False) as answer:
            assert (answer.status, answer.headers["Location"]) == (303, "/bot/svar/")
            kept = answer.headers["Set-Cookie"]
            assert {"HttpOnly", "Secure", "SameSite=Strict", "Path=/bot/svar", "Max-Age=1800"} <= set(kept.split("; "))
            assert sealed not in kept
        async with session.get(root, headers={"Cookie": kept.split(";")[0]}) as page:
            words = await page.text()
            assert "Her er kortet." in words
            assert 'action="/bot/svar/"' in words
            assert 'href="/bot/svar/side.css"' in words


async def test_whoever_takes_more_than_a_share_is_told_to_wait_and_others_are_not(root: str) -> None:
    async with aiohttp.ClientSession() as session:

        async def asks(caller: str) -> aiohttp.ClientResponse:
            async with session.get(root, headers={"X-Forwarded-For": f"10.0.0.1, {caller}"}) as answer:
                await answer.read()
                return answer

        flood = await asyncio.gather(*(asks("192.0.2.1") for _ in range(60)))
        told = [each for each in flood if each.status == 429]
        assert 20 <= len(told) <= 40
        assert all(int(each.headers["Retry-After"]) >= 1 for each in told)
        assert (await asks("192.0.2.2")).status == 404


async def test_the_look_of_the_page_is_plain_css(root: str) -> None:
    async with aiohttp.request("GET", f"{root}side.css") as answer:
        assert answer.content_type == "text/css"
        assert ".card-button" in await answer.text()


def test_the_pages_load_nothing_from_anywhere_else() -> None:
    for file in (Path(__file__).parents[2] / "cards" / "page").iterdir():
        if file.suffix in (".html", ".css"):
            assert "http" not in file.read_text("utf-8").replace("http-equiv", "")
