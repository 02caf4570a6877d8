"""How a Word file looks and what language it is in: python-docx's template in Danish, on A4, with its own styles gone.

The styles are Word's built-in ones, so that Word shows their names in its reader's language.
"""

from functools import lru_cache
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

INK, ACCENT, MUTED, LINK = "1B1B1B", "1F3A5F", "555555", "0B4F8A"
SHADE, LINE = "EEF2F6", "9AA5B1"
TERM = Cm(4.2)
"""How wide the column of terms is."""

_FONT = "Calibri"
_LANGUAGE = "da-DK"
_MAKERS = {"thumbnail", "extended-properties", "customXml", "stylesWithEffects"}
_KEPT = {
    "Normal", "Header", "Footer", "Title", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Heading 5", "Heading 6",
    "Heading 7", "Heading 8", "Heading 9", "Default Paragraph Font", "Normal Table", "No List", "Subtitle", "Body Text",
    "Body Text 2", "No Spacing", "Intense Quote", "List Bullet", "List Continue", "Caption", "Strong",
}  # fmt: skip
_SIZES = {"Heading 1": 14, "Heading 2": 11.5}


@lru_cache(maxsize=1)
def template() -> bytes:
    """An empty file to begin with."""
    word = docx.Document()
    _forget(word)
    _speak_danish(word)
    _page(word)
    _styles(word)
    saved = BytesIO()
    word.save(saved)
    return saved.getvalue()


def _forget(word: Word) -> None:
    """What the template holds of its maker: a picture of its page, data of nobody, a hundred styles of tables."""
    for rels in (word.part.package.rels, word.part.rels):
        for key in [key for key, each in rels.items() if each.reltype.rsplit("/", 1)[1] in _MAKERS]:
            del rels[key]
    for style in list(word.styles):
        if style.name not in _KEPT:
            style.element.getparent().remove(style.element)


def _speak_danish(word: Word) -> None:
    lang = word.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    fonts = word.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:rFonts')}")
    settings = word.settings.element
    theme = settings.find(qn("w:themeFontLang"))
    for each in (lang, theme):
        each.set(qn("w:val"), _LANGUAGE)
        each.set(qn("w:eastAsia"), _LANGUAGE)
        each.set(qn("w:bidi"), "ar-SA")
    _set_font(fonts)
    for name in ("w:proofState", "w:savePreviewPicture", "w:rsids"):
        settings.remove(settings.find(qn(name)))


def _set_font(fonts: Any) -> None:
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)


def _page(word: Word) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.8), Cm(2.6)


def _styles(word: Word) -> None:
    _style(word, "Normal", 11, after=6)
    _style(word, "Title", 21, colour=ACCENT, after=12, strong=True)
    for level in range(1, 10):
        name = f"Heading {level}"
        _style(word, name, _SIZES.get(name, 11), colour=ACCENT, before=18 if level == 1 else 12, after=5, strong=True)
    _style(word, "Subtitle", 12.5, colour=INK, after=8)
    _style(word, "Body Text", 9.5, colour=MUTED, after=6)
    _style(word, "Caption", 9.5, colour=MUTED, before=6, after=4).keep_with_next = True
    _style(word, "No Spacing", 10)
    _style(word, "Header", 9, colour=MUTED)
    _style(word, "Footer", 9, colour=MUTED)
    _style(word, "List Bullet", 11, after=4)
    terms = _style(word, "List Continue", 11, after=4)
    terms.left_indent, terms.first_line_indent = TERM, -TERM
    terms.tab_stops.add_tab_stop(TERM)
    resolved = _style(word, "Intense Quote", 11, colour=INK, before=4, after=8)
    resolved.left_indent, resolved.right_indent = Cm(0.3), Cm(0)
    _border(word, "Intense Quote", {"left": (20, ACCENT, 8)}, SHADE)
    sealed = _style(word, "Body Text 2", 9.5)
    sealed.keep_together, sealed.line_spacing = True, 1.15
    _border(word, "Body Text 2", dict.fromkeys(("top", "left", "bottom", "right"), (6, LINE, 6)), None)
    link = word.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb, link.font.underline = RGBColor.from_string(LINK), True


def _style(
    word: Word, name: str, size: float, *, colour: str = INK, before: float = 0, after: float = 0, strong: bool = False
) -> Any:
    style: Any = word.styles[name]
    for part in style.element.findall(qn("w:pPr")):
        for odd in (*part.findall(qn("w:pBdr")), *part.findall(qn("w:contextualSpacing"))):
            part.remove(odd)
    letters = style.element.get_or_add_rPr()
    for odd in letters.findall(qn("w:spacing")):
        letters.remove(odd)
    _set_font(letters.get_or_add_rFonts())
    style.font.size, style.font.bold, style.font.italic = Pt(size), strong, False
    style.font.color.rgb = RGBColor.from_string(colour)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    return style.paragraph_format


def _border(word: Word, name: str, sides: dict[str, tuple[int, str, int]], fill: str | None) -> None:
    """A line on these sides: its width in eighths of a point, its colour and its distance in points."""
    style: Any = word.styles[name]
    lines = OxmlElement("w:pBdr")
    for side, (width, colour, space) in sides.items():
        line = OxmlElement(f"w:{side}")
        for key, value in {"val": "single", "sz": width, "space": space, "color": colour}.items():
            line.set(qn(f"w:{key}"), str(value))
        lines.append(line)
    within = style.element.get_or_add_pPr()
    within.insert_element_before(
        lines, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
    )
    if fill is not None:
        shade = OxmlElement("w:shd")
        for key, value in {"val": "clear", "color": "auto", "fill": fill}.items():
            shade.set(qn(f"w:{key}"), value)
        lines.addnext(shade)
