"""»Årsstatus«: what happened in a year in numbers and as a text, who approved it, and that it was sent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from bot.domain.documents.actions import OpenDocument
from bot.domain.documents.state import Kind
from bot.domain.forum.actions import OpenChoice
from bot.domain.kernel.witness import Witness
from bot.domain.year.actions import ApproveStatus, OpenStatus, SaveStatus, SendStatus, ShowStatus
from bot.domain.year.reports import DUE
from cards.audit.code import code_line
from cards.kit.elements import Card, Json, Mention, button, called, card, done, facts, heading, text, text_input
from cards.kit.files import file_buttons
from cards.kit.fitting import Room, fitting
from cards.kit.words import listing, medium_date, medium_date_time, say
from cards.year.happened import LONGEST


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusView:
    """A year's report as somebody may see it; `to` is whom it goes to, None where no charter asks for one.

    `bases` is what the charter says of it. `others` are further reports that it expects, by id. `missing` are those
    whose approval is needed still.
    """

    forum: str
    report: str
    year: int
    revision: int
    to: str | None
    is_asked_for: bool
    bases: Sequence[str]
    numbers: Mapping[str, str | None]
    words: str
    until: date | None  # None once the year is over
    due: date | None
    approved: Sequence[str]
    missing: Sequence[str]
    is_required: bool | None  # None where nobody settled it
    sent_by: str
    sent_at: datetime | None
    tz: tzinfo
    witness: Witness | None
    others: Mapping[str, str]
    may_write: bool
    may_approve: bool


def status(view: StatusView, *, outcome: str | None = None) -> Card:
    """The whole card."""
    return fitting(lambda room: _status(view, outcome, room), longest=LONGEST)


def form(view: StatusView, words: str) -> Card:
    """Its text, to be written anew."""
    title = say("year.status.title", aar=view.year)
    send = SaveStatus(forum=view.forum, of_year=str(view.year), report=view.report, revision=view.revision)
    anew = OpenStatus(forum=view.forum, of_year=str(view.year), report=view.report, anew=True)
    label = say("status.field.words")
    needed = say("error.missing_field", felt=label)
    return card(
        heading(title),
        text(say("status.form.intro")),
        text_input("words", label, value=words, most=LONGEST, multiline=True, required=needed),
        text(say("privacy.notice"), subtle=True),
        actions=[
            button(say("status.btn.save"), send, style="positive"),
            button(say("status.btn.anew"), anew, checks_inputs=False),
        ],
        speak=title,
    )


def day_asked(forum: str, to: str, quote: str, mention: Mention | None) -> Card:
    """The secretariat is asked by when the report is due."""
    words = say("status.day.ask", modtager=to)
    return card(
        heading(say("status.day.title")),
        called(mention, words),
        text(say("overview.charter", ord=quote), subtle=True) if quote else None,
        actions=[button(say("status.btn.day"), OpenChoice(forum=forum, choice=DUE))],
        speak=words,
        mentions=[] if mention is None else [mention],
    )


def due(view: StatusView, mention: Mention | None) -> Card:
    """The secretariat is reminded that the report is due."""
    day = say("common.not_regulated") if view.due is None else medium_date(view.due)
    words = say("reminder.annual_status", modtager=_to(view), aar=view.year, frist=day)
    return card(
        heading(say("status.due.title", aar=view.year)),
        called(mention, words),
        actions=[button(say("year.status.title", aar=view.year), _show(view)), *_sending(view)],
        speak=words,
        mentions=[] if mention is None else [mention],
    )


def _status(view: StatusView, outcome: str | None, room: Room) -> Card:
    title = say("year.status.title", aar=view.year)
    standing = outcome or standing_words(view)
    return card(
        heading(title),
        text(whom_words(view), subtle=True, close=True),
        *(text(each, subtle=True, close=True) for each in view.bases),
        done(outcome) if outcome else None,
        text(standing_words(view), bold=True) if outcome is None else None,
        text(say("status.until", aar=view.year, dato=medium_date(view.until))) if view.until else None,
        *(text(each, subtle=True, close=True) for each in approval_words(view)),
        facts(view.numbers),
        text(room.cut(view.words)),
        code_line(view.witness),
        actions=[*_buttons(view), *(button(name, _show(view, each)) for each, name in view.others.items())],
        speak=f"{title}. {standing}",
        summary=outcome or title,
    )


def whom_words(view: StatusView) -> str:
    """Whom it is for, and by when."""
    if not view.is_asked_for:
        return say("status.not_asked")
    if view.to is None:
        return say("status.to.unset")
    if view.sent_at is not None:
        return say("status.to", modtager=view.to)
    day = say("status.due.unset") if view.due is None else say("status.due", dato=medium_date(view.due))
    return f"{say('status.to', modtager=view.to)} {day}"


def standing_words(view: StatusView) -> str:
    """That it is a draft, or when it was sent and by whom."""
    if view.sent_at is None:
        return say("status.draft")
    when = medium_date_time(view.sent_at, view.tz)
    return say("status.sent", modtager=_to(view), tidspunkt=when, navn=view.sent_by)


def approval_words(view: StatusView) -> list[str]:
    """Who has approved it and whose approval is missing, where any charter asks for a report."""
    if not view.is_asked_for:
        return []
    told = [say("status.approved", navne=listing(view.approved))] if view.approved else []
    if view.sent_at is not None:
        return told
    if view.missing:
        told.append(say("status.missing", navne=listing(view.missing)))
    if view.is_required is None:
        told.append(say("status.approval.unset"))
    return told


def _buttons(view: StatusView) -> list[Json | None]:
    year, forum, report = str(view.year), view.forum, view.report
    is_open = view.sent_at is None
    write = OpenStatus(forum=forum, of_year=year, report=report)
    approve = ApproveStatus(forum=forum, of_year=year, report=report, revision=view.revision)
    return [
        button(say("status.btn.approve"), approve, style="positive") if is_open and view.may_approve else None,
        *(_sending(view) if is_open and view.may_write else ()),
        button(say("status.btn.write"), write) if is_open and view.may_write else None,
        *file_buttons(OpenDocument(forum=forum, paper=Kind.STATUS, year=view.year, report=report)),
    ]


def _sending(view: StatusView) -> list[Json]:
    if view.to is None:
        return []
    send = SendStatus(forum=view.forum, of_year=str(view.year), report=view.report, revision=view.revision)
    return [button(say("year.status.btn.send", modtager=view.to), send, style="positive")]


def _to(view: StatusView) -> str:
    return view.to or say("common.not_regulated")


def _show(view: StatusView, report: str | None = None) -> ShowStatus:
    return ShowStatus(forum=view.forum, of_year=str(view.year), report=view.report if report is None else report)
