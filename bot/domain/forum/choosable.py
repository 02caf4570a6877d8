"""Everything that a forum may choose where its charter is silent: of each choice, what kind of value it has.

A key of a forum file's `choices` has a row here, or a test fails: from the row follow its form, what may be typed, what
is refused because the charter settles it, and where it stands among the forum's choices.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.domain.forum.settling import SETTLES
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum, of_organisation
from bot.domain.kernel.people import Organisation
from bot.domain.kernel.provision import SILENT, Provision, quoted
from bot.domain.kernel.refusal import Refusal

Settled = Callable[[Charter], Provision[Any]]
"""What the charter says of it, if anything."""


class Kind(StrEnum):
    """What kind of value it is, and so how it is asked for."""

    ONE = "one"  # of some codes
    SEVERAL = "several"  # of some codes
    PERSON = "person"
    PEOPLE = "people"
    NUMBER = "number"  # of days, or of months
    ITEMS = "items"  # titles, each perhaps with its last day
    DAYS_OF_YEAR = "days_of_year"
    PERIODS = "periods"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosable:
    """One row. `options` are codes, `organisations` the kind of those whose ids may be chosen too.

    A code stands for itself as a value, unless `stored` says for which: `{"none": None}`, `{"yes": True}`. A number is
    from `least` to `most`, of days unless it `counts_months`.
    """

    key: str
    kind: Kind
    options: tuple[str, ...] = ()
    organisations: str | None = None
    stored: Mapping[str, Any] = field(default_factory=dict)
    least: int = 0
    most: int = 365
    counts_months: bool = False
    settled: Settled = lambda _: SILENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A choice that can be made in one forum: the whole forum's, or one organisation's own."""

    choosable: Choosable
    organisation: Organisation | None = None

    @property
    def key(self) -> str:
        """What it is stored under."""
        name = self.choosable.key
        return name if self.organisation is None else of_organisation(name, self.organisation.id)


def _proposers(charter: Charter) -> Provision[Any]:
    """A list of circles with their rights, which no choice of roles is equal to."""
    named = charter.agenda.proposers
    return Provision(named, quoted(named)) if named else SILENT


ROLES = ("politician", "coordinator", "secretariat", "administrative_representative", "gp_representative")

CHOOSABLE: tuple[Choosable, ...] = (
    Choosable(key="chairmanship", kind=Kind.PEOPLE),
    Choosable(
        key="agenda_approval", kind=Kind.ONE, options=("none", "consult", "approve"), settled=SETTLES["agenda_approval"]
    ),
    Choosable(
        key="approvers",
        kind=Kind.ONE,
        options=("chairmanship", "meeting_leader"),
        settled=SETTLES["approvers"],
    ),
    Choosable(key="if_unanswered", kind=Kind.ONE, options=("hold", "secretariat_may_send")),
    Choosable(key="proposers", kind=Kind.SEVERAL, options=ROLES, settled=_proposers),
    Choosable(key="proposal_deadline_days_before", kind=Kind.NUMBER),
    Choosable(key="draft_to_approvers_days_before", kind=Kind.NUMBER),
    Choosable(key="answer_days_before", kind=Kind.NUMBER, settled=SETTLES["answer_days_before"]),
    Choosable(key="dispatch_days_before", kind=Kind.NUMBER, settled=SETTLES["dispatch_days_before"]),
    Choosable(key="minutes_days_after", kind=Kind.NUMBER, settled=SETTLES["minutes_days_after"]),
    Choosable(
        key="minutes_approval",
        kind=Kind.ONE,
        options=("none", "before_sending", "next_meeting"),
        stored={"none": None},
        settled=SETTLES["minutes_approval"],
    ),
    Choosable(key="minutes_remarks_days", kind=Kind.NUMBER),
    Choosable(key="gp_organisation", kind=Kind.ONE, options=("both", "by_agenda"), organisations="gp_organisation"),
    Choosable(key="closure_days", kind=Kind.DAYS_OF_YEAR),
    Choosable(key="closure_periods", kind=Kind.PERIODS),
)
"""What the whole forum chooses, in the order in which people read it."""

OWN_STEP = Choosable(key="own_organisation_step", kind=Kind.ONE, options=("none", "administration", "political"))
GUIDANCE = Choosable(key="guidance", kind=Kind.ONE, options=("follows", "departs"))
"""What each organisation chooses for itself: whether the guidance that is laid over the charter holds for it (A6)."""


def places(forum: Forum) -> Iterator[Place]:
    """Every choice that can be made in the forum."""
    yield from (Place(choosable=each) for each in CHOOSABLE)
    yield from (Place(choosable=OWN_STEP, organisation=each) for each in forum.organisations)
    for each in forum.organisations:
        if departs(forum, each.kind):
            yield Place(choosable=GUIDANCE, organisation=each)


def departs(forum: Forum, kind: str) -> bool:
    """Whether what is laid over the charter lets each organisation of that kind depart from it."""
    return any(kind in (overlay.deviation.value or ()) for overlay in forum.overlays)


def place_of(forum: Forum, key: str) -> Place:
    """The choice of that key; Refusal("bad_card") where the forum has none."""
    found = next((each for each in places(forum) if each.key == key), None)
    if found is None:
        raise Refusal("bad_card")
    return found


def options_of(forum: Forum, choosable: Choosable) -> tuple[str, ...]:
    """What may be chosen among there."""
    ids = (each.id for each in forum.organisations if each.kind == choosable.organisations)
    return (*choosable.options, *(ids if choosable.organisations else ()))


def code_of(choosable: Choosable, value: Any) -> str:
    """The code that stands for the value."""
    return next((code for code, stored in choosable.stored.items() if stored == value), str(value))


def stored_as(choosable: Choosable, code: str) -> Any:
    """The value that the code stands for."""
    return choosable.stored.get(code, code)


def value_at(forum: Forum, place: Place) -> Any:
    """What is chosen now; None where nothing is."""
    if place.organisation is not None:
        return getattr(place.organisation, place.choosable.key)
    return forum.choice(place.choosable.key)


def contradicted(charter: Charter, choosable: Choosable, value: Any) -> Provision[Any] | None:
    """What the charter says where it says otherwise."""
    provision = choosable.settled(charter)
    return None if provision.value is None or provision.value == value else provision
