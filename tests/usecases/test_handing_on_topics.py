"""What outlasts a meeting goes on where a forum is handed over: money, cases sent on, other bodies' meetings, seats."""

from collections.abc import AsyncIterator
from pathlib import Path
from shutil import copy

import pytest

from bot.domain.actions import AnyCommand
from bot.domain.appointments.actions import CallCandidates, CreateAppointments
from bot.domain.external.actions import RegisterExternal
from bot.domain.funds import ledger
from bot.domain.funds.actions import RegisterGrant
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.handed import Fate, Thing
from bot.domain.proposals.actions import Accept, Decline, Propose, Withdraw
from bot.domain.referrals.actions import SendOn
from bot.domain.referrals.state import Status
from bot.domain.year.actions import SaveStatus
from bot.local.demo.forums import shipped
from bot.local.demo.succession.counting import Open, open_in
from bot.local.demo.succession.rehearsal import compared
from bot.usecases import topics
from bot.usecases.applying import apply_file
from bot.usecases.desk import open_desk, open_writing_desk
from bot.usecases.succession import HandedOver, hand_over
from storage import appointments, external, funds, proposals, referrals
from storage.database import Database
from storage.proving import first_fault
from tests.harness.klynge_nord import local

STEERING, POLITICAL, HEIR = "klyngestyregruppe-nord", "politisk-klynge-nord", "klyngestyregruppe-midt"
NOW = local("2027-02-02T09:00")
SERVING, DIRECTOR = "sekretariat-kommuner", "direktoer-hjoerring"


class Told:
    """A database with three forums, in which people do things."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def do(self, forum: str, person: str, action: AnyCommand) -> None:
        async with self.database.writing(forum) as conn:
            await topics.command(await open_writing_desk(conn, forum, NOW, Place.PERSONAL), person, action)

    async def hand_over(self, ended: str, heir: str) -> HandedOver:
        """Hand it over, and hold what the list says against the tables."""
        before = [await self._open(each) for each in (ended, heir)]
        done = await hand_over(self.database, NOW, ended, heir)
        after = [await self._open(each) for each in (ended, heir)]
        assert compared(done, *before, *after) == []
        async with self.database.snapshot() as conn:
            assert await first_fault(conn) is None
        return done

    async def _open(self, forum: str) -> Open:
        async with self.database.reading() as conn:
            return await open_in(await open_desk(conn, forum, NOW, Place.CHANNEL))


@pytest.fixture
async def told(empty: Path, tmp_path: Path) -> AsyncIterator[Told]:
    database = Database(f"sqlite:///{copy(empty, tmp_path / 'k.db')}")
    for forum in (STEERING, POLITICAL, HEIR):
        await apply_file(database, NOW, shipped(forum))
    yield Told(database)
    await database.close()


async def sent_on(told: Told) -> None:
    """The steering group sends its proposal no. 1 on to the political cluster."""
    proposal = Propose(form="p", title="Fælles vagtplan", summary="Kort.", recommendation="Drøftes.")
    await told.do(STEERING, DIRECTOR, proposal)
    await told.do(
        STEERING, SERVING, SendOn(form="s", number=1, body="Politisk Klynge Nord", question="Ja?", basis="plan")
    )


async def status_in(told: Told, forum: str) -> tuple[Status, str]:
    """How it stands with the forum's referral no. 1, and who is to answer it."""
    async with told.database.reading() as conn:
        found = await referrals.by_number(conn, forum, 1, None)
    assert found is not None
    return found.status, found.details.body_name


async def test_an_answer_to_a_forum_that_was_handed_over_comes_to_the_one_that_goes_on(told: Told) -> None:
    await sent_on(told)
    await told.hand_over(STEERING, HEIR)
    assert (await status_in(told, STEERING))[0] is Status.HANDED_ON
    assert (await status_in(told, HEIR))[0] is Status.WAITING
    await told.do(POLITICAL, SERVING, Decline(number=1, words="Det er et driftsspørgsmål."))
    assert (await status_in(told, HEIR))[0] is Status.REFUSED
    assert (await status_in(told, STEERING))[0] is Status.HANDED_ON


async def test_whoever_sent_a_case_hears_of_the_decision_of_the_forum_that_goes_on(told: Told) -> None:
    await sent_on(told)
    await told.hand_over(POLITICAL, HEIR)
    assert await status_in(told, STEERING) == (Status.WAITING, shipped(HEIR).forum.name)
    await told.do(HEIR, SERVING, Decline(number=1, words="Det er et driftsspørgsmål."))
    assert (await status_in(told, STEERING))[0] is Status.REFUSED


async def test_what_the_heir_is_to_answer_itself_stays_and_is_listed(told: Told) -> None:
    await sent_on(told)
    done = await told.hand_over(STEERING, POLITICAL)
    assert [each.fate for each in done.succession.handed if each.thing is Thing.REFERRAL] == [Fate.STAYS]
    await told.do(POLITICAL, SERVING, Decline(number=1, words="Nej."))
    assert (await status_in(told, STEERING))[0] is Status.REFUSED


async def test_what_is_left_of_a_grant_is_countered_here_and_granted_there_and_each_names_the_other(
    told: Told,
) -> None:
    await told.do(POLITICAL, SERVING, RegisterGrant(form="g", amount="2 mio.", words="Bevilget."))
    await told.hand_over(POLITICAL, HEIR)
    async with told.database.reading() as conn:
        here = await funds.of_year(conn, POLITICAL, 2027)
        there = await funds.of_year(conn, HEIR, 2027)
    assert ledger.total(here).granted == 0
    assert ledger.total(there).left == 200_000_000
    assert here[-1].basis == "Videreført i Klyngestyregruppe Midt som post 1/2027."
    assert there[0].basis == "Videreført fra Politisk Klynge Nord, hvor post 2/2027 tog det ud. Bevilget."


async def test_meetings_of_others_and_seats_with_open_calls_go_on_and_a_report_stays(told: Told) -> None:
    await told.do(POLITICAL, SERVING, RegisterExternal(form="e", named="Rådet", day="2027-05-20", items="Økonomi"))
    await told.do(POLITICAL, SERVING, CreateAppointments(form="a", other="Udvalget", title="Medlem"))
    await told.do(POLITICAL, SERVING, CallCandidates(number=1))
    await told.do(POLITICAL, SERVING, SaveStatus(of_year="2027", words="Udkast"))
    done = await told.hand_over(POLITICAL, HEIR)
    stays = {each.thing for each in done.succession.handed if each.fate is Fate.STAYS}
    assert Thing.REPORT in stays
    async with told.database.reading() as conn:
        (meeting,) = await external.since(conn, HEIR, NOW.date())
        (seat,) = await appointments.open_ones(conn, HEIR)
    assert [each.title for each in meeting.details.items] == ["Økonomi"]
    assert seat.details.call is not None
    assert (seat.title, seat.body) == ("Medlem", "Udvalget")


async def test_what_was_withdrawn_stays_and_the_heir_still_gets_the_answer_that_is_owed(told: Told) -> None:
    await sent_on(told)
    await told.do(STEERING, SERVING, Accept(number=1))
    await told.do(STEERING, DIRECTOR, Withdraw(number=1))
    await told.hand_over(STEERING, HEIR)
    assert (await status_in(told, HEIR))[0] is Status.WAITING
    async with told.database.reading() as conn:
        assert await proposals.awaiting(conn, HEIR) == ()
        assert await proposals.by_number(conn, HEIR, 1, None) is None
    await told.do(POLITICAL, SERVING, Decline(number=1, words="Nej."))
    assert (await status_in(told, HEIR))[0] is Status.REFUSED
