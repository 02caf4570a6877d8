"""What somebody can do right now, and what the card of how things stand says at the edges."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.agenda.actions import EditAgenda, ShowAgenda
from bot.domain.approval.actions import Circulate, ShowApprovals
from bot.domain.duties.actions import CreateDuty, ShowDuties, ShowDuty
from bot.domain.forum.actions import ShowHelp
from bot.domain.kernel.absence import Absence
from bot.domain.kernel.action import Query
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.forum import Choice
from bot.domain.meetings.actions import OpenAbsence, ShowMeetings, ShowWhoComes
from bot.domain.minutes.actions import ShowMinutes
from bot.domain.proposals.actions import Accept, AskForMore, OpenProposalForm, OpenTriage, Propose, ShowProposals
from bot.domain.publication.actions import OpenLink
from bot.domain.publication.state import Paper
from bot.domain.standing.actions import ShowStanding
from bot.domain.year.actions import ConfirmHost
from bot.usecases import topics
from bot.usecases.desk import Desk
from bot.usecases.standing import next_steps
from bot.usecases.standing.queries import show
from storage.database import Database
from tests.cards.checks import button_titles, check, texts
from tests.conftest import OpenDesk
from tests.usecases.minutes.setting import CHAIR, CONFIDENTIAL, DOCTOR, MARCH, SECRETARIAT, send_agenda

COORDINATOR = "koordinator-hjoerring"
REGION, MEMBER = "koordinator-region", "formand-laesoe"


def without_meetings(desk: Desk) -> Desk:
    return replace(desk, forum=replace(desk.forum, meetings=()))


def ended(desk: Desk) -> Desk:
    return replace(desk, forum=replace(desk.forum, valid_until=date(2027, 1, 1)))


async def said(desk: Desk, person: str) -> str:
    card = await show(desk, person, ShowStanding())
    check(card)
    return texts(card)


async def test_whoever_has_nothing_is_offered_what_anybody_comes_for(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-01-11T09:00") as desk:
        assert await next_steps(desk, COORDINATOR) == (ShowMeetings(), OpenProposalForm(), ShowHelp())
        assert await next_steps(desk, COORDINATOR, most=1) == (ShowMeetings(),)


async def test_without_any_meeting_there_is_still_something_to_do(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-01-11T09:00") as desk:
        for person in (SECRETARIAT, CHAIR, COORDINATOR, DOCTOR):
            assert await next_steps(without_meetings(desk), person) == (ShowMeetings(), OpenProposalForm(), ShowHelp())
            assert "Intet afventer dig." in await said(without_meetings(desk), person)


async def test_in_a_forum_that_is_no_more_nothing_waits_and_nothing_is_proposed(
    open_desk_at: OpenDesk, database: Database
) -> None:
    await send_agenda(database)
    async with open_desk_at("2027-04-20T09:00") as desk:
        over = ended(desk)
        for person in (SECRETARIAT, CHAIR):
            assert await next_steps(over, person) == (ShowMeetings(), ShowMinutes(meeting=MARCH), ShowHelp())
            assert "Politisk Klynge Nord er ikke i gang" in await said(over, person)


async def test_proposals_wait_for_the_secretariat_and_a_question_for_its_proposer(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-01-11T09:00") as desk:
        for form in ("a", "b"):
            await topics.command(
                desk, COORDINATOR, Propose(form=form, title=f"Punkt {form}", summary="Kort.", recommendation="Ja.")
            )
        assert (await next_steps(desk, SECRETARIAT))[0] == ShowProposals()
        await topics.command(desk, SECRETARIAT, AskForMore(number=1, words="Hvad koster det?"))
        assert (await next_steps(desk, SECRETARIAT))[0] == OpenTriage(number=2, year=2027)
        assert (await next_steps(desk, COORDINATOR))[0] == OpenTriage(number=1, year=2027)
        assert "Dit forslag »Punkt a« skal uddybes." in await said(desk, COORDINATOR)


async def test_a_closed_item_is_never_named_where_others_read_along(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-01-11T09:00") as desk:
        closed = Propose(form="a", title=CONFIDENTIAL, summary="Fortroligt.", recommendation="Godkend.", is_closed=True)
        await topics.command(desk, COORDINATOR, closed)
        await topics.command(desk, SECRETARIAT, AskForMore(number=1, words="Hvad koster det?"))
        assert CONFIDENTIAL in await said(desk, COORDINATOR)
        for overheard in (True, False):
            channel = replace(desk, place=Place.CHANNEL, is_overheard=overheard)
            for person in (COORDINATOR, SECRETARIAT, CHAIR):
                assert CONFIDENTIAL not in await said(channel, person)
            assert "skal uddybes" in await said(channel, COORDINATOR)


async def test_the_draft_is_called_for_once_proposals_are_in_and_the_host_four_weeks_before(
    open_desk_at: OpenDesk,
) -> None:
    async with open_desk_at("2027-02-12T09:00") as desk:
        assert EditAgenda(meeting=MARCH) not in await next_steps(desk, SECRETARIAT, most=20)
        assert ConfirmHost(meeting=MARCH, host="hjoerring") not in await next_steps(desk, COORDINATOR, most=20)
    async with open_desk_at("2027-02-17T09:00") as desk:
        assert (await next_steps(desk, SECRETARIAT))[0] == EditAgenda(meeting=MARCH)
        assert (await next_steps(desk, COORDINATOR))[0] == ConfirmHost(meeting=MARCH, host="hjoerring")
        assert ConfirmHost(meeting=MARCH, host="hjoerring") not in await next_steps(desk, REGION, most=20)


async def test_an_answer_that_is_waited_for_is_given_on_the_request_itself(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-03-01T09:00") as desk:
        await topics.command(desk, COORDINATOR, Propose(form="a", title="Punkt", summary="Kort.", recommendation="Ja."))
        accept = (await next_steps(desk, SECRETARIAT))[0]
        assert accept == OpenTriage(number=1, year=2027)
        await topics.command(desk, SECRETARIAT, Accept(number=1))
        asking = next(each for each in await next_steps(desk, SECRETARIAT) if isinstance(each, Circulate))
        await topics.command(desk, SECRETARIAT, asking)
        assert (await next_steps(desk, CHAIR))[0] == ShowApprovals()
        assert await next_steps(desk, DOCTOR) == (ShowAgenda(meeting=MARCH), ShowMeetings(), OpenProposalForm())
        told = await said(desk, SECRETARIAT)
        assert "0 af 2 har svaret." in told
        assert "Formand (Hjørring) og Formand (Region Nordjylland)" in told


async def test_minutes_are_the_secretariats_next_step_and_no_members(
    open_desk_at: OpenDesk, database: Database
) -> None:
    await send_agenda(database)
    async with open_desk_at("2027-03-30T09:00") as desk:
        assert (await next_steps(desk, SECRETARIAT))[0] == ShowMinutes(meeting=MARCH)
        told = await said(desk, SECRETARIAT)
        assert "Fristen var den 23. marts 2027 (for 7 dage siden)." in told
        assert "Referatet fra mødet" not in await said(desk, DOCTOR)


async def test_tasks_wait_for_whose_they_are_and_those_of_nobody_for_the_secretariat(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-03-01T09:00") as desk:
        await topics.command(desk, SECRETARIAT, CreateDuty(title="Ring til Vejle", owner="Læsø", due="26/2/2027"))
        await topics.command(desk, SECRETARIAT, CreateDuty(title="Skriv et brev", owner="Læsø", due="8. marts 2027"))
        await topics.command(desk, SECRETARIAT, CreateDuty(title="Lav en plan"))
        first, second = (ShowDuty(number=number, year=2027) for number in (1, 2))
        assert (await next_steps(desk, MEMBER))[:2] == (first, second)
        told = await said(desk, MEMBER)
        assert "Din opgave: Ring til Vejle" in told
        assert "Fristen var den 26. februar 2027 (for 3 dage siden)." in told
        assert "Lav en plan" not in told
        ways = await next_steps(desk, SECRETARIAT, most=20)
        assert {ShowDuties(), ShowDuty(number=3, year=2027)} <= {*ways}
        assert "1 opgave er over fristen." in await said(desk, SECRETARIAT)


async def test_whoever_is_away_and_has_nobody_is_asked_and_the_secretariat_sees_it(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-03-10T09:00") as desk:
        gone = Absence(number=1, person="formand-laesoe", meeting=MARCH)
        away = replace(desk, forum=replace(desk.forum, absences=(gone,)))
        assert OpenAbsence(meeting=MARCH) in await next_steps(away, "formand-laesoe")
        assert ShowWhoComes(meeting=MARCH) in await next_steps(away, SECRETARIAT, most=20)


async def test_a_paper_that_is_to_be_public_is_shown_on_its_meeting(open_desk_at: OpenDesk, database: Database) -> None:
    await send_agenda(database)
    async with open_desk_at("2027-03-12T09:00") as desk:
        wanted = {"publication_agenda": Choice(True, "Klyngen", date(2026, 10, 1))}
        public = replace(desk, forum=replace(desk.forum, choices={**desk.forum.choices, **wanted}))
        ways = await next_steps(public, SECRETARIAT, most=20)
        assert OpenLink(meeting=MARCH, paper=Paper.AGENDA) in ways
        assert "Dagsordenen til mødet den 16. marts 2027 er ikke offentlig" in await said(public, SECRETARIAT)


async def test_every_step_can_be_asked_for_by_the_person_it_is_offered_to(
    open_desk_at: OpenDesk, database: Database
) -> None:
    await send_agenda(database)
    for moment in ("2027-01-11T09:00", "2027-03-12T09:00", "2027-03-16T16:00", "2027-03-17T09:00", "2027-04-20T09:00"):
        async with open_desk_at(moment) as desk:
            for person in (SECRETARIAT, CHAIR, COORDINATOR, DOCTOR):
                for step in await next_steps(desk, person, most=30):
                    if isinstance(step, Query):
                        check(await topics.query(desk, person, step))
                    else:
                        check(await topics.command(desk, person, step))


@pytest.mark.parametrize("place", [Place.PERSONAL, Place.CHANNEL, Place.PAGE])
async def test_status_is_answered_in_every_place(open_desk_at: OpenDesk, place: Place) -> None:
    async with open_desk_at("2027-02-17T09:00", place) as desk:
        card = await show(desk, SECRETARIAT, ShowStanding())
        check(card)
        assert "Redigér dagsordenen" in button_titles(card)
