"""The public pages in a real browser: axe-core finds nothing, narrow and wide, light and dark; nothing is cut off."""

from itertools import pairwise, product
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults

from tests.browser.chromium import Browser, Page
from tests.harness.public_site import open_site
from tests.harness.public_town import MARCH, NORD, town

pytestmark = pytest.mark.asyncio(loop_scope="session")

SCHEMES: tuple[tuple[Literal["light", "dark"], str], ...] = (
    ("light", "{resultTypes: ['violations']}"),
    ("dark", "{resultTypes: ['violations'], runOnly: ['cat.color']}"),  # all else is as it is in the light
)
WIDTHS = (320, 1280)
KINDS = {
    "front": "",
    "forum": NORD,
    "ended": "klynge-vest",
    "meeting": f"{NORD}/{MARCH}",
    "agenda": f"{NORD}/{MARCH}/dagsorden",
    "older": f"{NORD}/{MARCH}/dagsorden/udgave-1",
    "minutes": f"{NORD}/{MARCH}/referat",
    "item": f"{NORD}/{MARCH}/punkt-2",
    "resolutions": "beslutninger",
    "commitments": "tilsagn",
    "funds": "midler",
    "proof": "bevis/212-0123456789abcdef",
    "no-proof": "bevis/1-ffffffff",
    "accessibility": "tilgaengelighed",
    "about": "om",
    "gone": f"{NORD}/2027-01-19/referat",
    "missing": "findes-ikke",
}


async def test_axe_finds_nothing_on_any_kind_of_page(browser: Browser) -> None:
    async with open_site(town()) as (root, _, _):
        page = await browser.new_page()
        refused: list[str] = []
        page.on("console", lambda line: refused.append(line.text) if "status of 4" not in line.text else None)
        for name, address in KINDS.items():
            await page.goto(f"{root}/offentlig/{address}")
            await page.evaluate(AXE_SCRIPT)
            await _check_headings(page, name)
            for (scheme, asked), width in product(SCHEMES, WIDTHS):
                await page.emulate_media(color_scheme=scheme)
                await page.set_viewport_size({"width": width, "height": 860})
                assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (name, width)
                found = AxeResults(await page.evaluate(f"axe.run({asked})"))
                assert found.violations_count == 0, f"{name}, {scheme}, {width}: {found.generate_report()}"
        assert refused == []
        await page.close()


async def test_the_keyboard_comes_to_the_content_first(browser: Browser) -> None:
    async with open_site(town()) as (root, _, _):
        page = await browser.new_page()
        await page.goto(f"{root}/offentlig/")
        await page.keyboard.press("Tab")
        assert await page.locator(":focus").inner_text() == "Gå til indhold"
        await page.keyboard.press("Enter")
        assert page.url.endswith("#indhold")
        await page.get_by_label("Søg i beslutninger").fill("hjemmebesøg")
        await page.keyboard.press("Enter")
        await page.get_by_text("nævner »hjemmebesøg«").wait_for()
        await page.close()


async def _check_headings(page: Page, name: str) -> None:
    levels = await page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(e => Number(e.tagName[1]))")
    assert levels.count(1) == 1, name
    assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)
