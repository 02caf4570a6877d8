"""What applying a forum file brings about: what it begins, changes and ends, and what was planned or under way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.forum.changes import FREE, Change
from bot.domain.kernel.notice import Notice
from bot.usecases.under_way import Followed


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """Everything that became otherwise; `planned` and `dropped` are reminders, `followed` what was under way."""

    changes: tuple[Change, ...] = ()
    planned: tuple[Notice, ...] = ()
    dropped: tuple[Notice, ...] = ()
    followed: tuple[Followed, ...] = ()


def logged(changes: Iterable[Change]) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """The changes as the log keeps them: what can be read by everybody, and people's own words, which can be erased."""
    facts: list[dict[str, Any]] = []
    texts: dict[str, str] = {}
    for each in changes:
        fact: dict[str, Any] = {"thing": each.thing.value, "fate": each.fate.value, "id": each.id}
        for side, fields in (("from", each.old), ("to", each.new)):
            fact |= {side: kept} if (kept := _kept(fields)) else {}
            texts |= {f"{each.thing}/{each.id}/{name}/{side}": str(fields[name]) for name in _spoken(fields)}
        facts.append(fact)
    return facts, texts


def _kept(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in FREE and value not in (None, [], False)}


def _spoken(fields: Mapping[str, Any]) -> list[str]:
    return [name for name, value in fields.items() if name in FREE and value]
