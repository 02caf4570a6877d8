"""An item of a meeting on paper: what it asks for, its attachments, what was resolved, and the way it came and went."""

from collections.abc import Iterator
from datetime import tzinfo

from bot.domain.documents.blocks import Block, Bullets, Grid, Heading, Paragraph, Run, Tone
from bot.domain.documents.state import Attachment, Commitment, Kind, MeetingRecord, RecordItem, Station
from bot.domain.proposals.state import Content
from cards.documents.frame import facts, in_a_line, paragraphs, plain
from cards.kit.fitting import Room
from cards.kit.words import clock_time, duration, medium_date, money, say
from cards.minutes.sentence import OUTCOMES, STANCES
from cards.proposals.said import said, said_texts
from cards.proposals.view import ITEM_KINDS

_ALL = Room(text=1_000_000, links=1_000)


def item_blocks(record: MeetingRecord, item: RecordItem, tz: tzinfo, *, level: int = 1) -> Iterator[Block]:
    """The item under a heading of that level; of one that is closed to the reader no more than that."""
    title = say("agenda.item.title", punkt=item.number, titel=in_a_line(item.title))
    yield Heading(level=level, text=title, anchor=f"punkt-{item.number}")
    if item.content is None:
        yield plain(say("documents.item.closed"), Tone.ASIDE)
        return
    if item.is_closed:
        yield plain(say("documents.item.closed.here"), Tone.ASIDE)
    yield from _became(item)
    yield from facts(_facts(item, item.content, tz))
    yield from _texts(item.content, level + 1)
    yield from _attachments(item, level + 1)
    if record.kind is Kind.MINUTES:
        yield from _resolved(item, level + 1)
    yield from _way(item, level + 1)


def outcome_words(item: RecordItem) -> str:
    """The outcome in a word; nothing where there is none."""
    return "" if item.outcome is None else say(OUTCOMES[item.outcome])


def attachment_words(attachment: Attachment) -> str:
    """The attachment's number and title, and which version of it; of a closed one its number."""
    if attachment.is_closed and not attachment.title:
        return say("documents.attachment.closed", nr=attachment.number)
    key = "documents.attachment" if attachment.version == 1 else "documents.attachment.version"
    line = say(key, nr=attachment.number, titel=in_a_line(attachment.title), version=attachment.version)
    return say("documents.attachment.is_closed", bilag=line) if attachment.is_closed else line


def _became(item: RecordItem) -> Iterator[Paragraph]:
    if item.gone is not None:
        reason = item.gone.reason
        words = say("supplement.gone.reason", begrundelse=reason) if reason else say("supplement.gone")
        yield plain(words, Tone.LEAD)
    if item.late is not None:
        reason = item.late.reason
        yield plain(say("supplement.late.reason", begrundelse=reason) if reason else say("supplement.late"))


def _facts(item: RecordItem, content: Content, tz: tzinfo) -> Iterator[tuple[str, str | None]]:
    kind = say(ITEM_KINDS[content.kind]) if item.standing is None else None
    at = None if item.begins is None else clock_time(item.begins, tz)
    long = duration(content.duration)
    yield say("documents.fact.kind"), kind
    yield say("documents.fact.proposed_by"), item.proposed_by
    yield say("agenda.fact.time"), None if at is None else say("documents.fact.begins", tid=at, laengde=long)
    yield say("proposal.fact.amount"), None if content.amount is None else money(content.amount)
    yield say("documents.fact.case_number"), item.case_number
    yield say("documents.fact.kle"), item.kle
    texts = said_texts(content)
    for label, words in said(content, _ALL).items():
        if label not in texts:
            yield label, words


def _texts(content: Content, level: int) -> Iterator[Block]:
    for label, words in (
        (say("agenda.text.summary"), content.summary),
        (say("agenda.text.case"), content.case_description),
        (say("agenda.text.economy"), content.financial_note),
        *said_texts(content).items(),
        (say("agenda.text.recommendation"), content.recommendation),
    ):
        if words.strip():
            yield Heading(level=level, text=label)
            yield from paragraphs(words)


def _attachments(item: RecordItem, level: int) -> Iterator[Block]:
    """The bilag by their numbers, and the links that are none of them."""
    links = () if item.content is None else item.content.links
    others = [each for each in links if each not in {attachment.link for attachment in item.attachments}]
    if item.attachments or others:
        yield Heading(level=level, text=say("documents.attachments"))
    for each in item.attachments:
        if each.link and each.link.startswith("https://"):
            yield Paragraph(runs=(Run(attachment_words(each), link=each.link),))
        else:
            yield plain(attachment_words(each))
    for link in others:
        yield Paragraph(runs=(Run(link, link=link if link.startswith("https://") else None),))


def _resolved(item: RecordItem, level: int) -> Iterator[Block]:
    yield Heading(level=level, text=say("documents.resolution"))
    outcome = outcome_words(item)
    yield from facts([(say("documents.fact.outcome"), outcome)])
    nothing = say("minutes.item_withdrawn") if item.gone is not None else say("minutes.no_resolution")
    if item.sentence:
        yield from paragraphs(item.sentence, Tone.RESOLUTION)
    elif not outcome:
        yield plain(nothing, Tone.ASIDE)
    if item.positions:
        yield Bullets(
            items=tuple(
                say("minutes.stood", hvem=each.organisation, hvordan=say(STANCES[each.stance]))
                for each in item.positions
            )
        )
    if item.opinions:
        yield Heading(level=level, text=say("documents.opinions"))
    for each in item.opinions:
        yield from paragraphs(
            say("minutes.dissent.line", navn=each.name, organisation=each.organisation, ord=each.words)
        )
    if item.commitments:
        yield Heading(level=level, text=say("documents.commitments"))
        yield _commitments(item.commitments)


def _commitments(commitments: tuple[Commitment, ...]) -> Grid:
    columns = ("documents.column.task", "documents.column.owner", "documents.column.due")
    return Grid(
        caption=say("documents.commitments.caption"),
        header=tuple(map(say, columns)),
        rows=tuple((in_a_line(each.title), each.owner or say("documents.none"), _due(each)) for each in commitments),
    )


def _due(commitment: Commitment) -> str:
    return say("documents.none") if commitment.due is None else medium_date(commitment.due)


def _way(item: RecordItem, level: int) -> Iterator[Block]:
    came = [_station("documents.way.from", each) for each in item.came_from]
    went = [_station("documents.way.to", each) for each in item.went_to]
    if came or went:
        yield Heading(level=level, text=say("documents.way"))
        yield Bullets(items=(*came, *went))


def _station(key: str, station: Station) -> str:
    words = say(key, hvor=station.name)
    if station.day is not None:
        words = say("documents.way.day", sted=words, dag=medium_date(station.day))
    return say("documents.way.answer", sted=words, svar=station.answer) if station.answer else words
