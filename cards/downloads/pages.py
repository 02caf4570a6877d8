"""Why there is no file, as a page."""

from bot.domain.kernel.refusal import Refusal
from cards.kit.words import refusal_text, say
from cards.page.html import note


def refused(path: str, why: Refusal) -> str:
    """The address opens nothing (any more), or not this; the look of all these pages lies below that path."""
    return note(path, say("download.gone.title"), refusal_text(why))


def over(path: str) -> str:
    """Too many ask."""
    return note(path, say("download.over.title"), say("download.over.body"))


def failed(path: str, code: str) -> str:
    """It is our fault, which is in the log under that code."""
    return note(path, say("download.failed.title"), say("download.failed.body", kode=code))
