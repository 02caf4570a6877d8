"""What is said of a meeting ahead of it, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Hearer, Hearing, News, Stands, complete


class MeetingNotice(StrEnum):
    """The meeting's living post, under which everything else about it is said, and reminders to the channel."""

    POST = "meeting_post"
    PROPOSAL_DEADLINE = "proposal_deadline"
    MEETING = "meeting"


HEARD: Mapping[MeetingNotice, Hearing] = complete(
    MeetingNotice,
    {
        MeetingNotice.POST: Hearing(who=Hearer.FORUM, stands=Stands.POST, news=News.CHANGE),
        MeetingNotice.PROPOSAL_DEADLINE: Hearing(who=Hearer.FORUM, stands=Stands.REPLY),
        MeetingNotice.MEETING: Hearing(who=Hearer.FORUM, stands=Stands.REPLY),
    },
)
