"""Everything that anybody on the web can reach: found by following each address that stands in an answer, and guessed.

Of each answer the status, the headers and all that its body says are kept.
"""

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from aiohttp import ClientSession

from tests.harness.extracting import readable
from tests.harness.forging import NORD

BEGUN = (
    *("/offentlig/", "/offentlig/sitemap.xml", "/robots.txt", "/offentlig/openapi.json", "/offentlig/kalender.ics"),
    *("/offentlig/oparl/v1.1/system", "/offentlig/feed.atom"),
)
"""Where anybody begins."""
ELSEWHERE = (
    *("/hent/", "/hent/?adgang=x", "/hent/bilag/?adgang=x", "/healthz", "/readyz", "/metrics", "/svar/"),
    *("/svar/side.css", "/kalender/x.ics", "/offentlig/findes/ikke", "/offentlig/oparl/v1.1/findes-ikke", "/nej"),
)
"""Where there is nothing for everybody: what is said there is looked at all the same."""
GUESSED = tuple(
    f"/offentlig/{NORD}/2027-1/{name}{ending}"
    for name in (
        "dagsorden",
        "dagsorden/udgave-2",
        "referat",
        "tillaegsdagsorden-1",
        "godkendelsesark",
        "punkt-2",
        "punkt-5",
    )
    for ending in ("", ".pdf", ".docx", ".json")
)
"""Where things stand that nothing leads to: what was taken back, what is closed, what is no paper of the public's."""
_ADDRESS = re.compile(
    r"(?:href|src|action)=\"([^\"]+)\"|<loc>([^<]+)</loc>|\"(?:https?://[^\"/]+)?(/offentlig/[^\"{}]*)\""
)
_MOST = 2_000


async def crawled(session: ClientSession) -> dict[str, str]:
    """By the address: what is answered there."""
    found: dict[str, str] = {}
    ahead = [*BEGUN, *ELSEWHERE, *GUESSED]
    while ahead:
        address = ahead.pop()
        if address not in found:
            found[address], body = await _answer(session, address, len(found))
            ahead += [each for each in _addresses(address, body) if each not in found]
            assert len(found) < _MOST, "one address leads to another without an end"
    for method in ("POST", "DELETE"):
        async with session.request(method, "/offentlig/") as answer:
            found[f"{method} /offentlig/"] = f"{dict(answer.headers)}\n{await answer.text()}"
    return found


async def _answer(session: ClientSession, address: str, number: int) -> tuple[str, str]:
    """All of the answer, and its body alone, to a reader of their own, who asks little."""
    reader = {"X-Forwarded-For": f"10.0.{number // 250}.{number % 250}"}
    async with session.get(address, headers=reader, allow_redirects=False) as answer:
        assert answer.status < 500, (address, answer.status)
        body = readable(await answer.read())
        return f"{answer.status} {dict(answer.headers)}\n{body}", body


def _addresses(at: str, body: str) -> Iterator[str]:
    """Every address of ours that stands there, as a browser asks for it, without what leads into a page."""
    if not at.startswith(("/offentlig", "/robots")):
        return
    for each in _ADDRESS.findall(body):
        parts = urlsplit(html.unescape("".join(each)))
        if parts.path.startswith("/offentlig/") and "klyngebot.example.org" in (
            parts.netloc or "klyngebot.example.org"
        ):
            yield unquote(parts.path) + (f"?{parts.query}" if parts.query else "")
