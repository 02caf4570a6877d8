"""OParl's objects of any history: they are what OParl asks for, lead nowhere in vain, and say when they changed."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.documents.oparl.bodies import LISTS
from bot.documents.oparl.dataset import Dataset, dataset
from bot.documents.oparl.keys import BASE, BODIES, path_of
from bot.documents.oparl.lists import NoPage, Unclear, Wish, page, wish
from tests.harness import oparl_schemas
from tests.harness.public_records import CLOSED, PLANTED
from tests.harness.public_states import Appearance, History, histories, hour

ROOT = "https://klynge.example.dk"
Thing = dict[str, Any]

quick = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def everything(data: Dataset) -> dict[str, Thing]:
    """All objects by their addresses, as JSON carries them."""
    drawn = (json.loads(json.dumps(data.drawn(key, ROOT))) for key in data.told)
    return {each["id"]: each for each in drawn}


def lists(data: Dataset) -> Iterator[tuple[tuple[str, ...], str]]:
    for key in data.lists:
        yield key, path_of(key)


def paged(data: Dataset, **asked: str) -> dict[str, Thing]:
    """What the lists give to whoever follows them from their first pages to their last."""
    found: list[Thing] = []
    for key, path in lists(data):
        wanted: Wish | None = wish({"limit": "3", **asked})
        while wanted is not None:
            part = page(data, key, path, wanted, ROOT)
            found += part["data"]
            wanted = _next(part["links"].get("next"))
    assert len({each["id"] for each in found}) == len(found), "something is listed twice"
    return {each["id"]: json.loads(json.dumps(each)) for each in found}


def _next(address: str | None) -> Wish | None:
    return None if address is None else wish(dict(parse_qsl(urlsplit(address).query)))


def addresses(thing: Any) -> Iterator[str]:
    match thing:
        case str() if thing.startswith(f"{ROOT}{BASE}/"):
            yield thing
        case dict():
            for each in thing.values():
                yield from addresses(each)
        case list():
            for each in thing:
                yield from addresses(each)


@quick
@given(histories(), st.integers(0, 70))
def test_every_object_is_as_the_schemas_want_it(history: History, now: int) -> None:
    oparl_schemas.needed()
    for each in everything(dataset(history.at(hour(now)), "https://example.dk/vilkaar")).values():
        oparl_schemas.check(each)


@quick
@given(histories(), st.integers(0, 70))
def test_every_address_leads_somewhere_every_list_holds_everything_once_and_nothing_says_what_is_closed(
    history: History, now: int
) -> None:
    data = dataset(history.at(hour(now)))
    every = everything(data)
    known = {*every, *(f"{ROOT}{path}" for _, path in lists(data))}
    assert set(addresses(every)) <= known
    found = {address: each for address, each in every.items() if address != f"{ROOT}{BASE}/system"}
    assert paged(data) == {address: each for address, each in found.items() if "deleted" not in each}
    assert paged(data, modified_since="2000-01-01T00:00:00Z") == found, "who asks since when hears of what was deleted"
    assert PLANTED not in json.dumps(every), "who released it"
    for each in every.values():
        if each.get("public") is False:
            assert each["name"] == CLOSED
            assert not [name for name in each if name.startswith("klynge:") or name in {"result", "resolutionText"}]
        assert not {"email", "phone", "klynge:by"} & set(each)


@quick
@given(histories(), st.integers(0, 60), st.integers(1, 20))
def test_what_changed_since_is_told_and_nothing_whose_words_stayed_unless_something_was_taken_back(
    history: History, before: int, later: int
) -> None:
    every = _by_hour(history)
    old, new = every(before), every(before + later)
    since = hour(before) + timedelta(minutes=1)
    told = set(paged(dataset(history.at(hour(before + later))), modified_since=since.isoformat()))
    assert told == {at for at, each in new.items() if _modified(each) > since and not _is_system(at)}
    changed = {at for at, each in new.items() if _said(each) != _said(old.get(at)) and not _is_system(at)}
    assert changed <= told
    assert {at for at in old if not _is_system(at)} <= set(new), "one vanished"
    assert all(new[at]["created"] == old[at]["created"] for at in old.keys() & new.keys()) or not history.says_created
    hours = range(before + 1, before + later)
    took_back = len(history.at(hour(before + later)).taken_back) != len(history.at(hour(before)).taken_back)
    for at in filter(_has_moments_of_its_own, told - changed):
        assert took_back or any(_said(every(each).get(at)) != _said(old[at]) for each in hours), at


def _by_hour(history: History) -> Callable[[int], dict[str, Thing]]:
    return cache(lambda at: everything(dataset(history.at(hour(at)))))


def _modified(thing: Thing) -> datetime:
    return datetime.fromisoformat(thing["modified"])


def _is_system(address: str) -> bool:
    return address.startswith(f"{ROOT}{BASE}/system")


def _has_moments_of_its_own(address: str) -> bool:
    """A forum and a meeting say only when anything of them changed last, the place and the parties with them."""
    return not re.search("/(organization|location|body|system)", address)


def _said(thing: Any) -> Any:
    match thing:
        case dict():
            return {name: _said(each) for name, each in thing.items() if name != "modified"}
        case list():
            return [_said(each) for each in thing]
        case _:
            return thing


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("modified_since", "i går"),
        ("modified_since", "2027-01-04"),
        ("modified_since", "2027-01-04T08:00:00"),
        ("created_until", "2027-13-04T08:00:00Z"),
        ("created_since", "2027-01-04T08:00:00+99:00"),
        ("modified_until", "９999-01-04T08:00:00Z"),
        ("page", "to"),
        ("limit", "0"),
        ("omit_internal", "ja"),
    ],
)
def test_what_cannot_be_understood_is_named(name: str, value: str) -> None:
    with pytest.raises(Unclear, match=name):
        wish({name: value})


@pytest.mark.parametrize("number", ["0", "-1", "2", "99999999999999999999"])
def test_a_page_that_is_not_there_is_not_given(number: str) -> None:
    with pytest.raises(NoPage):
        page(dataset(History().at(hour(1))), ("bodies",), BODIES, wish({"page": number}), ROOT)


def test_a_plus_that_became_a_space_is_read_as_one() -> None:
    assert wish({"modified_since": "2027-01-04T08:00:00 01:00"}) == wish(
        {"modified_since": "2027-01-04T08:00:00+01:00"}
    )


def test_a_body_names_each_of_its_lists_and_can_be_had_without_what_stands_in_it() -> None:
    data = dataset(History({"klynge-nord": [Appearance(hour(0), "Klynge Nord")]}).at(hour(1)))
    body = data.drawn(("body", "klynge-nord"), ROOT) or {}
    assert {f"{ROOT}{BASE}/body/klynge-nord/{name}" for name in LISTS} <= set(addresses(body))
    assert body["legislativeTerm"] == []
    assert "legislativeTerm" not in (data.drawn(("body", "klynge-nord"), ROOT, omits=True) or {})
