"""What a click on each of the topic's actions will do."""

from collections.abc import Mapping

from bot.domain.kernel.action import Action
from bot.domain.meetings.actions import (
    CancelMeeting,
    MakeMeeting,
    MakeSeries,
    MoveMeeting,
    OpenAbsence,
    OpenCancel,
    OpenMove,
    OpenNewMeeting,
    OpenPeriod,
    ReportAbsence,
    ReportPeriod,
    ResumeMeeting,
    ShowDeadlines,
    ShowMeetings,
    ShowSeries,
    ShowWhoComes,
    TakeBackAbsence,
)
from cards.kit.naming import Naming, Title
from cards.kit.titled import person_name, plain, short_name, titled, where
from cards.kit.words import say


def _as(action: OpenNewMeeting | OpenMove | MakeMeeting | MoveMeeting, naming: Naming) -> str:
    """Day, time, place and host as typed, as far as they were."""
    span = "–".join(each for each in (action.begins, action.ends) if each)
    said = (
        action.day,
        say("click.meetings.time", tid=span) if span else "",
        action.place,
        naming.organisation(action.host) if action.host else "",
    )
    return short_name(", ".join(each for each in said if each))


def _becoming(action: OpenMove | MoveMeeting, naming: Naming) -> str:
    """What it becomes: the day, or what else is changed."""
    said = _as(action, naming)
    return f" {say('click.to', hvad=said)}" if said else ""


def _new(action: OpenNewMeeting | MakeMeeting, naming: Naming) -> str:
    said = _as(action, naming)
    return f" {said}" if said else ""


def _year(action: ShowSeries | MakeSeries, naming: Naming) -> str:
    return plain(action.of_year) or str(naming.today.year)


def _count(action: MakeSeries, naming: Naming) -> str:
    kept = len(action.kept) or len(action.day)
    return f" ({kept})" if kept else ""


def _instead(action: ReportAbsence | ReportPeriod, naming: Naming) -> str:
    """Who comes instead, where that is said."""
    name = person_name(naming, action.substitute) or short_name(action.outsider)
    if not name:
        return ""
    key = "click.meetings.substitute_with_mandate" if action.mandate else "click.meetings.substitute"
    return f", {say(key, navn=name)}"


def _span(action: ReportPeriod, naming: Naming) -> str:
    days = short_name("–".join(each for each in (action.since, action.until) if each))
    return f" {days}" if days else ""


def _resumed(action: ResumeMeeting, naming: Naming) -> str:
    meeting = naming.meeting(action.meeting, None)
    return "" if meeting is None else f" ({naming.day(meeting.day)})"


_ABSENCE = titled("click.meetings.take_back")

TITLES: Mapping[type[Action], Title] = {
    ShowMeetings: titled("click.meetings.show"),
    ShowDeadlines: titled("click.meetings.deadlines"),
    ShowWhoComes: titled("click.meetings.who_comes"),
    OpenAbsence: titled("click.meetings.open_absence"),
    OpenPeriod: titled("click.meetings.open_period"),
    OpenNewMeeting: titled("click.meetings.open_new", naar=_new),
    OpenMove: titled("click.meetings.open_move", bliver=_becoming),
    OpenCancel: titled("click.meetings.open_cancel", quotes="reason"),
    ShowSeries: where(
        "anew", titled("click.meetings.propose_series", aar=_year), titled("click.meetings.series", aar=_year)
    ),
    ReportAbsence: titled("click.meetings.absence", suppleant=_instead),
    ReportPeriod: titled("click.meetings.period", dage=_span, suppleant=_instead),
    TakeBackAbsence: where("meeting", _ABSENCE, where("number", titled("click.meetings.take_back_number"), _ABSENCE)),
    MakeMeeting: titled("click.meetings.make", naar=_new),
    MoveMeeting: titled("click.meetings.move", quotes="reason", bliver=_becoming),
    CancelMeeting: titled("click.meetings.cancel", quotes="reason"),
    ResumeMeeting: titled("click.meetings.resume", dag=_resumed),
    MakeSeries: titled("click.meetings.make_series", aar=_year, antal=_count),
}
