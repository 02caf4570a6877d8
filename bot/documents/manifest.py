"""A bundle held up against its manifest: what was changed, taken away or put in since it was made."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

MANIFEST, SUMS = "manifest.json", "manifest.sha256"
FORMAT = "klyngebot-sagsmappe/1"
_PATH = r"[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)?"
_Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class How(StrEnum):
    """What is wrong with a file."""

    CHANGED = "changed"
    MISSING = "missing"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"  # the manifest itself, or it is not what its own checksum says


@dataclass(frozen=True, slots=True)
class Fault:
    """One file that is not as it was."""

    path: str
    how: How


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LogEntry(_Strict):
    """An entry of the forum's log."""

    seq: int
    hash: _Digest


class _Document(_Strict):
    kind: str
    version: int
    supplement: int | None
    at: str
    is_whole: bool
    log: LogEntry | None


class _Listed(_Strict):
    path: Annotated[str, Field(pattern=rf"^{_PATH}$")]
    sha256: _Digest
    size: int
    media_type: str


class Manifest(_Strict):
    """What a bundle says that it holds."""

    format: Annotated[str, Field(pattern=rf"^{re.escape(FORMAT)}$")]
    program: str
    forum: str
    forum_name: str
    meeting: str
    starts: str
    as_of: str
    case_number: str
    kle: str
    state: _Digest
    log: LogEntry | None
    documents: tuple[_Document, ...]
    files: tuple[_Listed, ...]

    @property
    def entries(self) -> tuple[LogEntry, ...]:
        """The entries of the log that its documents left with, each once."""
        return tuple(dict.fromkeys(each.log for each in self.documents if each.log is not None))


def read(data: bytes) -> Manifest | None:
    """The manifest; None for what is none."""
    try:
        told: Any = json.loads(data)
        return Manifest.model_validate(told)
    except (ValueError, ValidationError, RecursionError):
        return None


def held_up(manifest: bytes | None, sums: bytes | None, found: Mapping[str, str]) -> Iterator[Fault]:
    """Every fault of a bundle in which there are those files, by path with what each hashes to."""
    told = None if manifest is None else read(manifest)
    if manifest is None or told is None:
        yield Fault(MANIFEST, How.MISSING if manifest is None else How.UNREADABLE)
        return
    if sums is None:
        yield Fault(SUMS, How.MISSING)
    elif sums != checksum(manifest):
        yield Fault(MANIFEST, How.CHANGED)
    listed = {each.path: each.sha256 for each in told.files}
    for path in sorted(listed.keys() | found.keys() - {MANIFEST, SUMS}):
        if path not in found:
            yield Fault(path, How.MISSING)
        elif path not in listed:
            yield Fault(path, How.UNKNOWN)
        elif found[path] != listed[path]:
            yield Fault(path, How.CHANGED)


def checksum(manifest: bytes) -> bytes:
    """What stands beside a manifest, as `sha256sum -c` reads it."""
    return f"{sha256(manifest).hexdigest()}  {MANIFEST}\n".encode()
