"""A meeting's agenda, a supplement and its minutes on paper, in the order in which a municipality's are read."""

from collections.abc import Iterable, Iterator
from datetime import UTC, tzinfo

from bot.domain.agenda.state import LaterKind
from bot.domain.documents.blocks import Block, Bullets, Document, Grid, Heading, Tone
from bot.domain.documents.state import Attendee, Kind, MeetingRecord, RecordItem, Step
from cards.documents.frame import document, facts, in_a_line, paragraphs, plain, seal
from cards.documents.items import item_blocks, outcome_words
from cards.kit.words import clock_time, keyed, listing, long_date, medium_date, medium_date_time, say, time_span
from cards.proposals.view import ITEM_KINDS

_KINDS = keyed(Kind, "documents.kind")
_LATER = keyed(LaterKind, "documents.later")
_THERE = {True: "common.yes", False: "common.no", None: "documents.unknown"}


def paper_of(record: MeetingRecord, address: str | None) -> Document:
    """The paper of an agenda, a supplement or minutes; `address` is where its seal can be asked about."""
    tz = record.starts.tzinfo or UTC
    return document(
        title_of(record),
        forum_name=record.forum_name,
        running=running_words(record, say(_KINDS[record.kind])),
        at=record.at,
        blocks=_blocks(record, tz),
        seal=seal(seal_lines(record, tz), record.witness, address),
        keywords=[say(_KINDS[record.kind]), *(each for each in (record.case_number, record.kle) if each)],
    )


def title_of(record: MeetingRecord) -> str:
    """What the paper is called; a draft says so."""
    day = medium_date(record.starts.date())
    if record.kind is Kind.SUPPLEMENT:
        return say("documents.title.supplement", nr=record.supplement, moede_dato=day)
    if record.kind is Kind.MINUTES:
        return say("documents.title.minutes.draft" if record.is_draft else "minutes.title", moede_dato=day)
    return say("agenda.draft.title" if record.is_draft else "agenda.sent.title", moede_dato=day)


def running_words(record: MeetingRecord, name: str) -> str:
    """What stands on each page: also that it is a draft, or not for everybody."""
    said = [say("documents.running", papir=name, dag=medium_date(record.starts.date()))]
    said += [say("documents.running.draft")] if record.is_draft else []
    said += [say("documents.running.whole")] if record.is_whole and has_closed(record) else []
    return " · ".join(said)


def standing_words(record: MeetingRecord, tz: tzinfo) -> str:
    """How far that version is."""
    when = medium_date_time(record.at, tz)
    if record.is_draft:
        return say("documents.standing.draft", tidspunkt=when)
    if record.kind is Kind.MINUTES and record.is_approved:
        return say("documents.standing.approved", tidspunkt=when)
    return say("documents.standing.sent", tidspunkt=when)


def seal_lines(record: MeetingRecord, tz: tzinfo) -> Iterator[str]:
    """Which version it is, from when, and whether all of it is there."""
    yield say("documents.seal.version", papir=say(_KINDS[record.kind]), version=record.version)
    yield standing_words(record, tz)
    if has_closed(record):
        yield say("documents.seal.whole" if record.is_whole else "documents.seal.open")


def warnings(record: MeetingRecord) -> Iterator[Block]:
    """What a reader must know before anything else."""
    if record.is_draft:
        yield plain(say("documents.draft"), Tone.LEAD)
    if record.is_cancelled:
        yield plain(say("documents.cancelled"), Tone.LEAD)
    if has_closed(record):
        yield plain(say("documents.whole"), Tone.LEAD) if record.is_whole else plain(say("documents.open"), Tone.ASIDE)


def meeting_facts(record: MeetingRecord, tz: tzinfo) -> Iterator[tuple[str, str | None]]:
    """Which body met when and where, and how the matter is filed."""
    span = time_span(record.starts, record.ends, tz)
    yield say("documents.fact.forum"), record.forum_name
    yield say("agenda.fact.time"), say("minutes.held", dag=long_date(record.starts.date()), tid=span)
    yield say("agenda.fact.place"), record.place
    yield say("agenda.fact.host"), record.host
    yield say("documents.fact.case_number"), record.case_number
    yield say("documents.fact.kle"), record.kle
    yield say("documents.fact.standing"), standing_words(record, tz)


def _blocks(record: MeetingRecord, tz: tzinfo) -> Iterator[Block]:
    yield from warnings(record)
    yield from facts(meeting_facts(record, tz))
    if record.kind is not Kind.SUPPLEMENT:
        yield from _attendees(record)
    yield from _overview(record, tz)
    for item in record.items:
        yield from item_blocks(record, item, tz)
    yield from _additions(record, tz)
    yield from _left_out(record)
    yield from _steps(record, tz)


def _attendees(record: MeetingRecord) -> Iterator[Block]:
    if not record.attendees:
        return
    columns = ["documents.column.name", "documents.column.organisation", "documents.column.role"]
    is_held = record.kind is Kind.MINUTES
    yield Heading(level=1, text=say("documents.attendees"))
    yield Grid(
        caption=say("documents.attendees.held" if is_held else "documents.attendees.called"),
        header=tuple(map(say, [*columns, *(["documents.column.there"] if is_held else [])])),
        rows=tuple(_attendee(each, is_held) for each in record.attendees),
    )


def _attendee(each: Attendee, is_held: bool) -> tuple[str, ...]:
    name = say("documents.instead_of", navn=each.name, hvem=each.instead_of) if each.instead_of else each.name
    there = (say(_THERE[each.is_present]),) if is_held else ()
    return (name, each.organisation or say("documents.none"), each.role or say("documents.none"), *there)


def _overview(record: MeetingRecord, tz: tzinfo) -> Iterator[Block]:
    """Every item in a line."""
    if not record.items:
        yield plain(say("documents.empty"))
        return
    is_held = record.kind is Kind.MINUTES
    is_timed = not is_held and any(item.begins is not None for item in record.items)
    timed = ("documents.column.begins",) if is_timed else ()
    last = ("documents.column.outcome",) if is_held else (*timed, "documents.column.kind")
    yield Heading(level=1, text=say("documents.items"))
    yield Grid(
        caption=say("documents.items.caption"),
        header=tuple(map(say, ("documents.column.number", "documents.column.item", *last))),
        rows=tuple(_line(item, tz, is_held, is_timed) for item in record.items),
    )


def _line(item: RecordItem, tz: tzinfo, is_held: bool, is_timed: bool) -> tuple[str, ...]:
    none = say("documents.none")
    title = in_a_line(item.title)
    if item.gone is not None:
        title = say("documents.item.gone", titel=title)
    if is_held:
        return str(item.number), title, outcome_words(item) or none
    begins = (none if item.begins is None else clock_time(item.begins, tz),) if is_timed else ()
    is_told = item.content is not None and item.standing is None
    return str(item.number), title, *begins, say(ITEM_KINDS[item.content.kind]) if is_told and item.content else none


def _additions(record: MeetingRecord, tz: tzinfo) -> Iterator[Block]:
    if not record.additions:
        return
    numbers = {item.id: item.number for item in record.items}
    yield Heading(level=1, text=say("documents.additions"))
    for each in record.additions:
        by = say("documents.addition", navn=each.name, tidspunkt=medium_date_time(each.at, tz))
        number = None if each.item is None else numbers.get(each.item)
        title = by if number is None else say("documents.addition.item", hvem=by, nr=number)
        yield Heading(level=2, text=in_a_line(title))
        yield from paragraphs(each.words)


def _left_out(record: MeetingRecord) -> Iterator[Block]:
    if record.left_out:
        yield Heading(level=1, text=say("approval.not_included"))
        yield Bullets(items=tuple(map(in_a_line, record.left_out)))


def _steps(record: MeetingRecord, tz: tzinfo) -> Iterator[Block]:
    """The log of versions."""
    if not record.steps:
        return
    numbers = {item.id: item.number for item in record.items}
    yield Heading(level=1, text=say("documents.steps"))
    yield Grid(
        caption=say("documents.steps.caption"),
        header=tuple(map(say, ("documents.column.version", "documents.column.moment", "documents.column.what"))),
        rows=tuple((str(each.version), medium_date_time(each.at, tz), _step(each, numbers)) for each in record.steps),
    )


def _step(step: Step, numbers: dict[int, int]) -> str:
    if step.later is None:
        return say("documents.step")
    named = _numbered(numbers[each] for each in step.items if each in numbers)
    what = say(_LATER[step.later], nr=step.supplement, punkter=named)
    return say("documents.step.why", hvad=what, hvorfor=in_a_line(step.words)) if step.words else what


def _numbered(numbers: Iterable[int]) -> str:
    return listing(map(str, numbers))


def has_closed(record: MeetingRecord) -> bool:
    """Whether anything of it is not for everybody."""
    return any(item.is_closed or any(each.is_closed for each in item.attachments) for item in record.items)
