"""Requests that no client sends, over raw connections: never our failure, and whoever asks next is not confused."""

import asyncio
import gzip
import json
import logging
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import pytest

from tests.harness import attacks
from tests.harness.edge import EdgeAlone, click, open_edge

CRLF = b"\r\n"
BODY = json.dumps(click(serviceUrl="http://127.0.0.1:9/")).encode()
HIDDEN = b"GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"
PROBE = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
SOON, SILENCE = 5.0, 0.3  # seconds


@dataclass(frozen=True)
class Case:
    """What is sent, and how many requests in it are heard; `waits` where what follows is not read as a request.

    Where `turns` is None, whether it is heard depends on whom the service answers, which is tested elsewhere.
    """

    name: str
    sent: bytes
    turns: int | None = 0
    waits: bool = False

    def __str__(self) -> str:
        return self.name


def post(*headers: bytes, body: bytes = BODY, line: bytes = b"POST /api/messages HTTP/1.1", host: bool = True) -> bytes:
    """A request with the headers that are named."""
    usual = [b"Host: localhost"] if host else []
    if not any(each.lower().startswith(b"content-type") for each in headers):
        usual.append(b"Content-Type: application/json")
    return CRLF.join([line, *usual, *headers, b"", body])


def length(number: int | bytes | None = None) -> bytes:
    return b"Content-Length: %s" % (
        str(len(BODY) if number is None else number).encode() if not isinstance(number, bytes) else number
    )


def chunked(*chunks: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(each), each) for each in chunks) + b"0\r\n\r\n"


TE = b"Transfer-Encoding: chunked"
GOOD = post(length())
CASES = [
    Case("a good one", GOOD, turns=1),
    Case("two in one go", GOOD + GOOD, turns=2),
    Case("twenty in one go", GOOD * 20, turns=20),
    Case("in chunks", post(TE, body=chunked(BODY[:7], BODY[7:])), turns=1),
    Case("a byte in each chunk", post(TE, body=chunked(*(bytes([each]) for each in BODY))), turns=1),
    Case("chunks with extensions", post(TE, body=b"%x;a=b\r\n%s\r\n0\r\n\r\n" % (len(BODY), BODY)), turns=1),
    Case("chunks with a trailer", post(TE, body=chunked(BODY)[:-2] + b"Content-Length: 5\r\n\r\n")),
    Case("lengths that differ", post(length(), length(3))),
    Case("the same length twice", post(length(), length())),
    Case("two lengths in one", post(length(b"%d, %d" % (len(BODY), len(BODY))))),
    Case("a length and chunks", post(length(4), TE, body=b"0\r\n\r\n" + HIDDEN)),
    Case("chunks and a length", post(TE, length(4), body=b"0\r\n\r\n" + HIDDEN)),
    Case("chunked twice", post(TE, TE, body=chunked(BODY))),
    Case("chunked and then not", post(b"Transfer-Encoding: chunked, identity", body=chunked(BODY))),
    Case("chunked under a mask", post(b"Transfer-Encoding: xchunked", length(), body=BODY + HIDDEN)),
    Case("chunked after a tab", post(b"Transfer-Encoding:\tchunked", body=chunked(BODY)), turns=1),
    Case("a space before the colon", post(b"Transfer-Encoding : chunked", length(), body=chunked(BODY))),
    Case("a folded header", post(b"X: a\r\n Transfer-Encoding: chunked", length())),
    Case("a length below zero", post(length(-1))),
    Case("a length with a sign", post(length(b"+%d" % len(BODY)))),
    Case("a length with an underscore", post(length(b"1_0"))),
    Case("a length in hexadecimal", post(length(b"0x10"))),
    Case("a length beyond every number", post(length(b"9" * 400))),
    Case("a length too large", post(length(10**9)), waits=True),
    Case("no length", post(), waits=True),
    Case("a request in the body", post(length(len(HIDDEN)), body=HIDDEN)),
    Case("a chunk's size that is no number", post(TE, body=b"ZZ\r\n" + BODY)),
    Case("a chunk's size below zero", post(TE, body=b"-1\r\n" + BODY)),
    Case("a chunk's size beyond every number", post(TE, body=b"F" * 40 + b"\r\n" + BODY)),
    Case("a chunk that is longer than it says", post(TE, body=b"2\r\n{}xxxx\r\n0\r\n\r\n")),
    Case("a chunk's size without an end", post(TE, body=b"1" * 70_000)),
    Case("line feeds alone", GOOD.replace(CRLF, b"\n", 5)),
    Case("a carriage return within", post(length(), b"X: a\rb")),
    Case("a NUL in a header", post(length(), b"X: a\0b")),
    Case("a NUL in the path", post(length(), line=b"POST /api\0/messages HTTP/1.1")),
    Case("a header without a name", post(length(), b": x")),
    Case("a header without a colon", post(length(), b"Content-Type")),
    Case("a header beyond ASCII", post(length(), "X: æøå".encode()), turns=1),
    Case("a header of 40 KB", post(length(), b"X: " + b"x" * 40_000)),
    Case("a thousand headers", post(length(), *(b"X-%d: %d" % (each, each) for each in range(1_000)))),
    Case("no host", post(length(), host=False)),
    Case("two hosts", post(length(), b"Host: example.org")),
    Case("a host that is none", post(length(), b"Host: a b@[::", host=False), turns=None),
    Case("an address of its own", post(length(), line=b"POST http://example.org/api/messages HTTP/1.1"), turns=None),
    Case("another scheme", post(length(), line=b"POST gopher://[::1/api/messages HTTP/1.1")),
    Case("a tunnel", b"CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n"),
    Case("TRACE", b"TRACE /api/messages HTTP/1.1\r\nHost: localhost\r\nX: y\r\n\r\n"),
    Case("a method of its own", b"BREW /api/messages HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    Case("a method in small letters", post(length(), line=b"post /api/messages HTTP/1.1")),
    Case("everything", b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    Case("a path that climbs", post(length(), line=b"POST /svar/../api/messages HTTP/1.1")),
    Case("a path that climbs in secret", b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    Case("a path in two wrappings", b"GET /%252e%252e/metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    Case("a path of half characters", b"GET /%ff%c0%ae HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    Case("a path that breaks off", b"GET /%e HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    Case("a path of 40 KB", b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    Case("a path with line breaks", post(length(), line=b"POST /api/messages%0d%0aX:%20y HTTP/1.1")),
    Case("HTTP of long ago", b"GET /healthz\r\n\r\n"),
    Case("HTTP/1.0 with another behind it", post(length(), line=b"POST /api/messages HTTP/1.0")),
    Case(
        "HTTP/1.0 that stays", post(length(), b"Connection: keep-alive", line=b"POST /api/messages HTTP/1.0"), turns=1
    ),
    Case("HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    Case(
        "an upgrade",
        post(length(), b"Connection: Upgrade", b"Upgrade: h2c", b"HTTP2-Settings: AA"),
        turns=1,
        waits=True,
    ),
    Case("a web socket", post(length(), b"Connection: Upgrade", b"Upgrade: websocket"), turns=1),
    Case("TLS", bytes.fromhex("16030100a5010000a10303") + bytes(150)),
    Case("100-continue", post(length(), b"Expect: 100-continue"), turns=1),
    Case("another expectation", post(length(), b"Expect: the-unexpected")),
    Case(
        "a bomb",
        post(b"Content-Encoding: gzip", length(len(gzip.compress(bytes(10**6)))), body=gzip.compress(bytes(10**6))),
    ),
    Case("packed chunks", post(b"Transfer-Encoding: gzip, chunked", body=chunked(gzip.compress(BODY)))),
    Case("a charset that is none", post(length(), b"Content-Type: application/json; charset=\xff"), turns=1),
    Case("a charset of its own", post(length(), b"Content-Type: application/json; charset=rot13"), turns=1),
    Case("two content types", post(length(), b"Content-Type: application/json", b"Content-Type: text/plain")),
    Case("nothing but line ends", CRLF * 200),
    Case("noise", bytes(range(256)) * 8),
]


@pytest.fixture(autouse=True)
def calm(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Nothing that comes from outside is an error in the log, or has a traceback in it."""
    caplog.set_level(logging.INFO)
    yield
    loud = [each for each in caplog.get_records("call") if each.levelno >= logging.WARNING or each.exc_info]
    assert [each.getMessage() for each in loud] == []


@pytest.fixture
async def edge() -> AsyncIterator[EdgeAlone]:
    async with open_edge() as edge:
        yield edge


async def said_to(edge: EdgeAlone, sent: bytes, patience: float) -> bytes:
    """All that is answered, until the connection closes or nothing more has come for so long."""
    incoming, outgoing = await asyncio.open_connection("127.0.0.1", int(edge.url.rpartition(":")[2]))
    outgoing.write(sent)
    said = b""
    try:
        while more := await asyncio.wait_for(incoming.read(65536), patience):
            said += more
    except (TimeoutError, ConnectionError):
        pass
    outgoing.close()
    return said


def statuses(said: bytes) -> list[int]:
    return [int(each) for each in re.findall(rb"HTTP/1\.[01] (\d{3})", said)]


@pytest.mark.parametrize("case", CASES, ids=str)
async def test_a_raw_request_is_heard_as_what_it_is_or_refused(edge: EdgeAlone, case: Case) -> None:
    said = await said_to(edge, case.sent + PROBE, SILENCE if case.waits else SOON)
    assert case.turns in (None, len(edge.turns)), said
    assert not [each for each in statuses(said) if each >= 500], said
    assert b"klyngebot_turns" not in said  # what was hidden in a body was not heard
    assert case.waits or statuses(said), "it hangs"
    assert statuses(await said_to(edge, PROBE, SOON)) == [200]


async def test_requests_that_are_spoiled_anywhere_are_answered_or_cut_off(edge: EdgeAlone) -> None:
    chance = attacks.chance("raw http")
    for _ in range(60 * attacks.times):
        spoiled = bytearray(chance.choice(CASES).sent[:20_000] or b"x")
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(spoiled))
            spoiled[at : at + chance.choice((0, 1, 1, 4))] = chance.choice(
                (b"\0", b"\r\n", b" ", b":", b"\xff", b"9" * 30)
            )
        said = await said_to(edge, bytes(spoiled) + PROBE, 0.05)
        assert not [each for each in statuses(said) if each >= 500], (bytes(spoiled), said)
    assert statuses(await said_to(edge, PROBE, SOON)) == [200]
