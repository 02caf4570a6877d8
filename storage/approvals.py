"""Approval rounds and every answer given in them; an answer is added, never changed."""

from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.approval import ApprovalRound, Mode, Response, Standpoint, Verdict
from storage.prepared import Prepared
from storage.tables import approval_rounds, responses

_RESPONSE = ("person", "verdict", "words", "version", "at")


def _response(row: Row[Any]) -> Response:
    return Response(person=row.person, verdict=Verdict(row.verdict), words=row.words, version=row.version, at=row.at)


_OF_MEETING = (approval_rounds.c.forum == bindparam("of_forum"), approval_rounds.c.meeting == bindparam("of_meeting"))
_NEWEST = Prepared(select(approval_rounds).where(*_OF_MEETING).order_by(approval_rounds.c.number.desc()).limit(1))
_IT = (*_OF_MEETING, approval_rounds.c.number == bindparam("of_number"))
_ONE = Prepared(select(approval_rounds).where(*_IT))
_ROUND = ("mode", "approvers", "first_version", "version", "opened_at", "deadline", "standpoint")
_CHANGE = Prepared(update(approval_rounds).where(*_IT), *_ROUND)
_OPEN = Prepared(approval_rounds.insert(), "forum", "meeting", "number", *_ROUND)
_ANSWER = Prepared(responses.insert(), "forum", "meeting", "round", *_RESPONSE)
_ANSWERS = Prepared(
    select(*(responses.c[name] for name in _RESPONSE))
    .where(
        responses.c.forum == bindparam("of_forum"),
        responses.c.meeting == bindparam("of_meeting"),
        responses.c.round == bindparam("of_number"),
    )
    .order_by(responses.c.id),
    make=_response,
)


async def newest(conn: AsyncConnection, forum: str, meeting: str) -> ApprovalRound | None:
    """The meeting's newest round with its answers, or None."""
    row = await _NEWEST.first(conn, of_forum=forum, of_meeting=meeting)
    return None if row is None else await _round(conn, row)


async def get(conn: AsyncConnection, forum: str, meeting: str, number: int) -> ApprovalRound | None:
    """That round with its answers, or None."""
    row = await _ONE.first(conn, **_key(forum, meeting, number))
    return None if row is None else await _round(conn, row)


async def put(conn: AsyncConnection, each: ApprovalRound) -> None:
    """Store the round, but not its answers; the transaction must hold the forum."""
    fields = ("first_version", "version", "opened_at", "deadline")
    values = {name: getattr(each, name) for name in fields} | {
        "mode": each.mode.value,
        "approvers": list(each.approvers),
        "standpoint": each.standpoint.value,
    }
    if await _CHANGE.run(conn, **_key(each.forum, each.meeting, each.number), **values) == 0:
        await _OPEN.run(conn, forum=each.forum, meeting=each.meeting, number=each.number, **values)


async def answer(conn: AsyncConnection, each: ApprovalRound, given: Response) -> None:
    """Store the round as the answer that was just given leaves it, and the answer."""
    await put(conn, each)
    fields = {name: getattr(given, name) for name in ("person", "words", "version", "at")}
    of_round = {"forum": each.forum, "meeting": each.meeting, "round": each.number}
    await _ANSWER.run(conn, **of_round, **fields, verdict=given.verdict.value)


async def _round(conn: AsyncConnection, row: Row[Any]) -> ApprovalRound:
    fields = ("number", "forum", "meeting", "first_version", "version", "opened_at", "deadline")
    return ApprovalRound(
        **{name: getattr(row, name) for name in fields},
        mode=Mode(row.mode),
        approvers=tuple(row.approvers),
        responses=tuple(await _ANSWERS.all(conn, **_key(row.forum, row.meeting, row.number))),
        standpoint=Standpoint(row.standpoint),
    )


def _key(forum: str, meeting: str, number: int) -> dict[str, Any]:
    return {"of_forum": forum, "of_meeting": meeting, "of_number": number}
