"""One Chromium in front of a running stand-in; everything here shares the loop of the session, as it does."""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from tests.harness.stand_in import StandIn, open_stand_in

if TYPE_CHECKING:
    from tests.browser.chromium import Browser, Page

OpenPage = Callable[[str], AbstractAsyncContextManager["Page"]]
"""`open_page(url)`: a page of its own on that site; a script error or a refused resource fails the test."""

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator["Browser"]:
    """The machine's own Chromium; the tests that need it are skipped where there is none."""
    from tests.browser.chromium import async_playwright

    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium)")
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield opened
        await opened.close()


@pytest.fixture
def open_page(browser: "Browser") -> OpenPage:
    """Opens pages that people would open each for themselves."""

    @asynccontextmanager
    async def opened(url: str) -> AsyncIterator["Page"]:
        page = await browser.new_page(base_url=url, locale="da-DK", viewport={"width": 1280, "height": 860})
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
        page.set_default_timeout(5000)
        yield page
        await page.close()
        assert problems == []

    return opened


@pytest_asyncio.fixture(loop_scope="session")
async def stage() -> AsyncIterator[StandIn]:
    """A running stand-in with a tiny bot behind it."""
    async with open_stand_in() as opened:
        yield opened


@pytest_asyncio.fixture(loop_scope="session")
async def page(open_page: OpenPage, stage: StandIn) -> AsyncIterator["Page"]:
    """The stand-in's page."""
    async with open_page(stage.url) as opened:
        yield opened


@pytest.fixture
def shots() -> Path:
    """Where screenshots are put for people to look at."""
    folder = Path(__file__).parents[2] / ".shots"
    folder.mkdir(exist_ok=True)
    return folder
