"""The stand-in's page as people use it."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.local.board import CARD, words
from tests.browser.chromium import Browser, Page, expect
from tests.harness.stand_in import CHANNEL, COORDINATOR, REGIONAL, SECRETARIAT, StandIn
from tests.harness.tiny_bot import TOO_LONG, card

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def _propose(page: Page, title: str = "Fælles model") -> None:
    await page.goto(f"/?som={COORDINATOR.object_id}")
    await page.get_by_label("Skriv til Klyngebot").fill("foreslå")
    await page.get_by_role("button", name="Send", exact=True).click()
    await page.get_by_label("Overskrift").fill(title)
    await page.get_by_role("button", name="Send forslag").click()
    await expect(page.get_by_role("heading", name="Tak")).to_be_visible()


async def test_a_proposal_is_written_sent_and_put_into_the_channel(page: Page, stage: StandIn) -> None:
    await _propose(page)
    await expect(page.get_by_text("Kun du kan se dette.")).to_be_visible()
    await expect(page.get_by_role("heading", name="Nyt forslag til dagsordenen")).to_be_visible()
    assert stage.bot.activities[-1]["value"]["action"]["data"] == {
        "verb": "Propose",
        "title": "Fælles model",
        "kind": "discussion",
        "duration": "15",
        "is_closed": "false",
    }


async def test_a_required_field_left_empty_is_not_sent_and_its_message_is_shown(page: Page, stage: StandIn) -> None:
    await page.goto(f"/?som={COORDINATOR.object_id}")
    await page.get_by_label("Skriv til Klyngebot").fill("foreslå")
    await page.keyboard.press("Enter")
    await page.get_by_role("button", name="Send forslag").click()
    await expect(page.get_by_text("Skriv en overskrift.")).to_be_visible()
    await page.get_by_role("button", name="Annullér").click()
    await expect(page.get_by_text("Annulleret")).to_be_visible()
    assert [each["type"] for each in stage.bot.activities] == ["message", "invoke"]


async def test_only_the_one_who_clicked_sees_the_answer_and_others_see_the_change_live(
    browser: Browser, page: Page, stage: StandIn
) -> None:
    await _propose(page)
    other = await browser.new_page(base_url=stage.url)
    await other.goto(f"/?som={SECRETARIAT.object_id}")
    await other.get_by_role("button", name="Behandl forslag").click()
    await expect(other.get_by_role("button", name="Optag på dagsordenen")).to_be_visible()
    await expect(page.get_by_role("button", name="Behandl forslag")).to_be_visible()
    await expect(page.get_by_role("button", name="Optag på dagsordenen")).to_have_count(0)
    await other.get_by_role("button", name="Optag på dagsordenen").click()
    await expect(other.get_by_text("Forslaget er optaget som punkt 2.")).to_be_visible()
    await expect(page.get_by_text("Optaget på dagsordenen", exact=True)).to_be_visible()
    await other.get_by_role("button", name="Vis kortet i kanalen").click()
    await expect(other.get_by_text("Optaget på dagsordenen", exact=True)).to_be_visible()


async def test_words_being_typed_and_the_focus_survive_a_message_from_someone_else(page: Page, stage: StandIn) -> None:
    await page.goto(f"/?som={COORDINATOR.object_id}")
    await page.get_by_label("Skriv til Klyngebot").fill("foreslå")
    await page.keyboard.press("Enter")
    await page.get_by_label("Overskrift").fill("Halvt skrevet")
    await stage.teams.visitor.says(SECRETARIAT, "Hej alle", mention=False)
    await expect(page.get_by_text("Hej alle")).to_be_visible()
    await expect(page.get_by_label("Overskrift")).to_have_value("Halvt skrevet")
    await expect(page.get_by_label("Overskrift")).to_be_focused()


async def test_words_in_ones_own_card_survive_a_change_of_the_card_in_the_channel(page: Page, stage: StandIn) -> None:
    board = stage.teams.board
    await _propose(page)
    shared = await board.wait_for(lambda each: "Nyt forslag" in words(each))
    await page.goto(f"/?som={SECRETARIAT.object_id}")
    await page.get_by_role("button", name="Behandl forslag").click()
    await page.get_by_text("Sæt ikke på dagsordenen").click()
    await page.get_by_label("Begrundelse").fill("Halvt skrevet")
    board.edit(shared, {"type": "message", "text": "Ændret af en anden"})
    await expect(page.get_by_text("Kortet i kanalen er ændret siden.")).to_be_visible()
    await expect(page.get_by_label("Begrundelse")).to_have_value("Halvt skrevet")
    await expect(page.get_by_label("Begrundelse")).to_be_focused()


async def test_a_button_shows_and_hides_what_it_governs_and_says_so(page: Page, stage: StandIn) -> None:
    more = {"type": "TextBlock", "text": "Detaljerne", "id": "more", "isVisible": False}
    toggle = {"type": "Action.ToggleVisibility", "title": "Vis detaljer", "targetElements": ["more"]}
    content = card(more, actions=[toggle])
    stage.teams.board.post(CHANNEL.id, {"attachments": [{"contentType": CARD, "content": content}]})
    await page.goto("/")
    button = page.get_by_role("button", name="Vis detaljer")
    await expect(page.get_by_text("Detaljerne")).to_be_hidden()
    await expect(button).to_have_attribute("aria-expanded", "false")
    await button.click()
    await expect(page.get_by_text("Detaljerne")).to_be_visible()
    await expect(button).to_have_attribute("aria-expanded", "true")


async def test_unfolding_and_filling_in_a_reason_works_from_the_keyboard(page: Page) -> None:
    await _propose(page)
    await page.goto(f"/?som={SECRETARIAT.object_id}")
    await page.get_by_role("button", name="Behandl forslag").focus()
    await page.keyboard.press("Enter")
    await page.get_by_text("Sæt ikke på dagsordenen").focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await page.keyboard.type("Hører til i styregruppen")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Begrundelse: Hører til i styregruppen")).to_be_visible()


async def test_whom_one_is_about_to_become_survives_a_message_from_someone_else(page: Page, stage: StandIn) -> None:
    await page.goto("/")
    await page.get_by_label("Optræd som").focus()
    await page.keyboard.type(REGIONAL.name[:9])
    board, directory = stage.teams.board, stage.teams.directory
    board.post(directory.personal(SECRETARIAT), {"type": "message", "text": "Du mangler at svare"})  # counted there
    board.post(CHANNEL.id, {"type": "message", "text": "Hej alle"})
    await expect(page.get_by_text("Hej alle")).to_be_visible()
    await expect(page.get_by_label("Optræd som")).to_have_value(REGIONAL.object_id)
    await page.keyboard.press("Enter")
    await expect(page.get_by_label(f"Skriv til Klyngebot som {REGIONAL.name}")).to_be_visible()


async def test_the_switcher_changes_who_acts_and_is_remembered_in_the_address(page: Page) -> None:
    await page.goto("/")
    await page.get_by_label("Optræd som").select_option(REGIONAL.name)
    await expect(page.get_by_label("Optræd som")).to_have_value(REGIONAL.object_id)
    assert f"som={REGIONAL.object_id}" in page.url
    await page.get_by_role("link", name="Chat med Klyngebot").click()
    await expect(page.get_by_text("kan ikke skrive direkte sammen med")).to_be_visible()


async def test_a_bot_that_fails_is_told_about_and_the_words_stay(page: Page, stage: StandIn) -> None:
    stage.bot.status = 500
    await page.goto("/")
    await page.get_by_label("Skriv til Klyngebot").fill("hjælp")
    await page.get_by_role("button", name="Send", exact=True).click()
    await expect(page.get_by_role("alert")).to_contain_text("Klyngebot svarede ikke")
    await expect(page.get_by_label("Skriv til Klyngebot")).to_have_value("hjælp")


async def test_the_page_works_without_script(browser: Browser, stage: StandIn) -> None:
    page = await browser.new_page(base_url=stage.url, java_script_enabled=False)
    await _propose(page, title="Uden script")
    await expect(page.get_by_text("Uden script")).to_be_visible()


async def test_markup_in_names_and_words_is_shown_as_text(page: Page, stage: StandIn) -> None:
    words = "<img src=x onerror=alert(1)> <b>fed</b> </textarea>"
    await stage.teams.visitor.says(COORDINATOR, words, mention=False)
    await page.goto("/")
    await expect(page.get_by_text(words)).to_be_visible()


async def test_nothing_is_wider_than_a_narrow_screen(page: Page, shots: Path) -> None:
    await _propose(page)
    for scheme in ("light", "dark"):
        for width in (360, 1280):
            await page.emulate_media(color_scheme=scheme)
            await page.set_viewport_size({"width": width, "height": 860})
            await page.screenshot(path=shots / f"page-{scheme}-{width}.png")
            assert await page.evaluate("document.documentElement.scrollWidth") <= width


async def test_an_answer_stands_under_its_message_and_brings_it_to_the_end(page: Page, stage: StandIn) -> None:
    board = stage.teams.board
    first = board.post(CHANNEL.id, {"type": "message", "text": "Mødet i marts"})
    board.post(CHANNEL.id, {"type": "message", "text": "Mødet i oktober"})
    await page.goto("/")
    await expect(page.get_by_role("article")).to_have_text([re.compile("marts"), re.compile("oktober")])
    await page.get_by_text("Svar", exact=True).last.click()
    await page.get_by_label("Svar i tråden").last.fill("Halvt skrevet")
    stage.clock.move_to(stage.clock.now() + timedelta(days=1))
    board.post(CHANNEL.id, {"type": "message", "text": "En bemærkning"}, thread=first.id)
    articles = page.get_by_role("article")
    await expect(articles).to_have_text([re.compile("oktober"), re.compile("marts"), re.compile("bemærkning")])
    root, answer = [await articles.nth(place).bounding_box() for place in (1, 2)]
    assert root
    assert answer
    assert answer["x"] > root["x"]
    await expect(articles.nth(1)).to_contain_text("8. februar 2027 kl. 9.30")
    await expect(page.get_by_label("Svar i tråden").first).to_have_value("Halvt skrevet")
    await expect(page.get_by_label("Svar i tråden").first).to_be_focused()


async def test_a_message_is_named_by_what_it_is_and_when_it_came(page: Page, stage: StandIn) -> None:
    await stage.teams.visitor.says(COORDINATOR, "foreslå")
    await page.goto("/")
    about = "Foreslå et punkt til dagsordenen, mandag den 8. februar 2027 kl. 9.30"
    await expect(page.get_by_role("article", name=about, exact=True)).to_be_visible()
    asked = f"{COORDINATOR.name}: foreslå, mandag den 8. februar 2027 kl. 9.30"
    await expect(page.get_by_role("article", name=asked, exact=True)).to_be_visible()


async def test_after_an_error_the_focus_is_on_the_field(page: Page, stage: StandIn) -> None:
    await page.goto(f"/?som={COORDINATOR.object_id}")
    await page.get_by_label("Skriv til Klyngebot").fill("foreslå")
    await page.keyboard.press("Enter")
    await page.get_by_label("Overskrift").fill(TOO_LONG)
    await page.get_by_role("button", name="Send forslag").click()
    field = page.get_by_label("Overskrift")
    await expect(field).to_be_focused()
    await expect(field).to_have_attribute("aria-invalid", "true")
    await expect(field).to_have_accessible_description(re.compile("Teksten er for lang"))
    await expect(page.get_by_role("alert").filter(has_text="Teksten er for lang")).to_be_visible()
    await expect(field).to_have_value(TOO_LONG)


async def test_without_script_one_is_switched_by_a_button(browser: Browser, stage: StandIn) -> None:
    page = await browser.new_page(base_url=stage.url, java_script_enabled=False)
    await page.goto("/")
    await page.get_by_label("Optræd som").select_option(REGIONAL.name)
    await page.get_by_role("button", name="Skift").click()
    await expect(page.get_by_label("Optræd som")).to_have_value(REGIONAL.object_id)
