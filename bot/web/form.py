"""A page's form as it was posted: small, plain, in time, and from the page itself."""

import asyncio
from collections.abc import Sequence
from urllib.parse import parse_qsl

from aiohttp import web

LARGEST = 256 * 1024  # bytes: a card in a form takes three times what it does in Teams
_MOST_FIELDS = 500
_PATIENCE = 10.0  # seconds

Fields = Sequence[tuple[str, str]]


class Unfit(Exception):  # noqa: N818 - the caller's mistake, and expected
    """The request is no form of ours; `status` says what is wrong with it."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


async def read_fields(request: web.Request) -> Fields:
    """The fields, names repeated as they came; raises Unfit (400, 403, 408, 413, 415)."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        raise Unfit(403)  # another site's page, which may know no address of this person's
    if request.content_type != "application/x-www-form-urlencoded" or "Content-Encoding" in request.headers:
        raise Unfit(415)
    raw = await _read(request)
    try:
        found = parse_qsl(raw.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise Unfit(400) from None
    return [(name.replace("\0", ""), value.replace("\0", "")) for name, value in found]


async def _read(request: web.Request) -> bytes:
    if (request.content_length or 0) > LARGEST:
        raise Unfit(413)
    raw = bytearray()
    try:
        async with asyncio.timeout(_PATIENCE):
            async for chunk in request.content.iter_any():
                raw += chunk
                if len(raw) > LARGEST:
                    raise Unfit(413)
    except TimeoutError:
        raise Unfit(408) from None
    except (web.RequestPayloadError, ConnectionError):
        raise Unfit(400) from None
    return bytes(raw)
