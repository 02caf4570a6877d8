"""What somebody with the database in hand may want to do, and the one line that `klyngebot audit verify` says of it."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from bot.auditing import verify_audit
from bot.operations import Failed
from tests.harness.desks import desk_of
from tests.harness.steps import SECRETARIAT
from tests.journeys.conftest import OpenStage
from tests.journeys.test_texts_of_the_log import a_whole_cycle

HERE = "politisk-klynge-nord"
MARCH = "den 16. marts 2027"
CHANGED, DELETED, PUT_IN = "Ændret uden om loggen: ", "Slettet uden om loggen: ", "Skrevet uden om loggen: "
_CLOSED = "UPDATE audit SET what = 'agenda.sent' WHERE what = 'agenda.answered'"
_TURNED = "UPDATE responses SET verdict = 'returned' WHERE number = 2"
_SWAPPED = "UPDATE responses SET person = CASE number WHEN 1 THEN 'formand-regional' ELSE 'formand-kommunal' END"
_ADDED = (
    "INSERT INTO responses (forum, meeting, round, number, person, verdict, words, version, at)"
    " SELECT forum, meeting, round, 3, person, verdict, words, version, at FROM responses WHERE number = 2"
)
_AMOUNT = 'UPDATE agenda_versions SET items = replace(items, \'"amount":null\', \'"amount":"900000.00"\')'
_TEXT = "UPDATE agenda_versions SET items = replace(items, 'afprøves', 'afvikles')"
_STRANGER = "UPDATE identities SET object_id = 'fremmed' WHERE person = 'formand-kommunal'"
_ROLE = "UPDATE forums SET config = replace(config, '\"secretariat\"', '\"chair\"')"
_BACK = "UPDATE agendas SET sent_at = NULL, sent_version = NULL"

DEEDS = {
    "the newest entries are cut off": (
        "DELETE FROM audit WHERE seq > (SELECT max(seq) - 2 FROM audit)",
        (CHANGED, "forummets navn, personer, kommissorium eller kanal"),  # a choice was the last
    ),
    "the whole log is deleted": ("DELETE FROM audit", (f"Loggen for {HERE} mangler: forummets navn",)),
    "an entry is taken out": ("DELETE FROM audit WHERE seq = 4", (f"Loggen er brudt ved {HERE} nr. 5",)),
    "a fact is rewritten": ("UPDATE audit SET facts = '{}' WHERE seq = 4", (f"Loggen er brudt ved {HERE} nr. 4",)),
    "an entry is called something else": (_CLOSED, ("Loggen er brudt", "agenda.sent")),
    "an answer is deleted": (
        "DELETE FROM responses WHERE number = 1",
        (DELETED, f"svar nr. 1 i godkendelsesrunde 1 til mødet {MARCH} i {HERE} mangler, men står i post "),
    ),
    "an answer is turned": (_TURNED, (CHANGED, f"svar nr. 2 i godkendelsesrunde 1 til mødet {MARCH} i {HERE}")),
    "an answer is added": (_ADDED, (PUT_IN, f"svar nr. 3 i godkendelsesrunde 1 til mødet {MARCH}")),
    "two answers change hands": (_SWAPPED, (CHANGED, f"svar nr. 1 i godkendelsesrunde 1 til mødet {MARCH}")),
    "the approved text is changed": (_TEXT, (CHANGED, f"version 1 af dagsordenen til mødet {MARCH}")),
    "an amount is put into what was approved": (_AMOUNT, (CHANGED, f"version 1 af dagsordenen til mødet {MARCH}")),
    "another is made the proposer": (
        "UPDATE proposals SET proposer = 'laege' WHERE number = 2",
        (CHANGED, "forslag nr. 2/2027"),
    ),
    "a chair's account is a stranger's": (_STRANGER, (CHANGED, "de konti, der hører til personerne,")),
    "a role is given": (_ROLE, (CHANGED, "forummets navn, personer, kommissorium eller kanal")),
    "an agenda that was sent never was": (_BACK, (CHANGED, f"udkastet til dagsordenen til mødet {MARCH}")),
    "a resolution is reworded": (
        "UPDATE minutes SET resolutions = replace(resolutions, 'godkendt', 'afvist')",
        (CHANGED, f"referatet af mødet {MARCH}"),
    ),
    "a remark is deleted": (
        "DELETE FROM minutes_remarks WHERE number = 1",
        (DELETED, "bemærkning nr. 1 til"),
    ),
    "a meeting is held on another day": (
        "UPDATE meetings SET starts = '2027-03-17 15:30:00.000000' WHERE id = '2027-1'",
        (CHANGED, "mødet 2027-1"),
    ),
    "a request is closed": (
        "UPDATE approval_rounds SET standpoint = 'superseded'",
        (CHANGED, f"godkendelsesrunde 1 til mødet {MARCH}"),
    ),
    "a time is written so that it reads as another": (
        "UPDATE responses SET at = replace(at, ' ', 'T')",
        (CHANGED, "svar nr. 1"),
    ),
    "an entry can no longer be read": ("UPDATE audit SET facts = '{' WHERE seq = 6", (f"brudt ved {HERE} nr. 6",)),
    "an entry's forum is no text": ("UPDATE audit SET forum = CAST(forum AS BLOB) WHERE seq = 6", ("Loggen er brudt",)),
    "whoever acted is no text": (
        "UPDATE audit SET actor = CAST(actor AS BLOB) WHERE actor IS NOT NULL AND seq = 6",
        (f"brudt ved {HERE} nr. 6",),
    ),
    "a row's forum is no text": (
        "UPDATE meetings SET forum = CAST(forum AS BLOB) WHERE id = '2027-1'",
        (DELETED, f"mødet 2027-1 i {HERE} mangler"),
    ),
    "the log is to begin anew": ("UPDATE forums SET stamp = NULL", (CHANGED, "forummets navn")),
}


@pytest.fixture
async def file(open_stage: OpenStage, tmp_path: Path) -> Path:
    """A database with a whole story in it, which nobody uses any more."""
    async with open_stage() as nord:
        await a_whole_cycle(nord)
        await nord.says(SECRETARIAT, "til stede: alle undtagen Læsø")
    return tmp_path / "klyngebot.db"


async def test_each_deed_is_noticed_and_told_in_one_line(file: Path, tmp_path: Path) -> None:
    assert (await verified(file)).startswith("Loggen er hel: ")
    for name, (deed, parts) in DEEDS.items():
        other = Path(shutil.copy(file, tmp_path / "other.db"))
        done(other, deed)
        said = await verified(other)
        assert all(part in said for part in parts), (name, said)
        assert "\n" not in said
    assert said == await verified(other)  # having looked has changed nothing


def done(file: Path, deed: str) -> None:
    conn = sqlite3.connect(file)
    assert conn.execute(deed).rowcount > 0, deed
    conn.commit()
    conn.close()


async def verified(file: Path) -> str:
    """What the command says first, or with what it fails."""
    settings = desk_of(f"sqlite:///{file}")
    try:
        async for line in verify_audit(settings):
            return line
    except Failed as failed:
        return str(failed)
    raise AssertionError("it said nothing")
