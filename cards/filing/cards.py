"""»Journalisering«: what a meeting is filed on and what is in the records system, and which meetings lack something."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from bot.domain.filing.actions import FileOn, MarkFiled, ShowFiling, ShowUnfiled
from bot.domain.filing.state import MEETING_ITSELF, Case, Filing, How, Left
from bot.domain.kernel.meeting import Meeting
from cards.filing.papers import called
from cards.kit.elements import (
    Card,
    Json,
    button,
    button_rows,
    card,
    choice_input,
    done,
    facts,
    group,
    heading,
    text,
    text_input,
)
from cards.kit.files import case_file_button, unsent
from cards.kit.fitting import fitted, shorten
from cards.kit.words import listing, medium_date, medium_date_time, say, several

_LEVELS = ((100, 60), (60, 40), (40, 25), (25, 10))
"""Characters of a title, and how many items or meetings."""
_FILINGS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of the meeting, with a case of its own or none."""

    position: int
    title: str
    case: Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What the fields hold."""

    number: str = ""
    kle: str = ""
    facet: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a meeting lacks."""

    meeting: Meeting
    unfiled: Sequence[Left]
    lacks_number: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A meeting's card: `pick` is the position of the item that the fields are about, or 0.

    `titles` are the municipality's words for each code, `offered` the subjects that were looked for, None where
    nothing was; `may_fetch` the case file, where something has left.
    """

    forum: str
    meeting: Meeting
    whole: Case
    usual: str
    items: Sequence[Item]
    pick: int
    typed: Typed
    titles: Mapping[str, str]
    offered: Mapping[str, str] | None
    row: Row
    filings: Sequence[Filing]
    may_mark: bool
    may_fetch: bool
    timezone: tzinfo


def filing(shown: Shown, *, outcome: str | None = None) -> Card:
    """One meeting's card."""
    return fitted(lambda level: _filing(shown, outcome, *level), _LEVELS)


def unfiled(forum: str, rows: Sequence[Row]) -> Card:
    """Which meetings lack something."""
    return fitted(lambda level: _unfiled(forum, rows, level[1]), _LEVELS)


def case_file(meeting: Meeting, left: Sequence[Left], *, typed: str = "") -> Card:
    """What is in a meeting's case file, and what was typed beside the button; how one gets it is added below."""
    title = say("filing.case_file", moede_dato=medium_date(meeting.day))
    holds = say("filing.case_file.holds", dokumenter=listing(map(called, left)))
    return card(
        heading(title),
        text(holds),
        text(say("filing.case_file.closed"), subtle=True),
        unsent(typed),
        speak=f"{title}. {holds}",
    )


def lacking(row: Row) -> str:
    """What a meeting lacks, in one sentence or two; empty where it lacks nothing."""
    told = [say("filing.unfiled", dokumenter=listing(map(called, row.unfiled)))] if row.unfiled else []
    return " ".join([*told, *([say("filing.no_number")] if row.lacks_number else [])])


def _filing(shown: Shown, outcome: str | None, most: int, rows: int) -> Card:
    title, when = say("filing.title"), say("filing.of_meeting", moede_dato=medium_date(shown.meeting.day))
    lacks = lacking(shown.row)
    return card(
        heading(title),
        text(when, subtle=True),
        facts(_facts(shown)),
        text(lacks) if lacks else None,
        *_items(shown, most, rows),
        *_picking(shown, most),
        group(*_fields(shown, most), divided=True),
        *button_rows(_keep(shown)),
        done(outcome) if outcome else None,
        *(_marking(shown) if shown.may_mark else ()),
        *(text(_filed(each, shown.timezone), subtle=True) for each in shown.filings[-_FILINGS:]),
        actions=[
            case_file_button(shown.forum, shown.meeting.id) if shown.may_fetch else None,
            button(say("filing.btn.missing"), ShowUnfiled(forum=shown.forum), checks_inputs=False),
        ],
        speak=outcome or f"{title}. {when}. {lacks}".strip(),
    )


def _facts(shown: Shown) -> Mapping[str, str | None]:
    whole = shown.whole
    unsaid = {say("filing.fact.number"): whole.number or say("filing.none")}
    kle = " ".join(part for part in (whole.kle, shown.titles.get(whole.subject, "")) if part)
    return unsaid | {say("filing.fact.kle"): kle or say("filing.none")}


def _items(shown: Shown, most: int, rows: int) -> Iterator[Json]:
    """The items that are filed elsewhere than the meeting."""
    own = [each for each in shown.items if each.case]
    if own:
        yield heading(say("filing.items"), level=2)
    for each in own[:rows]:
        said = " · ".join(part for part in (each.case.number, each.case.kle) if part)
        yield text(say("filing.item", punkt=each.position, titel=shorten(each.title, most), sag=said), close=True)
    if len(own) > rows:
        yield text(say("filing.more", antal=len(own) - rows), subtle=True)


def _fields(shown: Shown, most: int) -> Iterator[Json | None]:
    about = next((each for each in shown.items if each.position == shown.pick), None)
    if about is None:
        yield heading(say("filing.about.meeting"), level=2)
    else:
        yield heading(say("filing.about.item", punkt=about.position, titel=shorten(about.title, most)), level=2)
    placeholder = shown.whole.number if about is not None else shown.usual
    yield text_input("case_number", say("filing.field.number"), value=shown.typed.number, placeholder=placeholder)
    yield from _kle(shown, most)


def _kle(shown: Shown, most: int) -> Iterator[Json | None]:
    label = say("filing.field.kle")
    if shown.offered:
        options = {code: f"{code} {shorten(title, most)}" for code, title in shown.offered.items()}
        yield text(say("filing.kle.found", ord=shorten(shown.typed.kle, most)))
        yield choice_input("kle", label, options)
    else:
        if shown.offered is not None:
            yield text(say("filing.kle.none", ord=shorten(shown.typed.kle, most)))
        yield text_input("kle", label, value=shown.typed.kle, placeholder=say("filing.field.kle.example"))
    yield text_input(
        "facet", say("filing.field.facet"), value=shown.typed.facet, placeholder=say("filing.field.facet.example")
    )


def _keep(shown: Shown) -> Json:
    position = shown.pick or None
    keep = FileOn(forum=shown.forum, meeting=shown.meeting.id, position=position)
    return button(say("filing.btn.keep"), keep, style="positive")


def _picking(shown: Shown, most: int) -> Iterator[Json]:
    """What the fields below are to be about."""
    if not shown.items:
        return
    picks = {str(MEETING_ITSELF): say("filing.pick.meeting")}
    picks |= {str(each.position): f"{each.position}. {shorten(each.title, most)}" for each in shown.items}
    yield group(choice_input("pick", say("filing.pick"), picks, value=str(shown.pick)), divided=True)
    yield from button_rows(button(say("filing.btn.pick"), ShowFiling(forum=shown.forum, meeting=shown.meeting.id)))


def _marking(shown: Shown) -> Iterator[Json]:
    mark = MarkFiled(forum=shown.forum, meeting=shown.meeting.id)
    yield group(text_input("reference", say("filing.field.reference"), value=shown.typed.reference), divided=True)
    yield from button_rows(button(say("filing.btn.mark"), mark))


def _filed(each: Filing, tz: tzinfo) -> str:
    if each.how is How.BUNDLE:
        return say("filing.filed.bundle", tid=medium_date_time(each.at, tz))
    return say("filing.filed.by_hand", tid=medium_date_time(each.at, tz), nr=each.reference)


def _unfiled(forum: str, rows: Sequence[Row], most: int) -> Card:
    title = say("filing.title")
    lead = several("filing.lacking", len(rows)) if rows else say("filing.lacking.none")
    return card(
        heading(title),
        text(lead),
        *(_lacking(forum, each) for each in rows[-most:]),
        text(say("filing.more.meetings", antal=len(rows) - most), subtle=True) if len(rows) > most else None,
        speak=f"{title}. {lead}",
    )


def _lacking(forum: str, row: Row) -> Json:
    opens = button(say("filing.btn.open"), ShowFiling(forum=forum, meeting=row.meeting.id))
    return group(
        text(say("filing.of_meeting", moede_dato=medium_date(row.meeting.day)), bold=True),
        text(lacking(row), close=True),
        *button_rows(opens),
        divided=True,
    )
