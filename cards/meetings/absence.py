"""The forms by which somebody says that they are away, and what they are told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.provision import SILENT, Provision
from bot.domain.meetings.actions import (
    OpenAbsence,
    ReportAbsence,
    ReportPeriod,
    ShowWhoComes,
    TakeBackAbsence,
    WhoIsAway,
)
from cards.kit.elements import Card, Json, button, card, choice_input, done, heading, text, text_input, toggle_input
from cards.kit.fitting import fitted, shorten
from cards.kit.words import long_date, medium_date, say

USUAL = "-"
"""The choice that names nobody: whoever the seats name steps in."""

_LEVELS = ((60, 200), (40, 100), (25, 40))  # characters of a name, people to choose among
_LONGEST_TYPED = 200  # characters that come back in a field


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a form lets one choose.

    `whose` is the name of whoever is away where that is not the reader, `people` all that may be away for whom the
    `reader` may say so, `usual` the name of whoever steps in where nobody is named, `takes_outsiders` whether a name
    from outside is taken, `rule` what the charter says of substitutes, and `number` the absence that is there already.
    """

    forum: str
    meetings: Sequence[Meeting]
    substitutes: Mapping[str, str]
    whose: str | None = None
    people: Mapping[str, str] | None = None
    reader: str = ""
    usual: str | None = None
    takes_outsiders: bool = False
    rule: Provision[str] = SILENT
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """What came of telling it, for whoever did: each sentence, what is wanting, and what can be done about it."""

    told: Sequence[str]
    lacking: Sequence[str] = ()
    person: str = ""
    number: int | None = None
    meeting: str | None = None
    is_back: bool = False


def absence_form(filled: ReportAbsence, offer: Offer) -> Card:
    """The form for one meeting, as it was filled in."""
    meetings = {each.id: long_date(each.day) for each in offer.meetings}
    chosen = choice_input("meeting", say("absence.field.meeting"), meetings, value=filled.meeting or "")
    back = TakeBackAbsence(forum=offer.forum, number=offer.number, person=filled.person)
    return fitted(
        lambda level: _form(
            say("absence.title"),
            offer,
            filled,
            [chosen],
            [
                button(say("absence.btn.send"), _bare(filled, offer), style="positive"),
                button(say("absence.btn.undo"), back) if offer.number is not None else None,
            ],
            *level,
        ),
        _LEVELS,
    )


def period_form(filled: ReportPeriod, offer: Offer) -> Card:
    """The form for a period, as it was filled in."""
    example = say("absence.field.day.example")
    days = [
        text_input(name, say(key), value=typed[:_LONGEST_TYPED], placeholder=example, required=say("error.bad_date"))
        for name, key, typed in (
            ("since", "absence.field.since", filled.since),
            ("until", "absence.field.until", filled.until),
        )
    ]
    send = button(say("absence.period.btn"), _bare(replace(filled, since="", until=""), offer), style="positive")
    return fitted(lambda level: _form(say("absence.period.title"), offer, filled, days, [send], *level), _LEVELS)


def noted(forum: str, what: Noted) -> Card:
    """That it is noted, who steps in, what is wanting, and the way back."""
    here = {"forum": forum, "meeting": what.meeting}
    back = TakeBackAbsence(forum=forum, number=what.number, person=what.person)
    again = OpenAbsence(**here, person=what.person)
    words = " ".join([*what.told, *what.lacking])
    return card(
        heading(say("absence.title")),
        done(*what.told),
        *(text(each, bold=True) for each in what.lacking),
        actions=[
            None if what.is_back else button(say("absence.btn.undo"), back),
            None if what.is_back or what.meeting is None else button(say("absence.btn.substitute"), again),
            button(say("who_comes.btn"), ShowWhoComes(**here)),
        ],
        speak=words,
    )


def report_button(forum: str, meeting: str | None) -> Json:
    """The way to the form, for whoever presses it."""
    return button(say("absence.btn.send"), OpenAbsence(forum=forum, meeting=meeting))


def span(since: date | None, until: date | None) -> str:
    """Both ends of a period."""
    if since is None or until is None:
        raise ValueError("a period has two ends")
    return say("absence.span", fra=medium_date(since), til=medium_date(until))


def _form(
    title: str,
    offer: Offer,
    filled: WhoIsAway,
    when: Sequence[Json],
    bar: Sequence[Json | None],
    name: int,
    most: int,
) -> Card:
    people = offer.people
    whom = None if people is None else {each: shorten(known, name) for each, known in people.items()}
    return card(
        heading(title),
        text(say("absence.whose", navn=offer.whose)) if offer.whose else None,
        text(say("absence.intro"), subtle=True),
        None
        if whom is None
        else choice_input("person", say("absence.field.person"), whom, value=filled.person or offer.reader),
        *when,
        _substitute(offer, filled, name, most),
        text_input("outsider", say("absence.field.outsider"), value=filled.outsider[:_LONGEST_TYPED])
        if offer.takes_outsiders
        else None,
        text(_rule(offer.rule), subtle=True),
        toggle_input("mandate", say("absence.field.mandate"), say("absence.field.mandate.help"), value=filled.mandate),
        actions=bar,
        speak=f"{title}. {say('absence.intro')}",
    )


def _rule(rule: Provision[str]) -> str:
    """What the charter says of substitutes, in its own words; that it says nothing, too."""
    said = None if rule.value is None else rule.words
    return say("absence.rule", ord=say("common.not_regulated") if said is None else say("absence.rule.words", ord=said))


def _substitute(offer: Offer, filled: WhoIsAway, name: int, most: int) -> Json:
    usual = say("absence.usual") if offer.usual is None else say("absence.usual.named", navn=offer.usual)
    known = {each: shorten(known, name) for each, known in list(offer.substitutes.items())[:most]}
    choices = {USUAL: usual, **known}
    chosen = filled.substitute if filled.substitute in choices else USUAL
    return choice_input("substitute", say("absence.field.substitute"), choices, value=chosen)


def _bare(filled: WhoIsAway, offer: Offer) -> WhoIsAway:
    """What the button carries: all that no field of the form says."""
    person = "" if offer.people is not None else filled.person
    emptied = replace(filled, forum=offer.forum, person=person, substitute="", outsider="", mandate=False)
    return replace(emptied, meeting=None) if isinstance(emptied, ReportAbsence) else emptied
