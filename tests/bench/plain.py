"""The same bytes from bare aiohttp, which keeps nothing and asks nobody: `python -m tests.bench.plain FOLDER`."""

import asyncio
import sys
from collections.abc import Mapping
from pathlib import Path

from aiohttp import web

from bot.process import loop_factory
from bot.web.app import listening
from tests.bench.serving import told_to_stop

TAG = '"0123456789abcdef0123456789abcdef"'


async def main(bodies: Mapping[str, bytes]) -> None:
    """Answer with these by their names until SIGTERM."""

    async def answer(request: web.Request) -> web.Response:
        if request.headers.get("If-None-Match") == TAG:
            return web.Response(status=304, headers={"ETag": TAG})
        return web.Response(body=bodies[request.match_info["name"]], headers={"ETag": TAG})

    app = web.Application()
    app.router.add_get("/{name}", answer)
    async with listening(app, "127.0.0.1", 0) as port:
        await told_to_stop(port)


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        runner.run(main({each.name: each.read_bytes() for each in Path(sys.argv[1]).iterdir()}))
