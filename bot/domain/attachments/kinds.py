"""The kinds of file that may be a bilag, by the ending of the name: what everybody can open, and nothing that runs."""

from collections.abc import Mapping

MEDIA: Mapping[str, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "txt": "text/plain",
    "csv": "text/csv",
}
"""What a file is, by its ending."""

_ENDINGS = {media: ending for ending, media in reversed(list(MEDIA.items()))}


def ending_of(media_type: str) -> str:
    """How the name of a file of that type ends; nothing for one that is no bilag's."""
    return _ENDINGS.get(media_type, "")
