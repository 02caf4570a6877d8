"""The year's report of the funds on the command line: for a spreadsheet, in which no text is a formula, or as data."""

import asyncio
import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.funds.state import Entry, EntryKind
from storage import funds as store
from storage.database import Database
from tests.cli.conftest import Klyngebot

NORD = "politisk-klynge-nord"


def entered(tmp_path: Path, *, basis: str) -> None:
    """Two entries of 2027, the first with those words as its basis."""

    async def enter() -> None:
        database = Database(f"sqlite:///{tmp_path}/data/klyngebot.db")
        same = {"forum": NORD, "year": 2027, "by": "sekretariat-kommuner", "at": datetime(2027, 1, 4, 9, tzinfo=UTC)}
        async with database.writing(NORD) as conn:
            grant = Entry(**same, number=1, kind=EntryKind.GRANT, amount=200_000_050, basis=basis)  # type: ignore[arg-type]
            back = Entry(**same, number=2, kind=EntryKind.GRANT, is_counter=True, of=1, amount=50)  # type: ignore[arg-type]
            await store.add(conn, grant, "a")
            await store.add(conn, back, "b")
        await database.close()

    asyncio.run(enter())


def test_a_year_is_told_as_a_table_whose_texts_are_no_formulas(
    klyngebot: Klyngebot, forum_file: Path, tmp_path: Path
) -> None:
    klyngebot("forum", "apply", str(forum_file))
    entered(tmp_path, basis='=HYPERLINK("https://x")')
    out = klyngebot("funds", NORD, "--year", "2027").out
    assert out.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(out.removeprefix("\ufeff")), delimiter=";"))
    assert rows[0][:5] == ["År", "Post", "Art", "Beløb", "Tilbageført"]
    assert rows[1][:5] == ["2027", "1", "Bevilling, post 1/2027", "2000000,50", ""]
    assert rows[2][:5] == ["2027", "2", "Tilbageført bevilling, post 2/2027 (af post 1)", "", "0,50"]
    assert rows[1][10] == '\'=HYPERLINK("https://x")'
    assert [each[2:4] for each in rows[3:]] == [
        ["Bevilget", "2000000,00"],
        ["Disponeret", "0,00"],
        ["Forbrugt", "0,00"],
        ["Rest", "2000000,00"],
    ]
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_a_year_is_told_as_data(klyngebot: Klyngebot, forum_file: Path, tmp_path: Path) -> None:
    klyngebot("forum", "apply", str(forum_file))
    entered(tmp_path, basis="budget")
    told = json.loads(klyngebot("funds", NORD, "--year", "2027", "--format", "json").out)
    assert told["total"] == {"granted": "2000000.00", "disposed": "0.00", "spent": "0.00", "left": "2000000.00"}
    assert [each["counters"] for each in told["entries"]] == [None, 1]


def test_a_forum_that_is_not_there_is_one_line(klyngebot: Klyngebot, forum_file: Path) -> None:
    klyngebot("forum", "apply", str(forum_file))
    assert "findes-ikke" in klyngebot("funds", "findes-ikke").complaint
