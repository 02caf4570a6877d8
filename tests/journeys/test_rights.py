"""Who may do what: every verb as every role."""

from pathlib import Path

import pytest

from bot.domain.actions import AnyAction
from bot.domain.agenda.actions import ShowAgenda
from bot.domain.approval.actions import ShowApprovals
from bot.domain.minutes.actions import ApproveMinutes, RecordResolution, SendMinutes, TakeBackMinutesApproval
from bot.domain.proposals.actions import OpenProposalForm, OpenTriage, Withdraw
from bot.domain.saying.actions import Offered
from bot.local.demo.stage import Stage
from cards.kit.buttons import pack
from tests.harness.cases import CASES
from tests.harness.cases.case import EVERYBODY, POLITICIAN, Begin, held, here, of_meeting
from tests.harness.cases.proposals import one, proposing
from tests.harness.forging import apply_variant, is_refused, logged, posted, press, quiet, said, stored
from tests.harness.steps import CHAIRS, SECRETARIAT, propose

pytestmark = pytest.mark.both_databases

BEGINNINGS = list(dict.fromkeys(case.begin for case in CASES if case.begin is not None))


@pytest.mark.parametrize("begin", BEGINNINGS, ids=lambda begin: begin.__name__)
async def test_each_verb_is_for_some_and_a_polite_no_to_all_others(nord: Stage, begin: Begin) -> None:
    await begin(nord)
    for case in (each for each in CASES if each.begin is begin):
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


def test_every_action_has_a_case() -> None:
    assert {type(case.action) for case in CASES} == set(AnyAction.__args__) - {Offered}


def test_what_has_no_beginning_has_a_journey_of_its_own() -> None:
    assert {str(case) for case in CASES if case.begin is None} == {
        "AnswerGpQuestion",
        "AttachFiles",
        "OfferFiles",
        "ApproveMinutes",
        "MarkCopySent",
        "OpenGpQuestion",
        "SendStatus",
        "ShowCopy",
        "OpenSendOn",
        "RegisterAnswer",
        "SendOn",
        "ShowReferral",
        "HandOver",
        "OpenHandOver",
        "TakeBackMinutesApproval",
        "TakeBackReferral",
    }


async def test_minutes_are_approved_by_the_approvers_alone(nord: Stage, tmp_path: Path) -> None:
    await apply_variant(
        nord, tmp_path, {"minutes_approval: {value: next_meeting": "minutes_approval: {value: before_sending"}
    )
    await held(nord)
    await press(nord, SECRETARIAT, pack(of_meeting(RecordResolution, position=2, words="Ja.")))
    await press(nord, SECRETARIAT, pack(of_meeting(SendMinutes)))
    await nord.sees("Referat til godkendelse")
    before = await stored(nord)
    for person in EVERYBODY:
        if person not in CHAIRS:
            for kind in (ApproveMinutes, TakeBackMinutesApproval):
                assert is_refused((await press(nord, person, pack(of_meeting(kind)))).card), (person, kind)
    assert await stored(nord) == before
    for person in CHAIRS:
        assert not is_refused((await press(nord, person, pack(of_meeting(ApproveMinutes)))).card)
    await nord.sees("Referat fra mødet den 16. marts 2027")


async def test_a_seat_that_has_ended_gives_no_rights(nord: Stage, tmp_path: Path) -> None:
    seat = "{person: formand-laesoe, organisation: laesoe, roles: [politician], level: political}"
    await propose(nord, POLITICIAN)
    await apply_variant(nord, tmp_path, {seat: seat.replace("}", ", until: 2027-01-10}")})
    before = await stored(nord)
    actions = [proposing("f"), of_meeting(ShowAgenda), here(ShowApprovals), here(OpenProposalForm)]
    for action in (*actions, one(Withdraw), one(OpenTriage)):
        answer = await press(nord, POLITICIAN, pack(action))
        assert is_refused(answer.card), (action, said(answer.card))
    assert await stored(nord) == before
