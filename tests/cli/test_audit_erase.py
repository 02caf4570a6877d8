"""`klyngebot audit erase` takes a text out of the log, and `audit verify` stays whole and tells of it."""

import asyncio
from pathlib import Path

import pytest

from bot.domain.kernel.conversation import Place
from bot.usecases.desk import open_writing_desk
from storage.database import Database
from tests.cli.conftest import NO_ANCHOR, Klyngebot
from tests.harness.klynge_nord import local

NORD = "politisk-klynge-nord"
PRIVATE = "Fru Hansens sag"
GROUND = ("--ground", "Anmodning af 3. november")
NOVEMBER = {"KLYNGEBOT_NOW": "2026-11-25T09:00:00+01:00"}


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The database that the command line uses when nothing else is said."""
    return f"sqlite:///{tmp_path}/data/klyngebot.db"


@pytest.fixture
def logged(klyngebot: Klyngebot, forum_file: Path, url: str) -> None:
    """Klynge Nord's log: post 1 says what the file began, post 2 has somebody's words."""
    klyngebot("forum", "apply", str(forum_file), **NOVEMBER)

    async def write() -> None:
        database = Database(url)
        async with database.writing(NORD) as conn:
            desk = await open_writing_desk(conn, NORD, local("2026-11-24T10:00"), Place.CHANNEL)
            await desk.log("laege", "minutes.remarked", texts={"words": PRIVATE}, meeting="2027-1")
        await database.close()

    asyncio.run(write())


@pytest.mark.usefixtures("logged")
def test_a_text_is_erased_and_the_log_is_whole_and_says_what_when_and_why(klyngebot: Klyngebot, tmp_path: Path) -> None:
    assert klyngebot("audit", "verify").lines == ["Loggen er hel: 2 poster.", NO_ANCHOR]
    erased = klyngebot("audit", "erase", NORD, "2", *GROUND, **NOVEMBER)
    assert erased.lines == [f"Teksten i post 2 i loggen for {NORD} er slettet."]
    assert klyngebot("audit", "verify").lines == [
        "Loggen er hel: 3 poster.",
        f"{NORD}: Bemærkning til referat, post 2: tekst slettet 25. november 2026 (grund: Anmodning af 3. november)",
        NO_ANCHOR,
    ]


@pytest.mark.usefixtures("logged")
def test_erasing_again_changes_nothing(klyngebot: Klyngebot) -> None:
    klyngebot("audit", "erase", NORD, "2", *GROUND, **NOVEMBER)
    before = klyngebot("audit", "verify").lines
    again = klyngebot("audit", "erase", NORD, "2", "--ground", "Igen", **NOVEMBER)
    assert again.complaint == f"Post 2 i loggen for {NORD} har ingen tekst, der kan slettes."
    assert klyngebot("audit", "verify").lines == before


@pytest.mark.usefixtures("logged")
@pytest.mark.parametrize(
    ("forum", "number", "ground", "complaint"),
    [
        ("ukendt", "2", "Grund", "Jeg kender ikke forummet »ukendt«. Kontrollér navnet, og prøv igen."),
        (NORD, "77", "Grund", f"Loggen for {NORD} har ingen post 77."),
        (NORD, "2", "  ", "Skriv, på hvilket grundlag teksten slettes"),
        (NORD, "2", "Borger 010190-1234", "CPR-nummer"),
        (NORD, "nul", "Grund", "NR"),
        (NORD, "0", "Grund", "NR skal være et tal mellem 1 og"),
        (NORD, "99999999999", "Grund", "NR skal være et tal mellem 1 og"),
    ],
)
def test_what_cannot_be_erased_is_said_in_one_line_and_nothing_is_changed(
    klyngebot: Klyngebot, forum: str, number: str, ground: str, complaint: str
) -> None:
    said = klyngebot("audit", "erase", forum, number, "--ground", ground)
    assert complaint in said.complaint
    assert klyngebot("audit", "verify").lines == ["Loggen er hel: 2 poster.", NO_ANCHOR]


@pytest.mark.usefixtures("logged")
def test_an_entry_without_words_has_nothing_to_erase(klyngebot: Klyngebot) -> None:
    klyngebot("audit", "erase", NORD, "2", *GROUND, **NOVEMBER)
    before = klyngebot("audit", "verify").lines
    said = klyngebot("audit", "erase", NORD, "3", *GROUND)  # which says that the other was erased
    assert said.complaint == f"Post 3 i loggen for {NORD} har ingen tekst, der kan slettes."
    assert klyngebot("audit", "verify").lines == before


@pytest.mark.usefixtures("logged")
def test_the_ground_must_be_given(klyngebot: Klyngebot) -> None:
    assert "--ground" in klyngebot("audit", "erase", NORD, "2").complaint
