"""The anchor's file: read on from where one was, and lengthened by whole lines that have reached the disk.

Several processes may share it. All of this waits for the disk, and so belongs in a thread.
"""

import errno
import hashlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

from bot.anchor.lines import Line, Reading, written
from bot.domain.kernel.chains import Head

try:
    import fcntl
except ImportError:  # Windows: one process alone writes the file there
    fcntl = None  # type: ignore[assignment]

_OWNER_ALONE = 0o600
_OTHERS = 0o077
_A_PAGE = 4096  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """What the file tells: the newest head of each chain; `last` names its last line, "" where there is none.

    `broken_at` is the number of a line that this installation cannot have written there; `since` is when it began, or
    began anew because somebody accepted what was lost, which was done `accepted` times.
    """

    heads: Mapping[str, Head]
    last: str
    broken_at: int | None = None
    since: datetime | None = None
    accepted: int = 0

    @property
    def is_there(self) -> bool:
        """Whether the file has any line."""
        return self.last != ""

    def goes_on_from(self, before: "Anchored") -> bool:
        """Whether it still has what was told before, unless somebody has accepted since that it is lost."""
        if self.accepted != before.accepted:
            return self.accepted > before.accepted
        return all(chain in self.heads and head.seq <= self.heads[chain].seq for chain, head in before.heads.items())


class Anchor:
    """One process' view of the file; `key` is what its marks are made with. OSError where the disk cannot do it."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._key = key
        self._begin_anew(None)

    def look(self) -> Anchored:
        """Read what is new, and tell what the whole file says."""
        try:
            with open(self.path, "rb") as file:
                self._catch_up(file)
        except FileNotFoundError:
            self._begin_anew(None)
        return self._told()

    def history(self) -> Mapping[str, list[Head]]:
        """All that was seen of each chain, oldest first."""
        whole = Reading(key=self._key, is_whole_story=True)
        for raw in _lines(self.path.read_bytes()):
            whole.take(raw)
        return whole.seen

    def add(self, line: Line, seen: Anchored) -> bool:
        """Write the line after what was `seen`; False where somebody else has written meanwhile."""
        with self._alone() as file:
            self._catch_up(file)
            if self._told() != seen:
                return False
            self._write(file, written(self._key, self._reading.last, line))
        return True

    def try_out(self) -> None:
        """Write a page beside the file, which is gone at once: whether a line could be written."""
        try:
            with NamedTemporaryFile(dir=self.path.parent, prefix=f".{self.path.name}-") as file:
                file.write(bytes(_A_PAGE))
                file.flush()
                os.fsync(file.fileno())
        except OSError as fault:
            raise OSError(fault.errno, fault.strerror, str(self.path)) from None

    def _begin_anew(self, of: int | None) -> None:
        self._of, self._offset, self._reading = of, 0, Reading(key=self._key)

    def _catch_up(self, file: BinaryIO) -> None:
        now = os.fstat(file.fileno())
        if now.st_ino != self._of or now.st_size < self._offset:
            self._begin_anew(now.st_ino)
        file.seek(self._offset)
        for raw in _lines(file.read()):
            self._reading.take(raw)
            self._offset += len(raw) + 1

    def _told(self) -> Anchored:
        reading = self._reading
        last = hashlib.sha256(reading.last).hexdigest() if reading.count else ""
        return Anchored(
            heads=dict(reading.heads),
            last=last,
            broken_at=reading.broken_at,
            since=reading.since,
            accepted=reading.accepted,
        )

    @contextmanager
    def _alone(self) -> Iterator[BinaryIO]:
        """The file, made where there is none, while no other process writes to it."""
        number = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), _OWNER_ALONE)
        with open(number, "r+b", buffering=0) as file:
            if os.name == "posix" and os.fstat(number).st_mode & _OTHERS:
                os.fchmod(number, _OWNER_ALONE)
            if fcntl is not None:
                fcntl.flock(file, fcntl.LOCK_EX)  # given back when the file is closed
            yield file

    def _write(self, file: BinaryIO, raw: bytes) -> None:
        """A line that a crash cut off is none, and is written over; of one that does not fit nothing stays."""
        file.truncate(self._offset)
        file.seek(self._offset)
        if file.write(raw + b"\n") != len(raw) + 1:
            file.truncate(self._offset)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.path))
        os.fsync(file.fileno())
        self._reading.take(raw)
        self._offset += len(raw) + 1


def _lines(text: bytes) -> list[bytes]:
    """Every line that has its end."""
    return text.split(b"\n")[:-1]
