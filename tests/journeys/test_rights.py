"""Who may do what: every verb as every role."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.domain import actions as do
from bot.domain.approval import Verdict
from bot.domain.minutes import Outcome
from bot.local.demo.stage import Stage
from bot.local.directory import Account
from cards.buttons import pack
from tests.journeys.forging import (
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
from tests.journeys.steps import CHAIRS, COORDINATOR, SECRETARIAT, accept, approve, circulate, propose

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

    action: do.Action
    allowed: Collection[str]
    changes: bool = True
    by: str | None = None

    @property
    def doers(self) -> Collection[str]:
        return ([self.by] if self.by else list(self.allowed)[:1]) if self.changes else self.allowed

    def __str__(self) -> str:
        return type(self.action).__name__


def _one(kind: type[do.ProposalAction], number: int = 1, **more: Any) -> do.Action:
    return kind(forum=NORD, number=number, year=2027, **more)


def of_meeting(kind: Callable[..., do.Action], **more: Any) -> do.Action:
    return kind(forum=NORD, meeting=MEETING, **more)


def proposing(ident: str) -> do.Action:
    return do.Propose(forum=NORD, form=ident, title="Nyt", summary="Noget", recommendation="At")


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
        Case(do.OpenProposalForm(forum=NORD), SEATED, changes=False),
        Case(do.ShowMyProposals(forum=NORD), SEATED, changes=False),
        Case(do.ShowMeetings(forum=NORD), SEATED, changes=False),
        Case(do.ShowDeadlines(forum=NORD), SEATED, changes=False),
        Case(do.ShowHelp(forum=NORD), SEATED, changes=False),
        Case(do.ShowApprovals(forum=NORD), SEATED, changes=False),
        Case(do.ShowAgenda(forum=NORD), SEATED, changes=False),
        Case(do.ShowMinutes(forum=NORD), SEATED, changes=False),
        Case(do.TieChannel(forum=NORD), (SECRETARIAT,)),
        Case(_one(do.OpenTriage), (SECRETARIAT, LEADER, COORDINATOR), changes=False),
        Case(_one(do.AskForMore, words="Hvad?"), (SECRETARIAT,)),
        Case(_one(do.Elaborate, words="Det her."), (COORDINATOR,)),
        Case(_one(do.Postpone, words="Senere."), (SECRETARIAT,)),
        Case(_one(do.Accept), (SECRETARIAT,)),
        Case(_one(do.Decline, words="Nej."), (SECRETARIAT,)),
        Case(_one(do.Accept), (SECRETARIAT,)),
        Case(_one(do.Withdraw), (COORDINATOR,)),
        Case(_one(do.Accept, 2), (SECRETARIAT,)),
        Case(_one(do.Decline, 2, words="Nej."), LEADS),
        Case(_one(do.Accept, 2), LEADS),
        Case(_one(do.Withdraw, 2), (POLITICIAN,)),
        *(Case(proposing(f"f-{person}"), SEATED, by=person) for person in SEATED),
    ],
    _accepted: [
        Case(of_meeting(do.EditAgenda), (SECRETARIAT,), changes=False),
        Case(of_meeting(do.OpenItem, position=2), (SECRETARIAT,), changes=False),
        Case(of_meeting(do.AddItem, title="Mere"), (SECRETARIAT,)),
        Case(of_meeting(do.MoveItem, position=3, to="2"), (SECRETARIAT,)),
        Case(of_meeting(do.EditItem, position=2, title="Andet"), (SECRETARIAT,)),
        Case(of_meeting(do.RemoveItem, position=2), (SECRETARIAT,)),
        Case(of_meeting(do.Circulate), (SECRETARIAT,)),
        Case(of_meeting(do.ShowVersion, version=1), SEATED, changes=False),
    ],
    _circulated: [
        Case(of_meeting(do.Respond, verdict=Verdict.APPROVED), CHAIRS),
        Case(of_meeting(do.Respond, verdict=Verdict.APPROVED_WITH_REMARKS, words="Husk."), CHAIRS, by=CHAIR),
        Case(of_meeting(do.Respond, verdict=Verdict.RETURNED, words="Om igen."), CHAIRS),
    ],
    _unanswered: [Case(of_meeting(do.SendUnapproved), (SECRETARIAT,))],
    _held: [
        Case(of_meeting(do.RecordAbsence, absent=(POLITICIAN,)), (SECRETARIAT,)),
        Case(of_meeting(do.RecordResolution, position=2, outcome=Outcome.APPROVED, words="Ja."), (SECRETARIAT,)),
        Case(of_meeting(do.SendMinutes), (SECRETARIAT,)),
        Case(of_meeting(do.OpenResolution, position=2), SEATED, changes=False),
        *(Case(of_meeting(do.RemarkOnMinutes, words=f"Fejl: {each}."), SEATED, by=each) for each in SEATED),
        Case(of_meeting(do.AddToMinutes, words="Rettelse."), (SECRETARIAT,)),
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
    assert set(do.AnyAction.__args__) - named == {do.NotUnderstood, do.SendAgenda, do.ApproveMinutes}


async def test_sending_on_ones_own_word_is_the_secretariats(nord: Stage) -> None:
    await _accepted(nord)
    for person in EVERYBODY:
        answer = await press(nord, person, pack(of_meeting(do.SendAgenda)))
        assert is_refused(answer.card)
        assert ("sendes af sig selv" in said(answer.card)) == (person == SECRETARIAT)


async def test_minutes_are_approved_by_the_approvers_alone(nord: Stage, tmp_path: Path) -> None:
    await apply_variant(
        nord, tmp_path, {"minutes_approval: {value: next_meeting": "minutes_approval: {value: before_sending"}
    )
    await _held(nord)
    await press(nord, SECRETARIAT, pack(of_meeting(do.RecordResolution, position=2, words="Ja.")))
    await press(nord, SECRETARIAT, pack(of_meeting(do.SendMinutes)))
    await nord.sees("Referat til godkendelse")
    before = await stored(nord)
    for person in EVERYBODY:
        if person not in CHAIRS:
            assert is_refused((await press(nord, person, pack(of_meeting(do.ApproveMinutes)))).card), person
    assert await stored(nord) == before
    for person in CHAIRS:
        assert not is_refused((await press(nord, person, pack(of_meeting(do.ApproveMinutes)))).card)
    await nord.sees("Referat fra mødet den 16. marts 2027")


async def test_a_seat_that_has_ended_gives_no_rights(nord: Stage, tmp_path: Path) -> None:
    seat = "{person: formand-laesoe, organisation: laesoe, roles: [politician], level: political}"
    await propose(nord, POLITICIAN)
    await apply_variant(nord, tmp_path, {seat: seat.replace("}", ", until: 2027-01-10}")})
    before = await stored(nord)
    actions = [proposing("f"), of_meeting(do.ShowAgenda), do.ShowApprovals(forum=NORD), do.OpenProposalForm(forum=NORD)]
    for action in (*actions, _one(do.Withdraw), _one(do.OpenTriage)):
        answer = await press(nord, POLITICIAN, pack(action))
        assert is_refused(answer.card), (action, said(answer.card))
    assert await stored(nord) == before
