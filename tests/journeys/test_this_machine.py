"""Without authentication only this machine is answered, under its own names and to its own pages."""

import asyncio
import json
from collections.abc import Mapping
from itertools import product

from bot.domain.proposals.actions import Accept, ShowProposal
from bot.local.activities import click, message
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.usecases.page.visits import PATH
from cards.kit.buttons import pack
from tests.harness.cases import SAMPLES
from tests.harness.edge import TEAMS, open_edge
from tests.harness.forging import envelope, quiet, stored
from tests.harness.own_page import URL
from tests.harness.steps import SECRETARIAT, propose
from tests.journeys.conftest import OpenStage

OTHERS = (
    *(
        "evil.example",
        "evil.example:{port}",
        "localhost.evil.example",
        "127.0.0.1.nip.io",
        "0.0.0.0:{port}",
        "10.0.0.1",
    ),
    *(
        "[::2]:{port}",
        "localhost:{port}@evil.example",
        "evil.example#localhost",
        "",
        "localhost:x",
        "127.0.0.1:",
        "::1",
    ),
    *("127.1", "2130706433", "localhost\u00adx", "LOCALHOST.evil.example", "localhost,evil.example"),
)
OURS = (
    "localhost",
    "localhost:{port}",
    "LOCALHOST:{port}",
    "127.0.0.1",
    "127.0.0.1:{port}",
    "127.8.8.8",
    "[::1]:{port}",
)
ROUTES = (
    "POST /api/messages",
    "GET /healthz",
    "GET /readyz",
    "GET /metrics",
    "GET /",
    "GET /lokal/nyt",
    "GET /nowhere",
)


async def raw(port: int, line: str, host: str | None, body: str = "", **headers: str) -> tuple[int, str]:
    """What is answered to exactly these bytes."""
    given = {"Host": host} if host is not None else {}
    given |= {"Content-Type": "application/json", "Content-Length": str(len(body.encode())), "Connection": "close"}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in given.items())
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"{line} HTTP/1.1\r\n{head}\r\n{body}".encode())
    answer = (await reader.read()).decode("utf-8", "replace")
    writer.close()
    await writer.wait_closed()
    return int(answer.split(" ", 2)[1]), answer


def named(host: str, nord: Stage) -> str:
    return host.replace("{port}", str(nord.service.port))


async def test_a_name_that_is_not_this_machines_reads_and_changes_nothing(nord: Stage) -> None:
    await propose(nord, fields={"Overskrift": "Hemmeligt", "Punktet bør være lukket": True})
    await quiet(nord)
    before = await stored(nord)
    asked = [pack(SAMPLES[kind]) for kind in (ShowProposal, Accept)]
    for host, data in product(OTHERS, asked):
        body = json.dumps(click(envelope(nord, SECRETARIAT, PERSONAL), "1", {}, data))
        status, answer = await raw(nord.service.port, "POST /api/messages", named(host, nord), body)
        assert (status in (400, 403), "emmelig" in answer) == (True, False), host
    assert await stored(nord) == before
    body = json.dumps(click(envelope(nord, SECRETARIAT, PERSONAL), "1", {}, asked[0]))
    assert "emmelig" in (await raw(nord.service.port, "POST /api/messages", "localhost", body))[1]


async def test_every_route_refuses_another_name_in_one_line(nord: Stage) -> None:
    for route in ROUTES:
        status, answer = await raw(nord.service.port, route, "evil.example", "{}")
        assert (status, "kun denne maskine" in answer) == (403, True), route
    assert (await raw(nord.service.port, "GET /readyz", None))[0] in (400, 403)
    twice = "localhost\r\nHost: evil.example"
    assert (await raw(nord.service.port, "GET /readyz", twice))[0] in (400, 403)


async def test_every_name_of_this_machine_is_answered(nord: Stage) -> None:
    for host in OURS:
        body = json.dumps(message(envelope(nord, SECRETARIAT), "hjælp", mentions_bot=True))
        assert (await raw(nord.service.port, "POST /api/messages", named(host, nord), body))[0] == 200, host
        assert (await raw(nord.service.port, "GET /readyz", named(host, nord)))[0] == 200, host


async def test_another_sites_page_sends_nothing(nord: Stage) -> None:
    tried: list[tuple[Mapping[str, str], int]] = [
        ({}, 200),
        ({"Origin": "http://localhost:{port}"}, 200),
        ({"Origin": "http://localhost:{port}", "Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "none"}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://localhost:1"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 200),  # a form of a page that sends no referrer
        ({"Origin": "null", "Sec-Fetch-Site": "none"}, 403),
        ({"Origin": "null", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 403),
    ]
    for headers, status in tried:
        body = json.dumps(message(envelope(nord, SECRETARIAT), "hjælp", mentions_bot=True))
        sent = {name.replace("-", "_"): named(value, nord) for name, value in headers.items()}
        answered = await raw(nord.service.port, "POST /api/messages", named("localhost:{port}", nord), body, **sent)
        assert answered[0] == status, headers


async def test_a_link_from_elsewhere_leads_to_the_page_but_reads_nothing_in_the_background(nord: Stage) -> None:
    elsewhere = {"Sec_Fetch_Site": "cross-site"}
    assert (await raw(nord.service.port, "GET /readyz", "localhost", Sec_Fetch_Mode="navigate", **elsewhere))[0] == 200
    assert (await raw(nord.service.port, "GET /readyz", "localhost", Sec_Fetch_Mode="no-cors", **elsewhere))[0] == 403


async def test_peoples_own_pages_are_reached_by_the_public_name(open_stage: OpenStage) -> None:
    async with open_stage(KLYNGEBOT_PUBLIC_URL=URL) as nord:
        assert (await raw(nord.service.port, f"GET {PATH}", URL.partition("://")[2]))[0] == 404  # as without an address
        assert (await raw(nord.service.port, f"GET {PATH}", "evil.example"))[0] == 403


async def test_with_authentication_the_name_does_not_matter_and_the_token_does() -> None:
    async with open_edge(TEAMS) as edge:
        port = int(edge.url.rpartition(":")[2])
        assert (await raw(port, "POST /api/messages", "klyngebot.example.org", "{}"))[0] == 401
