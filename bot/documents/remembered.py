"""Memory that typst keeps of what it drew is given back, as soon as it is so much that others would miss it.

typst remembers a document until it has drawn ten others, and a large one takes hundreds of megabytes.
"""

import ctypes
import sys
from threading import Lock
from typing import Any

import typst

_NOTHING: Any = {"main.typ": b""}  # which may be a mapping, though its types know of none
_REMEMBERS = 10  # documents
_MUCH = 300_000  # letters, which take some fifty megabytes

_drawn = 0
_lock = Lock()


def drew(letters: int) -> None:
    """To be told of each document that typst drew, by whoever can wait a third of a second."""
    global _drawn
    with _lock:
        _drawn += letters
        if _drawn < _MUCH:
            return
        _drawn = 0
    for _ in range(_REMEMBERS):
        typst.compile(_NOTHING, ignore_system_fonts=True)
    _hand_back()


def _hand_back() -> None:
    """What was freed, to the system: glibc would keep it for this process."""
    if sys.platform == "linux" and (trim := getattr(ctypes.CDLL(None), "malloc_trim", None)) is not None:
        trim(0)
