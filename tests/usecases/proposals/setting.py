"""Proposing in Politisk Klynge Nord, for tests: a filled form, the people, and looking things up."""

from dataclasses import replace

import pytest

from bot.domain.agenda.state import AgendaVersion
from bot.domain.kernel.notice import Notice
from bot.domain.kernel.refusal import Refusal
from bot.domain.notices import AnyNotice
from bot.domain.proposals.actions import Accept, AskForMore, Decline, Elaborate, Postpone, Propose, Withdraw
from bot.domain.proposals.state import Proposal
from bot.usecases.agenda.views import draft_of
from bot.usecases.desk import WritingDesk
from bot.usecases.proposals import commands as proposals
from bot.usecases.proposals import triage
from cards.kit.elements import Card
from storage import agenda as agendas
from storage import proposals as stored
from storage.outbox import notices
from tests.cards.checks import elements

BEFORE = "2027-02-01T10:00"
AFTER = "2027-02-17T00:00"
FORUM = "politisk-klynge-nord"
COORDINATOR, POLITICIAN, SECRETARIAT, LEADER = (
    "koordinator-hjoerring",
    "formand-laesoe",
    "sekretariat-kommuner",
    "formand-kommunal",
)
FORM = Propose(
    form="a" * 32,
    title="Lægedækning på Læsø",
    summary="Flere praksis står over for generationsskifte.",
    recommendation="Det indstilles, at klyngen drøfter udfordringen.",
    basis="local",
    amount="450.000",
    on_behalf_of="-",
)


async def proposed(desk: WritingDesk, proposer: str = COORDINATOR, form: Propose = FORM) -> Proposal:
    """What the form becomes."""
    await proposals.propose(desk, proposer, form)
    found = await stored.by_form(desk.conn, FORUM, form.form)
    assert found is not None
    return found


async def now(desk: WritingDesk, number: int = 1) -> Proposal:
    """The proposal as it is stored."""
    found = await stored.by_number(desk.conn, FORUM, number, None)
    assert found is not None
    return found


async def send_agenda(desk: WritingDesk, meeting: str) -> None:
    """Have the meeting's agenda sent."""
    draft = await draft_of(desk, desk.meeting(meeting))
    version = AgendaVersion(number=1, items=draft.items, frozen_at=desk.now, frozen_by=None)
    await agendas.put(desk.conn, replace(draft, versions=(version,), sent_version=1, sent_at=desk.now))


async def owed(desk: WritingDesk, kind: AnyNotice) -> list[Notice]:
    """What waits to be told."""
    return [notice for notice in await notices.due(desk.conn, desk.now) if notice.kind is kind]


async def refused(
    desk: WritingDesk, actor: str, action: Accept | Withdraw | Postpone | Decline | Elaborate | AskForMore
) -> str:
    """The key of the refusal that the action meets."""
    doing = {
        Accept: triage.accept,
        Withdraw: triage.withdraw,
        Postpone: triage.postpone,
        Decline: triage.decline,
        Elaborate: triage.elaborate,
        AskForMore: triage.ask_for_more,
    }
    with pytest.raises(Refusal) as refusal:
        await doing[type(action)](desk, actor, action)  # type: ignore[operator] # each takes its own action
    return refusal.value.key


def input_value(card: Card, name: str) -> str:
    """What stands in the field of that name."""
    return next(str(each.get("value", "")) for each in elements(card.content) if each.get("id") == name)
