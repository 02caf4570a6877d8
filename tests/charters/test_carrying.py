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
    HANDLED,
    LATER,
    NOT_YET_CARRIED,
    NOT_YET_RELATED,
    OF_GUIDANCE,
    SHOWN,
    Fate,
    Outcome,
    general,
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
OWNED_LATER = {
    "the shared fund": {"shared_funds", "delegates-funds"},
    "forwarding": {
        *("videresend", "proposes-agenda", "escalates", "assigns-tasks", "communicates-both-ways", "supports"),
        *("coordinates", "secretariat.coordinates_with"),
    },
    "meetings of other bodies": {
        *("eksterne-moeder", "prepares", "gives-input-and-mandate"),
        *("meetings.aligned_to", "meetings.aligned_to_optional", "meetings.aligned_days_before"),
    },
    "appointments": {"udpegninger", "coordinates-appointments"},
    "working groups": {"working_groups", "arbejdsgrupper", "creates", "creates-and-steers"},
    "the year": {
        *("hosting", "reports", "evaluation", "aarsstatus", "reports-annually"),
        *("meetings.min_per_year", "meetings.max_per_year", "meetings.extra"),
    },
    "publication": {"publication"},
}
"""What is not built yet, by the sections, paths, carriers and kinds of relation that ask for it."""


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
    lines = Counter((*HANDLED, *SHOWN, *LATER))
    assert lines == dict.fromkeys((*_paths(Document), "clusters.* without members"), 1)
    assert HANDLED.keys() >= OF_GUIDANCE
    assert {*HANDLED, *SHOWN} >= ABOUT_GUIDANCE


def test_what_carries_a_task_exists_or_does_not_yet() -> None:
    carriers = {*get_args(Carrier)} - {"erfaringsudveksling"}  # a kind of item, whatever a charter says
    assert {*BY_CARRIER, *NOT_YET_CARRIED} == carriers
    assert BY_CARRIER.keys().isdisjoint(NOT_YET_CARRIED)


def test_every_place_that_the_table_names_is_one_where_people_see_something() -> None:
    named = {place for line in (*HANDLED.values(), *BY_CARRIER.values(), *SHOWN.values()) for place in NAMED(line)}
    assert named <= OBSERVED.keys()
    assert all(NAMED(line) for line in (*HANDLED.values(), *BY_CARRIER.values(), *SHOWN.values()))


def _owners(*codes: str | None) -> list[str]:
    """Which later capabilities own a provision, by its path, its section, what carries it or what relates by it."""
    return [name for name, own in OWNED_LATER.items() if not own.isdisjoint(codes)]


def test_what_the_table_leaves_over_belongs_each_to_one_thing_that_is_built_later() -> None:
    sections = {path if path.startswith(("meetings", "secretariat")) else path.partition(".")[0] for path in LATER}
    left = {*sections, *NOT_YET_CARRIED, *NOT_YET_RELATED, "proposes-agenda"}
    assert {code: len(_owners(code)) for code in left} == dict.fromkeys(set().union(*OWNED_LATER.values()), 1)


@pytest.mark.parametrize("name", shipped_charters())
def test_of_a_shipped_charter_nothing_else_is_left_over(name: str) -> None:
    document = load_document(name, Path())
    for (path, provision), outcome in zip(provisions(document), outcomes(document), strict=True):
        if outcome.fate is Fate.LATER:
            codes = (getattr(provision, each, None) for each in ("by", "kind"))
            assert len(_owners(str(path[0]), general(path), *codes)) == 1, outcome.path


def test_an_agenda_is_proposed_to_us_already_and_not_yet_by_us() -> None:
    ours = "body_kind: {value: raad, words: råd}\n"
    relations = (
        "relations:\n"
        "  - {id: ind, name: Foreslår, from: udvalg, to: raad, kind: proposes-agenda, words: udvalget foreslår}\n"
        "  - {id: ud, name: Foreslår, from: raad, to: udvalg, kind: proposes-agenda, words: rådet foreslår}\n"
    )
    assert outcome_of(f"{CHARTER}{ours}{relations}", "relations.ind").fate is Fate.SHOWN
    assert outcome_of(f"{CHARTER}{ours}{relations}", "relations.ud").fate is Fate.LATER


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
