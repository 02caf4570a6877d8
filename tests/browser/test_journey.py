"""From a proposal to an approved agenda on the demo's page, with the real service behind it."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.local.demo.stage import Stage
from tests.browser.chromium import Locator, Page, expect
from tests.browser.conftest import OpenPage
from tests.harness.stage import open_stage

pytestmark = pytest.mark.asyncio(loop_scope="session")

_PROPOSED = "Fælles model for opfølgende hjemmebesøg"
_COORDINATOR = "Klyngekoordinator (Hjørring)"
_SECRETARIAT = "Sekretariat, kommunal side"
_CHAIRS = ("Formand (Hjørring)", "Formand (Region Nordjylland)")


@pytest_asyncio.fixture(loop_scope="session")
async def nord() -> AsyncIterator[Stage]:
    """Klynge Nord's channel before its proposal deadline, tied."""
    async with open_stage("2027-02-08T09:00") as here:
        yield here


@pytest_asyncio.fixture(loop_scope="session")
async def visit(nord: Stage, open_page: OpenPage) -> AsyncIterator[Page]:
    """A visitor on the page."""
    async with open_page(f"http://127.0.0.1:{nord.service.port}") as page:
        await page.goto("/")
        yield page


async def test_a_proposal_becomes_an_agenda_that_both_chairs_approve(
    visit: Page, open_page: OpenPage, nord: Stage, shots: Path
) -> None:
    await _propose(visit)
    await _shoot(visit, shots, "1-proposed")
    await _accept(visit)
    await _shoot(visit, shots, "2-accepted")
    await _write(visit, "send dagsorden til godkendelse")
    await expect(visit.get_by_text("0 af 2 har svaret").last).to_be_visible()
    await _shoot(visit, shots, "3-circulated")
    async with open_page(f"http://127.0.0.1:{nord.service.port}") as onlooker:
        await onlooker.goto("/")
        await _act_as(onlooker, _COORDINATOR)
        for answered, chair in enumerate(_CHAIRS, start=1):
            await _act_as(visit, chair)
            await visit.get_by_role("button", name="Godkend", exact=True).click()
            await expect(visit.get_by_text("Du har godkendt dagsordenen")).to_be_visible()
            await expect(onlooker.get_by_text(re.compile(f"^{answered} af 2 har svaret"))).to_be_visible()
        await expect(onlooker.get_by_text("Dagsordenen for mødet den 16. marts 2027 er godkendt.")).to_be_visible()
        for scheme in ("light", "dark"):
            await onlooker.emulate_media(color_scheme=scheme)
            await _shoot(onlooker, shots, f"4-approved-{scheme}")


async def test_a_visitor_begins_with_a_press_and_lets_time_pass(visit: Page) -> None:
    await visit.get_by_role("button", name="frister", exact=True).click()
    await expect(visit.get_by_role("heading", name="Frister for mødet den 16. marts 2027")).to_be_visible()
    onward = visit.get_by_role("button", name="Gå til næste frist")
    await onward.focus()
    await visit.keyboard.press("Enter")
    await expect(visit.get_by_text("tirsdag den 9. februar 2027 kl. 8.00")).to_be_visible()
    await expect(_post(visit).get_by_text("Frist for forslag", exact=True)).to_be_visible()


async def test_where_nothing_more_is_planned_the_visitor_is_told(visit: Page, nord: Stage) -> None:
    await nord.at("2029-06-01T09:00")  # no meeting is planned after 2027, of which two years are warned
    onward = visit.get_by_role("button", name="Gå til næste frist")
    await onward.click()
    await expect(visit.get_by_text("mandag den 1. oktober 2029 kl. 8.00")).to_be_visible()
    await expect(visit.get_by_role("alert")).not_to_contain_text("Der er ikke planlagt mere.")
    await onward.click()
    await expect(visit.get_by_role("alert")).to_contain_text("Der er ikke planlagt mere.")


async def _propose(page: Page) -> None:
    await _act_as(page, _COORDINATOR)
    await _write(page, "foreslå")
    await page.get_by_role("textbox", name="Overskrift").fill(_PROPOSED)
    await page.get_by_label("Resumé").fill("Kommunerne afprøver en fælles model i ni måneder.")
    await page.get_by_label("Forslag til indstilling").fill("Det indstilles, at modellen afprøves.")
    await page.get_by_role("button", name="Send forslag").click()
    await expect(page.get_by_text("er modtaget som nr. 1")).to_be_visible()
    await expect(_post(page).get_by_text(_PROPOSED, exact=True)).to_be_visible()


async def _accept(page: Page) -> None:
    await _act_as(page, _SECRETARIAT)
    await _post(page).get_by_role("button", name="Behandl forslag").click()
    await page.get_by_role("button", name="Optag på dagsordenen").click()
    await expect(page.get_by_text("er optaget som punkt 2 på dagsordenen").first).to_be_visible()


def _post(page: Page) -> Locator:
    """The meeting's post, on which its proposals and its deadlines stand."""
    return page.get_by_role("article", name=re.compile("^Mødet den 16. marts 2027"))


async def _act_as(page: Page, name: str) -> None:
    await page.get_by_label("Optræd som").focus()  # as a person's hand would: the page leaves alone what is held
    option = page.locator("#som option", has_text=re.compile(f"^{re.escape(name)}"))  # it may count unread messages
    await page.get_by_label("Optræd som").select_option(await option.get_attribute("value"))
    await expect(page.get_by_label(f"Skriv til Klyngebot som {name}")).to_be_visible()


async def _write(page: Page, words: str) -> None:
    await page.get_by_label("Skriv til Klyngebot").fill(words)
    await page.get_by_role("button", name="Send", exact=True).click()


async def _shoot(page: Page, shots: Path, name: str) -> None:
    for width in (360, 1280):
        await page.set_viewport_size({"width": width, "height": 860})
        await page.screenshot(path=shots / f"journey-{name}-{width}.png")
        assert await page.evaluate("document.documentElement.scrollWidth") <= width
