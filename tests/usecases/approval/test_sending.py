"""Dispatch on the charter's day, late or by choice, and the reminders about it."""

from bot.domain.agenda.actions import AddItem
from bot.domain.approval.actions import Circulate, SendAgenda, SendUnapproved, ShowApprovals
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.approval.state import Standpoint, Verdict
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.notice import Stale
from bot.usecases.agenda import commands as drafts
from bot.usecases.approval import commands as approval
from bot.usecases.approval import dispatch as sending
from bot.usecases.approval import notices as approval_notices
from bot.usecases.approval import queries as approval_queries
from cards.kit.elements import Card
from storage import audit
from tests.cards.checks import button_titles, check, texts
from tests.conftest import OpenDesk
from tests.usecases.agenda.setting import (
    BEFORE_DISPATCH,
    CLERK,
    DISPATCH,
    EARLY,
    HOME_VISITS,
    KOMMUNAL,
    LATE,
    MEETING,
    REGIONAL,
    SECRET,
    agenda,
    answer,
    choose,
    circulated,
    newest,
    owed,
    put_on,
    refused,
)


async def test_an_approved_agenda_leaves_at_eight_on_its_day_and_once(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY) as desk:
        await answer(desk, KOMMUNAL)
        await answer(desk, REGIONAL)
    async with open_desk_at("2027-03-09T07:59") as desk:
        assert not await sending.send_due(desk, desk.meeting(MEETING))
    async with open_desk_at(DISPATCH, Place.CHANNEL) as desk:
        assert await sending.is_due(desk, desk.meeting(MEETING))
        assert await sending.send_due(desk, desk.meeting(MEETING))
        assert not await sending.send_due(desk, desk.meeting(MEETING))
        (notice,) = await owed(desk, ApprovalNotice.AGENDA_SENT)
        card = await approval_notices.agenda_sent(desk, notice)
        assert isinstance(card, Card)
        check(card)
        assert "Dagsorden til mødet den 16. marts 2027" in texts(card)
        assert "at modellen afprøves" in texts(card)
        await refused(answer(desk, KOMMUNAL, Verdict.RETURNED, "Nej"), "closed")
        await refused(drafts.add_item(desk, CLERK, AddItem(title="For sent")), "agenda_sent")


async def test_timed_dispatch_waits_for_opening_hours(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY) as desk:
        await answer(desk, KOMMUNAL)
        await answer(desk, REGIONAL)
    async with open_desk_at("2027-03-09T17:00") as desk:
        assert not await sending.send_due(desk, desk.meeting(MEETING))
    async with open_desk_at("2027-03-10T08:00") as desk:
        assert await sending.send_due(desk, desk.meeting(MEETING))


async def test_silence_keeps_it_back_and_the_last_answer_sends_it_at_once(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(DISPATCH, Place.CHANNEL) as desk:
        await answer(desk, KOMMUNAL)
        assert not await sending.send_due(desk, desk.meeting(MEETING))
        await sending.plan(desk, desk.meeting(MEETING))
        told = [each for each in await owed(desk, ApprovalNotice.AGENDA_OVERDUE) if not each.subject.get("is_after")]
        overdue, other = told
        assert {overdue.recipient, other.recipient} == {CLERK, "sekretariat-region"}
        card = await approval_notices.agenda_overdue(desk, overdue)
        assert isinstance(card, Card)
        check(card)
        assert "Der mangler svar fra Formand (Region Nordjylland)" in texts(card)
        assert "Skal den sendes uden svar fra Formand (Region Nordjylland)?" in texts(card)
        assert button_titles(card) == ["Send uden godkendelse", "Se godkendelser", "Åbn dagsordenen"]
    async with open_desk_at(LATE, Place.CHANNEL) as desk:
        sent = await answer(desk, REGIONAL)
        assert "Dagsordenen er nu sendt" in texts(sent)
        assert (await agenda(desk)).sent_at == desk.now
        assert isinstance(await approval_notices.agenda_overdue(desk, overdue), Stale)
        assert not await owed(desk, ApprovalNotice.AGENDA_OVERDUE)


async def test_the_secretariat_may_send_without_the_missing_answer_after_the_deadline(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY) as desk:
        await answer(desk, KOMMUNAL)
        await refused(sending.send_unapproved(desk, CLERK, SendUnapproved()), "still_answering")
        await refused(sending.send_unapproved(desk, KOMMUNAL, SendUnapproved()), "no_rights")
    async with open_desk_at(BEFORE_DISPATCH) as desk:
        held = choose(desk, if_unanswered="hold")
        await refused(sending.send_unapproved(held, CLERK, SendUnapproved()), "must_hold")
        card = await sending.send_unapproved(desk, CLERK, SendUnapproved(version=1))
        check(card)
        assert "Den sendes tirsdag den 9. marts 2027 kl. 8.00" in texts(card)
        assert (await agenda(desk)).sent_version is None
        logged = [entry async for entry in audit.entries(desk.conn, desk.forum.id)]
        assert (logged[-1].what, logged[-1].facts["missing"]) == ("agenda.send_unapproved", [REGIONAL])
    async with open_desk_at(DISPATCH, Place.CHANNEL) as desk:
        assert await sending.send_due(desk, desk.meeting(MEETING))
        (notice,) = await owed(desk, ApprovalNotice.AGENDA_SENT)
        sent = await approval_notices.agenda_sent(desk, notice)
        assert isinstance(sent, Card)
        assert "sendt uden svar fra Formand (Region Nordjylland)" in texts(sent)


async def test_after_its_day_it_leaves_as_soon_as_the_secretariat_chooses_so(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(LATE) as desk:
        await sending.send_unapproved(desk, CLERK, SendUnapproved())
        assert (await agenda(desk)).sent_version == 1
        again = await sending.send_unapproved(desk, CLERK, SendUnapproved(version=1))
        assert "Dagsorden til mødet" in texts(again)


async def test_a_returned_agenda_is_never_sent(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(LATE) as desk:
        await answer(desk, KOMMUNAL, Verdict.RETURNED, "Nej")
        await refused(sending.send_unapproved(desk, CLERK, SendUnapproved()), "round_returned")
        assert not await sending.send_due(desk, desk.meeting(MEETING))


async def test_without_approval_the_draft_leaves_by_itself_where_it_holds_something(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(DISPATCH) as desk:
        unapproved = choose(desk, agenda_approval="none")
        assert not await sending.send_due(unapproved, desk.meeting(MEETING))
        await put_on(unapproved, HOME_VISITS)
        assert await sending.send_due(unapproved, desk.meeting(MEETING))
        assert (await agenda(desk)).sent_version == 1


async def test_being_consulted_keeps_nothing_back(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await put_on(desk, HOME_VISITS)
        card = await approval.circulate(choose(desk, agenda_approval="consult"), CLERK, Circulate())
        check(card)
        assert "Dagsorden til bemærkninger" in texts(card)
        assert not await owed(desk, ApprovalNotice.MISSING)
    async with open_desk_at(DISPATCH) as desk:
        consulting = choose(desk, agenda_approval="consult")
        assert await sending.send_due(consulting, desk.meeting(MEETING))
        assert (await newest(desk)).standpoint is Standpoint.CONSULTED


async def test_an_approved_agenda_leaves_before_its_day_when_the_secretariat_says_so(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY) as desk:
        refusal = await refused(sending.send_now(desk, CLERK, SendAgenda()), "obstacle.unanswered")
        assert refusal.facts["mangler"] == ["Formand (Hjørring)", "Formand (Region Nordjylland)"]
        await answer(desk, KOMMUNAL)
        await answer(desk, REGIONAL)
        await refused(sending.send_now(desk, KOMMUNAL, SendAgenda()), "no_rights")
        await sending.send_now(desk, CLERK, SendAgenda(version=1))
        assert (await agenda(desk)).sent_version == 1


async def test_those_who_are_consulted_have_their_time_before_it_leaves_early(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await put_on(desk, HOME_VISITS)
        consulting = choose(desk, agenda_approval="consult")
        await approval.circulate(consulting, CLERK, Circulate())
        await refused(sending.send_now(consulting, CLERK, SendAgenda()), "still_answering")
        await answer(consulting, KOMMUNAL, Verdict.NO_REMARKS)
        await answer(consulting, REGIONAL, Verdict.REMARKS, "Husk bilag")
        await sending.send_now(consulting, CLERK, SendAgenda())
        assert (await agenda(desk)).sent_version == 1


async def test_only_those_who_have_not_answered_are_reminded_and_can_answer_there(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY, Place.CHANNEL) as desk:
        both = {each.recipient: each for each in await owed(desk, ApprovalNotice.MISSING)}
        await answer(desk, KOMMUNAL)
        assert {each.recipient for each in await owed(desk, ApprovalNotice.MISSING)} == {REGIONAL}
        assert isinstance(await approval_notices.missing(desk, both[KOMMUNAL]), Stale)
        card = await approval_notices.missing(desk, both[REGIONAL])
        assert isinstance(card, Card)
        check(card)
        assert "Svar senest fredag den 5. marts 2027" in texts(card)
        assert "<at>Formand (Region Nordjylland)</at>" in texts(card)
        assert "Godkend" in button_titles(card)


async def test_the_working_day_after_the_deadline_the_secretariat_hears_who_is_missing(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at("2027-03-08T08:00", Place.CHANNEL) as desk:
        notice, other = await owed(desk, ApprovalNotice.OVERDUE)
        assert {notice.recipient, other.recipient} == {CLERK, "sekretariat-region"}
        assert notice.due_at == desk.now
        card = await approval_notices.overdue(desk, notice)
        assert isinstance(card, Card)
        check(card)
        assert "mangler svar fra Formand (Hjørring) og Formand (Region Nordjylland)" in texts(card)
        assert "Send uden godkendelse" in button_titles(card)
        await answer(desk, KOMMUNAL)
        await answer(desk, REGIONAL)
        assert isinstance(await approval_notices.overdue(desk, notice), Stale)


async def test_what_awaits_a_person_can_be_answered_from_the_overview(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY) as desk:
        assert "Godkend" in button_titles(await approval_queries.show_approvals(desk, KOMMUNAL, ShowApprovals()))
        await answer(desk, KOMMUNAL)
        assert "ikke noget" in texts(await approval_queries.show_approvals(desk, KOMMUNAL, ShowApprovals()))
        await put_on(desk, HOME_VISITS, "2027-2")
        await approval.circulate(desk, CLERK, Circulate(meeting="2027-2"))
        several = await approval_queries.show_approvals(desk, CLERK, ShowApprovals())
        check(several)
        assert button_titles(several) == ["Se hele dagsordenen", "Ryk"] * 2


async def test_what_is_left_out_and_closed_is_named_in_the_channel_by_its_number_alone(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY) as desk:
        await answer(desk, KOMMUNAL)
        await answer(desk, REGIONAL)
        late = await put_on(desk, SECRET)
        await sending.send_now(desk, CLERK, SendAgenda())
    async with open_desk_at(EARLY, Place.CHANNEL) as desk:
        (notice,) = await owed(desk, ApprovalNotice.AGENDA_SENT)
        card = await approval_notices.agenda_sent(desk, notice)
        assert isinstance(card, Card)
        check(card)
        assert f"Nr. {late.number} »Lukket punkt«: ikke med i den godkendte version" in texts(card)
        assert "NN" not in texts(card)
