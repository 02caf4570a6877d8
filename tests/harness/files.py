"""Files for bilag, right and wrong, and a small server on loopback that hands them out as badly as it is told."""

import asyncio
import struct
import zlib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from aiohttp import web

from bot.web.app import listening

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF\n"
_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A packed folder, the same at any time of the day."""
    made = BytesIO()
    with ZipFile(made, "w") as folder:
        for name, data in parts.items():
            folder.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return made.getvalue()


def sheet(words: str = "tal", more: Mapping[str, bytes] | None = None) -> bytes:
    """A workbook, with other parts besides."""
    return packed({"[Content_Types].xml": _TYPES, "xl/workbook.xml": words.encode(), **(more or {})})


def png() -> bytes:
    """The smallest picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


@dataclass
class Store:
    """What is at each address, and what was asked for; `gate` holds up whoever asks for `langsom`."""

    url: str = ""
    held: dict[str, bytes] = field(default_factory=dict)
    asked: list[web.Request] = field(default_factory=list)
    gate: asyncio.Event = field(default_factory=asyncio.Event)

    def at(self, name: str, data: bytes) -> str:
        """The address of that from now on."""
        self.held[name] = data
        return f"{self.url}/{name}?tempauth=hemmelig-noegle"

    async def answer(self, request: web.Request) -> web.StreamResponse:
        """As badly as the address says."""
        self.asked.append(request)
        match request.match_info["name"]:
            case "videre":
                raise web.HTTPFound("/bilag.pdf")
            case "andetsteds":
                raise web.HTTPFound("http://localhost:9/bilag.pdf")
            case "rundt":
                raise web.HTTPFound("/rundt")
            case "langsom":
                await self.gate.wait()
                return web.Response(body=PDF)
            case "vaek":
                raise web.HTTPForbidden
            case "stor":
                return await _streamed(request, b"x" * 65_536, times=40)
            case "afbrudt":
                return await _cut_off(request)
            case name:
                return web.Response(body=self.held[name])


async def _streamed(request: web.Request, piece: bytes, *, times: int) -> web.StreamResponse:
    """Without saying how long it is."""
    answer = web.StreamResponse()
    await answer.prepare(request)
    for _ in range(times):
        await answer.write(piece)
    return answer


async def _cut_off(request: web.Request) -> web.StreamResponse:
    answer = web.StreamResponse(headers={"Content-Length": "1000"})
    await answer.prepare(request)
    await answer.write(PDF)
    assert request.transport is not None
    request.transport.close()
    return answer


@asynccontextmanager
async def storing() -> AsyncIterator[Store]:
    """The server, for the length of the block."""
    store, app = Store(), web.Application()
    app.router.add_get("/{name}", store.answer)
    async with listening(app, "127.0.0.1", 0, last_patience=timedelta(seconds=1)) as port:
        store.url = f"http://127.0.0.1:{port}"
        store.at("bilag.pdf", PDF)
        try:
            yield store
        finally:
            store.gate.set()
