"""Folders that appear whole or not at all, and are their owner's alone; what a killed run began has another name."""

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from bot.operations import Failed
from bot.private import make_folder
from bot.whole import BEGUN, naming

EDITION = "udgave-"
_EDITION = re.compile(rf"{EDITION}([1-9][0-9]*)")


def put(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Let the folder appear with those files; whether it did, and not somebody else's at the same moment."""
    make_folder(folder.parent)
    begun = folder.parent / f"{BEGUN}{uuid4().hex}"
    try:
        for path, data in files.items():
            with naming(folder / path):
                _write(begun / path, data)
        return _appear(begun, folder)
    finally:
        shutil.rmtree(begun, ignore_errors=True)


def _write(path: Path, data: bytes) -> None:
    make_folder(path.parent)
    with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(data)


def _appear(begun: Path, folder: Path) -> bool:
    if folder.exists():
        return False
    try:
        begun.rename(folder)
    except OSError:
        if folder.exists():  # made in between
            return False
        raise
    return True


def editions(of_meeting: Path) -> Mapping[int, Path]:
    """The editions of a meeting's bundle that are there, by number."""
    if not of_meeting.is_dir():
        return {}
    named = ((_EDITION.fullmatch(each.name), each) for each in of_meeting.iterdir())
    return {int(found[1]): each for found, each in named if found and each.is_dir()}


def hashes(folder: Path) -> Iterator[tuple[str, str]]:
    """Each file below the folder by its path there, with what it hashes to; a link is none, and hashes to nothing."""
    for root, folders, names in os.walk(folder):
        for name in (*names, *(each for each in folders if (Path(root) / each).is_symlink())):
            file = Path(root) / name
            yield file.relative_to(folder).as_posix(), "" if file.is_symlink() else _hash(file)


def existing(folder: Path) -> Path:
    """The folder; raises Failed where there is none."""
    if not folder.is_dir():
        raise Failed(f"Mappen findes ikke: {folder}")
    return folder


def _hash(file: Path) -> str:
    found = sha256()
    with file.open("rb") as opened:
        while block := opened.read(1 << 20):
            found.update(block)
    return found.hexdigest()
