"""What the bot says is taken for what it means."""

from dataclasses import replace

import pytest

from bot.domain.proposals.state import ProposalStatus
from cards.proposals.triage import outcome_words
from cards.proposals.view import redacted
from tests.cards.proposals.test_proposal import CLOSED
from tests.faults.asking import Asked, attempt
from tests.faults.cards import Seen
from tests.faults.topics import VERBS


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("Accept", ProposalStatus.ACCEPTED),
        ("AskForMore", ProposalStatus.NEEDS_INFO),
        ("Postpone", ProposalStatus.POSTPONED),
        ("Decline", ProposalStatus.DECLINED),
    ],
)
def test_the_channel_learns_only_how_a_closed_proposal_stands_and_that_is_an_answer(
    verb: str, status: ProposalStatus
) -> None:
    told = outcome_words(redacted(replace(CLOSED, status=status)))
    asked = attempt(VERBS, verb, Asked(forum="klynge-000", actor="anna", marker="SagA", data={"number": 4}))
    assert asked.hear(Seen(is_refusal=False, words=[f"{told} Punkt 4 er ikke med i version 1."])) == "done"
