"""Asking for approval, answering, and what a next version changes."""

from dataclasses import replace

from bot.domain.agenda.actions import EditItem
from bot.domain.approval.actions import Circulate, Respond, ShowApprovals
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.approval.state import Standpoint, Verdict
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.notice import Stale
from bot.domain.proposals.state import ProposalStatus
from bot.usecases.agenda import commands as drafts
from bot.usecases.approval import answering
from bot.usecases.approval import commands as approval
from bot.usecases.approval import notices as approval_notices
from bot.usecases.approval import queries as approval_queries
from bot.usecases.approval import views as approval_views
from cards.kit.elements import Card
from storage import approval as approvals
from storage import proposals
from tests.cards.checks import button_titles, check, marked, texts
from tests.conftest import OpenDesk
from tests.usecases.agenda.setting import (
    CLERK,
    EARLY,
    HOME_VISITS,
    KOMMUNAL,
    LATE,
    MEETING,
    REGIONAL,
    agenda,
    answer,
    choose,
    circulated,
    newest,
    owed,
    put_on,
    refused,
)


async def test_a_version_is_frozen_posted_and_reminded_of(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await put_on(desk, HOME_VISITS)
        card = await approval.circulate(desk, CLERK, Circulate())
        check(card)
        assert "0 af 2 har svaret" in texts(card)
        assert (await agenda(desk)).newest is not None
        reminders = await owed(desk, ApprovalNotice.MISSING)
        assert {each.recipient for each in reminders} == {KOMMUNAL, REGIONAL}
        assert {each.due_at.astimezone(desk.forum.timezone).isoformat() for each in reminders} == {
            "2027-03-04T08:00:00+01:00",
            "2027-03-09T08:00:00+01:00",  # the deadline was Friday the 5th: every third working day
            "2027-03-12T08:00:00+01:00",
        }
        assert len(await owed(desk, ApprovalNotice.REQUEST)) == 1


async def test_before_the_proposal_deadline_the_secretariat_gets_a_word_about_it(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-02-10T10:00") as desk:
        await put_on(desk, HOME_VISITS)
        assert "Der kan stadig komme forslag" in texts(await approval.circulate(desk, CLERK, Circulate()))


async def test_an_unchanged_draft_is_not_sent_for_approval_twice(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY) as desk:
        await approval.circulate(desk, CLERK, Circulate())
        assert len((await agenda(desk)).versions) == 1


async def test_only_the_secretariat_may_ask(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await refused(approval.circulate(desk, KOMMUNAL, Circulate()), "no_rights")


async def test_where_no_approval_is_agreed_or_nobody_is_named_that_is_said(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await refused(approval.circulate(choose(desk, agenda_approval="none"), CLERK, Circulate()), "no_approval.day")
        await refused(
            approval.circulate(choose(desk, chairmanship=None), CLERK, Circulate()), "no_approvers.chairmanship"
        )
        undecided = choose(replace(desk, forum=replace(desk.forum, overlays=())), approvers=None)
        await refused(approval.circulate(undecided, CLERK, Circulate()), "no_approvers.unsettled")


async def test_both_chairs_approve_and_every_answer_is_kept(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY, Place.CHANNEL) as desk:
        first = await answer(desk, KOMMUNAL)
        assert "Du har godkendt dagsordenen (version 1)" in texts(first)
        assert "1 af 2 har svaret" in texts(first)
        await answer(desk, REGIONAL, Verdict.APPROVED_WITH_REMARKS, "Husk æblerne", version=1)
        card = await answer(desk, REGIONAL, version=1)
        check(card)
        assert (await newest(desk)).standpoint is Standpoint.APPROVED
        assert [each.person for each in (await newest(desk)).responses] == [KOMMUNAL, REGIONAL, REGIONAL]
        assert not await owed(desk, ApprovalNotice.MISSING)


async def test_the_text_of_remarks_is_the_secretariats_alone(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY, Place.CHANNEL) as desk:
        public = await answer(desk, KOMMUNAL, Verdict.APPROVED_WITH_REMARKS, "Husk æblerne")
        assert "Husk æblerne" not in texts(public)
        assert "godkendt dagsordenen med bemærkninger" in texts(public)
        private = replace(desk, place=Place.PERSONAL, is_overheard=False)
        assert "Husk æblerne" in texts(await approval_queries.show_approvals(private, CLERK, ShowApprovals()))


async def test_a_return_ends_the_round_and_its_reason_is_shown(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY, Place.CHANNEL) as desk:
        card = await answer(desk, KOMMUNAL, Verdict.RETURNED, "Økonomien mangler")
        assert "Begrundelse: Økonomien mangler" in texts(card)
        files = ["Hent som PDF", "Hent som Word"]
        assert button_titles(card) == ["Ret svar", "Fortryd svar", "Se hele dagsordenen", *files]
        await refused(answer(desk, REGIONAL), "round_returned")
        assert (await newest(desk)).standpoint is Standpoint.RETURNED


async def test_only_approvers_answer_and_are_named(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY) as desk:
        refusal = await refused(answer(desk, CLERK), "not_approver")
        assert refusal.facts["godkendere"] == ["Formand (Hjørring)", "Formand (Region Nordjylland)"]


async def test_without_a_request_there_is_nothing_to_answer(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await refused(answer(desk, KOMMUNAL), "no_round")


async def test_an_answer_without_a_meeting_is_about_the_first_agenda_that_has_not_left(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(LATE) as desk:
        await put_on(desk, HOME_VISITS, "2027-2")
        await approval.circulate(desk, CLERK, Circulate(meeting="2027-2"))
        await answer(desk, KOMMUNAL)
        await answer(desk, REGIONAL)
        assert (await agenda(desk)).sent_version == 1
        assert "0 af 2" in texts(await approval_queries.show_approvals(desk, KOMMUNAL, ShowApprovals()))
        await answer(desk, KOMMUNAL)
        later = await approvals.newest(desk.conn, desk.forum.id, "2027-2")
        assert later is not None
        assert [each.person for each in later.responses] == [KOMMUNAL]


async def test_the_same_click_again_gets_the_same_card_also_when_it_sent_the_agenda(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(LATE) as desk:
        await answer(desk, KOMMUNAL, version=1)
        await answer(desk, REGIONAL, version=1)
        again = await answering.respond(desk, REGIONAL, Respond(meeting=MEETING, verdict=Verdict.APPROVED, version=1))
        assert "Du har godkendt dagsordenen (version 1)" in texts(again)
        assert len((await newest(desk)).responses) == 2


async def test_a_refused_answer_comes_back_with_its_words(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY) as desk:
        typed = Respond(verdict=Verdict.RETURNED, words="Fordi", version=7)
        await refused(answering.respond(desk, KOMMUNAL, typed), "stale")
        again = await approval_views.as_refused(desk, KOMMUNAL, typed)
        assert again is not None
        assert "Fordi" in texts(again)


async def test_a_correction_carries_the_approvals_over_and_objection_is_open(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY, Place.CHANNEL) as desk:
        await answer(desk, KOMMUNAL)
        await drafts.edit_item(desk, CLERK, EditItem(position=2, title="Fælles model for hjemebesøg"))
        card = await approval.circulate(desk, CLERK, Circulate())
        check(card)
        assert marked(card) == [("hjemmebesøg", "gone"), ("hjemebesøg", "new")]
        assert "Gør indsigelse" in button_titles(card)
        await refused(answer(desk, REGIONAL, version=1), "stale")
        await refused(answer(desk, REGIONAL, Verdict.OBJECTED, "Nej", version=2), "no_objection")
        await answer(desk, REGIONAL, version=2)
        current = await newest(desk)
        assert (current.number, current.version, current.standpoint) == (1, 2, Standpoint.APPROVED)
        await answer(desk, KOMMUNAL, Verdict.OBJECTED, "Overskriften er forkert", version=2)
        assert (await newest(desk)).standpoint is Standpoint.RETURNED


async def test_corrections_that_add_up_to_another_word_are_a_change_of_substance(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY, Place.CHANNEL) as desk:
        await answer(desk, KOMMUNAL)
        rounds = []
        for title in ("Fælles model for hjemmebbsøg", "Fælles model for hjemmebbbøg"):
            await drafts.edit_item(desk, CLERK, EditItem(position=2, title=title))
            await approval.circulate(desk, CLERK, Circulate())
            rounds.append((await newest(desk)).number)
        assert rounds == [1, 2]


async def test_a_change_of_substance_opens_a_new_round_and_the_old_card_says_so(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY, Place.CHANNEL) as desk:
        await answer(desk, KOMMUNAL)
        await drafts.edit_item(desk, CLERK, EditItem(position=2, amount="130.000"))
        await approval.circulate(desk, CLERK, Circulate())
        current = await newest(desk)
        assert (current.number, current.responses, current.standpoint) == (2, (), Standpoint.OPEN)
        old = next(each for each in await owed(desk, ApprovalNotice.REQUEST) if each.subject["round"] == 1)
        assert isinstance(await approval_notices.request(desk, old), Stale)
        card = await approval_notices.request(desk, replace(old, activity="1"))
        assert isinstance(card, Card)
        assert "er erstattet af version 2" in texts(card)
        assert button_titles(card) == ["Se version 2", "Se version 1"]
        assert {each.recipient for each in await owed(desk, ApprovalNotice.MISSING)} == {KOMMUNAL, REGIONAL}


async def test_what_was_left_out_is_listed(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY, Place.CHANNEL) as desk:
        declined = await put_on(desk, replace(HOME_VISITS, title="Afvist emne"))
        await proposals.save(desk.conn, replace(declined, status=ProposalStatus.DECLINED, words="Nej"))
        (notice,) = await owed(desk, ApprovalNotice.REQUEST)
        card = await approval_notices.request(desk, notice)
        assert isinstance(card, Card)
        assert "Forslag, der ikke er sat på dagsordenen" in texts(card)
        assert "»Afvist emne«: ikke sat på dagsordenen" in texts(card)


async def test_before_a_channel_is_tied_the_secretariat_is_told_that_nobody_has_it(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        untied = replace(desk, forum=replace(desk.forum, channel=None))
        await put_on(untied, HOME_VISITS)
        for _ in range(2):
            card = await approval.circulate(untied, CLERK, Circulate())
            check(card)
            assert "Ingen har fået version 1 endnu" in texts(card)
            assert "er sendt til godkendelse hos" not in texts(card)
        assert "Ingen har fået" in texts(await approval_queries.show_approvals(untied, CLERK, ShowApprovals()))
