"""When an agenda leaves, until when its approvers may answer, and what keeps it back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.agenda.rules import freeze, insert
from bot.domain.agenda.state import Agenda, AgendaItem, Standing
from bot.domain.approval.dispatch import Obstacle, answer_deadline, dispatch_moment, leave, obstacle
from bot.domain.approval.state import ApprovalRound, Standpoint
from bot.domain.kernel.calendar import Calendar
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.deadlines import Timetable, days_before
from bot.domain.proposals.state import Content, ItemKind

MEETING = date(2027, 3, 16)
STARTS = datetime(2027, 3, 16, 16, 30, tzinfo=UTC)
ITEM = Content(title="a", kind=ItemKind.DISCUSSION)


def timetable(*, answers: int | None = 11, dispatch: int | None = 7) -> Timetable:
    settled = {"answers": answers, "dispatch": dispatch}
    found = {name: days_before(MEETING, days, Calendar()) for name, days in settled.items()}
    return Timetable(meeting_day=MEETING, proposals=None, draft=None, minutes=None, **found)


def day(number: int, hour: int = 12) -> datetime:
    return datetime(2027, 3, number, hour, tzinfo=UTC)


def agenda_of(*contents: Content) -> Agenda:
    opening = AgendaItem(id=1, content=ITEM, standing=Standing.APPROVE_AGENDA)
    agenda = Agenda(forum="f", meeting="m", revision=1, items=(opening,))
    for content in contents:
        agenda = insert(agenda, content)
    return agenda


FROZEN = freeze(agenda_of(ITEM), by="sekretariat", at=day(1))


def a_round(standpoint: Standpoint) -> ApprovalRound:
    return ApprovalRound(
        number=1,
        forum="f",
        meeting="m",
        mode=Mode.APPROVE,
        approvers=("a",),
        first_version=1,
        version=1,
        opened_at=day(1),
        deadline=day(5),
        standpoint=standpoint,
    )


def test_an_agenda_leaves_at_eight_on_its_day_where_there_is_one() -> None:
    assert dispatch_moment(timetable(), Calendar(), UTC) == day(9, hour=8)
    assert dispatch_moment(timetable(dispatch=None), Calendar(), UTC) is None


@pytest.mark.parametrize(
    ("now", "answers", "dispatch", "expected"),
    [
        (day(1), 11, 7, day(6, hour=0)),  # the end of 5 March
        (day(6), 11, 7, day(9, hour=8)),
        (day(10), 11, 7, STARTS),
        (day(1), None, 7, day(9, hour=8)),
        (day(1), None, None, STARTS),
    ],
)
def test_answers_are_due_by_their_day_or_else_by_dispatch_or_else_by_the_meeting(
    now: datetime, answers: int | None, dispatch: int | None, expected: datetime
) -> None:
    days = timetable(answers=answers, dispatch=dispatch)
    assert answer_deadline(days, dispatch_moment(days, Calendar(), UTC), STARTS, now=now, tz=UTC) == expected


@pytest.mark.parametrize(
    ("agenda", "mode", "approval", "expected"),
    [
        (agenda_of(), Mode.NONE, None, Obstacle.EMPTY),
        (agenda_of(ITEM), Mode.NONE, None, None),
        (agenda_of(ITEM), Mode.APPROVE, None, Obstacle.NOT_CIRCULATED),
        (agenda_of(ITEM), Mode.CONSULT, None, Obstacle.NOT_CIRCULATED),
        (FROZEN, Mode.CONSULT, a_round(Standpoint.OPEN), None),
        (FROZEN, Mode.CONSULT, a_round(Standpoint.RETURNED), Obstacle.RETURNED),
        (FROZEN, Mode.APPROVE, a_round(Standpoint.OPEN), Obstacle.UNANSWERED),
        (FROZEN, Mode.APPROVE, a_round(Standpoint.CONSULTED), Obstacle.UNANSWERED),
        (FROZEN, Mode.APPROVE, a_round(Standpoint.RETURNED), Obstacle.RETURNED),
        (FROZEN, Mode.APPROVE, a_round(Standpoint.APPROVED), None),
        (FROZEN, Mode.APPROVE, a_round(Standpoint.APPROVED_WITH_REMARKS), None),
        (FROZEN, Mode.APPROVE, a_round(Standpoint.SENT_UNAPPROVED), None),
    ],
)
def test_only_what_its_forum_wants_keeps_an_agenda_back(
    agenda: Agenda, mode: Mode, approval: ApprovalRound | None, expected: Obstacle | None
) -> None:
    assert obstacle(agenda, mode, approval) is expected


def test_what_leaves_is_the_version_that_was_approved_not_the_draft() -> None:
    edited = insert(FROZEN, replace(ITEM, title="b"))
    gone = leave(edited, Mode.APPROVE, at=day(9))
    assert (gone.sent_version, gone.sent_at, gone.versions) == (1, day(9), FROZEN.versions)


def test_without_approval_the_draft_itself_leaves_frozen_once() -> None:
    gone = leave(agenda_of(ITEM), Mode.NONE, at=day(9))
    assert gone.sent is not None
    assert (gone.sent.number, gone.sent.frozen_by, gone.sent.items) == (1, None, gone.items)
    assert leave(FROZEN, Mode.NONE, at=day(9) + timedelta(hours=1)).versions == FROZEN.versions
