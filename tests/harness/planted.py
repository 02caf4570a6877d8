"""A secret in everything that a closed item can hold, an open item beside it with the like, and how both are known.

What is open must be found wherever it belongs: so it is known that somebody looks there who can read.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from hashlib import sha256
from io import BytesIO

import docx
import pikepdf

from bot import exporting
from bot.local.directory import PERSONAL, Account
from cards.attachments.lines import size_words
from tests.harness.cases.case import POLITICIAN, SEATED
from tests.harness.extracting import squeezed
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT

ITEM, RESOLUTION, TALK, EXTERNAL = "Ravnegrå", "Sølvblik", "Natsværmer", "Havgus"
LATE, REMARK, BESIDE = "Kobberrød", "Tidevand", "Skiferblå"
OPEN = "Bernstein"
AMOUNT, LINK = Decimal("98765400"), "https://example.org/ravnegraat-bilag.pdf"
CASE_NUMBER, KLE = "27/883319", "88.77.66 G81"
READERS = {SECRETARIAT, *CHAIRS, POLITICIAN}
"""In private: the secretariat, who leads the meeting, the approvers, and the one who proposed it."""
MAY_SEE = {
    EXTERNAL: {*SEATED},
    LATE: READERS - {POLITICIAN},
    BESIDE: {COORDINATOR, *READERS} - {POLITICIAN},
}
"""What others may see it of: the late item is not the politician's, the open one with a closed bilag a coordinator's.

A remark on the whole agenda or the minutes is of no item: who handles it is also shown it where they press for it.
"""

Person = str | Account


SIZES = {ITEM: 1_187_431, BESIDE: 1_634_753, OPEN: 20_000}
"""Of their texts, in bytes: nothing open is as long."""


def text_file(word: str) -> bytes:
    """A text of its length."""
    return f"{word} indhold".encode().ljust(SIZES[word], b".")


def pdf_file(word: str) -> bytes:
    """A PDF by some other program, with the word as its title alone."""
    file, made = pikepdf.new(), BytesIO()
    file.add_blank_page()
    file.docinfo["/Title"] = f"{word} indhold"
    file.save(made)
    return made.getvalue()


def word_file(word: str) -> bytes:
    """A Word file with the word in it."""
    file, made = docx.Document(), BytesIO()
    file.add_paragraph(f"{word} indhold")
    file.save(made)
    return made.getvalue()


FILES: Mapping[str, Callable[[str], bytes]] = {"txt": text_file, "pdf": pdf_file, "docx": word_file}
"""What makes a bilag of each kind, with a word in it."""


def files_of(word: str) -> dict[str, bytes]:
    """A bilag of each kind by its name, in which the word stands too."""
    return {f"{word}.{ending}": make(word) for ending, make in FILES.items()}


SECRET_FILES = files_of(ITEM)
"""The bilag of the closed item."""
BESIDE_FILE = text_file(BESIDE)
"""The closed bilag of the open item."""


def _told_by(data: bytes) -> tuple[str, ...]:
    """What tells a guessable file: its digest, and of the long ones their size."""
    digest = sha256(data)
    size = (rf"(?<!\w){len(data)}(?!\w)", size_words(len(data)).casefold()) if len(data) > 1_000_000 else ()
    return (digest.hexdigest()[:12], re.escape(b64encode(digest.digest()).decode()[:20].casefold()), *size)


_WORDS = {
    ITEM: "ravnegr",
    RESOLUTION: "sølvblik",
    TALK: "natsværmer",
    EXTERNAL: "havgus",
    LATE: "kobberrød",
    REMARK: "tidevand",
    BESIDE: "skiferbl",
}
_BESIDE_WORDS = {
    ITEM: (
        r"(?<!\w)98\.?765\.?400(?!\d)",
        rf"(?<!\w){CASE_NUMBER}(?!\w)",
        re.escape(KLE[:8]),
        r"(?<![\w-])g81(?![\w-])",  # which a signed address may hold by chance
        *(each for data in SECRET_FILES.values() for each in _told_by(data)),
    ),
    BESIDE: _told_by(BESIDE_FILE),
}
_WRITTEN = {mark: re.compile("|".join((word, *_BESIDE_WORDS.get(mark, ())))) for mark, word in _WORDS.items()}
_ANY = re.compile("|".join(each.pattern for each in _WRITTEN.values()))
MARKS = frozenset(_WORDS)


def marks_in(words: str) -> list[str]:
    """Which of the secrets stand there as anybody would write them."""
    plain = words.casefold()
    is_any = _ANY.search(plain) is not None  # most often there is none
    return [mark for mark, written in _WRITTEN.items() if is_any and written.search(plain)]


def marks_anywhere_in(words: str) -> list[str]:
    """The same, also where they are folded, parted, marked up or made of other signs."""
    whole = squeezed(words)
    hidden = [mark for mark, word in _WORDS.items() if squeezed(word).splitlines()[0] in whole]
    return sorted({*marks_in(words), *hidden})


_PAGES = (r"[^?]*/referat", r"[^?]*/punkt-3", r"[^?]*/dagsorden", "oparl/", r".*\.json$")
_PAPERS = (r"filing: .*aaben/.*\.pdf$", r"filing: .*aaben/.*\.json$", r"filing: .*aaben/.*\.docx$", r"access: .*\.pdf$")
SIGNS = {
    **{f"^/offentlig/{each}": OPEN for each in _PAGES},
    **{f"^klyngebot export {each}": OPEN for each in _PAPERS},
    **{f"^klyngebot export {each}: ": OPEN if each != "ics" else "VEVENT" for each in exporting.FORMATS},
    r"^klyngebot export access: .*bernstein": OPEN,
    "^/offentlig/sitemap.xml": "2027-1",
    "^/offentlig/feed.atom": "<entry",
    "^klyngebot export verify$": "sagsmappe",
    "^/metrics$": "klyngebot_",
}
"""What is open and must be found in some place of each kind, by what such a place is called."""


def unread(places: Mapping[str, str]) -> set[str]:
    """Kinds of place where what is open was not found either: nobody who can read looks there."""
    return {
        name
        for name, sign in SIGNS.items()
        if not any(sign in said and re.search(name, place) for place, said in places.items())
    }


@dataclass
class Ear:
    """What was seen of the secret, by whom, where it may be seen; anything else fails at once."""

    seen: set[tuple[str, str]] = field(default_factory=set)

    def hear(self, person: Person, where: str, words: str, asked: object) -> None:
        """Note what that person was shown there."""
        for mark in marks_in(words):
            is_shown_to_one = mark == REMARK and isinstance(asked, dict) and person in READERS - {POLITICIAN}
            assert where == PERSONAL or is_shown_to_one, (person, mark, asked, words)
            assert person in MAY_SEE.get(mark, READERS), (person, mark, asked, words)
            self.seen.add((str(person), mark))
