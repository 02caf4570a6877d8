"""What minutes say wherever they are read: where and when, who was there, each item's recommendation and resolution."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from bot.domain.documents.state import Kind
from bot.domain.filing.state import Cases
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.witness import Witness
from bot.domain.minutes.actions import OpenResolution
from bot.domain.minutes.items import MinutedItem
from bot.domain.minutes.state import Outcome
from cards.filing.facts import case_facts
from cards.kit.elements import Json, button, button_rows, escape, facts, group, heading, present, rich, text
from cards.kit.files import case_file_button, meeting_files
from cards.kit.fitting import shorten
from cards.kit.words import long_date, medium_date, medium_date_time, say, several, time_span
from cards.minutes.sentence import OUTCOMES, STANCES
from cards.publication.view import PaperView

LONGEST = 2_000  # characters in a resolution, a remark or an addition
LENGTHS = (LONGEST, 1_000, 500, 250, 120, 60, 30, 15)  # characters of each text, fullest first
LONGEST_NAME = 80  # characters of a person's name, with the hours
_SHORTEST_TITLE = 20  # characters that a title always gets
_MOST_BUTTONS = 5
_SCARCE = 30  # characters of each text from where on there is room for little else
_FEW_STOOD = 2  # organisations named where there is little room
_MOST_SAID, _FEW_SAID = 10, 3  # remarks or additions on one card


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A remark or an addition with its author's name."""

    name: str
    words: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """Who was there, by name and hours; `absent` None where nobody said, `unknown` those of whom nothing is said."""

    present: Sequence[str] = ()
    absent: Sequence[str] | None = None
    unknown: Sequence[str] = ()
    ended_at: datetime | None = None

    @property
    def is_noted(self) -> bool:
        """Whether anything is known of anybody."""
        return bool(self.present) or self.absent is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Minutes as somebody may see them; `remarks_until` None where no deadline was chosen.

    `is_in_silence` tells of minutes that no meeting approves: the time for remarks has passed without a word.
    `witness` is the entry of the log that they left with, `duties` the tasks of each item, as Markdown, by position,
    `has_funds` that money of these items can be disposed of, `presence` who was not there for an item, as Markdown, by
    position, `asks_end` that nobody said when the meeting ended, `waiting` how many suggested wordings of each wait,
    `organisations` and `people` are names by id, `sent_to` the bodies that items were sent on to, by position,
    `public` how they stand with the public, and `cases` what it is filed on, where the reader serves.
    """

    forum: str
    forum_name: str
    tz: tzinfo
    meeting: Meeting
    revision: int
    items: Sequence[MinutedItem]
    attended: Attended
    sent_at: datetime | None = None
    public: PaperView | None = None
    is_approved: bool = False
    is_in_silence: bool = False
    takes_remarks: bool = True
    remarks_until: Deadline | None = None
    remark_count: int = 0
    additions: Sequence[Said] = ()
    witness: Witness | None = None
    duties: Mapping[int, Sequence[str]] = field(default_factory=dict)
    has_funds: bool = False
    waiting: Mapping[int, int] = field(default_factory=dict)
    presence: Mapping[int, Sequence[str]] = field(default_factory=dict)
    asks_end: bool = False
    organisations: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    sent_to: Mapping[int, str] = field(default_factory=dict)
    cases: Cases | None = None


def title(meeting: Meeting) -> str:
    """What the minutes of that meeting are called."""
    return say("minutes.title", moede_dato=medium_date(meeting.day))


def standing(shown: Shown) -> str:
    """When they were sent, and whether a meeting has approved them."""
    if shown.sent_at is None:
        return say("minutes.unsent")
    words = say("minutes.sent_at", tidspunkt=medium_date_time(shown.sent_at, shown.tz))
    if not shown.is_approved:
        return words
    return f"{words} {say('minutes.approved.in_silence' if shown.is_in_silence else 'minutes.approved')}"


def whole(shown: Shown, most: int) -> list[Json]:
    """All that the minutes say, at most so many characters a text."""
    return present(
        [
            where_and_when(shown),
            *attendance(shown),
            group(*resolutions(shown, most), divided=True),
            said_of(say("minutes.additions"), shown.additions, shown.tz, most),
        ]
    )


def where_and_when(shown: Shown) -> Json | None:
    """The meeting's day and hours (to its noted end, else to the planned one) and its place."""
    meeting = shown.meeting
    hours = time_span(meeting.starts, shown.attended.ended_at or meeting.ends, shown.tz)
    held = say("minutes.held", dag=long_date(meeting.day), tid=hours)
    return facts(
        {say("minutes.fact.time"): held, say("minutes.fact.place"): meeting.place or None, **case_facts(shown.cases)}
    )


def attendance(shown: Shown) -> list[Json]:
    """Who was there, who was not, and of whom nothing is noted."""
    attended = shown.attended
    if not attended.is_noted:
        return [text(say("minutes.nobody_noted"))]
    return present(
        [
            heading(say("minutes.attendance.title"), level=2),
            _people("minutes.present", attended.present) if attended.present else None,
            None if attended.absent is None else _people("minutes.absent", attended.absent),
            _people("minutes.unknown", attended.unknown) if attended.unknown else None,
        ]
    )


def files(shown: Shown, most: int) -> tuple[Json, ...]:
    """The minutes as a file, and for who serves the case file; where there is little room, one asks in words."""
    if most <= _SCARCE:
        return ()
    forum, meeting = shown.forum, shown.meeting.id
    case = () if shown.cases is None else (case_file_button(forum, meeting),)
    return (*meeting_files(forum, meeting, Kind.MINUTES), *case)


def outcome_line(shown: Shown, minuted: MinutedItem, most: int) -> list[str]:
    """The outcome, and who stood otherwise, as Markdown: where there is little room, how many. Nothing for nothing."""
    stood = [
        say("minutes.stood", hvem=shown.organisations.get(each.organisation, each.organisation), hvordan=say(key))
        for each in minuted.positions
        if (key := STANCES[each.stance])
    ]
    if len(stood) > _FEW_STOOD and most <= _SCARCE:
        stood = [several("minutes.stood", len(stood))]
    called = say(OUTCOMES[minuted.outcome]) if minuted.outcome else ""
    if minuted.outcome is Outcome.REFERRED and minuted.position in shown.sent_to:
        called = say("decision.referred.to", forum=shown.sent_to[minuted.position])
    outcome = say("minutes.outcome", udfald=called) if called else ""
    line = " · ".join(part for part in (outcome, *stood) if part)
    return [escape(line)] if line else []


def dissents(shown: Shown, minuted: MinutedItem, most: int) -> list[str]:
    """The dissenting opinions with name and organisation, as Markdown: where there is little room, how many."""
    if minuted.dissents and most <= _SCARCE:
        return [several("minutes.dissents", len(minuted.dissents))]
    return [
        escape(
            say(
                "minutes.dissent.line",
                navn=shown.people.get(each.person, each.person),
                organisation=shown.organisations.get(each.organisation, each.organisation),
                ord=shorten(each.words, most),
            )
        )
        for each in minuted.dissents
    ]


def named(minuted: MinutedItem, most: int) -> str:
    """An item's number and title, as Markdown."""
    return f"**{minuted.position}. {escape(shorten(minuted.title, max(most, _SHORTEST_TITLE)))}**"


def read(shown: Shown, minuted: MinutedItem, most: int) -> str:
    """What the item recommended, what was resolved and who dissented, as Markdown, or why nothing is shown."""
    if minuted.is_withdrawn and not minuted.is_recorded:
        return say("minutes.item_withdrawn")
    if minuted.is_hidden:
        return say("minutes.hidden")
    opinions = dissents(shown, minuted, most)
    if not minuted.is_recorded:
        nothing = say("minutes.lacking" if minuted.is_needed else "minutes.no_resolution")
        return "\n\n".join((nothing, *outcome_line(shown, minuted, most), *opinions))
    words = escape(shorten(minuted.said, most))
    resolution = [say("minutes.resolved", ord=words)] if words else []
    if most <= _SCARCE:
        return "\n\n".join((*outcome_line(shown, minuted, most), *resolution, *opinions))
    return "\n\n".join((*recommended(minuted, most), *outcome_line(shown, minuted, most), *resolution, *opinions))


def recommended(minuted: MinutedItem, most: int) -> list[str]:
    """What the item recommended, as Markdown; nothing for nothing."""
    words = minuted.recommendation
    return [say("minutes.recommended", ord=escape(shorten(words, most)))] if words else []


def tasks(shown: Shown, minuted: MinutedItem, most: int) -> Sequence[str]:
    """What is to be done about an item, as Markdown: where there is little room, how much."""
    every = shown.duties.get(minuted.position, ())
    if every and most <= _SCARCE:
        return [several("minutes.tasks", len(every))]
    return every


def see_item(shown: Shown, position: int) -> Json:
    """A button to one item in full; what stands in the card's field goes along."""
    wanted = OpenResolution(forum=shown.forum, meeting=shown.meeting.id, position=position)
    return button(say("minutes.btn.item", nr=position), wanted)


def resolutions(shown: Shown, most: int) -> list[Json]:
    """Every item with its resolution, at most so many characters a text, and the way to what was left out.

    Standing items on which nothing was resolved are left out.
    """
    items = [minuted for minuted in shown.items if minuted.is_needed or minuted.is_recorded or minuted.is_withdrawn]
    rows = [rich("\n\n".join(_told(shown, minuted, most))) for minuted in items]
    cut = [minuted for minuted in items if _is_cut(minuted, most)]
    if not cut:
        return rows
    room = 1 if most <= _SCARCE else _MOST_BUTTONS
    offered = [see_item(shown, minuted.position) for minuted in cut[:room]]
    return [*rows, text(say("minutes.shortened", nr=cut[0].position), subtle=True), *button_rows(*offered)]


def _told(shown: Shown, minuted: MinutedItem, most: int) -> tuple[str, ...]:
    """An item's title, what was resolved, and what is to be done about it, as Markdown."""
    there = shown.presence.get(minuted.position, ())
    return named(minuted, most), *there, read(shown, minuted, most), *tasks(shown, minuted, most)


def said_of(name: str, every: Sequence[Said], tz: tzinfo, most: int) -> Json | None:
    """Remarks or additions under a heading of their own; of very many, the newest."""
    if not every:
        return None
    newest = every[-(_FEW_SAID if most <= _SCARCE else _MOST_SAID) :]
    earlier = len(every) - len(newest)
    rows = [row for said in newest for row in said_by(said, tz, most)]
    is_cut = any(len(said.words) > most for said in newest)
    return group(
        heading(name, level=2),
        text(say("minutes.earlier", antal=earlier), subtle=True) if earlier else None,
        *rows,
        text(say("minutes.said.shortened"), subtle=True) if is_cut else None,
    )


def said_by(said: Said, tz: tzinfo, most: int) -> tuple[Json, Json]:
    """Who said it when, and what."""
    return text(f"{said.name}, {medium_date_time(said.at, tz)}:", bold=True), text(shorten(said.words, most))


def _people(key: str, names: Sequence[str]) -> Json:
    shortened = [shorten(name, LONGEST_NAME) for name in names]
    # names may have commas in them
    return text(say(key, navne="; ".join(shortened) or say("common.none")))


def _is_cut(minuted: MinutedItem, most: int) -> bool:
    shown = 0 if most <= _SCARCE else most  # of the recommendation
    texts = (minuted.said, *(each.words for each in minuted.dissents))
    is_long = any(len(each) > most for each in texts) or len(minuted.recommendation) > shown
    is_counted = most <= _SCARCE and (bool(minuted.dissents) or len(minuted.positions) > _FEW_STOOD)
    return is_long or is_counted or len(minuted.title) > max(most, _SHORTEST_TITLE)
