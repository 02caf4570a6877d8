"""The rules of the four documents that have no test yet: the topic of the issue that owns each, and what is missing."""

from collections.abc import Mapping

DOCUMENTS = "documents and publication"

LATER: Mapping[str, tuple[str, str]] = {
    "C23": (DOCUMENTS, "minutes are not made available with a link as proof"),
    "D21": (DOCUMENTS, "agenda and minutes are not made available with a link as proof"),
}
