"""Every way in which Teams can fail ends in a state that the outbox explains, with what to do, and is got over."""

import asyncio
from dataclasses import dataclass
from functools import partial

import pytest
from aiohttp import ClientTimeout

from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.meetings.notices import MeetingNotice
from bot.local.connector import HANG_UP, Failure
from bot.local.demo.stage import CHANNEL, Stage
from bot.operations import show_outbox
from bot.teams.client import open_client
from storage.outbox import notices
from tests.harness.desks import desk_of
from tests.harness.elapsed import Elapsed
from tests.harness.steps import COORDINATOR, POST, SECRETARIAT, VISITS, posts, teams_of
from tests.harness.teams import Gate, Teams
from tests.journeys.conftest import OpenStage

pytestmark = pytest.mark.both_databases

BUSY = "Teams har travlt. Botten prøver igen."
TROUBLED = "Teams har problemer. Botten prøver igen."
SILENT = "Teams svarede ikke. Se i samtalen, om kortet kom frem. Botten prøver igen."
NOT_IN = "Botten er ikke med i samtalen. Tilføj Klyngebot til teamet og kanalen, og skriv »@Klyngebot tilknyt« der."
GONE = "Samtalen eller beskeden findes ikke længere. Skriv »@Klyngebot tilknyt« i forummets kanal."
TOO_LARGE = "Kortet er for stort til Teams. Gør teksterne kortere, og skriv »@Klyngebot tilknyt« i kanalen."


@dataclass(frozen=True, slots=True)
class Case:
    """A failure of the POST: what the outbox says of it, and whether the outcome stays unknown."""

    failure: Failure
    says: str
    is_unknown: bool = False

    def __str__(self) -> str:
        failure = self.failure
        return f"{failure.status or 'reset'}{'-told' * bool(failure.headers)}"


PASSING = [
    Case(Failure(429), BUSY),
    Case(Failure(429, {"Retry-After": "2"}), BUSY),
    Case(Failure(412), TROUBLED),
    Case(Failure(502), TROUBLED),
    Case(Failure(503), TROUBLED),
    Case(Failure(503, {"Retry-After": "2"}), TROUBLED),
    Case(Failure(504), SILENT, is_unknown=True),
    Case(Failure(HANG_UP), SILENT, is_unknown=True),
]
LASTING = [Case(Failure(403), NOT_IN), Case(Failure(404), GONE), Case(Failure(413), TOO_LARGE)]


@pytest.mark.parametrize("case", PASSING, ids=str)
async def test_a_passing_failure_waits_with_a_reason_and_then_the_card_comes(
    nord: Stage, elapsed: Elapsed, database_url: str, case: Case
) -> None:
    await _comes_after(nord, elapsed, database_url, case)


async def test_an_answer_that_does_not_come_in_time_is_one_of_them(
    open_stage: OpenStage, elapsed: Elapsed, database_url: str
) -> None:
    hasty = partial(open_client, timeouts=ClientTimeout(sock_read=1))
    async with open_stage(client_of_teams=hasty) as nord:
        assert isinstance(nord.teams, Teams)
        gate = nord.teams.gates[CHANNEL.id]
        await _comes_after(nord, elapsed, database_url, Case(Failure(HANG_UP), SILENT, is_unknown=True), gate)


async def _comes_after(nord: Stage, elapsed: Elapsed, database_url: str, case: Case, gate: Gate | None = None) -> None:
    """The card comes once the failure is got over; behind the gate it is not even answered before that."""
    await _propose_into(nord, case.failure, gate)
    waiting = await _owed(nord, attempts=1)
    assert (waiting.state, waiting.reason) == (NoticeState.WAITING, case.says)
    doubt = " (1 forsøg med ukendt udfald)" if case.is_unknown else ""
    assert f"til kanalen: venter: {case.says}{doubt}" in await _outbox(database_url)
    if gate is not None:
        gate.open()
    elapsed.passes(seconds=3)
    nord.service.delivery.wake()
    sent = await _owed(nord, state=NoticeState.SENT)
    assert (sent.reason, sent.unknown_posts) == ("", int(case.is_unknown))
    assert f"til kanalen: sendt{doubt}\n" in await _outbox(database_url)
    assert len(posts(nord, POST)) == 1


@pytest.mark.parametrize("case", LASTING, ids=str)
async def test_a_lasting_failure_is_given_up_with_what_to_do_and_doing_it_sends_the_card(
    nord: Stage, database_url: str, case: Case
) -> None:
    await _propose_into(nord, case.failure)
    given_up = await _owed(nord, state=NoticeState.FAILED)
    assert (given_up.reason, given_up.unknown_posts) == (case.says, 0)
    assert f"til kanalen: opgivet: {case.says}\n" in await _outbox(database_url)
    assert posts(nord, POST) == []
    await nord.says(SECRETARIAT, "tilknyt politisk-klynge-nord")
    assert (await _owed(nord, state=NoticeState.SENT)).reason == ""
    assert len(posts(nord, POST)) == 1


async def _propose_into(nord: Stage, failure: Failure, gate: Gate | None = None) -> None:
    form = await nord.says(COORDINATOR, "foreslå")
    if gate is not None:
        gate.shut()
    teams_of(nord).faults[CHANNEL.id].append(failure)
    # Not with the stage's own click, which would wait until delivery has come to its end.
    await nord.teams.visitor.clicks(nord.account(COORDINATOR), form, "Send forslag", VISITS)


async def _owed(nord: Stage, *, state: NoticeState = NoticeState.WAITING, attempts: int = 0) -> Notice:
    """The notice of the post that shows the proposal, as soon as it is in that state after so many attempts or more."""
    async with asyncio.timeout(30):
        while True:
            await asyncio.sleep(0.02)
            async with nord.service.database.reading() as conn:
                found = await notices.newest(conn, most=100, states=(state,))
            for each in found:
                if each.kind is MeetingNotice.POST and each.attempts >= attempts:
                    return each


async def _outbox(database_url: str) -> str:
    settings = desk_of(database_url)
    return "\n".join([line async for line in show_outbox(settings)])
