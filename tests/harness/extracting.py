"""Whatever a file says to any program that reads it, as text: also what is packed, drawn, enclosed or encoded.

Pages of a PDF are read by what their fonts mean, its titles, bookmarks and alternatives by every string in it.
"""

import re
import unicodedata
from base64 import b64decode
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pikepdf

_DEEPEST = 4  # files in files
_ENCODED = re.compile(rb"[A-Za-z0-9+/]{40,}={0,2}")
_TAGS = re.compile(r"<[^<>]*>")
_BETWEEN = re.compile(r"[\W_]+")
_CODE = rb"<([0-9A-Fa-f]*)>\s*"
_MAPPED = {b"char": re.compile(_CODE + _CODE), b"range": re.compile(_CODE * 3)}


def readable(data: bytes, deep: int = 0) -> str:
    """All that can be read in it, the same thing perhaps in several ways."""
    if deep > _DEEPEST:
        raise ValueError("a file in a file in a file goes deeper than anybody looks")
    if data.startswith(b"PK\x03\x04"):
        return "\n".join(_packed(data, deep + 1))
    if data.startswith(b"%PDF"):
        return "\n".join(_pdf(data, deep + 1))
    return "\n".join(_text(data))


def squeezed(words: str) -> str:
    """Letters and digits alone, in small letters: lines that are folded, words that are parted or marked up are whole.

    Once as it stands and once without what looks like a tag.
    """
    plain = unicodedata.normalize("NFKC", words).casefold()
    return f"{_BETWEEN.sub('', plain)}\n{_BETWEEN.sub('', _TAGS.sub('', plain))}"


def _text(data: bytes) -> Iterator[str]:
    yield data.decode("utf-8", "replace")
    if b"\0" in data:
        for shift in (0, 1):
            yield data[shift:].decode("utf-16-be", "replace")
            yield data[shift:].decode("utf-16-le", "replace")
    for each in _ENCODED.findall(data):
        yield b64decode(each[: len(each) // 4 * 4]).decode("utf-8", "replace")


def _packed(data: bytes, deep: int) -> Iterator[str]:
    """The parts of an office file or another packed folder, with what they are called."""
    with ZipFile(BytesIO(data)) as parts:
        yield parts.comment.decode("latin-1")
        for each in parts.infolist():
            yield f"{each.filename} {each.comment.decode('latin-1')}"
            yield readable(parts.read(each), deep)


def _pdf(data: bytes, deep: int) -> Iterator[str]:
    with pikepdf.open(BytesIO(data)) as file:
        yield from _strings(file.trailer, is_root=True)
        for each in file.objects:
            yield from _strings(each, is_root=True)
            if isinstance(each, pikepdf.Stream):
                yield readable(_unpacked(each), deep)
        for page in file.pages:
            yield _drawn(page.obj)


def _unpacked(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:  # a picture, as it is packed
        return stream.read_raw_bytes()


def _strings(thing: Any, *, is_root: bool = False) -> Iterator[str]:
    """Every string within, as it is read; what stands elsewhere is read there."""
    if isinstance(thing, pikepdf.Object) and thing.is_indirect and not is_root:
        return
    match thing:
        case pikepdf.String():
            yield str(thing)
        case pikepdf.Array():
            for each in thing:
                yield from _strings(each)
        case pikepdf.Dictionary() | pikepdf.Stream():
            for name, each in thing.items():
                yield name
                yield from _strings(each)


def _drawn(content: Any) -> str:
    """The words on a page or on what is drawn on it, in the order in which they are drawn."""
    about: Any = content.get("/Resources", pikepdf.Dictionary())
    fonts = {name: _letters(font) for name, font in about.get("/Font", pikepdf.Dictionary()).items()}
    letters: Mapping[bytes, str] = {}
    found: list[str] = []
    instructions: Any = pikepdf.parse_content_stream(content)
    for operands, operator in instructions:
        match str(operator):
            case "Tf":
                letters = fonts[str(operands[0])]
            case "Tj" | "TJ" | "'" | '"':
                found.append(_shown(operands[-1], letters))
    within = about.get("/XObject", pikepdf.Dictionary())
    return "".join(found) + "".join(_drawn(each) for each in within.values() if each.get("/Subtype") == "/Form")


def _shown(shown: Any, letters: Mapping[bytes, str]) -> str:
    strings = (
        [each for each in shown if isinstance(each, pikepdf.String)] if isinstance(shown, pikepdf.Array) else shown
    )
    codes = b"".join(map(bytes, strings if isinstance(strings, list) else [strings]))
    wide = max(map(len, letters), default=1)
    parts = (codes[at : at + wide] for at in range(0, len(codes), wide))
    return "".join(letters.get(each, each.decode("latin-1")) for each in parts)


def _letters(font: Any) -> Mapping[bytes, str]:
    """What each code of a font means to who copies it; nothing where it is plain text."""
    if "/ToUnicode" not in font:
        return {}
    found: dict[bytes, str] = {}
    described = font.ToUnicode.read_bytes()
    for how, part in re.findall(rb"beginbf(char|range)(.*?)endbf", described, re.DOTALL):
        for first, *last, meant in _MAPPED[how].findall(part):
            code, words = bytes.fromhex(first.decode()), bytes.fromhex(meant.decode()).decode("utf-16-be")
            for more in range(int(last[0], 16) - int(first, 16) + 1 if last else 1):
                at = (int.from_bytes(code) + more).to_bytes(len(code))
                found[at] = words if not more else words[:-1] + chr(ord(words[-1]) + more)
    return found
