"""A forum as others could have it: the same charter with other people, other choices and other words beside it."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation, Person, Role, Seat


def variants(forum: Forum) -> Iterator[Forum]:
    """As it is; without what it chose, all or one; without people, with strangers; with a charter of its own."""
    yield forum
    yield replace(forum, organisations=tuple(replace(each, own_organisation_step=None) for each in forum.organisations))
    yield replace(forum, choices={})
    yield replace(forum, seats=())
    yield replace(forum, seats=(), choices={})
    yield _crowded(forum)
    yield replace(forum, local=Charter(id="lokalt", kind="local", title="Lokalt kommissorium", source="lokalt.pdf"))
    for key in forum.choices:
        yield replace(forum, choices={name: each for name, each in forum.choices.items() if name != key})


def _crowded(forum: Forum) -> Forum:
    strangers = tuple(
        Organisation(id=f"fremmed-{kind}", name=f"Fremmed ({kind})", kind=kind)
        for kind in ("municipality", "region", "hospital", "psychiatry", "gp_organisation", "regional_administration")
    )
    every = (*forum.organisations, *strangers)
    seats = tuple(each for organisation in every for each in _seated(forum, organisation, every))
    people = (*forum.people, *(Person(id=each.person, name=each.person) for each in seats))
    return replace(forum, organisations=every, people=people, seats=(*forum.seats, *seats))


def _seated(forum: Forum, organisation: Organisation, every: tuple[Organisation, ...]) -> Iterator[Seat]:
    """More than enough people of every kind that the charter tells apart, each of them speaking for all."""
    rules = forum.charter.composition.seats
    seniorities = dict.fromkeys((None, *(said.value for each in rules for said in (each.seniority, each.supplement))))
    area = next((area for each in rules for area in each.areas.value or ()), None)
    roles = (*[Role.POLITICIAN] * 5, Role.ADMINISTRATIVE_REPRESENTATIVE)
    for seniority, (number, role) in product(seniorities, enumerate(roles)):
        yield Seat(
            person=f"{organisation.id}-{seniority}-{number}",
            organisation=organisation.id,
            roles=frozenset({role}),
            seniority=seniority,
            areas=() if area is None else (area,),
            represents=tuple(other.id for other in every),
        )
