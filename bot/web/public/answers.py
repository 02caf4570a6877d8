"""An answer as it is kept: its bytes, plain and packed, and by what a reader knows that they have it already."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache
from hashlib import sha256

from aiohttp import web

from cards.public.frame import STYLE_HASH

HTML = "text/html; charset=utf-8"
_WORTH_PACKING = 1_400  # bytes that leave in one packet anyhow
_FRESH = 30  # seconds for which nobody need ask again
SAFE = {
    "Content-Security-Policy": f"default-src 'none'; style-src '{STYLE_HASH}'; img-src data:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Vary": "Accept-Encoding",
}
"""What every answer says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """`tag` names the plain bytes; `packed` are the same where that saves something."""

    status: int
    media_type: str
    body: bytes
    packed: bytes | None
    tag: str
    modified: datetime

    @property
    def size(self) -> int:
        """Bytes that it takes to keep it."""
        return len(self.body) + len(self.packed or b"")


@lru_cache(maxsize=64)
def _http_date(moment: datetime) -> str:
    """The same for all that was drawn of one state."""
    return format_datetime(moment, usegmt=True)


def answer(
    body: bytes, media_type: str, modified: datetime, *, status: int = 200, tag: str | None = None, packs: bool = True
) -> Answer:
    """Ready to be sent any number of times; `tag` is what names the bytes where they have a name already."""
    packed = gzip.compress(body, 6, mtime=0) if packs and len(body) > _WORTH_PACKING else None
    named = tag or sha256(body).hexdigest()[:32]
    since = modified.astimezone(UTC).replace(microsecond=0)
    return Answer(status=status, media_type=media_type, body=body, packed=packed, tag=named, modified=since)


def reply(request: web.Request, kept: Answer, more: Mapping[str, str] | None = None) -> web.Response:
    """What is sent: nothing but that it is the same where the reader has it already; with `more` than all say."""
    is_packed = kept.packed is not None and "gzip" in request.headers.get("Accept-Encoding", "")
    named = f'"{kept.tag}-gz"' if is_packed else f'"{kept.tag}"'
    headers = SAFE | {
        "ETag": named,
        "Last-Modified": _http_date(kept.modified),
        "Cache-Control": f"public, max-age={_FRESH}",
    }
    headers |= more or {}
    if kept.status == 200 and has(request, kept):
        return web.Response(status=304, headers=headers)
    headers["Content-Type"] = kept.media_type
    if is_packed:
        headers["Content-Encoding"] = "gzip"
    return web.Response(status=kept.status, body=kept.packed if is_packed else kept.body, headers=headers)


def has(request: web.Request, kept: Answer) -> bool:
    """Whether the reader says that they have these bytes; a tag says it better than a time."""
    if (tags := request.headers.get("If-None-Match")) is not None:
        known = {each.strip().removeprefix("W/").strip('"').removesuffix("-gz") for each in tags.split(",")}
        return kept.tag in known or "*" in known
    since = request.headers.get("If-Modified-Since")
    try:
        return since is not None and kept.modified <= parsedate_to_datetime(since)
    except (ValueError, TypeError):
        return False
