"""A request's body as a JSON object, small, shallow and made of proper text; anything else is rejected.

Of a name that stands twice the last counts, for every check and for what is done: both read the same object.
"""

import asyncio
import json
import re
from datetime import timedelta
from typing import Any

from aiohttp import web

from bot.teams.tokens import Rejected

LARGEST = 256 * 1024
DEEPEST = 64
_PATIENCE = timedelta(seconds=10)
_SUSPECT = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")


async def read_object(request: web.Request, patience: timedelta = _PATIENCE) -> dict[str, Any]:
    """The object a request carries; raises Rejected (400, 408, 413, 415)."""
    if request.content_type != "application/json" or "Content-Encoding" in request.headers:
        raise Rejected(415, "the body must be application/json, and not compressed")
    raw = await _read(request, patience)
    try:
        value = _DECODER.decode(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Rejected(400, "the body is not JSON") from None
    if not isinstance(value, dict):
        raise Rejected(400, "the body is not an activity")
    # Fewer brackets than the limit cannot nest beyond it, and that is nearly every activity.
    if raw.count(b"{") + raw.count(b"[") > DEEPEST and _is_deeper(value, DEEPEST):
        raise Rejected(400, "the body is nested too deeply")
    return _mended(value) if _SUSPECT.search(raw) else value


async def _read(request: web.Request, patience: timedelta) -> bytes:
    if (request.content_length or 0) > LARGEST:
        raise Rejected(413, "the body is too large")
    raw = bytearray()
    try:
        async with asyncio.timeout(patience.total_seconds()):
            async for chunk in request.content.iter_any():
                raw += chunk
                if len(raw) > LARGEST:
                    raise Rejected(413, "the body is too large")
    except TimeoutError:
        raise Rejected(408, "the body did not arrive in time") from None
    except (web.RequestPayloadError, ConnectionError):
        raise Rejected(400, "the body broke off") from None
    return bytes(raw)


def _refuse(constant: str) -> Any:
    raise ValueError(constant)


_DECODER = json.JSONDecoder(parse_constant=_refuse)


def _is_deeper(value: Any, levels: int) -> bool:
    if not isinstance(value, dict | list):
        return False
    children = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(_is_deeper(child, levels - 1) for child in children)


def _mended(value: Any) -> Any:
    """The same without NUL and half characters, which no database takes."""
    if isinstance(value, str):
        return value.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_mended(each) for each in value]
    if isinstance(value, dict):
        return {_mended(name): _mended(each) for name, each in value.items()}
    return value
