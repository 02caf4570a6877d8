"""One frozen version of the agenda in full: every item with all that was written about it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from bot.domain.agenda.state import AgendaItem, begins
from bot.domain.approval.actions import ShowVersion
from bot.domain.documents.state import Attachment, Kind
from bot.domain.kernel.meeting import Meeting
from bot.domain.proposals.rules import LONGEST_CASE
from bot.domain.proposals.state import Content
from cards.agenda.cards import is_crowded, is_hidden, item_blocks, items_counted, marks, meeting_facts, zone
from cards.agenda.later import became
from cards.attachments.lines import line, lines_of
from cards.kit.elements import Card, Json, button, buttons, card, choice_input, facts, group, heading, link, text
from cards.kit.files import meeting_files
from cards.kit.fitting import Room, fitting, shorten
from cards.kit.words import clock_time, medium_date, say
from cards.proposals.said import said_line, said_texts

_FOLDED = 300  # characters


def whole(
    asked: ShowVersion,
    meeting: Meeting,
    items: Sequence[AgendaItem],
    *,
    host: str | None,
    why: str = "",
    bilag: Mapping[int, Sequence[Attachment]] | None = None,
    below: Iterable[Json | None] = (),
    actions: Iterable[Json | None] = (),
) -> Card:
    """The version with all its items, and `why` it came after dispatch; approvers answer with `below` and `actions`."""
    title = say("agenda.version.title", moede_dato=medium_date(meeting.day))
    number = say("approval.card.version", version=asked.version)
    answering, answers = list(below), list(actions)
    files = meeting_files(asked.forum or "", meeting.id, Kind.AGENDA, version=asked.version)

    def draw(room: Room) -> Card:
        is_cut = any(_is_folded(item.content) or _is_cut(item.content, room) for item in items)
        return card(
            heading(title),
            text(number, subtle=True),
            text(why) if why else None,
            facts(meeting_facts(meeting, host)),
            *_items([_folded(item) for item in items], meeting, room, bilag or {}),
            *(_whole_item_of(asked, items, room) if is_cut else ()),
            *answering,
            actions=[*answers, *files],
            speak=f"{title}, {number}: {items_counted(items)}.",
        )

    return fitting(draw)


def single(
    asked: ShowVersion, meeting: Meeting, item: AgendaItem, *, position: int, bilag: Sequence[Attachment] = ()
) -> Card:
    """One item of the version, in full."""
    title = f"{position}. {item.content.title}"

    def draw(room: Room) -> Card:
        return card(
            heading(title),
            text(say("agenda.version.of", version=asked.version, moede_dato=medium_date(meeting.day)), subtle=True),
            text(" · ".join(marks(item)), subtle=True),
            *(text(each) for each in became(item)),
            _said(item.content),
            *_texts(item.content, room),
            *_attached(bilag, room),
            text(say("agenda.shortened.item"), subtle=True) if _is_cut(item.content, room) else None,
            actions=[button(say("approval.btn.open"), replace(asked, position=None))],
            speak=title,
        )

    return fitting(draw, longest=LONGEST_CASE)


def _items(
    items: Sequence[AgendaItem], meeting: Meeting, room: Room, bilag: Mapping[int, Sequence[Attachment]]
) -> Iterable[Json]:
    if is_crowded(room):
        yield from item_blocks(items, meeting, room, {each: list(map(line, found)) for each, found in bilag.items()})
        return
    times = zip(items, begins(items, meeting.starts), strict=True)
    for place, (item, starts) in enumerate(times, start=1):
        yield group(
            heading(f"{place}. {room.cut(item.content.title)}", level=2),
            None
            if item.gone
            else text(" · ".join([clock_time(starts, zone(meeting)), *marks(item)]), subtle=True, close=True),
            *(text(each, close=True) for each in became(item)),
            _said(item.content),
            *_texts(item.content, room),
            *_attached(bilag.get(item.id, ()), room),
        )


def _said(content: Content) -> Json | None:
    """What was chosen because the charter asks."""
    words = None if is_hidden(content) else said_line(content)
    return None if words is None else text(words, subtle=True, close=True)


def _texts(content: Content, room: Room) -> Iterable[Json]:
    if is_hidden(content):
        return
    named = {
        say("agenda.text.summary"): content.summary,
        say("agenda.text.case"): content.case_description,
        say("agenda.text.recommendation"): content.recommendation,
        say("agenda.text.economy"): content.financial_note,
        **said_texts(content),
    }
    for name, words in named.items():
        if words:
            yield text(name, bold=True)
            yield text(room.cut(words), close=True)


def _attached(bilag: Sequence[Attachment], room: Room) -> Iterable[Json]:
    """Files in a line each, and a button for each link."""
    yield from lines_of([each for each in bilag if each.digest is not None])
    shown = [each for each in bilag if each.digest is None][: room.links]
    if shown:
        yield buttons(*(link(say("agenda.link", nr=each.number), each.link) for each in shown))


def _whole_item_of(asked: ShowVersion, items: Sequence[AgendaItem], room: Room) -> Iterable[Json]:
    """A word that texts were shortened, and the way to each item's whole text."""
    shown = {str(place): room.cut(f"{place}. {item.content.title}") for place, item in enumerate(items, start=1)}
    yield text(say("agenda.shortened.version"), subtle=True)
    yield choice_input("position", say("agenda.field.item"), shown)
    yield buttons(button(say("agenda.btn.item"), asked))


def _folded(item: AgendaItem) -> AgendaItem:
    """The item with the beginning of its case, which would be long among the others."""
    case = shorten(item.content.case_description, _FOLDED)
    return replace(item, content=replace(item.content, case_description=case))


def _is_folded(content: Content) -> bool:
    return len(content.case_description) > _FOLDED


def _is_cut(content: Content, room: Room) -> bool:
    texts = (
        *(content.title, content.summary, content.case_description),
        *(content.recommendation, content.financial_note),
        *said_texts(content).values(),
    )
    return max(map(len, texts)) > room.text or len(content.links) > room.links
