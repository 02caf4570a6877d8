"""The reminder of the meeting, in the channel."""

from collections.abc import Sequence
from datetime import tzinfo

from bot.domain.agenda.actions import ShowAgenda
from bot.domain.kernel.meeting import Meeting
from cards.calendars.cards import calendar_button
from cards.kit.elements import Card, button, card, heading, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import long_date, say, several, time_span
from cards.meetings.absence import report_button

_LEVELS = (200, 100, 50)  # characters of each title


def meeting(
    forum_name: str,
    each: Meeting,
    tz: tzinfo,
    *,
    host: str | None,
    host_leads: bool,
    titles: Sequence[str],
    doctors: str | None = None,
    attending: Sequence[str] = (),
) -> Card:
    """When and where the meeting is, who is host, what is on its agenda, which doctors come, and who is away."""
    told = (host, host_leads, titles, doctors, attending)
    return fitted(lambda most: _meeting(forum_name, each, tz, *told, most), _LEVELS)


def _meeting(
    forum_name: str,
    each: Meeting,
    tz: tzinfo,
    host: str | None,
    host_leads: bool,
    titles: Sequence[str],
    doctors: str | None,
    attending: Sequence[str],
    most: int,
) -> Card:
    words = say(
        "reminder.meeting.body.no_host" if host is None else "reminder.meeting.body",
        forum=forum_name,
        moede_dato_lang=long_date(each.day),
        tid=time_span(each.starts, each.ends, tz),
        sted=each.place,
        vaert=host,
        punkter=several("common.items", len(titles)),
    )
    return card(
        heading(say("reminder.meeting.title")),
        text(words),
        text(say("reminder.host.leads")) if host_leads else None,
        text(say("composition.plo.answered", navne=doctors)) if doctors else None,
        text("\n".join(f"{place}. {shorten(title, most)}" for place, title in enumerate(titles, start=1))),
        *map(text, attending),
        actions=[
            button(say("agenda.btn.open"), ShowAgenda(forum=each.forum, meeting=each.id)),
            report_button(each.forum, each.id),
            calendar_button(each.forum, each.id),
        ],
        speak=words,
    )
