"""What a Word file is made of, as its XML: paragraphs, runs, links, tables and fields, each in the order Word wants."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bot.documents.word_look import LINE, SHADE

_PARTS = re.compile(r"[\n\t]|[^\n\t]+")
_RIGHT_TO_LEFT = re.compile(
    "([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?:[ ]+[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+)*)"
)
_IN_NAMES = re.compile(r"\W")


def element(name: str, /, *within: Any, **attributes: object) -> Any:
    """An element of Word's own namespace."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend(within)
    return made


def paragraph(style: str, *within: Any, keep: bool = False, before: int = 0) -> Any:
    """`style` is the id of one; `keep` holds it on the page of what follows, `before` keeps it from what is above."""
    looks = [element("keepNext")] if keep else []
    looks += [element("spacing", before=before)] if before else []
    return element("p", element("pPr", element("pStyle", val=style), *looks), *within)


def runs(text: str, *, is_strong: bool = False, style: str = "") -> Iterator[Any]:
    """The text, with what is written from right to left in runs of its own."""
    for number, part in enumerate(_RIGHT_TO_LEFT.split(text)):
        if part:
            looks = [element("rStyle", val=style)] if style else []
            looks += [element("b"), element("bCs")] if is_strong else []
            looks += [element("rtl")] if number % 2 else []
            yield element("r", *([element("rPr", *looks)] if looks else []), *_texts(part))


def _texts(text: str) -> Iterator[Any]:
    for part in _PARTS.findall(text):
        if part in "\n\t":
            yield element("br" if part == "\n" else "tab")
        else:
            words = element("t")
            words.text = part
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            yield words


def link(relation: str, text: str, *, is_strong: bool = False) -> Any:
    """A real link; `relation` is the id of its address among the file's relations."""
    made = element("hyperlink", *runs(text, is_strong=is_strong, style="Hyperlink"), history=1)
    made.set(qn("r:id"), relation)
    return made


def bookmark(number: int, anchor: str) -> tuple[Any, Any]:
    """Both ends of a place that can be pointed at."""
    name = _IN_NAMES.sub("_", anchor)[:40]
    return element("bookmarkStart", id=number, name=name), element("bookmarkEnd", id=number)


def fields(words: str) -> Iterator[Any]:
    """The words with the page's number and the number of pages in them, which Word counts."""
    for part in re.split(r"(\{side\}|\{sider\})", words):
        if part in {"{side}", "{sider}"}:
            code = "PAGE" if part == "{side}" else "NUMPAGES"
            yield element("fldSimple", *runs("1"), instr=f" {code} ")
        else:
            yield from runs(part)


def table(caption: str, header: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]) -> Any:
    """A table whose first row is its header, and stands again on every page; `widths` in twentieths of a point."""
    lines = (element(side, val="single", sz=4, space=0, color=LINE) for side in ("top", "bottom", "insideH"))
    margins = (element(side, w=80, type="dxa") for side in ("top", "left", "bottom", "right"))
    looks = element(
        "tblPr",
        element("tblW", w=sum(widths), type="dxa"),
        element("tblBorders", *lines),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *margins),
        element("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
        element("tblCaption", val=caption),
    )
    columns = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", looks, columns, _row(header, widths, is_header=True), *(_row(row, widths) for row in rows))


def _row(cells: Sequence[str], widths: Sequence[int], *, is_header: bool = False) -> Any:
    looks = element("trPr", element("cantSplit"), *([element("tblHeader")] if is_header else []))
    made = (_cell(text, width, is_header) for text, width in zip(cells, widths, strict=True))
    return element("tr", looks, *made)


def _cell(text: str, width: int, is_header: bool) -> Any:
    shade = [element("shd", val="clear", color="auto", fill=SHADE)] if is_header else []
    within = paragraph("NoSpacing", *runs(text, is_strong=is_header), keep=is_header)
    return element("tc", element("tcPr", element("tcW", w=width, type="dxa"), *shade), within)
