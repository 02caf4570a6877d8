"""Which answers the secretariat is told of: those that ask something of it, and those that undo what it was told."""

from enum import StrEnum

from bot.domain.approval.rules import APPROVED, answers
from bot.domain.approval.state import ApprovalRound, Response, Verdict

_QUIET = frozenset({Verdict.APPROVED, Verdict.NO_REMARKS})


class News(StrEnum):
    """What the secretariat is told."""

    ANSWER = "answer"
    COMPLETE = "complete"


def news(before: ApprovalRound, after: ApprovalRound) -> News | None:
    """What the answer that was just given is to the secretariat; None where it need not hear of it.

    The answer that completes an approval is told together with that.
    """
    given = after.responses[-1]
    if after.standpoint in APPROVED and before.standpoint not in APPROVED:
        return News.COMPLETE
    undone = answers(before).get(given.person)
    is_quiet = given.verdict in _QUIET and (undone is None or undone.verdict in _QUIET)
    return None if is_quiet else News.ANSWER


def stands(this: ApprovalRound, place: int) -> bool:
    """Whether the answer at that place (from 0) of the log is still the person's latest."""
    given: Response = this.responses[place]
    return all(later.person != given.person for later in this.responses[place + 1 :])
