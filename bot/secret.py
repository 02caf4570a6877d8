"""The secret that keys signed pages: as given, else made once in the data folder, where its owner alone can read it."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp

from bot.private import close_to_others, make_folder

FILE = "secret"
SHORTEST = 32  # characters


def secret_of(given: str, folder: Path) -> bytes:
    """The secret; of processes that make it at once all get the same.

    OSError where the folder takes no file, ValueError where what is in it is too short to be one.
    """
    if given:
        return given.encode()
    file = folder / FILE
    if not file.exists():
        _make(file)
    close_to_others(file)
    kept = file.read_text("ascii").strip()
    if len(kept) < SHORTEST:
        raise ValueError(f"{FILE} is too short")
    return kept.encode()


def _make(file: Path) -> None:
    """The file appears whole or not at all: it is written beside its place and then given its name, by one only."""
    make_folder(file.parent)
    opened, beside = mkstemp(dir=file.parent, prefix=f".{FILE}-")  # readable by its owner alone
    try:
        with open(opened, "w", encoding="ascii") as new:
            new.write(secrets.token_hex(32) + "\n")
            new.flush()
            os.fsync(new.fileno())
        with suppress(FileExistsError):  # another process was first
            os.link(beside, file)
    finally:
        os.unlink(beside)
