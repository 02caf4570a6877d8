"""Guests: the form for one, and how they are named where the meeting is told of."""

from collections.abc import Iterable, Mapping

from bot.domain.composition.actions import InviteGuest, OpenGuestForm, ShowComposition
from bot.domain.composition.guests import LONGEST_NAME
from bot.domain.composition.state import Guest
from bot.domain.kernel.meeting import Meeting
from cards.kit.elements import Card, button, card, choice_input, done, heading, text, text_input
from cards.kit.fitting import fitted, shorten
from cards.kit.words import listing, medium_date, say

_LEVELS = ((30, 100), (30, 40), (10, 30), (0, 0))  # items to choose, characters of each


def guest_words(guest: Guest, numbers: Mapping[int, int]) -> str:
    """Like "Anna Hansen, KL (punkt 3)"; an item that is not on the agenda any more is not named."""
    who = f"{guest.name}, {guest.role}" if guest.role else guest.name
    items = [str(numbers[each]) for each in guest.items if each in numbers]
    return say("composition.guest.items", gaest=who, punkter=listing(items)) if items else who


def guests_words(guests: Iterable[Guest], numbers: Mapping[int, int]) -> str | None:
    """All of them; None where there are none."""
    return "; ".join(guest_words(each, numbers) for each in guests) or None


def guest_form(
    meeting: Meeting, items: Mapping[int, str], typed: InviteGuest | OpenGuestForm, *, chosen: tuple[str, ...] = ()
) -> Card:
    """Name, organisation or role, and what on the agenda it is about; `items` are titles by the items' ids."""
    return fitted(lambda level: _guest_form(meeting, items, typed, chosen, *level), _LEVELS)


def invited(meeting: Meeting, outcome: str) -> Card:
    """That it was done, and the way to everybody who comes."""
    shown = ShowComposition(forum=meeting.forum, meeting=meeting.id)
    return card(done(outcome), actions=[button(say("cmd.btn.composition"), shown)], speak=outcome)


def _guest_form(
    meeting: Meeting,
    items: Mapping[int, str],
    typed: InviteGuest | OpenGuestForm,
    chosen: tuple[str, ...],
    most: int,
    length: int,
) -> Card:
    title = say("composition.btn.guest")
    choices = {str(ident): shorten(name, length) for ident, name in list(items.items())[:most]}
    invite = InviteGuest(forum=meeting.forum, meeting=meeting.id)
    return card(
        heading(title),
        text(say("composition.guest.of", moede_dato=medium_date(meeting.day))),
        text_input(
            "name",
            say("composition.field.guest"),
            value=typed.name,
            most=LONGEST_NAME,
            required=say("error.missing_field", felt=say("composition.field.guest")),
        ),
        text_input("role", say("composition.field.role"), value=typed.role, most=LONGEST_NAME),
        choice_input(
            "items",
            say("composition.field.items"),
            choices,
            value=",".join(each for each in chosen if each in choices),
            multiple=True,
        )
        if choices
        else None,
        text(say("composition.guest.sees"), subtle=True),
        actions=[button(say("composition.btn.invite"), invite, style="positive")],
        speak=title,
    )
