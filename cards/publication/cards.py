"""»Offentliggørelse«: what stands where, and the forms to let something out, take it back and prove it by a link."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.documents.state import MeetingRecord
from bot.domain.publication.actions import (
    InsertLink,
    ReleasePaper,
    TakeBackRelease,
)
from bot.domain.publication.state import Paper
from cards.kit.elements import Card, Json, button, button_rows, card, done, group, heading, text, text_input
from cards.kit.fitting import Room, fitting
from cards.kit.words import listing, medium_date, say, several
from cards.publication.buttons import overview_button, ways_on
from cards.publication.view import Gone, PaperView, line_of, moment_words, place_words, standing_words

LONGEST_WORDS = 500
"""Characters of a reason."""
_MOST_ITEMS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would be let out: the open record, and the number of the edition that it takes the place of."""

    view: PaperView
    record: MeetingRecord
    seen: str  # the beginning of its digest
    replaces: int | None = None
    typed: ReleasePaper = field(default_factory=ReleasePaper)


def overview(forum: str, views: Sequence[PaperView], notes: Sequence[str] = (), *, outcome: str | None = None) -> Card:
    """Every paper that has left, the latest first, with who made it public where and when, and what is missing."""

    def draw(room: Room) -> Card:
        return card(
            heading(say("publication.title")),
            done(outcome) if outcome else None,
            text(say("publication.none")) if not views else None,
            *(part for view in views for part in _paper(forum, view, room)),
            *(text(note, subtle=True) for note in notes),
            speak=outcome or _spoken(views),
        )

    return fitting(draw)


def release_form(forum: str, shown: Preview) -> Card:
    """What the public will see, what is left out, and from when on."""
    return fitting(lambda room: _release_form(forum, shown, room))


def take_back_form(forum: str, view: PaperView, typed: str = "") -> Card:
    """The form to take a release back."""
    label = say("publication.field.reason")
    send = TakeBackRelease(forum=forum, number=view.number)
    return card(
        heading(say("publication.title")),
        text(line_of(view), bold=True),
        text(standing_words(view), close=True),
        text(say("publication.take_back.intro")),
        text_input(
            "words", label, value=typed, most=LONGEST_WORDS, multiline=True, required=say("error.publication_reason")
        ),
        text(say("privacy.notice"), subtle=True),
        actions=[button(say("publication.btn.take_back"), send, style="destructive"), overview_button(forum, view)],
        speak=f"{line_of(view)}. {say('publication.take_back.intro')}",
    )


def link_form(forum: str, view: PaperView, seen: int, typed: str = "") -> Card:
    """The form for the link; `seen` is the number of the one that is known, 0 of none."""
    day = medium_date(view.meeting.day)
    words = say(_WHERE[view.paper], moede_dato=day)
    send = InsertLink(forum=forum, meeting=view.meeting.id, paper=view.paper, seen=seen)
    return card(
        heading(say("publication.title")),
        text(words),
        text(f"{say('publication.where')}: {place_words(view)}", subtle=True),
        text_input(
            "link",
            say("publication.field.link"),
            value=typed,
            placeholder=say("publication.field.link.example"),
            required=say("error.link_missing"),
        ),
        actions=[button(say("publication.btn.link"), send, style="positive"), overview_button(forum, view)],
        speak=words,
    )


def _paper(forum: str, view: PaperView, room: Room) -> list[Json]:
    words = standing_words(view)
    number = f" · {say('publication.number', nr=view.number)}" if view.number is not None else ""
    lines = group(
        text(f"{line_of(view)}{number}", bold=True),
        text(room.cut(words), close=True),
        text(_ours(view, *view.ours), subtle=True, close=True) if view.ours else None,
        *(text(room.cut(_gone(view, each)), subtle=True, close=True) for each in view.taken_back),
        divided=True,
    )
    return [lines, *button_rows(*ways_on(forum, view))]


def _ours(view: PaperView, name: str, seen_from: datetime) -> str:
    moment = moment_words(seen_from, view.tz)
    return say("publication.ours", sted=say("publication.place.ours"), tidspunkt=moment, navn=name)


def _gone(view: PaperView, gone: Gone) -> str:
    day = medium_date(gone.at.astimezone(view.tz).date())
    return say("publication.taken_back", nr=gone.number, dato=day, navn=gone.name, ord=gone.words)


def _spoken(views: Sequence[PaperView]) -> str:
    told = (f"{line_of(view)}: {standing_words(view)}" for view in views)
    return " ".join([f"{say('publication.title')}.", *(told if views else (say("publication.none"),))])[
        :_LONGEST_SPOKEN
    ]


def _release_form(forum: str, shown: Preview, room: Room) -> Card:
    view, record, typed = shown.view, shown.record, shown.typed
    send = ReleasePaper(forum=forum, meeting=view.meeting.id, paper=view.paper, seen=shown.seen)
    left_out = _left_out(record)
    label = say("publication.field.words")
    return card(
        heading(say("publication.title")),
        text(line_of(view), bold=True),
        text(f"{say('publication.see')}: {_counted(record)}.", close=True),
        group(*_items(record, room)),
        *(text(words) for words in left_out),
        text(say("publication.replaces", nr=shown.replaces), subtle=True) if shown.replaces else None,
        text_input(
            "moment",
            say("publication.field.moment"),
            value=typed.moment,
            placeholder=say("publication.field.moment.example"),
        ),
        text_input("words", label, value=typed.words, most=LONGEST_WORDS) if shown.replaces else None,
        actions=[button(say("publication.btn.publish"), send, style="positive"), overview_button(forum, view)],
        speak=f"{line_of(view)}. {say('publication.see')}: {_counted(record)}. {' '.join(left_out)}",
    )


def _counted(record: MeetingRecord) -> str:
    files = sum(not each.is_closed for item in record.items for each in item.attachments)
    counted = [several("publication.see.item", len(record.items))]
    counted += [several("publication.see.file", files)] if files else []
    counted += [several("publication.see.addition", len(record.additions))] if record.additions else []
    return listing(counted)


def _items(record: MeetingRecord, room: Room) -> list[Json]:
    lines = [
        text(say("publication.see.item", nr=each.number, titel=room.cut(each.title)), close=True)
        for each in record.items[:_MOST_ITEMS]
    ]
    more = len(record.items) - _MOST_ITEMS
    return [*lines, text(say("publication.see.more", antal=more), subtle=True)] if more > 0 else lines


def _left_out(record: MeetingRecord) -> list[str]:
    """Of what is closed the numbers, and nothing else."""
    closed = [each.number for each in record.items if each.is_closed]
    files = sum(each.is_closed for item in record.items for each in item.attachments)
    words = []
    if closed:
        numbers = listing(say("publication.see.number", nr=each) for each in closed[:_MOST_ITEMS])
        words.append(
            say("publication.see.left_out", antal=several("publication.see.left_out.item", len(closed)), numre=numbers)
        )
    if files:
        words.append(say("publication.see.left_out.files", antal=several("publication.see.file", files)))
    return words or [say("publication.see.left_out.none")]


_LONGEST_SPOKEN = 1_000
_WHERE = {Paper.AGENDA: "publication.link.intro.agenda", Paper.MINUTES: "publication.link.intro.minutes"}
