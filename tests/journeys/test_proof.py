"""Nobody can change what was decided without `klyngebot audit verify` naming the first row that differs."""

import logging
import os
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bot import restoring
from bot.config import Settings
from bot.domain.approval.copies import SentCopy
from bot.domain.kernel.conversation import Place
from bot.domain.referrals.state import Details, Referral, Status
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.usecases.applying import apply_file
from bot.usecases.desk import open_writing_desk
from bot.usecases.erasing import erase_texts
from bot.usecases.succession import hand_over
from cards.audit.rows import differs
from storage import audit, copies, referrals
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
"""On PostgreSQL one of so many things is tried, unless all of them are asked for."""


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
    for said in ("bekræft værtskab", "byt værtskab: Frederikshavn og Læsø", "ret årsstatus: Et godt år."):
        await nord.says(SECRETARIAT, said)
    await nord.says(SECRETARIAT, f"tilknyt {FORUM}")
    async with nord.service.database.writing(FORUM) as conn:  # this charter names nobody who gets a copy
        sent = SentCopy(body="koordineringsgruppen", version=1, person=SECRETARIAT, at=nord.clock.now())
        await copies.add(conn, FORUM, "2027-1", 1, sent)
    await _sent_on(nord)
    async with nord.service.database.reading() as conn:
        written = [each async for each in audit.entries(conn, FORUM) if each.texts]
    database, now = nord.service.database, nord.clock.now()
    await erase_texts(database, now, FORUM, written[0].seq, by="drift", ground="Prøve")
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


@pytest.mark.both_databases
async def test_every_column_of_every_row_that_proves_something_is_missed_when_it_is_changed(
    open_stage: OpenStage, database_url: str, tmp_path: Path
) -> None:
    outside = {"KLYNGEBOT_ANCHOR": str(tmp_path / "anchor.jsonl"), "KLYNGEBOT_SECRET": "s" * 32}
    async with open_stage(**outside) as nord:
        await a_whole_story(nord)
    settings = desk_of(database_url, **outside)
    database = Database(database_url)
    every = _EVERY if database.file is None else 1
    tried, noticed = Counter[str](), Counter[str]()
    async with unguarded(database) as conn:
        assert await first_fault(conn) is None
        async for done in tamperings(conn, every):
            name = f"{done.table.name}.{done.column or done.doing}"
            tried[name] += 1
            fault = await first_fault(conn)
            noticed[name] += _names(fault, done) if fault is not None else await _is_missed_outside(settings, conn)
        assert await first_fault(conn) is None
    await database.close()
    log.info("\n%s", "\n".join(f"| {name} | {times} | {noticed[name]} |" for name, times in tried.items()))
    assert noticed == tried
    if every == 1:
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
    }
    assert {"notices", "outbox", "answered", "chats", "snapshots"} == OUTSIDE


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
