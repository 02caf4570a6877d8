"""Who owes an answer, what they would be told, and when each was told before; and the reminder about minutes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from bot.domain.approval.notices import ApprovalNotice
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.actions import ShowMinutes
from bot.domain.reach.actions import Nudge
from bot.domain.reach.nudging import Matter, Round
from cards.kit.elements import Card, Mention, box, button, called, card, done, group, heading, text
from cards.kit.words import long_date, medium_date, medium_date_time, say


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody who owes an answer, and what they have had."""

    name: str
    had: str


def preview(forum: str, this: Round, lines: Sequence[Line], *, may_send: bool, outcome: str | None = None) -> Card:
    """What pressing the button does; afterwards, what it did."""
    day = medium_date(this.meeting.day)
    about = say("nudge.minutes", moede_dato=day)
    if this.matter is Matter.AGENDA:
        about = say("nudge.agenda", moede_dato=day, nr=this.number)
    title, body = say("nudge.title"), _body(this, day)
    kinds = {owed.kind for owed, _ in this.owing}
    clears = text(say("nudge.agenda.clearance"), subtle=True) if ApprovalNotice.CLEARANCE_MISSING in kinds else None
    press = Nudge(forum=forum, meeting=this.meeting.id)
    return card(
        heading(title),
        done(outcome) if outcome else None,
        text(about, bold=True),
        text(say("nudge.who")),
        *(group(text(each.name), text(each.had, subtle=True, close=True)) for each in lines),
        box(text(say("nudge.says"), subtle=True), text(body), clears) if may_send else None,
        actions=[button(say("approval.btn.nudge"), press, style="positive")] if may_send else [],
        speak=outcome or f"{title}. {about}.",
    )


def lately(nudged: datetime, again: date, tz: tzinfo) -> str:
    """When somebody was reminded by the secretariat, and from when they may be once more."""
    return say("nudge.line.lately", tidspunkt=medium_date_time(nudged, tz), dag=long_date(again))


def minutes(forum: str, meeting: Meeting, mention: Mention | None) -> Card:
    """The reminder to one who is to approve minutes."""
    told = say("nudge.minutes.body", moede_dato=medium_date(meeting.day))
    return card(
        heading(say("nudge.title")),
        called(mention, told),
        actions=[button(say("minutes.btn.open"), ShowMinutes(forum=forum, meeting=meeting.id))],
        speak=told,
        mentions=[] if mention is None else [mention],
    )


def _body(this: Round, day: str) -> str:
    if this.matter is Matter.MINUTES:
        return say("nudge.minutes.body", moede_dato=day)
    return say("nudge.agenda.body", moede_dato=day)
