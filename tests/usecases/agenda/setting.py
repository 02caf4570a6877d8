"""An agenda on its way to the meeting of 16 March 2027: who, when and what the tests of it share."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from bot.domain.agenda.rules import include
from bot.domain.agenda.state import Agenda
from bot.domain.approval.actions import Circulate, Respond
from bot.domain.approval.state import ApprovalRound, Verdict
from bot.domain.kernel.forum import Choice
from bot.domain.kernel.notice import Notice, NoticeState
from bot.domain.kernel.refusal import Refusal
from bot.domain.notices import AnyNotice
from bot.domain.proposals.state import Content, ItemKind, Proposal, ProposalStatus
from bot.usecases.agenda import views as agenda_views
from bot.usecases.approval import answering
from bot.usecases.approval import commands as approval
from bot.usecases.desk import WritingDesk
from cards.kit.elements import Card
from storage import agenda as agendas
from storage import approval as approvals
from storage import proposals
from storage.outbox import notices
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


async def put_on(desk: WritingDesk, content: Content, meeting: str = MEETING) -> Proposal:
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
    draft = await agenda_views.draft_of(desk, desk.meeting(meeting))
    await agendas.put(desk.conn, include(draft, stored))
    return stored


@asynccontextmanager
async def circulated(open_desk_at: OpenDesk) -> AsyncIterator[None]:
    async with open_desk_at(EARLY) as desk:
        await put_on(desk, HOME_VISITS)
        await approval.circulate(desk, CLERK, Circulate())
    yield


async def agenda(desk: WritingDesk) -> Agenda:
    found = await agendas.get(desk.conn, desk.forum.id, MEETING)
    assert found is not None
    return found


async def newest(desk: WritingDesk) -> ApprovalRound:
    found = await approvals.newest(desk.conn, desk.forum.id, MEETING)
    assert found is not None
    return found


async def owed(desk: WritingDesk, kind: AnyNotice) -> list[Notice]:
    found = await notices.newest(desk.conn, most=100, states=[NoticeState.WAITING])
    return [each for each in found if each.kind is kind]


async def answer(
    desk: WritingDesk, person: str, verdict: Verdict = Verdict.APPROVED, words: str = "", version: int | None = None
) -> Card:
    return await answering.respond(desk, person, Respond(verdict=verdict, words=words, version=version))


async def refused(asked: object, key: str) -> Refusal:
    with pytest.raises(Refusal) as refusal:
        await asked  # type: ignore[misc]  # a use case under way
    assert refusal.value.key == key
    return refusal.value


def choose(desk: WritingDesk, **choices: object) -> WritingDesk:
    """The desk of a forum that chose otherwise."""
    chosen = {key: Choice(value, "forummet", desk.today) for key, value in choices.items()}
    return replace(desk, forum=replace(desk.forum, choices={**desk.forum.choices, **chosen}))
