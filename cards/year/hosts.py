"""Who hosts a meeting: the question to its people, the form for changing places, and what the secretariat hears."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.kernel.forum import COPENHAGEN
from bot.domain.kernel.meeting import Meeting
from bot.domain.year.actions import ConfirmHost, OpenSwap, ShowYear, SwapHosts
from cards.kit.elements import Card, Json, Mention, button, called, card, choice_input, done, heading, text
from cards.kit.words import date_time, medium_date, say


@dataclass(frozen=True, slots=True, kw_only=True)
class HostView:
    """A meeting's host as it stands: by name, `is_proposed` where the rota alone says so, and what may be done.

    `confirmed_by` is who confirmed it; `instead` is who hosts it by now, where that is another than was asked.
    """

    meeting: Meeting
    forum_name: str
    host: str
    host_id: str
    is_proposed: bool = False
    confirmed_by: str | None = None
    instead: str | None = None
    is_over: bool = False


def asked(view: HostView, mention: Mention | None = None, *, outcome: str | None = None) -> Card:
    """The question, or what became of it."""
    day = medium_date(view.meeting.day)
    key = "year.host.ask.proposed" if view.is_proposed else "reminder.host"
    words = say(key, organisation=view.host, forum=view.forum_name, moede_dato=day)
    state = outcome or _state(view)
    return card(
        heading(say("year.host.title", moede_dato=day)),
        called(mention, words) if view.instead is None else None,
        text(_where(view.meeting), subtle=True, close=True),
        done(outcome) if outcome else None,
        text(state, bold=True) if state and outcome is None else None,
        actions=_buttons(view),
        speak=state or words,
        summary=state or words,
        mentions=[] if mention is None or view.instead is not None else [mention],
    )


def swap_form(view: HostView, others: Mapping[str, str], picked: str = "") -> Card:
    """With whom the meeting's host changes places."""
    meeting = view.meeting
    words = say("year.swap.intro", vaert=view.host, moede_dato=medium_date(meeting.day))
    return card(
        heading(say("year.host.btn.swap")),
        text(words),
        choice_input("other", say("year.swap.with"), others, value=picked, required=say("error.swap_with")),
        actions=[
            button(say("year.host.btn.swap"), SwapHosts(forum=meeting.forum, meeting=meeting.id), style="positive")
        ],
        speak=words,
    )


def swapped(forum: str, lines: Sequence[str], following: str | None) -> Card:
    """What came of it: who hosts which meeting by now, and who is next."""
    following_words = None if following is None else say("year.next_host", vaert=following)
    return card(
        heading(say("year.swapped.title")),
        done(*lines),
        text(following_words, bold=True) if following_words else None,
        actions=[button(say("cmd.btn.year"), ShowYear(forum=forum))],
        speak=" ".join([*lines, *([following_words] if following_words else [])]),
    )


def news(title: str, words: str, forum: str, mention: Mention | None) -> Card:
    """To one of the secretariat: what others settled of a host."""
    return card(
        heading(title),
        called(mention, words),
        actions=[button(say("cmd.btn.year"), ShowYear(forum=forum))],
        speak=words,
        mentions=[] if mention is None else [mention],
    )


def _where(meeting: Meeting) -> str:
    return f"{date_time(meeting.starts, meeting.starts.tzinfo or COPENHAGEN)} · {meeting.place}"


def _state(view: HostView) -> str | None:
    if view.instead is not None:
        return say("year.host.instead", vaert=view.instead)
    if view.confirmed_by is not None:
        return say("year.host.confirmed", vaert=view.host, navn=view.confirmed_by)
    return say("year.host.over") if view.is_over else None


def _buttons(view: HostView) -> list[Json | None]:
    forum, meeting = view.meeting.forum, view.meeting.id
    is_open = view.instead is None and not view.is_over
    confirm = ConfirmHost(forum=forum, meeting=meeting, host=view.host_id)
    return [
        button(say("reminder.host.btn"), confirm, style="positive") if is_open and view.confirmed_by is None else None,
        button(say("year.host.btn.swap"), OpenSwap(forum=forum, meeting=meeting)) if is_open else None,
        button(say("cmd.btn.year"), ShowYear(forum=forum)),
    ]
