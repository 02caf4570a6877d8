"""What comes of a press is on the screen on which the button was, on a phone, for every form there is."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.domain.minutes.actions import SendMinutes
from cards.html.walk import buttons, parts
from cards.kit.elements import OUTCOME, Json, button, card, done, text
from tests.browser.chromium import Browser, Page
from tests.browser.measuring import SCREEN, WIDTH, Measured, is_in_view, measured
from tests.browser.presses import BEGINNINGS, Press, presses
from tests.browser.renderer import host_config, scripts
from tests.harness.cases import CASES
from tests.harness.stage import open_stage

pytestmark = pytest.mark.asyncio(loop_scope="session")

_BY_WORDS_ALONE = {
    *("TieChannel", "MoveItem", "RemoveItem"),
    *("RecordPresence", "RecordAbsence", "RecordArrival", "RecordDeparture", "RecordEnd"),
    "RenewCalendar",  # beside the address, which nobody gets from a service that has none
    "RecordPositions",  # the form of the resolution does it too, with a choice for each organisation
    "WithdrawMandate",  # offered in the answer to what it takes back
    "EvaluateOnAgenda",  # on the reminder of a forum that evaluates its work, which the example does not
}
"""No card in these beginnings has a button for just this: it is typed, or another button's form does it too."""


@pytest_asyncio.fixture(loop_scope="session")
async def phone(browser: Browser) -> AsyncIterator[Page]:
    """A page as wide and as tall as a phone."""
    scripts()  # skipped before anything is played
    host_config("light")
    page = await browser.new_page(viewport={"width": WIDTH, "height": SCREEN})
    yield page
    await page.close()


@pytest.mark.slow
async def test_what_comes_of_each_press_is_seen_without_scrolling_and_what_was_typed_stays(
    phone: Page, empty: Path, tmp_path: Path
) -> None:
    made: list[Press] = []
    for number, begin in enumerate(BEGINNINGS):
        file = shutil.copy(empty, tmp_path / f"{number}.sqlite")
        async with open_stage(KLYNGEBOT_DATABASE_URL=f"sqlite:///{file}") as nord:
            made += [each async for each in presses(nord, begin)]
    asked = {str(case) for case in CASES if case.begin is not None and case.changes}
    assert asked - {each.name for each in made} == _BY_WORDS_ALONE
    assert [each.name for each in made if not each.typed.items() <= _fields(each.after).items()] == []
    assert [each.name for each in made if not each.marks] == []
    seen = await measured(phone, made)
    assert [each for each in seen if not is_in_view(each)] == []


def _fields(shown: Json) -> dict[str, str]:
    """What the fields of a card hold."""
    inputs = [part for _, part in parts(shown) if str(part["type"]).startswith("Input.")]
    return {str(each["id"]): str(each.get("value", "")) for each in inputs}


async def test_an_outcome_at_the_top_of_a_tall_card_is_not_seen(phone: Page) -> None:
    far, near = await _measure(phone, done("Gemt."), *_LONG), await _measure(phone, *_LONG, done("Gemt."))
    assert far.button.top > SCREEN
    assert not is_in_view(far)
    assert is_in_view(near)


async def test_an_outcome_on_a_short_card_is_seen_wherever_the_button_was(phone: Page) -> None:
    assert is_in_view(await _measure(phone, done("Gemt."), text("Kort.")))


_LONG = tuple(text(f"{number}. Et punkt, som fylder et par linjer på en telefon.") for number in range(30))


async def _measure(page: Page, *answer: Json | None) -> Measured:
    """A tall card with a button below, and that answer to a press on it."""
    send = button("Send", SendMinutes())
    before = card(*_LONG, actions=[send], speak="Et langt kort").content
    after = card(*answer, actions=[send], speak="Et svar").content
    made = Press(name="Send", before=before, button=next(buttons(before)), after=after, marks=[OUTCOME])
    (found,) = await measured(page, [made])
    return found
