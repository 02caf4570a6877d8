"""What becomes of a seat: called for, filled for a period by a resolution, vacant again; one holder a day at most.

The same thing asked for again changes nothing and is no error.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.appointments.state import Appointment, Call, Candidacy, Group, Tenure
from bot.domain.kernel.refusal import Refusal


def call(appointment: Appointment, today: date, until: date) -> Appointment:
    """The seat with its candidates called for; one call is open at a time. Refusal "appointment_over"."""
    _check_open(appointment)
    if appointment.details.call is not None:
        return appointment
    number = appointment.details.calls + 1
    details = replace(appointment.details, calls=number, call=Call(number=number, on=today, until=until))
    return replace(appointment, details=details)


def answers(given: Iterable[Candidacy], number: int) -> dict[str, Candidacy]:
    """What each organisation answered to that call: its last answer counts."""
    return {each.organisation: each for each in given if each.call == number}


def accepted(given: Iterable[Candidacy], answer: Candidacy) -> Candidacy | None:
    """The answer as it is kept, None where the organisation says that already."""
    before = answers(given, answer.call).get(answer.organisation)
    if before is not None and (before.name, before.level) == (answer.name, answer.level):
        return None
    return answer


def candidates(given: Iterable[Candidacy], number: int) -> tuple[Candidacy, ...]:
    """Those whom somebody names."""
    return tuple(each for each in answers(given, number).values() if each.name)


def appoint(appointment: Appointment, tenure: Tenure) -> Appointment:
    """The seat filled for that period, and the call over.

    By the resolution by which the same person holds it already the period is put right. Refusal "appointment_over",
    "bad_term" or, with who holds it on one of the days, "appointment_held".
    """
    _check_open(appointment)
    if tenure.until < tenure.since:
        raise Refusal("bad_term", field="until")
    others = [each for each in appointment.details.tenures if not _is_same(each, tenure)]
    for each in others:
        if each.since <= tenure.until and tenure.since <= each.last and each.since <= each.last:
            raise Refusal("appointment_held", field="since", navn=each.name, dato=each.last)
    if len(others) < len(appointment.details.tenures) and _says_the_same(appointment, tenure):
        return appointment
    tenures = tuple(sorted((*others, tenure), key=lambda each: (each.since, each.last)))
    return replace(appointment, details=replace(appointment.details, tenures=tenures, call=None))


def vacate(appointment: Appointment, since: date) -> Appointment:
    """The seat vacant from that day on: who holds it then has left the day before. Refusal "appointment_vacant"."""
    _check_open(appointment)
    leaving = appointment.holder(since)
    if leaving is None:
        raise Refusal("appointment_vacant")
    left = replace(leaving, left_on=since - timedelta(days=1))
    tenures = tuple(left if each is leaving else each for each in appointment.details.tenures)
    return replace(appointment, details=replace(appointment.details, tenures=tenures))


def abolish(appointment: Appointment) -> Appointment:
    """There is no such seat any more; who held it stays readable."""
    return replace(appointment, is_closed=True, details=replace(appointment.details, call=None))


def close(group: Group, today: date) -> Group:
    """The group is done with its work; it stays readable."""
    if group.is_closed:
        return group
    return replace(group, is_closed=True, founding=replace(group.founding, closed_on=today))


def reopen(group: Group) -> Group:
    """The group is at work after all."""
    return replace(group, is_closed=False, founding=replace(group.founding, closed_on=None))


def silent(asked: Sequence[str], given: Iterable[Candidacy], number: int) -> tuple[str, ...]:
    """Those of the organisations that have not answered that call."""
    known = answers(given, number)
    return tuple(each for each in asked if each not in known)


def _is_same(one: Tenure, other: Tenure) -> bool:
    return (one.name, one.by) == (other.name, other.by) and one.left_on is None


def _says_the_same(appointment: Appointment, tenure: Tenure) -> bool:
    said = (tenure.since, tenure.until, tenure.stand_in, tenure.level)
    return any(
        _is_same(each, tenure) and (each.since, each.until, each.stand_in, each.level) == said
        for each in appointment.details.tenures
    )


def _check_open(appointment: Appointment) -> None:
    if appointment.is_closed:
        raise Refusal("appointment_over")
