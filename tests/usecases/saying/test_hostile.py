"""No sentence costs much to understand, however long it is and whatever it is made of."""

from itertools import cycle, islice

import pytest

from bot.domain.kernel.action import Command
from bot.usecases.said.moment import Moment
from bot.usecases.turn import LONGEST_TURN
from bot.usecases.understanding.everyday import SAYINGS
from bot.usecases.understanding.exactly import understand_exactly
from bot.usecases.understanding.meaning import meaning
from storage.database import Database
from tests.harness.costing import A_BLINK, quickest
from tests.harness.hostile import UNITS, made
from tests.harness.situations import moments

WORDS = [word.strip("![]") for each in SAYINGS for word in each.ways.replace("|", " ").replace("/", " ").split()]
OURS = {
    "all that is understood": " ".join(islice(cycle(dict.fromkeys(WORDS)), 10_000)),
    "short words that are understood": " ".join(islice(cycle(sorted(set(WORDS), key=len)), 10_000)),
    "what is said most": " ".join(islice(cycle(WORDS), 10_000)),
    "clauses": "dagsorden, møde. referat; forslag! punkt 4? ",
    "one clause a word": "møde. ",
    "titles": "lægedækning på læsø kompetenceforløb om akutte besøg ",
    "compounds": "dagsordensgodkendelsespunktreferatmødeforslagsfrist ",
    "slips": "dagsrodenen refreatet mødte godknede forlsag bilga ",
    "days": "16. marts tirsdag uge 11 den 5/10 ",
    "reasons": "fordi det haster: ",
    "about": "om noget om ",
    "a yes with a no": "godkend ikke hvis men ",
    "conditions": "hvis punkt 4 udgår, ",
    "organisations": "Læsø Hjørring Brønderslev regionen ",
}


@pytest.fixture
async def asked(database: Database) -> Moment:
    """What a chair who is asked may mean."""
    return (await moments(database))["asked", "chair", False]


async def test_no_text_takes_longer_than_a_blink_to_understand(asked: Moment) -> None:
    meaning("en dagsorden", asked)  # the ways are gathered once
    texts = {unit: made(unit, LONGEST_TURN) for unit in UNITS}
    texts |= {name: (text * (LONGEST_TURN // len(text) + 1))[:LONGEST_TURN] for name, text in OURS.items()}
    assert {name: taken for name, text in texts.items() if (taken := _quickest(text, asked)) >= A_BLINK} == {}


async def test_what_nobody_would_write_does_nothing(asked: Moment) -> None:
    for unit in UNITS:
        found = understand_exactly(made(unit, LONGEST_TURN)) or meaning(made(unit, LONGEST_TURN), asked)
        assert not isinstance(found, Command), unit


def _quickest(text: str, moment: Moment) -> float:
    return quickest(lambda: understand_exactly(text) or meaning(text, moment))
