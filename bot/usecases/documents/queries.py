"""What there is of papers, listed, and that one of them is ready; the address is added to the answer of a click."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace

from bot.domain.documents.actions import OpenDocument, ShowDocuments
from bot.domain.documents.state import Kind
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import Desk
from bot.usecases.documents.papers import Paper, make, meeting_of, paper_for
from bot.usecases.documents.press import check_length
from bot.usecases.documents.reader import Reader, reader_of
from bot.usecases.rights import require_seat
from cards.documents import cards
from cards.documents.cards import Listed
from cards.documents.papers import standing_words
from cards.kit.elements import Card
from cards.kit.words import say
from storage import supplements


async def show(desk: Desk, actor: str, action: ShowDocuments) -> Card:
    """Every paper of the meeting that the person may get."""
    require_seat(desk, actor)
    meeting = await meeting_of(desk, OpenDocument(paper=Kind.AGENDA, meeting=action.meeting))
    reader = reader_of(desk, actor, meeting)
    papers = [each async for each in _papers(desk, meeting, reader)]
    return cards.documents(desk.forum.id, meeting, [_listed(desk, each) for each in papers], _others(desk, meeting))


async def get(desk: Desk, actor: str, action: OpenDocument) -> Card:
    """That it is ready, or where no sort of file is named, the way to each."""
    paper = await paper_for(desk, actor, action, "")
    check_length(paper.document)
    lines = tuple(_lines(paper))
    if action.file is None:
        return cards.offered(paper.document.title, lines, paper.wanted)
    return cards.ready(paper.document.title, lines, typed=action.words)


async def _papers(desk: Desk, meeting: Meeting, reader: Reader) -> AsyncIterator[Paper]:
    numbers = [
        each.number
        for each in await supplements.of_meeting(desk.conn, desk.forum.id, meeting.id)
        if each.sent_at is not None
    ]
    wanted = [
        OpenDocument(paper=Kind.AGENDA),
        *(OpenDocument(paper=Kind.SUPPLEMENT, supplement=number) for number in numbers),
        OpenDocument(paper=Kind.MINUTES),
        OpenDocument(paper=Kind.APPROVAL_SHEET),
    ]
    for each in wanted:
        try:
            yield await make(desk, meeting, each, reader, "")
        except Refusal:  # there is none, or it is not the reader's yet
            continue


def _listed(desk: Desk, paper: Paper) -> Listed:
    told = "" if paper.record is None else standing_words(paper.record, desk.forum.timezone)
    lines = (each for each in (told or say("documents.sheet.what"), *_lines(paper)))
    return Listed(title=paper.document.title, standing=" · ".join(lines), wanted=replace(paper.wanted, file=None))


def _lines(paper: Paper) -> Iterator[str]:
    """What the file has of what is closed."""
    if paper.has_closed:
        yield say("documents.whole") if paper.is_whole else say("documents.open")


def _others(desk: Desk, meeting: Meeting) -> tuple[Meeting, ...]:
    """The meeting before it and the one after it."""
    every = sorted(desk.forum.meetings, key=lambda each: each.starts)
    earlier = [each for each in every if each.starts < meeting.starts]
    later = [each for each in every if each.starts > meeting.starts]
    return (*earlier[-1:], *later[:1])
