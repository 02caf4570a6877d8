"""A meeting as a notice or the log remembers it."""

from datetime import datetime
from typing import Any

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting


def facts_of(meeting: Meeting) -> dict[str, Any]:
    """When, where and with whom, in JSON's terms."""
    times = {"starts": meeting.starts.isoformat(), "ends": meeting.ends.isoformat()}
    return {**times, "place": meeting.place, "host": meeting.host}


def meeting_as_told(forum: Forum, ident: str, facts: Any) -> Meeting:
    """The meeting that such facts are about."""
    starts, ends = (datetime.fromisoformat(facts[name]).astimezone(forum.timezone) for name in ("starts", "ends"))
    return Meeting(forum=forum.id, id=ident, starts=starts, ends=ends, place=facts["place"], host=facts["host"])
