"""Something that a sentence may mean."""

from dataclasses import dataclass

from bot.domain.actions import AnyCommand, AnyQuery
from bot.domain.saying.actions import Offered


def opens_form(act: str) -> bool:
    """Whether the act of that name opens something to be filled in or changed."""
    return act.startswith("Open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something that the sentence may mean, as the act of that `name`; `is_negated` where it is not to be.

    `says_no` where a "not" is a part of how it is said; `explained` are the places of the words that say it. `share` is
    how much of the sentence its way explains, from 0 to 1, and `weight` how much that way weighs; both are 0 of what
    was guessed by single words. `chance` is how likely it is, from 0 to 1.
    """

    name: str
    action: AnyQuery | AnyCommand
    weight: float = 0.0
    share: float = 0.0
    is_plain: bool = False
    says_no: bool = False
    is_negated: bool = False
    explained: frozenset[int] = frozenset()
    chance: float = 0.0

    @property
    def says_nothing(self) -> bool:
        """Whether it answers words that ask for nothing."""
        return isinstance(self.action, Offered) and not self.action.absent

    def is_part_of(self, other: "Candidate") -> bool:
        """Whether the other one is said by all its words and by more."""
        return bool(self.explained) and self.explained < other.explained
