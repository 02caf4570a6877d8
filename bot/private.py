"""Files that their owner alone can read, in folders that are made so: whatever others could read is closed to them."""

import logging
import os
from pathlib import Path

_OTHERS = 0o077
_log = logging.getLogger(__name__)


def make_folder(folder: Path) -> None:
    """The folder, its owner's alone where it is made here; one that is there already stays as it is."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def make_file(file: Path) -> None:
    """An empty file, unless there is one."""
    os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))


def close_to_others(file: Path) -> None:
    """Take away what others may do with a file, if there is one."""
    if os.name == "posix" and file.exists() and file.stat().st_mode & _OTHERS:
        _log.warning("Others could read %s, which is its owner's alone again", file.name)
        file.chmod(0o600)
