"""OParl's published schemas as JSON Schema: their dialect says by words of its own what an address leads to.

They are not part of this project; whoever has none of them at hand is told so.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

FOLDER = Path(__file__).parents[3] / "shared" / "schemas" / "oparl"
"""Beside the project."""
OWN = "^klynge:"
_THEIR_WORDS = {"references", "backreference", "cardinality", "schema", "description"}
_ALWAYS = ("id", "type", "created", "modified")
"""What the specification asks of every object, beyond its schemas."""
_DELETED = {*_ALWAYS, "deleted"}


def needed() -> None:
    """Skip the test where there are no schemas."""
    if not (FOLDER / "Meeting.json").is_file():
        pytest.skip("OParl's schemas are not at ../shared/schemas/oparl")


@cache
def _registry() -> Registry[Any]:
    found = ((each.name, _translated(json.loads(each.read_text("utf-8")))) for each in FOLDER.glob("*.json"))
    return Registry().with_resources((name, Resource.from_contents(schema)) for name, schema in found)


def _translated(schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "required": sorted({*schema["required"], *_ALWAYS}),
        "properties": {name: _property(each) for name, each in schema["properties"].items()},
        "patternProperties": {OWN: True},
        "additionalProperties": False,
    }


def _property(said: dict[str, Any]) -> dict[str, Any]:
    """An inner object by its schema, a reference as an address, a list outside as its address alone."""
    if said.get("type") == "object" and "schema" in said:
        return {"$ref": said["schema"]}
    kept = {name: value for name, value in said.items() if name not in _THEIR_WORDS}
    if said.get("type") == "string":
        kept.pop("items", None)
    if "items" in kept:
        kept["items"] = _property(kept["items"])
    if kept.get("format") == "url":
        kept["pattern"] = r"^https?://[^\s]+$"
    return kept


def check(thing: dict[str, Any]) -> None:
    """Complain where an object is none of OParl's, or a deleted one says more than it may."""
    if thing.get("deleted"):
        assert set(thing) == _DELETED, thing
        return
    kind = thing["type"].rpartition("/")[2]
    problems = [f"{kind}{list(each.path)}: {each.message}" for each in _validator(kind).iter_errors(thing)]
    assert not problems, problems


@cache
def _validator(kind: str) -> Draft202012Validator:
    rules = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator({"$ref": f"{kind}.json"}, registry=_registry(), format_checker=rules)
