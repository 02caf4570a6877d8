"""The secretariat's cards for writing minutes: the whole, one item's resolution, and what comes after sending."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.kernel.danish import fold
from bot.domain.kernel.deadlines import Deadline
from bot.domain.minutes.actions import (
    AddToMinutes,
    OpenResolution,
    RecordAbsence,
    RecordResolution,
    SendMinutes,
    ShowMinutes,
)
from bot.domain.minutes.items import MinutedItem
from bot.domain.minutes.state import Outcome
from cards.kit.elements import (
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
from cards.kit.fitting import fitted, shorten
from cards.kit.words import deadline_words, listing, medium_date, say
from cards.minutes.cards import (
    LENGTHS,
    LONGEST,
    LONGEST_NAME,
    OUTCOMES,
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
    shown: Shown, minuted: MinutedItem, *, recommendation: str = "", outcome: Outcome | None = None, words: str = ""
) -> Card:
    """The form for one item; `outcome` and `words` are what its fields hold."""
    return fitted(lambda most: _resolution_form(shown, minuted, shorten(recommendation, most), outcome, words), _HINTS)


def follow_up(shown: Shown, remarks: Sequence[Said] | None, *, typed: str = "") -> Card:
    """Sent minutes as the secretariat sees them: with the remarks (None where others would read them) and additions."""
    return fitted(lambda most: _follow_up(shown, remarks, typed, most), LENGTHS)


def spoken_outcome(words: str) -> tuple[Outcome | None, str]:
    """The outcome that typed words begin with ("Godkendt med ændringer: …"), or None, and the rest of the words."""
    head, *rest = re.split(r"[.:;\n]", words, maxsplit=1)
    named = (each for each in Outcome if fold(say(OUTCOMES[each])) == fold(head).strip())
    outcome = next(named, None)
    return (None, words) if outcome is None else (outcome, "".join(rest).strip())


def _resolution_form(
    shown: Shown, minuted: MinutedItem, recommendation: str, outcome: Outcome | None, words: str
) -> Card:
    forum, meeting = shown.forum, shown.meeting.id
    record = RecordResolution(forum=forum, meeting=meeting, position=minuted.position, revision=shown.revision)
    is_other = minuted.is_recorded and (minuted.outcome, minuted.words) != (outcome, words)
    return card(
        heading(f"{minuted.position}. {minuted.title}"),
        text(say("minutes.of_meeting", moede_dato=medium_date(shown.meeting.day)), subtle=True),
        text(recommendation, subtle=True) if recommendation else None,
        rich(f"{say('minutes.form.now')} {_written(minuted, LONGEST)}") if is_other else None,
        choice_input(
            "outcome",
            say("minutes.field.outcome"),
            {each.value: say(key) for each, key in OUTCOMES.items()},
            value=outcome.value if outcome else "",
        ),
        text_input("words", say("minutes.field.words"), value=words[:LONGEST], most=LONGEST, multiline=True),
        actions=[
            button(say("minutes.btn.save"), record, style="positive"),
            button(say("minutes.btn.back"), ShowMinutes(forum=forum, meeting=meeting), checks_inputs=False),
        ],
        speak=say("minutes.form.speak", nr=minuted.position, moede_dato=medium_date(shown.meeting.day)),
    )


def _writing(state: Writing, most: int, with_button: int) -> Card:
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
        said_of(say("minutes.remarks.heading"), state.remarks, shown.tz, most),
        *_absence(state, most),
        actions=_ways_out(state),
        speak=speak,
    )


def _offered(items: Sequence[MinutedItem], most: int) -> frozenset[int]:
    """The items that get a button: those that still lack a resolution first."""
    urgent = sorted(items, key=lambda minuted: (minuted.is_recorded, not minuted.is_needed, minuted.position))
    return frozenset(minuted.position for minuted in urgent[:most])


def _item(shown: Shown, minuted: MinutedItem, most: int, has_button: bool) -> Json:
    wanted = OpenResolution(forum=shown.forum, meeting=shown.meeting.id, position=minuted.position)
    return group(
        rich(f"{named(minuted, most)}\n\n{_written(minuted, most)}"),
        buttons(button(say("minutes.btn.write", nr=minuted.position), wanted, checks_inputs=False))
        if has_button
        else None,
    )


def _written(minuted: MinutedItem, most: int) -> str:
    if minuted.is_recorded:
        return resolved(minuted, most, otherwise=say("minutes.recorded"))
    return say("minutes.lacking" if minuted.is_needed else "minutes.no_resolution")


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
