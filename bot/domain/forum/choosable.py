"""Everything that a forum may choose where its charter is silent: of each choice, what kind of value it has.

A key of a forum file's `choices` has a row here, or a test fails: from the row follow its form, what may be typed, what
is refused because the charter settles it, and where it stands among the forum's choices. What means nothing under the
forum's charter is offered to nobody; once it was chosen all the same, it can be seen and chosen anew.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bot.domain.forum.of_the_year import has_least, may_evaluate, report_due, reports
from bot.domain.forum.settling import K_OF_N, SETTLES
from bot.domain.funds.delegating import is_delegated_here
from bot.domain.kernel.charter import Charter, Mode
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.provision import SILENT, Provision, quoted
from bot.domain.kernel.settings import HOSTING_ORDER, circle, has_hosts

Settled = Callable[[Charter], Provision[Any]]
"""What the charter says of it, if anything."""


class Kind(StrEnum):
    """What kind of value it is, and so how it is asked for."""

    ONE = "one"  # of some codes
    SEVERAL = "several"  # of some codes
    ORGANISATIONS = "organisations"  # in the order in which they take turns
    PERSON = "person"
    PEOPLE = "people"
    NUMBER = "number"  # of days, or of months
    ITEMS = "items"  # titles, each perhaps with its last day
    DAY_OF_YEAR = "day_of_year"
    DAYS_OF_YEAR = "days_of_year"
    PERIODS = "periods"
    CASE_NUMBER = "case_number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choosable:
    """One row. `options` are codes, `organisations` the kind of those whose ids may be chosen too.

    A code stands for itself as a value, unless `stored` says for which: `{"none": None}`, `{"yes": True}`. A number is
    from `least` to `most`, of days unless it `counts_months`. `some_of` tells of how many people so many may be chosen,
    each number a code of its own, and `may_be_empty` that of several options none may be.
    """

    key: str
    kind: Kind
    options: tuple[str, ...] = ()
    organisations: str | None = None
    stored: Mapping[str, Any] = field(default_factory=dict)
    least: int = 0
    most: int = 365
    counts_months: bool = False
    some_of: Callable[[Forum], int] | None = None
    may_be_empty: bool = False
    settled: Settled = lambda _: SILENT
    has_meaning: Callable[[Forum], bool] = lambda _: True


def _proposers(charter: Charter) -> Provision[Any]:
    """A list of circles with their rights, which no choice of roles is equal to."""
    named = charter.agenda.proposers
    return Provision(named, quoted(named)) if named else SILENT


def _asked(forum: Forum) -> int:
    """How many people are asked to approve an agenda."""
    return 1 if circle(forum) == "meeting_leader" else len(forum.choice("chairmanship") or ())


def _may_ask(forum: Forum) -> bool:
    """Whether agendas can be laid before anybody: the charter does not say that they are not."""
    return forum.charter.agenda_approval.mode.value != Mode.NONE


def _may_approve(forum: Forum) -> bool:
    """Whether agendas can be approved: the charter does not settle that they are not."""
    return forum.charter.agenda_approval.mode.value not in (Mode.NONE, Mode.CONSULT)


def _has_doctors(forum: Forum) -> bool:
    """Whether the charter names doctors' organisations, or one takes part."""
    named = forum.charter.composition.gp_organisations.value
    return bool(named) or any(each.kind == "gp_organisation" for each in forum.organisations)


def _carries_agreements(forum: Forum) -> bool:
    tasks = forum.charter.tasks
    return any(each.by == "aftaler" for each in (*tasks.mandatory, *tasks.optional))


def _wants_tie(forum: Forum) -> bool:
    """Whether the charter wants the chairmanship tied to another body (B20)."""
    return forum.charter.chair.preferred_membership.value is not None


def _meets_ahead_of_others(forum: Forum) -> bool:
    """Whether the charter fits its meetings to another body's (B25)."""
    meetings = forum.charter.meetings
    return bool(meetings.aligned_to.value or meetings.aligned_to_optional.value)


def _has_focus(forum: Forum) -> bool:
    return forum.charter.agenda.primary_focus.value is not None


_YES_OR_NO = {"yes": True, "no": False}
FOLLOW_UP = "agreement_follow_up_months"
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
        has_meaning=_may_ask,
    ),
    Choosable(
        key="answers",
        kind=Kind.ONE,
        options=("all", "one_per_side"),
        some_of=_asked,
        settled=SETTLES["answers"],
        has_meaning=_may_approve,
    ),
    Choosable(key="if_unanswered", kind=Kind.ONE, options=("hold", "secretariat_may_send"), has_meaning=_may_approve),
    Choosable(key="proposers", kind=Kind.SEVERAL, options=ROLES, settled=_proposers),
    Choosable(key="proposal_deadline_days_before", kind=Kind.NUMBER),
    Choosable(key="draft_to_approvers_days_before", kind=Kind.NUMBER, has_meaning=_may_ask),
    Choosable(key="answer_days_before", kind=Kind.NUMBER, settled=SETTLES["answer_days_before"], has_meaning=_may_ask),
    Choosable(key="clearance_days_before", kind=Kind.NUMBER, has_meaning=_may_approve),
    Choosable(key="dispatch_days_before", kind=Kind.NUMBER, settled=SETTLES["dispatch_days_before"]),
    Choosable(key="minutes_days_after", kind=Kind.NUMBER, settled=SETTLES["minutes_days_after"]),
    Choosable(
        key="minutes_approval",
        kind=Kind.ONE,
        options=("none", "before_sending", "after_remarks", "next_meeting"),
        stored={"none": None},
        settled=SETTLES["minutes_approval"],
    ),
    Choosable(key="minutes_remarks_days", kind=Kind.NUMBER),
    Choosable(
        key="publication_agenda",
        kind=Kind.ONE,
        options=tuple(_YES_OR_NO),
        stored=_YES_OR_NO,
        settled=SETTLES["publication_agenda"],
    ),
    Choosable(
        key="publication_minutes",
        kind=Kind.ONE,
        options=tuple(_YES_OR_NO),
        stored=_YES_OR_NO,
        settled=SETTLES["publication_minutes"],
    ),
    Choosable(key="publication_days_after", kind=Kind.NUMBER, settled=SETTLES["publication_days_after"]),
    Choosable(key="publishers", kind=Kind.ONE, options=("secretariat", "chairmanship", "both")),
    Choosable(key="public_pages", kind=Kind.ONE, options=tuple(_YES_OR_NO), stored=_YES_OR_NO),
    Choosable(
        key=FOLLOW_UP,
        kind=Kind.NUMBER,
        least=1,
        most=60,
        counts_months=True,
        has_meaning=_carries_agreements,
    ),
    Choosable(key="grant_reminder_days_before", kind=Kind.NUMBER),
    Choosable(
        key="aligned_days_before",
        kind=Kind.NUMBER,
        least=1,
        settled=SETTLES["aligned_days_before"],
        has_meaning=_meets_ahead_of_others,
    ),
    Choosable(key="input_reminder_days_before", kind=Kind.NUMBER, least=1),
    Choosable(key="council_reminder_days", kind=Kind.NUMBER, least=1, has_meaning=is_delegated_here),
    Choosable(key="candidate_answer_days", kind=Kind.NUMBER, least=1),
    Choosable(key="appointment_reminder_days_before", kind=Kind.NUMBER),
    Choosable(
        key="gp_organisation",
        kind=Kind.ONE,
        options=("both", "by_agenda"),
        organisations="gp_organisation",
        has_meaning=_has_doctors,
    ),
    Choosable(
        key="fixed_items",
        kind=Kind.SEVERAL,
        options=("approve_agenda", "approve_minutes", "any_other_business"),
        may_be_empty=True,
    ),
    Choosable(key="standing_items", kind=Kind.ITEMS, most=20),
    Choosable(
        key="primary_focus_item",
        kind=Kind.ONE,
        options=tuple(_YES_OR_NO),
        stored=_YES_OR_NO,
        has_meaning=_has_focus,
    ),
    Choosable(key="liaison", kind=Kind.PERSON, has_meaning=_wants_tie),
    Choosable(key="substitute_mandate", kind=Kind.ONE, options=("said", "inherited")),
    Choosable(
        key=HOSTING_ORDER,
        kind=Kind.ORGANISATIONS,
        settled=SETTLES[HOSTING_ORDER],
        has_meaning=has_hosts,
    ),
    Choosable(key="host_confirm_days_before", kind=Kind.NUMBER, has_meaning=has_hosts),
    Choosable(key="frequency_warnings", kind=Kind.DAYS_OF_YEAR, has_meaning=has_least),
    Choosable(key="annual_status_due", kind=Kind.DAY_OF_YEAR, settled=report_due, has_meaning=reports),
    Choosable(key="annual_status_approval", kind=Kind.ONE, options=("none", "required"), has_meaning=reports),
    Choosable(key="evaluation", kind=Kind.ONE, options=("none", "agenda_item", "written"), has_meaning=may_evaluate),
    Choosable(
        key="evaluation_every_months",
        kind=Kind.NUMBER,
        least=1,
        most=60,
        counts_months=True,
        has_meaning=may_evaluate,
    ),
    Choosable(key="closure_days", kind=Kind.DAYS_OF_YEAR),
    Choosable(key="closure_periods", kind=Kind.PERIODS),
    Choosable(key="case_number", kind=Kind.CASE_NUMBER),
)
"""What the whole forum chooses, in the order in which people read it."""

OWN_STEP = Choosable(
    key="own_organisation_step",
    kind=Kind.ONE,
    options=("none", "administration", "political"),
    has_meaning=_may_approve,
)
GUIDANCE = Choosable(key="guidance", kind=Kind.ONE, options=("follows", "departs"))
"""What each organisation chooses for itself: whether the guidance that is laid over the charter holds for it (A6)."""


def options_of(forum: Forum, choosable: Choosable) -> tuple[str, ...]:
    """What may be chosen among there."""
    ids = (each.id for each in forum.organisations if each.kind == choosable.organisations)
    numbers = () if choosable.some_of is None else map(str, range(1, choosable.some_of(forum) + 1))
    return (*choosable.options, *(ids if choosable.organisations else ()), *numbers)


def code_of(choosable: Choosable, value: Any) -> str:
    """The code that stands for the value."""
    if choosable.some_of is not None and isinstance(value, Mapping):
        return str(value[K_OF_N])
    return next((code for code, stored in choosable.stored.items() if stored == value), str(value))


def stored_as(choosable: Choosable, code: str) -> Any:
    """The value that the code stands for."""
    if choosable.some_of is not None and code.isdecimal():
        return {K_OF_N: int(code)}
    return choosable.stored.get(code, code)
