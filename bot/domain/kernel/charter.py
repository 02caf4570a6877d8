"""A committee's charter as data: what the source document settles, with its own words, and what it leaves open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Mode(StrEnum):
    """How an agenda is approved.

    `CONSULT` (forelægges) asks for remarks and blocks nothing; `APPROVE` blocks dispatch. Source: KOSU 2022, A13.
    """

    NONE = "none"
    CONSULT = "consult"
    APPROVE = "approve"


@dataclass(frozen=True, slots=True)
class Provision(Generic[T_co]):
    """One thing a charter may settle: `value` is None where the source is silent; `words` quotes the source."""

    value: T_co | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Proposers:
    """A circle that may put items forward; with `by_right` the secretariat cannot decline them.

    `who` is a role (`politician`, `coordinator`), `party` (an organisation of the forum) or the id of an outside body.
    A right holds on the `bases` alone, where the source names any.
    """

    who: str
    name: str
    by_right: bool
    words: str | None = None
    bases: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class SeatRule:
    """How many seats each organisation of a kind fills, and what the holders must be.

    With `each` False the numbers are for all organisations of the kind together. Whoever has the seniority of a
    `supplement` comes beside those who are counted.
    """

    organisation_kind: str
    role: str | None
    least: int | None
    most: int | None
    words: str
    each: bool = True
    seniority: str | None = None
    supplement: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation as the charter names it, with its official name where that differs."""

    id: str
    name: str
    kind: str
    official_name: str | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """One of the clusters that share the charter; `members` are ids of its parties, None where it names none."""

    id: str
    name: str
    members: tuple[str, ...] | None
    words: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Charter:
    """A validated charter or, with `kind` "overlay", principles that may be laid over one.

    Lengths of time are whole calendar days. `unenforced` names, as dotted paths, what the source says and no code acts
    upon yet. A template for a kind of forum has no source document: its `source` is empty.
    """

    id: str
    kind: str
    title: str
    source: str
    dated: date | None = None
    binding: str = "charter"
    applies_to: Provision[str] = Provision()  # the kind of body that guidance addresses
    level: Provision[str] = Provision()
    chair_model: Provision[str] = Provision()  # host_leads | shared | single_or_shared
    chair_required: Provision[bool] = Provision()
    secretariat_model: Provision[str] = Provision()
    dispatch_days_before: Provision[int] = Provision()
    minutes_days_after: Provision[int] = Provision()
    agenda_approval: Provision[str] = Provision()  # none | consult | approve | consult_or_approve
    approvers: Provision[str] = Provision()
    proposers: Provision[tuple[Proposers, ...]] = Provision()
    bases: Provision[tuple[str, ...]] = Provision()  # guidepost | principle | plan | local
    basis_names: Mapping[str, str] = field(default_factory=dict)
    composition: tuple[SeatRule, ...] = ()
    party_kinds: Provision[tuple[str, ...]] = Provision()  # the only kinds of organisation that are members
    parties: tuple[Party, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    min_meetings_per_year: Provision[int] = Provision()
    rotating_hosts: Provision[bool] = Provision()
    contact_point: Provision[bool] = Provision()  # whether the chair is the way into the forum
    unenforced: tuple[str, ...] = field(default=())
