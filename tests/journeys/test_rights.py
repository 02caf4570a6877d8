"""Who may do what: every verb as every role."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.domain.actions import AnyAction
from bot.domain.agenda.actions import AddItem, EditAgenda, EditItem, MoveItem, OpenItem, RemoveItem, ShowAgenda
from bot.domain.approval.actions import Circulate, Respond, SendAgenda, SendUnapproved, ShowApprovals, ShowVersion
from bot.domain.approval.state import Verdict
from bot.domain.forum.actions import NotUnderstood, ShowHelp, TieChannel
from bot.domain.kernel.action import Action
from bot.domain.meetings.actions import ShowDeadlines, ShowMeetings
from bot.domain.minutes.actions import (
    AddToMinutes,
    ApproveMinutes,
    OpenResolution,
    RecordAbsence,
    RecordResolution,
    RemarkOnMinutes,
    SendMinutes,
    ShowMinutes,
)
from bot.domain.minutes.state import Outcome
from bot.domain.proposals.actions import (
    Accept,
    AskForMore,
    Decline,
    Elaborate,
    OpenProposalForm,
    OpenTriage,
    Postpone,
    ProposalAction,
    Propose,
    ShowMyProposals,
    Withdraw,
)
from bot.local.demo.stage import Stage
from bot.local.directory import Account
from cards.kit.buttons import pack
from tests.harness.forging import (
    NORD,
    STRANGER,
    apply_variant,
    is_refused,
    logged,
    posted,
    press,
    quiet,
    said,
    stored,
)
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, accept, approve, circulate, propose

pytestmark = pytest.mark.both_databases

LEADER, CHAIR = CHAIRS
OTHER_COORDINATOR = "koordinator-region"
POLITICIAN = "formand-laesoe"
SUBSTITUTE = "suppleant-regional"
SEATED = (SECRETARIAT, COORDINATOR, OTHER_COORDINATOR, LEADER, CHAIR, POLITICIAN, SUBSTITUTE)
EVERYBODY: tuple[str | Account, ...] = (*SEATED, STRANGER)
MEETING = "2027-1"


@dataclass(frozen=True)
class Case:
    """An action, and those whom it is for; where it changes something, `by` does it in the end (else the first)."""

    action: Action
    allowed: Collection[str]
    changes: bool = True
    by: str | None = None

    @property
    def doers(self) -> Collection[str]:
        return ([self.by] if self.by else list(self.allowed)[:1]) if self.changes else self.allowed

    def __str__(self) -> str:
        return type(self.action).__name__


def _one(kind: type[ProposalAction], number: int = 1, **more: Any) -> Action:
    return kind(forum=NORD, number=number, year=2027, **more)


def of_meeting(kind: Callable[..., Action], **more: Any) -> Action:
    return kind(forum=NORD, meeting=MEETING, **more)


def proposing(ident: str) -> Action:
    return Propose(forum=NORD, form=ident, title="Nyt", summary="Noget", recommendation="At")


async def _proposed(nord: Stage) -> None:
    """No. 1 by a coordinator, no. 2 by a politician, who has a right."""
    await propose(nord)
    await propose(nord, POLITICIAN, {"Overskrift": "Lægedækning"})


async def _accepted(nord: Stage) -> None:
    await _proposed(nord)
    await accept(nord, 1)


async def _circulated(nord: Stage) -> None:
    await _accepted(nord)
    await nord.at("2027-03-02T09:00")
    await circulate(nord)


async def _unanswered(nord: Stage) -> None:
    await _circulated(nord)
    await nord.at("2027-03-08T09:00")


async def _held(nord: Stage) -> None:
    await _circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    await nord.at("2027-03-09T08:00")
    await nord.at("2027-03-17T09:00")


LEADS = (LEADER,)
TABLE: dict[Callable[[Stage], Awaitable[None]], list[Case]] = {
    _proposed: [
        Case(OpenProposalForm(forum=NORD), SEATED, changes=False),
        Case(ShowMyProposals(forum=NORD), SEATED, changes=False),
        Case(ShowMeetings(forum=NORD), SEATED, changes=False),
        Case(ShowDeadlines(forum=NORD), SEATED, changes=False),
        Case(ShowHelp(forum=NORD), SEATED, changes=False),
        Case(ShowApprovals(forum=NORD), SEATED, changes=False),
        Case(ShowAgenda(forum=NORD), SEATED, changes=False),
        Case(ShowMinutes(forum=NORD), SEATED, changes=False),
        Case(TieChannel(forum=NORD), (SECRETARIAT,)),
        Case(_one(OpenTriage), (SECRETARIAT, LEADER, COORDINATOR), changes=False),
        Case(_one(AskForMore, words="Hvad?"), (SECRETARIAT,)),
        Case(_one(Elaborate, words="Det her."), (COORDINATOR,)),
        Case(_one(Postpone, words="Senere."), (SECRETARIAT,)),
        Case(_one(Accept), (SECRETARIAT,)),
        Case(_one(Decline, words="Nej."), (SECRETARIAT,)),
        Case(_one(Accept), (SECRETARIAT,)),
        Case(_one(Withdraw), (COORDINATOR,)),
        Case(_one(Accept, 2), (SECRETARIAT,)),
        Case(_one(Decline, 2, words="Nej."), LEADS),
        Case(_one(Accept, 2), LEADS),
        Case(_one(Withdraw, 2), (POLITICIAN,)),
        *(Case(proposing(f"f-{person}"), SEATED, by=person) for person in SEATED),
    ],
    _accepted: [
        Case(of_meeting(EditAgenda), (SECRETARIAT,), changes=False),
        Case(of_meeting(OpenItem, position=2), (SECRETARIAT,), changes=False),
        Case(of_meeting(AddItem, title="Mere"), (SECRETARIAT,)),
        Case(of_meeting(MoveItem, position=3, to="2"), (SECRETARIAT,)),
        Case(of_meeting(EditItem, position=2, title="Andet"), (SECRETARIAT,)),
        Case(of_meeting(RemoveItem, position=2), (SECRETARIAT,)),
        Case(of_meeting(Circulate), (SECRETARIAT,)),
        Case(of_meeting(ShowVersion, version=1), SEATED, changes=False),
    ],
    _circulated: [
        Case(of_meeting(Respond, verdict=Verdict.APPROVED), CHAIRS),
        Case(of_meeting(Respond, verdict=Verdict.APPROVED_WITH_REMARKS, words="Husk."), CHAIRS, by=CHAIR),
        Case(of_meeting(Respond, verdict=Verdict.RETURNED, words="Om igen."), CHAIRS),
    ],
    _unanswered: [Case(of_meeting(SendUnapproved), (SECRETARIAT,))],
    _held: [
        Case(of_meeting(RecordAbsence, absent=(POLITICIAN,)), (SECRETARIAT,)),
        Case(of_meeting(RecordResolution, position=2, outcome=Outcome.APPROVED, words="Ja."), (SECRETARIAT,)),
        Case(of_meeting(SendMinutes), (SECRETARIAT,)),
        Case(of_meeting(OpenResolution, position=2), SEATED, changes=False),
        *(Case(of_meeting(RemarkOnMinutes, words=f"Fejl: {each}."), SEATED, by=each) for each in SEATED),
        Case(of_meeting(AddToMinutes, words="Rettelse."), (SECRETARIAT,)),
    ],
}


@pytest.mark.parametrize("begin", TABLE, ids=lambda begin: begin.__name__.strip("_"))
async def test_each_verb_is_for_some_and_a_polite_no_to_all_others(
    nord: Stage, begin: Callable[[Stage], Awaitable[None]]
) -> None:
    await begin(nord)
    for case in TABLE[begin]:
        await quiet(nord)
        before, shown = await stored(nord), posted(nord)
        for person in EVERYBODY:
            if person not in case.allowed:
                answer = await press(nord, person, pack(case.action))
                assert is_refused(answer.card), (str(case), person, said(answer.card))
        assert (await stored(nord), posted(nord)) == (before, shown), str(case)
        for person in case.doers:
            length = await logged(nord)
            answer = await press(nord, person, pack(case.action))
            assert not is_refused(answer.card), (str(case), person, said(answer.card))
            assert (await logged(nord) > length) == case.changes, str(case)


def test_the_table_names_every_verb_but_those_that_need_other_settings() -> None:
    named = {type(case.action) for cases in TABLE.values() for case in cases}
    assert set(AnyAction.__args__) - named == {NotUnderstood, SendAgenda, ApproveMinutes}


async def test_sending_on_ones_own_word_is_the_secretariats(nord: Stage) -> None:
    await _accepted(nord)
    for person in EVERYBODY:
        answer = await press(nord, person, pack(of_meeting(SendAgenda)))
        assert is_refused(answer.card)
        assert ("sendes af sig selv" in said(answer.card)) == (person == SECRETARIAT)


async def test_minutes_are_approved_by_the_approvers_alone(nord: Stage, tmp_path: Path) -> None:
    await apply_variant(
        nord, tmp_path, {"minutes_approval: {value: next_meeting": "minutes_approval: {value: before_sending"}
    )
    await _held(nord)
    await press(nord, SECRETARIAT, pack(of_meeting(RecordResolution, position=2, words="Ja.")))
    await press(nord, SECRETARIAT, pack(of_meeting(SendMinutes)))
    await nord.sees("Referat til godkendelse")
    before = await stored(nord)
    for person in EVERYBODY:
        if person not in CHAIRS:
            assert is_refused((await press(nord, person, pack(of_meeting(ApproveMinutes)))).card), person
    assert await stored(nord) == before
    for person in CHAIRS:
        assert not is_refused((await press(nord, person, pack(of_meeting(ApproveMinutes)))).card)
    await nord.sees("Referat fra mødet den 16. marts 2027")


async def test_a_seat_that_has_ended_gives_no_rights(nord: Stage, tmp_path: Path) -> None:
    seat = "{person: formand-laesoe, organisation: laesoe, roles: [politician], level: political}"
    await propose(nord, POLITICIAN)
    await apply_variant(nord, tmp_path, {seat: seat.replace("}", ", until: 2027-01-10}")})
    before = await stored(nord)
    actions = [proposing("f"), of_meeting(ShowAgenda), ShowApprovals(forum=NORD), OpenProposalForm(forum=NORD)]
    for action in (*actions, _one(Withdraw), _one(OpenTriage)):
        answer = await press(nord, POLITICIAN, pack(action))
        assert is_refused(answer.card), (action, said(answer.card))
    assert await stored(nord) == before
