"""What a case number and a KLE code look like, what of a meeting has left, and what of that is not filed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.domain.agenda.state import Agenda, LaterKind
from bot.domain.documents.state import Kind
from bot.domain.filing.state import Case, Filing, Left, Part
from bot.domain.kernel.case_number import LONGEST
from bot.domain.kernel.danish import clean_line
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.refusal import Refusal, Term
from bot.domain.minutes.state import Minutes, MinutesStatus

_SUBJECT = re.compile(r"\d\d(\.\d\d(\.\d\d)?)?")
_WHOLE_SUBJECT = re.compile(r"\d\d\.\d\d\.\d\d")
_FACET = re.compile(r"[A-Z\u00c6\u00d8\u00c5]\d\d", re.ASCII)
_LEFT = (MinutesStatus.SENT, MinutesStatus.APPROVED)


@dataclass(frozen=True, slots=True)
class Missing:
    """What a meeting lacks: documents that left and were not filed since, a case number, or both."""

    unfiled: tuple[Left, ...]
    lacks_number: bool

    def __bool__(self) -> bool:
        """Whether anything is missing."""
        return bool(self.unfiled) or self.lacks_number


def usual_number(forum: Forum) -> str:
    """The number that all of the forum's meetings are filed on, unless something else is said of one."""
    return forum.choice("case_number") or ""


def kle_code(subject: str, facet: str = "") -> tuple[str, str]:
    """Subject and facet, which may be typed together ("12.34.56 A26"); both empty where nothing is; Refusal."""
    words = clean_line(f"{subject} {facet}", Term("filing.field.kle"), LONGEST, required=False)
    code, _, rest = words.upper().partition(" ")
    if not words:
        return "", ""
    if not _WHOLE_SUBJECT.fullmatch(code):
        raise Refusal("bad_kle", field="kle")
    if rest and not _FACET.fullmatch(rest):
        raise Refusal("bad_facet", field="facet" if facet else "kle")
    return code, rest


def is_subject(typed: str) -> bool:
    """Whether that is meant as a number and not as words to look for."""
    return typed[:1].isdecimal()


def is_code(part: Part, code: str) -> bool:
    """Whether a line of that list may be called so: a main group, a group or a subject, or a facet."""
    return (_SUBJECT if part is Part.SUBJECT else _FACET).fullmatch(code) is not None


def changed(case: Case, *, number: str | None = None, kle: tuple[str, str] | None = None) -> Case:
    """The case with what was said anew; what was not said stays."""
    subject, facet = (case.subject, case.facet) if kle is None else kle
    return Case(number=case.number if number is None else number, subject=subject, facet=facet)


def left(agenda: Agenda | None, minutes: Minutes | None) -> tuple[Left, ...]:
    """Every document of a meeting that has left, oldest first: each version of the agenda, supplements, minutes."""
    found = [*_of_agenda(agenda), *_of_minutes(minutes)]
    return tuple(sorted(found, key=lambda each: each.at))


def missing(of_meeting: Iterable[Left], filings: Iterable[Filing], number: str) -> Missing:
    """What is not filed of a meeting whose documents have left; nothing of one of which nothing has."""
    every = tuple(of_meeting)
    known = {key for each in filings for key in each.covers}
    unfiled = tuple(each for each in every if each.key not in known)
    return Missing(unfiled, lacks_number=bool(every) and not number)


def _of_agenda(agenda: Agenda | None) -> Iterator[Left]:
    if agenda is None or agenda.sent_at is None or agenda.sent_version is None:
        return
    before = [each for each in agenda.versions if each.later is None and each.number <= agenda.sent_version]
    for version in before[-1:]:
        yield Left(kind=Kind.AGENDA, version=version.number, at=agenda.sent_at)
    for version in agenda.later:
        if version.later is not None and version.later.kind is LaterKind.SUPPLEMENT:
            number = version.later.supplement
            yield Left(kind=Kind.SUPPLEMENT, version=version.number, at=version.frozen_at, number=number)
        yield Left(kind=Kind.AGENDA, version=version.number, at=version.frozen_at)


def _of_minutes(minutes: Minutes | None) -> Iterator[Left]:
    if minutes is not None and minutes.status in _LEFT and minutes.sent_at is not None:
        added = [each.at for each in minutes.remarks if each.is_addition]
        said = f"{minutes.status.value}+{len(added)}"
        yield Left(kind=Kind.MINUTES, version=minutes.revision, at=max((minutes.sent_at, *added)), said=said)
