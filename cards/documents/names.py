"""What a file is called: what paper it is, whose, of which day and version, in letters that every system takes."""

import re
import unicodedata
from datetime import date

from bot.domain.documents.actions import FileKind
from bot.domain.documents.state import Kind
from cards.kit.words import keyed, say

_KINDS = keyed(Kind, "documents.kind")
_LONGEST = 60  # characters of a part
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa"})
MEDIA_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def file_stem(
    kind: Kind,
    forum: str,
    of: date | int,
    *,
    marks: tuple[str, ...] = (),
    is_draft: bool = False,
    is_whole: bool = False,
) -> str:
    """The name without its ending: the same for the same paper."""
    when = str(of) if isinstance(of, int) else of.isoformat()
    draft = (say("documents.file.draft"),) if is_draft else ()
    whole = (say("documents.file.whole"),) if is_whole else ()
    return "-".join(part for part in map(slug, (say(_KINDS[kind]), forum, when, *marks, *draft, *whole)) if part)


def slug(words: str) -> str:
    """Lower-case letters, digits and hyphens, and no more than what is needed to tell one from another."""
    spelled = unicodedata.normalize("NFKD", words.translate(_LETTERS))
    letters = spelled.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:_LONGEST].strip("-")
