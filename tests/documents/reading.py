"""A file read as other programs read it: what a screen reader finds in a PDF's tags, with the words in that order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import docx
import pikepdf
from docx.document import Document as Word
from docx.oxml.ns import qn


@dataclass(slots=True)
class Tag:
    """One element of the structure, with what it holds in order: other elements, and text."""

    name: str
    about: Any
    within: list["Tag | str"] = field(default_factory=list)

    def all(self, *names: str) -> list["Tag"]:
        """Every element of these names, in order."""
        return [each for each in self.walk() if each.name in names]

    def walk(self) -> Iterator["Tag"]:
        """Itself and all within it."""
        yield self
        for each in self.within:
            if isinstance(each, Tag):
                yield from each.walk()

    @property
    def text(self) -> str:
        """All words within it."""
        return "".join(each if isinstance(each, str) else each.text for each in self.within)


def opened(data: bytes) -> pikepdf.Pdf:
    """The PDF, which must be sound."""
    file = pikepdf.open(BytesIO(data))
    assert not file.check_pdf_syntax()
    return file


def read(file: pikepdf.Pdf) -> Tag:
    """The whole structure."""
    marked = {(page.obj.objgen, mark): text for page in file.pages for mark, text in _marked(page).items()}
    root = Tag("Root", None)
    _into(root, file.Root.StructTreeRoot.K, None, marked)
    return root


def _into(parent: Tag, kids: Any, page: Any, marked: dict[Any, str]) -> None:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            parent.within.append(marked.get((page, kid), ""))
        elif "/S" in kid:
            tag = Tag(str(kid.S).lstrip("/"), kid)
            parent.within.append(tag)
            own = kid.Pg.objgen if "/Pg" in kid else page
            _into(tag, kid.get("/K", pikepdf.Array()), own, marked)
        elif kid.get("/Type") == "/MCR":
            parent.within.append(marked.get((kid.Pg.objgen if "/Pg" in kid else page, int(kid.MCID)), ""))


def _marked(page: pikepdf.Page) -> dict[int, str]:
    """The words of a page by their mark."""
    about: Any = page.obj.Resources.get("/Font", pikepdf.Dictionary())
    content: Any = pikepdf.parse_content_stream(page)
    fonts = {name: _letters(font) for name, font in about.items()}
    found: dict[int, str] = {}
    marks: list[int | None] = []
    letters: dict[bytes, str] = {}
    for operands, operator in content:
        match str(operator):
            case "BDC":
                about = operands[1]
                marks.append(
                    int(about["/MCID"]) if isinstance(about, pikepdf.Dictionary) and "/MCID" in about else None
                )
            case "BMC":
                marks.append(None)
            case "EMC":
                marks.pop()
            case "Tf":
                letters = fonts[str(operands[0])]
            case "Tj" | "TJ":
                mark = next((each for each in reversed(marks) if each is not None), None)
                if mark is not None:
                    found[mark] = found.get(mark, "") + _words(operands[0], letters)
    return found


def _words(shown: Any, letters: dict[bytes, str]) -> str:
    parts = (
        [shown] if isinstance(shown, pikepdf.String) else [each for each in shown if isinstance(each, pikepdf.String)]
    )
    codes = b"".join(bytes(each) for each in parts)
    return "".join(letters[codes[at : at + 2]] for at in range(0, len(codes), 2))


def _letters(font: Any) -> dict[bytes, str]:
    """What each code of a font means to who copies it."""
    described = font.ToUnicode.read_bytes().decode("latin-1")
    found = {}
    for part in re.findall(r"beginbfchar(.*?)endbfchar", described, re.DOTALL):
        for code, meant in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", part):
            found[bytes.fromhex(code)] = bytes.fromhex(meant).decode("utf-16-be")
    return found


def opened_word(data: bytes) -> Word:
    """The Word file."""
    return docx.Document(BytesIO(data))


def blocks_of(word: Word) -> list[tuple[str, str]]:
    """Each paragraph and each cell by its style, in order."""
    found = []
    for part in word.element.body.iter(qn("w:p")):
        style = part.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))
        pieces = part.iter(qn("w:t"), qn("w:tab"), qn("w:br"))
        signs = {qn("w:tab"): "\t", qn("w:br"): "\n"}
        found.append(
            (style, "".join(signs.get(each.tag) or each.text for each in pieces if each.getparent().tag == qn("w:r")))
        )
    return found
