"""A document as what it says, in order: what a page, a Word file and a screen reader need to know, and no looks.

Headings stand below the title, which is not one of the blocks: the first is of level 1, and none skips a level. Every
table has a row of headings.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias


class Tone(StrEnum):
    """What a paragraph is."""

    PLAIN = "plain"
    LEAD = "lead"  # what the whole is about, first
    RESOLUTION = "resolution"  # what was resolved
    ASIDE = "aside"  # small print


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a paragraph, perhaps strong, perhaps a link (https alone)."""

    text: str
    is_strong: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """`anchor` is what an address may point at."""

    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; line breaks in a run are kept."""

    runs: tuple[Run, ...]
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Facts:
    """Terms with what is said of each."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without an order."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its caption, one row of headings, and rows as long as that one."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Heading | Paragraph | Facts | Bullets | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What proves which version a document is: lines to read, and the address (https) where anybody can ask."""

    lines: tuple[str, ...]
    address: str | None = None
    address_words: str = ""  # what the QR code is, for those who do not see it


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosed:
    """A file inside a document: the same content for programs."""

    name: str
    media_type: str
    description: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Everything a file of any format is drawn from; all its words are Danish and stand here.

    `page_words` holds `{side}` and `{sider}`. `at` is the moment of the state that it shows, and the file's own: the
    same document gives the same bytes.
    """

    title: str
    author: str
    subject: str
    header: str
    page_words: str
    at: datetime
    blocks: tuple[Block, ...]
    seal: Seal
    keywords: tuple[str, ...] = ()
    enclosed: tuple[Enclosed, ...] = ()
