"""Rounds from before one could choose need everybody's answer still; what is chosen and answered is read as written."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.approval.clearance import Clearance, Clearing
from bot.domain.approval.rules import missing
from bot.domain.approval.state import ApprovalRound
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.needed import UNSETTLED, AnswerRule, Needed
from storage import approval, clearance
from storage.database import Database
from storage.migrate import upgrade
from tests.harness.klynge_nord import local
from tests.storage.earlier import NORD, as_of, before, put

MARCH, NOW = "2027-1", local("2027-03-02T09:00")
CHAIRS = ["formand-kommunal", "formand-regional"]


@pytest.fixture
async def old(old_url: str) -> AsyncIterator[Database]:
    """A database as it was before, with Klynge Nord and an agenda in it."""
    async with as_of(old_url, before("_who_clears_it_at_home")) as database:
        agenda = {"forum": NORD, "meeting": MARCH, "revision": 1, "items": [], "removed": []}
        await put(database, "agendas", [agenda])
        yield database


async def test_an_older_round_needs_everybody(old: Database) -> None:
    row = {"forum": NORD, "meeting": MARCH, "number": 1, "mode": "approve", "approvers": CHAIRS, "standpoint": "open"}
    await put(old, "approval_rounds", [row | {"first_version": 1, "version": 1, "opened_at": NOW}])
    await upgrade(old)
    async with old.reading() as conn:
        found = await approval.newest(conn, NORD, MARCH)
    assert found is not None
    assert found.rule == UNSETTLED
    assert missing(found) == tuple(CHAIRS)


async def test_a_rule_and_answers_are_read_as_they_were_written(old: Database) -> None:
    await upgrade(old)
    sides = {"formand-kommunal": "municipalities", "formand-regional": "region"}
    written = ApprovalRound(
        number=1,
        forum=NORD,
        meeting=MARCH,
        mode=Mode.APPROVE,
        approvers=tuple(CHAIRS),
        first_version=1,
        version=1,
        opened_at=NOW,
        deadline=None,
        rule=AnswerRule(needed=Needed.ONE_PER_SIDE, sides=sides, is_settled=True),
    )
    refused = Clearance(
        organisation="region-nordjylland",
        clearing=Clearing.NOT_CLEARED,
        words="Nej.",
        version=1,
        at=NOW,
        person="koordinator-region",
        is_on_behalf=True,
        account="a/b",
    )
    answers = (refused, replace(refused, clearing=None, words="", is_on_behalf=False, account=None))
    async with old.writing(NORD) as conn:
        await approval.put(conn, written)
        for number, each in enumerate(answers, start=1):
            await clearance.add(conn, NORD, MARCH, number, each)
    async with old.reading() as conn:
        assert await approval.newest(conn, NORD, MARCH) == written
        assert await clearance.of_meeting(conn, NORD, MARCH) == answers
        assert await clearance.of_meeting(conn, NORD, "2027-2") == ()
