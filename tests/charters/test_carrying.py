"""Each provision of a charter is acted upon, shown, asks for nothing, or is said to be left over: by its path alone."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from bot.charters.carrying import (
    ABOUT_GUIDANCE,
    BY_CARRIER,
    BY_RELATION,
    HANDLED,
    OF_GUIDANCE,
    SHOWN,
    TO_US,
    Fate,
    Outcome,
    outcomes,
)
from bot.charters.document import Document
from bot.charters.loader import load_document, shipped_charters
from bot.charters.provision import Carrier, Quoted, provisions
from bot.charters.reader import read
from bot.charters.shape import shaped
from tests.charters.test_charter_file import CHARTER
from tests.harness.observing_forums import OBSERVED

NAMED = re.compile("»(.+?)«").findall


def outcome_of(text: str, path: str) -> Outcome:
    (found,) = (each for each in outcomes(shaped(Document, read(text, "mit.yaml"), "mit.yaml")) if each.path == path)
    return found


def _paths(model: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[str]:
    """Every path at which a file of that shape can make a provision."""
    for name, field in model.model_fields.items():
        for each in _models(field.annotation):
            is_entry = "id" in each.model_fields
            here = (*path, name, *(("*",) if is_entry else ()))
            if issubclass(each, Quoted):
                yield ".".join(here)
            yield from _paths(each, here)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for each in get_args(annotation):
            yield from _models(each)


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


def test_each_path_that_a_charter_may_have_stands_once_in_the_table() -> None:
    lines = Counter((*HANDLED, *SHOWN))
    assert lines == dict.fromkeys((*_paths(Document), "clusters.* without members"), 1)
    assert {*HANDLED, *SHOWN} >= OF_GUIDANCE | ABOUT_GUIDANCE
    assert OF_GUIDANCE.isdisjoint(ABOUT_GUIDANCE - HANDLED.keys())


def test_whatever_may_carry_a_task_does() -> None:
    carriers = {*get_args(Carrier)} - {"erfaringsudveksling"}  # a kind of item, whatever a charter says
    assert BY_CARRIER.keys() == carriers


def test_every_place_that_the_table_names_is_one_where_people_see_something() -> None:
    tables = (HANDLED, BY_CARRIER, BY_RELATION, TO_US, SHOWN)
    lines = [line for table in tables for line in table.values()]
    assert {place for line in lines for place in NAMED(line)} <= OBSERVED.keys()
    assert all(NAMED(line) for line in lines)


@pytest.mark.parametrize("name", shipped_charters())
def test_of_a_shipped_charter_nothing_is_left_over(name: str) -> None:
    assert [each.path for each in outcomes(load_document(name, Path())) if each.fate is Fate.LATER] == []


def test_a_relation_is_acted_upon_by_the_end_that_does_it_and_shown_at_the_other() -> None:
    ours = "body_kind: {value: raad, words: råd}\n"
    relations = (
        "relations:\n"
        "  - {id: ind, name: Foreslår, from: udvalg, to: raad, kind: proposes-agenda, words: udvalget foreslår, "
        "bases: [{id: plan, name: Planen, words: efter planen}]}\n"
        "  - {id: ud, name: Foreslår, from: raad, to: udvalg, kind: proposes-agenda, words: rådet foreslår, "
        "bases: [{id: plan, name: Planen, words: efter planen}]}\n"
        "  - {id: stillet, name: Stiller opgaver, from: udvalg, to: raad, kind: assigns-tasks, words: de stiller}\n"
        "  - {id: stiller, name: Stiller opgaver, from: raad, to: udvalg, kind: assigns-tasks, words: vi stiller}\n"
    )
    found = {
        path: outcome_of(f"{CHARTER}{ours}{relations}", f"relations.{path}")
        for path in ("ind", "ud", "stillet", "stiller", "ind.bases.plan", "ud.bases.plan")
    }
    assert {path: (each.fate, each.detail) for path, each in found.items()} == {
        "ind": (Fate.SHOWN, "»om forummet«"),
        "ud": (Fate.HANDLED, "»videresend 3«"),
        "stillet": (Fate.HANDLED, "»stillede opgaver«"),
        "stiller": (Fate.SHOWN, "»om forummet«"),
        "ind.bases.plan": (Fate.SHOWN, "»kommissoriets ord«"),
        "ud.bases.plan": (Fate.HANDLED, "»videresend 3«"),
    }


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
