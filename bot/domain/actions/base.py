"""What all actions have in common."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """What all actions have; never asked for itself."""

    forum: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingAction(Action):
    """Something about one meeting."""

    meeting: str | None = None
