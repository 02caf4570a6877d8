"""The draft: what stands on it, who sees what of it, and who may change it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.domain.agenda.actions import (
    AddItem,
    EditAgenda,
    EditItem,
    MoveItem,
    OpenItem,
    RemoveItem,
    RestoreItem,
    ShowAgenda,
)
from bot.domain.approval.actions import Circulate, ShowVersion
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.kernel.conversation import Place
from bot.domain.kernel.provision import SILENT
from bot.domain.kernel.settings import meeting_leaders
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.minutes.state import Minutes, MinutesStatus
from bot.domain.proposals.state import ProposalStatus
from bot.usecases.agenda import commands as drafts
from bot.usecases.agenda import forms
from bot.usecases.agenda import queries as agenda_queries
from bot.usecases.agenda import views as agenda_views
from bot.usecases.approval import commands as approval
from bot.usecases.approval import notices as approval_notices
from bot.usecases.approval import queries as approval_queries
from cards.kit.elements import Card
from storage import audit, minutes, proposals
from tests.cards.checks import button_titles, check, texts
from tests.conftest import OpenDesk
from tests.harness.charters import saying
from tests.usecases.agenda.setting import (
    CLERK,
    EARLY,
    HOME_VISITS,
    KOMMUNAL,
    MEETING,
    MEMBER,
    REGIONAL,
    SECRET,
    agenda,
    choose,
    circulated,
    owed,
    put_on,
    refused,
)


async def test_the_draft_shows_its_timetable_and_only_the_secretariat_its_buttons(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await put_on(desk, HOME_VISITS)
        shown = await agenda_queries.show_agenda(desk, CLERK, ShowAgenda())
        check(shown)
        assert "16.35 · 20 min. · Beslutning · 120.000 kr." in texts(shown)
        files = ["Hent som PDF", "Hent som Word"]
        assert button_titles(shown) == ["Redigér dagsordenen", "Send dagsorden til godkendelse", *files]
        assert button_titles(await agenda_queries.show_agenda(desk, MEMBER, ShowAgenda(meeting="16/3"))) == files
        await refused(agenda_queries.edit_agenda(desk, MEMBER, EditAgenda()), "no_rights")
        await refused(agenda_queries.show_agenda(desk, CLERK, ShowAgenda(meeting="17/3")), "no_meeting_on")


async def test_minutes_that_were_sent_come_onto_a_draft_that_was_already_begun(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-03-25T10:00") as desk:
        await put_on(desk, HOME_VISITS, "2027-2")
        unsent = Minutes(forum=desk.forum.id, meeting=MEETING, revision=1)
        await minutes.put(desk.conn, unsent)
        assert len((await agenda_views.draft_of(desk, desk.meeting("2027-2"))).items) == 3
        await minutes.put(desk.conn, replace(unsent, status=MinutesStatus.SENT))
        draft = await agenda_views.draft_of(desk, desk.meeting("2027-2"))
        assert draft.items[1].content.title == "Godkendelse af referat fra mødet den 16. marts 2027"


@pytest.mark.parametrize(
    ("choice", "value"),
    [("standing_items", ["Godkendelse af referat", "Økonomi"]), ("fixed_items", ["any_other_business"])],
)
async def test_the_minutes_to_approve_are_named_once_whatever_items_the_forum_chose(
    open_desk_at: OpenDesk, choice: str, value: list[str]
) -> None:
    async with open_desk_at("2027-03-25T10:00") as standard:
        desk = choose(standard, **{choice: value})
        await put_on(desk, HOME_VISITS, "2027-2")
        sent = Minutes(forum=desk.forum.id, meeting=MEETING, revision=1, status=MinutesStatus.SENT)
        await minutes.put(desk.conn, sent)
        draft = await agenda_views.draft_of(desk, desk.meeting("2027-2"))
        named = [item for item in draft.items if item.content.title.startswith("Godkendelse af referat")]
        assert [(item.content.title, item.minutes_of) for item in named] == [
            ("Godkendelse af referat fra mødet den 16. marts 2027", MEETING)
        ]


async def test_a_removed_item_leaves_its_proposal_undecided_again(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        stored = await put_on(desk, HOME_VISITS)
        card = await drafts.remove_item(desk, CLERK, RemoveItem(position=2))
        check(card)
        proposal = await proposals.by_id(desk.conn, desk.forum.id, stored.id)
        assert proposal is not None
        assert proposal.status is ProposalStatus.RECEIVED
        assert await owed(desk, MeetingNotice.POST)


async def test_an_item_is_edited_field_by_field_and_an_older_form_is_refused(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await put_on(desk, HOME_VISITS)
        before = await agenda(desk)
        form = await agenda_queries.open_item(desk, CLERK, OpenItem(position=2))
        check(form)
        await drafts.edit_item(
            desk, CLERK, EditItem(position=2, revision=before.revision, amount="1,25 mio.", duration="30", to="2")
        )
        content = (await agenda(desk)).items[1].content
        assert content == replace(HOME_VISITS, amount=Decimal("1250000.00"), duration=timedelta(minutes=30))
        await refused(drafts.edit_item(desk, CLERK, EditItem(position=2, revision=before.revision, title="x")), "stale")
        await refused(drafts.edit_item(desk, CLERK, EditItem(position=2, amount="1,250")), "bad_amount")


async def test_a_refused_form_comes_back_with_what_was_typed(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await put_on(desk, HOME_VISITS)
        again = await forms.as_refused(desk, CLERK, EditItem(position=2, title="Ny overskrift", amount="mange"))
        assert "Ny overskrift" in texts(again)
        assert "mange" in texts(again)


async def test_items_are_added_moved_and_kept_in_the_log(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        await put_on(desk, HOME_VISITS)
        await drafts.add_item(desk, CLERK, AddItem(title="Meddelelser"))
        card = await drafts.move_item(desk, CLERK, MoveItem(position=3, to="2"))
        check(card)
        assert [item.content.title for item in (await agenda(desk)).items][1] == "Meddelelser"
        logged = [entry.what async for entry in audit.entries(desk.conn, desk.forum.id, after=1)]
        assert logged == ["agenda.item_added", "agenda.item_moved"]
        await refused(drafts.move_item(desk, CLERK, MoveItem(position=2, to="først")), "bad_number")


async def test_the_channel_learns_nothing_of_a_closed_item(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY, Place.CHANNEL) as desk:
        await put_on(desk, SECRET)
        shown = [
            await agenda_queries.show_agenda(desk, CLERK, ShowAgenda()),
            await agenda_queries.open_item(desk, CLERK, OpenItem(position=2)),
            await agenda_queries.edit_agenda(desk, CLERK, EditAgenda()),
            await approval.circulate(desk, CLERK, Circulate()),
            await approval_queries.show_version(desk, CLERK, ShowVersion(version=1)),
            await approval_queries.show_version(desk, CLERK, ShowVersion(version=1, position=2)),
        ]
        await refused(drafts.edit_item(desk, CLERK, EditItem(position=2, title="Sagen om MM")), "closed_here")
        await refused(drafts.edit_item(desk, CLERK, EditItem(position=2, is_closed=False)), "closed_here")
        await drafts.edit_item(replace(desk, place=Place.PERSONAL), CLERK, EditItem(position=2, title="Sagen om MM"))
        await drafts.edit_item(desk, CLERK, EditItem(position=2, duration="25"))
        shown.append(await agenda_queries.edit_agenda(desk, CLERK, EditAgenda()))
        shown.append(await approval.circulate(desk, CLERK, Circulate()))
        drawn = [await approval_notices.request(desk, each) for each in await owed(desk, ApprovalNotice.REQUEST)]
        (posted,) = (each for each in drawn if isinstance(each, Card))
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
        assert ("Sagen om NN" in texts(await agenda_queries.show_agenda(desk, person, ShowAgenda()))) is sees


async def test_a_host_is_named_where_meetings_have_one_and_left_out_where_they_do_not(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        meeting = desk.meeting(MEETING)
        assert agenda_views.host_of(desk, meeting) == "Hjørring Kommune"
        unsettled = replace(meeting, host=None)
        in_turn = replace(desk, forum=replace(desk.forum, meetings=(unsettled,)))
        assert agenda_views.host_of(in_turn, unsettled) == "Hjørring Kommune (foreslået)"
        unturned = replace(desk, forum=replace(desk.forum, hosting=(), meetings=(unsettled,)))
        assert agenda_views.host_of(unturned, unsettled) == "ikke fastsat"
        charter = saying(desk.forum.charter, hosting__rotation=SILENT, chair__model=SILENT)
        elsewhere = replace(desk, forum=replace(desk.forum, charter=charter, hosting=()))
        assert agenda_views.host_of(elsewhere, unsettled) is None


async def test_without_approval_the_draft_speaks_of_nothing_to_approve(open_desk_at: OpenDesk) -> None:
    async with circulated(open_desk_at), open_desk_at(EARLY) as desk:
        alone = choose(desk, agenda_approval="none")
        for card in (
            await drafts.add_item(alone, CLERK, AddItem(title="Nyt")),
            await agenda_queries.show_agenda(alone, CLERK, ShowAgenda()),
        ):
            check(card)
            assert "Dagsordenen sendes, som udkastet står nu." in texts(card)
            assert "til godkendelse" not in texts(card)


async def test_a_leader_who_serves_may_take_off_what_was_set_by_right(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        stored = await put_on(desk, HOME_VISITS)
        await proposals.save(desk.conn, replace(stored, by_right=True))
        kept = await drafts.remove_item(desk, CLERK, RemoveItem(position=2))
        assert "Kun mødelederen (Formand (Hjørring)) kan beslutte" in texts(kept)
        assert any(item.proposal == stored.id for item in (await agenda(desk)).items)
        (leader,) = meeting_leaders(desk.forum, desk.meeting(MEETING))
        seats = (*desk.forum.seats, replace(next(desk.forum.seats_of(CLERK, desk.today)), person=leader))
        serving = replace(desk, forum=replace(desk.forum, seats=seats))
        check(await drafts.remove_item(serving, leader, RemoveItem(position=2)))


async def test_what_is_put_back_is_refused_where_its_proposal_went_another_way(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(EARLY) as desk:
        stored = await put_on(desk, HOME_VISITS)
        await refused(drafts.restore_item(desk, CLERK, RestoreItem()), "nothing_removed")
        await drafts.remove_item(desk, CLERK, RemoveItem(position=2))
        found = await proposals.by_id(desk.conn, desk.forum.id, stored.id)
        assert found is not None
        await proposals.save(desk.conn, replace(found, status=ProposalStatus.DECLINED))
        await refused(drafts.restore_item(desk, CLERK, RestoreItem()), "not_restorable")
