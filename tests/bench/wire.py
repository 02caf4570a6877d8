"""HTTP/1.1 as thin as it can be, so that the load costs little beside what is measured; for loopback alone."""

import asyncio
import re
from typing import cast

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_END = b"\r\n\r\n"


def take(buffer: bytearray) -> tuple[bytes, bytes] | None:
    """The first whole message in the buffer, taken out of it, as head and body; None while it has not all come."""
    end = buffer.find(_END)
    if end < 0:
        return None
    head = bytes(buffer[:end])
    found = _LENGTH.search(head)
    whole = end + len(_END) + (int(found[1]) if found else 0)
    if len(buffer) < whole:
        return None
    body = bytes(buffer[end + len(_END) : whole])
    del buffer[:whole]
    return head, body


class Caller(asyncio.Protocol):
    """One connection that is kept open; one request at a time."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._answer: asyncio.Future[tuple[bytes, bytes]] | None = None
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ready to ask."""
        self._transport = cast(asyncio.WriteTransport, transport)

    def data_received(self, data: bytes) -> None:
        """Part of an answer."""
        self._buffer += data
        if (found := take(self._buffer)) and self._answer is not None:
            self._answer.set_result(found)

    def connection_lost(self, exc: Exception | None) -> None:
        """Whoever waits is told."""
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(exc or ConnectionResetError())

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.close()

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """The status and the body that answer a whole request."""
        head, body = await self.answered(request)
        return int(head.split(b" ", 2)[1]), body

    async def answered(self, request: bytes) -> tuple[bytes, bytes]:
        """The head and the body."""
        assert self._transport is not None
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(request)
        return await self._answer


class Sink(asyncio.Protocol):
    """Takes whatever is sent, and answers each message with an id, as Teams' connector does.

    It is not the tests' Teams, which keeps a board and would cost more than what is measured.
    """

    taken = 0

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ready to answer."""
        self._transport = cast(asyncio.WriteTransport, transport)

    def data_received(self, data: bytes) -> None:
        """Part of a request."""
        self._buffer += data
        while take(self._buffer) is not None and self._transport is not None:
            Sink.taken += 1
            said = b'{"id":"%d"}' % Sink.taken
            self._transport.write(
                b"HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
                % (len(said), said)
            )


def post(path: str, body: bytes, *headers: str) -> bytes:
    """A whole request."""
    told = ("Host: 127.0.0.1", "Content-Type: application/json", f"Content-Length: {len(body)}", *headers)
    return "\r\n".join((f"POST {path} HTTP/1.1", *told, "", "")).encode() + body


def get(path: str, *headers: str) -> bytes:
    """A whole question."""
    return "\r\n".join((f"GET {path} HTTP/1.1", "Host: 127.0.0.1", *headers, "", "")).encode()
