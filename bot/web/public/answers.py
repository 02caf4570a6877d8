"""An answer as it is kept: its bytes, plain and packed, and by what a reader knows that they have it already."""

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache
from hashlib import sha256

from aiohttp import web
from multidict import CIMultiDict

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
_NOTHING_MORE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Form:
    """One of the ways in which an answer is sent: its bytes, what is said of them, and what of them unsent."""

    etag: str
    body: bytes
    headers: CIMultiDict[str]
    unsent: CIMultiDict[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Its bytes as they are, and packed where that saves something; `tag` names the former."""

    status: int
    plain: Form
    packed: Form | None
    tag: str
    modified: datetime

    @property
    def size(self) -> int:
        """Bytes that it takes to keep it."""
        return len(self.plain.body) + (len(self.packed.body) if self.packed else 0)


@lru_cache(maxsize=64)
def _http_date(moment: datetime) -> str:
    """The same for all that was drawn of one state."""
    return format_datetime(moment, usegmt=True)


def answer(
    body: bytes,
    media_type: str,
    modified: datetime,
    *,
    status: int = 200,
    tag: str | None = None,
    packs: bool = True,
    more: Mapping[str, str] = _NOTHING_MORE,
) -> Answer:
    """Ready to be sent any number of times; `tag` is what names the bytes where they have a name already.

    With `more` it says something else, or more, than all say.
    """
    named = tag or sha256(body).hexdigest()[:32]
    since = modified.astimezone(UTC).replace(microsecond=0)
    packed = None
    if packs and len(body) > _WORTH_PACKING:
        of_packed = {"Content-Type": media_type, "Content-Encoding": "gzip"}
        packed = _form(f'"{named}-gz"', gzip.compress(body, 6, mtime=0), since, more, of_packed)
    plain = _form(f'"{named}"', body, since, more, {"Content-Type": media_type})
    return Answer(status=status, plain=plain, packed=packed, tag=named, modified=since)


def _form(etag: str, body: bytes, since: datetime, more: Mapping[str, str], of_bytes: Mapping[str, str]) -> Form:
    about = {"ETag": etag, "Last-Modified": _http_date(since), "Cache-Control": f"public, max-age={_FRESH}"}
    said = {**SAFE, **about, **more}
    return Form(etag, body, CIMultiDict({**said, **of_bytes}), CIMultiDict(said))


def reply(request: web.Request, kept: Answer, more: Mapping[str, str] | None = None) -> web.Response:
    """What is sent, with `more` than it says itself: where the reader has it already, that it is the same."""
    asked = request.headers
    form = kept.packed if kept.packed is not None and "gzip" in asked.get("Accept-Encoding", "") else kept.plain
    is_known = kept.status == 200 and (asked.get("If-None-Match") == form.etag or has(request, kept))
    headers = (form.unsent if is_known else form.headers).copy()  # to which each answer adds its own
    if more:
        headers.update(more)
    if is_known:
        return web.Response(status=304, headers=headers)
    return web.Response(status=kept.status, body=form.body, headers=headers)


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
