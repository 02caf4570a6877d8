"""The parts of a charter, by the names that its file gives them: what a path in the file is, is a path here."""

from dataclasses import dataclass
from datetime import date

from bot.domain.kernel.provision import SILENT, Named, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedBy:
    """Which body adopted the charter, and when; `on` is None where the source leaves the date open."""

    body: str
    on: date | None = None
    words: str | None = None
    note: str | None = None
    is_local: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposers(Named):
    """A circle that may put items forward; with `by_right` the secretariat cannot decline them.

    The id is a role (`politician`, `coordinator`), `party` (an organisation of the forum) or the id of an outside body.
    A right holds on the `bases` alone, where the source names any.
    """

    by_right: bool
    bases: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatRule:
    """How many seats each organisation of a kind fills, and what the holders must be.

    With `each` False the numbers are for all organisations of the kind together. Whoever has the seniority of a
    `supplement` comes beside those who are counted. `drawn_from` are offices, `areas` the fields they are held in;
    nobody is missed from those of `areas_optional`.
    """

    id: str
    kind: str
    role: str | None = None
    least: int | None = None
    most: int | None = None
    words: str = ""
    note: str | None = None
    each: bool = True
    drawn_from: Provision[tuple[str, ...]] = SILENT
    areas: Provision[tuple[str, ...]] = SILENT
    areas_optional: Provision[tuple[str, ...]] = SILENT
    seniority: Provision[str] = SILENT
    supplement: Provision[str] = SILENT
    is_local: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Body(Named):
    """A body, a kind of body or an office that the charter names beside its organisations.

    `cooperation` is `tvaerkommunal` or `tvaersektoriel` where the source says which.
    """

    cooperation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Named):
    """An organisation as the charter names it, with its official name where that differs."""

    kind: str
    official_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster(Named):
    """One of the clusters that share the charter; `members` are ids of its parties, None where it names none."""

    members: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation(Named):
    """Money set aside, in whole Danish kroner."""

    year: int
    amount_dkk: int
    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report(Named):
    """A report that somebody expects; `due` is None where no date is set."""

    to: str
    every: str
    due: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Named):
    """How two bodies stand to each other, in the direction `origin` → `to`; `cooperation` as a body's.

    What goes that way must rest on one of the `bases`, where the source names any.
    """

    origin: str
    to: str
    kind: str
    levels: tuple[str, ...] | None = None
    cooperation: str | None = None
    bases: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CompositionRules:
    """Who takes part. `parties` are the only kinds of organisation that are members."""

    seats: tuple[SeatRule, ...] = ()
    parties: Provision[tuple[str, ...]] = SILENT
    gp_organisations: Provision[tuple[str, ...]] = SILENT
    attached_member: Provision[str] = SILENT
    administrative_representatives: Provision[str] = SILENT
    guests: Provision[str] = SILENT
    other_requirements: Provision[str] = SILENT
    mandate: Provision[str] = SILENT
    substitutes: Provision[str] = SILENT
    representation: Provision[str] = SILENT


@dataclass(frozen=True, slots=True, kw_only=True)
class ChairRules:
    """Who leads; `contact_point` is whether the chair is the way into the forum."""

    model: Provision[str] = SILENT  # host_leads | shared | single | single_or_shared
    required: Provision[bool] = SILENT
    holders: Provision[tuple[str, ...]] = SILENT
    preferred_membership: Provision[str] = SILENT
    otherwise: Provision[str] = SILENT
    contact_point: Provision[bool] = SILENT


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretariatRules:
    """Who serves the forum."""

    model: Provision[str] = SILENT  # joint | shared | single | optional
    bodies: Provision[tuple[str, ...]] = SILENT
    in_composition: Provision[bool] = SILENT
    coordinates_with: Provision[tuple[str, ...]] = SILENT
    contents: Provision[str] = SILENT


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRules:
    """How often the forum meets and how it resolves; `aligned_days_before` counts calendar days."""

    min_per_year: Provision[int] = SILENT
    max_per_year: Provision[int] = SILENT
    extra: Provision[bool] = SILENT
    aligned_to: Provision[tuple[str, ...]] = SILENT
    aligned_to_optional: Provision[tuple[str, ...]] = SILENT
    aligned_days_before: Provision[int] = SILENT
    quorum: Provision[str] = SILENT
    voting: Provision[str] = SILENT
    rules_of_procedure: Provision[str] = SILENT


@dataclass(frozen=True, slots=True, kw_only=True)
class HostingRules:
    """Who hosts."""

    rotation: Provision[bool] = SILENT
    order: Provision[tuple[str, ...]] = SILENT


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRules:
    """What the agenda must hold and when it leaves, in calendar days before the meeting."""

    dispatch_days_before: Provision[int] = SILENT
    proposers: tuple[Proposers, ...] = ()
    bases: tuple[Named, ...] = ()
    requirements: Provision[str] = SILENT
    primary_focus: Provision[str] = SILENT
    local_policy: Provision[str] = SILENT
    local_initiatives: Provision[str] = SILENT


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRules:
    """Whether and by whom the agenda is approved (godkendes) or laid before somebody (afstemmes med)."""

    mode: Provision[str] = SILENT  # none | consult | approve | consult_or_approve
    approvers: Provision[str] = SILENT  # chairmanship | meeting_leader
    who_must_answer: Provision[str] = SILENT
    decided_by: Provision[str] = SILENT
    per_side: Provision[bool] = SILENT
    own_organisation_step: Provision[str] = SILENT
    uniform: Provision[bool] = SILENT
    deadline_days_before: Provision[int] = SILENT


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesRules:
    """When minutes leave (calendar days after the meeting) and who approves them."""

    dispatch_days_after: Provision[int] = SILENT
    approval: Provision[str] = SILENT


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationRules:
    """What is made public, where and when (calendar days after it is sent)."""

    agenda: Provision[bool] = SILENT
    minutes: Provision[bool] = SILENT
    where: Provision[str] = SILENT
    days_after: Provision[int] = SILENT


@dataclass(frozen=True, slots=True, kw_only=True)
class FundRules:
    """What is said about the shared funds (fælles klyngemidler)."""

    administration: Provision[str] = SILENT
    allocations: tuple[Allocation, ...] = ()
    purposes: tuple[Named, ...] = ()
    joint_initiatives: Provision[str] = SILENT
    delegation_options: tuple[Named, ...] = ()
    delegate_titles: Provision[tuple[str, ...]] = SILENT
    order: Provision[str] = SILENT
    aim: Provision[str] = SILENT
    council_approval: Provision[str] = SILENT


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRules:
    """Who sets up working groups and how they are staffed."""

    created_by: Provision[str] = SILENT
    occasion: Provision[str] = SILENT
    coordinator: Provision[str] = SILENT
    appointing_level: Provision[str] = SILENT


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRules:
    """What the forum must do and what it may do."""

    mandatory: tuple[Named, ...] = ()
    optional: tuple[Named, ...] = ()
