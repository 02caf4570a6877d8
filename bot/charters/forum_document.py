"""The shape of a forum file: one committee, its charter, its own choices and its people."""

import re
from datetime import date
from typing import Annotated, Any, Generic, Literal, TypeVar
from zoneinfo import available_timezones

from pydantic import AfterValidator, BeforeValidator, Field

from bot.charters.document import OrganisationKind, SeatRole
from bot.charters.fields import Day, Email, Guid, Name, Slug, Strict, Text, slug
from bot.charters.provision import Entries, Section
from bot.domain.kernel.case_number import case_number
from bot.domain.kernel.refusal import Refusal

T = TypeVar("T")

Days = Annotated[int, Field(ge=0, le=365)]


def _timezone(name: str) -> str:
    if name.strip() not in available_timezones():
        raise ValueError("er ingen kendt tidszone, fx Europe/Copenhagen")
    return name.strip()


def _month_day(text: str) -> str:
    if not re.fullmatch(r"[0-9]{2}-[0-9]{2}", text):
        raise ValueError('skal være måned og dag, fx "12-24"')
    try:
        date.fromisoformat(f"2000-{text}")  # a leap year: 02-29 is a day
    except ValueError:
        raise ValueError("er ingen dag i kalenderen") from None
    return text


def _moment(value: object) -> object:
    """A day without a time is no text, and shall be told what it lacks."""
    return value.isoformat() if isinstance(value, date) else value


def _gp_organisation(text: str) -> str:
    if text in ("both", "by_agenda"):
        return text
    return slug(text)


class Period(Strict):
    """A stretch of days, both included."""

    first: Day = Field(alias="from")
    last: Day = Field(alias="to")


class Chosen(Strict, Generic[T]):
    """What the forum settled itself, by whom and when."""

    value: T
    chosen_by: Name
    on: Day


class SomeOfThem(Strict):
    """So many of those who are asked, whoever they are."""

    k_of_n: Annotated[int, Field(ge=1)]


def _answers(value: object) -> object:
    """Of two shapes, so that a slip is told as one fault and not as one of each."""
    if value in ("all", "one_per_side") or (isinstance(value, dict) and set(value) == {"k_of_n"}):
        return value
    raise ValueError("skal være all, one_per_side eller {k_of_n: 2}")


def _case_number(written: str) -> str:
    try:
        number = case_number(written, "case_number")
    except Refusal:
        number = ""
    if not number:
        raise ValueError("skal være et sagsnummer som 24/1234")
    return number


class StandingItem(Strict):
    """An item that is put on every new draft, until its last day where it is phased out."""

    title: Name
    until: Day | None = None


def _standing_item(value: object) -> object:
    """A title alone is an item without a last day."""
    return {"title": value} if isinstance(value, str) else value


class Choices(Strict):
    """What charter and overlays leave open."""

    chairmanship: Chosen[Annotated[tuple[Slug, ...], Field(min_length=1)]] | None = None
    agenda_approval: Chosen[Literal["none", "consult", "approve"]] | None = None
    approvers: Chosen[Literal["chairmanship", "meeting_leader"]] | None = None
    answers: Chosen[Annotated[Literal["all", "one_per_side"] | SomeOfThem, BeforeValidator(_answers)]] | None = None
    if_unanswered: Chosen[Literal["hold", "secretariat_may_send"]] | None = None
    proposers: Chosen[Annotated[tuple[SeatRole, ...], Field(min_length=1)]] | None = None
    proposal_deadline_days_before: Chosen[Days] | None = None
    draft_to_approvers_days_before: Chosen[Days] | None = None
    answer_days_before: Chosen[Days] | None = None
    clearance_days_before: Chosen[Days] | None = None
    dispatch_days_before: Chosen[Days] | None = None
    minutes_days_after: Chosen[Days] | None = None
    minutes_approval: Chosen[Literal["before_sending", "after_remarks", "next_meeting"] | None] | None = None
    minutes_remarks_days: Chosen[Days] | None = None
    publication_agenda: Chosen[bool] | None = None
    publication_minutes: Chosen[bool] | None = None
    publication_days_after: Chosen[Days] | None = None
    publishers: Chosen[Literal["secretariat", "chairmanship", "both"]] | None = None
    public_pages: Chosen[bool] | None = None
    agreement_follow_up_months: Chosen[Annotated[int, Field(ge=1, le=60)]] | None = None
    grant_reminder_days_before: Chosen[Days] | None = None
    aligned_days_before: Chosen[Annotated[Days, Field(ge=1)]] | None = None
    input_reminder_days_before: Chosen[Annotated[Days, Field(ge=1)]] | None = None
    council_reminder_days: Chosen[Annotated[int, Field(ge=1, le=365)]] | None = None
    candidate_answer_days: Chosen[Annotated[int, Field(ge=1, le=365)]] | None = None
    appointment_reminder_days_before: Chosen[Days] | None = None
    gp_organisation: Chosen[Annotated[str, AfterValidator(_gp_organisation)]] | None = None
    fixed_items: Chosen[tuple[Literal["approve_agenda", "approve_minutes", "any_other_business"], ...]] | None = None
    standing_items: (
        Chosen[Annotated[tuple[Annotated[StandingItem, BeforeValidator(_standing_item)], ...], Field(max_length=20)]]
        | None
    ) = None
    primary_focus_item: Chosen[bool] | None = None
    liaison: Chosen[Slug] | None = None
    substitute_mandate: Chosen[Literal["said", "inherited"]] | None = None
    hosting_order: Chosen[Annotated[tuple[Slug, ...], Field(min_length=1)]] | None = None
    host_confirm_days_before: Chosen[Days] | None = None
    frequency_warnings: Chosen[tuple[Annotated[str, AfterValidator(_month_day)], ...]] | None = None
    annual_status_due: Chosen[Annotated[str, AfterValidator(_month_day)]] | None = None
    annual_status_approval: Chosen[Literal["none", "required"]] | None = None
    evaluation: Chosen[Literal["none", "agenda_item", "written"]] | None = None
    evaluation_every_months: Chosen[Annotated[int, Field(ge=1, le=60)]] | None = None
    closure_days: Chosen[tuple[Annotated[str, AfterValidator(_month_day)], ...]] | None = None
    closure_periods: Chosen[tuple[Period, ...]] | None = None
    case_number: Chosen[Annotated[str, AfterValidator(_case_number)]] | None = None


class OverlayEntry(Strict):
    """Principles laid over the charter: guidance that somebody chose."""

    charter: Text
    chosen_by: Name
    on: Day


class Valid(Strict):
    """When the forum exists and which forum follows it."""

    since: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    succeeded_by: Slug | None = None


class Teams(Strict):
    """Where it lives in Teams."""

    tenant: Guid | None = None
    channel: Name | None = None


class OrganisationEntry(Strict):
    """An organisation that takes part."""

    id: Slug
    name: Name
    kind: OrganisationKind
    own_organisation_step: Literal["none", "administration", "political"] | None = None
    guidance: Literal["follows", "departs"] | None = None
    meeting_leader: Slug | None = None


class FundDelegation(Strict):
    """To whom an organisation delegated the shared funds."""

    organisation: Slug
    to: Literal["political_representative", "administration", "not_delegated"]
    seat: Slug | None = None
    since: Day | None = Field(default=None, alias="from")
    until: Day | None = None
    basis: Name | None = None


class IdentityEntry(Strict):
    """One Entra account."""

    tenant: Guid
    object_id: Guid


class PersonEntry(Strict):
    """Somebody who takes part."""

    id: Slug
    name: Name
    email: Email | None = None
    memberships: Entries[Slug] = ()
    identities: Entries[IdentityEntry] = ()


class SeatEntry(Strict):
    """A person's place in the forum."""

    person: Slug
    organisation: Slug
    roles: Annotated[tuple[SeatRole, ...], Field(min_length=1)]
    level: Literal["political", "administrative"] | None = None
    seniority: Slug | None = None
    side: Literal["municipalities", "region"] | None = None
    mandate: bool | None = None
    substitute_for: Slug | None = None
    offices: Entries[Slug] = ()
    areas: Entries[Slug] = ()
    represents: Entries[Slug] = ()
    attached: bool = False
    since: Day | None = Field(default=None, alias="from")
    until: Day | None = None


class MeetingEntry(Strict):
    """A planned meeting."""

    id: Slug
    starts: Annotated[str, BeforeValidator(_moment)]
    ends: Annotated[str, BeforeValidator(_moment)]
    place: Name
    host: Slug | None = None


class ForumDocument(Strict):
    """A whole forum file; `bodies` says which forum in Klyngebot a body is that the charter names, by their ids."""

    forum: Slug
    name: Name
    region: Name | None = None
    charter: Text
    charter_from: Day | None = None
    local_charter: Text | None = None
    overlays: Entries[OverlayEntry] = ()
    valid: Section[Valid] = Valid()
    timezone: Annotated[str, AfterValidator(_timezone)] = "Europe/Copenhagen"
    choices: Section[Choices] = Choices()
    teams: Section[Teams] = Teams()
    organisations: Entries[OrganisationEntry] = ()
    hosting: Entries[Slug] = ()
    bodies: dict[Slug, Slug] = Field(default_factory=dict)
    fund_delegation: Entries[FundDelegation] = ()
    people: Entries[PersonEntry] = ()
    seats: Entries[SeatEntry] = ()
    meetings: Entries[MeetingEntry] = ()


def plain(value: Any) -> Any:
    """A value from the file in JSON's terms: lists, dicts with the file's own keys, ISO dates."""
    if isinstance(value, Strict):
        return {key: plain(part) for key, part in value.model_dump(by_alias=True).items() if part is not None}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value
