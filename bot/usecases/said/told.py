"""What somebody said beside the words that name the act: which meeting, item, day, amount, who and why."""

from dataclasses import dataclass
from datetime import date

from bot.domain.duties.actions import DutyAction
from bot.domain.kernel.danish import bare
from bot.domain.kernel.meeting import Meeting
from bot.domain.saying.mood import Mood
from bot.domain.saying.slots import Counted, Slots
from bot.usecases.said.moment import Moment, Named
from cards.kit.words import medium_date

_SOUNDED = 2_000  # characters: what a sentence is about stands in those, and any reader takes them


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One sentence of one person at one moment.

    `said` is what they wrote themselves, `sound` how its beginning sounds (see `bare`), `rest` what of it nothing else
    explains: a title, or what is searched for.
    `people` and `organisations` are ids that were named, `item` the position of an item that was called by its title,
    `held_item` that of an item of the last meeting, `proposal` and `task` likewise.
    """

    said: str
    moment: Moment
    mood: Mood
    slots: Slots
    rest: str = ""
    people: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    item: int | None = None
    held_item: int | None = None
    proposal: Named | None = None
    task: Named | None = None
    meeting_meant: Meeting | None = None
    sound: str = ""

    def __post_init__(self) -> None:
        if not self.sound:
            object.__setattr__(self, "sound", bare(self.said[:_SOUNDED])[:_SOUNDED])

    @property
    def meeting(self) -> str | None:
        """The id of the meeting that was named by its day or by "sidste møde"; None where none was."""
        return self.meeting_meant.id if self.meeting_meant else None

    @property
    def position(self) -> int | None:
        """The item that is meant: by its number, its title, or as what was shown last."""
        return self._meant(Counted.ITEM, self.item) or self._shown("position")

    @property
    def number(self) -> int | None:
        """The proposal or case that is meant: by its number, its title, or as what was shown last."""
        named = self.proposal.number if self.proposal else None
        return self._meant(Counted.PROPOSAL, named) or (None if self._is_task_shown else self._shown("number"))

    @property
    def year(self) -> int | None:
        """The year of that number, where it goes with it."""
        if self.proposal is not None and self.number == self.proposal.number:
            return self.proposal.year
        return None if self.counted(Counted.PROPOSAL) else self._shown("year")

    @property
    def day(self) -> date | None:
        """The first day that was named."""
        return self.slots.days[0].day if self.slots.days else None

    @property
    def day_typed(self) -> str:
        """That day as a form takes it; empty where none was named."""
        return "" if self.day is None else medium_date(self.day)

    @property
    def length_typed(self) -> str:
        """How long it takes, as a form takes it; empty where that was not said."""
        if not self.slots.lengths:
            return ""
        return f"{int(self.slots.lengths[0].length.total_seconds()) // 60} min"

    @property
    def amount_typed(self) -> str:
        """The amount, as a form takes it; empty where none was said."""
        return "" if not self.slots.amounts else f"{self.slots.amounts[0].kroner:.2f}".replace(".", ",")

    @property
    def reason(self) -> str:
        """Why, in their own words."""
        return self.slots.reason

    def counted(self, *what: Counted) -> int | None:
        """The first number that counts that; a bare one where nothing else is counted."""
        among = (*what, Counted.BARE)
        return next((each.number for kind in among for each in self.slots.numbers if each.counts is kind), None)

    def _meant(self, what: Counted, titled: int | None) -> int | None:
        """By its own number, else by its title, else by a number of which nothing is said."""
        own = next((each.number for each in self.slots.numbers if each.counts is what or each.is_numbered), None)
        return own or titled or self.counted(what)

    @property
    def _is_task_shown(self) -> bool:
        """A task has a number of its own, which is no proposal's."""
        return isinstance(self.moment.talk.shown, DutyAction)

    def _shown(self, field: str) -> int | None:
        found = getattr(self.moment.talk.shown, field, None)
        return found if isinstance(found, int) else None
