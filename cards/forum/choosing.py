"""»Ret et valg«: the forms for choosing anew, with what would follow, and what came of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, assert_never

from bot.domain.approval.mending import Step
from bot.domain.forum.actions import ChangeChoice, OpenChoice, OpenChoices, ShowChoices
from bot.domain.forum.choosable import Choosable, Kind, options_of
from bot.domain.forum.places import Place, is_made, value_at
from bot.domain.kernel.danish import NOBODY
from bot.domain.kernel.deadlines import Deadline
from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.people import Person
from cards.approval.mending import sentence
from cards.forum.choice_words import (
    decided_words,
    name_of,
    options_words,
    typed_value,
    value_words,
)
from cards.kit.elements import (
    Card,
    Json,
    button,
    button_rows,
    card,
    choice_input,
    done,
    escape,
    group,
    heading,
    rich,
    text,
    text_input,
)
from cards.kit.fitting import fitted
from cards.kit.words import long_date, medium_date, say

_MOVES = (12, 4, 1)  # lines of what follows, of each option
_LONGEST = 2_000  # characters of a value
_LONGEST_DECISION = 200

DEADLINES = {
    "proposals": "deadlines.proposals",
    "draft": "deadlines.draft",
    "answers": "deadlines.answers",
    "clearance": "deadlines.clearance",
    "dispatch": "deadlines.dispatch",
    "minutes": "deadlines.minutes",
}
"""By name of a deadline: what it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A deadline of a coming meeting that becomes another one; None where there is none."""

    meeting: Meeting
    name: str
    was: Deadline | None
    now: Deadline | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What becomes of a round that is under way: nothing, where it has no steps."""

    meeting: Meeting
    steps: Sequence[Step]


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """All that a choice would bring about."""

    moved: Sequence[Moved] = ()
    rounds: Sequence[Round] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What the form's fields hold, and what would follow: of what was picked, or of each option by its code."""

    value: str = ""
    decision: str = ""
    follows: Consequences | None = None
    options: Mapping[str, Consequences] | None = None


def which_choice(forum: Forum, among: Sequence[Place]) -> Card:
    """What is to be chosen anew: one of those that the charter leaves open."""
    words = say("about.choice.title")
    titles = {each.key: name_of(each) for each in among}
    return card(
        heading(words),
        text(say("choice.which.intro")),
        choice_input("choice", say("choice.which"), titles, required=say("choice.which.needed")),
        actions=[
            button(say("choice.btn.next"), OpenChoice(forum=forum.id), style="positive"),
            button(say("about.btn.choices"), ShowChoices(forum=forum.id), checks_inputs=False),
        ],
        speak=words,
    )


def form(forum: Forum, place: Place, people: Sequence[Person], filling: Filling) -> Card:
    """The form for one choice, with what stands now and what would follow."""
    return fitted(lambda most: _form(forum, place, people, filling, most), _MOVES)


def _form(forum: Forum, place: Place, people: Sequence[Person], filling: Filling, most: int) -> Card:
    title, name = say("about.choice.title"), name_of(place)
    previews = OpenChoice(forum=forum.id, choice=place.key)
    return card(
        heading(title),
        text(name, bold=True),
        text(_now(forum, place), subtle=True, close=True),
        _value_input(forum, place.choosable, people, filling.value or _current(forum, place)),
        text_input(
            "decision",
            say("about.choice.field.decision"),
            value=filling.decision,
            placeholder=say("choice.decision.placeholder"),
            most=_LONGEST_DECISION,
        ),
        *_foretold(forum, place.choosable, filling, most),
        actions=[
            button(say("choice.btn.save"), ChangeChoice(forum=forum.id, choice=place.key), style="positive"),
            button(say("choice.btn.preview"), previews),
        ],
        speak=f"{title}: {name}.",
    )


def _now(forum: Forum, place: Place) -> str:
    settled = place.choosable.settled(forum.charter)
    if settled.value is not None:
        return say("choice.settled.words", ord=settled.words or forum.charter.title)
    chosen, value = forum.chosen(place.key), value_at(forum, place)
    if chosen is None and value is None:
        return say("choice.now", vaerdi=say("common.not_regulated"))
    told = say("choice.now", vaerdi=value_words(forum, place.choosable, value))
    return told if chosen is None else f"{told}. {decided_words(chosen)}"


def _current(forum: Forum, place: Place) -> str:
    return typed_value(forum, place.choosable, value_at(forum, place)) if is_made(forum, place) else ""


def _value_input(  # noqa: C901 - one case a kind
    forum: Forum, choosable: Choosable, people: Sequence[Person], value: str
) -> Json:
    label, needed = say("choice.value"), say("choice.value.needed")
    match choosable.kind:
        case Kind.ONE:
            return choice_input("value", label, options_words(forum, choosable), value=value, required=needed)
        case Kind.SEVERAL:
            words = dict(options_words(forum, choosable))
            if choosable.may_be_empty:
                words[NOBODY] = say("choice.value.none")
            return choice_input("value", label, words, value=value, multiple=True, required=needed)
        case Kind.PEOPLE:
            names = {each.id: each.name for each in people}
            return choice_input("value", label, names, value=value, multiple=True, required=needed)
        case Kind.ORGANISATIONS:
            hint = say("choice.value.organisations")
            return text_input("value", label, value=value, placeholder=hint, most=_LONGEST, required=needed)
        case Kind.PERSON:
            names = {each.id: each.name for each in people}
            return choice_input("value", label, names, value=value, required=needed)
        case Kind.NUMBER:
            unit = say("choice.value.months" if choosable.counts_months else "choice.value.days")
            return text_input("value", unit, value=value, most=_LONGEST, required=needed)
        case Kind.DAY_OF_YEAR | Kind.DAYS_OF_YEAR:
            is_one = choosable.kind is Kind.DAY_OF_YEAR
            hint = say("choice.value.day_of_year" if is_one else "choice.value.days_of_year")
            return text_input("value", label, value=value, placeholder=hint, most=_LONGEST, required=needed)
        case Kind.CASE_NUMBER:
            return text_input("value", say("filing.field.number"), value=value, most=_LONGEST, required=needed)
        case Kind.PERIODS | Kind.ITEMS:
            hint = say("choice.value.periods" if choosable.kind is Kind.PERIODS else "choice.value.items")
            return text_input(
                "value", label, value=value, placeholder=hint, most=_LONGEST, multiline=True, required=needed
            )
        case _:
            assert_never(choosable.kind)


def _foretold(forum: Forum, choosable: Choosable, filling: Filling, most: int) -> Iterator[Json]:
    if filling.follows is not None:
        yield group(text(say("choice.follows"), bold=True), *_following(forum, filling.follows, most))
    elif filling.options:
        words = options_words(forum, choosable)
        yield text(say("choice.follows"), bold=True)
        for code in (each for each in options_of(forum, choosable) if each in filling.options):
            yield group(rich(f"**{escape(words[code])}**"), *_following(forum, filling.options[code], most))
    else:
        yield text(say("choice.follows.unknown"), subtle=True)


def _following(forum: Forum, follows: Consequences, most: int) -> Iterator[Json]:
    lines = consequence_lines(forum, follows)
    for line in lines[:most]:
        yield text(line, close=True)
    if len(lines) > most:
        yield text(say("choice.more", antal=len(lines) - most), subtle=True, close=True)


def consequence_lines(forum: Forum, follows: Consequences) -> list[str]:
    """What follows, a line for each deadline that moves and each round that is under way."""
    names = {each.id: each.name for each in forum.people}
    moved = [_moved(each) for each in follows.moved]
    rounds = [line for each in follows.rounds for line in _round(each, names)]
    return [*moved, *rounds] or [say("choice.follows.nothing")]


def _moved(each: Moved) -> str:
    days = {"moede_dato": medium_date(each.meeting.day), "frist": say(DEADLINES[each.name])}
    was, now = (say("choice.no_day") if day is None else long_date(day.day) for day in (each.was, each.now))
    return say("choice.follows.deadline", fra=was, til=now, **days)


def _round(each: Round, names: Mapping[str, str]) -> Iterator[str]:
    day = medium_date(each.meeting.day)
    if not each.steps:
        yield say("choice.follows.round_stays", moede_dato=day)
    for step in each.steps:
        told = sentence(step, each.meeting, lambda person: names.get(person, person))
        yield say("choice.follows.round", moede_dato=day, hvad=told)


def saved(forum: Forum, place: Place, choice: Choice, follows: Consequences) -> Card:
    """That the choice was made, and what followed."""
    return fitted(lambda most: _saved(forum, place, choice, follows, most), _MOVES)


def _saved(forum: Forum, place: Place, choice: Choice, follows: Consequences, most: int) -> Card:
    words = saved_words(forum, place, choice)
    return card(
        heading(say("about.choice.title")),
        done(words),
        *_following(forum, follows, most),
        *button_rows(
            button(say("about.btn.choices"), ShowChoices(forum=forum.id)),
            button(say("about.btn.change"), OpenChoices(forum=forum.id)),
        ),
        speak=words,
    )


def saved_words(forum: Forum, place: Place, choice: Choice) -> str:
    """What became of the choice, who decided it and when."""
    value: Any = value_words(forum, place.choosable, choice.value)
    who = {"hvem": choice.chosen_by, "dato": medium_date(choice.on)}
    return say("about.choice.saved", valg=name_of(place), vaerdi=value, **who)
