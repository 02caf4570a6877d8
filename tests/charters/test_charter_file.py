"""A charter file that is broken is refused with file, line and reason."""

from pathlib import Path

import pytest

from bot.charters.loader import load_charter, parse_charter
from bot.charters.problems import BrokenFile
from tests.charters.files import changed, line_of

CHARTER = """\
format: 1
id: mit-udvalg
kind: charter
title: Kommissorium for udvalget
source: kommissorium.pdf
binding: {value: charter, words: Kommissorium}
organisations:
  - {id: kommunen, name: Kommunen, kind: municipality, words: Kommunen}
clusters:
  - id: nord
    name: Nord
    members: [kommunen]
    words: Kommunen
composition:
  seats:
    - {id: kommunen, kind: municipality, each: true, role: null, least: 1, most: 2, words: en til to}
agenda:
  dispatch_days_before: {value: 10, words: ti dage før}
"""


def refused(text: str) -> tuple[str, ...]:
    with pytest.raises(BrokenFile) as caught:
        parse_charter(text, "mit.yaml")
    return caught.value.problems


def test_a_charter_of_ones_own_needs_no_code() -> None:
    charter = parse_charter(CHARTER, "mit.yaml")
    assert charter.agenda.dispatch_days_before.value == 10
    assert charter.minutes.dispatch_days_after.value is None
    assert [each.id for each in charter.clusters] == ["nord"]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("agenda:\n", "agendas:\n", "ukendt nøgle »agendas«"),
        ("dispatch_days_before: {value: 10", "dispatch_days: {value: 10", "ukendt nøgle »agenda.dispatch_days«"),
        ("value: 10", 'value: "10"', "»agenda.dispatch_days_before.value« skal være et helt tal"),
        ("value: 10", "value: true", "»agenda.dispatch_days_before.value« skal være et helt tal"),
        ("value: 10", "value: 366", "må højst være 365"),
        ("value: 10", "value: -1", "skal være mindst 0"),
        (", words: ti dage før", "", "»agenda.dispatch_days_before.words« mangler"),
        ("words: ti dage før", "words: null", "mangler kildens ord"),
        ("words: ti dage før", 'words: ""', "må ikke være tom"),
        ("{value: 10, words: ti dage før}", "10", "skal bestå af nøgler og værdier"),
        ("id: mit-udvalg", "id: Mit udvalg", "skal være et kort navn"),
        ("kind: charter", "kind: forum", "»kind« skal være 'charter', 'overlay' eller 'local'"),
        ("format: 1", "format: 2", "»format« skal være 1"),
        ("source: kommissorium.pdf", "source: null", "kun en skabelon"),
        ("{value: charter, words: Kommissorium}", "{value: template, words: x}", "kun en skabelon"),
        ("{value: charter, words: Kommissorium}", "{value: guidance, words: x}", "kun principper"),
        ("members: [kommunen]", "members: [byen]", "»byen« står ikke blandt organisations"),
        ("members: [kommunen]", "members: kommunen", "skal være en liste"),
        ("least: 1, most: 2", "least: 3, most: 2", "least er større end most"),
        ("least: 1, most: 2", "least: null, most: null", "mindst ét tal"),
        ("title: Kommissorium for udvalget", "title: 2027", "skal være tekst"),
        ("title: Kommissorium for udvalget", 'title: "Kommissorium \\u202e"', "usynlige styretegn"),
    ],
)
def test_a_fault_is_told_by_line(old: str, new: str, reason: str) -> None:
    text = changed(old, new, CHARTER)
    found = [problem for problem in refused(text) if reason in problem]
    assert found
    changed_line = line_of(old, CHARTER)
    where = {"source: kommissorium.pdf": line_of("binding:", CHARTER)}.get(old, changed_line)
    assert found[0].startswith(f"mit.yaml:{where}: ")


def test_two_entries_with_one_id_are_refused() -> None:
    line = "  - {id: kommunen, name: Kommunen, kind: municipality, words: Kommunen}\n"
    (problem,) = refused(changed(line, line + line, CHARTER))
    assert problem == "mit.yaml:9: id »kommunen« står der allerede"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("relations: [{id: a, name: A, from: nord, to: raadet, kind: k, words: w}]", "raadet"),
        ("reports: [{id: a, name: A, to: raadet, every: year, due: null, words: w}]", "raadet"),
        ("applies_to: {value: raadet, words: w}", "raadet"),
        ("chair: {preferred_membership: {value: raadet, words: w}}", "raadet"),
        ("meetings: {aligned_to: {value: [kommunen, raadet], words: w}}", "raadet"),
        ("approved_by: {body: raadet, on: null, words: w}", "raadet"),
    ],
)
def test_a_body_that_the_charter_does_not_introduce_is_told_by_line(said: str, name: str) -> None:
    text = f"{CHARTER}bodies: []\n{said}\n"
    (problem,) = refused(text)
    assert problem.startswith(f"mit.yaml:{line_of(said, text)}: »{name}« står hverken blandt bodies")
    introduced = text.replace("bodies: []", f"bodies: [{{id: {name}, name: Rådet, words: w}}]")
    assert parse_charter(introduced, "mit.yaml").name_of_body(name) == "Rådet"


def test_a_charter_from_before_bodies_were_introduced_is_still_taken() -> None:
    text = f"{CHARTER}applies_to: {{value: raadet, words: w}}\n"
    assert parse_charter(text, "mit.yaml").name_of_body("raadet") == "raadet"


def test_all_faults_of_a_file_are_told_at_once() -> None:
    text = (
        CHARTER.replace("value: 10", "value: ti").replace("kind: charter", "kind: forum").replace("format: 1", "x: 1")
    )
    assert [problem.split(":")[1] for problem in refused(text)] == ["1", "1", "3", "18"]


def test_a_charter_may_lie_in_a_file_beside_another(tmp_path: Path) -> None:
    (tmp_path / "mit.yaml").write_text(CHARTER, encoding="utf-8")
    assert load_charter("mit.yaml", tmp_path).id == "mit-udvalg"


def test_a_charter_that_is_nowhere_is_refused_with_those_that_ship() -> None:
    with pytest.raises(BrokenFile, match=r"hverken en fil.*sundhedsraad"):
        load_charter("findes-ikke", Path())


def test_a_path_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(BrokenFile, match="hverken en fil"):
        load_charter("a\0b", Path())
