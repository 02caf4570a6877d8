"""What one can ask for in words: one line a thing, from which help, the menu in Teams and README's table follow."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.kernel.action import Query
from cards.kit.words import say


class Audience(StrEnum):
    """Whom a line is for."""

    EVERYBODY = "everybody"
    APPROVERS = "approvers"
    SECRETARIAT = "secretariat"


class Wish(StrEnum):
    """What one wants to do, in the order in which help shows it."""

    AGENDA = "agenda"
    MEETINGS = "meetings"
    ANSWERS = "answers"
    AFTERWARDS = "afterwards"
    MONEY = "money"
    OTHERS = "others"
    FORUM = "forum"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)  # each is made once, and help asks for them all
class HelpLine:
    """The sentence `help.<name>`: what one writes and, after a dash, what it is for; lower `place` stands higher.

    What it `opens` can be asked for by nothing but a click too, under the title `cmd.btn.<name>`.
    """

    name: str
    place: int
    audience: Audience = Audience.EVERYBODY
    wish: Wish = Wish.FORUM
    opens: type[Query] | None = None

    def __post_init__(self) -> None:
        """KeyError as the program starts where the line or its button has no words."""
        _ = self.words, self.opens and self.title

    @property
    def words(self) -> str:
        """The whole line."""
        return say(f"help.{self.name}")

    @property
    def commands(self) -> tuple[str, ...]:
        """What one writes."""
        return tuple(self.words.partition(" – ")[0].split(" · "))

    @property
    def meaning(self) -> str:
        """What it is for; empty where what one writes says it."""
        return self.words.partition(" – ")[2]

    @property
    def title(self) -> str:
        """What its button is called."""
        return say(f"cmd.btn.{self.name}")
