"""What a forum file would have otherwise of a meeting, and is left as it was decided in Teams."""

from bot.domain.forum.planned import KeptMeeting
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from cards.agenda.cards import zone
from cards.kit.words import clock_time, date_time, say


def kept_meeting(forum: Forum, kept: KeptMeeting) -> str:
    """The meeting as it is and as the file says, and what can be done about it."""
    told = {"id": kept.decided.id, "teams": _facts(forum, kept.decided)}
    if kept.written is None:
        return say("kept_meeting.made", **told)
    reason = kept.decided.reason
    told |= {
        "fil": _facts(forum, kept.written),
        "grund": " " + say("kept_meeting.reason", ord=" ".join(reason.split())) if reason else "",
    }
    return say("kept_meeting.cancelled" if kept.is_cancelled else "kept_meeting.changed", **told)


def _facts(forum: Forum, meeting: Meeting) -> str:
    host, tz = forum.organisation(meeting.host), zone(meeting)
    return say(
        "kept_meeting.facts",
        tidspunkt=date_time(meeting.starts, tz),
        slut=clock_time(meeting.ends, tz),
        sted=meeting.place,
        vaert=say("kept_meeting.no_host") if host is None else host.name,
    )
