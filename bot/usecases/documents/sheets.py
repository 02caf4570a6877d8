"""How a meeting's agenda was approved: every round and answer, those of its supplements, and what was cleared."""

from collections.abc import AsyncIterator
from dataclasses import replace

from bot.domain.approval.clearance import Clearance, asked_organisations, standing
from bot.domain.approval.notices import ApprovalNotice
from bot.domain.approval.rules import missing, silent
from bot.domain.approval.state import ApprovalRound, Response, Standpoint, Verdict
from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals.rules import party_name
from bot.usecases.desk import Desk
from bot.usecases.supplements.rounds import round_of
from bot.usecases.witness import witness_of
from cards.documents.sheet import Answered, ClearedAtHome, Round, Sheet
from cards.kit.words import say
from storage import agenda as agendas
from storage import approval as approvals
from storage import clearance, supplements


async def sheet_of(desk: Desk, meeting: Meeting, *, shows_words: bool) -> Sheet | None:
    """The sheet of that meeting, None where nobody was ever asked; remarks are for those alone who may read them."""
    newest = await approvals.newest(desk.conn, desk.forum.id, meeting.id)
    if newest is None:
        return None
    earlier = await approvals.earlier(desk.conn, desk.forum.id, meeting.id, newest.number)
    agenda = await agendas.get(desk.conn, desk.forum.id, meeting.id)
    given = await clearance.of_meeting(desk.conn, desk.forum.id, meeting.id)
    asked = asked_organisations(desk.forum, newest)
    is_unapproved = newest.standpoint is Standpoint.SENT_UNAPPROVED
    sent_at = None if agenda is None or agenda.sent_at is None else agenda.sent_at
    return Sheet(
        forum_name=desk.forum.name,
        meeting=meeting,
        rounds=[
            *(
                _round(desk, say("documents.sheet.round", nr=each.number), each, shows_words)
                for each in (*earlier, newest)
            ),
            *[each async for each in _of_supplements(desk, meeting, shows_words)],
        ],
        cleared=[_cleared(desk, each, shows_words) for each in given],
        silent=[each.name for each in asked if each.id not in standing(given)],
        sent_at=sent_at,
        without=[desk.name_of(each) for each in missing(newest)] if is_unapproved else (),
        witness=await witness_of(desk, ApprovalNotice.AGENDA_SENT, meeting.id) if sent_at else None,
    )


async def _of_supplements(desk: Desk, meeting: Meeting, shows_words: bool) -> AsyncIterator[Round]:
    """Those that somebody was asked about, each with all that was answered to any form of it."""
    for each in await supplements.of_meeting(desk.conn, desk.forum.id, meeting.id):
        current = round_of(desk, meeting, each)
        if current is not None:
            title = say("documents.sheet.supplement", nr=each.number)
            yield _round(desk, title, replace(current, responses=each.responses), shows_words)


def _round(desk: Desk, title: str, current: ApprovalRound, shows_words: bool) -> Round:
    return Round(
        title=title,
        first_version=current.first_version,
        version=current.version,
        opened_at=current.opened_at,
        deadline=current.deadline,
        standpoint=current.standpoint,
        answers=tuple(_answered(desk, each, shows_words) for each in current.responses),
        silent=tuple(map(desk.name_of, silent(current))),
    )


def _answered(desk: Desk, given: Response, shows_words: bool) -> Answered:
    """Why something was sent back everybody may read; other remarks are the secretariat's."""
    is_read = shows_words or given.verdict is Verdict.RETURNED
    return Answered(
        name=desk.name_of(given.person),
        verdict=given.verdict,
        version=given.version,
        at=given.at,
        words=given.words if is_read else _hidden(given.words),
        given_by="" if given.given_by is None else desk.name_of(given.given_by),
    )


def _cleared(desk: Desk, given: Clearance, shows_words: bool) -> ClearedAtHome:
    return ClearedAtHome(
        organisation=party_name(desk.forum, given.organisation),
        clearing=given.clearing,
        version=given.version,
        at=given.at,
        by="" if given.person is None else desk.name_of(given.person),
        words=given.words if shows_words else _hidden(given.words),
    )


def _hidden(words: str) -> str:
    return say("documents.sheet.hidden") if words else ""
