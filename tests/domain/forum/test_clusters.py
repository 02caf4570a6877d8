"""Which cluster of its charter a forum is, and which organisations it lacks or has that are another's."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charters.loader import load_charter
from bot.domain.forum.clusters import cluster_of, foreign, missing, no_members, party_of
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation, Role, Seat
from bot.domain.kernel.sections import Cluster

DAY = date(2027, 3, 16)
POLITICAL = load_charter("nordjylland-politisk-klynge", Path())
STEERING = load_charter("nordjylland-klyngestyregruppe", Path())
CAPITAL = load_charter("hovedstaden-kommuneklynge", Path())
WITH_MEMBERS = [(charter, each) for charter in (POLITICAL, STEERING) for each in charter.clusters]


def organisations(charter: Charter, members: tuple[str, ...]) -> tuple[Organisation, ...]:
    return tuple(
        Organisation(id=each.id, name=each.name, kind=each.kind) for each in charter.organisations if each.id in members
    )


def forum(charter: Charter, name: str, *named: Organisation, seats: tuple[Seat, ...] = ()) -> Forum:
    return Forum(id="f", name=name, region=None, charter=charter, organisations=named, seats=seats)


@given(st.sampled_from((POLITICAL, STEERING)), st.data())
def test_what_a_cluster_lacks_and_has_besides_is_told_exactly(charter: Charter, data: st.DataObject) -> None:
    cluster = data.draw(st.sampled_from(charter.clusters))
    members = cluster.members or ()
    others = tuple(each.id for each in charter.organisations if each.id not in members)
    kept = data.draw(st.sets(st.sampled_from(members)))
    added = data.draw(st.sets(st.sampled_from(others)))
    one = forum(charter, f"Forum for {cluster.name.upper()}", *organisations(charter, (*kept, *added)))
    assert cluster_of(one) == cluster
    assert {each.party.id for each in missing(one)} == set(members) - kept
    assert {each.organisation for each in foreign(one, DAY)} == added


@pytest.mark.parametrize(("charter", "cluster"), WITH_MEMBERS)
def test_without_its_name_a_forum_is_the_cluster_that_most_of_its_organisations_are_in(
    charter: Charter, cluster: Cluster
) -> None:
    one = forum(charter, "Udvalget", *organisations(charter, (cluster.members or ())[1:]))
    assert cluster_of(one) == cluster


def test_a_forum_that_may_be_any_is_held_against_none() -> None:
    both = organisations(POLITICAL, ("region-nordjylland", "plo"))
    assert cluster_of(forum(POLITICAL, "Udvalget", *both)) is None
    assert not list(missing(forum(POLITICAL, "Udvalget", *both)))
    assert cluster_of(forum(POLITICAL, "Udvalget")) is None


def test_clusters_that_the_charter_names_without_members_are_held_against_none() -> None:
    one = forum(CAPITAL, "Kommuneklynge Nord", Organisation(id="hilleroed", name="Hillerød", kind="municipality"))
    assert cluster_of(one) is None
    assert not list(foreign(one, DAY))


@pytest.mark.parametrize(
    ("organisation", "party"),
    [
        (Organisation(id="x", name="vesthimmerlands  kommune", kind="municipality"), "vesthimmerland"),
        (Organisation(id="x", name="Vesthimmerland", kind="municipality"), "vesthimmerland"),
        (Organisation(id="laesoe", name="Øen", kind="municipality"), "laesoe"),
        (Organisation(id="laesoe", name="Aalborg Kommune", kind="municipality"), "aalborg"),
        (Organisation(id="plo-kommunal", name="PLO-kommunal", kind="gp_organisation"), "plo"),
        (Organisation(id="region", name="Region Midtjylland", kind="region"), None),
        (Organisation(id="x", name="Samsø Kommune", kind="municipality"), None),
    ],
)
def test_an_organisation_is_found_by_its_name_its_official_name_its_id_or_its_kind(
    organisation: Organisation, party: str | None
) -> None:
    found = party_of(organisation, POLITICAL)
    assert (None if found is None else found.id) == party


def test_who_only_serves_or_has_left_or_is_a_guest_does_not_take_part() -> None:
    aalborg = Organisation(id="aalborg", name="Aalborg Kommune", kind="municipality")
    guest = Organisation(id="gaest", name="Ældresagen", kind="other")
    serves = Seat(person="p", organisation="aalborg", roles=frozenset({Role.SECRETARIAT}))
    left = Seat(person="p", organisation="aalborg", roles=frozenset({Role.POLITICIAN}), until=date(2027, 3, 15))
    named = (*organisations(POLITICAL, POLITICAL.clusters[0].members or ()), aalborg, guest)
    for seats in ((serves,), (left,), (serves, left)):
        assert not list(foreign(forum(POLITICAL, "Klynge Nord", *named, seats=seats), DAY))
    assert [each.organisation for each in foreign(forum(POLITICAL, "Klynge Nord", *named), DAY)] == ["aalborg"]


def test_only_the_kinds_that_the_charter_names_are_members() -> None:
    region = Organisation(id="region", name="Region Hovedstaden", kind="region")
    serves = Seat(person="p", organisation="region", roles=frozenset({Role.SECRETARIAT}))
    assert [each.organisation for each in no_members(forum(CAPITAL, "Klynge Nord", region), DAY)] == ["region"]
    assert not list(no_members(forum(CAPITAL, "Klynge Nord", region, seats=(serves,)), DAY))
    assert not list(no_members(forum(POLITICAL, "Klynge Nord", region), DAY))
