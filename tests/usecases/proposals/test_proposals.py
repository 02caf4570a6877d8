"""From the form to the channel, on a real database: who may, what is stored, and who hears of it."""

from dataclasses import replace

import pytest

from bot.domain.kernel.conversation import Place
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.proposals.actions import AskForMore, Decline, OpenProposalForm, OpenTriage, ShowMyProposals, Withdraw
from bot.domain.proposals.notices import ProposalNotice
from bot.domain.proposals.state import ProposalStatus
from bot.usecases.meetings import notices as meeting_notices
from bot.usecases.proposals import commands as proposals
from bot.usecases.proposals import lists, triage
from bot.usecases.proposals import notices as proposal_notices
from bot.usecases.proposals import queries as proposals_queries
from cards.kit.answers import IN_HAND
from cards.kit.elements import Card
from cards.proposals.closed import NEUTRAL_TITLE
from storage import proposals as stored
from tests.cards.checks import button_titles, check, elements, texts
from tests.conftest import OpenDesk
from tests.usecases.proposals.setting import (
    AFTER,
    BEFORE,
    COORDINATOR,
    FORM,
    FORUM,
    POLITICIAN,
    SECRETARIAT,
    input_value,
    now,
    owed,
    proposed,
    send_agenda,
)


async def test_it_is_drawn_with_a_fresh_id_and_the_title_already_typed(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        first, second = [
            await proposals_queries.open_form(desk, COORDINATOR, OpenProposalForm(title="Lægedækning"))
            for _ in range(2)
        ]
    check(first)
    ids = [each["data"]["form"] for card in (first, second) for each in elements(card.content) if "data" in each]
    assert len(set(ids)) == 2
    assert input_value(first, "title") == "Lægedækning"
    assert "tirsdag den 16. februar 2027" in texts(first)


async def test_after_the_deadline_it_says_so_and_still_takes_proposals(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(AFTER) as desk:
        card = await proposals_queries.open_form(desk, COORDINATOR, OpenProposalForm())
    assert "Fristen er overskredet" in texts(card)


async def test_a_meeting_whose_agenda_was_sent_is_not_offered(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await send_agenda(desk, "2027-1")
        card = await proposals_queries.open_form(desk, COORDINATOR, OpenProposalForm())
        with pytest.raises(Refusal, match="meeting_closed"):
            await proposals.propose(desk, COORDINATOR, replace(FORM, meeting="2027-1"))
        assert (await proposed(desk)).meeting == "2027-2"
    assert input_value(card, "meeting") == "2027-2"


async def test_without_a_right_to_propose_it_is_not_shown(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2030-02-01T10:00") as desk:  # the seat ended with 2029
        with pytest.raises(Refusal, match="no_rights"):
            await proposals_queries.open_form(desk, "formand-frederikshavn", OpenProposalForm())
        with pytest.raises(Refusal, match="no_rights"):
            await proposals.propose(desk, "formand-frederikshavn", FORM)
        assert await proposals.as_refused(desk, "formand-frederikshavn", FORM) is None


async def test_refused_it_comes_back_with_all_that_was_typed(open_desk_at: OpenDesk) -> None:
    typed = replace(FORM, amount="mange penge", on_behalf_of="hjoerring", meeting="2027-2")
    async with open_desk_at(BEFORE, Place.CHANNEL) as desk:
        card = await proposals.as_refused(desk, COORDINATOR, typed)
    assert card is not None
    check(card)
    for name in ("title", "summary", "recommendation", "amount", "basis", "on_behalf_of", "meeting"):
        assert input_value(card, name) == getattr(typed, name)


async def test_what_should_be_closed_is_not_repeated_where_others_may_look_on(open_desk_at: OpenDesk) -> None:
    typed = replace(FORM, is_closed=True)
    async with open_desk_at(BEFORE, Place.CHANNEL) as desk:
        public = await proposals.as_refused(desk, COORDINATOR, typed)
    async with open_desk_at(BEFORE, Place.PERSONAL) as desk:
        personal = await proposals.as_refused(desk, COORDINATOR, typed)
    assert public is IN_HAND
    assert personal is not None
    assert "generationsskifte" in texts(personal)


async def test_what_no_card_can_hold_stays_in_the_form(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        whole = await proposals.as_refused(desk, COORDINATOR, replace(FORM, case_description="ord " * 4_000))
        beyond = await proposals.as_refused(desk, COORDINATOR, replace(FORM, case_description="ord " * 10_000))
    assert whole is not None
    check(whole)
    assert input_value(whole, "case_description") == "ord " * 4_000
    assert beyond is IN_HAND


async def test_it_is_stored_confirmed_with_its_number_and_posted(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        card = await proposals.propose(desk, COORDINATOR, FORM)
        proposal = await now(desk)
        first, second = await owed(desk, ProposalNotice.RECEIVED)
        [post] = await owed(desk, MeetingNotice.POST)
    check(card)
    assert {first.recipient, second.recipient} == {SECRETARIAT, "sekretariat-region"}
    assert "»Lægedækning på Læsø« er modtaget som nr. 1." in texts(card)
    assert (proposal.year, proposal.number, proposal.revision) == (2027, 1, 1)
    assert (proposal.meeting, proposal.status) == ("2027-1", ProposalStatus.RECEIVED)
    assert not proposal.by_right
    assert not proposal.after_deadline
    async with open_desk_at(BEFORE, Place.CHANNEL) as desk:
        told, posted = await proposal_notices.received(desk, first), await meeting_notices.post(desk, post)
    for shown in (told, posted):
        assert isinstance(shown, Card)
        check(shown)
        assert "Nyt forslag til dagsordenen" in texts(shown)
        assert "Foreslået af Klyngekoordinator (Hjørring), Hjørring Kommune" in texts(shown)
        assert "Behandl forslag" in button_titles(shown)


async def test_the_same_form_sent_twice_is_answered_twice_and_stored_once(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        first = await proposals.propose(desk, COORDINATOR, FORM)
    async with open_desk_at("2027-02-01T10:01") as desk:
        assert await proposals.propose(desk, COORDINATOR, FORM) == first
        assert await stored.next_number(desk.conn, FORUM, 2027) == 2


async def test_somebody_elses_form_is_refused_and_a_fresh_one_given(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        with pytest.raises(Refusal, match="bad_card"):
            await proposals.propose(desk, POLITICIAN, FORM)
        card = await proposals.as_refused(desk, POLITICIAN, FORM)
    assert card is not None
    [button] = [each for each in elements(card.content) if "data" in each]
    assert button["data"]["form"] != FORM.form
    assert input_value(card, "title") == FORM.title


async def test_another_proposal_on_a_used_form_is_not_lost(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        with pytest.raises(Refusal, match="already_sent"):
            await proposals.propose(desk, COORDINATOR, replace(FORM, title="Noget andet"))
        card = await proposals.as_refused(desk, COORDINATOR, replace(FORM, title="Noget andet"))
    assert card is not None
    assert input_value(card, "title") == "Noget andet"
    assert FORM.form not in texts(card)


@pytest.mark.parametrize("form_id", ["", "x" * 65, "ø", "a\x00"])
async def test_a_forged_form_id_is_refused(open_desk_at: OpenDesk, form_id: str) -> None:
    async with open_desk_at(BEFORE) as desk:
        with pytest.raises(Refusal, match="bad_card"):
            await proposals.propose(desk, COORDINATOR, replace(FORM, form=form_id))


async def test_a_meeting_of_another_forum_is_refused(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        with pytest.raises(Refusal, match="bad_card"):
            await proposals.propose(desk, COORDINATOR, replace(FORM, meeting="2099-1"))


async def test_after_the_deadline_it_is_received_and_marked(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(AFTER) as desk:
        card = await proposals.propose(desk, COORDINATOR, FORM)
        assert (await now(desk)).after_deadline
        [notice, _] = await owed(desk, ProposalNotice.RECEIVED)
        posted = await proposal_notices.received(desk, notice)
    assert "modtaget efter fristen tirsdag den 16. februar 2027" in texts(card)
    assert isinstance(posted, Card)
    assert "Modtaget efter fristen" in texts(posted)


async def test_a_politician_proposes_by_right_and_the_card_says_whose(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        assert (await proposed(desk, POLITICIAN)).by_right
        [notice, _] = await owed(desk, ProposalNotice.RECEIVED)
        posted = await proposal_notices.received(desk, notice)
    assert isinstance(posted, Card)
    assert "Lokale politikere kan ifølge kommissoriet" in texts(posted)


async def test_numbers_count_without_gaps_per_local_year(open_desk_at: OpenDesk) -> None:
    moments = ["2026-12-31T23:59", "2027-01-01T00:00", "2027-01-01T00:30", "2027-02-01T10:00"]
    given = []
    for turn, moment in enumerate(moments):
        async with open_desk_at(moment) as desk:
            given.append(await proposed(desk, form=replace(FORM, form=f"form-{turn}")))
        with pytest.raises(Refusal, match="missing_field"):
            async with open_desk_at(moment) as desk:
                await proposed(desk, form=replace(FORM, form=f"fails-{turn}", title=""))
    assert [(each.year, each.number) for each in given] == [(2026, 1), (2027, 1), (2027, 2), (2027, 3)]


async def test_of_a_closed_one_the_channel_learns_nothing(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE, Place.CHANNEL) as desk:
        confirmed = await proposals.propose(desk, COORDINATOR, replace(FORM, is_closed=True))
        [post] = await owed(desk, MeetingNotice.POST)
        [notice, _] = await owed(desk, ProposalNotice.RECEIVED)
        posted, received = await meeting_notices.post(desk, post), await proposal_notices.received(desk, notice)
        opened = await proposals_queries.open_triage(desk, SECRETARIAT, OpenTriage(number=1))
        mine = await lists.show_mine(desk, COORDINATOR, ShowMyProposals())
        asked = await triage.ask_for_more(desk, SECRETARIAT, AskForMore(number=1, words="Hvorfor Læsø?"))
        again = await triage.as_refused(desk, SECRETARIAT, Decline(number=1))
        typed = await triage.as_refused(desk, SECRETARIAT, Decline(number=1, words="Læsø må vente"))
        [told] = await owed(desk, ProposalNotice.OUTCOME)
        outcome = await proposal_notices.outcome(desk, told)
    assert typed is IN_HAND
    for card in (confirmed, posted, received, opened, mine, asked, again, outcome):
        assert isinstance(card, Card)
        check(card)
        assert (NEUTRAL_TITLE in texts(card)) == (card is not outcome)
        assert not any(secret in texts(card) for secret in ("Læsø", "generations", "450", "klyngen drøfter"))
    async with open_desk_at(BEFORE, Place.PERSONAL) as desk:
        assert "Lægedækning" in texts(await proposals_queries.open_triage(desk, SECRETARIAT, OpenTriage(number=1)))


async def test_ones_own_are_listed_newest_first(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        for turn in range(22):
            await proposed(desk, form=replace(FORM, form=f"form-{turn}", title=f"Emne {turn}."))
        await proposed(desk, POLITICIAN, replace(FORM, form="other", title="En andens"))
        await triage.withdraw(desk, COORDINATOR, Withdraw(number=22))
        card = await lists.show_mine(desk, COORDINATOR, ShowMyProposals())
    check(card)
    shown = texts(card)
    assert shown.index("Emne 21.") < shown.index("Emne 20.") < shown.index("Emne 2.")
    assert "Emne 1." not in shown
    assert "En andens" not in shown
    shown_of = button_titles(card)
    assert shown_of[:4] == ["Se forslaget", "Ret forslaget", "Træk forslaget tilbage", "Se forslaget"]
    assert shown_of.count("Se forslaget") == 20
