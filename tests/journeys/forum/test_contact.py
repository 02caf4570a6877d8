"""Whom to turn to: asked for by word, or by a click on help."""

from pathlib import Path

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.forging import apply_variant, said

MEMBER = "naestformand-frederikshavn"
CLERK = 'name: "Sekretariat, kommunal side"'


async def test_everybody_learns_who_leads_who_serves_and_how_to_reach_them(nord: Stage, tmp_path: Path) -> None:
    await apply_variant(nord, tmp_path, {CLERK: f"{CLERK}, email: klynge-nord@example.org"})
    clicked = await nord.clicks(MEMBER, await nord.says(MEMBER, "hjælp", PERSONAL), "Kontakt")
    for told in (said(clicked.card), words(await nord.says(MEMBER, "hvem er kontakt?"))):
        assert "Formand (Hjørring)" in told
        assert "Sekretariat, kommunal side: [klynge-nord@example.org](mailto:klynge-nord@example.org)" in told
        assert "Sekretariat, regional side" in told
        assert "kan du skrive til vedkommende her i Teams" in told
        assert "Kommissoriet: »" not in told  # this charter does not make its chair the way in


async def test_who_leads_the_next_meeting_is_who_one_turns_to(nord: Stage) -> None:
    await nord.at("2027-03-16T19:00")
    told = words(await nord.says(MEMBER, "kontakt"))
    assert "Formand (Hjørring)" not in told
    assert "Udvalgsformand (Frederikshavn)" in told
