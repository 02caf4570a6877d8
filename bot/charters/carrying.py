"""What becomes of each provision of a charter: what acts on it, where it is shown, or why it asks for nothing.

By its path and its codes alone, so that a charter of anybody gets the same answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.charters.document import Cluster, Document, Relation
from bot.charters.provision import Quoted, Steps, provisions


class Fate(StrEnum):
    """What becomes of a provision, by the heading under which `charter check` names it."""

    HANDLED = "Handles der efter"
    SHOWN = "Vises"
    NOTHING = "Kræver intet af Klyngebot"
    LATER = "Håndhæves endnu ikke"


HANDLED: Mapping[str, str] = {
    "body_kind": "»forum apply«",
    "applies_to": "»forum apply«",
    "local_layer": "»forum apply«",
    "deviation": "»ret et valg«",
    "scope": "»foreslå«, Område",
    "purposes.*": "»foreslå«, Formål",
    "principles.*": "»foreslå«, Princip",
    "topics.*": "»foreslå«, Emne",
    "organisations.*": "»forum apply«",
    "clusters.*": "»forum apply«",
    "composition.seats.*": "»sammensætning«",
    "composition.seats.*.drawn_from": "»sammensætning«",
    "composition.seats.*.areas": "»sammensætning«",
    "composition.seats.*.areas_optional": "»sammensætning«",
    "composition.seats.*.seniority": "»sammensætning«",
    "composition.seats.*.supplement": "»sammensætning«",
    "composition.parties": "»sammensætning«",
    "composition.gp_organisations": "»hvem repræsenterer PLO«",
    "composition.attached_member": "»sammensætning«",
    "composition.administrative_representatives": "»sammensætning«",
    "composition.guests": "»invitér gæst«",
    "composition.other_requirements": "»local_charter« i forumfilen",
    "composition.mandate": "»sammensætning« og »hvem kommer«",
    "composition.substitutes": "»meld afbud« og »sammensætning«",
    "composition.representation": "»sammensætning«",
    "chair.model": "»møder«",
    "chair.required": "»sammensætning«",
    "chair.preferred_membership": "»sammensætning«",
    "chair.otherwise": "»sammensætning«",
    "chair.contact_point": "»kontakt«",
    "secretariat.model": "»forum apply«",
    "secretariat.in_composition": "»sammensætning«",
    "secretariat.contents": "»local_charter« i forumfilen",
    "agenda.dispatch_days_before": "»frister«",
    "agenda.proposers.*": "»foreslå«",
    "agenda.bases.*": "»foreslå«, Grundlag",
    "agenda.requirements": "»ret dagsorden«",
    "agenda.primary_focus": "»dagsorden«",
    "agenda.local_policy": "»foreslå«, Lokal politik/strategi",
    "agenda.local_initiatives": "»beslutning 1«, Udfald",
    "agenda_approval.mode": "»send til godkendelse«",
    "agenda_approval.approvers": "»send til godkendelse«",
    "agenda_approval.who_must_answer": "»send til godkendelse«",
    "agenda_approval.per_side": "»send til godkendelse«",
    "agenda_approval.own_organisation_step": "»send til godkendelse«",
    "agenda_approval.deadline_days_before": "»frister«",
    "minutes.dispatch_days_after": "»frister«",
    "minutes.approval": "»send referat«",
    "publication.agenda": "»send referat«, Offentliggørelse",
    "publication.minutes": "»send referat«, Offentliggørelse",
    "publication.where": "»send referat«, Offentliggørelse, Sted",
    "publication.days_after": "»send referat«, Offentliggørelse, Frist",
    "secretariat.coordinates_with": "»kopi«",
    "meetings.min_per_year": "»årshjul«",
    "meetings.max_per_year": "»årshjul«",
    "meetings.extra": "»årshjul«",
    "meetings.aligned_to": "»eksternt møde«",
    "meetings.aligned_to_optional": "»eksternt møde«",
    "meetings.aligned_days_before": "»eksternt møde«",
    "hosting.rotation": "»årshjul«",
    "hosting.order": "»årshjul«",
    "shared_funds.purposes.*": "»foreslå«, Formål med midlerne, og »registrér bevilling«",
    "shared_funds.joint_initiatives": "»midler«",
    "shared_funds.delegate_titles": "»midler«, Hvem kan disponere",
    "shared_funds.order": "»disponér« og »midler«",
    "shared_funds.council_approval": "»midler«",
    "working_groups.created_by": "»ny arbejdsgruppe«",
    "working_groups.occasion": "»ny arbejdsgruppe«",
    "working_groups.coordinator": "»ny arbejdsgruppe«",
    "working_groups.appointing_level": "»ny arbejdsgruppe«",
    "reports.*": "»årsstatus«",
    "evaluation": "»årshjul«",
}
"""Where one sees that it is acted upon."""

OF_GUIDANCE_ALONE = frozenset({"applies_to", "deviation"})
"""Those that are acted upon in guidance, which is laid over a charter, and are only read elsewhere."""

OF_GUIDANCE = OF_GUIDANCE_ALONE | {
    "agenda_approval.mode",
    "agenda_approval.approvers",
    "agenda_approval.who_must_answer",
    "agenda_approval.per_side",
    "agenda_approval.own_organisation_step",
    "shared_funds.administration",
    "shared_funds.allocations.*",
    "shared_funds.purposes.*",
    "shared_funds.joint_initiatives",
    "shared_funds.delegation_options.*",
    "shared_funds.delegate_titles",
    "shared_funds.order",
    "shared_funds.aim",
    "shared_funds.council_approval",
}
"""Those that are acted upon in guidance; of it one reads the others."""

BY_CARRIER: Mapping[str, str] = {
    "fast-punkt": "»ret dagsorden«",
    "lokal-udfordring": "»foreslå«, Lokal udfordring",
    "inddragelse": "»foreslå«, Inddragelse af patienter og pårørende",
    "aftaler": "»aftaler«",
    "ansoegninger": "»ansøgninger«",
    "indsatser": "»indsatser«",
    "opgaver": "»indsatser«",
    "videresend": "»videresend 3«",
    "eksterne-moeder": "»eksterne møder«",
    "udpegninger": "»udpegninger«",
    "arbejdsgrupper": "»organisering«",
    "aarsstatus": "»årsstatus«",
}
"""Where one sees that a task or a principle is carried, by what carries it."""

_FORWARDING = "»videresend 3«"

BY_RELATION: Mapping[str, str] = {
    "escalates": _FORWARDING,
    "proposes-agenda": _FORWARDING,
    "communicates-both-ways": _FORWARDING,
    "supports": _FORWARDING,
    "prepares": "»eksternt møde«",
    "gives-input-and-mandate": "»eksternt møde«",
    "coordinates": "»kopi«",
    "coordinates-appointments": "»udpegninger«",
    "creates": "»organisering«",
    "creates-and-steers": "»organisering«",
    "reports-annually": "»årsstatus«",
}
"""Where one sees that the body does what it has with another, by the kind of a relation from it."""

TO_US: Mapping[str, str] = {"assigns-tasks": "»stillede opgaver«", "communicates-both-ways": _FORWARDING}
"""The same of a relation from another body to it."""

_ABOUT, _WORDS = "»om forummet«", "»kommissoriets ord«"

SHOWN: Mapping[str, str] = {
    "binding": _ABOUT,
    "dated": _ABOUT,
    "issued_by": _WORDS,
    "approved_by": _ABOUT,
    "standing": _ABOUT,
    "recommended": _WORDS,
    "working_form": _WORDS,
    "level": _ABOUT,
    "region": _ABOUT,
    "cooperation": _ABOUT,
    "bodies.*": _WORDS,
    "cluster_division": _WORDS,
    "clusters.* without members": _WORDS,
    "chair.holders": _WORDS,
    "secretariat.bodies": "»opgaver«",
    "meetings.quorum": _WORDS,
    "meetings.voting": _WORDS,
    "meetings.rules_of_procedure": _WORDS,
    "agenda_approval.decided_by": _WORDS,
    "agenda_approval.uniform": _WORDS,
    "shared_funds.administration": "»midler«",
    "shared_funds.allocations.*": "»midler«",
    "shared_funds.delegation_options.*": "»midler«",
    "shared_funds.aim": "»midler«",
    "tasks.mandatory.*": _ABOUT,
    "tasks.optional.*": _ABOUT,
    "relations.*": _ABOUT,
    "relations.*.bases.*": _WORDS,
}
"""Where one reads it."""

ABOUT_GUIDANCE = frozenset({"binding", "dated", "issued_by", "standing", "purposes.*", "relations.*"})
"""What »Om forummet« tells of guidance, beside what its issuer recommends or supports."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What becomes of the provision at `path`; `detail` is where one sees it, or why it asks for nothing."""

    fate: Fate
    path: str
    words: str
    detail: str | None = None


def outcomes(document: Document) -> tuple[Outcome, ...]:
    """What becomes of every provision, in the document's order."""
    return tuple(_outcomes(document))


def general(path: Steps) -> str:
    """The path with `*` for any entry of a list."""
    return ".".join("*" if isinstance(step, int) else step for step in path)


def _outcomes(document: Document) -> Iterator[Outcome]:
    every: Mapping[Steps, Quoted] = dict(provisions(document))
    for path, provision in every.items():
        fate, detail = _fate(_line(path, provision), provision, document)
        yield Outcome(fate=fate, path=_dotted(path, every), words=_words(provision), detail=detail)


def _line(path: Steps, provision: Quoted) -> str:
    """Where it stands in the table: a cluster without members is only a name."""
    is_bare = isinstance(provision, Cluster) and provision.members is None
    return f"{general(path)} without members" if is_bare else general(path)


def _fate(path: str, provision: Quoted, document: Document) -> tuple[Fate, str | None]:
    is_guidance = document.kind == "overlay"
    if not is_guidance and (place := _carried_at(provision, document)) is not None:
        return Fate.HANDLED, place
    if path in HANDLED and (path in OF_GUIDANCE if is_guidance else path not in OF_GUIDANCE_ALONE):
        return Fate.HANDLED, HANDLED[path]
    if provision.asks_nothing is not None:
        return Fate.NOTHING, provision.asks_nothing
    return Fate.SHOWN, _read_in(path, provision) if is_guidance else SHOWN.get(path, _WORDS)


def _carried_at(provision: Quoted, document: Document) -> str | None:
    """Where one sees that a task is carried, or a relation, or what such a relation may rest on alone."""
    if isinstance(provision, Relation):
        return _related_at(provision, document)
    owner = next((each for each in document.relations if any(base is provision for base in each.bases)), None)
    if owner is not None:
        place = _related_at(owner, document)
        return place if place == _FORWARDING else None
    return BY_CARRIER.get(str(getattr(provision, "by", None)))


def _related_at(relation: Relation, document: Document) -> str | None:
    """Where one sees that the body does its part of a relation; None where it has none in it, or none is built."""
    ours = None if document.body_kind is None else document.body_kind.value
    if relation.origin == ours:
        return BY_RELATION.get(relation.kind)
    return TO_US.get(relation.kind) if relation.to == ours else None


def _read_in(path: str, provision: Quoted) -> str:
    """Where one reads a provision of guidance."""
    if path in OF_GUIDANCE:
        return SHOWN[path]
    return _ABOUT if path in ABOUT_GUIDANCE or provision.endorsement is not None else _WORDS


def _words(provision: Quoted) -> str:
    """What it says: its source's words, or (in a template) our own."""
    return provision.words or provision.note or str(getattr(provision, "name", ""))


def _dotted(path: Steps, every: Mapping[Steps, Quoted]) -> str:
    """The path with an entry's id in place of its position."""
    steps = ((path[: end + 1], step) for end, step in enumerate(path))
    return ".".join(str(getattr(every.get(whole), "id", step)) for whole, step in steps)
