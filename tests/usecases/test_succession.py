"""Whatever is open in a forum: once it is handed over, each thing is open in exactly one of the two."""

import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.domain.agenda.actions import AddItem
from bot.domain.appointments.actions import CallCandidates, CreateAppointments
from bot.domain.duties.actions import CreateDuty, FinishDuty
from bot.domain.duties.state import Kind
from bot.domain.external.actions import RegisterExternal
from bot.domain.funds.actions import RegisterGrant
from bot.domain.kernel.action import Command
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.handed import Fate, Handed, Thing
from bot.domain.proposals.actions import Accept, AskForMore, Decline, Postpone, Propose, Withdraw
from bot.domain.proposals.state import ProposalStatus
from bot.local.demo.forums import shipped
from bot.local.demo.succession.counting import open_in
from bot.local.demo.succession.rehearsal import compared
from bot.usecases import topics
from bot.usecases.applying import apply_file
from bot.usecases.desk import open_desk, open_writing_desk
from bot.usecases.succession import hand_over
from storage.database import Database
from storage.duties import follow_ups
from storage.proposals import proposals
from storage.proving import first_fault
from tests.harness.klynge_nord import local

ENDED, HEIR = "politisk-klynge-nord", "klyngestyregruppe-nord"
NOW = local("2027-03-02T09:00")
PROPOSER, SECRETARIAT = "koordinator-hjoerring", "sekretariat-kommuner"
OWNERS = ("", "Hjørring Kommune", "Region Nordjylland", "Udvalgsformand (Læsø)", "Sekretariat, regional side")
FATES: dict[str, type[Command] | None] = {
    "untreated": None,
    "accepted": Accept,
    "asked": AskForMore,
    "postponed": Postpone,
    "declined": Decline,
    "withdrawn": Withdraw,
}
_ENDED = {"declined", "withdrawn"}

a_case = st.tuples(st.just("proposal"), st.sampled_from(sorted(FATES)), st.booleans())
a_duty = st.tuples(st.sampled_from([Kind.TASK, Kind.EFFORT, Kind.AGREEMENT, Kind.GRANT]), st.sampled_from(OWNERS))
lasting = st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 2))
some = st.tuples(st.lists(a_case, max_size=5), st.lists(a_duty, max_size=4), st.integers(0, 2), st.booleans(), lasting)
Some = tuple[Sequence[tuple[str, str, bool]], Sequence[tuple[Kind, str]], int, bool, tuple[int, int, int]]


@given(some)
@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@pytest.mark.asyncio
async def test_each_open_thing_is_open_in_exactly_one_of_the_two(empty: Path, filled: Some) -> None:
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{shutil.copy(empty, folder)}")
        for forum in (ENDED, HEIR):
            await apply_file(database, NOW, shipped(forum))
        expected = await _fill(database, filled)
        async with database.reading() as conn:
            before = await open_in(await open_desk(conn, ENDED, NOW, Place.CHANNEL))
            there = await open_in(await open_desk(conn, HEIR, NOW, Place.CHANNEL))
        done = await hand_over(database, NOW, ENDED, HEIR)
        async with database.snapshot() as conn:
            left = await open_in(await open_desk(conn, ENDED, NOW, Place.CHANNEL))
            now = await open_in(await open_desk(conn, HEIR, NOW, Place.CHANNEL))
            assert await first_fault(conn) is None
            titles = await _open_titles(database)
        assert compared(done, before, there, left, now) == []
        assert not left
        assert titles == Counter({(HEIR, title): 1 for title in expected})
        await database.close()


async def _fill(database: Database, filled: Some) -> set[str]:
    """Let people do all that; the titles of what is open."""
    cases, duties, items, finishes, (grants, seats, elsewhere) = filled
    expected = set()
    for number, (_, fate, is_closed) in enumerate(cases, start=1):
        title = f"Forslag {number}"
        await _do(database, PROPOSER, _proposal(title, is_closed=is_closed))
        act = FATES[fate]
        if act is not None:
            person = PROPOSER if fate == "withdrawn" else SECRETARIAT
            await _do(database, person, _act(act, number))
        expected |= set() if fate in _ENDED else {title}
    for number, (kind, owner) in enumerate(duties, start=1):
        await _do(database, SECRETARIAT, CreateDuty(form=f"d{number}", kind=kind, title=f"Pligt {number}", owner=owner))
        expected.add(f"Pligt {number}")
    if finishes and duties and duties[0][0] in (Kind.TASK, Kind.EFFORT):
        await _do(database, SECRETARIAT, FinishDuty(number=1))
        expected.discard("Pligt 1")
    for number in range(items):
        await _do(database, SECRETARIAT, AddItem(title=f"Punkt {number}"))
        expected.add(f"Punkt {number}")
    for number in range(grants):
        await _do(database, SECRETARIAT, RegisterGrant(form=f"g{number}", amount=f"{number + 1}.000", words="Givet"))
    for number in range(seats):
        await _do(database, SECRETARIAT, CreateAppointments(form=f"s{number}", other="Udvalget", title="Medlem"))
        await _do(database, SECRETARIAT, CallCandidates(number=number + 1))
    for number in range(elsewhere):
        await _do(database, SECRETARIAT, RegisterExternal(form=f"e{number}", named=f"Råd {number}", day="2027-05-20"))
    return expected


async def _do(database: Database, person: str, action: Command) -> None:
    async with database.writing(ENDED) as conn:
        desk = await open_writing_desk(conn, ENDED, NOW, Place.PERSONAL)
        await topics.command(desk, person, action)  # type: ignore[arg-type]  # each of these is one


def _proposal(title: str, *, is_closed: bool) -> Propose:
    return Propose(form=title, title=title, summary="Kort.", recommendation="Drøftes.", is_closed=is_closed)


def _act(act: type[Command], number: int) -> Command:
    worded = act in (AskForMore, Postpone, Decline)
    return act(number=number, words="Derfor.") if worded else act(number=number)  # type: ignore[call-arg]


async def _open_titles(database: Database) -> Counter[tuple[str, str]]:
    """Where each title is open, straight from the tables."""
    over = (ProposalStatus.DECLINED, ProposalStatus.WITHDRAWN, ProposalStatus.HANDED_ON)
    async with database.reading() as conn:
        rows = await conn.execute(select(proposals.c.forum, proposals.c.status, proposals.c.content))
        found = Counter((row.forum, row.content.title) for row in rows if row.status not in over)
        owed = await conn.execute(select(follow_ups.c.forum, follow_ups.c.title, follow_ups.c.status))
        return found + Counter((row.forum, row.title) for row in owed if row.status not in ("done", "handed_on"))


def handed(*numbers: str) -> tuple[Handed, ...]:
    return tuple(Handed(thing=Thing.TASK, fate=Fate.MOVED, title="T", was=each, now="9/2027") for each in numbers)


async def test_what_is_lost_or_there_twice_is_told(empty: Path, tmp_path: Path) -> None:
    database = Database(f"sqlite:///{shutil.copy(empty, tmp_path / 'k.db')}")
    for forum in (ENDED, HEIR):
        await apply_file(database, NOW, shipped(forum))
    done = await hand_over(database, NOW, ENDED, HEIR)
    await database.close()

    def told(*numbers: str, before: int, left: int, came: int) -> str:
        as_told = replace(done, succession=replace(done.succession, handed=handed(*numbers)))
        counts = [Counter({Thing.TASK: each}) for each in (before, 0, left, came)]
        return " ".join(compared(as_told, *counts))

    assert told("1/2027", before=1, left=0, came=1) == ""
    assert "men listen har task: 1" in told("1/2027", before=2, left=0, came=1)
    assert "er stadig åbent" in told("1/2027", before=1, left=1, came=1)
    assert "task: 2 kom til, men task: 1 blev videreført" in told("1/2027", before=1, left=0, came=2)
    assert "task nr. 1/2027 står to gange" in told("1/2027", "1/2027", before=2, left=0, came=2)
