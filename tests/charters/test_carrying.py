"""Each provision of a charter is acted upon, shown, asks for nothing, or is said to be left over: by its path alone."""

from pathlib import Path

import pytest

from bot.charters.carrying import HANDLED, OF_GUIDANCE, SHOWN, Fate, Outcome, general, outcomes
from bot.charters.document import Document
from bot.charters.loader import load_document, shipped_charters
from bot.charters.provision import provisions
from bot.charters.reader import read
from bot.charters.shape import shaped
from tests.charters.test_charter_file import CHARTER


def outcome_of(text: str, path: str) -> Outcome:
    (found,) = (each for each in outcomes(shaped(Document, read(text, "mit.yaml"), "mit.yaml")) if each.path == path)
    return found


@pytest.mark.parametrize("name", shipped_charters())
def test_every_provision_has_one_outcome_and_words(name: str) -> None:
    document = load_document(name, Path())
    found = outcomes(document)
    assert len(found) == len({each.path for each in found}) == len(list(provisions(document)))
    assert all(each.words for each in found)


@pytest.mark.parametrize("name", shipped_charters())
def test_what_is_carried_says_where_and_what_asks_for_nothing_says_why(name: str) -> None:
    found = outcomes(load_document(name, Path()))
    assert [each.path for each in found if (each.detail is None) is not (each.fate is Fate.LATER)] == []


def test_a_path_has_one_line_in_the_table_and_leads_somewhere() -> None:
    assert HANDLED.keys().isdisjoint(SHOWN)
    assert HANDLED.keys() >= OF_GUIDANCE
    paths = {general(path) for name in shipped_charters() for path, _ in provisions(load_document(name, Path()))}
    assert {*HANDLED, *SHOWN} <= paths


def test_a_charter_that_nobody_knows_gets_the_same_answer() -> None:
    assert outcome_of(CHARTER, "agenda.dispatch_days_before") == Outcome(
        fate=Fate.HANDLED,
        path="agenda.dispatch_days_before",
        words="ti dage før",
        detail=HANDLED["agenda.dispatch_days_before"],
    )


def test_the_reason_why_nothing_is_asked_stands_in_the_charter_and_excuses_nothing_that_is_acted_upon() -> None:
    reason = "asks_nothing: Det er vores egen sag."
    silent = f"{CHARTER}meetings: {{quorum: {{value: half, words: halvdelen, {reason}}}}}\n"
    found = outcome_of(silent, "meetings.quorum")
    assert (found.fate, found.detail) == (Fate.NOTHING, "Det er vores egen sag.")
    excused = CHARTER.replace("words: ti dage før", f"words: ti dage før, {reason}")
    assert outcome_of(excused, "agenda.dispatch_days_before").fate is Fate.HANDLED


def test_guidance_is_acted_upon_only_where_it_is_asked() -> None:
    found = {each.path: each.fate for each in outcomes(load_document("kosu-2022", Path()))}
    assert found["agenda_approval.approvers"] is Fate.HANDLED
    assert found["purposes.drivende-kraft"] is not Fate.HANDLED
