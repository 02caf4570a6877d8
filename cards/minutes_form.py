"""The secretariat's cards for writing minutes: the whole, one item's resolution, and what comes after sending."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.actions import AddToMinutes, OpenResolution, RecordAbsence, RecordResolution, SendMinutes, ShowMinutes
from bot.domain.danish import fold
from bot.domain.deadlines import Deadline
from bot.domain.minute_lines import Line
from bot.domain.minutes import Outcome
from cards.elements import (
    Card,
    Json,
    button,
    buttons,
    card,
    choice_input,
    escape,
    group,
    heading,
    rich,
    text,
    text_input,
)
from cards.fitting import fitted, shorten
from cards.minutes import (
    LENGTHS,
    LONGEST,
    LONGEST_NAME,
    Said,
    Shown,
    absence,
    additions,
    named,
    resolutions,
    resolved,
    said_of,
    standing,
    title,
)
from cards.words import deadline_words, listing, medium_date, say

_LEVELS = ((300, 40), (120, 40), (120, 20), (60, 10), (30, 5), (15, 3))  # characters a text, items with a button
_HINTS = (LONGEST, 500, 100)  # characters of the recommendation, which the agenda shows in full


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What the secretariat needs to write minutes; `waiting` are names of approvers who have them and not answered."""

    shown: Shown
    due: Deadline | None
    people: Mapping[str, str]
    absent: Sequence[str]
    waiting: Sequence[str] = ()
    remarks: Sequence[Said] = ()


def writing(state: Writing) -> Card:
    """Every item with what is recorded on it, who was absent, and the way out of the house."""
    return fitted(lambda level: _writing(state, *level), _LEVELS)


def resolution_form(
    shown: Shown, line: Line, *, recommendation: str = "", outcome: Outcome | None = None, words: str = ""
) -> Card:
    """The form for one item; `outcome` and `words` are what its fields hold."""
    return fitted(lambda most: _resolution_form(shown, line, shorten(recommendation, most), outcome, words), _HINTS)


def follow_up(shown: Shown, remarks: Sequence[Said] | None, *, typed: str = "") -> Card:
    """Sent minutes as the secretariat sees them: with the remarks (None where others would read them) and additions."""
    return fitted(lambda most: _follow_up(shown, remarks, typed, most), LENGTHS)


def spoken_outcome(words: str) -> tuple[Outcome | None, str]:
    """The outcome that typed words begin with ("Godkendt med ændringer: …"), or None, and the rest of the words."""
    head, *rest = re.split(r"[.:;\n]", words, maxsplit=1)
    named = (each for each in Outcome if fold(say(f"decision.{each.value}")) == fold(head).strip())
    outcome = next(named, None)
    return (None, words) if outcome is None else (outcome, "".join(rest).strip())


def _resolution_form(shown: Shown, line: Line, recommendation: str, outcome: Outcome | None, words: str) -> Card:
    forum, meeting = shown.forum, shown.meeting.id
    record = RecordResolution(forum=forum, meeting=meeting, position=line.position, revision=shown.revision)
    is_other = line.is_recorded and (line.outcome, line.words) != (outcome, words)
    return card(
        heading(f"{line.position}. {line.title}"),
        text(say("minutes.of_meeting", moede_dato=medium_date(shown.meeting.day)), subtle=True),
        text(recommendation, subtle=True) if recommendation else None,
        rich(f"{say('minutes.form.now')} {_written(line, LONGEST)}") if is_other else None,
        choice_input(
            "outcome",
            say("minutes.field.outcome"),
            {each.value: say(f"decision.{each.value}") for each in Outcome},
            value=outcome.value if outcome else "",
        ),
        text_input("words", say("minutes.field.words"), value=words[:LONGEST], most=LONGEST, multiline=True),
        actions=[
            button(say("minutes.btn.save"), record, style="positive"),
            button(say("minutes.btn.back"), ShowMinutes(forum=forum, meeting=meeting), checks_inputs=False),
        ],
        speak=say("minutes.form.speak", nr=line.position, moede_dato=medium_date(shown.meeting.day)),
    )


def _writing(state: Writing, most: int, with_button: int) -> Card:
    shown = state.shown
    offered = _offered(shown.lines, with_button)
    lacking = [line.position for line in shown.lines if line.is_needed and not line.is_recorded]
    speak = say("minutes.writing.speak", moede_dato=medium_date(shown.meeting.day), antal=len(lacking))
    return card(
        heading(title(shown.meeting)),
        text(_when(state.due), subtle=True),
        rich(say("minutes.approval.waiting", navne=escape(listing(state.waiting)))) if state.waiting else None,
        *(_item(shown, line, most, line.position in offered) for line in shown.lines),
        text(say("minutes.writing.by_command"), subtle=True) if len(offered) < len(shown.lines) else None,
        said_of(say("minutes.remarks.heading"), state.remarks, shown.tz, most),
        *_absence(state, most),
        actions=_ways_out(state),
        speak=speak,
    )


def _offered(lines: Sequence[Line], most: int) -> frozenset[int]:
    """The items that get a button: those that still lack a resolution first."""
    urgent = sorted(lines, key=lambda line: (line.is_recorded, not line.is_needed, line.position))
    return frozenset(line.position for line in urgent[:most])


def _item(shown: Shown, line: Line, most: int, has_button: bool) -> Json:
    wanted = OpenResolution(forum=shown.forum, meeting=shown.meeting.id, position=line.position)
    return group(
        rich(f"{named(line, most)}\n\n{_written(line, most)}"),
        buttons(button(say("minutes.btn.write", nr=line.position), wanted, checks_inputs=False))
        if has_button
        else None,
    )


def _written(line: Line, most: int) -> str:
    if line.is_recorded:
        return resolved(line, most, otherwise=say("minutes.recorded"))
    return say("minutes.lacking" if line.is_needed else "minutes.no_resolution")


def _when(due: Deadline | None) -> str:
    return say("minutes.due", frist=deadline_words(due)) if due else say("minutes.due.none")


def _absence(state: Writing, most: int) -> Iterable[Json]:
    shown = state.shown
    names = {person: shorten(name, LONGEST_NAME) for person, name in state.people.items()}
    record = RecordAbsence(forum=shown.forum, meeting=shown.meeting.id, revision=shown.revision)
    yield choice_input("absent", say("minutes.field.absent"), names, value=",".join(state.absent), multiple=True)
    yield buttons(button(say("minutes.btn.absence"), record))


def _ways_out(state: Writing) -> list[Json]:
    shown = state.shown
    if state.waiting:
        return []
    send = SendMinutes(forum=shown.forum, meeting=shown.meeting.id, revision=shown.revision)
    return [button(say("minutes.btn.send"), send, style="positive", checks_inputs=False)]


def _follow_up(shown: Shown, remarks: Sequence[Said] | None, typed: str, most: int) -> Card:
    add = AddToMinutes(forum=shown.forum, meeting=shown.meeting.id)
    return card(
        heading(title(shown.meeting)),
        text(standing(shown), subtle=True),
        absence(shown, most),
        group(*resolutions(shown, most), divided=True),
        additions(shown, most),
        text(say("minutes.remarks.elsewhere")) if remarks is None else None,
        said_of(say("minutes.remarks.heading"), remarks or (), shown.tz, most),
        text_input(
            "words",
            say("minutes.field.addition"),
            value=typed[:LONGEST],
            most=LONGEST,
            multiline=True,
            required=say("error.missing_field", felt=say("minutes.field.addition")),
        ),
        actions=[button(say("minutes.btn.add"), add)],
        speak=say("minutes.follow_up.speak", moede_dato=medium_date(shown.meeting.day)),
    )
