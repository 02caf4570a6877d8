"""What one can ask about meetings."""

from typing import TypeAlias

from bot.domain.kernel.action import Query


class ShowMeetings(Query):
    """Coming meetings and their hosts."""


class ShowDeadlines(Query):
    """The next deadlines."""


MeetingsQuery: TypeAlias = ShowMeetings | ShowDeadlines
