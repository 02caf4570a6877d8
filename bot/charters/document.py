"""The shape of a charter file: all that a source says, each value beside the words it rests on; null is unsettled."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from bot.charters.fields import Day, Name, Slug, Strict
from bot.charters.provision import Entries, Entry, Quoted, Section, Stated
from bot.domain.kernel.needed import read_rule

Count = Annotated[int, Field(ge=0, le=1000)]
Days = Annotated[int, Field(ge=0, le=365)]
Kroner = Annotated[int, Field(ge=0)]
OrganisationKind = Literal[
    "municipality", "region", "hospital", "psychiatry", "regional_administration", "gp_organisation", "other"
]
Cooperation = Literal["tvaerkommunal", "tvaersektoriel"]
SeatRole = Literal["politician", "coordinator", "secretariat", "administrative_representative", "gp_representative"]


class ApprovedBy(Quoted):
    """Who adopted the charter; `on` is null where the source leaves the date open."""

    body: Slug
    on: Day | None


class Body(Entry):
    """A body, a kind of body or an office outside the forum's own list of organisations, by its Danish name."""

    cooperation: Cooperation | None = None


class Party(Entry):
    """An organisation as the source names it, with its official name where that differs."""

    kind: OrganisationKind
    official_name: Name | None = None


class Cluster(Entry):
    """One of the clusters the charter covers; `members` are ids of organisations, null where none are named."""

    members: tuple[Slug, ...] | None = None


class SeatCount(Quoted):
    """How many seats each organisation of a kind fills, or (`each` false) all of them together."""

    id: Slug
    kind: OrganisationKind
    each: bool
    role: SeatRole | None
    least: Count | None
    most: Count | None
    drawn_from: Stated[tuple[Slug, ...]] | None = None
    areas: Stated[tuple[Slug, ...]] | None = None
    areas_optional: Stated[tuple[Slug, ...]] | None = None
    seniority: Stated[Slug] | None = None
    supplement: Stated[Slug] | None = None

    @model_validator(mode="after")
    def _counts_something(self) -> "SeatCount":
        if self.least is None and self.most is None:
            raise ValueError("skal sige mindst ét tal: least eller most")
        if self.least is not None and self.most is not None and self.least > self.most:
            raise ValueError("least er større end most")
        return self


class Composition(Strict):
    """Who takes part."""

    seats: Entries[SeatCount] = ()
    parties: Stated[tuple[OrganisationKind, ...]] | None = None
    gp_organisations: Stated[tuple[Slug, ...]] | None = None
    attached_member: Stated[Slug] | None = None
    administrative_representatives: Stated[Slug] | None = None
    guests: Stated[Slug] | None = None
    other_requirements: Stated[Slug] | None = None
    mandate: Stated[Slug] | None = None
    substitutes: Stated[Slug] | None = None
    representation: Stated[Slug] | None = None


class Chair(Strict):
    """Who leads."""

    model: Stated[Literal["host_leads", "shared", "single", "single_or_shared"]] | None = None
    required: Stated[bool] | None = None
    holders: Stated[tuple[Slug, ...]] | None = None
    preferred_membership: Stated[Slug] | None = None
    otherwise: Stated[Slug] | None = None
    contact_point: Stated[bool] | None = None


class Secretariat(Strict):
    """Who serves the forum."""

    model: Stated[Literal["joint", "shared", "single", "optional"]] | None = None
    bodies: Stated[tuple[Slug, ...]] | None = None
    in_composition: Stated[bool] | None = None
    coordinates_with: Stated[tuple[Slug, ...]] | None = None
    contents: Stated[Slug] | None = None


class Meetings(Strict):
    """How often the forum meets and how it resolves."""

    min_per_year: Stated[Count] | None = None
    max_per_year: Stated[Count] | None = None
    extra: Stated[bool] | None = None
    aligned_to: Stated[tuple[Slug, ...]] | None = None
    aligned_to_optional: Stated[tuple[Slug, ...]] | None = None
    aligned_days_before: Stated[Days] | None = None
    quorum: Stated[Slug] | None = None
    voting: Stated[Slug] | None = None
    rules_of_procedure: Stated[Slug] | None = None


class Hosting(Strict):
    """Who hosts."""

    rotation: Stated[bool] | None = None
    order: Stated[tuple[Slug, ...]] | None = None


class ProposerEntry(Entry):
    """Who may put items forward: the id is a role (`politician`), `party`, or an outside body."""

    by_right: bool
    bases: tuple[Slug, ...] | None = None


class AgendaRules(Strict):
    """What the agenda must hold and when it leaves; days are calendar days before the meeting."""

    dispatch_days_before: Stated[Days] | None = None
    proposers: Entries[ProposerEntry] = ()
    bases: Entries[Entry] = ()
    requirements: Stated[Slug] | None = None
    primary_focus: Stated[Slug] | None = None
    local_policy: Stated[Slug] | None = None
    local_initiatives: Stated[Slug] | None = None


def _answers(text: str) -> str:
    try:
        read_rule(text)
    except ValueError:
        raise ValueError("skal være all, one-per-side eller fx 2-of-n") from None
    return text


class AgendaApproval(Strict):
    """Whether and by whom the agenda is approved (godkendes) or laid before somebody (afstemmes med)."""

    mode: Stated[Literal["none", "consult", "approve", "consult_or_approve"]] | None = None
    approvers: Stated[Literal["chairmanship", "meeting_leader"]] | None = None
    who_must_answer: Stated[Annotated[Slug, AfterValidator(_answers)]] | None = None
    decided_by: Stated[Slug] | None = None
    per_side: Stated[bool] | None = None
    own_organisation_step: Stated[Slug] | None = None
    uniform: Stated[bool] | None = None
    deadline_days_before: Stated[Days] | None = None


class MinutesRules(Strict):
    """When minutes leave (calendar days after the meeting) and who approves them."""

    dispatch_days_after: Stated[Days] | None = None
    approval: Stated[Literal["before_sending", "after_remarks", "next_meeting"]] | None = None


class Publication(Strict):
    """What is made public, where and when."""

    agenda: Stated[bool] | None = None
    minutes: Stated[bool] | None = None
    where: Stated[Name] | None = None
    days_after: Stated[Days] | None = None


class Allocation(Entry):
    """Money set aside, in whole Danish kroner."""

    year: int
    amount_dkk: Kroner
    level: Slug


class SharedFunds(Strict):
    """What is said about the shared funds (fælles klyngemidler)."""

    administration: Stated[Slug] | None = None
    allocations: Entries[Allocation] = ()
    purposes: Entries[Entry] = ()
    joint_initiatives: Stated[Slug] | None = None
    delegation_options: Entries[Entry] = ()
    delegate_titles: Stated[tuple[Slug, ...]] | None = None
    order: Stated[Slug] | None = None
    aim: Stated[Slug] | None = None
    council_approval: Stated[Slug] | None = None


class WorkingGroups(Strict):
    """Who sets up working groups and how they are staffed."""

    created_by: Stated[Slug] | None = None
    occasion: Stated[Slug] | None = None
    coordinator: Stated[Slug] | None = None
    appointing_level: Stated[Slug] | None = None


class Tasks(Strict):
    """What the forum must do and what it may do."""

    mandatory: Entries[Entry] = ()
    optional: Entries[Entry] = ()


class Report(Entry):
    """A report that somebody expects; `due` is null where no date is set."""

    to: Slug
    every: Slug
    due: Slug | None


class Relation(Entry):
    """How two bodies stand to each other, in the direction `from` → `to`; `bases` are what alone it may rest on."""

    origin: Slug = Field(alias="from")
    to: Slug
    kind: Slug
    levels: tuple[Slug, ...] | None = None
    cooperation: Cooperation | None = None
    bases: Entries[Entry] = ()


class Document(Strict):
    """A whole charter file."""

    format: Literal[1]
    id: Slug
    kind: Literal["charter", "overlay", "local"]
    title: Name
    source: Name | None
    binding: Stated[Literal["charter", "common_terms", "guidance", "template"]] | None = None
    body_kind: Stated[Slug] | None = None
    dated: Stated[Day] | None = None
    issued_by: Stated[Slug] | None = None
    approved_by: ApprovedBy | None = None
    standing: Stated[Slug] | None = None
    recommended: Stated[bool] | None = None
    deviation: Stated[tuple[Slug, ...]] | None = None
    applies_to: Stated[Slug] | None = None
    local_layer: Stated[Slug] | None = None
    working_form: Stated[Slug] | None = None
    level: Stated[Literal["political", "administrative"]] | None = None
    region: Stated[Slug] | None = None
    scope: Stated[tuple[Slug, ...]] | None = None
    cooperation: Stated[tuple[Slug, ...]] | None = None
    purposes: Entries[Entry] = ()
    principles: Entries[Entry] = ()
    topics: Entries[Entry] = ()
    bodies: Entries[Body] = ()
    organisations: Entries[Party] = ()
    cluster_division: Stated[Slug] | None = None
    clusters: Entries[Cluster] = ()
    composition: Section[Composition] = Composition()
    chair: Section[Chair] = Chair()
    secretariat: Section[Secretariat] = Secretariat()
    meetings: Section[Meetings] = Meetings()
    hosting: Section[Hosting] = Hosting()
    agenda: Section[AgendaRules] = AgendaRules()
    agenda_approval: Section[AgendaApproval] = AgendaApproval()
    minutes: Section[MinutesRules] = MinutesRules()
    publication: Section[Publication] = Publication()
    shared_funds: Section[SharedFunds] = SharedFunds()
    working_groups: Section[WorkingGroups] = WorkingGroups()
    tasks: Section[Tasks] = Tasks()
    reports: Entries[Report] = ()
    evaluation: Stated[Slug] | None = None
    relations: Entries[Relation] = ()
