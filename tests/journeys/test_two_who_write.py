"""Of two who write the same at once the second sees both texts and chooses, and nothing of either is lost."""

import pytest

from bot.local.board import Message, words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from tests.harness.forging import is_refused, said
from tests.harness.minute_steps import held
from tests.harness.steps import SECRETARIAT, accept, propose

OTHER = "sekretariat-region"
BOTH = "Vælg, hvilken tekst der skal stå, eller ret videre nedenfor."
pytestmark = pytest.mark.both_databases


async def clash(nord: Stage, form: Message, button: str, typed: dict[str, Value], *parts: str) -> None:
    """The second of two presses the button, and is shown all that."""
    answer = await nord.clicks(OTHER, form, button, typed)
    assert is_refused(answer.card)
    shown = said(answer.card)
    for part in (BOTH, "Behold min", "Behold den anden", *parts):
        assert part in shown, part


async def opened(nord: Stage, sentence: str) -> tuple[Message, Message]:
    """The same form in the hands of both."""
    return await nord.says(SECRETARIAT, sentence, PERSONAL), await nord.says(OTHER, sentence)


async def test_an_item_and_its_proposal(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    first, second = await opened(nord, "punkt 2")
    await nord.clicks(SECRETARIAT, first, "Gem", {"Resumé": "Vi bygger en fælles model."})
    typed: dict[str, Value] = {"Resumé": "Vi bygger en lokal model."}
    await clash(nord, second, "Gem", typed, "Det står der nu: Vi bygger en fælles model.", '"fælles"', '"lokal"')
    answer = await nord.clicks(OTHER, second, "Behold min")
    assert not is_refused(answer.card), said(answer.card)
    assert "Vi bygger en lokal model." in words(await nord.says(SECRETARIAT, "punkt 2", PERSONAL))
    first, second = await opened(nord, "ret forslag 1")
    await nord.clicks(SECRETARIAT, first, "Gem ændringerne", {"Resumé": "Alle skal med."})
    await clash(nord, second, "Gem ændringerne", {"Resumé": "Ingen skal med."}, "Det står der nu: Alle skal med.")
    shown = said((await nord.clicks(OTHER, second, "Behold den anden")).card)
    assert "Alle skal med." in shown
    assert "Ingen skal med." not in shown
    assert "Alle skal med." in words(await nord.says(SECRETARIAT, "forslag 1", PERSONAL))


async def test_a_resolution(nord: Stage) -> None:
    await held(nord)
    first, second = await opened(nord, "beslutning 2")
    await nord.clicks(SECRETARIAT, first, "Gem beslutning", {"Udfald": "Godkendt", "Beslutning": "Den prøves i et år."})
    typed: dict[str, Value] = {"Udfald": "Udsat", "Beslutning": "Den prøves i to år."}
    await clash(
        nord, second, "Gem beslutning", typed, "Det står der nu: Godkendt", "Det står der nu: Den prøves i et år."
    )
    assert not is_refused((await nord.clicks(OTHER, second, "Behold min")).card)
    shown = words(await nord.says(SECRETARIAT, "beslutning 2", PERSONAL))
    assert "Den prøves i to år." in shown
