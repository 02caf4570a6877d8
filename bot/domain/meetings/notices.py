"""What is said of a meeting ahead of it, and who hears it."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.kernel.hearing import Calls, Hearer, Hearing, News, Stands, complete


class MeetingNotice(StrEnum):
    """The meeting's living post, under which everything else about it is said, reminders to the channel, and changes.

    MOVED is also said of a meeting that is held after all, and SERIES of all that were made of a year at once. A body
    whose channel has a copy of the agenda hears there that the meeting is changed (ELSEWHERE). The secretariat hears
    that somebody is away or comes after all (ABSENCE), and whoever stands in, or was told to be away by somebody else,
    hears it in person (STANDING_IN).
    """

    POST = "meeting_post"
    PROPOSAL_DEADLINE = "proposal_deadline"
    MEETING = "meeting"
    MOVED = "meeting_moved"
    CANCELLED = "meeting_cancelled"
    SERIES = "meeting_series"
    ELSEWHERE = "meeting_elsewhere"
    ABSENCE = "absence"
    STANDING_IN = "standing_in"


HEARD: Mapping[MeetingNotice, Hearing] = complete(
    MeetingNotice,
    {
        MeetingNotice.POST: Hearing(who=Hearer.FORUM, stands=Stands.POST, news=News.CHANGE),
        MeetingNotice.PROPOSAL_DEADLINE: Hearing(who=Hearer.FORUM, stands=Stands.ON_POST),
        MeetingNotice.MEETING: Hearing(who=Hearer.FORUM, stands=Stands.REPLY),
        MeetingNotice.MOVED: Hearing(who=Hearer.FORUM, stands=Stands.REPLY),
        MeetingNotice.CANCELLED: Hearing(who=Hearer.FORUM, stands=Stands.REPLY),
        MeetingNotice.SERIES: Hearing(who=Hearer.FORUM, stands=Stands.POST, news=News.KEPT),
        MeetingNotice.ELSEWHERE: Hearing(who=Hearer.FORUM, stands=Stands.POST),
        MeetingNotice.ABSENCE: Hearing(who=Hearer.SECRETARIAT, stands=Stands.DESK, calls=Calls.RECIPIENT),
        MeetingNotice.STANDING_IN: Hearing(who=Hearer.STANDING_IN, stands=Stands.CHAT, calls=Calls.RECIPIENT),
    },
)
