"""What programs can ask for below /offentlig/, described as OpenAPI 3.1; the routes are made of the same places."""

import re
from typing import Any

from bot.documents import atom, data
from bot.documents.oparl import keys
from bot.documents.oparl.bodies import LISTS
from bot.documents.oparl.dataset import PLACES, TYPES
from bot.documents.oparl.files import FORMS
from bot.documents.oparl.lists import A_PAGE, TIMES
from bot.documents.oparl.shapes import schemas
from cards.kit.words import say
from cards.public.addresses import ROOM

OBJECTS = tuple(f"{keys.BASE}/{place}" for place in PLACES)
LIST_OF_BODIES = keys.BODIES
LISTS_OF_BODY = {f"{keys.BASE}/body/{{forum}}/{name}": kind for name, kind in LISTS.items()}
DESCRIPTION, RECORD_SCHEMA = f"{ROOM}/openapi.json", f"{ROOM}/schema/record.json"
FEED, FEED_OF_FORUM = f"{ROOM}/feed.atom", f"{ROOM}/{{forum}}/feed.atom"
DOCUMENT = f"{ROOM}/{{forum}}/{{meeting}}/{{document}}.json"
EDITION = f"{ROOM}/{{forum}}/{{meeting}}/{{document}}/udgave-{{edition}}.json"
PROBLEM = "application/problem+json"
_VERSION = "1.1.0"
_PLACE = re.compile(r"\{(\w+)\}")

Spoken = dict[str, Any]


def description(root: str) -> Spoken:
    """Everything; `root` is where people reach the service, or nothing where nobody knows."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": say("open_data.api.title"),
            "version": _VERSION,
            "description": say("open_data.api.description"),
        },
        "servers": [{"url": root or "/"}],
        "paths": _paths(),
        "components": {
            "schemas": schemas()
            | {f"{name}List": _list_of(name) for name in TYPES.values() if name != "System"}
            | _PROBLEM,
            "responses": {
                "Problem": {
                    "description": say("open_data.api.problem"),
                    "content": {PROBLEM: {"schema": _ref("Problem")}},
                },
                "Same": {"description": say("open_data.api.same")},
            },
            "parameters": _parameters(),
        },
    }


def _paths() -> Spoken:
    paths = {at: _object(at) for at in OBJECTS}
    paths |= {LIST_OF_BODIES: _listed(LIST_OF_BODIES, "body")}
    paths |= {at: _listed(at, kind) for at, kind in LISTS_OF_BODY.items()}
    record = {data.MEDIA_TYPE: {"schema": {"$ref": RECORD_SCHEMA.removeprefix(f"{ROOM}/")}}}
    paths[DOCUMENT] = _get(DOCUMENT, "newestDocument", say("open_data.api.document.newest"), record, "410")
    paths[EDITION] = _get(EDITION, "edition", say("open_data.api.document.edition"), record, "410")
    xml: Spoken = {atom.MEDIA_TYPE: {"schema": {"type": "string"}}}
    paths[FEED] = _get(FEED, "feed", say("open_data.api.feed"), xml)
    paths[FEED_OF_FORUM] = _get(FEED_OF_FORUM, "feedOfForum", say("open_data.api.feed.forum"), xml)
    thing: Spoken = {"schema": {"type": "object"}}
    paths[RECORD_SCHEMA] = _get(
        RECORD_SCHEMA, "recordSchema", say("open_data.api.schema"), {"application/schema+json": thing}
    )
    paths[DESCRIPTION] = _get(DESCRIPTION, "description", say("open_data.api.itself"), {"application/json": thing})
    return paths


def _object(at: str) -> Spoken:
    kind = at.removeprefix(f"{keys.BASE}/").split("/")[0]
    name = TYPES[kind]
    shape = _ref(name) if kind == "system" else {"anyOf": [_ref(name), _ref("Deleted")]}
    return _get(at, f"get{_camel(at)}", say("open_data.api.get", hvad=name), {"application/json": {"schema": shape}})


def _listed(at: str, kind: str) -> Spoken:
    called = at.rpartition("/")[2]
    shape = {"application/json": {"schema": _ref(f"{TYPES[kind]}List")}}
    spoken = _get(at, f"list{_camel(at)}", say("open_data.api.get.list", hvad=called), shape, "400")
    spoken["parameters"] += [
        {"$ref": f"#/components/parameters/{name}"} for name in (*TIMES, "page", "limit", "omit_internal")
    ]
    return spoken


def _get(at: str, name: str, words: str, content: Spoken, *refusals: str) -> Spoken:
    answers: Spoken = {"200": {"description": words, "content": content}}
    answers |= {"304": {"$ref": "#/components/responses/Same"}}
    has_places = bool(_PLACE.search(at))
    expected = (*refusals, *(("404",) if has_places or "400" in refusals else ()), "429", "503")
    answers |= {status: {"$ref": "#/components/responses/Problem"} for status in sorted(expected)}
    return {
        "parameters": [_place(each) for each in _PLACE.findall(at)],
        "get": {"operationId": name, "summary": words, "responses": answers},
    }


def _place(name: str) -> Spoken:
    held: Spoken = {"type": "string"} | ({"enum": list(FORMS)} if name == "form" else {})
    return {
        "name": name,
        "in": "path",
        "required": True,
        "schema": held,
        "description": say("open_data.param.place"),
    }


def _parameters() -> Spoken:
    held: Spoken = {name: {"type": "string", "format": "date-time"} for name in TIMES}
    held["page"] = {"type": "integer", "minimum": 1, "default": 1}
    held["limit"] = {"type": "integer", "minimum": 1, "default": A_PAGE}
    held["omit_internal"] = {"type": "boolean", "default": False}
    words = dict.fromkeys(TIMES, say("open_data.param.times")) | {
        "page": say("open_data.param.page"),
        "limit": say("open_data.param.limit"),
        "omit_internal": say("open_data.param.omit_internal"),
    }
    return {
        name: {"name": name, "in": "query", "required": False, "schema": schema, "description": words[name]}
        for name, schema in held.items()
    }


def _list_of(name: str) -> Spoken:
    numbers = ("totalElements", "elementsPerPage", "currentPage", "totalPages")
    links = ("first", "prev", "self", "next", "last")
    return {
        "type": "object",
        "required": ["data", "pagination", "links"],
        "properties": {
            "data": {"type": "array", "items": {"anyOf": [_ref(name), _ref("Deleted")]}},
            "pagination": {"type": "object", "properties": {each: {"type": "integer"} for each in numbers}},
            "links": {
                "type": "object",
                "properties": {each: {"type": "string", "format": "uri"} for each in links},
            },
        },
        "additionalProperties": False,
    }


_PROBLEM: Spoken = {
    "Problem": {
        "type": "object",
        "required": ["type", "title", "status", "detail", "message"],
        "properties": {
            "type": {"const": "https://schema.oparl.org/1.1/Error"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
            "message": {"type": "string"},
        },
    }
}


def _ref(name: str) -> Spoken:
    return {"$ref": f"#/components/schemas/{name}"}


def _camel(at: str) -> str:
    """A name for what is asked for there, of the words of its address that stay."""
    words = [each for each in at.removeprefix(f"{keys.BASE}/").split("/") if not each.startswith("{")]
    return "".join(each[:1].upper() + each[1:] for each in words)
