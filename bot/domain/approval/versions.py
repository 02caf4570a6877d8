"""What a version is held against: the one that its reader answered or saw last, and why that one came back."""

from collections.abc import Sequence

from bot.domain.approval.rules import returns
from bot.domain.approval.state import ApprovalRound, Response


def seen_last(rounds: Sequence[ApprovalRound], person: str | None) -> int | None:
    """The version to hold the newest against, or None for the first; `rounds` are the meeting's, oldest first.

    For a person the latest that they answered; else, and for all who share a card, the one that the round opened with,
    or where it has seen no other, the last of the round before.
    """
    *former, current = rounds
    answered = (given.version for each in rounds for given in each.responses if given.giver == person)
    own = max((version for version in answered if version < current.version), default=None)
    if own is not None:
        return own
    if current.first_version < current.version:
        return current.first_version
    return former[-1].version if former else None


def sent_back_by(rounds: Sequence[ApprovalRound]) -> tuple[Response, ...]:
    """The returns and objections that ended the round before the newest."""
    return returns(rounds[-2]) if len(rounds) > 1 else ()
