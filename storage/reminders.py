"""How each person of a forum wants to be told what is news to them; whoever chose nothing has no row."""

from datetime import datetime

from sqlalchemy import Column, ForeignKeyConstraint, String, Table, bindparam, select, update

from bot.domain.reminders.state import USUAL, NoticeChoice
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import UtcTime
from storage.proof.ledger import note

notice_choices = Table(
    "notice_choices",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("person", ID, primary_key=True),
    Column("choice", String(20), nullable=False),
    Column("chosen_at", UtcTime, nullable=False),
    ForeignKeyConstraint(["forum"], ["forums.id"]),
)

_WHOSE = (notice_choices.c.forum == bindparam("of_forum"), notice_choices.c.person == bindparam("of_person"))
_CHOICE = Prepared(select(notice_choices.c.choice).where(*_WHOSE), make=lambda row: NoticeChoice(row.choice))


async def choice_of(conn: Connection, forum: str, person: str) -> NoticeChoice:
    """What the person chose in that forum, else what is usual."""
    found: NoticeChoice | None = await _CHOICE.first(conn, of_forum=forum, of_person=person)
    return USUAL if found is None else found


async def who_chose(conn: Connection, choice: NoticeChoice) -> tuple[tuple[str, str], ...]:
    """The (forum, person) of everybody who chose that."""
    query = select(notice_choices.c.forum, notice_choices.c.person).where(notice_choices.c.choice == choice.value)
    return tuple((row.forum, row.person) for row in await conn.execute(query.order_by(*query.selected_columns)))


async def put_choice(conn: WritingConnection, forum: str, person: str, choice: NoticeChoice, *, at: datetime) -> None:
    """Store it in place of an earlier one; the transaction must hold the forum."""
    here = {"forum": forum, "person": person}
    values = {"choice": choice.value, "chosen_at": at}
    at_key = (notice_choices.c.forum == forum) & (notice_choices.c.person == person)
    if (await conn.execute(update(notice_choices).where(at_key).values(**values))).rowcount == 0:
        await conn.execute(notice_choices.insert().values(**here, **values))
    note(conn, notice_choices, here | values)
