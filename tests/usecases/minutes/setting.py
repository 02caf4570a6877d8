"""The meeting of March 2027 with an agenda that was sent, and other choices for its forum."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.agenda.state import Agenda, AgendaItem, AgendaVersion, Standing
from bot.domain.attachments.state import Bilag, owner_of
from bot.domain.kernel.forum import Choice
from bot.domain.kernel.notice import Notice
from bot.domain.minutes.actions import RecordResolution, SendMinutes
from bot.domain.minutes.state import Minutes, Outcome
from bot.domain.notices import AnyNotice
from bot.domain.proposals.state import Content, ItemKind
from bot.usecases.desk import WritingDesk
from bot.usecases.minutes import commands as usecase
from bot.usecases.minutes import resolving
from cards.kit.elements import Card
from storage import agenda as agendas
from storage import attachments
from storage import forum as forums
from storage import minutes as store
from storage.database import Database
from storage.outbox import notices
from tests.harness.klynge_nord import charter_texts, klynge_nord, local

FORUM = "politisk-klynge-nord"
MARCH, OCTOBER = "2027-1", "2027-2"
DAY_AFTER = "2027-03-17T10:00"
SECRETARIAT, CHAIR, OTHER_CHAIR, DOCTOR = "sekretariat-kommuner", "formand-kommunal", "formand-regional", "laege"
CONFIDENTIAL = "Opsigelse af aftalen med Nordklinikken"

ITEMS = (
    AgendaItem(
        id=1,
        content=Content(title="Godkendelse af dagsorden", kind=ItemKind.DECISION),
        standing=Standing.APPROVE_AGENDA,
    ),
    AgendaItem(id=4, content=Content(title="Fælles model for hjemmebesøg", kind=ItemKind.DECISION)),
    AgendaItem(id=5, content=Content(title=CONFIDENTIAL, kind=ItemKind.DECISION, summary="Fortroligt", is_closed=True)),
    AgendaItem(id=2, content=Content(title="Eventuelt", kind=ItemKind.EXCHANGE), standing=Standing.ANY_OTHER_BUSINESS),
)


async def send_agenda(database: Database, meeting: str = MARCH, items: tuple[AgendaItem, ...] = ITEMS) -> None:
    """Store an agenda for the meeting as one that was sent."""
    at = local("2027-03-09T08:00")
    version = AgendaVersion(number=1, items=items, frozen_at=at, frozen_by=SECRETARIAT)
    agenda = Agenda(
        forum=FORUM, meeting=meeting, revision=1, items=items, versions=(version,), sent_version=1, sent_at=at
    )
    async with database.writing(FORUM) as conn:
        await agendas.put(conn, agenda)


async def attach(
    database: Database,
    item: AgendaItem,
    title: str,
    data: bytes,
    *,
    ident: int,
    version: int = 1,
    at: str = "2027-03-08T10:00",
    is_closed: bool = False,
) -> None:
    """Store a file, or a new version of one, with an item of March's agenda."""
    async with database.writing(FORUM) as conn:
        one = Bilag(
            forum=FORUM,
            id=ident,
            version=version,
            owner=owner_of(MARCH, item),
            name=f"{title}.pdf",
            title=title,
            media_type="application/pdf",
            size=len(data),
            digest=await attachments.keep_bytes(conn, FORUM, data),
            is_closed=is_closed,
            by=SECRETARIAT,
            at=local(at),
        )
        await attachments.add(conn, one, f"{ident}/{version}")
        await attachments.number(conn, FORUM, MARCH, [item])


async def choose(database: Database, key: str, value: Any) -> None:
    """Let the forum choose otherwise."""
    forum = klynge_nord()
    choice = Choice(value, "Politisk Klynge Nord", date(2026, 10, 6))
    async with database.writing(FORUM) as conn:
        await forums.put(conn, replace(forum, choices={**forum.choices, key: choice}), *charter_texts())


async def stored(desk: WritingDesk, meeting: str = MARCH) -> Minutes:
    found = await store.get(desk.conn, FORUM, meeting)
    assert found is not None
    return found


async def outbox(desk: WritingDesk, kind: AnyNotice) -> list[Notice]:
    return [each for each in await notices.newest(desk.conn, most=100) if each.kind is kind]


async def write_all(desk: WritingDesk) -> Card:
    await resolving.record_resolution(
        desk, SECRETARIAT, RecordResolution(position=2, outcome=Outcome.APPROVED, words="Modellen godkendes.")
    )
    secret = RecordResolution(position=3, outcome=Outcome.REJECTED, words="Nordklinikken fortsætter.")
    return await resolving.record_resolution(desk, SECRETARIAT, secret)


async def send_all(desk: WritingDesk) -> Card:
    await write_all(desk)
    return await usecase.send_minutes(desk, SECRETARIAT, SendMinutes())
