"""A forum in the middle of its year, as version 0004 left it, is whole in today's tables and loses nothing."""

from collections.abc import AsyncIterator
from datetime import datetime

import pytest

from bot.domain.approval.state import Standpoint, Verdict
from bot.domain.kernel.notice import NoticeState
from bot.domain.minutes.state import MinutesStatus
from bot.domain.proposals.state import Dialogue, ProposalStatus
from bot.usecases.charter_texts import read_charter
from storage import agenda as agendas
from storage import approval as approvals
from storage import forum as forums
from storage import minutes, proposals
from storage.database import Database
from storage.migrate import is_current, upgrade
from storage.outbox import notices
from tests.harness.klynge_nord import local
from tests.storage.earlier import NORD, Row, as_of, put

MARCH, OCTOBER = "2027-1", "2027-2"
NOON = local("2027-02-20T12:00")
CONTENT: Row = {
    "title": "Fælles model",
    "kind": "decision",
    "summary": "Kommunerne afprøver en model.",
    "case_description": "",
    "recommendation": "Det indstilles, at modellen afprøves.",
    "basis": "guidepost",
    "financial_note": "Afholdes inden for kommunernes egne rammer.",
    "amount": "120000.00",
    "duration": "PT20M",
    "links": [],
    "is_closed": False,
}
ITEM: Row = {"id": 3, "proposal": 1, "standing": None, "content": CONTENT}


@pytest.fixture
async def old(old_url: str) -> AsyncIterator[Database]:
    """A database as of 0004: one proposal taken up, one put off, an open request, and minutes of an earlier meeting."""
    async with as_of(old_url, "0004") as database:
        await put(database, "proposals", [_proposal(1, "accepted", MARCH), _proposal(2, "postponed", OCTOBER)])
        here = {"forum": NORD, "meeting": MARCH}
        await put(database, "agendas", [here | {"revision": 4, "items": [ITEM]}])
        await put(database, "agenda_versions", [here | {"number": 1, "items": [ITEM], "frozen_at": NOON}])
        await put(database, "approval_rounds", [here | _ROUND])
        await put(database, "responses", [here | _RESPONSE])
        await put(database, "minutes", [here | _MINUTES])
        await put(database, "notices", [_notice("approval", "sent", NOON), _notice("meeting", "waiting", NOON)])
        yield database


_ROUND: Row = {
    "number": 1,
    "mode": "approve",
    "approvers": ["formand-kommunal", "formand-regional"],
    "first_version": 1,
    "version": 1,
    "opened_at": NOON,
    "deadline": NOON,
    "standpoint": "open",
}
_RESPONSE: Row = {
    "round": 1,
    "person": "formand-kommunal",
    "verdict": "approved_with_remarks",
    "words": "Husk bilag 2.",
    "version": 1,
    "at": NOON,
}
_MINUTES: Row = {"revision": 2, "resolutions": [], "absent": ["laege"], "approved_by": [], "status": "draft"}


def _proposal(number: int, status: str, meeting: str) -> Row:
    own = {"forum": NORD, "year": 2027, "number": number, "revision": 2, "form": f"form-{number}", "meeting": meeting}
    said = {"proposer": "koordinator-hjoerring", "by_right": False, "status": status, "words": "", "content": CONTENT}
    return {"id": number, **own, **said, "received_at": NOON, "after_deadline": False}


def _notice(kind: str, state: str, due_at: datetime) -> Row:
    own = {"key": f"{NORD}/{kind}/{MARCH}//1", "forum": NORD, "kind": kind, "meeting": MARCH, "state": state}
    counted = {"is_timed": state == "waiting", "generation": 1, "attempts": 0, "unknown_posts": 0, "reason": ""}
    stands = {"activity": "1", "conversation": "19:kanal", "sent_at": due_at} if state == "sent" else {}
    return own | counted | stands | {"subject": {"round": 1}, "due_at": due_at}


async def test_everything_is_read_as_it_was_and_of_what_is_new_nothing_is_claimed(old: Database) -> None:
    await upgrade(old)
    assert await is_current(old)
    async with old.reading() as conn:
        forum = await forums.get(conn, NORD, read_charter)
        assert forum is not None
        assert all(meeting.owes for meeting in forum.meetings)
        (taken,) = await proposals.for_meeting(conn, NORD, MARCH)
        assert (taken.status, taken.dialogue, taken.postponed_from) == (ProposalStatus.ACCEPTED, Dialogue(), None)
        assert [each.number for each in await proposals.awaiting(conn, NORD, most=9)] == [2]
        agenda = await agendas.get(conn, NORD, MARCH)
        assert agenda is not None
        assert (agenda.removed, agenda.revision, len(agenda.versions)) == ((), 4, 1)
        assert [item.content for item in agenda.items] == [taken.content]
        written = await minutes.get(conn, NORD, MARCH)
        assert written is not None
        assert (written.status, written.attendance.absent) == (MinutesStatus.DRAFT, ("laege",))


async def test_a_request_that_is_under_way_keeps_its_answers_and_its_message(old: Database) -> None:
    await upgrade(old)
    async with old.reading() as conn:
        current = await approvals.newest(conn, NORD, MARCH)
        assert current is not None
        assert current.standpoint is Standpoint.OPEN
        assert [(each.verdict, each.words) for each in current.responses] == [
            (Verdict.APPROVED_WITH_REMARKS, "Husk bilag 2.")
        ]
        found = {each.kind.value: each for each in await notices.newest(conn, most=9)}
    assert {kind: each.state for kind, each in found.items()} == {
        "approval": NoticeState.SENT,
        "meeting": NoticeState.WAITING,
    }
    assert (found["approval"].activity, found["approval"].thread) == ("1", None)
