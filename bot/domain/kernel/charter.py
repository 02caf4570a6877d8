"""A committee's charter as data: what the source document settles, with its own words, and what it leaves open."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.domain.kernel.provision import SILENT, Named, Provision
from bot.domain.kernel.sections import (
    AgendaRules,
    ApprovalRules,
    ApprovedBy,
    Body,
    ChairRules,
    Cluster,
    CompositionRules,
    FundRules,
    GroupRules,
    HostingRules,
    MeetingRules,
    MinutesRules,
    Party,
    PublicationRules,
    Relation,
    Report,
    SecretariatRules,
    TaskRules,
)


class Mode(StrEnum):
    """How an agenda is approved.

    `CONSULT` (forelægges) asks for remarks and blocks nothing; `APPROVE` blocks dispatch. Source: KOSU 2022, A13.
    """

    NONE = "none"
    CONSULT = "consult"
    APPROVE = "approve"


@dataclass(frozen=True, slots=True, kw_only=True)
class Charter:
    """A validated charter or, with `kind` "overlay", principles that may be laid over one.

    Every other field has the name and the place that it has in the file (bot/charters/document.py). Lengths of time
    are whole calendar days. A template for a kind of forum has no source document: its `source` is empty.
    """

    id: str
    kind: str
    title: str
    source: str
    binding: Provision[str] = SILENT  # charter | common_terms | guidance | template
    body_kind: Provision[str] = SILENT  # what kind of body it makes: relations and guidance name bodies by it
    dated: Provision[date] = SILENT
    issued_by: Provision[str] = SILENT
    approved_by: ApprovedBy | None = None
    standing: Provision[str] = SILENT
    recommended: Provision[bool] = SILENT
    deviation: Provision[tuple[str, ...]] = SILENT
    applies_to: Provision[str] = SILENT  # the kind of body that guidance addresses
    local_layer: Provision[str] = SILENT
    working_form: Provision[str] = SILENT
    level: Provision[str] = SILENT
    region: Provision[str] = SILENT
    scope: Provision[tuple[str, ...]] = SILENT
    cooperation: Provision[tuple[str, ...]] = SILENT
    purposes: tuple[Named, ...] = ()
    principles: tuple[Named, ...] = ()
    topics: tuple[Named, ...] = ()
    bodies: tuple[Body, ...] = ()
    organisations: tuple[Party, ...] = ()
    cluster_division: Provision[str] = SILENT
    clusters: tuple[Cluster, ...] = ()
    composition: CompositionRules = field(default_factory=CompositionRules)
    chair: ChairRules = field(default_factory=ChairRules)
    secretariat: SecretariatRules = field(default_factory=SecretariatRules)
    meetings: MeetingRules = field(default_factory=MeetingRules)
    hosting: HostingRules = field(default_factory=HostingRules)
    agenda: AgendaRules = field(default_factory=AgendaRules)
    agenda_approval: ApprovalRules = field(default_factory=ApprovalRules)
    minutes: MinutesRules = field(default_factory=MinutesRules)
    publication: PublicationRules = field(default_factory=PublicationRules)
    shared_funds: FundRules = field(default_factory=FundRules)
    working_groups: GroupRules = field(default_factory=GroupRules)
    tasks: TaskRules = field(default_factory=TaskRules)
    reports: tuple[Report, ...] = ()
    evaluation: Provision[str] = SILENT
    relations: tuple[Relation, ...] = ()

    def name_of_body(self, body: str) -> str:
        """What a body, an organisation or a cluster is called that the charter names by that id; else the id."""
        named = (*self.bodies, *self.organisations, *self.clusters)
        return next((each.name for each in named if each.id == body), body)
