"""What minutes say wherever they are read: where and when, who was there, each item's recommendation and resolution."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from bot.domain.kernel.danish import fold
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.witness import Witness
from bot.domain.minutes.actions import OpenResolution
from bot.domain.minutes.items import MinutedItem
from bot.domain.minutes.state import Outcome
from cards.kit.elements import Json, button, button_rows, escape, facts, group, heading, present, rich, text
from cards.kit.fitting import shorten
from cards.kit.words import keyed, long_date, medium_date, medium_date_time, say, several, time_span

LONGEST = 2_000  # characters in a resolution, a remark or an addition
LENGTHS = (LONGEST, 1_000, 500, 250, 120, 60, 30, 15)  # characters of each text, fullest first
LONGEST_NAME = 80  # characters of a person's name, with the hours
OUTCOMES = keyed(Outcome, "decision")
_STEM = 2  # words of an outcome that tell it apart: »Godkendt med«, »Ikke godkendt«
_SHORTEST_TITLE = 20  # characters that a title always gets
_MOST_BUTTONS = 5
_SCARCE = 30  # characters of each text from where on there is room for little else
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

    `witness` is the entry of the log that they left with, `duties` the tasks of each item, as Markdown, by position,
    `has_funds` that money of these items can be disposed of.
    """

    forum: str
    forum_name: str
    tz: tzinfo
    meeting: Meeting
    revision: int
    items: Sequence[MinutedItem]
    attended: Attended
    sent_at: datetime | None = None
    is_approved: bool = False
    takes_remarks: bool = True
    remarks_until: Deadline | None = None
    remark_count: int = 0
    additions: Sequence[Said] = ()
    witness: Witness | None = None
    duties: Mapping[int, Sequence[str]] = field(default_factory=dict)
    has_funds: bool = False


def title(meeting: Meeting) -> str:
    """What the minutes of that meeting are called."""
    return say("minutes.title", moede_dato=medium_date(meeting.day))


def standing(shown: Shown) -> str:
    """When they were sent, and whether a meeting has approved them."""
    if shown.sent_at is None:
        return say("minutes.unsent")
    words = say("minutes.sent_at", tidspunkt=medium_date_time(shown.sent_at, shown.tz))
    return f"{words} {say('minutes.approved')}" if shown.is_approved else words


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
    return facts({say("minutes.fact.time"): held, say("minutes.fact.place"): meeting.place or None})


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


def resolved(minuted: MinutedItem, most: int, *, otherwise: str) -> str:
    """What was resolved on one item, as Markdown; `otherwise` stands where there is nothing to show."""
    outcome = say(OUTCOMES[minuted.outcome]) if minuted.outcome else ""
    words = escape(shorten(minuted.words, most))
    if not outcome or _begins_with(minuted.words, outcome):
        return words or (f"{outcome}." if outcome else otherwise)
    return " ".join(part for part in (f"{outcome}.", words) if part)


def named(minuted: MinutedItem, most: int) -> str:
    """An item's number and title, as Markdown."""
    return f"**{minuted.position}. {escape(shorten(minuted.title, max(most, _SHORTEST_TITLE)))}**"


def read(minuted: MinutedItem, most: int) -> str:
    """What the item recommended and what was resolved, as Markdown, or why nothing is shown."""
    if minuted.is_hidden:
        return say("minutes.hidden")
    nothing = say("minutes.lacking" if minuted.is_needed else "minutes.no_resolution")
    if not minuted.is_recorded:
        return nothing
    resolution = say("minutes.resolved", ord=resolved(minuted, most, otherwise=nothing))
    return resolution if most <= _SCARCE else "\n\n".join((*recommended(minuted, most), resolution))


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
    items = [minuted for minuted in shown.items if minuted.is_needed or minuted.is_recorded]
    rows = [rich("\n\n".join(_told(shown, minuted, most))) for minuted in items]
    cut = [minuted for minuted in items if _is_cut(minuted, most)]
    if not cut:
        return rows
    room = 1 if most <= _SCARCE else _MOST_BUTTONS
    offered = [see_item(shown, minuted.position) for minuted in cut[:room]]
    return [*rows, text(say("minutes.shortened", nr=cut[0].position), subtle=True), *button_rows(*offered)]


def _told(shown: Shown, minuted: MinutedItem, most: int) -> tuple[str, ...]:
    """An item's title, what was resolved, and what is to be done about it, as Markdown."""
    return named(minuted, most), read(minuted, most), *tasks(shown, minuted, most)


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
    is_long = len(minuted.words) > most or len(minuted.recommendation) > shown
    return is_long or len(minuted.title) > max(most, _SHORTEST_TITLE)


def _begins_with(words: str, outcome: str) -> bool:
    """Whether the words begin with what tells the outcome apart: »Godkendt med den ændring, at …«."""
    stem = fold(outcome).split()[:_STEM]
    return [word.strip(".,:;!") for word in fold(words).split()[: len(stem)]] == stem
