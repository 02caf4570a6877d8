"""`/hent/`: why there is no file is told in Danish, and too many at once are told to come again."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.clock import PinnedClock
from bot.documents.limit import LONGEST
from bot.domain.attachments.actions import FetchAttachment
from bot.domain.documents.actions import FileKind, OpenDocument
from bot.domain.documents.state import Kind
from bot.domain.kernel.refusal import Refusal
from bot.usecases import topics
from bot.usecases.documents.press import Press
from bot.usecases.downloads.files import Files
from bot.usecases.downloads.passes import Wanted
from bot.web.files import Downloads
from storage.database import Database
from tests.conftest import OpenDesk
from tests.harness.klynge_nord import local
from tests.usecases.minutes.setting import FORUM, ITEMS, MARCH, SECRETARIAT, send_agenda

AGENDA = OpenDocument(forum=FORUM, meeting=MARCH, paper=Kind.AGENDA, file=FileKind.PDF)
OWN, ANOTHERS = "00000000-0000-4000-8000-000000000008", "00000000-0000-4000-8000-000000000001"
NOW = "2027-03-10T10:00"

Client = TestClient[web.Request, web.Application]


@pytest.fixture
def press() -> Press:
    """Makes one file at a time."""
    return Press(most=1)


@pytest.fixture
def files(database: Database, press: Press) -> Files:
    return Files(database, PinnedClock(local(NOW)), b"secret" * 8, "", press)


@pytest.fixture
def reading(files: Files) -> Callable[..., AbstractAsyncContextManager[Client]]:
    @asynccontextmanager
    async def opened(*, limits: bool = False, of: Files = files) -> AsyncIterator[Client]:
        app = web.Application()
        Downloads(of, "", limits=limits).add_to(app)
        async with TestClient(TestServer(app)) as client:
            yield client

    return opened


Reading = Callable[..., AbstractAsyncContextManager[Client]]


def _address(files: Files, wanted: Wanted, account: str = OWN) -> str:
    return files.address(FORUM, SECRETARIAT, account, wanted, is_private=True)


async def _told(client: Client, address: str) -> tuple[int, str]:
    async with client.get(address) as answer:
        assert answer.headers["Content-Type"].startswith("text/html")
        assert answer.headers["Cache-Control"] == "no-store"
        return answer.status, await answer.text()


async def test_a_paper_too_long_to_draw_is_told_on_the_card_and_on_the_page(
    files: Files, reading: Reading, database: Database, open_desk_at: OpenDesk
) -> None:
    long = replace(ITEMS[1], content=replace(ITEMS[1].content, summary="x" * LONGEST))
    await send_agenda(database, items=(long,))
    async with reading() as client:
        status, words = await _told(client, _address(files, AGENDA))
    assert status == 404
    assert "Papiret er for langt til at blive en fil" in words
    async with open_desk_at(NOW) as desk:
        with pytest.raises(Refusal, match="document_too_long"):
            await topics.query(desk, SECRETARIAT, AGENDA)


async def test_a_paper_that_takes_too_long_to_draw_is_told_and_holds_nobody_else_up(
    reading: Reading, database: Database
) -> None:
    await send_agenda(database)
    hasty = Files(database, PinnedClock(local(NOW)), b"secret" * 8, "", Press(most=1, within=0.001))
    async with reading(of=hasty) as client:
        status, words = await _told(client, _address(hasty, AGENDA))
        assert (status, "Papiret tager for lang tid at lave som PDF. Hent det som Word" in words) == (404, True)
        async with client.get(_address(hasty, replace(AGENDA, file=FileKind.WORD))) as answer:
            assert answer.status == 200


async def test_who_comes_while_too_many_files_are_made_is_told_to_come_again(
    files: Files, press: Press, reading: Reading, database: Database
) -> None:
    await send_agenda(database)
    async with reading() as client:
        async with press.room(), client.get(_address(files, AGENDA)) as answer:
            assert (answer.status, answer.headers["Retry-After"]) == (503, "5")
            assert "Vent et øjeblik" in await answer.text()
        async with client.get(_address(files, replace(AGENDA, file=FileKind.WORD))) as answer:
            assert answer.status == 200


async def test_who_asks_without_end_is_told_when_to_ask_again(reading: Reading) -> None:
    async with reading(limits=True) as client:
        for _ in range(1000):
            async with client.get("/hent/") as answer:
                words = await answer.text()
            if answer.status == 429:
                break
        assert answer.status == 429
        assert int(answer.headers["Retry-After"]) > 0
        assert "Vent et øjeblik" in words


async def test_an_address_says_nothing_to_another_account_and_to_its_own_why_there_is_no_file(
    files: Files, reading: Reading, database: Database
) -> None:
    await send_agenda(database)
    gone = FetchAttachment(forum=FORUM, attachment=99)
    async with reading() as client:
        for wanted in (AGENDA, gone):
            status, words = await _told(client, _address(files, wanted, ANOTHERS))
            assert (status, "Adressen gælder i ti minutter" in words) == (404, True)
        status, words = await _told(client, _address(files, gone))
    assert status == 404
    assert "intet sådant bilag" in words
