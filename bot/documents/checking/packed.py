"""Documents that are packed folders (OOXML, ODF): whole, unlocked, without macros, and no larger than they say.

Everything is read in memory, a piece at a time and then forgotten; nothing is ever unpacked to a disk.
"""

import re
import struct
import zlib
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from bot.domain.attachments.kinds import MEDIA
from bot.domain.kernel.refusal import Refusal

MOST_UNPACKED = 300 * 1024 * 1024  # bytes of all that is in it
MOST_TIMES = 200  # as much as it takes packed
_SMALL = 4 * 1024 * 1024  # bytes that are no bomb, however well they pack
_MOST_PARTS = 10_000
_LONGEST_INDEX = 2 * 1024 * 1024  # bytes
_MOST_TYPES = 1024 * 1024  # bytes of the part that says what the others are
_PIECE = 256 * 1024
_END = b"PK\x05\x06"
_END_SIZE, _LONGEST_COMMENT = 22, 65_535
_ENCRYPTED = 0x1
_MAIN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
_TYPES = "[Content_Types].xml"
_MANIFEST, _ENCRYPTION = "META-INF/manifest.xml", b"encryption-data"  # of ODF
_RUNS = re.compile(
    r"(?:.*/)?(?:vbaproject[^/]*\.bin|vbadata\.xml)|xl/macrosheets/.*|basic/.*|scripts/.*"
    r"|.*\.(?:exe|dll|com|bat|cmd|ps1|vbs|js|jse|wsf|hta|scr|msi|jar|lnk)",
    re.IGNORECASE,
)
_OF_MACROS = re.compile(rb"macroenabled|ms-office\.vbaproject|application/vnd\.ms-office\.activex", re.IGNORECASE)


def check_packed(kind: str, name: str, data: bytes) -> None:
    """A Refusal unless it is a whole document of that kind."""
    try:
        _check_index(name, data)
        with ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
            _check_parts(name, parts, len(data))
            _check_kind(kind, name, packed, parts)
            _read_through(name, packed, parts)
    except (BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise Refusal("attachment_broken", fil=name) from None


def _check_index(name: str, data: bytes) -> None:
    """Before the index is read into memory: how long it is."""
    at = data.rfind(_END, max(0, len(data) - _END_SIZE - _LONGEST_COMMENT))
    if at < 0 or len(data) < at + _END_SIZE:
        raise Refusal("attachment_broken", fil=name)
    count, length = struct.unpack_from("<HI", data, at + 10)
    if count > _MOST_PARTS or length > _LONGEST_INDEX:
        raise Refusal("attachment_bomb", fil=name)


def _check_parts(name: str, parts: Sequence[ZipInfo], packed: int) -> None:
    """By what the index says of each part."""
    if not parts or len(parts) > _MOST_PARTS or len({each.filename for each in parts}) != len(parts):
        raise Refusal("attachment_broken", fil=name)
    if any(each.flag_bits & _ENCRYPTED for each in parts):
        raise Refusal("attachment_locked", fil=name)
    if any(_RUNS.fullmatch(each.filename) for each in parts):
        raise Refusal("attachment_macros", fil=name)
    if any(each.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or _leaves(each.filename) for each in parts):
        raise Refusal("attachment_broken", fil=name)
    unpacked = sum(each.file_size for each in parts)
    if unpacked > MOST_UNPACKED or (unpacked > _SMALL and unpacked > MOST_TIMES * packed) or _overlap(parts):
        raise Refusal("attachment_bomb", fil=name)


def _leaves(part: str) -> bool:
    """Whether a part would lie outside its folder."""
    return part.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", part) or ":" in part


def _overlap(parts: Sequence[ZipInfo]) -> bool:
    """Whether several parts are made of the same bytes."""
    order = sorted(parts, key=lambda each: each.header_offset)
    ends = [each.header_offset + 30 + len(each.filename) + each.compress_size for each in order]
    return any(end > later.header_offset for end, later in zip(ends, order[1:], strict=False))


def _check_kind(kind: str, name: str, packed: ZipFile, parts: Sequence[ZipInfo]) -> None:
    known = {each.filename for each in parts}
    if kind not in _MAIN:
        said = packed.open("mimetype").read(200) if "mimetype" in known else b""
        if said.strip() != MEDIA[kind].encode():
            raise Refusal("attachment_other", fil=name, type=kind)
        if _MANIFEST in known and _ENCRYPTION in packed.open(_MANIFEST).read(_MOST_TYPES):
            raise Refusal("attachment_locked", fil=name)
        return
    if _TYPES not in known or _MAIN[kind] not in known:
        raise Refusal("attachment_other", fil=name, type=kind)
    types = packed.open(_TYPES).read(_MOST_TYPES + 1)
    if len(types) > _MOST_TYPES:
        raise Refusal("attachment_bomb", fil=name)
    if _OF_MACROS.search(types):
        raise Refusal("attachment_macros", fil=name)


def _read_through(name: str, packed: ZipFile, parts: Sequence[ZipInfo]) -> None:
    """Every part to its end, so that what the index says of it is true; no more is read than may be in it."""
    left = MOST_UNPACKED
    for each in parts:
        with packed.open(each) as part:
            while piece := part.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    raise Refusal("attachment_bomb", fil=name)
