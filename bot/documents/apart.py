"""A document is drawn by a process of its own, which is ended when it has had its time: no text holds us for ever."""

import json
import logging
import subprocess
import sys
from collections.abc import Mapping

from bot.documents import drawing
from bot.documents.limit import TooHeavyError

_PROGRAM = (sys.executable, "-P", drawing.__file__)  # beside it lie names that are the standard library's, too
_GRACE = 5.0  # seconds after which it ends by itself, if nobody is left to end it
_log = logging.getLogger(__name__)


class NoFontError(Exception):
    """typst refuses a sign that no font sets."""


def drawn(title: str, inputs: Mapping[str, str], timestamp: int, *, within: float) -> bytes:
    """The PDF of that title, made within so many seconds; raises TooHeavyError and NoFontError."""
    told = json.dumps({"inputs": inputs, "timestamp": timestamp}).encode()
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            (*_PROGRAM, str(within + _GRACE)), input=told, capture_output=True, timeout=within, check=False
        )
    except subprocess.TimeoutExpired:
        raise _too_heavy(title, inputs, f"not drawn within {within:g} s") from None
    if done.returncode == drawing.NO_FONT:
        raise NoFontError
    if done.returncode < 0:  # the system ended it, which happens to whoever takes too much memory
        raise _too_heavy(title, inputs, f"ended by signal {-done.returncode}")
    if done.returncode:
        raise RuntimeError(f"a document was not drawn: {done.stderr.decode(errors='replace')}")
    return done.stdout


def _too_heavy(title: str, inputs: Mapping[str, str], reason: str) -> TooHeavyError:
    letters = sum(map(len, inputs.values()))
    _log.warning("A document of %d letters was given up: %s", letters, reason)
    return TooHeavyError(title, reason)
