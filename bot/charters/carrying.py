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
}
"""Where one sees that a task or a principle is carried, by what carries it."""

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
    "tasks.mandatory.*": _ABOUT,
    "tasks.optional.*": _ABOUT,
    "relations.*": _ABOUT,
}
"""Where one reads it."""

ABOUT_GUIDANCE = frozenset({"binding", "dated", "issued_by", "standing", "purposes.*", "relations.*"})
"""What »Om forummet« tells of guidance, beside what its issuer recommends or supports."""

LATER = frozenset(
    {
        "secretariat.coordinates_with",
        "meetings.min_per_year",
        "meetings.max_per_year",
        "meetings.extra",
        "meetings.aligned_to",
        "meetings.aligned_to_optional",
        "meetings.aligned_days_before",
        "hosting.rotation",
        "hosting.order",
        "publication.agenda",
        "publication.minutes",
        "publication.where",
        "publication.days_after",
        "shared_funds.administration",
        "shared_funds.allocations.*",
        "shared_funds.purposes.*",
        "shared_funds.joint_initiatives",
        "shared_funds.delegation_options.*",
        "shared_funds.delegate_titles",
        "shared_funds.order",
        "shared_funds.aim",
        "shared_funds.council_approval",
        "working_groups.created_by",
        "working_groups.occasion",
        "working_groups.coordinator",
        "working_groups.appointing_level",
        "reports.*",
        "evaluation",
    }
)
"""What asks for something that does not exist yet, wherever else one reads it."""

NOT_YET_CARRIED = frozenset({"videresend", "eksterne-moeder", "udpegninger", "arbejdsgrupper", "aarsstatus"})
"""What carries a task and does not exist yet."""

NOT_YET_RELATED = frozenset(
    {
        "assigns-tasks",
        "communicates-both-ways",
        "coordinates",
        "coordinates-appointments",
        "creates",
        "creates-and-steers",
        "delegates-funds",
        "escalates",
        "gives-input-and-mandate",
        "prepares",
        "reports-annually",
        "supports",
    }
)
"""The kinds of relation in which bodies do for each other what does not exist yet."""

_PROPOSES = "proposes-agenda"  # ours to others does not exist yet, theirs to us does


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
    carrier, is_guidance = str(getattr(provision, "by", None)), document.kind == "overlay"
    if carrier in BY_CARRIER and not is_guidance:
        return Fate.HANDLED, BY_CARRIER[carrier]
    if carrier in NOT_YET_CARRIED or path in LATER or _is_not_yet_related(provision, document):
        return Fate.LATER, None
    if path in HANDLED and (path in OF_GUIDANCE if is_guidance else path not in OF_GUIDANCE_ALONE):
        return Fate.HANDLED, HANDLED[path]
    if provision.asks_nothing is not None:
        return Fate.NOTHING, provision.asks_nothing
    return Fate.SHOWN, _read_in(path, provision) if is_guidance else SHOWN.get(path, _WORDS)


def _read_in(path: str, provision: Quoted) -> str:
    """Where one reads a provision of guidance."""
    return _ABOUT if path in ABOUT_GUIDANCE or provision.endorsement is not None else _WORDS


def _is_not_yet_related(provision: Quoted, document: Document) -> bool:
    if not isinstance(provision, Relation):
        return False
    ours = None if document.body_kind is None else document.body_kind.value
    return provision.kind in NOT_YET_RELATED or (provision.kind == _PROPOSES and provision.origin == ours)


def _words(provision: Quoted) -> str:
    """What it says: its source's words, or (in a template) our own."""
    return provision.words or provision.note or str(getattr(provision, "name", ""))


def _dotted(path: Steps, every: Mapping[Steps, Quoted]) -> str:
    """The path with an entry's id in place of its position."""
    steps = ((path[: end + 1], step) for end, step in enumerate(path))
    return ".".join(str(getattr(every.get(whole), "id", step)) for whole, step in steps)
