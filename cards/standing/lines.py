"""What awaits somebody, in a sentence with its last day, and what its button says."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.domain.approval.actions import ShowApprovals
from bot.domain.kernel.charter import Mode
from bot.domain.publication.actions import OpenLink, PaperAction
from bot.domain.publication.state import Paper
from bot.domain.standing.rules import is_late
from bot.domain.standing.state import Awaited, Matter, Way
from cards.kit.words import keyed, medium_date, relative_day, say
from cards.standing.view import Line

_BUTTONS = keyed(Matter, "standing.btn")
_SEVERAL = {
    Matter.PROPOSALS: "standing.btn.proposals.several",
    Matter.OWNERLESS: "standing.btn.ownerless.several",
}
_WHAT = keyed(Matter, "standing.what")
_MANY = {
    Matter.PROPOSALS: "standing.what.proposals.several",
    Matter.SUGGESTIONS: "standing.what.suggestions.several",
    Matter.UNREACHED: "standing.what.unreached.several",
    Matter.OWNERLESS: "standing.what.ownerless.several",
    Matter.OVERDUE: "standing.what.overdue.several",
    Matter.AWAY: "standing.what.away.several",
}


def line_of(each: Awaited[Way], forum: str, days: Mapping[str, date], today: date, mode: Mode) -> Line:
    """The line, its button in that forum; `days` are those of the meetings, `mode` is how agendas are approved."""
    return Line(
        words=_words(each, days),
        title=_title(each, mode),
        way=replace(each.way, forum=forum),
        due=_due(each, today),
        is_late=is_late(each, today),
    )


def _words(each: Awaited[Way], days: Mapping[str, date]) -> str:
    day = days.get(each.meeting or "")
    facts = {"titel": each.title, "version": each.version or "", "n": each.count}
    facts |= {"moede_dato": "" if day is None else medium_date(day)}
    if isinstance(each.way, PaperAction) and each.way.paper is Paper.AGENDA:
        return say("standing.what.publish.agenda", **facts)
    return say(_WHAT[each.matter] if each.count == 1 else _MANY[each.matter], **facts)


def _title(each: Awaited[Way], mode: Mode) -> str:
    key = _BUTTONS[each.matter] if each.count == 1 else _SEVERAL.get(each.matter, _BUTTONS[each.matter])
    if isinstance(each.way, OpenLink):
        key = "standing.btn.link"
    if each.matter is Matter.UNANSWERED and isinstance(each.way, ShowApprovals):
        key = "standing.btn.request"
    if each.matter is Matter.CIRCULATE and mode is Mode.CONSULT:
        key = "standing.btn.circulate.consult"
    return say(key)


def _due(each: Awaited[Way], today: date) -> str:
    if each.due is None:
        return ""
    when = {"dato": medium_date(each.due), "dage": relative_day(each.due, today)}
    return say("standing.due.late", **when) if is_late(each, today) else say("standing.due", **when)
