"""»Møder i 2028«: the year's meetings, the form that proposes those that are missing, and what was made of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.kernel.danish import NOBODY
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.actions import MakeSeries, ShowMeetings, ShowSeries
from bot.domain.meetings.series import Before
from bot.domain.year.actions import ShowYear
from bot.domain.year.frequency import Frequency
from cards.agenda.cards import zone
from cards.kit.elements import (
    Card,
    Json,
    button,
    card,
    choice_input,
    done,
    group,
    heading,
    row,
    text,
    text_input,
    toggle_input,
)
from cards.kit.fitting import fitted, shorten
from cards.kit.words import listing, long_date, medium_date, say, several, time_span
from cards.meetings.cards import Coming, meeting_block
from cards.meetings.consequences import Follows, row_lines
from cards.meetings.planning import LONGEST_PLACE
from cards.year.counted import quoted, wanted

WEEKDAYS: Mapping[str, str] = {
    "0": "series.weekday.monday",
    "1": "series.weekday.tuesday",
    "2": "series.weekday.wednesday",
    "3": "series.weekday.thursday",
    "4": "series.weekday.friday",
    "5": "series.weekday.saturday",
    "6": "series.weekday.sunday",
}
_LONGEST_TYPED = 60
_LEVELS = ((60, 30, 6), (40, 12, 4), (30, 5, 3), (20, 2, 2))  # characters of a name, organisations, lines of a row


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A new meeting as it is typed; the rota has `proposed` the host. What `follows` of it, once it is one."""

    day: str = ""
    begins: str = ""
    ends: str = ""
    place: str = ""
    host: str = ""
    is_kept: bool = True
    proposed: str | None = None
    meeting: Meeting | None = None
    follows: Follows | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A meeting that there is, with its host's name; what follows of one that was just made."""

    meeting: Meeting
    host: str | None
    is_cancelled: bool = False
    follows: Follows | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A year: what there is, what is asked, and the rows; `unknown` bodies are met ahead of, once their days are known.

    `hosts` are offered where meetings have hosts; `seen` is a mark of the meetings that there are.
    """

    forum: str
    forum_name: str
    counted: Frequency
    held: Sequence[Held]
    seen: str
    how_many: str
    weekday: str
    rows: Sequence[Row]
    hosts: Mapping[str, str] | None
    before: Sequence[Before]
    unknown: Sequence[str]


def form(proposal: Proposal) -> Card:
    """The form in which each meeting is a row."""
    return fitted(lambda level: _form(proposal, *level), _LEVELS)


def listed(forum: str, forum_name: str, counted: Frequency, meetings: Sequence[Coming]) -> Card:
    """The year's meetings, for everybody."""
    title = say("series.title", aar=counted.year)
    levels = ((20, 400), (12, 100), (8, 40))
    return fitted(lambda level: _listed(forum, forum_name, counted, meetings, title, *level), levels)


def made(forum: str, year: int, meetings: Sequence[Held]) -> Card:
    """That they were made, with what hangs on each."""
    words = say("series.made", antal=several("series.number", len(meetings)), aar=year)
    return fitted(
        lambda level: card(
            heading(say("series.title", aar=year)),
            done(words, say("series.made.told")),
            *(_held(each, level[2]) for each in meetings),
            actions=[
                button(say("series.btn.show"), ShowSeries(forum=forum, of_year=str(year))),
                button(say("cmd.btn.meetings"), ShowMeetings(forum=forum)),
            ],
            speak=words,
        ),
        _LEVELS,
    )


def told(forum: str, forum_name: str, year: int, meetings: Sequence[Held]) -> Card:
    """The message to the channel: all that were made, as they are by now."""
    title = say("series.told.title", forum=forum_name, aar=year)
    return card(
        heading(title),
        text(say("series.told")),
        *(text(_line(each)) for each in meetings),
        actions=[button(say("series.btn.show"), ShowSeries(forum=forum, of_year=str(year)))],
        speak=title,
    )


def _form(proposal: Proposal, name: int, offered: int, lines: int) -> Card:
    year, rows = proposal.counted.year, proposal.rows
    title = say("series.title", aar=year)
    return card(
        heading(title),
        *(text(each, subtle=True) for each in _rules(proposal)),
        *_there(proposal.held),
        *_asked(proposal),
        *(_row(proposal, each, number, name, offered, lines) for number, each in enumerate(rows, start=1)),
        actions=_bar(proposal),
        speak=f"{title}. {_summary(proposal)}",
        summary=title,
    )


def _rules(proposal: Proposal) -> Iterator[str]:
    """How many meetings the charter wants, in its own words, and which bodies the forum meets ahead of."""
    rules = proposal.counted.rules
    words = quoted(rules)
    yield " ".join((say("year.rule", antal=wanted(rules)), *([say("overview.charter", ord=words)] if words else [])))
    for each in proposal.before:
        yield say("series.before", ekstern=each.name, dato=medium_date(each.day), fra=medium_date(each.since))
    known = {each.name for each in proposal.before}
    if missing := [each for each in proposal.unknown if each not in known]:
        yield say("series.before.unknown", eksterne=listing(missing), aar=proposal.counted.year)


def _there(held: Sequence[Held]) -> Iterator[Json]:
    if held:
        yield group(text(say("series.there"), bold=True), *(text(_line(each), close=True) for each in held))


def _asked(proposal: Proposal) -> Iterator[Json]:
    """How many altogether and on which weekday: what neither charter nor practice says is asked."""
    year = proposal.counted.year
    yield text(_summary(proposal), bold=True)
    yield text_input("how_many", say("series.field.number", aar=year), value=proposal.how_many, most=_LONGEST_TYPED)
    days = {value: say(key) for value, key in WEEKDAYS.items()}
    yield choice_input("weekday", say("series.field.weekday"), days, value=proposal.weekday)


def _summary(proposal: Proposal) -> str:
    if proposal.rows:
        return say("series.proposed", antal=several("series.number", len(proposal.rows)))
    if not proposal.how_many and proposal.counted.needed is None:
        return say("series.ask.number", fastsat=say("common.not_regulated"))
    return say("series.ask.weekday") if not proposal.weekday else say("series.enough", aar=proposal.counted.year)


def _row(proposal: Proposal, each: Row, number: int, name: int, offered: int, lines: int) -> Json:
    place = say("meeting.field.place")
    told = [] if each.follows is None or each.meeting is None else row_lines(each.follows, each.meeting)
    ahead = [
        say("series.row.before", ekstern=other.name, dato=medium_date(other.day))
        for other in proposal.before
        if each.meeting is not None and other.has(each.meeting.day)
    ]
    return group(
        heading(_row_title(each, number), level=2),
        toggle_input(f"kept_{number}", say("series.row.kept", nr=number), say("meeting.btn.new"), value=each.is_kept),
        _short("day", say("meeting.field.date"), each.day, number),
        row(
            (_short("begins", say("meeting.field.from"), each.begins, number), "stretch"),
            (_short("ends", say("meeting.field.to"), each.ends, number), "stretch"),
        ),
        text_input(f"place_{number}", _label(place, number), value=each.place, most=LONGEST_PLACE),
        None if proposal.hosts is None else _host(proposal.hosts, each, number, name, offered),
        *(text(words, subtle=True) for words in [*ahead, *told][:lines]),
        divided=True,
    )


def _row_title(each: Row, number: int) -> str:
    if each.meeting is None:
        return say("series.row", nr=number)
    return say("series.row.dated", nr=number, dato=long_date(each.meeting.day))


def _short(name: str, label: str, value: str, number: int) -> Json:
    example = say("absence.field.day.example") if name == "day" else say("meeting.time.example")
    return text_input(f"{name}_{number}", _label(label, number), value=value, placeholder=example, most=_LONGEST_TYPED)


def _label(label: str, number: int) -> str:
    return say("series.field.of_row", felt=label, nr=number)


def _host(hosts: Mapping[str, str], each: Row, number: int, name: int, offered: int) -> Json:
    """The organisations, the one that is chosen never left out, and which the rota proposes."""
    shown = {ident: shorten(known, name) for ident, known in list(hosts.items())[:offered]}
    shown |= {ident: shorten(known, name) for ident, known in hosts.items() if ident in (each.host, each.proposed)}
    if each.proposed in shown:
        shown[each.proposed] = say("agenda.host.proposed", vaert=shown[each.proposed])
    choices = {NOBODY: say("meeting.host.none"), **shown}
    value = each.host if each.host in choices else NOBODY
    return choice_input(f"host_{number}", _label(say("meeting.field.host"), number), choices, value=value)


def _bar(proposal: Proposal) -> list[Json]:
    forum, year = proposal.forum, str(proposal.counted.year)
    anew = button(say("series.btn.propose"), ShowSeries(forum=forum, of_year=year, anew=True))
    if not proposal.rows:
        return [anew]
    making = MakeSeries(forum=forum, of_year=year, seen=proposal.seen)
    return [
        button(say("series.btn.make"), making, style="positive"),
        button(say("meeting.consequences"), ShowSeries(forum=forum, of_year=year)),
        anew,
    ]


def _listed(
    forum: str, forum_name: str, counted: Frequency, meetings: Sequence[Coming], title: str, most: int, longest: int
) -> Card:
    left_out = len(meetings) - most
    words = say("year.rule", antal=wanted(counted.rules))
    return card(
        heading(title),
        text(forum_name),
        None if meetings else text(say("series.none", forum=forum_name, aar=counted.year)),
        *(meeting_block(each, longest) for each in meetings[:most]),
        text(say("meetings.more", antal=left_out), subtle=True) if left_out > 0 else None,
        text(words, subtle=True),
        actions=[
            button(say("cmd.btn.meetings"), ShowMeetings(forum=forum)),
            button(say("series.btn.year"), ShowYear(forum=forum, of_year=str(counted.year))),
        ],
        speak=f"{title}. {forum_name}.",
        summary=title,
    )


def _held(each: Held, lines: int) -> Json:
    told = [] if each.follows is None else row_lines(each.follows, each.meeting)
    return group(text(_line(each), bold=True), *(text(words, subtle=True, close=True) for words in told[:lines]))


def _line(each: Held) -> str:
    """When, where and with whom, or that it is cancelled."""
    meeting = each.meeting
    day, span = long_date(meeting.day), time_span(meeting.starts, meeting.ends, zone(meeting))
    if each.is_cancelled:
        return say("series.line.cancelled", dag=day)
    host = [] if each.host is None else [say("series.line.host", vaert=each.host)]
    return " · ".join((say("series.line", dag=day, tid=span), *([meeting.place] if meeting.place else []), *host))
