"""From the draft to the agenda in the channel: who may do what, when, and what is kept of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.domain import actions as do
from bot.domain.agenda import Agenda
from bot.domain.approval import ApprovalRound, Standpoint, Verdict
from bot.domain.conversation import Place
from bot.domain.drafting import include
from bot.domain.forum import Choice
from bot.domain.minutes import Minutes, MinutesStatus
from bot.domain.notice import Notice, NoticeKind, NoticeState, Stale
from bot.domain.proposal import Content, ItemKind, Proposal, ProposalStatus
from bot.domain.refusal import Refusal
from bot.usecases import approval, approval_notices, drafts, sending
from bot.usecases.desk import Desk
from cards.elements import Card
from storage import agendas, approvals, audit, minutes, notices, proposals
from tests.cards.checks import button_titles, check, texts
from tests.conftest import OpenDesk

CLERK, KOMMUNAL, REGIONAL, MEMBER = "sekretariat-kommuner", "formand-kommunal", "formand-regional", "formand-laesoe"
MEETING = "2027-1"
EARLY = "2027-02-22T10:00"  # answers are due on 5 March, dispatch is at 8.00 on 9 March, the meeting on 16 March
BEFORE_DISPATCH, DISPATCH, LATE = "2027-03-08T12:00", "2027-03-09T08:00", "2027-03-10T20:00"
HOME_VISITS = Content(
    title="Fælles model for hjemmebesøg",
    kind=ItemKind.DECISION,
    summary="Resuméet",
    recommendation="at modellen afprøves",
    amount=Decimal(120_000),
    duration=timedelta(minutes=20),
)
SECRET = replace(HOME_VISITS, title="Sagen om NN", summary="Fortroligt", recommendation="at NN høres", is_closed=True)


async def put_on(desk: Desk, content: Content, meeting: str = MEETING) -> Proposal:
    """A proposal that was accepted."""
    number = await proposals.next_number(desk.conn, desk.forum.id, 2027)
    stored = await proposals.add(
        desk.conn,
        Proposal(
            id=0,
            forum=desk.forum.id,
            year=2027,
            number=number,
            revision=1,
            meeting=meeting,
            proposer="koordinator-hjoerring",
            on_behalf_of=None,
            by_right=False,
            content=content,
            status=ProposalStatus.ACCEPTED,
            received_at=desk.now,
        ),
        form=f"form-{number}",
    )
    draft = await drafts.draft_of(desk, desk.meeting(meeting))
    await agendas.put(desk.conn, include(draft, stored))
    return stored


@asynccontextmanager
async def circulated(open_desk_at: OpenDesk) -> AsyncIterator[None]:
    async with open_desk_at(EARLY) as desk:
        await put_on(desk, HOME_VISITS)
        await approval.circulate(desk, CLERK, do.Circulate())
    yield


async def agenda(desk: Desk) -> Agenda:
    found = await agendas.get(desk.conn, desk.forum.id, MEETING)
    assert found is not None
    return found


async def newest(desk: Desk) -> ApprovalRound:
    found = await approvals.newest(desk.conn, desk.forum.id, MEETING)
    assert found is not None
    return found


async def owed(desk: Desk, kind: NoticeKind) -> list[Notice]:
    found = await notices.newest(desk.conn, most=100, states=[NoticeState.WAITING])
    return [each for each in found if each.kind is kind]


async def answer(
    desk: Desk, person: str, verdict: Verdict = Verdict.APPROVED, words: str = "", version: int | None = None
) -> Card:
    return await approval.respond(desk, person, do.Respond(verdict=verdict, words=words, version=version))


async def refused(asked: object, key: str) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        await asked  # type: ignore[misc]  # a use case under way
    assert refusal.value.key == key
    return refusal.value


def choose(desk: Desk, **choices: object) -> Desk:
    """The desk of a forum that chose otherwise."""
    chosen = {key: Choice(value, "forummet", desk.today) for key, value in choices.items()}
    return replace(desk, forum=replace(desk.forum, choices={**desk.forum.choices, **chosen}))


# --- the draft ---------------------------------------------------------------------------------------------------


async def test_the_draft_shows_its_timetable_and_only_the_secretariat_its_buttons(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await put_on(desk, HOME_VISITS)
        shown = await drafts.show_agenda(desk, CLERK, do.ShowAgenda())
        check(shown)
        assert "16.35 · 20 min. · Beslutning · 120.000 kr." in texts(shown)
        assert button_titles(shown) == ["Redigér dagsordenen", "Send dagsorden til godkendelse"]
        assert button_titles(await drafts.show_agenda(desk, MEMBER, do.ShowAgenda(meeting="16/3"))) == []
        await refused(drafts.edit_agenda(desk, MEMBER, do.EditAgenda()), "no_rights")
        await refused(drafts.show_agenda(desk, CLERK, do.ShowAgenda(meeting="17/3")), "no_meeting_on")


async def test_minutes_that_were_sent_come_onto_a_draft_that_was_already_begun(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-03-25T10:00") as desk:
        await put_on(desk, HOME_VISITS, "2027-2")
        unsent = Minutes(forum=desk.forum.id, meeting=MEETING, revision=1)
        await minutes.put(desk.conn, unsent)
        assert len((await drafts.draft_of(desk, desk.meeting("2027-2"))).items) == 3
        await minutes.put(desk.conn, replace(unsent, status=MinutesStatus.SENT))
        draft = await drafts.draft_of(desk, desk.meeting("2027-2"))
        assert draft.items[1].content.title == "Godkendelse af referat fra seneste møde"


async def test_a_removed_item_leaves_its_proposal_undecided_again(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        stored = await put_on(desk, HOME_VISITS)
        card = await drafts.remove_item(desk, CLERK, do.RemoveItem(position=2))
        check(card)
        proposal = await proposals.by_id(desk.conn, desk.forum.id, stored.id)
        assert proposal is not None
        assert proposal.status is ProposalStatus.RECEIVED
        assert await owed(desk, NoticeKind.PROPOSAL)


async def test_an_item_is_edited_field_by_field_and_an_older_form_is_refused(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await put_on(desk, HOME_VISITS)
        before = await agenda(desk)
        form = await drafts.open_item(desk, CLERK, do.OpenItem(position=2))
        check(form)
        await drafts.edit_item(
            desk, CLERK, do.EditItem(position=2, revision=before.revision, amount="1,25 mio.", duration="30", to="2")
        )
        content = (await agenda(desk)).items[1].content
        assert content == replace(HOME_VISITS, amount=Decimal("1250000.00"), duration=timedelta(minutes=30))
        await refused(
            drafts.edit_item(desk, CLERK, do.EditItem(position=2, revision=before.revision, title="x")), "stale"
        )
        await refused(drafts.edit_item(desk, CLERK, do.EditItem(position=2, amount="1,250")), "bad_amount")


async def test_a_refused_form_comes_back_with_what_was_typed(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await put_on(desk, HOME_VISITS)
        again = await drafts.again(desk, CLERK, do.EditItem(position=2, title="Ny overskrift", amount="mange"))
        assert again is not None
        assert "Ny overskrift" in texts(again)
        assert "mange" in texts(again)


async def test_items_are_added_moved_and_kept_in_the_log(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await put_on(desk, HOME_VISITS)
        await drafts.add_item(desk, CLERK, do.AddItem(title="Meddelelser"))
        card = await drafts.move_item(desk, CLERK, do.MoveItem(position=3, to="2"))
        check(card)
        assert [item.content.title for item in (await agenda(desk)).items][1] == "Meddelelser"
        logged = [entry.what async for entry in audit.entries(desk.conn, desk.forum.id)]
        assert logged == ["agenda.item_added", "agenda.item_moved"]
        await refused(drafts.move_item(desk, CLERK, do.MoveItem(position=2, to="først")), "bad_number")


# --- closed items ------------------------------------------------------------------------------------------------


async def test_the_channel_learns_nothing_of_a_closed_item(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY, Place.CHANNEL) as desk:
        await put_on(desk, SECRET)
        shown = [
            await drafts.show_agenda(desk, CLERK, do.ShowAgenda()),
            await drafts.open_item(desk, CLERK, do.OpenItem(position=2)),
            await drafts.edit_agenda(desk, CLERK, do.EditAgenda()),
            await approval.circulate(desk, CLERK, do.Circulate()),
            await approval.show_version(desk, CLERK, do.ShowVersion(version=1)),
            await approval.show_version(desk, CLERK, do.ShowVersion(version=1, position=2)),
        ]
        await drafts.edit_item(desk, CLERK, do.EditItem(position=2, title="Sagen om MM"))
        shown.append(await approval.circulate(desk, CLERK, do.Circulate()))
        (notice,) = await owed(desk, NoticeKind.APPROVAL)
        posted = await approval_notices.approval(desk, notice)
        assert isinstance(posted, Card)
        for card in (*shown, posted):
            check(card)
            assert "Lukket punkt" in texts(card)
            for word in ("Sagen", "NN", "MM", "Fortroligt", "høres", "120.000"):
                assert word not in texts(card)


@pytest.mark.parametrize(
    ("person", "sees"),
    [(CLERK, True), (KOMMUNAL, True), (REGIONAL, True), ("koordinator-hjoerring", True), (MEMBER, False)],
)
async def test_in_a_personal_chat_the_few_may_see_it(open_desk_at: OpenDesk, person: str, sees: bool) -> None:
    async with open_desk_at(EARLY) as desk:
        await put_on(desk, SECRET)
        assert ("Sagen om NN" in texts(await drafts.show_agenda(desk, person, do.ShowAgenda()))) is sees


# --- asking ------------------------------------------------------------------------------------------------------


async def test_a_version_is_frozen_posted_and_reminded_of(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await put_on(desk, HOME_VISITS)
        card = await approval.circulate(desk, CLERK, do.Circulate())
        check(card)
        assert "0 af 2 har svaret" in texts(card)
        assert (await agenda(desk)).newest is not None
        reminders = await owed(desk, NoticeKind.APPROVAL_MISSING)
        assert {each.recipient for each in reminders} == {KOMMUNAL, REGIONAL}
        assert {each.due_at.astimezone(desk.forum.timezone).isoformat() for each in reminders} == {
            "2027-03-04T08:00:00+01:00"
        }
        assert len(await owed(desk, NoticeKind.APPROVAL)) == 1


async def test_before_the_proposal_deadline_the_secretariat_gets_a_word_about_it(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-02-10T10:00") as desk:
        await put_on(desk, HOME_VISITS)
        assert "Der kan stadig komme forslag" in texts(await approval.circulate(desk, CLERK, do.Circulate()))


async def test_an_unchanged_draft_is_not_sent_for_approval_twice(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY) as desk:
        await approval.circulate(desk, CLERK, do.Circulate())
        assert len((await agenda(desk)).versions) == 1


async def test_only_the_secretariat_may_ask(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await refused(approval.circulate(desk, KOMMUNAL, do.Circulate()), "no_rights")


async def test_where_no_approval_is_agreed_or_nobody_is_named_that_is_said(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await refused(
            approval.circulate(choose(desk, agenda_approval="none"), CLERK, do.Circulate()), "no_approval.day"
        )
        await refused(
            approval.circulate(choose(desk, chairmanship=None), CLERK, do.Circulate()), "no_approvers.chairmanship"
        )
        undecided = choose(replace(desk, forum=replace(desk.forum, overlays=())), approvers=None)
        await refused(approval.circulate(undecided, CLERK, do.Circulate()), "no_approvers.unsettled")


# --- answering ---------------------------------------------------------------------------------------------------


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
        assert not await owed(desk, NoticeKind.APPROVAL_MISSING)


async def test_the_text_of_remarks_is_the_secretariats_alone(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY, Place.CHANNEL) as desk:
        public = await answer(desk, KOMMUNAL, Verdict.APPROVED_WITH_REMARKS, "Husk æblerne")
        assert "Husk æblerne" not in texts(public)
        assert "godkendt med bemærkninger" in texts(public)
        private = replace(desk, place=Place.PERSONAL, is_overheard=False)
        assert "Husk æblerne" in texts(await approval.show_approvals(private, CLERK, do.ShowApprovals()))


async def test_a_return_ends_the_round_and_its_reason_is_shown(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY, Place.CHANNEL) as desk:
        card = await answer(desk, KOMMUNAL, Verdict.RETURNED, "Økonomien mangler")
        assert "Begrundelse: Økonomien mangler" in texts(card)
        assert button_titles(card) == ["Se hele dagsordenen"]
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
        await approval.circulate(desk, CLERK, do.Circulate(meeting="2027-2"))
        await answer(desk, KOMMUNAL)
        await answer(desk, REGIONAL)
        assert (await agenda(desk)).sent_version == 1
        assert "0 af 2" in texts(await approval.show_approvals(desk, KOMMUNAL, do.ShowApprovals()))
        await answer(desk, KOMMUNAL)
        later = await approvals.newest(desk.conn, desk.forum.id, "2027-2")
        assert later is not None
        assert [each.person for each in later.responses] == [KOMMUNAL]


async def test_the_same_click_again_gets_the_same_card_also_when_it_sent_the_agenda(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(LATE) as desk:
        await answer(desk, KOMMUNAL, version=1)
        await answer(desk, REGIONAL, version=1)
        again = await approval.respond(desk, REGIONAL, do.Respond(meeting=MEETING, verdict=Verdict.APPROVED, version=1))
        assert "Du har godkendt dagsordenen (version 1)" in texts(again)
        assert len((await newest(desk)).responses) == 2


async def test_a_refused_answer_comes_back_with_its_words(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY) as desk:
        typed = do.Respond(verdict=Verdict.RETURNED, words="Fordi", version=7)
        await refused(approval.respond(desk, KOMMUNAL, typed), "stale")
        again = await approval.again(desk, KOMMUNAL, typed)
        assert again is not None
        assert "Fordi" in texts(again)


# --- the next version --------------------------------------------------------------------------------------------


async def test_a_correction_carries_the_approvals_over_and_objection_is_open(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY, Place.CHANNEL) as desk:
        await answer(desk, KOMMUNAL)
        await drafts.edit_item(desk, CLERK, do.EditItem(position=2, title="Ny overskrift"))
        card = await approval.circulate(desk, CLERK, do.Circulate())
        check(card)
        assert "Overskriften var »Fælles model for hjemmebesøg«" in texts(card)
        assert "Gør indsigelse" in button_titles(card)
        await refused(answer(desk, REGIONAL, version=1), "stale")
        await refused(answer(desk, REGIONAL, Verdict.OBJECTED, "Nej", version=2), "no_objection")
        await answer(desk, REGIONAL, version=2)
        current = await newest(desk)
        assert (current.number, current.version, current.standpoint) == (1, 2, Standpoint.APPROVED)
        await answer(desk, KOMMUNAL, Verdict.OBJECTED, "Overskriften er forkert", version=2)
        assert (await newest(desk)).standpoint is Standpoint.RETURNED


async def test_a_change_of_substance_opens_a_new_round_and_the_old_card_says_so(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY, Place.CHANNEL) as desk:
        await answer(desk, KOMMUNAL)
        await drafts.edit_item(desk, CLERK, do.EditItem(position=2, amount="130.000"))
        await approval.circulate(desk, CLERK, do.Circulate())
        current = await newest(desk)
        assert (current.number, current.responses, current.standpoint) == (2, (), Standpoint.OPEN)
        old = next(each for each in await owed(desk, NoticeKind.APPROVAL) if each.subject["round"] == 1)
        card = await approval_notices.approval(desk, old)
        assert isinstance(card, Card)
        assert "Denne anmodning gælder ikke længere" in texts(card)
        assert button_titles(card) == ["Se hele dagsordenen"]
        assert {each.recipient for each in await owed(desk, NoticeKind.APPROVAL_MISSING)} == {KOMMUNAL, REGIONAL}


async def test_what_was_left_out_is_listed(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY, Place.CHANNEL) as desk:
        declined = await put_on(desk, replace(HOME_VISITS, title="Afvist emne"))
        await proposals.save(desk.conn, replace(declined, status=ProposalStatus.DECLINED, words="Nej"))
        (notice,) = await owed(desk, NoticeKind.APPROVAL)
        card = await approval_notices.approval(desk, notice)
        assert isinstance(card, Card)
        assert "Forslag, der ikke er sat på dagsordenen" in texts(card)
        assert "»Afvist emne«: Ikke sat på dagsordenen" in texts(card)


# --- sending -----------------------------------------------------------------------------------------------------


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
        (notice,) = await owed(desk, NoticeKind.AGENDA_SENT)
        card = await sending.agenda_sent(desk, notice)
        assert isinstance(card, Card)
        check(card)
        assert "Dagsorden til mødet den 16. marts 2027" in texts(card)
        assert "at modellen afprøves" in texts(card)
        await refused(answer(desk, KOMMUNAL, Verdict.RETURNED, "Nej"), "closed")
        await refused(drafts.add_item(desk, CLERK, do.AddItem(title="For sent")), "agenda_sent")


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
        (overdue,) = await owed(desk, NoticeKind.AGENDA_OVERDUE)
        card = await sending.agenda_overdue(desk, overdue)
        assert isinstance(card, Card)
        check(card)
        assert "Der mangler svar fra Formand (Region Nordjylland)" in texts(card)
        assert button_titles(card) == ["Send uden godkendelse"]
    async with open_desk_at(LATE, Place.CHANNEL) as desk:
        sent = await answer(desk, REGIONAL)
        assert "Dagsordenen er nu sendt" in texts(sent)
        assert (await agenda(desk)).sent_at == desk.now
        assert isinstance(await sending.agenda_overdue(desk, overdue), Stale)
        assert not await owed(desk, NoticeKind.AGENDA_OVERDUE)


async def test_the_secretariat_may_send_without_the_missing_answer_after_the_deadline(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY) as desk:
        await answer(desk, KOMMUNAL)
        await refused(sending.send_unapproved(desk, CLERK, do.SendUnapproved()), "still_answering")
        await refused(sending.send_unapproved(desk, KOMMUNAL, do.SendUnapproved()), "no_rights")
    async with open_desk_at(BEFORE_DISPATCH) as desk:
        held = choose(desk, if_unanswered="hold")
        await refused(sending.send_unapproved(held, CLERK, do.SendUnapproved()), "must_hold")
        card = await sending.send_unapproved(desk, CLERK, do.SendUnapproved(version=1))
        check(card)
        assert "Den sendes tirsdag den 9. marts 2027 kl. 8.00" in texts(card)
        assert (await agenda(desk)).sent_version is None
        logged = [entry async for entry in audit.entries(desk.conn, desk.forum.id)]
        assert (logged[-1].what, logged[-1].facts["missing"]) == ("agenda.send_unapproved", [REGIONAL])
    async with open_desk_at(DISPATCH, Place.CHANNEL) as desk:
        assert await sending.send_due(desk, desk.meeting(MEETING))
        (notice,) = await owed(desk, NoticeKind.AGENDA_SENT)
        sent = await sending.agenda_sent(desk, notice)
        assert isinstance(sent, Card)
        assert "sendt uden svar fra Formand (Region Nordjylland)" in texts(sent)


async def test_after_its_day_it_leaves_as_soon_as_the_secretariat_chooses_so(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(LATE) as desk:
        await sending.send_unapproved(desk, CLERK, do.SendUnapproved())
        assert (await agenda(desk)).sent_version == 1
        again = await sending.send_unapproved(desk, CLERK, do.SendUnapproved(version=1))
        assert "Dagsorden til mødet" in texts(again)


async def test_a_returned_agenda_is_never_sent(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(LATE) as desk:
        await answer(desk, KOMMUNAL, Verdict.RETURNED, "Nej")
        await refused(sending.send_unapproved(desk, CLERK, do.SendUnapproved()), "round_returned")
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
        card = await approval.circulate(choose(desk, agenda_approval="consult"), CLERK, do.Circulate())
        check(card)
        assert "Dagsorden til bemærkninger" in texts(card)
        assert not await owed(desk, NoticeKind.APPROVAL_MISSING)
    async with open_desk_at(DISPATCH) as desk:
        consulting = choose(desk, agenda_approval="consult")
        assert await sending.send_due(consulting, desk.meeting(MEETING))
        assert (await newest(desk)).standpoint is Standpoint.CONSULTED


async def test_the_secretariat_sends_it_by_hand_only_where_no_day_is_settled(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY) as desk:
        refusal = await refused(sending.send_now(desk, CLERK, do.SendAgenda()), "has_dispatch_day")
        assert str(refusal.facts["dag"]) == "2027-03-09"
        charter = replace(desk.forum.charter, dispatch_days_before=type(desk.forum.charter.dispatch_days_before)())
        free = replace(desk, forum=replace(desk.forum, charter=charter))
        await refused(sending.send_now(free, CLERK, do.SendAgenda()), "obstacle.unanswered")
        await answer(free, KOMMUNAL)
        await answer(free, REGIONAL)
        await sending.send_now(free, CLERK, do.SendAgenda(version=1))
        assert (await agenda(desk)).sent_version == 1


# --- reminders ---------------------------------------------------------------------------------------------------


async def test_only_those_who_have_not_answered_are_reminded_and_can_answer_there(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY, Place.CHANNEL) as desk:
        both = {each.recipient: each for each in await owed(desk, NoticeKind.APPROVAL_MISSING)}
        await answer(desk, KOMMUNAL)
        assert [each.recipient for each in await owed(desk, NoticeKind.APPROVAL_MISSING)] == [REGIONAL]
        assert isinstance(await approval_notices.missing(desk, both[KOMMUNAL]), Stale)
        card = await approval_notices.missing(desk, both[REGIONAL])
        assert isinstance(card, Card)
        check(card)
        assert "Svar senest fredag den 5. marts 2027" in texts(card)
        assert "<at>Formand (Region Nordjylland)</at>" in texts(card)
        assert "Godkend" in button_titles(card)


async def test_the_working_day_after_the_deadline_the_channel_hears_who_is_missing(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at("2027-03-08T08:00", Place.CHANNEL) as desk:
        (notice,) = await owed(desk, NoticeKind.APPROVAL_OVERDUE)
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
        assert "Godkend" in button_titles(await approval.show_approvals(desk, KOMMUNAL, do.ShowApprovals()))
        await answer(desk, KOMMUNAL)
        assert "ikke noget" in texts(await approval.show_approvals(desk, KOMMUNAL, do.ShowApprovals()))
        await put_on(desk, HOME_VISITS, "2027-2")
        await approval.circulate(desk, CLERK, do.Circulate(meeting="2027-2"))
        several = await approval.show_approvals(desk, CLERK, do.ShowApprovals())
        check(several)
        assert button_titles(several) == ["Se hele dagsordenen"] * 2
