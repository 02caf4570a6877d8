"""Every kind of card, drawn by Microsoft's renderer as in Teams and by ours beside it."""

import re
from collections import Counter
from collections.abc import AsyncIterator
from importlib.resources import files
from pathlib import Path

import pytest
import pytest_asyncio

from bot.local.demo.story import START
from bot.local.directory import Json
from cards.html import render
from cards.html.walk import buttons, parts
from cards.kit.elements import card, choice_input, facts, heading, rich, run, runs, text
from cards.kit.unlinked import as_typed
from tests.browser.chromium import Browser, Page
from tests.browser.drawn import MARKUP
from tests.browser.gallery import every_kind
from tests.browser.renderer import draw, host_config, scripts
from tests.harness.live_text import LIVE
from tests.harness.stage import open_stage

pytestmark = pytest.mark.asyncio(loop_scope="session")

_A_SHEET = 12  # cards
_FIELDS = ":is(input, select, textarea):not([type=hidden])"
_CUT_OFF = """box => Array.from(box.querySelectorAll("button"))
  .filter((each) => each.getBoundingClientRect().right > box.getBoundingClientRect().right)
  .map((each) => each.textContent)"""
_LINKS = 'box => Array.from(box.querySelectorAll("a")).map((each) => each.getAttribute("href"))'
_OURS = re.compile(r"(?<!\\)\]\(([^)]+)\)")
_RAW = ("\\", "**", "](", "<at>", "undefined", "null", "{", "}", "stjerner")
_CUT = re.compile("|".join(re.escape(f"{MARKUP[:length]}…") for length in range(len(MARKUP) - 1, 40, -1)))
_FRAME = """<!doctype html><html lang="da"><meta charset="utf-8"><style>{css}
body {{ background: {page}; color: {text}; font: 14px "Segoe UI", sans-serif; margin: 8px; }}
.pair {{ display: grid; gap: 8px; grid-template-columns: {width}px {width}px; align-items: start; }}
.pair + .pair {{ margin-block-start: 12px; }}
.theirs, .card {{ background: {surface}; border: 1px solid #888; border-radius: 6px; }}
.card {{ padding: 1rem 1.1rem; }}
.theirs :is(input[type=text], textarea, select) {{ box-sizing: border-box; inline-size: 100%; }}
</style>{pairs}</html>"""
_COLOURS = {"light": ("#f5f5f5", "#ffffff", "#242424"), "dark": ("#1f1f1f", "#292929", "#ffffff")}


@pytest_asyncio.fixture(loop_scope="session")
async def kinds() -> AsyncIterator[list[Json]]:
    """A card of every kind."""
    scripts()  # skipped before the story is played
    host_config("light")
    async with open_stage(START, tied=False) as here:
        yield await every_kind(here)


@pytest.mark.slow
async def test_every_kind_of_card_reads_well_in_both_renderers(
    browser: Browser, kinds: list[Json], shots: Path
) -> None:
    assert len(kinds) > 30
    assert [names for card in kinds if (names := _said_twice(card))] == []
    for scheme, width in (("light", 360), ("dark", 900)):
        page = await browser.new_page(viewport={"width": 2 * width + 40, "height": 800})
        await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for number, start in enumerate(range(0, len(kinds), _A_SHEET), start=1):
            await _check_sheet(page, kinds[start : start + _A_SHEET], scheme, width)
            await page.screenshot(path=shots / f"cards-{scheme}-{width}-{number}.png", full_page=True)
        await page.close()


async def _check_sheet(page: Page, cards: list[Json], scheme: str, width: int) -> None:
    await page.set_content(_sheet(cards, scheme, width))
    assert await draw(page, cards, scheme) == []
    for number in range(len(cards)):
        theirs, ours = [page.locator(f"#{side}-{number}") for side in ("theirs", "ours")]
        assert await theirs.locator(_FIELDS).count() == await ours.locator(_FIELDS).count()
        for drawn in (theirs, ours):
            said = as_typed(await drawn.inner_text())
            ours_alone = _CUT.sub("", said.replace(MARKUP, ""))
            assert [sign for sign in _RAW if sign in ours_alone] == [], said
            assert await drawn.evaluate("box => box.scrollWidth <= box.clientWidth"), said
        assert await theirs.evaluate(_CUT_OFF) == []
        assert set(await theirs.evaluate(_LINKS)) <= _meant(cards[number])


async def test_what_people_write_runs_nothing_and_leads_nowhere(browser: Browser) -> None:
    scripts()
    page = await browser.new_page()
    plain = [card(rich(words), speak="x").content for words in LIVE]  # so that the test cannot pass by itself
    drawn = [
        card(text(words), heading(words), facts({words: words}), runs(run(words)), _choice(words), speak="x").content
        for words in LIVE
    ]
    changed, linked = await _drawn(page, plain, 1)
    assert (changed >= 2, linked >= 5) == (True, True)
    assert await _drawn(page, drawn, 6) == (0, 0)
    await page.close()


async def _drawn(page: Page, cards: list[Json], times: int) -> tuple[int, int]:
    """On how many of these cards the words do not stand so many times as typed, and on how many a link does."""
    await page.set_content("".join(f'<div id="theirs-{number}"></div>' for number in range(len(cards))))
    assert await draw(page, cards, "light") == []
    boxes = [page.locator(f"#theirs-{number}") for number in range(len(cards))]
    said = [as_typed(await box.inner_text()) for box in boxes]
    changed = [words for words, each in zip(LIVE, said, strict=True) if each.count(words) != times]
    return len(changed), len([box for box in boxes if await box.evaluate(_LINKS)])


def _choice(words: str) -> Json:
    return choice_input("a", "Punkt", {"1": words}, multiple=True)


def _meant(card: Json) -> set[str]:
    """Where our own links lead."""
    return {found for _, part in parts(card) for found in _OURS.findall(str(part.get("text", "")))}


def _said_twice(card: Json) -> list[str]:
    """The names that a screen reader reads out for buttons that do different things."""
    named = {(each.action.get("tooltip") or each.title, str(each.action.get("data"))) for each in buttons(card)}
    return [name for name, times in Counter(name for name, _ in named).items() if times > 1]


def _sheet(cards: list[Json], scheme: str, width: int) -> str:
    page, surface, text = _COLOURS[scheme]
    css = files("cards.html").joinpath("card.css").read_text(encoding="utf-8")
    pairs = "".join(
        f'<div class="pair"><div class="theirs" id="theirs-{number}"></div><div id="ours-{number}">'
        f"{render(card, action_url='/', hidden={}, prefix=f'card-{number}')}</div></div>"
        for number, card in enumerate(cards)
    )
    return _FRAME.format(css=css, page=page, surface=surface, text=text, width=width, pairs=pairs)
