"""What people asked for and what was acknowledged to them, and nothing else: no look into the database."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.faults.cards import Seen

Key = tuple[object, ...]
"""What an action leaves behind: its kind, then what tells it from others (a marker, or forum, meeting, number)."""


@dataclass(slots=True, kw_only=True)
class Attempt:
    """Something that was asked for once, however often it was delivered.

    `outcomes` maps the words that acknowledge it to the keys that are then stored; `may_leave` are keys that can come
    of it as well, and `logs` the kinds of entries that it may add to the log in the person's name.
    """

    forum: str
    actor: str
    verb: str
    logs: tuple[str, ...]
    outcomes: Mapping[str, tuple[Key, ...]]
    may_leave: tuple[Key, ...] = ()
    acknowledged: tuple[Key, ...] | None = None
    is_refused: bool = False
    answer: str | None = None  # a digest of the card that acknowledged it

    def hear(self, seen: Seen) -> str:
        """Take in an answer, and say what it was: "done", "refused", "apology" or "unclear"."""
        if seen.is_refusal:
            self.is_refused = self.is_refused or not seen.is_apology
            return "apology" if seen.is_apology else "refused"
        found = next((keys for words, keys in self.outcomes.items() if seen.says(words)), None)
        if found is None:
            return "unclear"
        self.acknowledged = found
        return "done"


@dataclass(slots=True)
class Claims:
    """How often a key was asked for, and how often it was acknowledged."""

    asked: int = 0
    acknowledged: int = 0


@dataclass(slots=True, kw_only=True)
class Model:
    """Every attempt, summed up; `oddities` are answers that can never be right, each in one line."""

    attempts: list[Attempt] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    deliveries: Counter[str] = field(default_factory=Counter)  # of messages, by the thread or chat they are answered in
    oddities: list[str] = field(default_factory=list)
    handed_over: dict[str, str] = field(default_factory=dict)  # which forum goes on, by the one that ended

    def known(self) -> frozenset[int]:
        """The attempts that have been acknowledged by now, by their place."""
        return frozenset(place for place, each in enumerate(self.attempts) if each.acknowledged is not None)

    def forget(self, known: frozenset[int]) -> None:
        """The database is as it was when those alone were known: whatever was acknowledged since is gone.

        What was under way just then, or is sent again afterwards, may be there all the same.
        """
        for place, each in enumerate(self.attempts):
            if place not in known:
                each.acknowledged = each.answer = None

    def claims(self) -> dict[Key, Claims]:
        """By key."""
        found: dict[Key, Claims] = {}
        for attempt in self.attempts:
            possible = {key for keys in attempt.outcomes.values() for key in keys} | set(attempt.may_leave)
            for key in possible:
                found.setdefault(key, Claims()).asked += 1
            for key in attempt.acknowledged or ():
                found[key].acknowledged += 1
        return found

    def may_log(self) -> Counter[tuple[str, str, str]]:
        """How often a person of a forum asked for something that logs such an entry."""
        return Counter((each.forum, each.actor, what) for each in self.attempts for what in each.logs)

    def tally(self) -> dict[str, int]:
        """How the attempts ended."""
        done = sum(each.acknowledged is not None for each in self.attempts)
        refused = sum(each.acknowledged is None and each.is_refused for each in self.attempts)
        return {"acknowledged": done, "refused": refused, "unacknowledged": len(self.attempts) - done - refused}
