"""What came of a press stands beside the field and the button that caused it, over the whole protocol."""

import pytest

from bot.domain.approval.actions import Respond
from bot.domain.approval.state import Verdict
from bot.domain.proposals.actions import Accept
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL, Json
from cards.html.walk import parts
from cards.kit.buttons import pack
from cards.kit.elements import OUTCOME
from tests.harness.cases.case import accepted, circulated, of_meeting, proposed
from tests.harness.cases.proposals import one
from tests.harness.forging import errors, press, said
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, VISITS

CPR = "Vedr. 010190-1234"
AMOUNT = "Skriv beløbet i kroner"


def places(card: Json | None) -> list[str]:
    """What stands where on the card: the ids of inputs and of what came of the press."""
    assert card is not None
    wanted = ("Input.", "ActionSet")
    found = [part for _, part in parts(card) if str(part["type"]).startswith(wanted) or "id" in part]
    return [str(part.get("id", part["type"])) for part in found]


@pytest.mark.parametrize(
    ("label", "typed", "field", "words"),
    [
        ("Beløb i kr.", "mange", "amount", AMOUNT),
        ("Forventet tid i minutter", "længe", "duration", "Skriv tiden i minutter"),
        ("Links til bilag", "http://usikker.dk", "links", "Et link begynder med https://"),
        ("Overskrift", CPR, "title", "CPR-nummer"),
        ("Overskrift", " ", "title", "Udfyld feltet »Overskrift«"),
        ("Resumé", "x" * 2_001, "summary", "højst være 2000 tegn"),
    ],
)
async def test_what_is_wrong_in_the_form_is_said_at_its_field_and_at_the_button(
    nord: Stage, label: str, typed: str, field: str, words: str
) -> None:
    form = await nord.says(COORDINATOR, "foreslå")
    answer = await nord.clicks(COORDINATOR, form, "Send forslag", VISITS | {label: typed})
    assert answer.card is not None
    assert errors(answer.card) == [f"error-{field}", "error"]
    found = places(answer.card)
    assert found[found.index(field) + 1] == f"error-{field}"
    assert answer.card["body"][-1]["id"] == "error"
    assert said(answer.card).count(words) >= 2
    assert answer.card["speak"].index(words) < answer.card["speak"].index("Foreslå et punkt")


async def test_a_return_without_a_word_is_asked_for_right_above_the_buttons(nord: Stage) -> None:
    await circulated(nord)
    answer = await press(nord, CHAIRS[0], pack(of_meeting(Respond, verdict=Verdict.RETURNED)))
    found = places(answer.card)
    at = found.index("error-words")
    assert (found[at - 1], found[at + 1]) == ("words", "ActionSet")


async def test_what_is_wrong_with_an_item_is_said_at_its_field(nord: Stage) -> None:
    await accepted(nord)
    editor = await nord.says(SECRETARIAT, "ret dagsorden", PERSONAL)
    await nord.clicks(SECRETARIAT, editor, "Redigér punkt 2")
    await nord.clicks(SECRETARIAT, editor, "Tid, plads og bilag")
    answer = await nord.clicks(SECRETARIAT, editor, "Gem", {"Forventet tid i minutter": "længe"})
    assert answer.card is not None
    assert errors(answer.card)[0] == "error-duration"


async def test_what_was_done_is_found_by_its_id(nord: Stage) -> None:
    await proposed(nord)
    answer = await press(nord, SECRETARIAT, pack(one(Accept)))
    assert places(answer.card)[0] == OUTCOME
