"""A page of one's own in a real browser: on a phone, by the keyboard alone, without script, light and dark."""

from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe

from bot.local.demo.stage import Stage
from tests.browser.chromium import Browser, Page, expect
from tests.harness.own_page import URL, address_on
from tests.harness.stage import open_stage
from tests.harness.steps import CHAIRS, accept, circulate, in_channel, propose

pytestmark = pytest.mark.asyncio(loop_scope="session")

_PHONE, _WIDE = (360, 740), (1280, 860)
_FAINT = """
() => {
  const light = c => c.map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const read = words => words.match(/[\\d.]+/g).map(Number);
  const behind = each => {
    for (; each; each = each.parentElement) {
      const found = read(getComputedStyle(each).backgroundColor);
      if (found.length < 4 || found[3] > 0) return found.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const ratio = each => {
    const pair = [read(getComputedStyle(each).color).slice(0, 3), behind(each)].map(light).sort((a, b) => b - a);
    return (pair[0] + 0.05) / (pair[1] + 0.05);
  };
  return [...document.body.querySelectorAll('*')]
    .filter(each => [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
    .filter(each => each.checkVisibility() && ratio(each) < 4.5).map(each => each.outerHTML);
}
"""
_LEVELS = "[...document.querySelectorAll('h1,h2,h3,h4,h5')].map(each => Number(each.tagName[1]))"


@pytest_asyncio.fixture(loop_scope="session")
async def nord() -> AsyncIterator[Stage]:
    """An agenda with a closed item awaits approval."""
    async with open_stage(KLYNGEBOT_PUBLIC_URL=URL) as here:
        await propose(here, fields={"Overskrift": "Hemmelig overskrift", "Punktet bør være lukket": True})
        await accept(here, 1)
        await here.at("2027-03-02T09:00")
        await circulate(here)
        yield here


@pytest.mark.parametrize(("scheme", "size"), [("light", _PHONE), ("dark", _WIDE)])
async def test_a_closed_item_is_read_and_approved_with_the_keyboard_alone(
    browser: Browser, nord: Stage, shots: Path, scheme: str, size: tuple[int, int]
) -> None:
    page = await browser.new_page(
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": size[0], "height": size[1]},
    )
    refused: list[str] = []
    page.on("console", lambda line: refused.append(line.text))
    await page.goto(await _address(nord))
    await _check(page, shots / f"own-door-{scheme}.png")
    await page.keyboard.press("Tab")
    await expect(page.get_by_role("button", name="Åbn siden")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="2. Hemmelig overskrift")).to_be_visible()
    assert "adgang" not in page.url
    await _check(page, shots / f"own-card-{scheme}.png")
    await _tab_to(page, "Bemærkninger", "Godkend")
    await page.keyboard.press("Enter")
    outcome = page.get_by_text("Du har godkendt dagsordenen")
    await expect(outcome).to_be_in_viewport()
    await _check(page, shots / f"own-answer-{scheme}.png")
    assert refused == []
    await page.close()


async def test_it_works_where_no_script_runs(browser: Browser, nord: Stage) -> None:
    page = await browser.new_page(java_script_enabled=False)
    await page.goto(await _address(nord))
    await page.get_by_role("button", name="Åbn siden").click()
    await page.get_by_label("Bemærkninger").fill("Husk kørslen.")
    await page.get_by_role("button", name="Godkend med bemærkninger").click()
    await expect(page.get_by_text("Du har godkendt dagsordenen med bemærkninger")).to_be_visible()
    await page.get_by_role("link", name="Til begyndelsen").click()
    await expect(page.get_by_role("heading", name="2. Hemmelig overskrift")).to_be_visible()
    await page.close()


async def _address(nord: Stage) -> str:
    [request] = in_channel(nord, "Godkendelse af dagsorden")
    reached = urlsplit(address_on((await nord.clicks(CHAIRS[1], request, "Se hele dagsordenen")).card))
    return f"http://127.0.0.1:{nord.service.port}{reached.path}?{reached.query}"


async def _check(page: Page, shot: Path) -> None:
    """Nothing is cut off, every heading is one level below another, every field has a label, and all can be read."""
    await page.screenshot(path=shot, full_page=True)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    levels = await page.evaluate(_LEVELS)
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
    for field in await page.locator(":is(input, select, textarea):not([type=hidden])").all():
        assert await field.evaluate("each => each.labels.length") == 1
    assert await page.evaluate(_FAINT) == []
    found = await Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


async def _tab_to(page: Page, *names: str) -> None:
    """The keyboard reaches these in this order."""
    for name in names:
        await page.keyboard.press("Tab")
        said = "each => each.labels?.[0]?.innerText || each.innerText"
        assert await page.locator(":focus").evaluate(said) == name
