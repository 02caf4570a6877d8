"""Names of files that every system can hold: short, small letters and digits, made of what people called something."""

import re
import unicodedata

_LONGEST = 60
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})
_OTHERS = re.compile(r"[^a-z0-9]+")
_EXTENSIONS = {
    "application/pdf": "pdf",
    "application/msword": "doc",
    "application/vnd.ms-excel": "xls",
    "application/vnd.ms-powerpoint": "ppt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.presentation": "odp",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/tiff": "tif",
    "text/csv": "csv",
    "text/plain": "txt",
}
"""By media type; a file that is none of these gets no ending that a machine would run."""


def plain(title: str) -> str:
    """The title in letters that every file system has; empty where nothing is left of it."""
    composed = unicodedata.normalize("NFC", title).lower().translate(_LETTERS)
    letters = unicodedata.normalize("NFKD", composed).encode("ascii", "ignore").decode()
    return _OTHERS.sub("-", letters).strip("-")[:_LONGEST].strip("-")


def file_name(*parts: str, media_type: str) -> str:
    """Those parts that are left, joined, with the ending of the type."""
    stem = "-".join(each for each in map(plain, parts) if each)
    return f"{stem}.{_EXTENSIONS.get(media_type, 'bin')}"
