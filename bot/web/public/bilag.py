"""Bilag as anybody may fetch them: a download that no browser runs, whose bytes are never others at its address."""

from datetime import datetime
from urllib.parse import quote

from aiohttp import web

from bot.domain.attachments.kinds import ending_of
from bot.domain.documents.state import Attachment
from bot.web.public.answers import answer, has, reply
from bot.web.public.states import Source

_NO_NAME = '\\/:*?"<>|'
_SANDBOXED = "default-src 'none'; sandbox; frame-ancestors 'none'"


async def bilag(
    request: web.Request, source: Source, forum: str, wanted: Attachment, since: datetime
) -> web.Response | None:
    """The file, or that the reader has it already; None where it was erased."""
    if wanted.digest is None:
        return None
    headers = {"Content-Security-Policy": _SANDBOXED, "Content-Disposition": f"attachment; {_named(wanted)}"}
    empty = answer(b"", _media_type(wanted), since, tag=wanted.digest)
    if has(request, empty):
        return reply(request, empty, headers)
    data = await source.bilag(forum, wanted.digest)
    if data is None:
        return None
    return reply(request, answer(data, _media_type(wanted), since, tag=wanted.digest, packs=False), headers)


def _media_type(wanted: Attachment) -> str:
    """What it is, where that is one of the kinds that we take; else bytes and nothing more."""
    return wanted.media_type if ending_of(wanted.media_type) else "application/octet-stream"


def _named(wanted: Attachment) -> str:
    """Its number and title, as far as a file can be called so."""
    ending = ending_of(wanted.media_type)
    title = "".join(each for each in wanted.title if each.isprintable() and each not in _NO_NAME)[:80].strip(" .")
    plain = f"bilag-{wanted.number}"
    full = quote(f"{plain} {title}".strip() + (f".{ending}" if ending else ""), safe="")
    return f"filename=\"{plain}{f'.{ending}' if ending else ''}\"; filename*=UTF-8''{full}"
