"""Whom to turn to: who leads the forum, who serves it, and how to reach them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.kernel.provision import Provision
from cards.kit.elements import Card, Json, card, escape, group, heading, mail, rich, text
from cards.kit.fitting import fitted, shorten
from cards.kit.words import listing, say

_LEVELS = ((20, 400), (10, 200), (5, 100))  # people of each kind, characters of each text


@dataclass(frozen=True, slots=True)
class Reached:
    """Somebody to turn to, with the e-mail address that the forum file gives."""

    name: str
    email: str | None


def contact(way_in: Provision[bool], *, leaders: Sequence[Reached], secretariat: Sequence[Reached]) -> Card:
    """Those who lead, in the charter's words where it makes them the way in, and those who serve."""
    return fitted(lambda level: _contact(way_in, leaders, secretariat, *level), _LEVELS)


def _contact(
    way_in: Provision[bool], leaders: Sequence[Reached], secretariat: Sequence[Reached], people: int, most: int
) -> Card:
    title, every = say("contact.title"), (*leaders, *secretariat)
    quoted = way_in.words if way_in.value else None
    names = listing(shorten(each.name, most) for each in every[:people])
    is_elsewhere = any(each.email is None for each in every)
    return card(
        heading(title),
        text(say("overview.charter", ord=shorten(quoted, most))) if quoted else None,
        _those(say("meetings.leader"), leaders, people, most),
        _those(say("contact.serves"), secretariat, people, most),
        text(say("contact.in_teams"), subtle=True) if is_elsewhere else None,
        speak=f"{title}: {names or say('common.not_regulated')}.",
        summary=title,
    )


def _those(what: str, people: Sequence[Reached], most_people: int, most: int) -> Json:
    left_out = len(people) - most_people
    return group(
        text(what, bold=True),
        None if people else text(say("common.not_regulated"), subtle=True, close=True),
        *(rich(_told(each, most), close=True) for each in people[:most_people]),
        text(say("contact.more", antal=left_out), subtle=True, close=True) if left_out > 0 else None,
    )


def _told(each: Reached, most: int) -> str:
    name = shorten(each.name, most)
    return f"{escape(name)}: {mail(each.email)}" if each.email else escape(name)
