"""The secretariat's cards for writing minutes: the whole, one item's resolution, and what comes after sending."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.kernel.danish import fold
from bot.domain.kernel.deadlines import Deadline
from bot.domain.minutes.actions import (
    Onward,
    OpenAttendance,
    OpenResolution,
    RecordResolution,
    ShowMinutesPreview,
    TakeBackMinutesApproval,
)
from bot.domain.minutes.items import MinutedItem
from bot.domain.minutes.state import Outcome
from bot.domain.referrals.actions import OpenSendOn
from cards.audit.code import code_line
from cards.duties.form import due_input, owner_input
from cards.kit.elements import (
    OUTCOME,
    Card,
    Json,
    box,
    button,
    button_rows,
    buttons,
    card,
    choice_input,
    done,
    escape,
    group,
    heading,
    present,
    rich,
    row,
    text,
    text_input,
)
from cards.kit.fitting import fitted
from cards.kit.words import deadline_words, listing, medium_date, say
from cards.minutes.attendance import everybody, summary
from cards.minutes.body import (
    LENGTHS,
    LONGEST,
    OUTCOMES,
    Said,
    Shown,
    named,
    recommended,
    resolved,
    said_of,
    standing,
    tasks,
    title,
    whole,
)
from cards.minutes.typed import adding, fullest_first, typed_field

_LONGEST_OUTCOME = 100  # characters
_A_LINE = 26  # characters beside a button on a phone
_LEVELS = ((_A_LINE, 40, 300), (_A_LINE, 40, 120), (_A_LINE, 20, 60), (20, 10, 30), (15, 3, 15))
"""Characters of an item, items with a button, characters of a remark."""
_ROOMS = ((300, 16_000), (100, 16_000), (100, 8_000), (100, 3_000))
"""Characters of the recommendation, which the agenda shows in full, and bytes of what was typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What the secretariat needs to write minutes; `waiting` are names of approvers who have them and not answered.

    `has_approved` says of whoever looks that the approval is theirs to take back.
    """

    shown: Shown
    due: Deadline | None
    waiting: Sequence[str] = ()
    remarks: Sequence[Said] = ()
    has_approved: bool = False
    may_send_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """One item's form: what its fields hold, what they offer, and where one can go on to from it."""

    outcome: Outcome | None = None
    words: str = ""
    onward: Sequence[Onward] = ()
    outcomes: Sequence[Outcome] = tuple(Outcome)
    owners: Mapping[str, str] = field(default_factory=dict)
    duty: str = ""
    owner: str = ""
    due: str = ""


def writing(state: Writing, *, outcome: str | None = None) -> Card:
    """Every item on a line with what is recorded on it, and the way out of the house."""
    return fitted(lambda level: _writing(state, outcome, *level), _LEVELS)


def resolution_form(shown: Shown, minuted: MinutedItem, filling: Filling, *, outcome: str | None = None) -> Card:
    """The form for one item; the outcome of what was just done stands above the buttons."""
    return fitted(lambda room: _resolution_form(shown, minuted, filling, outcome, *room), _ROOMS)


def follow_up(shown: Shown, remarks: Sequence[Said] | None, *, typed: str = "") -> Card:
    """Sent minutes as the secretariat sees them: with the remarks (None where others would read them) and additions."""
    return fitted(lambda level: _follow_up(shown, remarks, typed, *level), fullest_first(LENGTHS))


def spoken_outcome(words: str, known: Collection[Outcome]) -> tuple[Outcome | None, str]:
    """The outcome that typed words begin with ("Godkendt med ændringer: …"), or None, and the rest of the words."""
    head, *rest = re.split(r"[.:;\n]", words, maxsplit=1)
    typed = fold(head).strip() if len(head) <= _LONGEST_OUTCOME else ""
    found = (each for each in known if fold(say(OUTCOMES[each])) == typed)
    outcome = next(found, None)
    return (None, words) if outcome is None else (outcome, "".join(rest).strip())


def _resolution_form(
    shown: Shown, minuted: MinutedItem, filling: Filling, outcome: str | None, most: int, kept: int
) -> Card:
    is_other = minuted.is_recorded and (minuted.outcome, minuted.words) != (filling.outcome, filling.words)
    moede_dato = medium_date(shown.meeting.day)
    return card(
        heading(f"{minuted.position}. {minuted.title}"),
        text(say("minutes.of_meeting", moede_dato=moede_dato), subtle=True),
        *(rich(words, subtle=True) for words in recommended(minuted, most)),
        rich(f"{say('minutes.form.now')} {_written(minuted, LONGEST)}") if is_other else None,
        choice_input(
            "outcome",
            say("minutes.field.outcome"),
            {each.value: say(OUTCOMES[each]) for each in filling.outcomes},
            value=filling.outcome.value if filling.outcome else "",
        ),
        *typed_field(say("minutes.field.words"), filling.words, kept),
        *(rich(line, subtle=True) for line in tasks(shown, minuted, most)),
        text_input("duty", say("minutes.field.duty"), value=filling.duty),
        owner_input("owner", filling.owners, filling.owner),
        due_input("due", filling.due, say("duty.field.due")),
        _saved(outcome) if outcome else None,
        actions=_saving(shown, minuted, filling.onward),
        speak=outcome or say("minutes.form.speak", nr=minuted.position, moede_dato=moede_dato),
    )


def _saved(outcome: str) -> Json:
    """What was just done, under another id than that of the field for an item's outcome."""
    return box(text(outcome, bold=True), tone="good") | {"id": f"{OUTCOME}-saved"}


def _saving(shown: Shown, minuted: MinutedItem, onward: Sequence[Onward]) -> list[Json]:
    """Every way out of the form saves what stands in it."""

    def record(onward: Onward | None, *, adds_duty: bool = False) -> RecordResolution:
        return RecordResolution(
            forum=shown.forum,
            meeting=shown.meeting.id,
            position=minuted.position,
            revision=shown.revision,
            onward=onward,
            adds_duty=adds_duty,
        )

    return present(
        [
            button(say("minutes.btn.save"), record(None), style="positive"),
            button(say("duty.btn.new"), record(None, adds_duty=True)),
            button(say("minutes.btn.next"), record(Onward.NEXT)) if Onward.NEXT in onward else None,
            button(say("minutes.btn.previous"), record(Onward.PREVIOUS)) if Onward.PREVIOUS in onward else None,
        ]
    )


def _writing(state: Writing, outcome: str | None, most: int, with_button: int, most_said: int) -> Card:
    shown = state.shown
    offered = _offered(shown.items, with_button)
    lacking = [minuted.position for minuted in shown.items if minuted.is_needed and not minuted.is_recorded]
    speak = say("minutes.writing.speak", moede_dato=medium_date(shown.meeting.day), antal=len(lacking))
    return card(
        heading(title(shown.meeting)),
        text(_when(state.due), subtle=True),
        rich(say("minutes.approval.waiting", navne=escape(listing(state.waiting)))) if state.waiting else None,
        *(_item(shown, minuted, most, minuted.position in offered) for minuted in shown.items),
        text(say("minutes.writing.by_command"), subtle=True) if len(offered) < len(shown.items) else None,
        said_of(say("minutes.remarks.heading"), state.remarks, shown.tz, most_said),
        _attendance(shown),
        done(outcome) if outcome else None,
        actions=_ways_out(state),
        speak=outcome or speak,
    )


def _offered(items: Sequence[MinutedItem], most: int) -> frozenset[int]:
    """The items that get a button: those that still lack a resolution first."""
    urgent = sorted(items, key=lambda minuted: (minuted.is_recorded, not minuted.is_needed, minuted.position))
    return frozenset(minuted.position for minuted in urgent[:most])


def _item(shown: Shown, minuted: MinutedItem, most: int, has_button: bool) -> Json:
    wanted = OpenResolution(forum=shown.forum, meeting=shown.meeting.id, position=minuted.position)
    line = group(rich(named(minuted, most)), rich(_state(minuted, most), subtle=minuted.is_recorded, close=True))
    if not has_button:
        return line
    return row((line, "stretch"), (buttons(button(say("minutes.btn.write", nr=minuted.position), wanted)), "auto"))


def _state(minuted: MinutedItem, most: int) -> str:
    """What is recorded in a word or two: the outcome, else how the words begin."""
    return say(OUTCOMES[minuted.outcome]) if minuted.outcome else _written(minuted, most)


def _written(minuted: MinutedItem, most: int) -> str:
    if minuted.is_recorded:
        return resolved(minuted, most, otherwise=say("minutes.recorded"))
    return say("minutes.lacking" if minuted.is_needed else "minutes.optional")


def _when(due: Deadline | None) -> str:
    return say("minutes.due", frist=deadline_words(due)) if due else say("minutes.due.none")


def _attendance(shown: Shown) -> Json:
    """Who was there, in one line, with one tap for all and the way to the form."""
    attended = shown.attended
    opened = OpenAttendance(forum=shown.forum, meeting=shown.meeting.id)
    is_open = bool(attended.unknown) or not attended.is_noted
    return group(
        text(summary(attended), bold=not attended.is_noted),
        buttons(
            button(say("minutes.attendance.heading"), opened),
            everybody(shown) if is_open else None,
        ),
        divided=True,
    )


def _ways_out(state: Writing) -> list[Json]:
    forum, meeting = state.shown.forum, state.shown.meeting.id
    return present(
        [
            button(say("minutes.preview.btn"), ShowMinutesPreview(forum=forum, meeting=meeting), style="positive"),
            button(say("minutes.btn.take_back"), TakeBackMinutesApproval(forum=forum, meeting=meeting))
            if state.has_approved
            else None,
            button(say("referral.btn"), OpenSendOn(forum=forum, meeting=meeting, resolved=True))
            if state.may_send_on
            else None,
        ]
    )


def _follow_up(shown: Shown, remarks: Sequence[Said] | None, typed: str, most: int, kept: int) -> Card:
    add = adding(shown)
    return card(
        heading(title(shown.meeting)),
        text(standing(shown), subtle=True),
        *whole(shown, most),
        text(say("minutes.remarks.elsewhere")) if remarks is None else None,
        said_of(say("minutes.remarks.heading"), remarks or (), shown.tz, most),
        *typed_field(add.label, typed, kept),
        *button_rows(add.button),
        code_line(shown.witness),
        speak=say("minutes.follow_up.speak", moede_dato=medium_date(shown.meeting.day)),
    )
