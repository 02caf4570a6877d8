"""What one can ask for and what is coming: help, meetings, deadlines, and the question which forum is meant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from functools import cache

from bot.domain.actions import (
    Action,
    OpenProposalForm,
    ShowAgenda,
    ShowApprovals,
    ShowDeadlines,
    ShowHelp,
    ShowMeetings,
    ShowMinutes,
    ShowMyProposals,
)
from bot.domain.charter import Provision
from bot.domain.deadlines import Deadline
from bot.domain.forum import Choice
from bot.domain.meeting import Meeting
from cards.elements import Card, Json, button, buttons, card, escape, facts, group, heading, rich, text
from cards.fitting import fitted, shorten
from cards.words import deadline_rule, deadline_words, listing, long_date, medium_date, relative_day, say, time_span

_FORUMS = (20, 5, 2, 0)  # offered at once; what was typed lies in each button
_IN_A_ROW = 4  # buttons; Teams shows six at most
_LONGEST_QUOTE = 400  # characters of a charter
_LEVELS = ((20, 400), (10, 200), (5, 100))  # meetings, characters of each text


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A meeting with the names of who is host and who leads it."""

    meeting: Meeting
    host: str | None
    leaders: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A deadline and where it comes from: the charter's words, else the forum's choice, else nobody settled it.

    `name` is the key of what must be done by then.
    """

    name: str
    deadline: Deadline | None
    provision: Provision[int] | None = None
    choice: Choice | None = None


def show_help(forum: str, *, writes: bool, approves: bool) -> Card:
    """What one can ask for; what only the secretariat or approvers can ask for is shown to them."""
    return card(
        heading(say("help.title")),
        rich(_lines("propose", "agenda", "meetings", "approvals", "deadlines", "minutes", "mine", "help", "proposer")),
        _section("help.approvers", "respond", "consult") if approves else None,
        _section("help.secretariat", "triage", "edit", "circulate", "record") if writes else None,
        text(say("help.footer"), subtle=True),
        *_ways_in(forum),
        speak=say("help.speak"),
    )


def not_understood(forum: str, nearest: str | None) -> Card:
    """The sentence was no command; perhaps it was meant to be the nearest one."""
    words = say("error.unknown_command.nearest", kommando=nearest) if nearest else say("error.unknown_command")
    return card(text(words), actions=[button(say("cmd.btn.help"), ShowHelp(forum=forum))], speak=words)


def which_forum(among: Mapping[str, Action]) -> Card:
    """Somebody who sits in several forums is asked which is meant; each name asks for its action."""
    return fitted(lambda most: _which_forum(among, most), _FORUMS)


def meetings(forum: str, forum_name: str, coming: Sequence[Coming], frequency: Provision[int], tz: tzinfo) -> Card:
    """The meetings to come, and how often the charter wants them held."""
    return fitted(lambda level: _meetings(forum, forum_name, coming, frequency, tz, *level), _LEVELS)


def deadlines(
    forum: str, meeting: Meeting, today: date, dated: Sequence[Dated], *, older: tuple[Meeting, Dated] | None = None
) -> Card:
    """What must be done by when for a meeting, and the minutes that are still owed of the one before (`older`)."""
    heard = [f"{say(each.name)}: {deadline_words(each.deadline)}." for each in dated if each.deadline]
    title = say("deadlines.title", moede_dato=medium_date(meeting.day))
    return card(
        heading(title),
        *(_dated(each, today) for each in dated),
        _older(*older, today) if older else None,
        actions=[
            button(say("cmd.btn.propose"), OpenProposalForm(forum=forum)),
            button(say("cmd.btn.agenda"), ShowAgenda(forum=forum, meeting=meeting.id)),
        ],
        speak=" ".join([f"{title}.", *heard]),
        summary=title,
    )


def _which_forum(among: Mapping[str, Action], most: int) -> Card:
    words = say("overview.which_forum")
    offered = [button(shorten(name, 60), action) for name, action in list(among.items())[:most]]
    return card(
        heading(words),
        *_rows(offered),
        text(say("overview.other_forum")) if len(among) > most else None,
        speak=words,
    )


def _rows(every: Sequence[Json]) -> list[Json]:
    """Buttons in rows that Teams shows whole."""
    return [buttons(*every[start : start + _IN_A_ROW]) for start in range(0, len(every), _IN_A_ROW)]


@cache  # the copy does not change, and help is what people ask for most
def _lines(*names: str) -> str:
    return "\n\n".join(_explained(say(f"help.{name}")) for name in names)


def _explained(line: str) -> str:
    """What one writes stands out from what it is for."""
    command, dash, meaning = line.partition(" – ")
    return f"**{escape(command)}**{dash}{escape(meaning)}" if dash else escape(command)


def _section(name: str, *lines: str) -> Json:
    return group(heading(say(name), level=2), rich(_lines(*lines)))


def _ways_in(forum: str) -> list[Json]:
    ways: Mapping[str, Action] = {
        "propose": OpenProposalForm(forum=forum),
        "agenda": ShowAgenda(forum=forum),
        "meetings": ShowMeetings(forum=forum),
        "approvals": ShowApprovals(forum=forum),
        "deadlines": ShowDeadlines(forum=forum),
        "minutes": ShowMinutes(forum=forum),
        "mine": ShowMyProposals(forum=forum),
    }
    return _rows([button(say(f"cmd.btn.{name}"), action) for name, action in ways.items()])


def _meetings(
    forum: str,
    forum_name: str,
    coming: Sequence[Coming],
    frequency: Provision[int],
    tz: tzinfo,
    most_meetings: int,
    most: int,
) -> Card:
    first = coming[0].meeting if coming else None
    words = (
        say("meetings.next", moede_dato=long_date(first.day)) if first else say("error.no_meeting", forum=forum_name)
    )
    left_out = len(coming) - most_meetings
    return card(
        heading(say("meetings.title", forum=forum_name)),
        None if coming else text(words),
        *(_meeting(each, tz, most) for each in coming[:most_meetings]),
        text(say("meetings.more", antal=left_out), subtle=True) if left_out > 0 else None,
        text(_frequency(frequency, most), subtle=True),
        actions=_about_next(forum, first) if first else (),
        speak=words,
    )


def _about_next(forum: str, first: Meeting) -> list[Json]:
    return [
        button(say("cmd.btn.agenda"), ShowAgenda(forum=forum, meeting=first.id)),
        button(say("cmd.btn.deadlines"), ShowDeadlines(forum=forum)),
    ]


def _meeting(each: Coming, tz: tzinfo, most: int) -> Json:
    held = each.meeting
    unsettled = say("common.not_regulated")
    return group(
        heading(long_date(held.day), level=2),
        facts(
            {
                say("meetings.time"): time_span(held.starts, held.ends, tz),
                say("meetings.place"): shorten(held.place, most),
                say("meetings.host"): shorten(each.host or say("overview.unknown_host"), most),
                say("meetings.leader"): shorten(listing(each.leaders) or unsettled, most),
            }
        ),
    )


def _frequency(frequency: Provision[int], most: int) -> str:
    if frequency.value is None:
        return say("meetings.frequency", antal=say("common.not_regulated"))
    return _quoted(say("meetings.frequency", antal=say("meetings.least", antal=frequency.value)), frequency, most)


def _quoted(words: str, provision: Provision[int], most: int) -> str:
    quote = provision.words
    return f"{words} {say('overview.charter', ord=shorten(quote, most))}" if quote else words


def _dated(each: Dated, today: date) -> Json:
    if each.deadline is None:
        return group(text(say(each.name), bold=True), text(say("common.not_regulated"), subtle=True, close=True))
    away = relative_day(each.deadline.day, today)
    return group(
        text(say(each.name), bold=True),
        text(f"{deadline_words(each.deadline)} – {away}", close=True),
        text(f"{deadline_rule(each.deadline)}. {_source(each)}", subtle=True, close=True),
    )


def _source(each: Dated) -> str:
    if each.provision is not None and each.provision.value is not None:
        return _quoted("", each.provision, _LONGEST_QUOTE).strip()
    if each.choice is not None:
        return say("overview.choice", hvem=each.choice.chosen_by, dato=medium_date(each.choice.on))
    return ""


def _older(meeting: Meeting, owed: Dated, today: date) -> Json:
    words = say("deadlines.owed", moede_dato=medium_date(meeting.day))
    return group(heading(words, level=2), _dated(owed, today), divided=True)
