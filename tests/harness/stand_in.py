"""The stand-in for Teams as it ships, with its page and a tiny bot behind it: here it is itself what is tested."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.clock import PinnedClock
from bot.config import is_loopback
from bot.local.directory import Account, Channel
from bot.local.stand_in import LocalTeams
from bot.web.app import listening
from bot.web.loopback import this_machine_alone
from tests.harness.tiny_bot import TinyBot

HOST, OTHER = "11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222"
COORDINATOR = Account(
    object_id="00000000-0000-4000-8000-000000000006", tenant=HOST, name="Klyngekoordinator (Hjørring)"
)
SECRETARIAT = Account(object_id="00000000-0000-4000-8000-000000000008", tenant=HOST, name="Sekretariat, kommunal side")
REGIONAL = Account(object_id="00000000-0000-4000-8000-000000000002", tenant=OTHER, name="Formand (Region Nordjylland)")
CHANNEL = Channel(
    id="19:nord@thread.tacv2", name="Politisk Klynge Nord", team="19:team@thread.tacv2", team_name="Klynge Nord"
)


@dataclass(frozen=True, slots=True)
class StandIn:
    """The stand-in, the bot behind it, the clock both share, and where the page is."""

    teams: LocalTeams
    bot: TinyBot
    clock: PinnedClock
    url: str


@asynccontextmanager
async def open_stand_in() -> AsyncIterator[StandIn]:
    """All of it on a free port of this machine."""
    clock = PinnedClock(datetime(2027, 2, 8, 9, 30, tzinfo=ZoneInfo("Europe/Copenhagen")))
    teams = LocalTeams(
        [COORDINATOR, SECRETARIAT, REGIONAL],
        [CHANNEL],
        host_tenant=HOST,
        clock=clock.now,
        tenants={HOST: "Kommunerne", OTHER: "Region Nordjylland"},
        banner="Fiktivt eksempel: samarbejdet tænkes videreført frivilligt i 2027",
    )
    bot = TinyBot(CHANNEL.id)
    app = web.Application(middlewares=[this_machine_alone(is_loopback)])
    app.router.add_post("/api/messages", bot.handle)
    teams.add_to(app)
    async with listening(app, "127.0.0.1", 0) as port:
        url = f"http://127.0.0.1:{port}"
        teams.connect(service_url=url, bot_url=f"{url}/api/messages")
        yield StandIn(teams, bot, clock, url)
