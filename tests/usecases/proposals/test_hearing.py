"""What the proposer and the meeting leader hear, on a real database: once, and as it is when it leaves."""

from bot.domain.agenda.actions import RemoveItem, RestoreItem
from bot.domain.proposals.actions import Accept, Postpone, Revise, Withdraw
from bot.domain.proposals.notices import ProposalNotice
from bot.usecases.agenda import commands as drafting
from bot.usecases.desk import WritingDesk
from bot.usecases.proposals import render, revising, triage
from cards.kit.elements import Card
from tests.cards.checks import texts
from tests.conftest import OpenDesk
from tests.usecases.proposals.setting import BEFORE, COORDINATOR, POLITICIAN, SECRETARIAT, owed, proposed


async def heard(desk: WritingDesk, kind: ProposalNotice) -> list[str]:
    """What all that is owed of that kind says as it leaves now, but for what is no longer of use."""
    drawn = [await render(desk, each, kind) for each in await owed(desk, kind)]
    return [texts(each) for each in drawn if isinstance(each, Card)]


async def test_a_decision_is_told_though_the_proposal_was_changed_before_it_left(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        await triage.accept(desk, SECRETARIAT, Accept(number=1))
        await revising.revise(desk, SECRETARIAT, Revise(number=1, title="Lægedækning på øerne"))
        [told] = await heard(desk, ProposalNotice.OUTCOME)
        await revising.revise(desk, COORDINATOR, Revise(number=1, title="Læger"))
        [again] = await heard(desk, ProposalNotice.OUTCOME)
    for each in (told, again):
        assert "Forslaget »Lægedækning på øerne« er optaget som punkt 2" in each


async def test_two_decisions_at_once_are_one_message_that_tells_where_it_stands(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        await triage.accept(desk, SECRETARIAT, Accept(number=1))
        await triage.postpone(desk, SECRETARIAT, Postpone(number=1, meeting="2027-2", words="Mødet er fuldt."))
        assert len(await owed(desk, ProposalNotice.OUTCOME)) == 2
        [told] = await heard(desk, ProposalNotice.OUTCOME)
        await triage.accept(desk, SECRETARIAT, Accept(number=1))
        [last] = await heard(desk, ProposalNotice.OUTCOME)
    assert "er udskudt til mødet den 5. oktober 2027. Begrundelse: Mødet er fuldt." in told
    assert "er optaget som punkt 2 på dagsordenen til mødet den 5. oktober 2027." in last


async def test_taken_off_the_draft_and_put_back_the_proposer_hears_where_it_stands(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        await triage.accept(desk, SECRETARIAT, Accept(number=1))
        await drafting.remove_item(desk, SECRETARIAT, RemoveItem(position=2))
        [off] = await heard(desk, ProposalNotice.OUTCOME)
        await drafting.restore_item(desk, SECRETARIAT, RestoreItem())
        [on] = await heard(desk, ProposalNotice.OUTCOME)
    assert "»Lægedækning på Læsø« er ikke på dagsordenen og afventer sekretariatet igen." in off
    assert "er optaget som punkt 2" in on


async def test_of_what_the_proposer_took_back_nothing_more_is_told(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk)
        await triage.accept(desk, SECRETARIAT, Accept(number=1))
        await triage.withdraw(desk, COORDINATOR, Withdraw(number=1))
        assert await heard(desk, ProposalNotice.OUTCOME) == []


async def test_the_leader_is_asked_once_though_the_proposal_was_changed_meanwhile(open_desk_at: OpenDesk) -> None:
    async with open_desk_at(BEFORE) as desk:
        await proposed(desk, POLITICIAN)
        await triage.postpone(desk, SECRETARIAT, Postpone(number=1, words="Mødet er fuldt."))
        await revising.revise(desk, SECRETARIAT, Revise(number=1, title="Læger"))
        [asked] = await heard(desk, ProposalNotice.LEADER)
        await triage.postpone(desk, SECRETARIAT, Postpone(number=1, words="Rettet: helt fuldt."))
        [anew] = await heard(desk, ProposalNotice.LEADER)
    assert "»Læger« kan udskydes" in asked
    assert "helt fuldt" in anew
