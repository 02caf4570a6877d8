"""A line of the anchor: which chains had come how far, and a mark over that and the whole line before it.

Nobody without the key can write a line, change one, or take one out that others follow upon.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.kernel.chains import Head
from bot.sealing import is_marked, mark

_BEFORE_MARK = b', "mark": "'
_END = b'"}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The heads that are new; with `is_accepted` they are all there are, and whatever was seen before is let go."""

    at: datetime
    heads: Mapping[str, Head]
    is_accepted: bool = False


def written(key: bytes, before: bytes, line: Line) -> bytes:
    """The line as it follows upon the one `before` it (empty for the first), without its end of line."""
    heads = {chain: [head.seq, head.hash] for chain, head in sorted(line.heads.items())}
    said = {"at": line.at.isoformat(timespec="seconds"), "heads": heads}
    body = json.dumps(said | ({"accepted": True} if line.is_accepted else {})).encode().removesuffix(b"}")
    return body + _BEFORE_MARK + mark(key, _signed(before, body)).encode() + _END


def read(key: bytes, before: bytes, raw: bytes) -> Line | None:
    """The line, or None for one that was not written with this key after that one. Never raises."""
    body, _, claimed = raw.removesuffix(_END).rpartition(_BEFORE_MARK)
    if not raw.endswith(_END) or not is_marked(key, _signed(before, body), claimed.decode("utf-8", "replace")):
        return None
    said = json.loads(body + b"}")
    heads = {chain: Head(seq, digest) for chain, (seq, digest) in said["heads"].items()}
    return Line(at=datetime.fromisoformat(said["at"]), heads=heads, is_accepted=said.get("accepted", False))


def _signed(before: bytes, body: bytes) -> str:
    return f"{hashlib.sha256(before).hexdigest()}\n{hashlib.sha256(body).hexdigest()}"


@dataclass(slots=True, kw_only=True)
class Reading:
    """What the lines taken so far tell: each chain's newest head, and with `is_whole_story` all that were seen of it.

    `broken_at` is the first line that does not fit, unless what followed was accepted; `since` is when it began,
    or began anew with the last line that was accepted, of which there are `accepted`.
    """

    key: bytes
    is_whole_story: bool = False
    count: int = 0
    last: bytes = b""
    broken_at: int | None = None
    since: datetime | None = None
    accepted: int = 0
    heads: dict[str, Head] = field(default_factory=dict)
    seen: dict[str, list[Head]] = field(default_factory=dict)

    def take(self, raw: bytes) -> None:
        """Read the next line."""
        line = read(self.key, self.last, raw)
        self.count, self.last = self.count + 1, raw
        if line is None:
            self.broken_at = self.broken_at or self.count
            return
        self.since = self.since or line.at
        if line.is_accepted:
            self.broken_at, self.since, self.accepted = None, line.at, self.accepted + 1
            self.heads.clear()
            self.seen.clear()
        self.heads.update(line.heads)
        if self.is_whole_story:
            for chain, head in line.heads.items():
                self.seen.setdefault(chain, []).append(head)
