"""Moments and spans of a meeting in local time, with the date where it is not the meeting's own."""

from datetime import date, datetime, timedelta, tzinfo

from bot.domain.kernel.meeting import Meeting
from bot.domain.live.state import Live
from cards.kit.words import clock_time, duration, medium_date_time, say, time_span

_A_MINUTE = timedelta(minutes=1)


def moment(at: datetime, day: date, tz: tzinfo) -> str:
    """Like "kl. 16.30", or "den 17. marts 2027 kl. 0.15" on another day than the meeting's."""
    if at.astimezone(tz).date() == day:
        return say("live.time", tid=clock_time(at, tz))
    return say("live.time.day", tid=medium_date_time(at, tz))


def span(began: datetime, ended: datetime | None, day: date, tz: tzinfo) -> str:
    """Like "kl. 16.30–16.45"; of one whose end nobody knows, from when on."""
    if ended is None:
        return say("live.span.open", fra=moment(began, day, tz))
    if began.astimezone(tz).date() == ended.astimezone(tz).date() == day:
        return say("live.time", tid=time_span(began, ended, tz))
    return say("live.span.days", fra=medium_date_time(began, tz), til=medium_date_time(ended, tz))


def lag_words(lag: timedelta) -> str:
    """How far behind the plan, or ahead of it; less than a minute is neither."""
    if abs(lag) < _A_MINUTE:
        return say("live.on_time")
    return say("live.behind" if lag > timedelta() else "live.ahead", tid=duration(abs(lag)))


def held_words(live: Live, ended: datetime | None, meeting: Meeting, tz: tzinfo) -> str:
    """From when until when a meeting was held, to where that was said otherwise afterwards."""
    over = ended or live.ended_at
    if over is None:
        return say("live.post.held.from", tid=moment(live.started_at, meeting.day, tz))
    return say("live.post.held", tid=span(live.started_at, over, meeting.day, tz))
