"""A charter in a text that was applied once, perhaps by an older version: it stays readable for good."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from bot.charters.building import charter_of
from bot.charters.document import Document
from bot.charters.fields import Strict
from bot.charters.reader import Node, read
from bot.charters.shape import shaped
from bot.domain.kernel.charter import Charter

_NAME = "kommissorium"
_SECTIONS = frozenset(name for name, each in Document.model_fields.items() if isinstance(each.default, Strict))

_DECISIVE = frozenset(
    {
        "dated",
        "binding",
        "level",
        "composition.seats",
        "chair.model",
        "secretariat.model",
        "agenda.dispatch_days_before",
        "agenda.proposers",
        "agenda.bases",
        "agenda_approval.mode",
        "agenda_approval.approvers",
        "minutes.dispatch_days_after",
    }
)
"""What is never read as silence: who leads, asks and answers, and when what leaves."""


def stored_charter(text: str) -> Charter:
    """The charter in a stored text; raises BrokenFile.

    What this version does not know is passed over, and what it would refuse in a file as well; but not where silence
    would decide: to read an unknown way of approval as none would send an agenda that nobody approved.
    """
    node = read(text, _NAME)
    try:
        document = Document.model_validate(node.value, extra="ignore")
    except ValidationError as error:
        kept = _without(node.value, (fault["loc"] for fault in error.errors()))
        document = shaped(Document, Node(kept, node.line, node.parts), _NAME, extra="ignore")
    return charter_of(document)


def _without(value: Mapping[str, Any], faults: Iterable[tuple[int | str, ...]]) -> dict[str, Any]:
    """What was written, less each provision that has a fault and decides nothing by its absence."""
    kept = dict(value)
    for name, *rest in faults:
        within = str(rest[0]) if rest and name in _SECTIONS else None
        if _is_decisive(str(name), within):
            continue
        if within is None:
            kept.pop(str(name), None)
        else:
            kept[str(name)] = {key: each for key, each in kept[str(name)].items() if key != within}
    return kept


def _is_decisive(name: str, within: str | None) -> bool:
    """Whether that provision decides something, or any in that section."""
    path = name if within is None else f"{name}.{within}"
    return any(f"{each}.".startswith(f"{path}.") for each in _DECISIVE)
