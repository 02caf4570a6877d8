"""`klyngebot audit find` tells which entry of the log a code belongs to, or ends with 1 and one line."""

import asyncio
from pathlib import Path

import pytest

from storage import audit
from storage.database import Database
from tests.cli.conftest import Klyngebot

NORD = "politisk-klynge-nord"


@pytest.fixture
def digest(klyngebot: Klyngebot, forum_file: Path, tmp_path: Path) -> str:
    """The hash of the entry that says that the forum was made."""
    klyngebot("forum", "apply", str(forum_file))

    async def read() -> str:
        database = Database(f"sqlite:///{tmp_path}/data/klyngebot.db")
        async with database.reading() as conn:
            (entry,) = [each async for each in audit.entries(conn, NORD)]
        await database.close()
        return entry.hash

    return asyncio.run(read())


def test_a_code_is_found_however_it_was_copied(klyngebot: Klyngebot, digest: str) -> None:
    (line,) = klyngebot("audit", "find", digest).lines
    assert line.startswith(f"{NORD}, post 1: Forum oprettet fra fil, 11. januar 2027 kl. 9.00, ")
    assert line.endswith(" ved kommandolinjen")
    for copied in (
        (digest[:8].upper(),),
        ("post", "1", "·", digest[:8], digest[8:16]),
        (f" {digest[:4]} {digest[4:9]} ",),
    ):
        assert klyngebot("audit", "find", *copied).lines == [line]


def test_what_no_entry_has_ends_with_1(klyngebot: Klyngebot, digest: str) -> None:
    other = "".join("0" if each != "0" else "1" for each in digest[:8])
    assert klyngebot("audit", "find", other).complaint == f"Ingen post i loggen har kontrolkoden {other}."
    said = "»abc« er ikke en kontrolkode. Den har mindst 8 tegn af 0-9 og a-f."
    assert klyngebot("audit", "find", "abc").complaint == said
