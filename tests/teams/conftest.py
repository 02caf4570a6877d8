"""Servers on loopback that the edge's tests share."""

from collections.abc import AsyncIterator

import pytest

from tests.harness.edge import Stage, on_stage
from tests.harness.service import Service, running_service


@pytest.fixture
async def service() -> AsyncIterator[Service]:
    """A connector that records."""
    async with running_service() as service:
        yield service


@pytest.fixture
async def local() -> AsyncIterator[Stage]:
    """The edge with authentication off."""
    async with on_stage() as stage:
        yield stage
