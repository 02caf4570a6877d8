"""Papers of a year: its status, and what became of the shared funds."""

from collections.abc import Iterator
from datetime import datetime, tzinfo

from bot.domain.documents.blocks import Block, Document, Grid, Heading, Tone
from cards.documents.frame import document, facts, in_a_line, paragraphs, plain, seal
from cards.funds.report import Report, lead_words
from cards.funds.view import EntryView, called, council_line, councils_words, sums
from cards.kit.words import medium_date, medium_date_time, money, say
from cards.year.status import StatusView, approval_words, standing_words, whom_words

_COLUMNS = (
    "documents.column.entry",
    "documents.column.day",
    "documents.column.amount",
    "documents.column.purpose",
    "documents.column.organisation",
    "documents.column.basis",
)


def status(view: StatusView, forum_name: str, at: datetime, address: str | None) -> Document:
    """The year's status: to whom, the year in numbers, and its text; what was not sent says that it is a draft."""
    name, title = say("documents.kind.status"), say("status.draft.title", aar=view.year, forum=forum_name)
    running = say("documents.running", papir=name, dag=view.year)
    return document(
        title,
        forum_name=forum_name,
        running=running if view.sent_at is not None else f"{running} · {say('documents.running.draft')}",
        at=at,
        blocks=_status(view, title),
        seal=seal([standing_words(view), _as_of(at, view.tz)], view.witness, address),
        keywords=[name, str(view.year)],
    )


def fund_report(report: Report, at: datetime, tz: tzinfo) -> Document:
    """The year of the funds: its sums, whole and by purpose, every entry, and what the councils said."""
    name = say("documents.kind.funds")
    return document(
        say("funds.report.title", aar=report.year),
        forum_name=report.forum_name,
        running=say("documents.running", papir=name, dag=report.year),
        at=at,
        blocks=_funds(report),
        seal=seal([_as_of(at, tz)], None, None),
        keywords=[name, str(report.year)],
    )


def _as_of(at: datetime, tz: tzinfo) -> str:
    return say("documents.as_of", tidspunkt=medium_date_time(at, tz))


def _status(view: StatusView, title: str) -> Iterator[Block]:
    if view.sent_at is None:
        yield plain(say("documents.draft"), Tone.LEAD)
    yield plain(whom_words(view))
    for each in view.bases:
        yield plain(each, Tone.ASIDE)
    if view.until is not None:
        yield plain(say("status.until", aar=view.year, dato=medium_date(view.until)))
    yield Heading(level=1, text=say("documents.status.numbers"))
    yield from facts(view.numbers.items())
    yield Heading(level=1, text=say("documents.status.words"))
    yield from paragraphs(view.words.removeprefix(title))  # our own draft of the text begins with it
    if told := approval_words(view):
        yield Heading(level=1, text=say("documents.status.approval"))
        yield from map(plain, told)


def _funds(report: Report) -> Iterator[Block]:
    yield from facts([(say("documents.fact.forum"), report.forum_name), *sums(report.total).items()])
    yield plain(lead_words(report))
    if len(report.accounts) > 1:
        yield Heading(level=1, text=say("documents.funds.purposes"))
        for name, balance in report.accounts.items():
            yield Heading(level=2, text=in_a_line(name) or say("documents.none"))
            yield from facts(sums(balance).items())
    yield Heading(level=1, text=say("funds.entries"))
    yield from _entries(report)
    if report.councils:
        yield Heading(level=1, text=say("documents.funds.councils"))
        yield plain(councils_words(report.councils))
        for each in report.councils:
            yield plain(council_line(each))


def _entries(report: Report) -> Iterator[Block]:
    if not report.entries:
        yield plain(say("funds.empty", aar=report.year))
        return
    yield Grid(
        caption=say("documents.funds.caption", aar=report.year),
        header=tuple(map(say, _COLUMNS)),
        rows=tuple(map(_entry, report.entries)),
    )


def _entry(entry: EntryView) -> tuple[str, ...]:
    none = say("documents.none")
    amount = money(-entry.amount if entry.is_counter else entry.amount)
    basis = in_a_line(entry.origin or entry.basis or entry.waiver)
    return (
        called(entry),
        medium_date(entry.day),
        amount,
        entry.purpose or none,
        entry.organisation or none,
        basis or none,
    )
