"""A round of approval among two chairs, as the cards' tests ask about it."""

from dataclasses import replace
from datetime import datetime

from bot.domain.approval.state import ApprovalRound, Response, Standpoint, Verdict
from bot.domain.kernel.charter import Mode
from cards.approval.standing import Request
from tests.cards.agenda.setting import COPENHAGEN, MEETING, NOW, USUAL, agenda_of

PEOPLE = ("formand-kommunal", "formand-regional")
NAMES = {"formand-kommunal": "Formand (Hjørring)", "formand-regional": "Formand (Region Nordjylland)"}
ASKED = frozenset({Verdict.APPROVED, Verdict.APPROVED_WITH_REMARKS, Verdict.RETURNED})
END_OF_DAY = datetime(2027, 3, 6, tzinfo=COPENHAGEN)
DISPATCH = datetime(2027, 3, 9, 8, tzinfo=COPENHAGEN)


def a_round(*responses: Response, standpoint: Standpoint = Standpoint.OPEN, version: int = 1) -> ApprovalRound:
    return ApprovalRound(
        number=1,
        forum=MEETING.forum,
        meeting=MEETING.id,
        mode=Mode.APPROVE,
        approvers=PEOPLE,
        first_version=1,
        version=version,
        opened_at=NOW,
        deadline=END_OF_DAY,
        responses=responses,
        standpoint=standpoint,
    )


def said(person: str, verdict: Verdict, words: str = "", version: int = 1) -> Response:
    return Response(person=person, verdict=verdict, words=words, version=version, at=NOW)


def asked_of(approval: ApprovalRound, **facts: object) -> Request:
    usual = Request(
        forum_name="Politisk Klynge Nord",
        meeting=MEETING,
        approval=approval,
        names=NAMES,
        items=agenda_of(USUAL).items,
        offered=ASKED,
        leaves_at=DISPATCH,
    )
    return replace(usual, **facts)  # type: ignore[arg-type]  # the fields of a request
