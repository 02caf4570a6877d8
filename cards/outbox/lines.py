"""A notice as one line: when, for which forum, what about which meeting, and to whom."""

from datetime import datetime

from bot.domain.kernel.notice import Notice
from bot.domain.notices import AnyNotice, notice_kind
from cards.kit.words import date_time, say
from cards.outbox.notices import NOTICES


def told(notice: Notice) -> str:
    """The line of a notice."""
    return row(notice.due_at, notice.forum, notice.meeting, notice_kind(notice.kind), notice.recipient)


def row(at: datetime, forum: str, meeting: str | None, kind: AnyNotice, recipient: str | None = None) -> str:
    """The line of what is owed then."""
    what = say(NOTICES[kind])
    return f"{date_time(at)}  {forum}  {what}{f' ({meeting})' if meeting else ''}  til {recipient or 'kanalen'}"
