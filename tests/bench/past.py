"""What a forum leaves behind over the years: meetings with their agendas, approvals, proposals, minutes and notices.

No agenda was ever sent, as where they leave by hand: the most that a tick could have to look at.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Table

from bot.domain.agenda.state import AgendaItem
from bot.domain.approval.state import Standpoint, Verdict
from bot.domain.kernel.charter import Mode
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import NoticeState
from bot.domain.meetings.notices import MeetingNotice
from bot.domain.minutes.state import Attendance, MinutesStatus, Outcome, Resolution
from bot.domain.proposals.state import ProposalStatus
from storage.agenda import agenda_versions, agendas
from storage.approval import approval_rounds, responses
from storage.minutes import minutes, minutes_remarks
from storage.outbox.table import notices
from storage.proposals import proposals
from tests.harness.klynge_nord import local
from tests.usecases.agenda.setting import HOME_VISITS

_PROPOSALS = 8  # a meeting
_NOTICES = 12  # likewise
_APPROVERS = ("formand-kommunal", "formand-regional")
_PROPOSERS = ("koordinator-hjoerring", *_APPROVERS)
_LAST = local("2026-12-15T16:00")
_APART = timedelta(days=28)
_ITEMS = tuple(AgendaItem(id=number, content=HOME_VISITS) for number in range(1, 9))

Rows = Iterator[dict[str, Any]]


def held(forum: str, past: int) -> tuple[Meeting, ...]:
    """So many meetings four weeks apart, the earliest first."""
    begun = (_begun(number, past) for number in range(past))
    return tuple(
        Meeting(forum=forum, id=_id(number), starts=at, ends=at + timedelta(hours=2), place="Rådhuset")
        for number, at in enumerate(begun)
    )


def what_was(forums: Iterable[int], past: int) -> Iterator[tuple[Table, Rows]]:
    """The rows of each table, those that others refer to first."""
    every = [(f"klynge-{forum}", number, _begun(number, past)) for forum in forums for number in range(past)]
    yield agendas, (_agenda(*each) for each in every)
    yield agenda_versions, (_version(*each) for each in every)
    yield approval_rounds, (_round(*each) for each in every)
    yield responses, (row for each in every for row in _responses(*each))
    yield proposals, (row for each in every for row in _proposals(*each))
    yield minutes, (_minutes(*each) for each in every)
    yield minutes_remarks, (_remark(*each) for each in every)
    yield notices, (row for each in every for row in _notices(*each))


def _begun(number: int, past: int) -> datetime:
    return _LAST - (past - 1 - number) * _APART


def _id(number: int) -> str:
    return f"holdt-{number}"


def _agenda(forum: str, number: int, _at: datetime) -> dict[str, Any]:
    own = {"forum": forum, "meeting": _id(number), "revision": 9, "items": _ITEMS}
    return own | {"sent_version": None, "sent_at": None}


def _version(forum: str, number: int, at: datetime) -> dict[str, Any]:
    own = {"forum": forum, "meeting": _id(number), "number": 1, "items": _ITEMS}
    return own | {"frozen_at": at - timedelta(days=20), "frozen_by": "sekretariat-kommuner"}


def _round(forum: str, number: int, at: datetime) -> dict[str, Any]:
    return {
        "forum": forum,
        "meeting": _id(number),
        "number": 1,
        "mode": Mode.APPROVE.value,
        "approvers": list(_APPROVERS),
        "first_version": 1,
        "version": 1,
        "opened_at": at - timedelta(days=20),
        "deadline": at - timedelta(days=10),
        "standpoint": Standpoint.APPROVED.value,
    }


def _responses(forum: str, number: int, at: datetime) -> Rows:
    for place, person in enumerate(_APPROVERS, 1):
        yield {
            "forum": forum,
            "meeting": _id(number),
            "round": 1,
            "number": place,
            "person": person,
            "verdict": Verdict.APPROVED.value,
            "words": "",
            "version": 1,
            "at": at - timedelta(days=15),
        }


def _proposals(forum: str, number: int, at: datetime) -> Rows:
    for each in range(_PROPOSALS):
        place = number * _PROPOSALS + each
        yield proposal(forum, place, at) | {"meeting": _id(number), "proposer": _PROPOSERS[each % len(_PROPOSERS)]}


def proposal(forum: str, place: int, at: datetime) -> dict[str, Any]:
    """A forum's proposal of that place among those that were taken up."""
    return {
        "forum": forum,
        "year": at.year,
        "number": 1_000 + place,
        "revision": 2,
        "form": f"holdt-{place}",
        "meeting": None,
        "proposer": _PROPOSERS[0],
        "on_behalf_of": None,
        "by_right": False,
        "status": ProposalStatus.ACCEPTED.value,
        "words": "",
        "content": HOME_VISITS,
        "received_at": at - timedelta(days=40),
        "after_deadline": False,
    }


def _minutes(forum: str, number: int, at: datetime) -> dict[str, Any]:
    resolved = tuple(Resolution(item=item.id, outcome=Outcome.APPROVED, words="Godkendt.") for item in _ITEMS)
    return {
        "forum": forum,
        "meeting": _id(number),
        "revision": 9,
        "resolutions": resolved,
        "attendance": Attendance(),
        "approved_by": [],
        "status": MinutesStatus.APPROVED.value,
        "sent_at": at + timedelta(days=5),
    }


def _remark(forum: str, number: int, at: datetime) -> dict[str, Any]:
    own = {"forum": forum, "meeting": _id(number), "number": 1, "person": _PROPOSERS[0], "words": "Ret stavningen."}
    return own | {"at": at + timedelta(days=6), "is_addition": False}


def _notices(forum: str, number: int, at: datetime) -> Rows:
    for each in range(_NOTICES):
        yield {
            "key": f"{forum}/holdt/{number}/{each}",
            "forum": forum,
            "kind": MeetingNotice.MEETING.value,
            "meeting": _id(number),
            "recipient": None,
            "subject": {"meeting": _id(number)},
            "due_at": at - timedelta(days=each),
            "is_timed": True,
            "generation": 1,
            "state": NoticeState.SENT.value,
            "attempts": 0,
            "unknown_posts": 0,
            "conversation": "19:kanal",
            "activity": f"{number}-{each}",
            "reason": "",
            "sent_at": at - timedelta(days=each),
        }
