"""A meeting's documents as the folder that Danish agenda platforms pick up: XML with beside it HTML, PDF and bilag.

Every name in it is in folder.toml. A supplement is of the same meeting and an agenda of its own. Of a closed item an
open record holds the neutral title, and so does the folder.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from importlib.resources import files as resources
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from bot.documents.fragment import fragment
from bot.documents.written import as_name, in_a_line, plain
from bot.domain.documents.blocks import Block
from bot.domain.documents.state import Attachment, MeetingRecord, RecordItem
from bot.domain.kernel.forum import COPENHAGEN
from cards.folder.words import attachment_name
from cards.kit.words import medium_date

Contents = Callable[[RecordItem], Iterable[Block]]
"""What an item says, below its title."""

_NAMES: Mapping[str, Mapping[str, str]] = tomllib.loads(resources("bot.documents").joinpath("folder.toml").read_text())
PDF: str = _NAMES["files"]["pdf"]
"""What the same as a PDF is called that lies beside them."""
_ENDINGS: Mapping[str, str] = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "text/plain": ".txt",
    "text/csv": ".csv",
}


def folder(record: MeetingRecord, html: str, files: Mapping[str, bytes], contents: Contents) -> Mapping[str, bytes]:
    """Relative path → content. `files` are the bilag by their digests, and whatever else lies beside them by its name.

    The same record and files give the same bytes. ValueError for a name that is not safe as it stands.
    """
    placed = {each.digest: _path(each) for item in record.items for each in item.attachments if each.digest in files}
    beside = {_safe(name): content for name, content in files.items() if name not in placed}
    named = _NAMES["files"]
    return {
        named["xml"]: _xml(record, placed, contents),
        named["html"]: plain(html).encode(),
        **beside,
        **{path: files[digest] for digest, path in placed.items() if digest is not None},
    }


def _xml(record: MeetingRecord, placed: Mapping[str | None, str], contents: Contents) -> bytes:
    root = _element(None, "agenda")
    whole = f"{record.forum}-{record.meeting}"
    supplement = () if record.supplement is None else (str(record.supplement),)
    tells_closed = any(item.is_closed and item.content is not None for item in record.items)
    _say(root, "agenda", "id", "-".join((whole, record.kind.value, *supplement)))
    _say(root, "agenda", "is_open", _truth(not tells_closed))
    _say(root, "agenda", "type", _NAMES["types"].get(record.kind.value, record.kind.value))
    _meeting(root, record, whole)
    items = _element(root, "items")
    for item in record.items:
        _item(items, record, item, whole, placed, contents)
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True))


def _meeting(root: Element, record: MeetingRecord, whole: str) -> None:
    meeting = _element(root, "meeting")
    starts, ends = record.starts.astimezone(COPENHAGEN), record.ends.astimezone(COPENHAGEN)
    said = {
        "id": whole,
        "body": in_a_line(record.forum_name),
        "body_id": record.forum,
        "day": medium_date(starts.date()),
        "time": _time(starts),
        "end_day": medium_date(ends.date()),
        "end_time": _time(ends),
        "place": in_a_line(record.place),
    }
    for name, words in said.items():
        _say(meeting, "meeting", name, words)


def _item(
    items: Element,
    record: MeetingRecord,
    item: RecordItem,
    whole: str,
    placed: Mapping[str | None, str],
    contents: Contents,
) -> None:
    found = _element(items, "item")
    _say(found, "item", "id", f"{whole}-{item.id}")
    _say(found, "item", "is_open", _truth(not item.is_closed))
    _say(found, "item", "title", in_a_line(item.title))
    case_number = item.case_number or record.case_number
    if case_number and item.content is not None:
        _say(found, "item", "case_number", in_a_line(case_number))
    _say(found, "item", "content", fragment(contents(item)) if item.content is not None else "")
    attachments = _element(found, "attachments")
    for each in item.attachments if item.content is not None else ():
        _attachment(attachments, each, whole, is_public=not (each.is_closed or item.is_closed), placed=placed)


def _attachment(
    attachments: Element, each: Attachment, whole: str, *, is_public: bool, placed: Mapping[str | None, str]
) -> None:
    found = _element(attachments, "attachment")
    _say(found, "attachment", "id", f"{whole}-bilag-{each.number}")
    _say(found, "attachment", "name", in_a_line(attachment_name(each)))
    _say(found, "attachment", "is_public", _truth(is_public))
    url = placed.get(each.digest, "") if each.digest is not None else in_a_line(each.link)
    if url:
        _say(found, "attachment", "url", url)


def _element(parent: Element | None, kind: str) -> Element:
    name = _NAMES[kind]["element"]
    return Element(name) if parent is None else SubElement(parent, name)


def _say(element: Element, kind: str, name: str, words: str) -> None:
    written = _NAMES[kind][name]
    if written.startswith("@"):
        element.set(written[1:], words)
    elif written:
        SubElement(element, written).text = words


def _path(each: Attachment) -> str:
    """Where a bilag lies; its number comes first, and keeps two of the same title apart."""
    name = "-".join(part for part in (f"bilag-{each.number:02}", as_name(each.title)) if part)
    return f"{_NAMES['files']['attachments']}/{name}{_ENDINGS.get(each.media_type, '.bin')}"


def _safe(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    if not dot or as_name(stem) != stem.lower() or not (ending.isascii() and ending.isalnum()):
        raise ValueError(f"{name!r} is no name of a file")
    return name


def _truth(value: Any) -> str:
    return _NAMES["words"]["true" if value else "false"]


def _time(at: datetime) -> str:
    return at.strftime(_NAMES["words"]["time"])
