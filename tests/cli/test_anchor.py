"""The commands hold the log up to the anchor: what was cut off, taken away or written anew is named by its number."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import delete

from bot.anchor.file import Anchor
from bot.anchor.lines import Line
from bot.clock import PinnedClock, elapsed_now
from bot.config import load_settings
from bot.domain.kernel.chains import INSTALLATION
from bot.domain.kernel.forum import COPENHAGEN
from bot.main import serving
from bot.sealing import derived
from cards.kit.words import medium_date
from storage import audit
from storage.database import Database
from storage.engine.connection import WritingConnection
from tests.cli.conftest import NO_ANCHOR, Klyngebot
from tests.harness.klynge_nord import local

NORD = "politisk-klynge-nord"
NOON = local("2027-01-11T12:00")
OTHER = "x" * 40
BEGUN = medium_date(elapsed_now().astimezone(COPENHAGEN).date())
FITS = f"Loggen passer til ankeret (data/anchor.jsonl), som er ført siden {BEGUN}."

Forge = Callable[[WritingConnection], Awaitable[None]]


@pytest.fixture
def anchor(tmp_path: Path) -> Path:
    """Where the anchor stands unless something else is said."""
    return tmp_path / "data" / "anchor.jsonl"


@pytest.fixture
def served(klyngebot: Klyngebot, forum_file: Path) -> None:
    """Klynge Nord's chain has four entries, and a service has been there and anchored them."""
    klyngebot("forum", "apply", str(forum_file))
    asyncio.run(_write(_say("one", "two", "three")))
    serve()


def serve(**settings: str) -> None:
    """A service starts and stops in this folder."""

    async def work() -> None:
        chosen = load_settings({"KLYNGEBOT_AUTH": "off", "PORT": "0", **settings})
        async with serving(chosen, PinnedClock(NOON)):
            pass

    asyncio.run(work())


async def _write(forge: Forge) -> None:
    database = Database("sqlite:///data/klyngebot.db")
    async with database.writing(NORD) as conn:
        await forge(conn)
    await database.close()


def _say(*words: str, chain: str = NORD) -> Forge:
    async def say(conn: WritingConnection) -> None:
        for word in words:
            await audit.append(conn, chain, at=NOON, actor="laege", what="forum.tied", facts={"said": word})

    return say


def _cut(chain: str, after: int) -> Forge:
    async def cut(conn: WritingConnection) -> None:
        await conn.execute(delete(audit.audit).where(audit.audit.c.forum == chain, audit.audit.c.seq > after))

    return cut


def _in_turn(*forges: Forge) -> Forge:
    async def forge(conn: WritingConnection) -> None:
        for each in forges:
            await each(conn)

    return forge


MANIPULATIONS: dict[str, tuple[Forge, str]] = {
    "the newest entries cut off": (_cut(NORD, 2), f"{NORD} mangler nr. 3 til 4"),
    "the newest entry cut off": (_cut(NORD, 3), f"{NORD} mangler nr. 4"),
    "a whole chain deleted": (_cut(NORD, 0), f"{NORD} mangler nr. 1 til 4"),
    "a fact rewritten and the chain recomputed": (
        _in_turn(_cut(NORD, 2), _say("another", "three")),
        f"{NORD} har andet end det, ankeret har set, i nr. 1 til 4",
    ),
    "a fact rewritten, recomputed and gone on with": (
        _in_turn(_cut(NORD, 1), _say("another", "two", "three", "four", "five")),
        f"{NORD} har andet end det, ankeret har set, i nr. 1 til 4",
    ),
    "the installation's chain cut": (_cut(INSTALLATION, 1), "installationen mangler nr. 2"),
    "everything deleted": (
        _in_turn(_cut(INSTALLATION, 0), _cut(NORD, 0)),
        f"installationen mangler nr. 1 til 2; {NORD} mangler nr. 1 til 4",
    ),
}


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize("name", MANIPULATIONS)
def test_what_was_done_to_the_log_is_named(klyngebot: Klyngebot, name: str) -> None:
    assert klyngebot("audit", "verify").lines == [
        "Loggen er hel: 6 poster.",
        FITS,
    ]
    forge, lost = MANIPULATIONS[name]
    asyncio.run(_write(forge))
    assert klyngebot("audit", "verify").complaint == f"Loggen er ikke den, som ankeret har set: {lost}."
    held = f"Databasen er ikke den, som ankeret har set: {lost}. Planlagte beskeder venter."
    for command in ("check", "run-due"):
        assert klyngebot(command).complaint.startswith(held)
    assert klyngebot("outbox").lines[-1].startswith(held)


@pytest.mark.usefixtures("served")
def test_a_log_that_only_grew_is_as_it_was_seen(klyngebot: Klyngebot) -> None:
    asyncio.run(_write(_say("four")))
    assert klyngebot("audit", "verify").code == klyngebot("check").code == klyngebot("run-due").code == 0
    complaint = klyngebot("audit", "accept", "--reason", "Gendannet").complaint
    assert complaint == "Der er intet at godkende: databasen har alt det, som ankeret har set."


@pytest.mark.usefixtures("served")
def test_an_anchor_that_was_changed_or_belongs_to_another_secret_is_no_witness(
    klyngebot: Klyngebot, anchor: Path
) -> None:
    broken = "ankerets linje {} er ikke skrevet med denne installations hemmelighed."
    assert broken.format(1) in klyngebot("audit", "verify", KLYNGEBOT_SECRET=OTHER).complaint
    first, second = anchor.read_text("utf-8").splitlines()
    anchor.write_text(f"{first}\n{second.replace('2026', '2025').replace('2027', '2025')}\n", "utf-8")
    asyncio.run(_write(_cut(NORD, 2)))
    complaint = klyngebot("audit", "verify").complaint
    assert f"{NORD} mangler nr. 3 til 4" in complaint
    assert broken.format(2) in complaint


@pytest.mark.usefixtures("served")
def test_an_anchor_that_is_gone_pauses_nothing_and_is_said(
    klyngebot: Klyngebot, anchor: Path, caplog: pytest.LogCaptureFixture
) -> None:
    anchor.unlink()
    assert klyngebot("audit", "verify").lines == ["Loggen er hel: 6 poster.", NO_ANCHOR]
    assert f"Anker: {NO_ANCHOR}" in klyngebot("check").lines
    serve()
    assert "There is no anchor data/anchor.jsonl to hold the log up to; it begins anew" in caplog.messages
    started = [line for line in klyngebot("audit", "show").lines if '"anchor": "missing"' in line]
    assert len(started) == 1
    assert "Anker: i orden (data/anchor.jsonl)" in klyngebot("check").lines


@pytest.mark.usefixtures("served")
def test_whoever_takes_the_anchor_and_our_own_chain_away_and_recomputes_the_rest_leaves_that_to_be_read(
    klyngebot: Klyngebot, anchor: Path
) -> None:
    anchor.unlink()
    asyncio.run(_write(_in_turn(_cut(INSTALLATION, 0), _cut(NORD, 2), _say("another", "three"))))
    assert klyngebot("audit", "verify").lines == ["Loggen er hel: 4 poster.", NO_ANCHOR]


def test_the_log_is_vouched_for_since_the_anchor_began_or_what_it_had_seen_was_let_go(
    klyngebot: Klyngebot, anchor: Path
) -> None:
    klyngebot("forum", "list", KLYNGEBOT_SECRET=OTHER)
    kept = Anchor(anchor, derived(OTHER.encode(), "anchor"))
    said = "Loggen passer til ankeret (data/anchor.jsonl), som er ført siden {}."
    for day, is_accepted, since in (
        (3, False, "3. marts 2027"),
        (4, False, "3. marts 2027"),
        (5, True, "5. marts 2027"),
        (6, False, "5. marts 2027"),
    ):
        at = local(f"2027-03-0{day}T12:00")
        assert kept.add(Line(at=at, heads={}, is_accepted=is_accepted), kept.look())
        assert klyngebot("audit", "verify", KLYNGEBOT_SECRET=OTHER).lines[-1] == said.format(since)


def test_the_first_service_begins_the_anchor_and_each_start_and_stop_is_told(
    klyngebot: Klyngebot, forum_file: Path, anchor: Path, caplog: pytest.LogCaptureFixture
) -> None:
    klyngebot("forum", "apply", str(forum_file))
    assert klyngebot("audit", "verify").lines == ["Loggen er hel: 1 post.", NO_ANCHOR]
    serve()
    serve()
    assert caplog.messages == []
    lines = [json.loads(line) for line in anchor.read_text("utf-8").splitlines()]
    assert [{chain: seq for chain, (seq, _) in line["heads"].items()} for line in lines] == [
        {INSTALLATION: 1, NORD: 1},
        {INSTALLATION: 2},
        {INSTALLATION: 3},
        {INSTALLATION: 4},
    ]
    shown = [line for line in klyngebot("audit", "show").lines if not line.startswith(" ")]
    assert [line.split("  ")[1] for line in shown] == ["Tjenesten startet", "Tjenesten stoppet"] * 2


@pytest.mark.usefixtures("served")
@pytest.mark.parametrize(
    ("reason", "complaint"),
    [("  ", "Skriv, hvorfor databasen skal bruges"), ("Borger 010190-1234", "CPR-nummer")],
)
def test_a_reason_must_be_given_and_name_nobody(klyngebot: Klyngebot, reason: str, complaint: str) -> None:
    asyncio.run(_write(_cut(NORD, 2)))
    assert complaint in klyngebot("audit", "accept", "--reason", reason).complaint
    assert klyngebot("run-due").code == 1
    assert "--reason" in klyngebot("audit", "accept").complaint


@pytest.mark.usefixtures("served")
def test_what_was_accepted_is_told_ever_after_and_held_no_more(klyngebot: Klyngebot, anchor: Path) -> None:
    asyncio.run(_write(_cut(NORD, 2)))
    serve()  # which holds it, and anchors nothing
    assert len(anchor.read_text("utf-8").splitlines()) == 2
    asyncio.run(_write(_say("after", "it", "was", "lost")))
    said = klyngebot("audit", "accept", "--reason", "Gendannet\nefter nedbrud").lines
    lost = f"{NORD} mangler nr. 3 til 4"
    assert said == [
        f"Ankeret har set mere af loggen, end databasen har: {lost}. Databasen er godkendt, som den er.",
        "0 påmindelser bortfaldt. Alt andet, der venter, bliver sendt.",
    ]
    *_, told = klyngebot("audit", "verify").lines
    assert told.startswith("Installationens post 6: gendannet database godkendt 11. januar 2027 af ")
    assert told.endswith(f" (grund: Gendannet efter nedbrud): {lost}")
    serve()
    assert klyngebot("run-due").code == 0
    assert klyngebot("audit", "verify").lines[-1] == told
    asyncio.run(_write(_cut(INSTALLATION, 5)))
    assert "installationen mangler nr. 6 til 8" in klyngebot("audit", "verify").complaint


@pytest.mark.usefixtures("served")
def test_an_anchor_that_was_changed_goes_on_once_it_was_accepted(klyngebot: Klyngebot, anchor: Path) -> None:
    anchor.write_bytes(anchor.read_bytes()[:-9] + b"forged\n")
    assert klyngebot("run-due").code == 1
    (told, _) = klyngebot("audit", "accept", "--reason", "Filen blev rettet").lines
    assert "ankerets linje 2 er ikke skrevet" in told
    serve()
    assert klyngebot("audit", "verify").code == 0


def test_a_folder_that_is_gone_stops_no_service_and_is_said_once(
    klyngebot: Klyngebot, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    there = {"KLYNGEBOT_ANCHOR": str(tmp_path / "disk" / "anchor.jsonl")}
    serve(**there)
    (said,) = [each for each in caplog.records if "The anchor cannot be kept" in each.message]
    assert said.levelname == "ERROR"
    assert klyngebot("check", **there).complaint == f"»{there['KLYNGEBOT_ANCHOR']}«: findes ikke."
    assert not (tmp_path / "disk").exists()
    (tmp_path / "disk").mkdir()
    serve(**there)
    assert klyngebot("audit", "verify", **there).code == 0
    assert f"Anker: i orden ({there['KLYNGEBOT_ANCHOR']})" in klyngebot("check", **there).lines
