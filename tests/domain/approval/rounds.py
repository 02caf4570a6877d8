"""Rounds of approval to try the rules on, and answers to them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import strategies as st

from bot.domain.agenda.changes import Change, ChangeKind
from bot.domain.approval.rules import circulate_again, respond
from bot.domain.approval.state import ApprovalRound, Response, Verdict
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.state import Content, ItemKind

OPENED = datetime(2027, 3, 1, 10, tzinfo=UTC)
DEADLINE = OPENED + timedelta(days=4)
DISPATCH = OPENED + timedelta(days=8)
BEFORE, AFTER = DEADLINE - timedelta(hours=1), DEADLINE + timedelta(hours=1)
PEOPLE = ("a", "b", "c")
ITEM = Content(title="t", kind=ItemKind.DECISION)
TITLE = Change(kind=ChangeKind.TITLE, position=1, before=ITEM, after=ITEM)
AMOUNT = Change(kind=ChangeKind.AMOUNT, position=1, before=ITEM, after=ITEM)

yes = st.sampled_from([Verdict.APPROVED, Verdict.APPROVED_WITH_REMARKS])
verdicts = st.sampled_from([Verdict.APPROVED, Verdict.APPROVED_WITH_REMARKS, Verdict.RETURNED])


def a_round(*people: str, mode: Mode = Mode.APPROVE) -> ApprovalRound:
    return ApprovalRound(
        number=1,
        forum="f",
        meeting="m",
        mode=mode,
        approvers=people or PEOPLE,
        first_version=1,
        version=1,
        opened_at=OPENED,
        deadline=DEADLINE,
    )


def answer(
    this: ApprovalRound, person: str, verdict: Verdict, *, at: datetime = BEFORE, version: int | None = None
) -> ApprovalRound:
    given_now = Response(
        person=person,
        verdict=verdict,
        words="fordi",
        version=this.version if version is None else version,
        at=at,
    )
    return respond(this, given_now, until=DEADLINE, is_over=False)


def refusal(this: ApprovalRound, person: str, verdict: Verdict, *, at: datetime = BEFORE, version: int = 1) -> str:
    with pytest.raises(Refusal) as refused:
        answer(this, person, verdict, at=at, version=version)
    return refused.value.key


def all_answer(this: ApprovalRound, given_verdicts: list[Verdict]) -> ApprovalRound:
    for person, verdict in zip(this.approvers, given_verdicts, strict=True):
        this = answer(this, person, verdict)
    return this


def newer(
    this: ApprovalRound, *changed: Change, mode: Mode = Mode.APPROVE, approvers: tuple[str, ...] | None = None
) -> ApprovalRound | None:
    return circulate_again(this, version=2, changes=changed, mode=mode, approvers=approvers or this.approvers)
