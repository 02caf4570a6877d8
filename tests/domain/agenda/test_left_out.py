"""Whatever was meant for a meeting and is not on its agenda is named with the reason."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.agenda.left_out import Why, left_out
from bot.domain.agenda.rules import freeze, include, insert
from bot.domain.agenda.state import Agenda, AgendaItem, Standing
from bot.domain.proposals.state import Content, ItemKind, Proposal, ProposalStatus

NOW = datetime(2027, 3, 1, 10, tzinfo=UTC)
VISITS = Content(title="Hjemmebesøg", kind=ItemKind.DECISION)
FIRST = AgendaItem(id=1, content=VISITS, standing=Standing.APPROVE_AGENDA)


def a_proposal(number: int, status: ProposalStatus = ProposalStatus.ACCEPTED, meeting: str | None = "m") -> Proposal:
    return Proposal(
        id=number,
        forum="f",
        year=2027,
        number=number,
        revision=1,
        meeting=meeting,
        proposer="p",
        on_behalf_of=None,
        by_right=False,
        content=VISITS,
        status=status,
        received_at=NOW,
    )


BLANK = Agenda(forum="f", meeting="m", revision=1, items=(FIRST,))
FROZEN = freeze(include(BLANK, a_proposal(1)), by="s", at=NOW)


def whys(agenda: Agenda, *proposals: Proposal) -> list[tuple[int | None, Why]]:
    assert agenda.newest is not None
    found = left_out(agenda, agenda.newest, proposals)
    return [(None if each.proposal is None else each.proposal.number, each.why) for each in found]


def test_what_is_on_the_version_is_not_left_out() -> None:
    assert whys(FROZEN, a_proposal(1)) == []


@pytest.mark.parametrize(
    ("status", "why"),
    [
        (ProposalStatus.RECEIVED, Why.UNTREATED),
        (ProposalStatus.NEEDS_INFO, Why.NEEDS_INFO),
        (ProposalStatus.ACCEPTED, Why.TOO_LATE),
        (ProposalStatus.DECLINED, Why.DECLINED),
        (ProposalStatus.POSTPONED, Why.UNTREATED),
    ],
)
def test_each_proposal_of_the_meeting_is_named_with_its_reason(status: ProposalStatus, why: Why) -> None:
    assert whys(FROZEN, a_proposal(1), a_proposal(2, status)) == [(2, why)]


@pytest.mark.parametrize("later", [None, "n"])
def test_what_was_put_off_from_the_meeting_is_named_whatever_came_of_it(later: str | None) -> None:
    put_off = replace(a_proposal(2, meeting=later), postponed_from="m")
    assert whys(FROZEN, put_off) == [(2, Why.POSTPONED)]


def test_what_its_proposer_withdrew_is_nobodys_loss() -> None:
    assert whys(FROZEN, a_proposal(2, ProposalStatus.WITHDRAWN)) == []


def test_an_item_that_was_added_after_the_version_is_named_too() -> None:
    assert whys(insert(FROZEN, VISITS)) == [(None, Why.TOO_LATE)]
