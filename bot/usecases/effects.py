"""What applying a forum file brings about: what it begins, changes and ends, and what was planned or under way."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.forum.changes import FREE, Change
from bot.domain.kernel import settings
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice
from bot.usecases.desk import Desk
from storage import approval as approvals


@dataclass(frozen=True, slots=True, kw_only=True)
class Affected:
    """A round of approval that is under way and no longer fits the forum.

    `meeting` is as it was before; `now` None where it is planned no longer. `asked` are those whose answer is waited
    for, `by_file` those whom the forum would ask now.
    """

    meeting: Meeting
    now: Meeting | None
    asked: tuple[str, ...]
    by_file: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """Everything that became otherwise; `planned` and `dropped` are reminders."""

    changes: tuple[Change, ...] = ()
    planned: tuple[Notice, ...] = ()
    dropped: tuple[Notice, ...] = ()
    affected: tuple[Affected, ...] = ()


async def affected_rounds(desk: Desk, before: Forum | None) -> tuple[Affected, ...]:
    """Every open round of a meeting that was planned before and that ends, moves, or has others to ask."""
    found: list[Affected] = []
    for meeting in () if before is None else before.meetings:
        current = await approvals.newest(desk.conn, desk.forum.id, meeting.id) if meeting.ends >= desk.now else None
        if current is not None and current.standpoint is Standpoint.OPEN:
            found.extend(_affected(desk.forum, meeting, current))
    return tuple(found)


def _affected(forum: Forum, meeting: Meeting, current: ApprovalRound) -> Iterator[Affected]:
    now = forum.meeting(meeting.id)
    by_file = () if now is None else settings.approvers(forum, now)
    if now is None or now.starts != meeting.starts or set(by_file) != set(current.approvers):
        yield Affected(meeting=meeting, now=now, asked=current.approvers, by_file=by_file)


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
