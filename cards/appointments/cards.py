"""Every seat on one list, by body and group; one seat with its history; one group; and the forum as a tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.appointments.actions import (
    Abolish,
    AppointmentAction,
    CallCandidates,
    CloseGroup,
    OpenAppoint,
    OpenAppointmentForm,
    OpenGroupForm,
    ReopenGroup,
    ShowAppointment,
    ShowAppointments,
    ShowCall,
    ShowGroup,
    ShowOrganisation,
    Vacate,
)
from cards.appointments.buttons import of_group, of_seat
from cards.appointments.view import (
    AppointmentView,
    CallView,
    GroupView,
    answer_words,
    group_words,
    holder_words,
    level_words,
    state_words,
    tenure_words,
)
from cards.kit.elements import Card, Json, button, button_rows, card, done, facts, group, heading, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import medium_date, say

_LEVELS = ((200, 40, 12), (120, 30, 8), (80, 20, 4), (60, 20, 2), (40, 10, 0))
"""Characters of a title, seats on the list, and how many of them have buttons."""
_TREE = ((200, 120), (120, 60), (80, 40), (40, 30), (30, 15))
"""Characters of a line, and lines of the tree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The seats of one body or one group, under its name with what the charter says of it."""

    name: str
    seats: Sequence[AppointmentView]
    note: str = ""
    group: GroupView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """One line of the tree with those below it."""

    words: str
    below: Sequence["Branch"] = ()


def listing(
    forum: str, sections: Sequence[Section], notes: Sequence[str], *, serves: bool, outcome: str | None = None
) -> Card:
    """Every seat, with what is vacant."""
    every = [each for section in sections for each in section.seats]
    vacant = sum(each.holder is None for each in every)

    def draw(level: tuple[int, int, int]) -> Card:
        most, rows, with_buttons = level
        hidden = len(every) - rows
        return card(
            heading(say("appointment.title")),
            done(outcome) if outcome else None,
            *(text(note, subtle=True) for note in notes),
            *_sections(sections, most, rows, with_buttons),
            text(say("appointment.more", antal=hidden), subtle=True) if hidden > 0 else None,
            actions=_begin(forum, serves),
            speak=outcome or say("appointment.speak", antal=len(every), ledige=vacant),
        )

    return fitted(draw, _LEVELS)


def one(view: AppointmentView, *, outcome: str | None = None) -> Card:
    """One seat, with what was just done and all that can be done now."""
    return card(
        heading(view.name),
        done(outcome) if outcome else None,
        text(view.called, subtle=True),
        text(state_words(view), bold=True),
        _facts(view),
        *(text(line) for line in _of_holder(view)),
        *(_answers(view.call) if view.call is not None else ()),
        *_history(view),
        actions=_acts(view),
        speak=outcome or f"{view.called}: {view.name}. {holder_words(view)}",
    )


def one_group(view: GroupView, *, outcome: str | None = None) -> Card:
    """One working group with its seats."""
    return card(
        heading(view.task),
        done(outcome) if outcome else None,
        text(view.called, subtle=True),
        text(group_words(view), bold=True),
        text(say("group.resolution", beslutning=view.resolution)),
        *(text(line) for line in view.duties),
        *(text(note, subtle=True) for note in view.notes),
        heading(say("group.seats"), level=2),
        *(text(f"{each.called}: {each.title} · {state_words(each)}") for each in view.seats),
        None if view.seats else text(say("appointment.none.here")),
        actions=_group_acts(view),
        speak=outcome or f"{view.called}: {view.task}. {group_words(view)}",
    )


def tree(forum: str, name: str, branches: Sequence[Branch], notes: Sequence[str], *, serves: bool) -> Card:
    """The forum with all that is below it; each line is numbered by its place, so that it is a tree read aloud, too."""
    lines = list(_numbered(branches, ""))
    title = say("organisation.title", forum=name)

    def draw(level: tuple[int, int]) -> Card:
        most, rows = level
        hidden = len(lines) - rows
        return card(
            heading(title),
            *(text(note, subtle=True) for note in notes),
            *(text(shorten(words, most), bold=depth == 0, close=depth > 0) for depth, words in lines[:rows]),
            None if lines else text(say("organisation.none")),
            text(say("organisation.more", antal=hidden), subtle=True) if hidden > 0 else None,
            actions=[button(say("appointment.btn.list"), ShowAppointments(forum=forum)), *(_begin(forum, serves)[:-1])],
            speak=title,
        )

    return fitted(draw, _TREE)


def _numbered(branches: Sequence[Branch], above: str) -> Iterator[tuple[int, str]]:
    for place, branch in enumerate(branches, start=1):
        number = f"{above}{place}"
        yield above.count("."), f"{number} {branch.words}"
        yield from _numbered(branch.below, f"{number}.")


def _sections(sections: Sequence[Section], most: int, rows: int, with_buttons: int) -> Iterator[Json]:
    shown = 0
    for section in sections:
        if shown >= rows:
            return
        yield heading(shorten(section.name, most), level=2)
        if section.note:
            yield text(shorten(section.note, most * 2), subtle=True)
        if section.group is not None:
            yield text(group_words(section.group), subtle=True)
            yield from button_rows(of_group(section.group, ShowGroup))
        if not section.seats:
            yield text(say("appointment.none.here"))
        for each in section.seats[: rows - shown]:
            shown += 1
            yield _row(each, most, has_buttons=shown <= with_buttons)


def _row(view: AppointmentView, most: int, *, has_buttons: bool) -> Json:
    may_fill = view.serves and not view.is_closed
    asking = ShowCall if view.call is not None else CallCandidates
    kinds = [*([asking] if may_fill or view.call is not None else ()), *([OpenAppoint] if may_fill else ())]
    return group(
        text(f"{shorten(view.title, most)} · {view.called}", bold=True),  # two of one title are told apart
        text(shorten(state_words(view), most * 2), close=True),
        *(button_rows(*(of_seat(view, each) for each in (*kinds, ShowAppointment))) if has_buttons else ()),
        divided=True,
    )


def _facts(view: AppointmentView) -> Json | None:
    return facts(
        {
            say("appointment.field.level"): level_words(view.level) or None,
            say("appointment.field.until"): medium_date(view.until) if view.until else None,
        }
    )


def _of_holder(view: AppointmentView) -> Iterator[str]:
    holder = view.holder
    if holder is None:
        return
    yield say("appointment.resolution", beslutning=holder.resolution)
    if holder.remark:
        yield holder.remark
    if view.reminded is not None:
        key = "appointment.reminded.unset" if view.is_usual_reminder else "appointment.reminded"
        yield say(key, antal=view.reminder_days, dato=medium_date(view.reminded))


def _answers(call: CallView) -> Iterator[Json]:
    yield heading(say("appointment.candidates"), level=2)
    for each in call.answers:
        yield text(answer_words(each), close=True)


def _history(view: AppointmentView) -> Iterator[Json]:
    if view.past:
        yield heading(say("appointment.history"), level=2)
        for each in view.past:
            yield text(
                f"{tenure_words(each)} · {say('appointment.resolution', beslutning=each.resolution)}", close=True
            )


def _acts(view: AppointmentView) -> list[Json]:
    may_fill = view.serves and not view.is_closed
    asking: list[type[AppointmentAction]] = (
        [ShowCall] if view.call is not None else [CallCandidates] if may_fill else []
    )
    changing: list[type[AppointmentAction]] = [*([Vacate] if view.holder else ()), Abolish] if may_fill else []
    first: list[type[AppointmentAction]] = [OpenAppoint] if may_fill else []
    every = [of_seat(view, each) for each in (*first, *asking, *changing)]
    return [*every, button(say("appointment.btn.list"), ShowAppointments(forum=view.forum))]


def _group_acts(view: GroupView) -> list[Json | None]:
    may_fill, may_reopen = view.serves and view.closed_on is None, view.serves and view.closed_on is not None
    new_seat = OpenAppointmentForm(forum=view.forum, body=view.code)
    return [
        button(say("appointment.btn.new"), new_seat) if may_fill else None,
        of_group(view, CloseGroup) if may_fill else None,
        of_group(view, ReopenGroup) if may_reopen else None,
        button(say("organisation.btn"), ShowOrganisation(forum=view.forum)),
    ]


def _begin(forum: str, serves: bool) -> list[Json]:
    begun = [
        button(say("appointment.btn.new"), OpenAppointmentForm(forum=forum), style="positive"),
        button(say("group.btn.new"), OpenGroupForm(forum=forum)),
    ]
    return [*(begun if serves else ()), button(say("organisation.btn"), ShowOrganisation(forum=forum))]
