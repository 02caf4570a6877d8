"""Minutes to read: put forward for approval, sent, one item in full, or not there yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.meeting import Meeting
from bot.domain.minutes.actions import ApproveMinutes, OpenResolution, RemarkOnMinutes, ShowMinutes
from bot.domain.minutes.items import MinutedItem
from bot.domain.minutes.state import Outcome
from cards.kit.elements import (
    Card,
    Json,
    Mention,
    button,
    buttons,
    card,
    done,
    escape,
    group,
    heading,
    present,
    rich,
    text,
    text_input,
)
from cards.kit.fitting import fitted, shorten
from cards.kit.words import deadline_words, keyed, listing, medium_date, medium_date_time, say, several

LONGEST = 2_000  # characters in a resolution, a remark or an addition
LENGTHS = (LONGEST, 1_000, 500, 250, 120, 60, 30, 15)  # characters of each text, fullest first
LONGEST_NAME = 60  # characters of a person's name
OUTCOMES = keyed(Outcome, "decision")
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
class Shown:
    """Minutes as somebody may see them; `remarks_until` None where no deadline was chosen."""

    forum: str
    forum_name: str
    tz: tzinfo
    meeting: Meeting
    revision: int
    items: Sequence[MinutedItem]
    absent: Sequence[str]
    sent_at: datetime | None = None
    is_approved: bool = False
    takes_remarks: bool = True
    remarks_until: Deadline | None = None
    remark_count: int = 0
    additions: Sequence[Said] = ()


def sent(shown: Shown, *, typed: str = "") -> Card:
    """The minutes that were sent, with an invitation for remarks while they are taken."""
    return fitted(lambda most: _sent(shown, typed, most), LENGTHS)


def for_approval(
    shown: Shown, *, answered: int, waiting: Sequence[str], mentions: Sequence[Mention] = (), typed: str = ""
) -> Card:
    """The minutes as the approvers are asked about them; `waiting` names those who have not answered, or calls them."""
    return fitted(lambda most: _for_approval(shown, answered, waiting, mentions, typed, most), LENGTHS)


def item(shown: Shown, minuted: MinutedItem) -> Card:
    """One item with its whole resolution."""
    words = say("minutes.item.speak", nr=minuted.position, moede_dato=medium_date(shown.meeting.day))
    following = minuted.position + 1 if minuted.position < len(shown.items) else None
    return card(
        heading(f"{minuted.position}. {minuted.title}"),
        text(say("minutes.of_meeting", moede_dato=medium_date(shown.meeting.day)), subtle=True),
        rich(_read(minuted, LONGEST)),
        actions=[
            see_item(shown, following) if following else None,
            button(say("minutes.btn.open"), ShowMinutes(forum=shown.forum, meeting=shown.meeting.id)),
        ],
        speak=words,
    )


def not_sent(meeting: Meeting, due: Deadline | None, *, is_begun: bool, writing: str | None = None) -> Card:
    """The minutes cannot be read yet, and when they are due; `writing` is the forum whose secretariat reads this."""
    moede_dato = medium_date(meeting.day)
    words = say("minutes.not_sent" if is_begun else "minutes.not_held", moede_dato=moede_dato)
    when = say("minutes.due", frist=deadline_words(due)) if due else say("minutes.due.none")
    write = (
        button(say("reminder.minutes.btn.write"), ShowMinutes(forum=writing, meeting=meeting.id)) if writing else None
    )
    return card(heading(title(meeting)), text(words), text(when, subtle=True), actions=[write], speak=f"{words} {when}")


def none_yet(forum_name: str, following: Meeting | None) -> Card:
    """No meeting has been held."""
    words = say("minutes.none_yet", forum=forum_name)
    when = say("minutes.next_meeting", moede_dato=medium_date(following.day)) if following else None
    return card(heading(say("minutes.heading")), text(words), text(when) if when else None, speak=words)


def addition(shown: Shown, said: Said) -> Card:
    """A correction that was added to minutes after they were sent."""
    words = say("minutes.addition.intro", moede_dato=medium_date(shown.meeting.day))
    return card(
        heading(say("minutes.addition.title")),
        text(words),
        *_said(said, shown.tz, LONGEST),
        actions=[button(say("minutes.btn.open"), ShowMinutes(forum=shown.forum, meeting=shown.meeting.id))],
        speak=words,
    )


def confirmed(words: str, below: Card) -> Card:
    """What was just done, above the minutes as they stand now."""
    content = below.content | {
        "body": [done(words), *below.content["body"]],
        "speak": words,
    }
    return Card(content, words)


def title(meeting: Meeting) -> str:
    """What the minutes of that meeting are called."""
    return say("minutes.title", moede_dato=medium_date(meeting.day))


def standing(shown: Shown) -> str:
    """When they were sent, and whether a meeting has approved them."""
    if shown.sent_at is None:
        return say("minutes.unsent")
    words = say("minutes.sent_at", tidspunkt=medium_date_time(shown.sent_at, shown.tz))
    return f"{words} {say('minutes.approved')}" if shown.is_approved else words


def resolved(minuted: MinutedItem, most: int, *, otherwise: str) -> str:
    """What was resolved on one item, as Markdown; `otherwise` stands where there is nothing to show."""
    outcome = f"{say(OUTCOMES[minuted.outcome])}." if minuted.outcome else ""
    words = escape(shorten(minuted.words, most))
    return " ".join(part for part in (outcome, words) if part) or otherwise


def named(minuted: MinutedItem, most: int) -> str:
    """An item's number and title, as Markdown."""
    return f"**{minuted.position}. {escape(shorten(minuted.title, max(most, _SHORTEST_TITLE)))}**"


def see_item(shown: Shown, position: int) -> Json:
    """A button to one item in full."""
    wanted = OpenResolution(forum=shown.forum, meeting=shown.meeting.id, position=position)
    return button(say("minutes.btn.item", nr=position), wanted, checks_inputs=False)


def resolutions(shown: Shown, most: int) -> list[Json]:
    """Every item with its resolution, at most so many characters a text, and the way to what was left out."""
    cut = [
        minuted
        for minuted in shown.items
        if len(minuted.words) > most or len(minuted.title) > max(most, _SHORTEST_TITLE)
    ]
    rows = [rich(f"{named(minuted, most)}\n\n{_read(minuted, most)}") for minuted in shown.items]
    if not cut:
        return rows
    room = 1 if most <= _SCARCE else _MOST_BUTTONS
    offered = [see_item(shown, minuted.position) for minuted in cut[:room]]
    return [*rows, text(say("minutes.shortened", nr=cut[0].position), subtle=True), buttons(*offered)]


def absence(shown: Shown, most: int) -> Json:
    """Who was absent."""
    names = [shorten(name, LONGEST_NAME) for name in shown.absent]
    # names may have commas in them
    return text(say("minutes.absent", navne="; ".join(names) or say("common.none")))


def additions(shown: Shown, most: int) -> Json | None:
    """What was added after sending, newest last."""
    return said_of(say("minutes.additions"), shown.additions, shown.tz, most)


def said_of(name: str, every: Sequence[Said], tz: tzinfo, most: int) -> Json | None:
    """Remarks or additions under a heading of their own; of very many, the newest."""
    if not every:
        return None
    newest = every[-(_FEW_SAID if most <= _SCARCE else _MOST_SAID) :]
    earlier = len(every) - len(newest)
    rows = [row for said in newest for row in _said(said, tz, most)]
    is_cut = any(len(said.words) > most for said in newest)
    return group(
        heading(name, level=2),
        text(say("minutes.earlier", antal=earlier), subtle=True) if earlier else None,
        *rows,
        text(say("minutes.said.shortened"), subtle=True) if is_cut else None,
    )


def _sent(shown: Shown, typed: str, most: int) -> Card:
    moede_dato = medium_date(shown.meeting.day)
    speak = say(
        "minutes.sent.speak",
        forum=shown.forum_name,
        moede_dato=moede_dato,
        punkter=several("common.items", len(shown.items)),
    )
    return card(
        heading(title(shown.meeting)),
        text(standing(shown), subtle=True),
        absence(shown, most),
        group(*resolutions(shown, most), divided=True),
        additions(shown, most),
        group(*_invitation(shown, typed), divided=True),
        actions=[_remark_button(shown) if shown.takes_remarks else None],
        speak=" ".join([speak, *([_until(shown)] if shown.takes_remarks else [])]),
        summary=say("minutes.sent.summary", moede_dato=moede_dato),
    )


def _for_approval(
    shown: Shown, answered: int, waiting: Sequence[str], mentions: Sequence[Mention], typed: str, most: int
) -> Card:
    words = say("minutes.approval.intro", moede_dato=medium_date(shown.meeting.day))
    asked = answered + len(waiting)
    return card(
        heading(say("minutes.approval.title")),
        text(words),
        text(say("minutes.approval.progress", svar=answered, antal=asked)),
        rich(say("minutes.approval.waiting", navne=listing(waiting))) if waiting else None,
        absence(shown, most),
        group(*resolutions(shown, most), divided=True),
        text_input("words", say("minutes.field.remarks"), value=typed[:LONGEST], most=LONGEST, multiline=True),
        actions=[
            button(
                say("reminder.minutes.btn.ok"),
                ApproveMinutes(forum=shown.forum, meeting=shown.meeting.id, revision=shown.revision),
                style="positive",
            ),
            _remark_button(shown),
        ],
        speak=words,
        mentions=mentions,
    )


def _invitation(shown: Shown, typed: str) -> list[Json]:
    received = several("minutes.remarks.received", shown.remark_count) if shown.remark_count else None
    return present(
        [
            text(_until(shown)),
            text(received, subtle=True) if received else None,
            _remark_field(typed) if shown.takes_remarks else None,
        ]
    )


def _until(shown: Shown) -> str:
    if not shown.takes_remarks:
        return say("minutes.remarks.closed")
    if shown.remarks_until is None:
        return say("minutes.remarks.invite")
    return say("minutes.remarks.until", frist=deadline_words(shown.remarks_until))


def _remark_field(typed: str) -> Json:
    return text_input(
        "words",
        say("minutes.field.remarks"),
        value=typed[:LONGEST],
        most=LONGEST,
        multiline=True,
        required=say("error.missing_remarks"),
    )


def _remark_button(shown: Shown) -> Json:
    return button(say("reminder.minutes.btn.remarks"), RemarkOnMinutes(forum=shown.forum, meeting=shown.meeting.id))


def _read(minuted: MinutedItem, most: int) -> str:
    return resolved(minuted, most, otherwise=say("minutes.hidden" if minuted.is_hidden else "minutes.no_resolution"))


def _said(said: Said, tz: tzinfo, most: int) -> tuple[Json, Json]:
    return text(f"{said.name}, {medium_date_time(said.at, tz)}:", bold=True), text(shorten(said.words, most))
