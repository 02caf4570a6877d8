"""»Årshjul«: a year's meetings against the charter, its hosts in turn, and what is due month by month."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bot.domain.forum.actions import OpenChoice
from bot.domain.kernel.settings import HOSTING_ORDER
from bot.domain.year.actions import ConfirmHost, OpenSwap, ShowYear
from cards.kit.elements import Card, Json, button, card, group, heading, text
from cards.kit.fitting import fitted, shorten
from cards.kit.wheel import WHEEL, Mark, mark_id
from cards.kit.words import listing, medium_date, month, say
from cards.year.counted import counted_words, rule_words
from cards.year.evaluation import choose_button
from cards.year.view import HELD, Dated, HostRow, MeetingRow, Rota, YearView

_LEVELS = ((120, 40, 60), (60, 30, 40), (40, 20, 20), (25, 10, 8))
"""Characters of a text, meetings, and days."""


def year(view: YearView, *, outcome: Json | None = None) -> Card:
    """The whole card."""
    return fitted(lambda level: _year(view, outcome, *level), _LEVELS)


def _year(view: YearView, outcome: Json | None, most: int, meetings: int, days: int) -> Card:
    title = say("year.title", aar=view.year)
    counted = counted_words(view)
    return card(
        heading(title),
        text(view.name, subtle=True, close=True),
        outcome,
        text(rule_words(view)),
        *(text(each, bold=place == 0, close=True) for place, each in enumerate(counted)),
        *(text(each, subtle=True, close=True) for each in view.notes),
        _wheel(view, most, meetings, days),
        *(() if view.rota is None else _hosts(view.rota, most)),
        actions=[*_actions(view), _other(view, view.year - 1), _other(view, view.year + 1)],
        speak=" ".join([f"{title}.", *counted]),
        summary=title,
    )


def meeting_line(row: MeetingRow, most: int) -> str:
    """A meeting on one line: its day, how it stands, where it is and who hosts it."""
    host = None
    if row.host is not None:
        host = say("year.host.proposed" if row.is_proposed else "year.host", vaert=shorten(row.host, most))
        host = f"{host} ({say('year.host.is_confirmed')})" if row.is_confirmed else host
    beyond = say("year.extra") if row.is_beyond else None
    parts = (medium_date(row.day), say(HELD[row.held]), beyond, shorten(row.place, most), host)
    return " · ".join(part for part in parts if part)


def _wheel(view: YearView, most: int, meetings: int, days: int) -> Json | None:
    """What falls on the days of the year; as HTML it can be drawn as well."""
    lines = [
        *_meetings(view, meetings, most),
        *_days(say("year.deadlines"), view.dated[:days], most, Mark.DUE),
        *_days(say("year.outside"), view.outside[:days], most, Mark.OUTSIDE),
    ]
    return group(*lines) | {"id": WHEEL} if lines else None


def _meetings(view: YearView, rows: int, most: int) -> Iterator[Json]:
    if not view.meetings:
        return
    hidden = len(view.meetings) - rows
    yield group(
        heading(say("year.meetings"), level=2),
        *(
            text(meeting_line(each, most), close=True) | {"id": mark_id(each.day, Mark(each.held), number)}
            for number, each in enumerate(view.meetings[:rows])
        ),
        text(say("year.more", antal=hidden), subtle=True) if hidden > 0 else None,
    )


def _hosts(rota: Rota, most: int) -> Iterator[Json]:
    following = None if rota.following is None else say("year.next_host", vaert=rota.following)
    left_out = None
    if rota.order and rota.left_out:
        left_out = say("year.left_out", hvem=shorten(listing(rota.left_out), 3 * most))
    yield group(
        heading(say("year.hosts"), level=2),
        text(rota.words, subtle=True) if rota.words else None,
        text(say("reminder.host.leads"), close=True) if rota.host_leads else None,
        text(say("year.order.unset")) if rota.is_rotating and not rota.order else None,
        *(text(_host(place, each, most), close=True) for place, each in enumerate(rota.order, start=1)),
        text(following, bold=True) if following else None,
        text(left_out, subtle=True) if left_out else None,
    )


def _host(place: int, row: HostRow, most: int) -> str:
    latest = say("year.never") if row.latest is None else medium_date(row.latest)
    return say("year.turn", nr=place, vaert=shorten(row.name, most), dato=latest)


def _days(title: str, dated: Sequence[Dated], most: int, mark: Mark) -> Iterator[Json]:
    if not dated:
        return
    lines = []
    for name, each in groupby(dated, key=lambda one: month(one.day)):
        lines.append(text(name, bold=True))
        for one in each:
            line = text(say("year.day", dag=one.day.day, hvad=shorten(one.words, 2 * most)), close=True)
            lines.append(line | {"id": mark_id(one.day, mark, len(lines))})
    yield group(heading(title, level=2), *lines)


def _actions(view: YearView) -> Iterator[Json]:
    if (each := view.may_confirm) is not None:
        yield button(say("reminder.host.btn"), ConfirmHost(forum=view.forum, meeting=each.id), style="positive")
    if (each := view.may_swap) is not None:
        yield button(say("year.host.btn.swap"), OpenSwap(forum=view.forum, meeting=each.id))
    if view.may_evaluate:
        yield choose_button(view.forum)
    if view.may_order:
        yield button(say("year.btn.order"), OpenChoice(forum=view.forum, choice=HOSTING_ORDER))


def _other(view: YearView, other: int) -> Json:
    return button(say("year.title", aar=other), ShowYear(forum=view.forum, of_year=str(other)))
