"""A seat or a group that another forum goes on with: whoever holds it goes on holding it, by the same resolution."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain.appointments.state import Appointment, Candidacy, Group, Ref
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.handed import organisation_in, person_in
from bot.domain.kernel.settings import secretariat


def seat_in(
    heir: Forum, forum: Forum, old: Appointment, refs: Mapping[Ref, Ref], group: tuple[int, int] | None, now: datetime
) -> Appointment:
    """The heir's seat, not yet numbered, with all who held it; a body that its charter does not name keeps its name."""
    day = now.date()
    tenures = tuple(
        replace(each, by=refs[each.by], person=person_in(heir, forum, each.person, day)) for each in old.details.tenures
    )
    details = replace(old.details, created_at=now, created_by=secretariat(heir, day)[0], tenures=tenures)
    named = heir.charter.name_of_body(old.body) != old.body
    body = old.body if named or not old.body else forum.charter.name_of_body(old.body)
    return replace(old, forum=heir.id, year=now.year, number=0, revision=1, details=details, group=group, body=body)


def group_in(heir: Forum, old: Group, by: Ref, now: datetime) -> Group:
    """The heir's group, not yet numbered."""
    founding = replace(old.founding, by=by, created_by=secretariat(heir, now.date())[0])
    return replace(old, forum=heir.id, year=now.year, number=0, revision=1, founding=founding)


def answers_in(heir: Forum, forum: Forum, given: Iterable[Candidacy], now: datetime) -> Iterator[Candidacy]:
    """What the organisations answered that are there too; of whoever is not there, the secretariat has passed it on."""
    for each in given:
        organisation = organisation_in(heir, forum.organisation(each.organisation))
        if organisation is None:
            continue
        by = person_in(heir, forum, each.by, now.date())
        serving = secretariat(heir, now.date())[0]
        passed_on = each.is_on_behalf or by is None
        yield replace(each, organisation=organisation, by=by or serving, is_on_behalf=passed_on)


def left_out(heir: Forum, forum: Forum, given: Iterable[Candidacy]) -> tuple[str, ...]:
    """The organisations that answered and are not there, by name."""
    known = (forum.organisation(each.organisation) for each in given)
    return tuple(dict.fromkeys(each.name for each in known if each is not None and organisation_in(heir, each) is None))
