"""`/offentlig/` over HTTP: every page, what they say of themselves to caches, and what is asked too often or oddly."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from aiohttp import ClientResponse, ClientSession

from bot.documents.pdf import pdf
from bot.domain.documents.state import Attachment, Kind
from bot.web.public.files import Make
from cards.documents.papers import paper_of
from tests.harness.public_site import DIGEST, open_site
from tests.harness.public_town import (
    MARCH,
    NORD,
    before_release,
    closed_item,
    crowded,
    open_item,
    record,
    released,
    town,
)

_N = f"/offentlig/{NORD}"
PAGES = {
    "/offentlig/": "Kommende møder",
    _N: "Sundhedsaftalens hjemmeside",
    f"{_N}?aar=2026": "17. november 2026",
    f"{_N}/{MARCH}": "Rettet udgave.</strong> Titlen på punkt 4 er rettet.",
    f"{_N}/{MARCH}/dagsorden": 'id="punkt-2"',
    f"{_N}/{MARCH}/dagsorden/udgave-1": "afløst af en nyere",
    f"{_N}/{MARCH}/referat": "inden for fem hverdage",
    f"{_N}/{MARCH}/punkt-2": "Sagens gang",
    f"{_N}/2027-06-15": "Mødet er aflyst.",
    "/offentlig/klynge-vest": f'Arbejdet fortsætter i <a href="{_N}"',
    "/offentlig/beslutninger": "Klyngen godkendte modellen",
    "/offentlig/beslutninger?ord=hjemmebes%C3%B8g&aar=2027": "2 beslutninger nævner »hjemmebesøg«.",
    f"{_N}/beslutninger?ord=findesikke": "Ingen beslutninger nævner »findesikke«.",
    "/offentlig/tilsagn": "Skriv vejledning til hjemmebesøg",
    f"{_N}/midler": "450.000 kr.",
    "/offentlig/bevis/212-0123456789abcdef": "Det er den nyeste udgave.",
    "/offentlig/tilgaengelighed": "Digitaliseringsstyrelsen",
    "/offentlig/om": "ingen cookies",
    "/offentlig/sitemap.xml": f"{_N}/{MARCH}/punkt-2</loc>",
    "/robots.txt": "Disallow: /\n",
}
MISSING = (
    "/offentlig/findes-ikke",
    f"{_N}/{MARCH}/punkt-3",
    f"{_N}/{MARCH}/punkt-0",
    f"{_N}/{MARCH}/dagsorden/udgave-9",
    f"{_N}/{MARCH}/dagsorden.exe",
    f"{_N}/{MARCH}/dagsorden/../../x",
    f"{_N}?aar=1999",
    "/offentlig/beslutninger?side=999",
    "/offentlig/bevis/212-ffffffffffffffff",
    "/offentlig/bevis/x",
    "/offentlig/%00%ff",
)


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    async with open_site(town()) as (root, _, _), ClientSession(root) as opened:
        yield opened


async def test_every_page_says_what_it_is_for_in_danish_and_asks_for_nothing_else(session: ClientSession) -> None:
    for address, words in PAGES.items():
        async with session.get(address) as answer:
            told = await answer.text()
            assert (answer.status, words in told) == (200, True), address
            assert len(told.encode()) < 50_000
            assert "Set-Cookie" not in answer.headers
            if answer.content_type == "text/html":
                assert '<html lang="da">' in told
                assert len(re.findall("<h1", told)) == 1
                assert not re.search(
                    r"(?:src|href)=\"https?://127|<script(?! type=\"application/ld\+json\")|style=\"", told
                )
                policy = answer.headers["Content-Security-Policy"]
                assert "default-src 'none'" in policy
                assert "unsafe-inline" not in policy


async def test_what_is_not_there_is_told_in_danish_and_tells_nothing_of_what_is(session: ClientSession) -> None:
    for address in MISSING:
        async with session.get(address) as answer:
            told = await answer.text()
            assert answer.status == 404, address
            assert "Siden findes ikke" in told or "Koden findes ikke" in told
    async with session.get(f"{_N}/2027-01-19/referat") as answer:
        assert answer.status == 410
        assert "et forkert beløb" in (told := await answer.text())
        assert "Klyngen godkendte modellen" not in told
    async with session.post("/offentlig/") as answer:
        assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")
    async with session.get(f"{_N}/", allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (308, _N)


async def test_whoever_has_a_page_is_told_that_it_is_the_same_until_it_is_not() -> None:
    async with open_site(town()) as (root, site, touched), ClientSession(root) as session:
        async with session.get("/offentlig/", headers={"Accept-Encoding": "gzip"}) as answer:
            tag, since = answer.headers["ETag"], answer.headers["Last-Modified"]
            assert (answer.headers["Content-Encoding"], answer.headers["Vary"]) == ("gzip", "Accept-Encoding")
            assert not tag.startswith("W/")
        for known in ({"If-None-Match": tag}, {"If-None-Match": f'"x", W/{tag}'}, {"If-Modified-Since": since}):
            async with session.get("/offentlig/", headers=known) as answer:
                assert (answer.status, await answer.read()) == (304, b"")
        async with session.head("/offentlig/") as answer:
            assert (answer.status, int(answer.headers["Content-Length"]) > 1000) == (200, True)
        assert site.looks == 1
        site.state = before_release()
        touched()
        async with session.get("/offentlig/", headers={"If-None-Match": tag}) as answer:
            assert answer.status == 200
            assert "endnu ikke offentliggjort noget" in await answer.text()
        assert site.looks == 2


async def test_before_anything_is_released_there_are_forums_their_meetings_and_the_statement() -> None:
    async with (
        open_site(before_release(), contact="Digitaliseringskontoret") as (root, _, _),
        ClientSession(root) as session,
    ):
        for address, words in {
            "/offentlig/": "Kommende møder",
            _N: "11. maj 2027",
            f"{_N}/{MARCH}": "endnu ikke offentliggjort dokumenter",
            "/offentlig/beslutninger": "ingen offentliggjorte beslutninger",
            "/offentlig/tilgaengelighed": "Digitaliseringskontoret",
        }.items():
            async with session.get(address) as answer:
                assert (answer.status, words in await answer.text()) == (200, True), address
        async with session.get(f"{_N}/{MARCH}/dagsorden") as answer:
            assert answer.status == 404


async def test_links_stand_below_the_path_that_people_reach_the_service_by() -> None:
    async with (
        open_site(town(), url="https://kommune.example.org/bot") as (root, _, _),
        ClientSession(root) as session,
    ):
        async with session.get(f"{_N}/{MARCH}") as answer:
            links = re.findall(r'href="([^"#][^"]*)"', await answer.text())
            assert all(each.startswith("/bot/") or each == "data:," for each in links)
        async with session.get("/offentlig/sitemap.xml", headers={"Host": "evil.example.org"}) as answer:
            told = await answer.text()
            assert f"https://kommune.example.org/bot{_N}</loc>" in told
            assert "evil" not in told
        async with session.get(f"{_N}/{MARCH}/dagsorden.pdf") as answer:
            assert (await answer.read()).startswith(b"agenda https://kommune.example.org/bot/offentlig/bevis/212-")


async def test_a_file_is_made_once_and_known_by_the_digest_of_what_was_released() -> None:
    async with open_site(town()) as (root, site, _), ClientSession(root) as session:

        async def asks(name: str) -> ClientResponse:
            async with session.get(f"{_N}/{MARCH}/{name}") as answer:
                await answer.read()
                return answer

        answers = await asyncio.gather(*(asks("referat.pdf") for _ in range(20)))
        digest = site.state.published[-1].release.digest
        assert {(each.status, each.headers["ETag"]) for each in answers} == {(200, f'"{digest}-pdf"')}
        assert site.made == 1
        assert (await asks("dagsorden/udgave-1.docx")).content_type.endswith("wordprocessingml.document")


async def test_a_file_that_takes_too_long_is_told_and_not_tried_again_at_once(caplog: pytest.LogCaptureFixture) -> None:
    makers: dict[str, Make] = {"pdf": lambda record, address: pdf(paper_of(record, address), within=0.001)}
    async with open_site(town(), makers=makers) as (root, _, _), ClientSession(root) as session:
        for _ in range(3):
            async with session.get(f"{_N}/{MARCH}/referat.pdf") as answer:
                assert (answer.status, answer.headers["Retry-After"]) == (503, "600")
                assert "Læs det her på siderne i stedet" in await answer.text()
    assert caplog.text.count("was given up") == 1


async def test_a_bilag_is_handed_out_while_it_is_there_and_its_item_is_open() -> None:
    there = Attachment(number=1, title='Notat "1"', media_type="text/html", digest=DIGEST)
    files = (there, Attachment(number=2, digest="ef" * 32), Attachment(number=3, digest=DIGEST, is_closed=True))
    first = released(record(Kind.MINUTES, [open_item(1, "Et punkt", attachments=files)]), 1)
    closed = released(record(Kind.MINUTES, [closed_item(1)]), 2, edition=2)
    state = replace(town(), stamp="9", published=(first,), taken_back=())
    async with open_site(state) as (root, site, touched), ClientSession(root) as session:

        async def asks(name: str) -> ClientResponse:
            async with session.get(f"{_N}/{MARCH}/{name}") as answer:
                await answer.read()
                return answer

        got = await asks("bilag-1-1")
        assert (got.status, got.content_type, got.headers["ETag"]) == (200, "application/octet-stream", f'"{DIGEST}"')
        assert "filename*=UTF-8''bilag-1%20Notat%201" in got.headers["Content-Disposition"]
        assert [(await asks(f"bilag-{name}")).status for name in ("2-1", "3-1", "1-2", "x-1")] == [410, 404, 404, 404]
        site.state = replace(state, stamp="10", published=(first, closed))
        touched()
        assert (await asks("bilag-1-1")).status == 410, "a later edition closed its item"


async def test_long_documents_and_long_lists_come_in_pages_and_no_query_fills_the_house() -> None:
    async with open_site(crowded()) as (root, _, _), ClientSession(root) as session:
        seen = set()
        for number in range(1, 60):
            async with session.get(f"{_N}/{MARCH}/dagsorden?side={number}&x={number}") as answer:
                if answer.status == 404:
                    break
                told = await answer.text()
                assert len(told.encode()) < 50_000
                assert 'style="' not in told
                seen |= set(re.findall(r'id="punkt-(\d+)"', told))
        assert len(seen) == 500
        for address in (
            "beslutninger?ord=hjemmesiden",
            "beslutninger?ord=hjemmebes%C3%B8g&side=60",
            "tilsagn",
            "midler",
        ):
            async with session.get(f"/offentlig/{address}") as answer:
                assert (answer.status, len(await answer.read()) < 50_000) == (200, True), address


async def test_a_feed_reader_that_asks_without_pause_is_told_to_wait_and_others_are_not() -> None:
    async with open_site(town(), limits=True) as (root, _, _), ClientSession(root) as session:

        async def asks(caller: str) -> ClientResponse:
            async with session.get("/offentlig/", headers={"X-Forwarded-For": caller}) as answer:
                await answer.read()
                return answer

        told = [each for each in await asyncio.gather(*(asks("192.0.2.1") for _ in range(60))) if each.status == 429]
        assert 20 <= len(told) <= 40
        assert all(int(each.headers["Retry-After"]) >= 1 for each in told)
        assert (await asks("192.0.2.2")).status == 200


@pytest.mark.parametrize(
    "words", ["<script>alert(1)</script>", "\u202eomvendt", "x" * 100_000, "👩‍👩‍👧 & \" '", "\x00\x1b"]
)
async def test_hostile_words_are_text(words: str) -> None:
    items = [replace(open_item(1, words), sentence=words, proposed_by=words), closed_item(2)]
    state = replace(town(), stamp="9", published=(released(record(Kind.MINUTES, items), 1),))
    async with open_site(state) as (root, _, _), ClientSession(root) as session:
        for address in ("punkt-1", "referat", "referat?side=2", ""):
            async with session.get(f"{_N}/{MARCH}/{address}".rstrip("/")) as answer:
                told = await answer.text()
                assert answer.status in (200, 404)
                assert "<script>alert" not in told
                assert "\x00" not in told
