"""Chromium in front of a running stand-in."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright

from tests.local.stage import Stage, open_stage

_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """The machine's own Chromium; the tests that need it are skipped where there is none."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("no Chromium on this machine (apt-get install chromium)")
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=path, args=_FLAGS)
        yield opened
        await opened.close()


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    """A running stand-in with a tiny bot behind it."""
    async with open_stage() as opened:
        yield opened


@pytest.fixture
async def page(browser: Browser, stage: Stage) -> AsyncIterator[Page]:
    """The stand-in's page; a script error or a refused resource fails the test."""
    opened = await browser.new_page(base_url=stage.url, locale="da-DK", viewport={"width": 1280, "height": 860})
    problems: list[str] = []
    opened.on("pageerror", lambda error: problems.append(str(error)))
    opened.on("console", lambda line: problems.append(line.text) if line.type == "error" else None)
    opened.set_default_timeout(5000)
    yield opened
    await opened.close()
    assert problems == []


@pytest.fixture
def shots() -> Path:
    """Where screenshots are put for people to look at."""
    folder = Path(__file__).parents[2] / ".shots"
    folder.mkdir(exist_ok=True)
    return folder
