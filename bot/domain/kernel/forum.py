"""A forum: one committee with its charter, its own choices and its people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.kernel.absence import Absence
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.conversation import Conversation
from bot.domain.kernel.delegation import Delegation
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Organisation, Person, Role, Seat

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
OF_ORGANISATIONS = ("own_organisation_step", "guidance")
"""What each organisation chooses for itself: fields of `Organisation`; with its id behind a slash a key of a choice."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the forum settled itself where the charter is silent: the value, who chose it and when."""

    value: Any
    chosen_by: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A charter as it holds from a day on, with the forum's own layer laid into it.

    `since` is None where it holds from the beginning; `local` is the document of that layer, where there is one. The
    texts are those that were applied.
    """

    charter: Charter
    since: date | None = None
    local: Charter | None = None
    text: str = field(default="", repr=False)
    local_text: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum:
    """A frozen snapshot of everything that is configured for one committee.

    Where it was handed over, `valid_until` and `succeeded_by` are as they became by that, whatever its file says.
    At a desk `charter` and `local` are those in force that day; `versions` are all that were applied, the earliest
    first, with what holds from a day to come: the days of each are shown in »Om forummet«. What is reckoned from a
    meeting is reckoned by `charter_on(meeting.day)`.
    """

    id: str
    name: str
    region: str | None
    charter: Charter
    local: Charter | None = None  # the document of the forum's own layer, which `charter` already has in it
    versions: tuple[Version, ...] = ()
    overlays: tuple[Charter, ...] = ()
    timezone: ZoneInfo = COPENHAGEN
    valid_from: date | None = None
    valid_until: date | None = None
    succeeded_by: str | None = None  # the id of the forum that goes on where this one ends
    handed_over: date | None = None  # the day on which everything open went there; from then on it is an archive
    continues: tuple[str, ...] = ()  # the ids of the forums that were handed over to this one
    choices: Mapping[str, Choice] = field(default_factory=dict)  # of the forum's file
    decided: Mapping[str, Choice] = field(default_factory=dict)  # made in Teams: each stands before the file's
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    seats: tuple[Seat, ...] = ()
    hosting: tuple[str, ...] = ()
    fund_delegation: tuple[Delegation, ...] = ()
    bodies: Mapping[str, str] = field(default_factory=dict)  # the forum that a body is which the charter names
    meetings: tuple[Meeting, ...] = ()
    cancelled: tuple[Meeting, ...] = ()  # meetings that were planned and are not held
    absences: tuple[Absence, ...] = ()  # that stand, in the order in which they were told
    channel: Conversation | None = None

    def has_begun(self, day: date) -> bool:
        """Whether its first day is that day or an earlier one."""
        return self.valid_from is None or self.valid_from <= day

    def has_ended(self, day: date) -> bool:
        """Whether its last day is past by then, or it was handed over: that ends it in the middle of a day."""
        is_handed_over = self.handed_over is not None and self.handed_over <= day
        return is_handed_over or (self.valid_until is not None and self.valid_until < day)

    def is_in_force(self, day: date) -> bool:
        """Whether things may be done in it that day; before and after it can only be read."""
        return self.has_begun(day) and not self.has_ended(day)

    def version_on(self, day: date) -> Version:
        """What holds that day; before the first of them has begun, the first."""
        begun = [each for each in self.versions if each.since is None or each.since <= day]
        return next(reversed(begun), next(iter(self.versions), Version(charter=self.charter, local=self.local)))

    def charter_on(self, day: date) -> Charter:
        """The charter that holds that day."""
        return self.charter if len(self.versions) < 2 else self.version_on(day).charter

    def on(self, day: date) -> "Forum":
        """The same forum under the charter that holds that day."""
        if len(self.versions) < 2 or (found := self.version_on(day)).charter is self.charter:
            return self
        return replace(self, charter=found.charter, local=found.local)

    def chosen(self, key: str) -> Choice | None:
        """What the forum chose itself, by whom and when; None where it has chosen nothing."""
        return self.decided.get(key) or self.choices.get(key)

    def choice(self, key: str) -> Any:
        """The forum's own choice, or None where it has made none."""
        chosen = self.chosen(key)
        return None if chosen is None else chosen.value

    def deciding(self, decided: Mapping[str, Choice]) -> "Forum":
        """The forum with these as all that was decided in Teams, its organisations' own choices among them."""
        organisations = tuple(_as_decided(each, decided) for each in self.organisations)
        return replace(self, decided=decided, organisations=organisations)

    def person(self, person: str) -> Person:
        """The person with that id; KeyError if the forum has none."""
        for found in self.people:
            if found.id == person:
                return found
        raise KeyError(person)

    def organisation(self, organisation: str | None) -> Organisation | None:
        """The organisation with that id, or None."""
        return next((found for found in self.organisations if found.id == organisation), None)

    def seats_of(self, person: str, day: date) -> Iterator[Seat]:
        """The seats that person fills on that day."""
        return (seat for seat in self.seats if seat.person == person and seat.holds_on(day))

    def roles_of(self, person: str, day: date) -> frozenset[Role]:
        """Every role that person has on that day."""
        return frozenset(role for seat in self.seats_of(person, day) for role in seat.roles)

    def meeting(self, meeting: str) -> Meeting | None:
        """The meeting with that id, or None."""
        return next((found for found in reversed(self.meetings) if found.id == meeting), None)  # few ask of old ones

    def cancelled_on(self, day: date) -> Meeting | None:
        """The meeting that was to be held that day and was cancelled, if there is one."""
        return next((each for each in self.cancelled if each.day == day), None)

    def cancelled_meeting(self, meeting: str | None) -> Meeting | None:
        """The cancelled meeting with that id, or None."""
        return next((found for found in self.cancelled if found.id == meeting), None)


def of_organisation(name: str, organisation: str) -> str:
    """The key of what an organisation chose for itself."""
    return f"{name}/{organisation}"


def _as_decided(organisation: Organisation, decided: Mapping[str, Choice]) -> Organisation:
    chosen = {name: decided.get(of_organisation(name, organisation.id)) for name in OF_ORGANISATIONS}
    return replace(organisation, **{name: each.value for name, each in chosen.items() if each is not None})
