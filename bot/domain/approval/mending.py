"""What becomes of an open round when the forum changes around it: who is waited for, and whether it goes on at all.

Answers are kept whatever happens. Nobody is waited for who cannot answer, and nobody's silence becomes a yes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.domain.approval.rules import answers, judged, missing, still_asked
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.kernel.charter import Mode


class What(StrEnum):
    """What was done to a round, or is to be done by the secretariat."""

    RELEASED = "released"
    ASKED = "asked"
    ONLY_CONSULTED = "only_consulted"
    COMPLETE = "complete"
    NOT_NEEDED = "not_needed"
    NOBODY = "nobody"
    ASK_ANEW = "ask_anew"
    DEADLINE = "deadline"
    CANCELLED = "cancelled"
    REOPENED = "reopened"
    NEEDED = "needed"
    INHERITED = "inherited"


WITHDRAWS = frozenset({What.NOT_NEEDED, What.NOBODY, What.ASK_ANEW, What.CANCELLED})
"""What ends a round, without an outcome."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that was done, to whom, and until when they can answer now."""

    what: What
    people: tuple[str, ...] = ()
    until: datetime | None = None


def mended(
    this: ApprovalRound, mode: Mode, approvers: tuple[str, ...], successors: Mapping[str, str] | None = None
) -> ApprovalRound:
    """The round that is `mendable` as it fits a forum that asks `approvers` in that mode; any other stays as it is.

    `successors` says whose seat is whose by now: an answer that was given counts for it, and nobody is waited for.

    An answer to a question for remarks is no approval, so a round of remarks does not become one of approval. What was
    sent back stays so, until nobody is asked any more.
    """
    if not mendable(this) or (this.standpoint is Standpoint.RETURNED and mode is not Mode.NONE):
        return this
    stay = still_asked(this, approvers)
    heirs = _heirs(this, stay, approvers, successors or {})
    people = (*stay, *(each for each in approvers if each not in (*this.approvers, *heirs.values())))
    if mode is Mode.NONE or (this.mode, mode) == (Mode.CONSULT, Mode.APPROVE) or not people:
        return replace(this, standpoint=Standpoint.WITHDRAWN)
    return judged(replace(this, mode=mode, approvers=people, heirs=heirs))


def _heirs(
    this: ApprovalRound, stay: tuple[str, ...], approvers: tuple[str, ...], successors: Mapping[str, str]
) -> dict[str, str]:
    """Whose seat it is by now of each who answered and is asked no more: one who is asked, and was not before."""
    found = {**successors, **this.heirs}
    gone = (each for each in stay if each not in approvers)
    return {each: found[each] for each in gone if found.get(each) in approvers and found[each] not in this.approvers}


def mendable(this: ApprovalRound) -> bool:
    """Whether answers to it are waited for, or it keeps its agenda back."""
    return this.standpoint in (Standpoint.OPEN, Standpoint.RETURNED)


def withdrawn(this: ApprovalRound) -> ApprovalRound:
    """The round when what it is about is not held: its answers are kept, and no more are asked for."""
    return replace(this, standpoint=Standpoint.WITHDRAWN)


def reopened(this: ApprovalRound, mode: Mode, approvers: tuple[str, ...]) -> ApprovalRound:
    """A withdrawn round when what it is about is held after all: the answers that were given count again."""
    return mended(judged(replace(this, standpoint=Standpoint.OPEN)), mode, approvers)


def steps(before: ApprovalRound, after: ApprovalRound, mode: Mode) -> Iterator[Step]:
    """What mending did, in the order in which one tells it; nothing where it did nothing."""
    if after.standpoint is Standpoint.WITHDRAWN and before.standpoint is not Standpoint.WITHDRAWN:
        yield Step(what=_why(after, mode), people=missing(before))
        return
    released = tuple(person for person in before.approvers if person not in after.approvers)
    asked = tuple(person for person in after.approvers if person not in before.approvers)
    inherited = tuple(heir for person, heir in after.heirs.items() if before.heirs.get(person) != heir)
    if inherited:
        yield Step(what=What.INHERITED, people=inherited)
    if released:
        yield Step(what=What.RELEASED, people=released)
    if asked:
        yield Step(what=What.ASKED, people=asked)
    if before.mode is not after.mode:
        yield Step(what=What.ONLY_CONSULTED, people=missing(after))
    if after.standpoint is not before.standpoint:
        yield Step(what=What.COMPLETE, people=tuple(answers(after)))


def _why(after: ApprovalRound, mode: Mode) -> What:
    if mode is Mode.NONE:
        return What.NOT_NEEDED
    return What.ASK_ANEW if after.mode is not mode else What.NOBODY
