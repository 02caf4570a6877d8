"""The description of open data: what it says is what is answered, and nothing is answered that it does not say."""

import re
from typing import Any

from aiohttp import web
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from bot.documents.data import schema
from bot.documents.oparl.keys import BASE
from bot.documents.oparl.shapes import own_fields
from bot.web.open_data import OpenData
from tests.harness.open_data import FIRST, NORD, STATE, URL, every_address, opened


def validator(description: dict[str, Any], shape: dict[str, Any]) -> Draft202012Validator:
    """A checker of one shape of the description, which leads into the rest of it and to the record's own schema."""
    described = Resource.from_contents(description, default_specification=DRAFT202012)
    record = Resource.from_contents(schema())
    registry: Registry[Any] = Registry().with_resources(
        [("urn:description", described), ("urn:schema/record.json", record)]
    )
    return Draft202012Validator(_absolute(shape), registry=registry)


def _absolute(shape: Any) -> Any:
    """References as they lead from outside of the description."""
    match shape:
        case {"$ref": str(to)}:
            return {"$ref": f"urn:description{to}" if to.startswith("#") else f"urn:{to}"}
        case dict():
            return {name: _absolute(each) for name, each in shape.items()}
        case list():
            return [_absolute(each) for each in shape]
        case _:
            return shape


async def test_every_path_of_the_description_is_answered_as_it_says_and_every_answer_stands_in_it() -> None:
    async with opened(STATE) as world:
        description = (await world.get("/offentlig/openapi.json")).json
        found = await every_address(world)
        places = {
            "/offentlig/{forum}/feed.atom": f"/offentlig/{NORD}/feed.atom",
            "/offentlig/{forum}/{meeting}/{document}.json": f"/offentlig/{NORD}/{FIRST}/referat.json",
            "/offentlig/{forum}/{meeting}/{document}/udgave-{edition}.json": (
                f"/offentlig/{NORD}/{FIRST}/referat/udgave-1.json"
            ),
        }
        unseen = set(description["paths"])
        for path, asked in description["paths"].items():
            pattern = re.compile(re.sub(r"\\{\w+\\}", "[^/?]+", re.escape(path)) + r"(\?.*)?$")
            known = [each for each in found if pattern.fullmatch(each.removeprefix(URL))]
            shapes: dict[str, Draft202012Validator] = {}
            for address in known or [places.get(path, path)]:
                answer = await world.get(address)
                media_type = answer.headers["Content-Type"].partition(";")[0]
                if media_type not in shapes:
                    shape = asked["get"]["responses"]["200"]["content"][media_type]["schema"]
                    shapes[media_type] = validator(description, shape)
                thing = answer.json if "json" in media_type else answer.body.decode()
                problems = list(shapes[media_type].iter_errors(thing))
                assert not problems, (address, problems[:2])
                assert answer.headers["Access-Control-Allow-Origin"] == "*"
                unseen.discard(path)
                found.pop(address, None)
        assert not unseen
        assert not found, "answered, but not described"


async def test_every_route_is_described_and_the_description_holds_together() -> None:
    async with opened(STATE) as world:
        description = (await world.get("/offentlig/openapi.json")).json
    app = web.Application()
    OpenData(world.common()).add_to(app)
    routes = {each.resource.canonical for each in app.router.routes() if each.resource is not None}
    assert routes - {f"{BASE}/{{rest}}"} == set(description["paths"])
    assert description["openapi"].startswith("3.1.")
    names = [each["get"]["operationId"] for each in description["paths"].values()]
    assert len(set(names)) == len(names)
    for each in description["components"]["schemas"].values():
        Draft202012Validator.check_schema(each)
    for path, said in description["paths"].items():
        places = [each["name"] for each in said["parameters"] if each.get("in") == "path"]
        assert places == re.findall(r"\{(\w+)\}", path)


async def test_every_field_of_our_own_is_told_and_described() -> None:
    async with opened(STATE) as world:
        found = await every_address(world)
    told = {(each["type"].rpartition("/")[2], name) for each in _things(list(found.values())) for name in each}
    described = {(kind, name) for kind, names in own_fields().items() for name in names}
    never_here = {("Organization", "klynge:publishedAt"), ("Organization", "klynge:heir")}
    assert {(kind, name) for kind, name in told if name.startswith("klynge:")} == described - never_here


def _things(values: list[Any]) -> list[dict[str, Any]]:
    found = []
    for value in values:
        if isinstance(value, dict):
            found += [value] if "type" in value else []
            found += _things(list(value.values()))
        elif isinstance(value, list):
            found += _things(value)
    return found
