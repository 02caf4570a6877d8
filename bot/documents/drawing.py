"""A program that draws one document and ends: JSON comes in, the PDF goes out. `python drawing.py SECONDS`.

typst cannot be told to stop, and keeps what it drew; a process of its own can be ended, and gives everything back. It
is run as a file, so that nothing of the service is loaded, and ends by itself where nobody is left to end it.
"""

import faulthandler
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

NO_FONT = 3
"""How it ends where typst refuses what it was given."""

_GIVES_WAY = 10  # of the 19 steps by which a process may be less pressing than others
_PAGE = Path(__file__).with_name("page.typ")
_STANDARDS: list[Any] = ["ua-1", "a-3a"]


def main(seconds: float) -> int:
    """Draw what comes in, beside whatever is more pressing: typst takes every core that it gets."""
    if hasattr(os, "nice"):  # not on Windows
        os.nice(_GIVES_WAY)
    import typst  # here, so that whoever starts this program need not load it

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for whoever waits for the document
    faulthandler.dump_traceback_later(seconds, exit=True)
    told = json.load(sys.stdin.buffer)
    page: Any = {"main.typ": _PAGE.read_bytes()}  # which may be a mapping, though its types know of none
    try:
        drawn = typst.compile(
            page,
            ignore_system_fonts=True,
            sys_inputs=told["inputs"],
            pdf_standards=_STANDARDS,
            timestamp=told["timestamp"],
        )
    except typst.TypstError:
        return NO_FONT
    sys.stdout.buffer.write(drawn)
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
