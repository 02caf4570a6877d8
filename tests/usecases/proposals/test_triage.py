"""Treating a proposal on a real database: what the secretariat, the meeting leader and the proposer may do."""

from collections.abc import Awaitable, Callable

import pytest

from bot.domain.kernel.conversation import Place
from bot.domain.kernel.notice import Stale
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.actions import (
    Accept,
    AskForMore,
    Decline,
    Elaborate,
    OpenTriage,
    Postpone,
    ProposalAction,
    Withdraw,
)
from bot.domain.proposals.notices import ProposalNotice
from bot.domain.proposals.state import Answer, ProposalStatus
from bot.usecases.agenda.views import draft_of
from bot.usecases.proposals import notices as proposal_notices
from bot.usecases.proposals import queries as proposals_queries
from bot.usecases.proposals import triage
from bot.usecases.proposals.places import place_of
from cards.kit.elements import Card
from storage import audit
from tests.cards.checks import button_titles, check, elements, texts
from tests.conftest import OpenDesk
from tests.usecases.proposals.setting import (
    BEFORE,
    COORDINATOR,
    FORUM,
    LEADER,
    POLITICIAN,
    SECRETARIAT,
    input_value,
    now,
    owed,
    proposed,
    refused,
    send_agenda,
)


async def test_each_gets_the_buttons_of_their_capacity(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk, POLITICIAN)
        shown = {
            person: button_titles(await proposals_queries.open_triage(desk, person, OpenTriage(number=1, year=2027)))
            for person in (SECRETARIAT, LEADER, POLITICIAN)
        }
        bystander = await proposals_queries.open_triage(desk, COORDINATOR, OpenTriage(number=1))
    assert shown[SECRETARIAT] == [
        "Optag på dagsordenen",
        "Bed om uddybning",
        "Ret forslaget",
        "Spørg mødelederen",
    ]
    assert shown[LEADER] == ["Udskyd til et senere møde", "Sæt ikke på dagsordenen"]
    assert shown[POLITICIAN] == ["Ret forslaget", "Træk forslaget tilbage"]
    assert button_titles(bystander) == []


async def test_a_proposal_that_is_not_there_is_refused(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        for number, year in ((2, None), (1, 2026), (-1, None)):
            with pytest.raises(Refusal, match="unknown_proposal"):
                await proposals_queries.open_triage(desk, SECRETARIAT, OpenTriage(number=number, year=year))


async def test_accepted_it_lands_on_the_draft_before_the_closing_item(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        card = await triage.accept(desk, SECRETARIAT, Accept(number=1, revision=1))
        again = await triage.accept(desk, SECRETARIAT, Accept(number=1, revision=1))
        agenda = await draft_of(desk, desk.meeting("2027-1"))
        entries = [entry.what async for entry in audit.entries(desk.conn, FORUM, after=1)]
        [told] = await owed(desk, ProposalNotice.OUTCOME)
        outcome = await proposal_notices.outcome(desk, told)
    check(card)
    assert again == card
    assert [item.content.title for item in agenda.items][1:-1] == ["Lægedækning på Læsø"]
    assert "er optaget som punkt 2 på dagsordenen til mødet den 16. marts 2027." in texts(card)
    assert entries == ["proposal.received", "proposal.accepted"]
    assert told.recipient == COORDINATOR
    assert isinstance(outcome, Card)
    check(outcome)
    assert "er optaget som punkt 2" in texts(outcome)


async def test_a_button_about_an_older_revision_is_refused_with_the_fresh_card(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        await triage.ask_for_more(desk, SECRETARIAT, AskForMore(number=1, revision=1, words="Hvor mange?"))
        decline = Decline(number=1, revision=1, words="For sent")
        assert await refused(desk, SECRETARIAT, decline) == "stale"
        fresh = await triage.as_refused(desk, SECRETARIAT, decline)
    assert fresh is not None
    check(fresh)
    assert "Hvor mange?" in texts(fresh)
    assert input_value(fresh, "words") == "For sent"
    revisions = {each["data"]["revision"] for each in elements(fresh.content) if "data" in each}
    assert revisions == {2}


async def test_the_proposer_elaborates_and_it_is_undecided_again(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        await triage.ask_for_more(desk, SECRETARIAT, AskForMore(number=1, words="Hvor mange?"))
        [told] = await owed(desk, ProposalNotice.OUTCOME)
        question = await proposal_notices.outcome(desk, told)
        assert await refused(desk, SECRETARIAT, Elaborate(number=1, words="Fire.")) == "no_rights"
        card = await triage.elaborate(desk, COORDINATOR, Elaborate(number=1, revision=2, words="Fire."))
        proposal = await now(desk)
        late = await proposal_notices.outcome(desk, told)
    assert isinstance(question, Card)
    check(question)
    assert "Hvor mange?" in texts(question)
    assert button_titles(question) == ["Send uddybning", "Ret forslaget"]
    check(card)
    assert proposal.status is ProposalStatus.RECEIVED
    assert proposal.dialogue.answers == (Answer(question="Hvor mange?", words="Fire."),)
    assert "Fire." not in proposal.content.summary
    assert isinstance(late, Stale)


async def test_a_right_is_overruled_by_the_meeting_leader_alone(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk, POLITICIAN)
        asked = await triage.decline(desk, SECRETARIAT, Decline(number=1, words="Nej"))
        assert (await now(desk)).status is ProposalStatus.RECEIVED
        card = await triage.decline(desk, LEADER, Decline(number=1, words="Hører til i oktober."))
        assert await refused(desk, SECRETARIAT, Accept(number=1)) == "only_the_leader"
        assert (await now(desk)).status is ProposalStatus.DECLINED
    check(asked)
    assert "Mødelederen (Formand (Hjørring)) er spurgt" in texts(asked)
    check(card)
    assert "ikke sat på dagsordenen. Begrundelse: Hører til i oktober." in texts(card)
    assert "Besluttet af mødelederen (Formand (Hjørring))." in texts(card)


UNDOING = [
    (triage.postpone, Postpone(number=1, words="Oktober er bedre."), SECRETARIAT),
    (triage.decline, Decline(number=1, words="Ikke her."), SECRETARIAT),
    (triage.withdraw, Withdraw(number=1), COORDINATOR),
]


@pytest.mark.parametrize(("undo", "action", "actor"), UNDOING)
async def test_undone_an_accepted_item_leaves_the_draft(
    open_desk_at: OpenDesk, undo: Callable[..., Awaitable[Card]], action: ProposalAction, actor: str
) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        await triage.accept(desk, SECRETARIAT, Accept(number=1))
        await undo(desk, actor, action)
        agenda = await draft_of(desk, desk.meeting("2027-1"))
    assert [item for item in agenda.items if item.proposal] == []


@pytest.mark.parametrize(("undo", "action", "actor"), UNDOING)
async def test_once_the_agenda_was_sent_its_items_stay(
    open_desk_at: OpenDesk, undo: Callable[..., Awaitable[Card]], action: ProposalAction, actor: str
) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        await triage.accept(desk, SECRETARIAT, Accept(number=1))
        await send_agenda(desk, "2027-1")
        with pytest.raises(Refusal, match="sent_proposal"):
            await undo(desk, actor, action)
        assert (await now(desk)).status is ProposalStatus.ACCEPTED


async def test_onto_a_sent_agenda_nothing_is_accepted(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        await send_agenda(desk, "2027-1")
        with pytest.raises(Refusal) as refusal:
            await triage.accept(desk, SECRETARIAT, Accept(number=1))
    assert refusal.value.key == "agenda_closed"


@pytest.mark.parametrize("typed", ["2027-2", "5/10", "5. oktober 2027"])
async def test_postponed_to_a_later_meeting_it_is_accepted_there(open_desk_at: OpenDesk, typed: str) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        card = await triage.postpone(desk, SECRETARIAT, Postpone(number=1, meeting=typed, words="Tema i oktober."))
        assert (await now(desk)).meeting == "2027-2"
        await triage.accept(desk, SECRETARIAT, Accept(number=1))
        assert (await place_of(desk, await now(desk))).position == 2
        assert (await now(desk)).meeting == "2027-2"
    assert "er udskudt til mødet den 5. oktober 2027. Begrundelse: Tema i oktober." in texts(card)


@pytest.mark.parametrize("typed", ["", "-"])
async def test_postponed_to_no_meeting_yet_it_is_accepted_for_the_next(open_desk_at: OpenDesk, typed: str) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        await triage.postpone(desk, SECRETARIAT, Postpone(number=1, meeting=typed, words="Ikke nu."))
        assert (await now(desk)).meeting is None
        await triage.accept(desk, SECRETARIAT, Accept(number=1))
        assert (await now(desk)).meeting == "2027-1"


@pytest.mark.parametrize(
    ("typed", "key"), [("2027-1", "bad_later_meeting"), ("1/4", "bad_later_meeting"), ("x", "bad_date")]
)
async def test_only_a_later_meeting_can_be_chosen(open_desk_at: OpenDesk, typed: str, key: str) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        assert await refused(desk, SECRETARIAT, Postpone(number=1, meeting=typed, words="Senere.")) == key


async def test_what_was_declined_may_still_be_accepted(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        await triage.decline(desk, SECRETARIAT, Decline(number=1, words="Ikke her."))
        assert await refused(desk, SECRETARIAT, Decline(number=1, words="Ikke her.")) == "proposal_is_declined"
        await triage.accept(desk, SECRETARIAT, Accept(number=1))
        assert (await now(desk)).status is ProposalStatus.ACCEPTED


async def test_nobody_but_the_proposer_withdraws_and_hears_nothing_of_it(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        assert await refused(desk, SECRETARIAT, Withdraw(number=1)) == "no_rights"
        assert await refused(desk, POLITICIAN, Withdraw(number=1)) == "no_rights"
        card = await triage.withdraw(desk, COORDINATOR, Withdraw(number=1))
        assert await owed(desk, ProposalNotice.OUTCOME) == []
        assert await refused(desk, SECRETARIAT, Accept(number=1)) == "proposal_is_withdrawn"
    check(card)
    assert button_titles(card) == []


async def test_in_the_channel_the_proposer_is_called_by_name(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE, Place.CHANNEL) as desk:
        await proposed(desk)
        await triage.decline(desk, SECRETARIAT, Decline(number=1, words="Ikke her."))
        [told] = await owed(desk, ProposalNotice.OUTCOME)
        card = await proposal_notices.outcome(desk, told)
    assert isinstance(card, Card)
    check(card)
    assert card.content["msteams"]["entities"][0]["mentioned"]["name"] == "Klyngekoordinator (Hjørring)"
