"""Approval rounds and every answer given in them; an answer is added, never changed."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Integer,
    Row,
    String,
    Table,
    Text,
    bindparam,
    literal_column,
    select,
    update,
)

from bot.domain.approval.state import ApprovalRound, Response, Standpoint, Verdict
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.needed import UNSETTLED, AnswerRule, Needed
from storage.engine.connection import Connection, WritingConnection
from storage.engine.prepared import Prepared
from storage.engine.schema import ID, metadata
from storage.engine.types import Plain, UtcTime
from storage.meetings import meetings
from storage.proof.ledger import note

approval_rounds = Table(
    "approval_rounds",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("mode", String(20), nullable=False),
    Column("approvers", Plain, nullable=False),
    Column("first_version", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("opened_at", UtcTime, nullable=False),
    Column("deadline", UtcTime),
    Column("standpoint", String(30), nullable=False),
    Column("accounts", Plain),  # person → accounts as the round was opened; none of rounds from before they were noted
    Column("stand_ins", Plain),  # approver → who is asked in their place, where somebody is
    Column("heirs", Plain),  # approver → whose seat it is by now, where an answer outlived its giver's
    Column("rule", Plain),  # whose answers it needs; none of rounds from before one could choose: everybody's
    ForeignKeyConstraint(["forum", "meeting"], ["agendas.forum", "agendas.meeting"]),
)

responses = Table(
    "responses",
    metadata,
    Column("forum", ID, primary_key=True),
    Column("meeting", ID, primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("person", ID, nullable=False),
    Column("verdict", String(30), nullable=False),
    Column("words", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("account", String(80)),  # tenant/object id; none of answers from before it was noted
    Column("given_by", ID),  # who gave it in the person's place
    ForeignKeyConstraint(
        ["forum", "meeting", "round"], ["approval_rounds.forum", "approval_rounds.meeting", "approval_rounds.number"]
    ),
)


_RESPONSE = ("person", "verdict", "words", "version", "at", "account", "given_by")


def _response(row: Row[Any]) -> Response:
    fields = {name: getattr(row, name) for name in _RESPONSE}
    return Response(**fields | {"verdict": Verdict(row.verdict)})


_OF_MEETING = (approval_rounds.c.forum == bindparam("of_forum"), approval_rounds.c.meeting == bindparam("of_meeting"))
_NEWEST = Prepared(select(approval_rounds).where(*_OF_MEETING).order_by(approval_rounds.c.number.desc()).limit(1))
_IT = (*_OF_MEETING, approval_rounds.c.number == bindparam("of_number"))
_ONE = Prepared(select(approval_rounds).where(*_IT))
_EARLIER = Prepared(
    select(approval_rounds)
    .where(*_OF_MEETING, approval_rounds.c.number < bindparam("of_number"))
    .order_by(approval_rounds.c.number)
)
_OPEN_AHEAD = Prepared(
    select(approval_rounds.c.forum, approval_rounds.c.meeting)
    .join(meetings, (meetings.c.forum == approval_rounds.c.forum) & (meetings.c.id == approval_rounds.c.meeting))
    .where(
        meetings.c.starts > bindparam("now", type_=UtcTime),
        ~meetings.c.is_ended,
        approval_rounds.c.standpoint == literal_column(f"'{Standpoint.OPEN.value}'"),
    )
    .order_by(approval_rounds.c.forum, meetings.c.starts)
)
_PEOPLE = ("accounts", "stand_ins", "heirs")
_ROUND = ("mode", "approvers", "first_version", "version", "opened_at", "deadline", "standpoint", "rule", *_PEOPLE)
_CHANGE = Prepared(update(approval_rounds).where(*_IT), *_ROUND)
_OPEN = Prepared(approval_rounds.insert(), "forum", "meeting", "number", *_ROUND)
_ANSWER = Prepared(responses.insert(), "forum", "meeting", "round", "number", *_RESPONSE)
_ANSWERS = Prepared(
    select(*(responses.c[name] for name in _RESPONSE))
    .where(
        responses.c.forum == bindparam("of_forum"),
        responses.c.meeting == bindparam("of_meeting"),
        responses.c.round == bindparam("of_number"),
    )
    .order_by(responses.c.number),
    make=_response,
)


async def open_ahead(conn: Connection, now: datetime) -> tuple[tuple[str, str], ...]:
    """Each (forum, meeting) that is still ahead and has an open round."""
    return tuple((row.forum, row.meeting) for row in await _OPEN_AHEAD.all(conn, now=now))


async def newest(conn: Connection, forum: str, meeting: str) -> ApprovalRound | None:
    """The meeting's newest round with its answers, or None."""
    row = await _NEWEST.first(conn, of_forum=forum, of_meeting=meeting)
    return None if row is None else await _round(conn, row)


async def get(conn: Connection, forum: str, meeting: str, number: int) -> ApprovalRound | None:
    """That round with its answers, or None."""
    row = await _ONE.first(conn, **_key(forum, meeting, number))
    return None if row is None else await _round(conn, row)


async def earlier(conn: Connection, forum: str, meeting: str, number: int) -> tuple[ApprovalRound, ...]:
    """The meeting's rounds before that one with their answers, oldest first."""
    if number == 1:
        return ()
    rows = await _EARLIER.all(conn, **_key(forum, meeting, number))
    return tuple([await _round(conn, row) for row in rows])


async def put(conn: WritingConnection, each: ApprovalRound) -> None:
    """Store the round, but not its answers; the transaction must hold the forum."""
    fields = ("first_version", "version", "opened_at", "deadline")
    values = {name: getattr(each, name) for name in fields} | {
        "mode": each.mode.value,
        "approvers": list(each.approvers),
        "standpoint": each.standpoint.value,
        "accounts": {person: list(known) for person, known in each.accounts.items()},
        "rule": _written(each.rule),
        "stand_ins": dict(each.stand_ins),
        "heirs": dict(each.heirs),
    }
    if await _CHANGE.run(conn, **_key(each.forum, each.meeting, each.number), **values) == 0:
        await _OPEN.run(conn, forum=each.forum, meeting=each.meeting, number=each.number, **values)
    note(conn, approval_rounds, {"forum": each.forum, "meeting": each.meeting, "number": each.number, **values})


async def answer(conn: WritingConnection, each: ApprovalRound, given: Response) -> None:
    """Store an answer that was just given in the round, the last of its own; the transaction must hold the forum."""
    of_round = {"forum": each.forum, "meeting": each.meeting, "round": each.number, "number": len(each.responses)}
    fields = {name: getattr(given, name) for name in _RESPONSE}
    row = {**of_round, **fields, "verdict": given.verdict.value}
    await _ANSWER.run(conn, **row)
    note(conn, responses, row)


async def _round(conn: Connection, row: Row[Any]) -> ApprovalRound:
    fields = ("number", "forum", "meeting", "first_version", "version", "opened_at", "deadline")
    return ApprovalRound(
        **{name: getattr(row, name) for name in fields},
        mode=Mode(row.mode),
        approvers=tuple(row.approvers),
        responses=tuple(await _ANSWERS.all(conn, **_key(row.forum, row.meeting, row.number))),
        standpoint=Standpoint(row.standpoint),
        accounts={person: tuple(known) for person, known in (row.accounts or {}).items()},
        rule=_rule(row.rule),
        stand_ins=row.stand_ins or {},
        heirs=row.heirs or {},
    )


def _written(rule: AnswerRule) -> dict[str, Any]:
    return {
        "needed": rule.needed.value,
        "least": rule.least,
        "sides": dict(rule.sides),
        "is_settled": rule.is_settled,
    }


def _rule(stored: dict[str, Any] | None) -> AnswerRule:
    return UNSETTLED if stored is None else AnswerRule(**stored | {"needed": Needed(stored["needed"])})


def _key(forum: str, meeting: str, number: int) -> dict[str, Any]:
    return {"of_forum": forum, "of_meeting": meeting, "of_number": number}
