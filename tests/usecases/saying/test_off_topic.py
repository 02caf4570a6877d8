"""What has nothing to do with a committee is taken for nothing: no act of it, and above all no yes."""

from collections.abc import Mapping

import pytest

from bot.domain.saying.actions import Offered
from bot.usecases.said.moment import Moment
from bot.usecases.understanding.meaning import meaning
from storage.database import Database
from tests.harness.situations import moments

OFF_TOPIC = (
    "hønen lagde et æg",
    "der er støv på hylden",
    "hammeren faldt ned i græsset",
    "fire grise og en ko",
    "haven trænger til en kærlig hånd",
    "fnugger blip blop",
)
WHEN = (("quiet", "member"), ("asked", "chair"), ("sent", "newcomer"))


@pytest.fixture
async def known(database: Database) -> Mapping[tuple[str, str, bool], Moment]:
    """What is known in every situation."""
    return await moments(database)


def test_nothing_is_done_and_nothing_offered(known: Mapping[tuple[str, str, bool], Moment]) -> None:
    found = {(said, role): meaning(said, known[when, role, False]) for said in OFF_TOPIC for when, role in WHEN}
    assert {each: met for each, met in found.items() if not isinstance(met, Offered) or met.offers} == {}


@pytest.mark.parametrize("said", ["kør bare", "den er god nok", "det er helt i orden herfra", "nikker til det hele"])
def test_whoever_is_asked_for_nothing_says_no_yes(known: Mapping[tuple[str, str, bool], Moment], said: str) -> None:
    met = meaning(said, known["quiet", "member", False])
    offers = met.offers if isinstance(met, Offered) else (met,)
    assert not any(hasattr(each, "verdict") for each in offers)
