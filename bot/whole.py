"""Files that appear whole or not at all: half a paper, of a full disk or a killed run, would pass for one."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

BEGUN = ".klyngebot-"
"""How the name begins of what is being made."""


def write(file: Path, data: bytes) -> None:
    """Let the file appear, in place of one that is there."""
    begun = file.with_name(f"{BEGUN}{uuid4().hex}")
    try:
        with naming(file):
            begun.write_bytes(data)
            begun.replace(file)
    finally:
        begun.unlink(missing_ok=True)


@contextmanager
def naming(file: Path) -> Iterator[None]:
    """Let an error name the file as people know it: a full disk names none, and what was begun has a name of ours."""
    try:
        yield
    except OSError as error:
        error.filename = str(file)
        raise
