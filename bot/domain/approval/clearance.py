"""Clearance in one's own organisation: asked beside the chairs' approval, of those organisations that chose it.

It keeps back neither approval nor dispatch. Silence is never clearance, and every answer stays beside the later ones.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.agenda.changes import changes, is_substance
from bot.domain.agenda.state import Agenda
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.deadlines import Deadline, days_before
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Organisation, Role, Seat
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.settings import approval_mode

ADMINISTRATION, POLITICAL = "administration", "political"
_STEPS = (ADMINISTRATION, POLITICAL)
_ADMINISTRATIVE = frozenset({Role.COORDINATOR, Role.ADMINISTRATIVE_REPRESENTATIVE})
_PUBLIC_BODIES = ("municipality", "region")  # whose own ways KOSU speaks of


class Clearing(StrEnum):
    """What an organisation answers."""

    CLEARED = "cleared"
    CLEARED_WITH_REMARKS = "cleared_with_remarks"
    NOT_CLEARED = "not_cleared"
    NOT_RELEVANT = "not_relevant"


_NEEDS_WORDS = frozenset({Clearing.CLEARED_WITH_REMARKS, Clearing.NOT_CLEARED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """One answer of an organisation to one version, or without a `clearing` that it was asked anew.

    `person` gave it, for their own organisation or (`is_on_behalf`) for another one that they serve.
    """

    organisation: str
    clearing: Clearing | None
    words: str = ""
    version: int
    at: datetime
    person: str | None
    is_on_behalf: bool = False
    account: str | None = None


def asked_organisations(forum: Forum, current: ApprovalRound) -> tuple[Organisation, ...]:
    """The organisations that are asked beside that round: those that chose it, and only where approval was chosen."""
    if current.mode is not Mode.APPROVE or current.standpoint is Standpoint.WITHDRAWN:
        return ()
    return tuple(each for each in forum.organisations if each.own_organisation_step in _STEPS)


def unsettled_organisations(forum: Forum, current: ApprovalRound) -> tuple[Organisation, ...]:
    """Those that have not said whether they clear it: nobody asks them, nor those that depart from the guidance."""
    return tuple(each for each in _silent(forum, current) if not _departs(forum, each))


def departing_organisations(forum: Forum, current: ApprovalRound) -> tuple[Organisation, ...]:
    """Those that guidance alone would ask to say so, and that depart from it (A6, A15); a step of their own stays."""
    return tuple(each for each in _silent(forum, current) if _departs(forum, each))


def _silent(forum: Forum, current: ApprovalRound) -> tuple[Organisation, ...]:
    """The public bodies without a step of their own.

    None where nothing lets each of them choose for itself, and none of them has.
    """
    laid = (forum.charter, *forum.overlays)
    is_spoken_of = any(each.agenda_approval.per_side.value for each in laid)
    is_used = any(each.own_organisation_step is not None for each in forum.organisations)
    if current.mode is not Mode.APPROVE or not (is_spoken_of or is_used):
        return ()
    silent = (each for each in forum.organisations if each.own_organisation_step is None)
    return tuple(each for each in silent if each.kind in _PUBLIC_BODIES)


def _departs(forum: Forum, organisation: Organisation) -> bool:
    """Whether nothing asks it to say so: it departs from the guidance, and the charter itself does not speak of it."""
    is_own = bool(forum.charter.agenda_approval.per_side.value)
    return organisation.guidance == "departs" and not is_own


def chosen_deadline(forum: Forum, meeting: Meeting, calendar: Calendar) -> Deadline | None:
    """The last day to clear that meeting's agenda, where the forum chose one and its agendas are approved."""
    days = forum.choice("clearance_days_before")
    return days_before(meeting.day, days, calendar) if approval_mode(forum) is Mode.APPROVE else None


def entitled(forum: Forum, organisation: Organisation, day: date) -> tuple[str, ...]:
    """Who may answer for the organisation that day: its administration or its politicians, as it chose."""
    seats = [seat for seat in forum.seats if seat.organisation == organisation.id and seat.holds_on(day)]
    may = _is_political if organisation.own_organisation_step == POLITICAL else _is_administrative
    return tuple(dict.fromkeys(seat.person for seat in seats if may(seat)))


def standing(given: Iterable[Clearance]) -> dict[str, Clearance]:
    """Each organisation's answer that stands: its latest, unless it was asked anew since."""
    latest = {each.organisation: each for each in given}
    return {organisation: each for organisation, each in latest.items() if each.clearing is not None}


def times_reopened(given: Iterable[Clearance], organisation: str) -> int:
    """How often the organisation was asked anew."""
    return sum(each.organisation == organisation and each.clearing is None for each in given)


def asked_since(given: Iterable[Clearance], organisation: str) -> int:
    """The version from which on the organisation is asked, 0 for the first."""
    reopened = (each.version for each in given if each.organisation == organisation and each.clearing is None)
    return max(reopened, default=0)


def with_words(clearing: Clearing, words: str) -> Clearing:
    """The answer of somebody who writes something too: cleared with words is cleared with remarks."""
    return Clearing.CLEARED_WITH_REMARKS if clearing is Clearing.CLEARED and words else clearing


def accepted(given: Sequence[Clearance], answer: Clearance, *, newest: int, is_over: bool) -> Clearance | None:
    """The answer as it is kept, or None where it says what stands already; `newest` is the version that is asked about.

    Refusal: "closed" once the agenda was sent or the meeting has begun, "stale" to another version or one that was
    asked anew since, "missing_remarks".
    """
    if is_over:
        raise Refusal("closed")
    if not max(1, asked_since(given, answer.organisation)) <= answer.version <= newest:
        raise Refusal("stale")
    if answer.clearing in _NEEDS_WORDS and not answer.words:
        raise Refusal("missing_remarks", field="words")
    before = standing(given).get(answer.organisation)
    if before is None:
        return answer
    said = (before.clearing, before.words, before.person, before.version)
    return None if said == (answer.clearing, answer.words, answer.person, answer.version) else answer


def reopened(given: Iterable[Clearance], agenda: Agenda, *, by: str | None, at: datetime) -> Iterator[Clearance]:
    """That each organisation is asked anew whose answer was to something else in substance than the newest version."""
    newest = agenda.newest
    for organisation, each in standing(given).items():
        older = agenda.version(each.version)
        if newest is None or older is None or older.number == newest.number:
            continue
        if is_substance(changes(older.items, newest.items)):
            yield Clearance(organisation=organisation, clearing=None, version=newest.number, at=at, person=by)


def is_news(before: Clearance | None, now: Clearance) -> bool:
    """Whether the secretariat must hear of it: it says something, or takes back what did."""
    said = None if before is None else before.clearing
    return now.clearing in _NEEDS_WORDS or said in _NEEDS_WORDS


def _is_administrative(seat: Seat) -> bool:
    return seat.level == "administrative" or not seat.roles.isdisjoint(_ADMINISTRATIVE)


def _is_political(seat: Seat) -> bool:
    return Role.POLITICIAN in seat.roles
