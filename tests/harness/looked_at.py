"""A server of the public web on this machine, and what looks at it by every name there is."""

import socket
import ssl
from collections.abc import AsyncIterator, Container
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.looking import Looker, open_looker
from tests.harness.certificates import certificate, pem
from tests.harness.issuer import private_key


@dataclass
class Names(AbstractResolver):
    """Every name leads to this machine's port, but for those that lead elsewhere."""

    port: int
    elsewhere: dict[str, str] = field(default_factory=dict)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        address = self.elsewhere.get(host, "127.0.0.1")
        return [ResolveResult(hostname=host, host=address, port=self.port, family=socket.AF_INET, proto=0, flags=0)]

    async def close(self) -> None:
        return None


@asynccontextmanager
async def looking(
    folder: Path, *, allows_loopback: bool = True, gone: Container[str] = ()
) -> AsyncIterator[tuple[Looker, list[str]]]:
    """What looks at a server on this machine, and what that was asked; of the paths in `gone` there is nothing."""
    asked: list[str] = []

    async def answer(request: web.Request) -> web.Response:
        asked.append(f"{request.method} {request.host}{request.path}")
        path = request.path
        if path in gone:
            raise web.HTTPNotFound
        if path == "/only-get" and request.method == "HEAD":
            return web.Response(status=405)
        if path.startswith("/to/"):
            raise web.HTTPFound(location="https://" + path.removeprefix("/to/"))
        if path == "/down":
            raise web.HTTPFound(location="http://www.eksempel.dk/")
        return web.Response(status=int(path[1:]) if path[1:].isdecimal() else 200)

    key = private_key("first")
    file = folder / "server.pem"
    file.write_bytes(pem(key) + pem(certificate(key)))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(file)
    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
        await site.start()
        port = runner.addresses[0][1]
        names = Names(port, {"intern.eksempel.dk": "10.0.0.8", "sky.eksempel.dk": "169.254.169.254"})
        async with open_looker(allows_loopback=allows_loopback, resolver=names, ssl=False) as looker:
            yield looker, asked
    finally:
        await runner.cleanup()
