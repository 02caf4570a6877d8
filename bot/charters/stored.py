"""A charter in a text that was applied once, perhaps by an older version: it stays readable for good."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from bot.charters.document import Document
from bot.charters.fields import Strict
from bot.charters.loader import ACTED_UPON, built
from bot.charters.reader import Node, read
from bot.charters.shape import shaped
from bot.domain.kernel.charter import Charter

_NAME = "kommissorium"
_SECTIONS = frozenset(name for name, each in Document.model_fields.items() if isinstance(each.default, Strict))


def stored_charter(text: str) -> Charter:
    """The charter in a stored text; raises BrokenFile.

    What this version does not know is passed over, and what it would refuse in a file as well; but not where code acts
    upon it: to read an unknown way of approval as none would send an agenda that nobody approved.
    """
    node = read(text, _NAME)
    try:
        document = Document.model_validate(node.value, extra="ignore")
    except ValidationError as error:
        kept = _without(node.value, (fault["loc"] for fault in error.errors()))
        document = shaped(Document, Node(kept, node.line, node.parts), _NAME, extra="ignore")
    return built(document)


def _without(value: Mapping[str, Any], faults: Iterable[tuple[int | str, ...]]) -> dict[str, Any]:
    """What was written, less each provision that has a fault and that no code acts upon."""
    kept = dict(value)
    for name, *rest in faults:
        within = str(rest[0]) if rest and name in _SECTIONS else None
        if _is_acted_upon(str(name), within):
            continue
        if within is None:
            kept.pop(str(name), None)
        else:
            kept[str(name)] = {key: each for key, each in kept[str(name)].items() if key != within}
    return kept


def _is_acted_upon(name: str, within: str | None) -> bool:
    """Whether code acts upon that provision, or on any in that section."""
    path = name if within is None else f"{name}.{within}"
    return any(f"{each}.".startswith(f"{path}.") for each in ACTED_UPON)
