"""What people ask in words of their own: each gets the card that answers it, in the channel and in the own chat."""

import pytest

from bot.local.board import words
from bot.local.demo.forums import file_of
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.cli.conftest import Klyngebot
from tests.cli.conftest import klyngebot as klyngebot
from tests.harness.steps import SECRETARIAT, circulated

POLITICIAN = "formand-laesoe"


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("hvem er med i klyngen?", "Sammensætning"),
        ("hvem sidder i forumet", "Sammensætning"),
        ("hvem mangler mandat", "Uden deltager med mandat"),
        ("hvad skal vi huske", "Opgaver"),
        ("hvilke opgver har jeg?", "Opgaver"),
        ("hvem skriver referatet", "Opgaver"),
        ("kan vi lade være med at godkende dagsordenen?", "Forummets valg"),
        ("hvem må foreslå punkter", "Forslagsret"),
        ("hvem kan jeg kontakte", "Kontakt"),
        ("hvilken region er vi i", "Om Politisk Klynge Nord"),
        ("hvor mange kommer", "Hvem kommer til mødet den 16. marts 2027"),
        ("kan jeg sende en anden i stedet?", "Suppleanten har mandat"),
        ("jeg kan desværre ikke komme den 16. marts", "Dit afbud til mødet den 16. marts 2027 er"),
        ("må jeg invitere en gæst", "Invitér en gæst"),
    ],
)
async def test_a_question_in_everyday_words_is_answered(nord: Stage, sentence: str, answer: str) -> None:
    for where in ((), (PERSONAL,)):
        said = await nord.says(POLITICIAN, sentence, *where)
        assert answer in words(said) + str(said.card), (where, words(said))


async def test_whether_they_agree_is_answered_with_the_clearance(nord: Stage) -> None:
    await circulated(nord)
    said = words(await nord.says(SECRETARIAT, "er vi enige om dagsordenen i regionen?"))
    assert "Afklaring i egen organisation" in said
    assert "Region Nordjylland: Mangler" in said


async def test_what_the_charter_says_of_something_stands_alone(nord: Stage) -> None:
    said = words(await nord.says(POLITICIAN, "hvad siger komissoriet om referater?"))
    assert "»Referat fra møderne fremsendes senest én uge efter mødernes afholdelse«" in said
    assert "PLO" not in said
    silent = words(await nord.says(POLITICIAN, "hvad siger kommissoriet om parkering?", PERSONAL))
    assert "Kommissoriet siger ikke noget om »parkering«." in silent
    assert "Referat" not in silent


def test_who_may_propose_is_compared_by_name(klyngebot: Klyngebot) -> None:
    names = ("politisk-klynge-nord", "klyngestyregruppe-nord")
    for forum in names:
        assert klyngebot("forum", "apply", str(file_of(forum))).code == 0
    (line,) = [each for each in klyngebot("forum", "compare", *names).lines if each.startswith("Forslagsret")]
    assert "Sundhedskoordinationsudvalget, Lokale politikere, Parterne og Klyngestyregruppen" in line
