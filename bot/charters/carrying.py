"""What becomes of each provision of a charter: what acts on it, where it is shown, or why it asks for nothing.

By its path alone, so that a charter of anybody gets the same answer; what has no line here is not acted upon yet.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.charters.document import Cluster, Document
from bot.charters.provision import Entry, Quoted, Steps, provisions


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
    "organisations.*": "»forum apply«",
    "clusters.*": "»forum apply«",
    "composition.seats.*": "»forum apply«",
    "composition.seats.*.seniority": "»forum apply«",
    "composition.seats.*.supplement": "»forum apply«",
    "composition.parties": "»forum apply«",
    "composition.substitutes": "»local_charter«",
    "composition.other_requirements": "»local_charter«",
    "chair.model": "»møder«",
    "chair.required": "»forum apply«",
    "chair.contact_point": "»kontakt«",
    "secretariat.model": "»forum apply«",
    "secretariat.contents": "»local_charter«",
    "agenda.dispatch_days_before": "»frister«",
    "agenda.proposers.*": "»foreslå«",
    "agenda.bases.*": "»foreslå«, Grundlag",
    "agenda.requirements": "»local_charter«",
    "agenda_approval.mode": "»send til godkendelse«",
    "agenda_approval.approvers": "»send til godkendelse«",
    "minutes.dispatch_days_after": "»frister«",
    "deviation": "»ret et valg«",
}
"""Where one sees that it is acted upon."""

OF_GUIDANCE = frozenset({"applies_to", "deviation", "agenda_approval.mode", "agenda_approval.approvers"})
"""Those that are acted upon in guidance as well, which is laid over a charter."""

BY_CARRIER: Mapping[str, str] = {}
"""Where one sees that a task is carried, by what carries it."""

NOT_YET_CARRIED = frozenset({"videresend", "eksterne-moeder", "udpegninger", "arbejdsgrupper", "aarsstatus"})
"""What carries a task and does not exist yet."""

SHOWN: Mapping[str, str] = {
    "meetings.min_per_year": "»møder«",
    "binding": "»om forummet«",
    "dated": "»om forummet«",
    "issued_by": "»om forummet«",
    "contact_role": "»om forummet«",
    "approved_by": "»om forummet«",
    "standing": "»om forummet«",
    "level": "»om forummet«",
    "region": "»om forummet«",
    "scope": "»om forummet«",
    "cooperation": "»om forummet«",
    "purposes.*": "»om forummet«",
    "principles.*": "»om forummet«",
    "relations.*": "»om forummet«",
    "agenda_approval.decided_by": "»om forummet«",
    "agenda_approval.own_organisation_step": "»om forummet«",
    "shared_funds.delegation_options.*": "»om forummet«",
}
"""Where one reads it."""


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


def _line(path: Steps, provision: Quoted) -> str:
    """Where it stands in the table: a cluster without members is only a name."""
    is_bare = isinstance(provision, Cluster) and provision.members is None
    return f"{general(path)} without members" if is_bare else general(path)


def _outcomes(document: Document) -> Iterator[Outcome]:
    every: Mapping[Steps, Quoted] = dict(provisions(document))
    for path, provision in every.items():
        fate, detail = _fate(_line(path, provision), provision, is_guidance=document.kind == "overlay")
        yield Outcome(fate=fate, path=_dotted(path, every), words=_words(provision), detail=detail)


def _fate(path: str, provision: Quoted, *, is_guidance: bool) -> tuple[Fate, str | None]:
    carrier = provision.by if isinstance(provision, Entry) else None
    if carrier is not None and carrier in BY_CARRIER:
        return Fate.HANDLED, BY_CARRIER[carrier]
    if carrier in NOT_YET_CARRIED:
        return Fate.LATER, None
    if path in HANDLED and (not is_guidance or path in OF_GUIDANCE):
        return Fate.HANDLED, HANDLED[path]
    if provision.asks_nothing is not None:
        return Fate.NOTHING, provision.asks_nothing
    return (Fate.SHOWN, SHOWN[path]) if path in SHOWN else (Fate.LATER, None)


def _words(provision: Quoted) -> str:
    """What it says: its source's words, or (in a template) our own."""
    return provision.words or provision.note or str(getattr(provision, "name", ""))


def _dotted(path: Steps, every: Mapping[Steps, Quoted]) -> str:
    """The path with an entry's id in place of its position."""
    steps = ((path[: end + 1], step) for end, step in enumerate(path))
    return ".".join(str(getattr(every.get(whole), "id", step)) for whole, step in steps)
