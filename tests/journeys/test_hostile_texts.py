"""No sentence, field or form holds everybody else up: a whole turn takes less of the event loop than a blink.

With `KLYNGEBOT_TEST_HOSTILE=all` every text goes to every sentence and field; else each of them gets one, in turn.
"""

import os
from collections.abc import Iterator
from dataclasses import fields
from functools import partial
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.minutes.actions import RecordResolution
from bot.domain.proposals.rules import LONGEST_CASE, LONGEST_TEXT
from bot.local.activities import message
from bot.local.board import words
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL, Account
from bot.usecases.phrases import CommandPhrases, QueryPhrases
from bot.usecases.turn import LONGEST_TURN
from bot.usecases.understanding.exactly import COMMANDS, QUERIES, suggestion, understand
from cards.html.fields import PREFIX
from cards.kit.buttons import pack
from tests.harness.cases import SAMPLES
from tests.harness.costing import A_BLINK, spent
from tests.harness.forging import STRANGER, envelope, is_refused, press, said
from tests.harness.hostile import UNITS, made
from tests.harness.own_page import OPEN, URL, address_on, browsing, pressed
from tests.harness.steps import SECRETARIAT, accept, propose
from tests.journeys.conftest import OpenStage

EVERY = list(UNITS)
IS_ALL = os.environ.get("KLYNGEBOT_TEST_HOSTILE") == "all"
PHRASES: tuple[QueryPhrases | CommandPhrases, ...] = (*QUERIES, *COMMANDS)
SENTENCES = [suggestion(each).removesuffix("…") for each in PHRASES]
TYPED = [(kind, each.name) for kind in SAMPLES for each in fields(kind) if "str" in str(each.type)]
turn_about = count()


def texts() -> Iterator[tuple[str, str]]:
    """Hostile texts, each as long as is read at all: the next one, or every one."""
    some = EVERY if IS_ALL else [EVERY[next(turn_about) % len(EVERY)]]
    return ((each, made(each, LONGEST_TURN - 300)) for each in some)


@pytest.fixture
async def busy(nord: Stage) -> Stage:
    """A forum with a proposal on its draft."""
    await propose(nord)
    await accept(nord, 1)
    return nord


async def sends(nord: Stage, person: str | Account, text: str, where: str = CHANNEL.id) -> None:
    """The person writes it; the answer of the door is read."""
    written = message(envelope(nord, person, where), text, mentions_bot=True)
    written.pop("attachments")  # which nobody reads
    assert nord.teams.visitor.session is not None
    async with nord.teams.visitor.session.post(nord.teams.visitor.bot_url, json=written) as answer:
        assert answer.status == 200


async def test_what_a_stranger_writes_costs_nearly_nothing(nord: Stage) -> None:
    for unit in EVERY:
        longest, readable = made(unit, 250_000), made(unit, LONGEST_TURN - 300)
        for text in (longest, readable, f"fravær: {readable}", f"kontakt {made(unit, 150)}"):
            assert await spent(partial(sends, nord, STRANGER, text)) < A_BLINK, text[:20]


async def test_no_sentence_of_a_secretary_costs_more_than_a_blink(busy: Stage) -> None:
    for sentence in SENTENCES:
        for unit, text in texts():
            cost = await spent(partial(sends, busy, SECRETARIAT, f"{sentence} {text}"))
            assert cost < A_BLINK, (sentence, unit)


async def test_no_field_of_any_card_costs_more_than_a_blink(busy: Stage) -> None:
    for kind, field in TYPED:
        for unit, text in texts():
            data = {**pack(SAMPLES[kind]), field: text}
            assert await spent(partial(press, busy, SECRETARIAT, data)) < A_BLINK, (kind, field, unit)


async def test_every_sentence_is_understood_at_once_whatever_comes_with_it() -> None:
    async def understands(text: str) -> None:
        understand(text)

    for number, sentence in enumerate(SENTENCES):
        for unit in EVERY if IS_ALL else EVERY[number % 12 :: 12]:
            for part in (f"{sentence} {made(unit, LONGEST_TURN)}", f"{sentence} {made(unit, 150)}"):
                assert await spent(partial(understands, part)) < A_BLINK, (sentence, unit)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SENTENCES), st.text(min_size=1, max_size=6), st.sampled_from(EVERY))
async def test_no_text_that_a_machine_makes_up_costs_more(nord: Stage, sentence: str, part: str, unit: str) -> None:
    repeated = ((part + UNITS[unit]) * LONGEST_TURN)[: LONGEST_TURN // 3]
    assert await spent(partial(sends, nord, STRANGER, f"{sentence} {repeated}")) < A_BLINK


async def test_an_item_of_hostile_texts_is_drawn_at_once(busy: Stage) -> None:
    for unit in EVERY[:: 1 if IS_ALL else 5]:
        await busy.says(SECRETARIAT, f"punkt 2 sagsfremstilling: {made(unit, LONGEST_CASE)}", PERSONAL)
        await busy.says(SECRETARIAT, f"punkt 2 resumé: {made(unit, LONGEST_TEXT)}", PERSONAL)
        for asked in ("dagsorden", "punkt 2", "punkt 2 sagsfremstilling", "ret dagsorden"):
            assert await spent(partial(sends, busy, SECRETARIAT, asked, PERSONAL)) < A_BLINK, (unit, asked)


async def test_a_form_of_nobodys_page_costs_no_more(open_stage: OpenStage) -> None:
    async with open_stage(KLYNGEBOT_PUBLIC_URL=URL) as nord, browsing(nord) as browser:
        for unit in EVERY:
            typed = {f"{PREFIX}words": made(unit, 80_000, 80_000), "press": made(unit, 1_000)}
            assert await spent(partial(browser.posts, typed)) < A_BLINK, unit


async def test_a_form_of_ones_own_page_costs_no_more(open_stage: OpenStage) -> None:
    async with open_stage(KLYNGEBOT_PUBLIC_URL=URL) as nord, browsing(nord) as browser:
        offered = await nord.says("sekretariat-region", "min side")
        address = address_on((await nord.clicks("sekretariat-region", offered, OPEN)).card)
        form = await browser.presses(await browser.enters(address), "Foreslå et punkt")
        for unit in EVERY[:: 1 if IS_ALL else 4]:
            typed = pressed(form, "Send forslag", {"Sagsfremstilling": made(unit, LONGEST_TURN - 1_000, 45_000)})
            assert await spent(partial(browser.posts, typed)) < A_BLINK, unit


async def test_many_mentions_of_the_bot_and_long_names_cost_nothing(nord: Stage) -> None:
    written = message(envelope(nord, STRANGER), "a" * 30_000, mentions_bot=True)
    bot = nord.teams.directory.bot_id
    mentions = [{"text": f"a{each:04}", "mentioned": {"id": bot}} for each in range(1_000)]
    names = {"name": made("marks", 5_000), "aadObjectId": written["from"]["aadObjectId"]}
    whole = {**written, "attachments": [], "entities": mentions, "from": {**written["from"], **names}}
    assert await spent(partial(nord.teams.visitor.sends, whole)) < A_BLINK


async def test_a_number_in_an_entity_that_nobody_can_read_is_left_as_it_is(nord: Stage) -> None:
    assert "ikke registreret" in await _told(nord, f"&#{'9' * 30_000};")


async def test_what_is_too_long_is_answered_with_how_much_before_anybody_is_asked_for(nord: Stage) -> None:
    assert "100 tegn mere" in await _told(nord, "x" * (LONGEST_TURN + 100))
    assert "200.000 tegn mere" in await _told(nord, "x" * (LONGEST_TURN + 200_000))
    data = {**pack(SAMPLES[RecordResolution]), "words": "x" * (LONGEST_TURN + 7)}
    card = (await press(nord, SECRETARIAT, data)).card
    assert is_refused(card)
    assert "tegn mere" in said(card)


async def test_the_longest_that_a_field_holds_passes_whole(busy: Stage) -> None:
    async def told(case: str) -> str:
        return words(await busy.says(SECRETARIAT, f"punkt 2 sagsfremstilling: {case}", PERSONAL))

    two_signs = "e\u0301"  # that are one letter
    for case in ("Å&æ <ø>, " * (LONGEST_CASE // 10), "é" * LONGEST_CASE, two_signs * LONGEST_CASE):
        assert "for lang" not in await told(case)
    assert "3 tegn for lang" in await told(two_signs * (LONGEST_CASE + 3))


async def test_two_hundred_names_are_read_and_no_more(nord: Stage) -> None:
    await nord.at("2027-03-17T09:00")
    assert "50 navne flere" in words(await nord.says(SECRETARIAT, f"fravær: {'laege, ' * 250}", PERSONAL))


async def _told(nord: Stage, text: str) -> str:
    """What a stranger is told."""
    before = {each.id for each in nord.teams.board.messages()}
    await sends(nord, STRANGER, text)
    reply = await nord.teams.board.wait_for(lambda each: each.author is None and each.id not in before)
    return words(reply)
