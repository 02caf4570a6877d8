"""`charter check` sorts every provision of a charter under four headings, in the charter's own words."""

from pathlib import Path

import pytest

from bot.charters.loader import load_document, shipped_charters
from bot.charters.provision import provisions
from tests.charters.test_charter_file import CHARTER
from tests.cli.conftest import Klyngebot

HEADINGS = ["Handles der efter", "Vises", "Kræver intet af Klyngebot", "Håndhæves endnu ikke"]


@pytest.mark.parametrize("name", shipped_charters())
def test_the_four_headings_stand_in_their_order_over_every_provision(klyngebot: Klyngebot, name: str) -> None:
    document = load_document(name, Path())
    first, *lines = klyngebot("charter", "check", name).lines
    assert first == f"{document.title}: i orden"
    assert [each for each in lines if not each.startswith("  ")] == HEADINGS
    items = [each for each in lines if each.startswith("  »")]
    assert len(items) == len(list(provisions(document)))
    empty = [after in HEADINGS for after in [*lines[1:], HEADINGS[0]]]
    assert not [line for line, is_empty in zip(lines, empty, strict=True) if line in HEADINGS and is_empty]


def test_a_provision_is_told_in_its_words_with_its_path_and_where_one_sees_it(
    klyngebot: Klyngebot, tmp_path: Path
) -> None:
    (tmp_path / "mit.yaml").write_text(CHARTER, "utf-8")
    told = klyngebot("charter", "check", "mit.yaml")
    assert told.lines[0] == "Kommissorium for udvalget: i orden"
    assert "  »ti dage før« (agenda.dispatch_days_before): »frister«" in told.lines
    nothing = told.lines.index("Kræver intet af Klyngebot")
    assert told.lines[nothing + 1] == "  Ingen"


def test_a_fault_is_told_by_line_and_nothing_else(klyngebot: Klyngebot, tmp_path: Path) -> None:
    (tmp_path / "mit.yaml").write_text(CHARTER.replace("value: 10", "value: ti"), "utf-8")
    told = klyngebot("charter", "check", "mit.yaml")
    assert (told.code, told.out) == (1, "")
    assert "mit.yaml:18: " in told.complaint
