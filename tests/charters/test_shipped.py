"""The charters that ship: what they settle, what they leave open, and that every word of theirs is the source's."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.charters.document import Document
from bot.charters.loader import charter_text, load_charter, parse_charter, shipped_charters
from bot.charters.provision import provisions
from bot.charters.reader import read
from bot.charters.shape import shaped
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.provision import quoted
from tests.charters.files import NEEDS_SHARED, SHARED

KOSU = "kosu-2022"
CAPITAL = "hovedstaden-kommuneklynge"
POLITICAL = "nordjylland-politisk-klynge"
STEERING = "nordjylland-klyngestyregruppe"
COUNCIL = "sundhedsraad"
ALL = (CAPITAL, KOSU, STEERING, POLITICAL, COUNCIL)


def charter(name: str) -> Charter:
    return load_charter(name, Path())


def document(name: str) -> tuple[Document, Any]:
    found = charter_text(name, Path())
    assert found is not None
    node = read(*found)
    return shaped(Document, node, name), node.value


def folded(text: str) -> str:
    return " ".join(text.split())


def test_five_charters_ship() -> None:
    assert shipped_charters() == ALL


@NEEDS_SHARED
@pytest.mark.parametrize("name", [KOSU, CAPITAL, POLITICAL, STEERING])
def test_every_quotation_stands_in_its_source(name: str) -> None:
    shape, _ = document(name)
    sources = {path.name: folded(path.read_text(encoding="utf-8")) for path in (SHARED / "seeds").glob("*.txt")}
    assert folded(shape.title) in sources[shape.source or ""]
    quoted = [
        (path, folded(entry.words or ""), entry.source or shape.source or "") for path, entry in provisions(shape)
    ]
    assert [(path, words) for path, words, source in quoted if not words or words not in sources[source]] == []


@pytest.mark.parametrize("name", ALL)
def test_a_charter_spells_out_its_silence(name: str) -> None:
    shape, written = document(name)
    assert set(written) == set(Document.model_fields)
    for key, field in written.items():
        section = getattr(shape, key)
        if isinstance(field, dict) and not hasattr(section, "words"):
            assert set(field) == set(type(section).model_fields), key


def test_only_the_political_cluster_has_days() -> None:
    days = {
        name: (charter(name).agenda.dispatch_days_before.value, charter(name).minutes.dispatch_days_after.value)
        for name in ALL
    }
    assert days.pop(POLITICAL) == (7, 7)
    assert set(days.values()) == {(None, None)}


def test_each_charter_has_its_own_chair_model() -> None:
    models = {name: charter(name).chair.model.value for name in ALL}
    assert models == {
        POLITICAL: "host_leads",
        STEERING: "shared",
        CAPITAL: "single_or_shared",
        KOSU: None,
        COUNCIL: None,
    }


def test_each_charter_has_its_own_secretariat() -> None:
    models = {name: charter(name).secretariat.model.value for name in ALL}
    assert models == {POLITICAL: "joint", STEERING: "shared", CAPITAL: "optional", KOSU: None, COUNCIL: None}


def test_only_the_principles_speak_of_approval_and_they_settle_no_mode() -> None:
    modes = {name: charter(name).agenda_approval.mode.value for name in ALL}
    assert modes.pop(KOSU) == "consult_or_approve"
    assert set(modes.values()) == {None}
    assert charter(KOSU).agenda_approval.approvers.value == "chairmanship"


def test_only_the_principles_are_an_overlay_and_guidance() -> None:
    assert {name for name in ALL if charter(name).kind == "overlay"} == {KOSU}
    assert {name for name in ALL if charter(name).binding.value == "guidance"} == {KOSU}


def test_a_value_stands_with_the_words_it_rests_on() -> None:
    assert charter(POLITICAL).agenda.dispatch_days_before.words == (
        "Der udarbejdes dagsorden til møderne, som fremsendes én uge før mødet."
    )


def test_politicians_parties_and_the_coordination_committee_propose_by_right_and_the_steering_group_does_not() -> None:
    proposers = charter(POLITICAL).agenda.proposers
    assert {each.id: each.bases for each in proposers if each.bases} == {
        "party": ("guidepost", "principle", "plan"),
        "klyngestyregruppe": ("plan",),
    }
    assert {proposer.id: proposer.by_right for proposer in proposers} == {
        "sundhedskoordinationsudvalget": True,
        "politician": True,
        "party": True,
        "klyngestyregruppe": False,
    }


def test_words_from_another_document_are_not_passed_off_as_the_charters_own() -> None:
    assert "Klyngestyregruppe" not in quoted(charter(POLITICAL).agenda.proposers)
    assert "At bidrage" not in quoted(charter(POLITICAL).agenda.proposers)


def test_the_bases_of_an_item_are_the_charters() -> None:
    political = charter(POLITICAL)
    assert tuple(each.id for each in political.agenda.bases) == ("guidepost", "principle", "plan", "local")
    assert [each.name for each in political.agenda.bases if each.id == "plan"] == ["Implementeringsplanen"]
    assert {charter(name).agenda.bases for name in ALL if name != POLITICAL} == {()}


def test_composition_is_counted_as_the_source_counts() -> None:
    political = [(rule.kind, rule.each, rule.least, rule.most) for rule in charter(POLITICAL).composition.seats]
    assert political == [("municipality", True, 2, 4), ("region", False, 3, 4)]
    steering = {rule.kind: (rule.least, rule.most) for rule in charter(STEERING).composition.seats}
    assert steering == {
        "municipality": (1, 1),
        "hospital": (1, 1),
        "psychiatry": (1, 1),
        "gp_organisation": (1, 2),
        "regional_administration": (1, 1),
    }
    assert charter(CAPITAL).composition.seats == ()


def test_dates_are_those_of_the_documents() -> None:
    assert {name: charter(name).dated.value for name in ALL} == {
        KOSU: date(2022, 9, 26),
        CAPITAL: date(2015, 2, 18),
        POLITICAL: None,
        STEERING: date(2019, 4, 11),
        COUNCIL: None,
    }


def test_levels_are_not_guessed_where_the_source_is_silent() -> None:
    levels = {name: charter(name).level.value for name in ALL}
    assert levels == {POLITICAL: "political", STEERING: "administrative", CAPITAL: None, KOSU: None, COUNCIL: None}


def test_meetings_a_year_and_rotation_are_read() -> None:
    assert charter(POLITICAL).meetings.min_per_year.value == 1
    assert charter(STEERING).meetings.min_per_year.value == 2
    assert charter(POLITICAL).hosting.rotation.value is True


def test_the_council_is_a_template_that_settles_next_to_nothing() -> None:
    council = charter(COUNCIL)
    assert (council.binding.value, council.source) == ("template", "")
    assert council.composition.seats == ()


@pytest.mark.parametrize("name", ALL)
def test_no_personal_data_came_along(name: str) -> None:
    found = charter_text(name, Path())
    assert found is not None
    assert "@" not in found[0]
    assert "Kontakt" not in found[0]


def test_a_charters_text_alone_gives_the_same_charter_again() -> None:
    found = charter_text(POLITICAL, Path())
    assert found is not None
    assert parse_charter(*found) == charter(POLITICAL)
