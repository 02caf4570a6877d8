"""What each object may say, as JSON Schema: OParl's own fields and those that are ours, which begin with `klynge:`.

A field stands by its name and, where it is no words, by what it holds: `when` and `day` are moments and days, `url` an
address, an object by its name, and brackets are a list.
"""

from collections.abc import Mapping
from typing import Any

from bot.documents.oparl.dataset import TYPES, type_of
from bot.documents.oparl.said import FIELDS
from cards.kit.words import COPY, say

Schema = dict[str, Any]

_FIELDS = {
    "System": "oparlVersion:url license:url body:url name website:url web:url",
    "Body": "system:url name website:url license:url organization:url person:url meeting:url paper:url agendaItem:url "
    "consultation:url file:url locationList:url membership:url legislativeTerm:[LegislativeTerm] mainOrganization:url "
    "web:url klynge:region",
    "Organization": "body:url name membership:[url] meeting:url consultation:url endDate:day website:url web:url "
    "klynge:publishedAt klynge:heir:url",
    "Person": "body:url name membership:[Membership]",
    "Membership": "person:url organization:url role onBehalfOf:url",
    "Meeting": "name meetingState cancelled:bool start:when end:when location:Location organization:[url] "
    "participant:[url] invitation:File resultsProtocol:File auxiliaryFile:[File] agendaItem:[AgendaItem] web:url "
    "klynge:host klynge:attendance:[Attendance] klynge:additions:[Addition]",
    "Location": "description",
    "AgendaItem": "meeting:url number order:int name public:bool consultation:url result resolutionText "
    "auxiliaryFile:[File] start:when end:when keyword:[words] web:url klynge:outcome klynge:proposedBy "
    "klynge:positions:[Position] klynge:opinions:[Opinion] klynge:commitments:[Commitment] klynge:amount "
    "klynge:late:Late klynge:withdrawn:Withdrawn klynge:cameFrom:[Station] klynge:wentTo:[Station]",
    "Paper": "body:url name date:day paperType auxiliaryFile:[File] consultation:[Consultation] underDirectionOf:[url] "
    "keyword:[words] web:url klynge:summary klynge:caseDescription klynge:recommendation klynge:basis "
    "klynge:financialNote klynge:links:[words] klynge:proposedBy klynge:amount klynge:cameFrom:[Station] "
    "klynge:wentTo:[Station]",
    "Consultation": "paper:url agendaItem:url meeting:url organization:[url] authoritative:bool role web:url",
    "File": "name fileName mimeType date:day size:int sha512Checksum accessUrl:url masterFile:url derivativeFile:[url] "
    "meeting:[url] agendaItem:[url] paper:[url] web:url klynge:kind klynge:edition:int klynge:version:int "
    "klynge:correction klynge:releasedAt:when klynge:replaces:url klynge:logEntry:LogEntry klynge:caseNumber "
    "klynge:sha256 klynge:attachment:int",
}
_OURS = {
    "Attendance": "person:url isPresent:bool insteadOf",
    "Addition": "words name at:when item:int",
    "Position": "organization:url name stance",
    "Opinion": "name organization words",
    "Commitment": "title owner due:day isDone:bool",
    "Late": "supplement:int reason",
    "Withdrawn": "reason at:when",
    "Station": "name organization:url meeting:url item:int day:day answer",
    "LogEntry": "number:int hash",
}
_HELD: Mapping[str, Schema] = {
    "words": {"type": "string"},
    "url": {"type": "string", "format": "uri"},
    "when": {"type": "string", "format": "date-time"},
    "day": {"type": "string", "format": "date"},
    "int": {"type": "integer"},
    "bool": {"type": "boolean"},
}
_REQUIRED = {
    "System": ["oparlVersion", "body"],
    "Body": ["name", "organization", "person", "meeting", "paper"],
    "AgendaItem": ["order"],
    "File": ["accessUrl"],
}
_ALWAYS = ("id", "type", "created", "modified")


def schemas() -> dict[str, Schema]:
    """Every object by its name, `Deleted` and what objects of ours are made of among them."""
    made = {name: _object(name, fields) for name, fields in _FIELDS.items()}
    made |= {name: _part(fields) for name, fields in _OURS.items()}
    made["LegislativeTerm"] = _thing({"type": {"const": "https://schema.oparl.org/1.1/LegislativeTerm"}}, [])
    made["Deleted"] = _thing(
        {"type": {"enum": [type_of(kind) for kind in TYPES]}, "deleted": {"const": True}}, ["deleted"]
    )
    made["Deleted"]["description"] = say("open_data.api.deleted")
    return made


def own_fields() -> dict[str, list[str]]:
    """The fields that are ours, by the name of the object that has them."""
    return {
        name: ["klynge:" + each.split(":")[1] for each in fields.split() if each.startswith("klynge:")]
        for name, fields in _FIELDS.items()
    }


def _object(name: str, fields: str) -> Schema:
    kind = next(kind for kind, called in TYPES.items() if called == name)
    return _thing({"type": {"const": type_of(kind)}, **_read(fields)}, _REQUIRED.get(name, []))


def _thing(properties: Schema, required: list[str]) -> Schema:
    always = {"id": _HELD["url"], "created": _HELD["when"], "modified": _HELD["when"]}
    return {
        "type": "object",
        "required": [*_ALWAYS, *required],
        "properties": always | properties,
        "additionalProperties": False,
    }


def _part(fields: str) -> Schema:
    return {"type": "object", "properties": _read(fields), "additionalProperties": False}


def _read(fields: str) -> dict[str, Schema]:
    return dict(_field(each) for each in fields.split())


def _field(written: str) -> tuple[str, Schema]:
    is_own = written.startswith("klynge:")
    name, _, holds = written.removeprefix("klynge:").partition(":")
    held = _held(holds or "words")
    if not is_own:
        return name, held
    return f"klynge:{name}", {"description": COPY[FIELDS[name]]} | held


def _held(holds: str) -> Schema:
    if holds.startswith("["):
        return {"type": "array", "items": _held(holds[1:-1])}
    return _HELD.get(holds) or {"$ref": f"#/components/schemas/{holds}"}
