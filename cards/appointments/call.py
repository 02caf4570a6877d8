"""The call for candidates to a seat: what is asked, what each organisation answered, and the two answers."""

from collections.abc import Mapping, Sequence

from bot.domain.appointments.actions import NameCandidate, NoCandidate, OpenAppoint, ShowAppointment
from bot.domain.appointments.notices import AppointmentNotice
from cards.appointments.buttons import answers, of_seat
from cards.appointments.view import AppointmentView, CallView, answer_words, holder_words, level_words
from cards.kit.elements import (
    Card,
    Json,
    Mention,
    box,
    button,
    called,
    card,
    done,
    escape,
    heading,
    rich,
    text,
    text_input,
)
from cards.kit.fitting import fitted, shorten
from cards.kit.words import medium_date, say

LONGEST_NAME = 200  # characters
_ROOMS = (2_000, 200, 80, 40)


def asked(
    view: AppointmentView,
    call: CallView,
    *,
    outcome: str | None = None,
    typed: tuple[str, str] = ("", ""),
    mentions: Sequence[Mention] = (),
) -> Card:
    """The card of an open call; `typed` fills the name and the level."""
    title, told = say("appointment.call.title", plads=view.name), _told(view, call)

    def draw(most: int) -> Card:
        return card(
            heading(title),
            done(outcome) if outcome else None,
            rich(f"{', '.join(each.tag for each in mentions)}: {escape(told)}" if mentions else escape(told)),
            text(say("appointment.call.once"), subtle=True),
            box(*(text(shorten(answer_words(each), most), close=at > 0) for at, each in enumerate(call.answers))),
            *_fields(view, call, *typed),
            actions=[of_seat(view, ShowAppointment)],
            speak=f"{outcome} {title}." if outcome else f"{title}. {told}",
            mentions=mentions,
        )

    return fitted(draw, _ROOMS)


def settled(view: AppointmentView, call: CallView | None = None) -> Card:
    """What stands in place of a call that is over: who was appointed, or that nobody is asked any more."""
    title = say("appointment.call.title", plads=view.name)
    filled = next(iter((*([view.holder] if view.holder else ()), *view.coming)), None)
    told = say("appointment.call.over") if filled is None else say("appointment.call.filled", hvem=filled.name)
    return card(
        heading(title),
        text(told, bold=True),
        None if filled is None else text(holder_words(view), close=True),
        *(text(answer_words(each), close=True) for each in (() if call is None else call.answers)),
        actions=[of_seat(view, ShowAppointment)],
        speak=f"{title}. {told}",
    )


def which(question: str, choices: Mapping[str, NameCandidate | NoCandidate]) -> Card:
    """For which organisation somebody answers who may answer for several; `choices` by its name."""
    return card(
        heading(question),
        actions=[button(name, choice) for name, choice in choices.items()],
        speak=question,
    )


def reminder(view: AppointmentView, call: CallView, organisations: Sequence[str], mention: Mention | None) -> Card:
    """The reminder to somebody whose organisations are silent; they can answer on it."""
    told = say("appointment.missing", organisationer=" og ".join(organisations), frist=medium_date(call.until))
    return card(
        heading(say("appointment.call.title", plads=view.name)),
        called(mention, told),
        *_fields(view, call),
        actions=[of_seat(view, ShowAppointment)],
        speak=told,
        mentions=[] if mention is None else [mention],
    )


def told(kind: AppointmentNotice, view: AppointmentView, mention: Mention | None) -> Card:
    """The secretariat hears who the candidates are, or that a tenure ends."""
    is_call = kind is AppointmentNotice.CANDIDATES
    title, words = _news(view) if is_call else _expiry(view)
    given = view.call.answers if is_call and view.call is not None else ()
    return card(
        heading(title),
        called(mention, words),
        *(text(answer_words(each), close=True) for each in given),
        actions=[of_seat(view, OpenAppoint), of_seat(view, ShowAppointment)],
        speak=words,
        mentions=[] if mention is None else [mention],
    )


def _news(view: AppointmentView) -> tuple[str, str]:
    given = () if view.call is None else view.call.answers
    named = sum(bool(each.name) for each in given)
    key = "appointment.told.candidates" if named else "appointment.told.candidates.none"
    words = say(key, plads=view.name, antal=named, svar=sum(each.name is not None for each in given), alle=len(given))
    return say("appointment.told.candidates.title"), words


def _expiry(view: AppointmentView) -> tuple[str, str]:
    holder = view.holder
    facts = {} if holder is None else {"navn": holder.name, "dato": medium_date(holder.last)}
    return say("appointment.told.expires.title"), say("appointment.told.expires", plads=view.name, **facts)


def _told(view: AppointmentView, call: CallView) -> str:
    whom = say("appointment.call.municipal" if call.is_municipal else "appointment.call.all")
    key = "appointment.call.until.unset" if call.is_usual else "appointment.call.until"
    level = say("appointment.call.level", niveau=level_words(view.level)) if view.level else ""
    parts = (whom, level, say(key, frist=medium_date(call.until), antal=call.days))
    return " ".join(part for part in parts if part)


def _fields(view: AppointmentView, call: CallView, name: str = "", level: str = "") -> list[Json]:
    return [
        text_input(
            "name", say("appointment.field.name"), value=name, placeholder=say("appointment.field.name.example")
        ),
        text_input("level", say("appointment.field.level"), value=level, placeholder=say("appointment.level.example")),
        *answers(view, call),
    ]
