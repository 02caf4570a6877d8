"""Approval rounds and every answer given in them; an answer is added, never changed."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.approval import ApprovalRound, Mode, Response, Standpoint, Verdict
from storage.tables import approval_rounds, responses


async def newest(conn: AsyncConnection, forum: str, meeting: str) -> ApprovalRound | None:
    """The meeting's newest round with its answers, or None."""
    query = select(approval_rounds).where(approval_rounds.c.forum == forum, approval_rounds.c.meeting == meeting)
    row = (await conn.execute(query.order_by(approval_rounds.c.number.desc()).limit(1))).one_or_none()
    return None if row is None else await _round(conn, row)


async def get(conn: AsyncConnection, forum: str, meeting: str, number: int) -> ApprovalRound | None:
    """That round with its answers, or None."""
    row = (await conn.execute(select(approval_rounds).where(_is(forum, meeting, number)))).one_or_none()
    return None if row is None else await _round(conn, row)


async def put(conn: AsyncConnection, each: ApprovalRound) -> None:
    """Store the round and whatever answers are new in it; the transaction must hold the forum."""
    fields = ("first_version", "version", "opened_at", "deadline")
    values = {name: getattr(each, name) for name in fields} | {
        "mode": each.mode.value,
        "approvers": list(each.approvers),
        "standpoint": each.standpoint.value,
    }
    if await get(conn, each.forum, each.meeting, each.number) is None:
        insert = approval_rounds.insert()
        await conn.execute(insert.values(forum=each.forum, meeting=each.meeting, number=each.number, **values))
        await _add(conn, each, each.responses)
        return
    await conn.execute(update(approval_rounds).where(_is(each.forum, each.meeting, each.number)).values(**values))
    stored = len(await _responses(conn, each.forum, each.meeting, each.number))
    await _add(conn, each, each.responses[stored:])


async def _add(conn: AsyncConnection, each: ApprovalRound, given: Iterable[Response]) -> None:
    for response in given:
        fields = {name: getattr(response, name) for name in ("person", "words", "version", "at")}
        await conn.execute(
            responses.insert().values(
                forum=each.forum, meeting=each.meeting, round=each.number, verdict=response.verdict.value, **fields
            )
        )


async def _round(conn: AsyncConnection, row: Row[Any]) -> ApprovalRound:
    fields = ("number", "forum", "meeting", "first_version", "version", "opened_at", "deadline")
    return ApprovalRound(
        **{name: getattr(row, name) for name in fields},
        mode=Mode(row.mode),
        approvers=tuple(row.approvers),
        responses=await _responses(conn, row.forum, row.meeting, row.number),
        standpoint=Standpoint(row.standpoint),
    )


async def _responses(conn: AsyncConnection, forum: str, meeting: str, number: int) -> tuple[Response, ...]:
    query = select(responses).where(
        responses.c.forum == forum, responses.c.meeting == meeting, responses.c.round == number
    )
    found = await conn.execute(query.order_by(responses.c.id))
    return tuple(
        Response(person=row.person, verdict=Verdict(row.verdict), words=row.words, version=row.version, at=row.at)
        for row in found
    )


def _is(forum: str, meeting: str, number: int) -> Any:
    table = approval_rounds.c
    return (table.forum == forum) & (table.meeting == meeting) & (table.number == number)
