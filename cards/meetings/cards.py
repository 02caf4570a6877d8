"""What one can ask for and what is coming: help, meetings, deadlines, and the question which forum is meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.agenda.actions import ShowAgenda
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.forum import Choice
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.provision import Provision
from bot.domain.meetings.actions import ShowDeadlines, ShowWhoComes
from bot.domain.proposals.actions import OpenProposalForm
from cards.agenda.cards import zone
from cards.calendars.cards import calendar_button
from cards.kit.elements import Card, Json, button, buttons, card, facts, group, heading, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import deadline_rule, deadline_words, listing, long_date, medium_date, relative_day, say, time_span
from cards.meetings.absence import report_button
from cards.meetings.planning import change_buttons, new_button

_LONGEST_QUOTE = 400  # characters of a charter
_LEVELS = ((20, 400, 6), (10, 200, 4), (5, 100, 2))  # meetings, characters of each text, meetings with buttons


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A meeting with the names of who is host and who leads it; `to_come` is said where that is still to be named.

    `may_change`: whoever reads this may move or cancel it.
    """

    meeting: Meeting
    host: str | None
    leaders: Sequence[str]
    to_come: str | None = None
    may_change: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A deadline and where it comes from: the charter's words, else the forum's choice, else nobody settled it.

    `name` is the key of what must be done by then.
    """

    name: str
    deadline: Deadline | None
    provision: Provision[int] | None = None
    choice: Choice | None = None


def meetings(
    forum: str,
    forum_name: str,
    coming: Sequence[Coming],
    frequency: Provision[int],
    *,
    may_plan: bool = False,
) -> Card:
    """The meetings to come, and how often the charter wants them held; whoever `may_plan` can make another."""
    more = [new_button(forum)] if may_plan else []
    return fitted(lambda level: _meetings(forum, forum_name, coming, frequency, more, *level), _LEVELS)


def deadlines(
    forum: str,
    meeting: Meeting,
    today: date,
    dated: Sequence[Dated],
    *,
    older: tuple[Meeting, Dated] | None = None,
    proposes: bool = True,
) -> Card:
    """What must be done by when for a meeting, and the minutes that are still owed of the one before (`older`).

    The way to the form is shown to whoever `proposes`.
    """
    heard = [f"{say(each.name)}: {deadline_words(each.deadline)}." for each in dated if each.deadline]
    title = say("deadlines.title", moede_dato=medium_date(meeting.day))
    return card(
        heading(title),
        *(_dated(each, today) for each in dated),
        _older(*older, today) if older else None,
        actions=[
            button(say("cmd.btn.propose"), OpenProposalForm(forum=forum)) if proposes else None,
            button(say("cmd.btn.agenda"), ShowAgenda(forum=forum, meeting=meeting.id)),
        ],
        speak=" ".join([f"{title}.", *heard]),
        summary=title,
    )


def _meetings(
    forum: str,
    forum_name: str,
    coming: Sequence[Coming],
    frequency: Provision[int],
    more: Sequence[Json],
    most_meetings: int,
    most: int,
    most_changed: int,
) -> Card:
    first = coming[0].meeting if coming else None
    words = (
        say("meetings.next", moede_dato=long_date(first.day)) if first else say("error.no_meeting", forum=forum_name)
    )
    left_out = len(coming) - most_meetings
    return card(
        heading(say("meetings.title", forum=forum_name)),
        None if coming else text(words),
        *(meeting_block(each, most, changes=at < most_changed) for at, each in enumerate(coming[:most_meetings])),
        text(say("meetings.more", antal=left_out), subtle=True) if left_out > 0 else None,
        text(_frequency(frequency, most), subtle=True),
        actions=[*(_about_next(forum, first) if first else ()), *more],
        speak=words,
    )


def _about_next(forum: str, first: Meeting) -> list[Json]:
    return [
        button(say("cmd.btn.agenda"), ShowAgenda(forum=forum, meeting=first.id)),
        button(say("cmd.btn.deadlines"), ShowDeadlines(forum=forum)),
        report_button(forum, first.id),
        button(say("who_comes.btn"), ShowWhoComes(forum=forum, meeting=first.id)),
        calendar_button(forum, first.id),
    ]


def meeting_block(each: Coming, most: int, *, changes: bool = True) -> Json:
    """One meeting with its time, place, host and leaders, and the ways to move or cancel it."""
    held, tz = each.meeting, zone(each.meeting)
    unsettled = each.to_come or say("common.not_regulated")
    return group(
        heading(long_date(held.day), level=2),
        facts(
            {
                say("meetings.time"): time_span(held.starts, held.ends, tz),
                say("meetings.place"): shorten(held.place, most),
                say("meetings.host"): None if each.host is None else shorten(each.host, most),
                say("meetings.leader"): shorten(listing(each.leaders) or unsettled, most),
            }
        ),
        buttons(*change_buttons(held)) if changes and each.may_change else None,
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
