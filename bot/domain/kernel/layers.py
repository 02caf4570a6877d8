"""A forum's own charter laid into the common one: it adds, each addition marked as local, and never contradicts."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from bot.domain.kernel.charter import Charter
from bot.domain.kernel.provision import Provision
from bot.domain.kernel.sections import Body, SeatRule

_OF_ITSELF = frozenset(
    {
        "id",
        "kind",
        "title",
        "source",
        "binding",
        "dated",
        "issued_by",
        "approved_by",
        "standing",
        "recommended",
        "deviation",
        "applies_to",
        "local_layer",
    }
)
"""What a document says of itself: each keeps its own."""

_OPEN = frozenset({"decided-by-cluster", "decided-by-forum", "optional", "single_or_shared", "consult_or_approve"})
"""What leaves a thing to the forum: its own charter may settle it."""

_UNSUBSTANTIAL = frozenset({"words", "note", "source", "endorsement", "by", "is_local"})

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A thing that both settle, and differently; `path` leads to it in the local document."""

    path: Path
    common: str  # what it says there
    common_words: str
    local: str
    local_words: str


def layered(common: Charter, local: Charter | None) -> Charter:
    """The common charter with what the local one adds; where both settle a thing the common one stands."""
    return common if local is None else _laid_into(common, local, leaving=_OF_ITSELF)


def clashes(common: Charter, local: Charter) -> Iterator[Clash]:
    """Everything in which the local charter contradicts the common one."""
    return _clashes(common, local, (), leaving=_OF_ITSELF)


def _laid_into(common: Any, local: Any, leaving: frozenset[str] = frozenset()) -> Any:
    names = [each.name for each in fields(common) if each.name not in leaving]
    return replace(common, **{name: _laid(getattr(common, name), getattr(local, name)) for name in names})


def _laid(common: Any, local: Any) -> Any:
    if isinstance(common, Provision):
        is_added = local.value is not None and (common.value is None or _is_open(common))
        return replace(local, is_local=True) if is_added else common
    if isinstance(common, tuple):
        known = {each.id for each in common}
        return (*common, *(replace(each, is_local=True) for each in local if each.id not in known))
    return _laid_into(common, local) if is_dataclass(common) else common


def _is_open(provision: Provision[Any]) -> bool:
    return isinstance(provision.value, str) and provision.value in _OPEN


def _clashes(common: Any, local: Any, path: Path, leaving: frozenset[str] = frozenset()) -> Iterator[Clash]:
    for name in (each.name for each in fields(common) if each.name not in leaving):
        one, other = getattr(common, name), getattr(local, name)
        if isinstance(one, Provision):
            if None not in (one.value, other.value) and one.value != other.value and not _is_open(one):
                yield _clash((*path, name), one, other, one.value, other.value)
        elif isinstance(one, tuple):
            yield from _clashing_entries(one, other, (*path, name))
        elif is_dataclass(one):
            yield from _clashes(one, other, (*path, name))


def _clashing_entries(common: tuple[Any, ...], local: tuple[Any, ...], path: Path) -> Iterator[Clash]:
    for position, entry in enumerate(local):
        for known in common:
            if not isinstance(known, Body) and _differs(known, entry):
                yield _clash((*path, position), known, entry, _counted(known), _counted(entry))
                break


def _differs(common: Any, local: Any) -> bool:
    """Whether the local entry says otherwise of the same thing; fewer or more seats than those there may be, do."""
    if common.id == local.id:
        names = [each.name for each in fields(common) if each.name not in _UNSUBSTANTIAL]
        return any(getattr(common, name) != getattr(local, name) for name in names)
    if isinstance(common, SeatRule) and (common.kind, common.role, common.each) == (local.kind, local.role, local.each):
        too_few = None not in (common.least, local.least) and local.least < (common.least or 0)
        return too_few or (common.most is not None and local.most is not None and local.most > common.most)
    return False


def _counted(entry: Any) -> str:
    """What an entry says, in short."""
    if isinstance(entry, SeatRule):
        return f"{entry.least}-{entry.most}"
    return str(getattr(entry, "name", entry.id))


def _clash(path: Path, common: Any, local: Any, one: object, other: object) -> Clash:
    return Clash(
        path=path,
        common=_said(one),
        common_words=common.words or "",
        local=_said(other),
        local_words=local.words or "",
    )


def _said(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
