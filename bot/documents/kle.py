"""A municipality's KLE list as it is delivered: CSV or XML, in the encodings of Danish Windows and of the web.

Which columns there are is not relied on: a row has a number (12, 12.34, 12.34.56 or A26), and then its title.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree  # type: ignore[import-untyped]  # no types

from bot.domain.filing.rules import is_code
from bot.domain.filing.state import KleEntry, Part

_LONGEST = 300  # characters of a title
_CATEGORY = re.compile(r"[A-ZÆØÅ]")
_PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "recover": False}


@dataclass(frozen=True, slots=True)
class Bad:
    """A line that cannot be read, and why."""

    line: int
    why: str


def read_kle(data: bytes) -> list[KleEntry | Bad]:
    """Every line of the list, and what is wrong with those that are none."""
    rows = _of_xml(data) if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else _of_csv(data)
    return list(_once(rows))


Found = Iterator[tuple[int, KleEntry | Bad]]


def _once(rows: Found) -> Iterator[KleEntry | Bad]:
    """The same, where no number stands for two things."""
    known: dict[tuple[Part, str], str] = {}
    for line, each in rows:
        if isinstance(each, Bad):
            yield each
        elif known.setdefault((each.part, each.code), each.title) != each.title:
            yield Bad(line, f"{each.code} står der allerede med en anden titel.")
        else:
            yield each


def _of_csv(data: bytes) -> Found:
    text = _decoded(data)
    if text is None:
        yield 1, Bad(1, "Filen er hverken UTF-8, UTF-16 eller Windows-1252.")
        return
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    is_first = True
    try:
        for row in rows:
            cells = [" ".join(each.split()) for each in row]
            if any(cells):
                found = _entry(rows.line_num, cells)
                if not (is_first and _is_header(cells)):
                    yield rows.line_num, found
                is_first = False
    except csv.Error as error:
        yield rows.line_num, Bad(rows.line_num, f"Linjen er ikke CSV ({error}).")


def _is_header(cells: list[str]) -> bool:
    return not any(any(sign.isdigit() for sign in each) for each in cells)


def _entry(line: int, cells: list[str]) -> KleEntry | Bad:
    place = next((place for place, each in enumerate(cells) if _part(each) is not None), None)
    if place is None:
        return Bad(line, f"»{_shown(cells)}« begynder ikke med et nummer som 12.34.56 eller A26.")
    title = next((each for each in cells[place + 1 :] if any(sign.isalpha() for sign in each)), "")
    return _titled(line, cells[place], title)


def _titled(line: int, code: str, title: str) -> KleEntry | Bad:
    part = _part(code)
    if part is None:
        return Bad(line, f"»{code[:40]}« er ikke et nummer som 12.34.56 eller A26.")
    if not title:
        return Bad(line, f"{code} har ingen titel.")
    if len(title) > _LONGEST:
        return Bad(line, f"Titlen på {code} er for lang (højst {_LONGEST} tegn).")
    return KleEntry(part, code, title)


def _part(code: str) -> Part | None:
    return next((each for each in Part if is_code(each, code)), None)


def _shown(cells: list[str]) -> str:
    return next(each for each in cells if each)[:40]


def _decoded(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if "\0" in text else text
    return None


def _of_xml(data: bytes) -> Found:
    """Each element that has a `…Nr` and beside it a `…Titel`; letters that only gather facets are none."""
    try:
        root = etree.fromstring(data, etree.XMLParser(**_PARSER))
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        yield line, Bad(line, "Filen er ikke gyldig XML.")
        return
    for element in root.iter(etree.Element):
        children = {etree.QName(each).localname: each for each in element.iterchildren(etree.Element)}
        for name, child in children.items():
            if not name.endswith("Nr"):
                continue
            code = _text(child)
            if _CATEGORY.fullmatch(code):
                continue
            title = children.get(f"{name.removesuffix('Nr')}Titel")
            yield child.sourceline, _titled(child.sourceline, code, "" if title is None else _text(title))


def _text(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
