"""From a charter file's document to a `Charter`: each part by its name, for the two are named alike."""

from dataclasses import MISSING, Field, fields
from typing import Any

from bot.charters.document import Allocation as AllocationEntry
from bot.charters.document import ApprovedBy as ApprovedByEntry
from bot.charters.document import Body as BodyEntry
from bot.charters.document import Cluster as ClusterEntry
from bot.charters.document import Document, ProposerEntry, SeatCount
from bot.charters.document import Party as PartyEntry
from bot.charters.document import Relation as RelationEntry
from bot.charters.document import Report as ReportEntry
from bot.charters.fields import Strict
from bot.charters.provision import Entry, Stated
from bot.domain.kernel import sections
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.provision import Named, Provision

_KINDS: dict[type[Strict], type[Any]] = {
    AllocationEntry: sections.Allocation,
    ApprovedByEntry: sections.ApprovedBy,
    BodyEntry: sections.Body,
    ClusterEntry: sections.Cluster,
    Entry: Named,
    PartyEntry: sections.Party,
    ProposerEntry: sections.Proposers,
    RelationEntry: sections.Relation,
    ReportEntry: sections.Report,
    SeatCount: sections.SeatRule,
}
"""What an entry of the document becomes; a section becomes the section of that name."""


def charter_of(document: Document) -> Charter:
    """The charter that the document describes."""
    return Charter(**_parts(Charter, document, leaving=("source",)), source=document.source or "")


def _built(part: Any, silent: Any) -> Any:
    """A part of the document in the domain's terms; `silent` is what stands there where the source says nothing."""
    if part is None:
        return silent
    if isinstance(part, Stated):
        return Provision(part.value, part.words, part.note, endorsement=part.endorsement)
    if isinstance(part, tuple):
        return tuple(_built(each, None) for each in part)
    if isinstance(part, Strict):
        kind = _KINDS.get(type(part)) or type(silent)
        return kind(**_parts(kind, part))
    return part


def _parts(kind: type[Any], part: Strict, leaving: tuple[str, ...] = ()) -> dict[str, Any]:
    """What the fields of that dataclass are by that part; what the file cannot say keeps its default."""
    known = {*type(part).model_fields} - {*leaving}
    return {
        field.name: _built(getattr(part, field.name), _silent(field)) for field in fields(kind) if field.name in known
    }


def _silent(field: Field[Any]) -> Any:
    """What the field is where the source says nothing; None where it must say something."""
    if field.default_factory is not MISSING:
        return field.default_factory()
    return None if field.default is MISSING else field.default
