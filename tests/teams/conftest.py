"""What the edge's tests share: Teams, where the one channel and the one person are that their activities name."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.clock import elapsed_now
from bot.local.directory import Account, Channel
from tests.harness.edge import CHANNEL, PERSON, TEAMS, TENANT, EdgeAlone, open_edge
from tests.harness.issuer import Issuer, running_issuer
from tests.harness.teams import Teams


@asynccontextmanager
async def open_teams(*, limits: bool) -> AsyncIterator[Teams]:
    """Teams with the thread 1600 in the channel."""
    channel = Channel(id=CHANNEL, name="Kanal", team="19:team@thread.tacv2", team_name="Team")
    other = Channel(id="19:en-anden", name="En anden", team="19:team@thread.tacv2", team_name="Team")
    person = Account(object_id=PERSON, tenant=TENANT, name="Koordinator")
    teams = Teams([person], [channel, other], host_tenant=TENANT, clock=elapsed_now, limits=limits)
    teams.board.post(CHANNEL, {"type": "message", "text": "Hej"}, author=person, ident="1600")
    async with teams.listening():
        yield teams


@pytest.fixture
async def teams() -> AsyncIterator[Teams]:
    """A Teams that takes everything."""
    async with open_teams(limits=False) as here:
        yield here


@pytest.fixture
async def local() -> AsyncIterator[EdgeAlone]:
    """The edge with authentication off."""
    async with open_edge() as edge:
        yield edge


@pytest.fixture
async def issuer() -> AsyncIterator[Issuer]:
    """Who signs tokens."""
    async with running_issuer() as issuer:
        yield issuer


@pytest.fixture
async def stage(issuer: Issuer) -> AsyncIterator[EdgeAlone]:
    """The edge with authentication on."""
    async with open_edge(TEAMS, metadata_url=issuer.metadata_url) as edge:
        yield edge
