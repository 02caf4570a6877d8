"""A server of open data with a small history: everything that can be told is told in it once."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import aiohttp
import yarl
from aiohttp import web

from bot.documents.oparl.keys import BASE
from bot.domain.agenda.state import Gone, Late
from bot.domain.documents.state import (
    Addition,
    Attachment,
    Attendee,
    Commitment,
    Kind,
    MeetingRecord,
    Opinion,
    RecordItem,
    Station,
    Stood,
)
from bot.domain.kernel.witness import Witness
from bot.domain.minutes.state import Outcome, Stance
from bot.domain.proposals.state import Content, ItemKind
from bot.domain.publication.public import PublicState, Published
from bot.domain.publication.state import Release
from bot.web.app import listening
from bot.web.open_data import OpenData
from bot.web.public.common import Common
from bot.web.public.files import MAKERS
from bot.web.public.states import Source
from tests.harness.public_records import CLOSED, PLANTED, STARTS, digest_of
from tests.harness.public_states import Appearance, History, hour

URL = "https://klynge.example.dk"
NORD, FIRST = "klynge-nord", "2027-1"


@dataclass
class World:
    """A server, and what the public may see at the moment."""

    state: PublicState
    port: int = 0
    asked: int = 0
    opened: list[aiohttp.ClientSession] = field(default_factory=list)
    commons: list[Common] = field(default_factory=list)

    def common(self, url: str = URL, *, limits: bool = False) -> Common:
        """What is answered from this; each look counts."""
        source = Source(now=self._moment, stamp=self._stamp, state=self._state, proof=_none, bilag=_none)
        self.commons.append(Common(source, MAKERS, url=url, contact="", limits=limits))
        return self.commons[-1]

    def turns(self, state: PublicState) -> None:
        """Something was written, and this is what may be seen of it."""
        self.state = state
        for each in self.commons:
            each.touched()

    def _moment(self) -> datetime:
        return self.state.at

    async def _stamp(self) -> str:
        return self.state.stamp

    async def _state(self) -> PublicState:
        self.asked += 1
        return self.state

    async def get(
        self, path: str, status: int = 200, method: str = "GET", headers: Mapping[str, str] | None = None
    ) -> "Answer":
        address = f"http://127.0.0.1:{self.port}{path.removeprefix(URL)}"
        async with self.opened[0].request(method, yarl.URL(address, encoded=True), headers=headers) as answer:
            body = await answer.read()
            assert answer.status == status, (path, answer.status, body[:300])
            return Answer(body, answer.headers)


@dataclass(frozen=True)
class Answer:
    body: bytes
    headers: Mapping[str, str]

    @property
    def json(self) -> Any:
        return json.loads(self.body)


async def _none(*_: object) -> None:
    """No code, and no file."""


@asynccontextmanager
async def opened(state: PublicState, url: str = URL, *, limits: bool = False) -> AsyncIterator[World]:
    world, app = World(state), web.Application()
    OpenData(world.common(url, limits=limits), "https://example.dk/vilkaar").add_to(app)
    async with listening(app, "127.0.0.1", 0) as world.port, aiohttp.ClientSession() as session:
        world.opened.append(session)
        yield world


def released(record: MeetingRecord, number: int, edition: int = 1, at: int = 10, until: int | None = None) -> Published:
    release = Release(
        forum=record.forum,
        number=number,
        meeting=record.meeting,
        kind=record.kind,
        edition=edition,
        version=record.version,
        digest=digest_of(record),
        by=PLANTED,
        at=hour(at),
        visible_at=hour(at),
        words="Beløbet er rettet" if edition > 1 else "",
        taken_back_at=None if until is None else hour(until),
        taken_back_words="" if until is None else PLANTED,
    )
    return Published(release=release, record=record)


def paper(kind: Kind, *items: RecordItem, supplement: int | None = None) -> MeetingRecord:
    return MeetingRecord(
        kind=kind,
        forum=NORD,
        forum_name="Klynge Nord",
        meeting=FIRST,
        starts=STARTS,
        ends=STARTS + timedelta(hours=2),
        place="Mødelokale 1",
        version=2,
        at=STARTS,
        host="Nord Kommune",
        supplement=supplement,
        items=items,
        attendees=(
            Attendee(name="Formand Nord", role="formand", organisation="Nord Kommune", is_present=True),
            Attendee(name="Gæst <b>", organisation="Regionen", is_present=False, instead_of="Formand Syd"),
        ),
        additions=(Addition(words="Beløbet er 12.500 kr.", name="Sekretær", at=STARTS, item=1),),
        case_number="27/1234",
        witness=Witness(7, "ab" * 32),
    )


CASE = Content(
    title="Fælles <akuttelefon>",
    kind=ItemKind.DECISION,
    summary="Kort",
    case_description="Langt",
    recommendation="At klyngen godkender",
    basis="Sundhedsaftalen",
    financial_note="12.500 kr.",
    topic="Akut",
    links=("https://example.dk/sag",),
)
OPEN = RecordItem(
    id=1,
    number=1,
    title=CASE.title,
    content=CASE,
    proposed_by="Nord Kommune",
    begins=STARTS,
    late=Late(supplement=1, reason="Haster"),
    gone=Gone(reason="Udsat", at=STARTS, by=PLANTED),
    attachments=(
        Attachment(number=1, title="Notat", media_type="application/pdf", size=9, digest="cd" * 32),
        Attachment(number=2, is_closed=True),
    ),
    outcome=Outcome.APPROVED,
    sentence="Klyngen godkendte indstillingen.",
    positions=(Stood(organisation="Regionen", stance=Stance.RESERVATION),),
    opinions=(Opinion(name="Formand Syd", organisation="Syd Kommune", words="Jeg er uenig"),),
    commitments=(Commitment(title="Følg op", owner="Nord Kommune", due=STARTS.date()),),
    amount=Decimal("12500.00"),
    came_from=(Station(name="Råd Øst", forum="råd-øst", answer="Anbefales"),),
    went_to=(Station(name="Byrådet", day=STARTS.date()),),
)
SHUT = RecordItem(id=2, number=2, title=CLOSED, is_closed=True)
AHEAD = replace(OPEN, outcome=None, sentence="", positions=(), opinions=())
AGENDA, MINUTES = paper(Kind.AGENDA, AHEAD, SHUT), paper(Kind.MINUTES, OPEN, SHUT)
HISTORY = History(
    {NORD: [Appearance(hour(0), "Klynge Nord")], "råd-øst": [Appearance(hour(0), "Råd Øst")]},
    {
        (NORD, FIRST): [Appearance(hour(1), "Rådhuset"), Appearance(hour(5), "Sygehuset")],
        (NORD, "2027-2"): [Appearance(hour(1), "Rådhuset"), Appearance(hour(6), "Rådhuset", is_cancelled=True)],
    },
    (
        released(AGENDA, 1),
        released(paper(Kind.SUPPLEMENT, supplement=1), 2, at=12, until=20),
        released(MINUTES, 3, at=14),
        released(MINUTES, 4, edition=2, at=16),
    ),
    ("Nord Kommune", "Regionen"),
)
STATE = HISTORY.at(hour(30))


async def every_address(world: World) -> dict[str, Any]:
    """All JSON that is found by following addresses from the system on, by its address."""
    found: dict[str, Any] = {}
    ahead = [f"{URL}{BASE}/system"]
    while ahead:
        address = ahead.pop()
        if address not in found:
            found[address] = (await world.get(address)).json
            ahead += [each for each in _addresses(found[address]) if each.startswith(f"{URL}{BASE}/")]
    return found


def _addresses(thing: Any) -> list[str]:
    match thing:
        case str() if thing.startswith(URL):
            return [thing]
        case dict():
            return [one for each in thing.values() for one in _addresses(each)]
        case list():
            return [one for each in thing for one in _addresses(each)]
        case _:
            return []
