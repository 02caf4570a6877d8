"""Nobody can change what was decided without `klyngebot audit verify` naming the first row that differs."""

import logging
import os
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot import restoring
from bot.config import Settings
from bot.domain.agenda.state import AgendaItem
from bot.domain.approval.copies import SentCopy
from bot.domain.attachments.state import Bilag, OfItem, OfProposal
from bot.domain.documents.state import Kind
from bot.domain.kernel.conversation import Place
from bot.domain.live.state import Live, Recusal, Spell, SteppedIn
from bot.domain.proposals.state import Content, ItemKind
from bot.domain.publication.state import Paper, Proof, Release
from bot.domain.referrals.state import Details, Referral, Status
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.usecases.applying import apply_file
from bot.usecases.desk import open_writing_desk
from bot.usecases.erasing import erase_texts
from bot.usecases.succession import hand_over
from cards.audit.rows import differs
from storage import attachments, audit, copies, live, publication_proofs, referrals, releases
from storage.audit import Difference, How
from storage.database import Database
from storage.engine.connection import Connection
from storage.proof.tables import OUTSIDE, key_of, proving
from storage.proving import Fault, first_fault
from storage.schema import metadata
from tests.harness.desks import desk_of
from tests.harness.passing_time import chose, reapplied
from tests.harness.steps import SECRETARIAT
from tests.harness.tampering import HELD, Tampered, tamperings, unguarded
from tests.journeys.conftest import OpenStage
from tests.journeys.test_texts_of_the_log import FORUM, a_meeting_moved, a_whole_cycle

_EVERY = 1 if "KLYNGEBOT_TEST_ALL" in os.environ else 9
"""One of so many things is tried, unless all are asked for; of a table's newest row in a file, all of them."""


log = logging.getLogger(__name__)


async def a_whole_story(nord: Stage) -> None:
    """Everything that a table can hold was written, and some of it twice."""
    await a_whole_cycle(nord)
    await nord.says(SECRETARIAT, "til stede: alle undtagen Læsø")
    await nord.says("formand-laesoe", "jeg kommer ikke den 5. oktober")
    await reapplied(nord, ("2027-10-05", "2027-10-06"), chose("gp_organisation", "plo-nordjylland", "by_agenda"))
    await a_meeting_moved(nord)
    for said in ("plo: begge", "plo: PLO-kommunal", "bekræft mandat for Udvalgsformand (Læsø)"):
        await nord.says(SECRETARIAT, said)
    for said in ("invitér gæst: Anna Hansen, KL", "invitér gæst: Bo Bo, KL", "træk gæst 2 tilbage"):
        await nord.says("formand-laesoe", said)
    for said in ("påmindelser samlet", "påmindelser kun frister"):
        await nord.says("formand-laesoe", said)
    for person in ("formand-laesoe", SECRETARIAT):
        await nord.says(person, "forny kalenderadresse")
    for said in ("bekræft værtskab", "byt værtskab: Frederikshavn og Læsø", "ret årsstatus: Et godt år."):
        await nord.says(SECRETARIAT, said)
    await nord.says(SECRETARIAT, f"tilknyt {FORUM}")
    async with nord.service.database.writing(FORUM) as conn:  # this charter names nobody who gets a copy
        sent = SentCopy(body="koordineringsgruppen", version=1, person=SECRETARIAT, at=nord.clock.now())
        await copies.add(conn, FORUM, "2027-1", 1, sent)
    await _sent_on(nord)
    await _held(nord)
    await _attached(nord)
    async with nord.service.database.reading() as conn:
        written = [each async for each in audit.entries(conn, FORUM) if each.texts]
    database, now = nord.service.database, nord.clock.now()
    await erase_texts(database, now, FORUM, written[0].seq, by="drift", ground="Prøve")
    await _made_public(nord)
    await apply_file(database, now, shipped("kommuneklynge-bornholm"))
    await hand_over(database, now, "kommuneklynge-bornholm", FORUM, reason="Prøve")


async def _sent_on(nord: Stage) -> None:
    """Two cases as if they had been sent on, which the example's charter knows nobody to do to."""
    details = Details(
        title="Sag", is_closed=False, body_name="Rådet", question="Hvad nu?", sent_on=date(2027, 1, 11), sent_by="x"
    )
    async with nord.service.database.writing(FORUM) as conn:
        desk = await open_writing_desk(conn, FORUM, nord.clock.now(), Place.CHANNEL)
        for number in (1, 2):
            sent = Referral(
                forum=FORUM,
                year=2027,
                number=number,
                revision=1,
                body="raad",
                status=Status.WAITING,
                details=details,
                proposal=1,
                meeting="2027-1",
                item=1,
                receiver="raad",
                received=1,
                wanted=date(2027, 6, 1),
            )
            await referrals.add(conn, sent, f"form{number}")
        await desk.log(None, "referral.sent", number=2, year=2027)


async def _attached(nord: Stage) -> None:
    """Three files, one of them in two versions and taken off, as bilag of a proposal and of items with links."""
    at = nord.clock.now()
    async with nord.service.database.writing(FORUM) as conn:
        desk = await open_writing_desk(conn, FORUM, at, Place.CHANNEL)
        for ident, version, owner in (
            (1, 1, OfProposal(1)),
            (1, 2, OfProposal(1)),
            (2, 1, OfItem("2027-1", 1)),
            (3, 1, OfItem("2027-2", 1)),
        ):
            digest = await attachments.keep_bytes(conn, FORUM, f"{ident}.{version}".encode())
            one = Bilag(
                forum=FORUM,
                id=ident,
                version=version,
                owner=owner,
                name="budget.txt",
                title="Budget",
                media_type="text/plain",
                size=3,
                digest=digest,
                is_closed=False,
                by="sekretariat-kommuner",
                at=at,
            )
            await attachments.add(conn, one, f"form{ident}.{version}")
            await attachments.take_off(conn, replace(one, taken_off_by="sekretariat-kommuner", taken_off_at=at))
        for meeting, things in (("2027-1", ("budget",)), ("2027-2", ("budget", "plan"))):
            content = Content(title="x", kind=ItemKind.DECISION, links=tuple(f"https://{each}.dk" for each in things))
            await attachments.number(conn, FORUM, meeting, [AgendaItem(id=99, content=content)])
        await desk.log(None, "attachment.attached", attachment=1, version=1)


async def _made_public(nord: Stage) -> None:
    """Two papers as if they had been let out, each taken back since, and two that stand elsewhere."""
    at = nord.clock.now()
    async with nord.service.database.writing(FORUM) as conn:
        desk = await open_writing_desk(conn, FORUM, at, Place.CHANNEL)
        for kind in (Kind.AGENDA, Kind.MINUTES):
            new = Release(
                forum=FORUM,
                number=0,
                meeting="2027-1",
                kind=kind,
                edition=0,
                version=1,
                extent=1,
                digest="d" * 64,
                by=SECRETARIAT,
                at=at,
                visible_at=at,
                words="Rettet",
            )
            let_out = await releases.add(conn, new, b"{}")
            await releases.save(
                conn, replace(let_out, taken_back_by=SECRETARIAT, taken_back_at=at, taken_back_words="En fejl")
            )
            proof = Proof(
                forum=FORUM,
                number=0,
                meeting="2027-1",
                paper=Paper(kind.value),
                extent=1,
                link="https://www.eksempel.dk/",
                by=SECRETARIAT,
                at=at,
            )
            await publication_proofs.add(conn, proof)
        await desk.log(None, "publication.released", meeting="2027-1")


async def _held(nord: Stage) -> None:
    """Two meetings as if they had been taken through their agendas."""
    at = nord.clock.now()
    over = (Spell(item=1, began=at, ended=at),)
    async with nord.service.database.writing(FORUM) as conn:
        desk = await open_writing_desk(conn, FORUM, at, Place.CHANNEL)
        for meeting in ("2027-1", "2027-2"):
            recused = (Recusal(item=1, person="laege", since=at),)
            stepped = (SteppedIn(person="suppleant-regional", instead_of="formand-regional"),)
            each = Live(
                forum=FORUM, meeting=meeting, revision=2, spells=over, recusals=recused, stepped_in=stepped, ended_at=at
            )
            await live.put(conn, replace(each, is_running=False))
        await desk.log(None, "live.ended", meeting="2027-2")


@pytest.mark.slow
@pytest.mark.both_databases
async def test_every_column_of_every_row_that_proves_something_is_missed_when_it_is_changed(
    open_stage: OpenStage, database_url: str, tmp_path: Path
) -> None:
    outside = {"KLYNGEBOT_ANCHOR": str(tmp_path / "anchor.jsonl"), "KLYNGEBOT_SECRET": "s" * 32}
    async with open_stage(**outside) as nord:
        await a_whole_story(nord)
    settings = desk_of(database_url, **outside)
    database = Database(database_url)
    tried, noticed = Counter[str](), Counter[str]()
    async with unguarded(database) as conn:
        assert await first_fault(conn) is None
        async for done in tamperings(conn, _EVERY):
            name = f"{done.table.name}.{done.column or done.doing}"
            tried[name] += 1
            fault = await first_fault(conn)
            noticed[name] += _names(fault, done) if fault is not None else await _is_missed_outside(settings, conn)
        assert await first_fault(conn) is None
    await database.close()
    log.info("\n%s", "\n".join(f"| {name} | {times} | {noticed[name]} |" for name, times in tried.items()))
    assert noticed == tried
    if database.file is not None or _EVERY == 1:
        assert {f"{table.name}.{column.name}" for table in HELD for column in table.c} <= tried.keys()


def test_each_table_that_proves_something_has_words_for_a_row_of_its_own() -> None:
    for table in proving(metadata):
        key = [column.name for column in key_of(table)]
        for how in How:
            said = differs(how.value, table.name, key, FORUM, 41, None)
            assert all(part in said for part in (*key, FORUM))
        assert f" i {FORUM} er ikke, som post 41 i loggen siger." in differs(
            "changed", table.name, key, FORUM, 41, None
        )


def test_only_what_is_sent_and_what_is_kept_handy_is_outside_the_proof() -> None:
    assert {each.name for each in metadata.sorted_tables} - {each.name for each in HELD} == {
        "notices",
        "answered",
        "chats",
        "agenda_readings",
        "uploads",
        "search_kle",
        "search_resolutions",
        "link_checks",
        "public_changes",
        "search_words",
        "talks",
    }
    handy = {"uploads", "link_checks", "public_changes", "talks"}
    assert {"notices", "outbox", "answered", "chats", "snapshots", "agenda_readings"} | handy == OUTSIDE


async def _is_missed_outside(settings: Settings, conn: Connection) -> bool:
    """Whether the anchor has seen what is gone: the last entry of a chain, where it vouched for no row."""
    try:
        await restoring.as_seen(settings, conn)
    except restoring.Unlike:
        return True
    return False


def _names(fault: Fault, done: Tampered) -> bool:
    """Whether the fault names that table; of the log, its entry or a row that it no longer vouches for."""
    if isinstance(fault, Difference):
        return fault.table == done.table.name or done.table.name == "audit"
    return done.table.name == "audit"
