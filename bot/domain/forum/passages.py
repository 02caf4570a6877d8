"""Every provision that a charter makes, by its path, and what it leaves unsettled: for reading it word by word."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

from bot.domain.kernel.charter import Charter
from bot.domain.kernel.provision import Named, Provision
from bot.domain.kernel.sections import Allocation, ApprovedBy, Cluster, Party, Proposers, Relation, Report, SeatRule

_NO_PROVISIONS = frozenset({"id", "kind", "title", "source", "unenforced"})

Value = str | int | bool | date
"""Of a code, an id, a number, a yes or no, or a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One provision: its path, its name where it is one of several, its values, and the words it rests on.

    `called` is what people call the value, where the charter says so.
    """

    path: str
    name: str | None = None
    values: tuple[Value, ...] = ()
    called: str | None = None
    words: str | None = None
    note: str | None = None
    source: str | None = None
    is_local: bool = False
    endorsement: str | None = None  # recommends | supports


def passages(charter: Charter) -> tuple[Passage, ...]:
    """Every provision with a value, in the charter's order."""
    return tuple(each for path, part in _parts(charter) for each in _of(path, part))


def silences(charter: Charter) -> tuple[str, ...]:
    """The path of everything that the charter could settle and leaves open."""
    return tuple(path for path, part in _parts(charter) if not any(True for _ in _of(path, part)))


def _parts(charter: Charter) -> Iterator[tuple[str, Any]]:
    for field in fields(charter):
        part = getattr(charter, field.name)
        if field.name in _NO_PROVISIONS:
            continue
        if is_dataclass(part) and not isinstance(part, Provision | ApprovedBy):
            yield from ((f"{field.name}.{each.name}", getattr(part, each.name)) for each in fields(part))
        else:
            yield field.name, part


def _of(path: str, part: Any) -> Iterator[Passage]:
    match part:
        case Provision() if part.value is not None:
            values = part.value if isinstance(part.value, tuple) else (part.value,)
            yield Passage(path=path, values=values, called=part.name, words=part.words, note=part.note, **_layer(part))
        case ApprovedBy():
            said = (part.body,) if part.on is None else (part.body, part.on)
            yield Passage(path=path, values=said, words=part.words, note=part.note, is_local=part.is_local)
        case tuple():
            for each in part:
                yield _entry(path, each)
                yield from (_entry(path, base) for base in (each.bases if isinstance(each, Relation) else ()))


def _layer(part: Any) -> dict[str, Any]:
    """Whose it is: of the forum's own layer, or how an issuer of guidance stands to it."""
    return {"is_local": part.is_local, "endorsement": getattr(part, "endorsement", None)}


def _entry(path: str, entry: Any) -> Passage:
    told = {"words": entry.words or None, "note": entry.note, **_layer(entry)}
    if isinstance(entry, SeatRule):
        return Passage(path=path, values=_counts(entry), **told)
    return Passage(path=path, name=entry.name, values=_said(entry), source=entry.source, **told)


def _counts(rule: SeatRule) -> tuple[Value, ...]:
    numbers = dict.fromkeys(str(each) for each in (rule.least, rule.most) if each is not None)
    provisions = (rule.seniority, rule.supplement, rule.drawn_from, rule.areas)
    said = [each.value for each in provisions if each.value is not None]
    flat = [part for each in said for part in (each if isinstance(each, tuple) else (each,))]
    return rule.kind, "-".join(numbers), *flat


def _said(entry: Named) -> tuple[Value, ...]:
    """What an entry says besides its name."""
    match entry:
        case Party():
            return () if entry.official_name is None else (entry.official_name,)
        case Cluster():
            return entry.members or ()
        case Allocation():
            return entry.year, entry.amount_dkk
        case Report():
            return (entry.to, entry.every) if entry.due is None else (entry.to, entry.every, entry.due)
        case Relation():
            return entry.origin, entry.to, *(entry.levels or ())
        case Proposers():
            return entry.bases or ()
        case _:
            return ()
