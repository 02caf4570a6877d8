"""From a release in the database to objects over HTTP, and back to nothing when it is taken back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import aiohttp
from aiohttp import web

from bot.documents.oparl.keys import BASE
from bot.domain.documents.state import Attendee, Kind
from bot.usecases.documents.proof import proof_of
from bot.usecases.publication.public import bilag_of, public_state, stamp
from bot.web.app import listening
from bot.web.open_data import OpenData
from bot.web.public.common import Common
from bot.web.public.files import MAKERS
from bot.web.public.states import Source
from storage.database import Database
from tests.usecases.publication.setting import FORUM, MARCH, NOW, record, released, taken_back

HOUR = timedelta(hours=1)
ITEM = f"{BASE}/agendaitem/{FORUM}/{MARCH.id}/1"
MEETING = f"{BASE}/meeting/{FORUM}/{MARCH.id}"


@dataclass
class Reader:
    """Somebody who asks at a moment."""

    session: aiohttp.ClientSession
    port: int
    now: datetime = NOW

    async def asks(self, path: str, status: int = 200) -> Any:
        async with self.session.get(f"http://127.0.0.1:{self.port}{path}") as answer:
            assert answer.status == status, path
            return await answer.json(content_type=None)


@asynccontextmanager
async def reading(database: Database) -> AsyncIterator[Reader]:
    app = web.Application()
    async with aiohttp.ClientSession() as session:
        reader = Reader(session, 0)
        source = Source(
            now=lambda: reader.now,
            stamp=lambda: stamp(database, reader.now),
            state=lambda: public_state(database, reader.now),
            proof=partial(proof_of, database),
            bilag=partial(bilag_of, database),
        )
        OpenData(Common(source, MAKERS, url="", contact="", limits=False)).add_to(app)
        async with listening(app, "127.0.0.1", 0) as reader.port:
            yield reader


async def test_a_release_becomes_objects_and_what_is_taken_back_is_told_as_deleted(database: Database) -> None:
    guest = Attendee(name="Gæst", role="gæst", organisation="Nord Kommune")
    async with reading(database) as reader:
        assert (await reader.asks(MEETING))["meetingState"] == "planlagt"
        await reader.asks(ITEM, 404)
        agenda = await released(database, replace(record("Akuttelefon", Kind.AGENDA), attendees=(guest,)), held=HOUR)
        await reader.asks(ITEM, 404)
        reader.now += HOUR
        assert (await reader.asks(ITEM))["name"] == "Akuttelefon"
        people = f"{BASE}/body/{FORUM}/persons"
        assert [each["name"] for each in (await reader.asks(people))["data"]] == ["Gæst"]
        assert (await reader.asks(f"/offentlig/{FORUM}/{MARCH.id}/dagsorden.json"))["items"][0][
            "title"
        ] == "Akuttelefon"

        since = reader.now + timedelta(minutes=1)
        reader.now += 2 * HOUR
        await taken_back(database, agenda, reader.now)
        gone = await reader.asks(ITEM)
        assert set(gone) == {"id", "type", "created", "modified", "deleted"}
        assert datetime.fromisoformat(gone["modified"]) == reader.now
        assert (await reader.asks(people))["data"] == []
        asked = since.isoformat().replace("+", "%2B")
        (deleted,) = (await reader.asks(f"{people}?modified_since={asked}"))["data"]
        assert deleted["deleted"]
        assert (await reader.asks(MEETING))["meetingState"] == "planlagt"
        await reader.asks(f"/offentlig/{FORUM}/{MARCH.id}/dagsorden.json", 410)
