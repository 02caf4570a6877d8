"""The approval sheet: who was asked about which version, who answered what and when, and who did not answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.approval.clearance import Clearing
from bot.domain.approval.state import Standpoint, Verdict
from bot.domain.documents.blocks import Block, Document, Grid, Heading, Tone
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.witness import Witness
from cards.agenda.cards import zone
from cards.approval.standing import until_words
from cards.documents.frame import document, facts, in_a_line, plain, seal
from cards.kit.words import keyed, listing, long_date, medium_date, medium_date_time, say, time_span

_VERDICTS = keyed(Verdict, "documents.verdict")
_CLEARINGS = keyed(Clearing, "documents.clearing")
_STANDPOINTS = keyed(Standpoint, "approvals.standpoint")
_ANSWER = ("documents.column.answer", "documents.column.moment", "documents.column.version")
_OF_ANSWERS = ("documents.column.name", *_ANSWER, "documents.column.words")
_OF_CLEARANCES = ("documents.column.organisation", *_ANSWER, "documents.column.by", "documents.column.words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One answer by name, and in whose place it was given; `words` as far as the reader may see them."""

    name: str
    verdict: Verdict
    version: int
    at: datetime
    words: str = ""
    given_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round of that title: what was asked about from when until when, every answer, and who gave none."""

    title: str
    first_version: int
    version: int
    opened_at: datetime
    deadline: datetime | None
    standpoint: Standpoint
    answers: Sequence[Answered] = ()
    silent: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearedAtHome:
    """What an organisation answered about clearing it itself; without a `clearing` it was asked anew."""

    organisation: str
    clearing: Clearing | None
    version: int
    at: datetime
    by: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """All that is known of how a meeting's agenda was approved; `silent` are organisations that have not answered."""

    forum_name: str
    meeting: Meeting
    rounds: Sequence[Round]
    cleared: Sequence[ClearedAtHome] = ()
    silent: Sequence[str] = ()
    sent_at: datetime | None = None
    without: Sequence[str] = ()
    witness: Witness | None = None

    @property
    def at(self) -> datetime:
        """When the latest of it happened."""
        moments = [each.opened_at for each in self.rounds]
        moments += [answer.at for each in self.rounds for answer in each.answers]
        moments += [each.at for each in self.cleared] + ([self.sent_at] if self.sent_at else [])
        return max(moments)


def approval_sheet(sheet: Sheet, address: str | None) -> Document:
    """The sheet on paper."""
    day = medium_date(sheet.meeting.day)
    name = say("documents.kind.approval_sheet")
    return document(
        say("documents.title.sheet", moede_dato=day),
        forum_name=sheet.forum_name,
        running=say("documents.running", papir=name, dag=day),
        at=sheet.at,
        blocks=_blocks(sheet),
        seal=seal([say("documents.sheet.at", tidspunkt=_when(sheet, sheet.at))], sheet.witness, address),
        keywords=[name],
    )


def _blocks(sheet: Sheet) -> Iterator[Block]:
    meeting = sheet.meeting
    span = time_span(meeting.starts, meeting.ends, zone(meeting))
    sent = say("documents.sheet.unsent") if sheet.sent_at is None else _when(sheet, sheet.sent_at)
    yield from facts(
        [
            (say("documents.fact.forum"), sheet.forum_name),
            (say("documents.fact.meeting"), say("minutes.held", dag=long_date(meeting.day), tid=span)),
            (say("agenda.fact.place"), meeting.place),
            (say("documents.fact.sent"), sent),
        ]
    )
    if sheet.without:
        yield plain(say("approval.outcome.sent_unapproved", mangler=listing(sheet.without)), Tone.LEAD)
    for each in sheet.rounds:
        yield from _round(sheet, each)
    yield from _cleared(sheet)


def _round(sheet: Sheet, each: Round) -> Iterator[Block]:
    yield Heading(level=1, text=each.title)
    first, last = each.first_version, each.version
    versions = str(last) if first == last else say("documents.sheet.versions", fra=first, til=last)
    yield from facts(
        [
            (say("documents.column.version"), versions),
            (say("documents.sheet.asked"), _when(sheet, each.opened_at)),
            (
                say("documents.sheet.until"),
                None if each.deadline is None else until_words(each.deadline, zone(sheet.meeting)),
            ),
            (say("documents.fact.standing"), say(_STANDPOINTS[each.standpoint])),
        ]
    )
    none = say("documents.none")
    silent = [(name, say("documents.sheet.silent"), none, none, none) for name in each.silent]
    if each.answers or silent:
        yield Grid(
            caption=say("documents.sheet.answers", hvad=each.title),
            header=tuple(map(say, _OF_ANSWERS)),
            rows=(*(_answer(sheet, answer) for answer in each.answers), *silent),
        )


def _answer(sheet: Sheet, each: Answered) -> tuple[str, ...]:
    name = say("documents.instead_of", navn=each.given_by, hvem=each.name) if each.given_by else each.name
    words = in_a_line(each.words) or say("documents.none")
    return name, say(_VERDICTS[each.verdict]), _when(sheet, each.at), str(each.version), words


def _cleared(sheet: Sheet) -> Iterator[Block]:
    if not sheet.cleared and not sheet.silent:
        return
    none = say("documents.none")
    yield Heading(level=1, text=say("documents.sheet.cleared"))
    yield Grid(
        caption=say("documents.sheet.cleared.caption"),
        header=tuple(map(say, _OF_CLEARANCES)),
        rows=(
            *(_clearance(sheet, each) for each in sheet.cleared),
            *((name, say("documents.sheet.silent"), none, none, none, none) for name in sheet.silent),
        ),
    )


def _clearance(sheet: Sheet, each: ClearedAtHome) -> tuple[str, ...]:
    none = say("documents.none")
    answer = say("documents.sheet.anew") if each.clearing is None else say(_CLEARINGS[each.clearing])
    words = in_a_line(each.words) or none
    return each.organisation, answer, _when(sheet, each.at), str(each.version), each.by or none, words


def _when(sheet: Sheet, moment: datetime) -> str:
    return medium_date_time(moment, zone(sheet.meeting))
