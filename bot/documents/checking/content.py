"""Whether a file is what its name says, and one that anybody may open; it is read in memory and runs nowhere."""

import re

import puremagic

from bot.documents.checking.packed import check_packed
from bot.domain.attachments.kinds import MEDIA
from bot.domain.attachments.names import ending
from bot.domain.kernel.refusal import Refusal

_TYPED = 4_096  # bytes in which a file says what it is
_LAST = 2_048  # bytes in which it ends
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKS = {"utf-16": (b"\xff\xfe", b"\xfe\xff"), "utf-8-sig": (b"\xef\xbb\xbf",)}
_LOCKED = re.compile(rb"/Encrypt\s*(?:\d+\s+\d+\s+R\b|<<)")  # stands in the clear in every PDF that is encrypted
_PLAIN = frozenset("\t\n\r\f\x1f")


def media_type_of(name: str, data: bytes) -> str:
    """The type of the file; a Refusal says what is wrong with it."""
    kind = ending(name)
    if kind not in MEDIA:
        raise Refusal("attachment_kind", fil=name)
    if not data:
        raise Refusal("attachment_empty", fil=name)
    if _is_page(data) and kind not in ("txt", "csv"):
        raise Refusal("attachment_page", fil=name)
    _check(kind, name, data)
    return MEDIA[kind]


def _check(kind: str, name: str, data: bytes) -> None:
    match kind:
        case "pdf":
            is_it = data[:1024].lstrip().startswith(b"%PDF-") and b"startxref" in data[-_LAST:]
        case "png":
            is_it = data.startswith(b"\x89PNG\r\n\x1a\n") and b"IEND" in data[-_LAST:]
        case "jpg" | "jpeg":
            is_it = data.startswith(b"\xff\xd8\xff") and b"\xff\xd9" in data[-_LAST:]
        case "txt" | "csv":
            is_it = _is_text(data)
        case _:
            if data.startswith(_OLE):
                raise Refusal("attachment_locked", fil=name)
            is_it = data.startswith(b"PK\x03\x04")
    if not is_it:
        raise _other(kind, name, data)
    if kind == "pdf" and _LOCKED.search(data):
        raise Refusal("attachment_locked.pdf", fil=name)
    if kind in MEDIA and data.startswith(b"PK\x03\x04"):
        check_packed(kind, name, data)


def _other(kind: str, name: str, data: bytes) -> Refusal:
    """It is not what it is called; where that can be told, what it looks like instead."""
    looks = _looks_like(data)
    if looks is None or looks == kind:
        return Refusal("attachment_other", fil=name, type=kind)
    return Refusal("attachment_other.looks", fil=name, type=kind, ligner=looks)


def _looks_like(data: bytes) -> str | None:
    try:
        found = puremagic.magic_string(data[:_TYPED])
    except puremagic.PureError:
        return None
    return next((each.extension.lstrip(".") for each in found if each.extension), None)


def _is_page(data: bytes) -> bool:
    """Some clients give an address that leads to a page about the file."""
    return data[:256].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html"))


def _is_text(data: bytes) -> bool:
    marked = next((name for name, marks in _MARKS.items() if data.startswith(marks)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            words = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return all(sign >= " " or sign in _PLAIN for sign in words)
    return False
