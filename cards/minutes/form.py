"""The secretariat's cards for writing minutes: the whole with a line for each item, and what comes after sending."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.kernel.deadlines import Deadline
from bot.domain.minutes.actions import (
    OpenAttendance,
    OpenResolution,
    ShowMinutesPreview,
    TakeBackMinutesApproval,
)
from bot.domain.minutes.items import MinutedItem
from bot.domain.referrals.actions import OpenSendOn
from cards.audit.code import code_line
from cards.filing.facts import case_facts
from cards.kit.elements import (
    Card,
    Json,
    button,
    button_rows,
    buttons,
    card,
    done,
    escape,
    facts,
    group,
    heading,
    present,
    rich,
    row,
    text,
)
from cards.kit.fitting import fitted
from cards.kit.words import deadline_words, listing, medium_date, say
from cards.minutes.attendance import everybody, summary
from cards.minutes.body import (
    LENGTHS,
    Said,
    Shown,
    files,
    named,
    said_of,
    standing,
    title,
    whole,
)
from cards.minutes.resolution import written
from cards.minutes.sentence import OUTCOMES
from cards.minutes.typed import adding, fullest_first, typed_field
from cards.minutes.wording import waiting
from cards.publication.line import public_button, public_line, public_links

_A_LINE = 26  # characters beside a button on a phone
_LEVELS = ((_A_LINE, 40, 300), (_A_LINE, 40, 120), (_A_LINE, 20, 60), (20, 10, 30), (15, 3, 15))
"""Characters of an item, items with a button, characters of a remark."""


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


def writing(state: Writing, *, outcome: str | None = None) -> Card:
    """Every item on a line with what is recorded on it, and the way out of the house."""
    return fitted(lambda level: _writing(state, outcome, *level), _LEVELS)


def follow_up(shown: Shown, remarks: Sequence[Said] | None, *, typed: str = "") -> Card:
    """Sent minutes as the secretariat sees them: with the remarks (None where others would read them) and additions."""
    return fitted(lambda level: _follow_up(shown, remarks, typed, *level), fullest_first(LENGTHS))


def _writing(state: Writing, outcome: str | None, most: int, with_button: int, most_said: int) -> Card:
    shown = state.shown
    offered = _offered(shown.items, with_button)
    lacking = [minuted.position for minuted in shown.items if minuted.is_needed and not minuted.is_recorded]
    speak = say("minutes.writing.speak", moede_dato=medium_date(shown.meeting.day), antal=len(lacking))
    return card(
        heading(title(shown.meeting)),
        text(_when(state.due), subtle=True),
        facts(case_facts(shown.cases)),
        rich(say("minutes.approval.waiting", navne=escape(listing(state.waiting)))) if state.waiting else None,
        *(_item(shown, minuted, most, minuted.position in offered) for minuted in shown.items),
        text(say("minutes.writing.by_command"), subtle=True) if len(offered) < len(shown.items) else None,
        said_of(say("minutes.remarks.heading"), state.remarks, shown.tz, most_said),
        waiting(shown),
        _attendance(shown),
        done(outcome) if outcome else None,
        actions=_ways_out(state, most_said),
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
    return say(OUTCOMES[minuted.outcome]) if minuted.outcome else written(minuted, most)


def _when(due: Deadline | None) -> str:
    return say("minutes.due", frist=deadline_words(due)) if due else say("minutes.due.none")


def _attendance(shown: Shown) -> Json:
    """Who was there, in one line, with one tap for all and the way to the form."""
    attended = shown.attended
    opened = OpenAttendance(forum=shown.forum, meeting=shown.meeting.id)
    is_open = bool(attended.unknown) or not attended.is_noted
    return group(
        text(say("live.left.ask"), bold=True) if shown.asks_end else None,
        text(summary(attended), bold=not attended.is_noted),
        buttons(
            button(say("minutes.attendance.heading"), opened),
            everybody(shown) if is_open else None,
        ),
        divided=True,
    )


def _ways_out(state: Writing, most: int) -> list[Json]:
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
            *files(state.shown, most),
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
        waiting(shown),
        *typed_field(add.label, typed, kept),
        public_line(shown.public),
        *button_rows(
            add.button,
            public_button(shown.forum, shown.public),
            *public_links([shown.public]),
            *files(shown, most),
        ),
        code_line(shown.witness),
        speak=say("minutes.follow_up.speak", moede_dato=medium_date(shown.meeting.day)),
    )
