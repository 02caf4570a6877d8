"""What people wrote is in no log, whichever statement of a turn fails and whatever is stored instead of what was."""

import re
from collections import deque
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.domain.agenda.actions import AddItem, EditItem, MoveItem, RemoveItem, ShowAgenda
from bot.domain.approval.actions import Circulate, Respond, ShowApprovals, TakeBack
from bot.domain.approval.state import Verdict
from bot.domain.forum.actions import ShowContact
from bot.domain.kernel.action import Action
from bot.domain.minutes.actions import AddToMinutes, RecordResolution, RemarkOnMinutes, SendMinutes, ShowMinutes
from bot.domain.page.actions import OpenOwnPage
from bot.domain.proposals.actions import (
    Accept,
    AskForMore,
    Elaborate,
    OpenTriage,
    Postpone,
    Propose,
    Revise,
    ShowMyProposals,
)
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from cards.kit.buttons import pack
from storage import audit
from tests.harness.cases.case import OTHER_COORDINATOR, here, of_meeting
from tests.harness.cases.proposals import one
from tests.harness.faulty import Faulty, json_columns, reaching_into
from tests.harness.forging import NORD, press, quiet, said
from tests.harness.klynge_nord import klynge_nord
from tests.harness.process import EACH_FAULT, command
from tests.harness.served import Served, open_served
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, agenda_sent, propose
from tests.journeys.conftest import OpenStage

pytestmark = pytest.mark.both_databases

WORDS = "Fortroligt: lukning af Kvistgården"
MARK = "Kvistg"
NEXT = "2027-2"
_TEXTS: dict[str, Value] = dict.fromkeys(("Overskrift", "Resumé", "Forslag til indstilling"), WORDS)
CLOSED = _TEXTS | {"Punktet bør være lukket": True}
"""A proposal whose every text is nobody's business."""
_STORED = (f'{{"{WORDS}', f'{{"{WORDS}": ["{WORDS}"]}}', f'["{WORDS}"]')
"""What stands in a column instead: no JSON (which a server refuses to hold), and JSON of another kind."""


def one_of_next(kind: Any, **more: Any) -> Action:
    return kind(forum=NORD, meeting=NEXT, **more)  # type: ignore[no-any-return]  # every action is one


CHANGES: tuple[tuple[str, Action], ...] = (
    (COORDINATOR, here(Propose, form="f", title=WORDS, summary=WORDS, recommendation=WORDS, is_closed=True)),
    (SECRETARIAT, one(AskForMore, 3, words=WORDS)),
    (COORDINATOR, one(Elaborate, 3, words=WORDS)),
    (COORDINATOR, one(Revise, 3, title=f"{WORDS} igen")),
    (SECRETARIAT, one(Postpone, 2, words=WORDS)),
    (SECRETARIAT, one(Accept, 3)),
    (SECRETARIAT, one_of_next(AddItem, title=WORDS)),
    (SECRETARIAT, one_of_next(EditItem, position=2, title=f"{WORDS} rettet")),
    (SECRETARIAT, one_of_next(MoveItem, position=3, to="2")),
    (SECRETARIAT, one_of_next(Circulate)),
    (CHAIRS[0], one_of_next(Respond, verdict=Verdict.APPROVED_WITH_REMARKS, words=WORDS)),
    (CHAIRS[0], one_of_next(TakeBack)),
    (SECRETARIAT, one_of_next(RemoveItem, position=3)),
    (OTHER_COORDINATOR, here(OpenOwnPage, about="")),
    (SECRETARIAT, of_meeting(RecordResolution, position=2, words=WORDS)),
    (SECRETARIAT, of_meeting(SendMinutes)),
    (CHAIRS[0], of_meeting(RemarkOnMinutes, words=WORDS)),
    (SECRETARIAT, of_meeting(AddToMinutes, words=WORDS)),
)
LOOKS: tuple[tuple[str, Action], ...] = (
    (SECRETARIAT, one_of_next(ShowAgenda)),
    (COORDINATOR, here(ShowMyProposals)),
    (SECRETARIAT, one(OpenTriage, 3)),
    (SECRETARIAT, here(ShowApprovals)),
    (SECRETARIAT, of_meeting(ShowMinutes)),
    (SECRETARIAT, here(ShowContact)),
    (SECRETARIAT, one_of_next(EditItem, position=2, title=WORDS)),
)


@pytest.fixture
async def desk(tmp_path: Path, database_url: str, open_stage: OpenStage) -> AsyncIterator[Served]:
    """After the first meeting, of whose agenda a closed item was, served by a process that tells all that it may."""
    async with open_stage() as nord:
        await agenda_sent(nord, CLOSED)
        await propose(nord, COORDINATOR, CLOSED)
        await quiet(nord)
    settings = {"KLYNGEBOT_LOG": "info", "KLYNGEBOT_PUBLIC_URL": "http://localhost:3978"}
    async with open_served(tmp_path, KLYNGEBOT_DATABASE_URL=database_url, **settings) as served:
        served.before = EACH_FAULT
        await served.start("2027-03-17T09:00")
        served.processes[0].complaints = deque(served.processes[0].complaints)
        await served.says(SECRETARIAT, "kontakt")
        yield served


class Heard:
    """What people were answered: the apologies' codes, and the addresses of pages."""

    def __init__(self, desk: Served) -> None:
        self._desk = desk
        self.codes: list[str] = []
        self.addresses: set[str] = set()

    async def presses(self, person: str, action: Action) -> bool:
        """Whether it was answered, and with no apology."""
        where = PERSONAL if self._desk.teams.directory.can_chat(self._desk.account(person)) else None
        given = (where,) if where else ()
        answer = said((await press(self._desk, person, pack(action), *given)).card)
        self.addresses |= set(re.findall(r"adgang=([^\"&]+)", answer))
        found = re.findall(r"Fejlkode: (\w+)", answer)
        self.codes += found
        return not found


async def log_of(desk: Served) -> str:
    """Everything that the process wrote to either stream, once it has ended."""
    process = desk.processes[0]
    assert await process.end(15) == 0
    return "\n".join(each.line for each in process.complaints) + process.printed


def check(log: str, heard: Heard) -> None:
    """Nobody's words, name or page are in it, and every apology can be looked up."""
    names = {part for person in klynge_nord().people for part in (person.name, person.email) if part}
    hidden = {MARK, "Kvistg".lower(), *names, *heard.addresses, *(each.partition(".")[0] for each in heard.addresses)}
    assert [each for each in hidden if each in log] == []
    assert [code for code in heard.codes if f"code {code}\n" not in log] == []


async def test_nothing_that_fails_repeats_what_people_wrote(desk: Served, database_url: str) -> None:
    heard = Heard(desk)
    with reaching_into(database_url, WORDS) as faulty:
        await _let_each_write_fail(faulty, heard)
        assert len(heard.codes) > 5 * len(CHANGES)
        assert heard.addresses
        before = len(heard.codes)
        await _let_what_is_read_be_something_else(faulty, heard)
        assert len(heard.codes) > before + 20
        with faulty.damaged(audit.audit.c.facts, _STORED[2]):
            code, _, err = await command(desk.folder, desk.settings, desk.clock.now(), "audit", "show", NORD)
    log = await log_of(desk)
    check(log, heard)
    assert "[SQLITE_CONSTRAINT_TRIGGER]" in log or "[23505" in log
    assert len({line for line in log.splitlines() if line.startswith("    storage/")}) > 20
    assert (code, "The program ended\n  AttributeError\n" in err, MARK in err) == (1, True, False), err


async def _let_each_write_fail(faulty: Faulty, heard: Heard) -> None:
    """Each write of each turn, one at a time."""
    faulty.arm()
    for person, action in CHANGES:
        number, is_done = 0, False
        while not is_done:
            faulty.fail_at(number := number + 1)
            is_done = await heard.presses(person, action)
    faulty.fail_at(0)


async def _let_what_is_read_be_something_else(faulty: Faulty, heard: Heard) -> None:
    """Each column of JSON; on a server also some tables, whose absence from a file would be waited out."""
    for column in json_columns():
        for stored in _STORED[:2] if faulty.is_file else _STORED[1:]:
            with faulty.damaged(column, stored):
                for person, action in LOOKS:
                    await heard.presses(person, action)
    for table in () if faulty.is_file else ("proposals", "agendas", "answered", "identities"):
        with faulty.without(table):
            for person, action in LOOKS[:3]:
                await heard.presses(person, action)
