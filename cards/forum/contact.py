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


def contact(
    way_in: Provision[bool],
    *,
    leaders: Sequence[Reached],
    secretariat: Sequence[Reached],
    to_come: str | None = None,
    liaison: tuple[str, Sequence[Reached]] | None = None,
) -> Card:
    """Those who lead, in the charter's words where it makes them the way in, and those who serve.

    `to_come` is said where nobody leads yet; `liaison` is who ties the forum to the body of that name.
    """
    return fitted(lambda level: _contact(way_in, leaders, secretariat, to_come, liaison, *level), _LEVELS)


def _contact(
    way_in: Provision[bool],
    leaders: Sequence[Reached],
    secretariat: Sequence[Reached],
    to_come: str | None,
    liaison: tuple[str, Sequence[Reached]] | None,
    people: int,
    most: int,
) -> Card:
    title, every = say("contact.title"), (*leaders, *secretariat)
    quoted = way_in.words if way_in.value else None
    names = listing(shorten(each.name, most) for each in every[:people])
    is_elsewhere = any(each.email is None for each in every)
    return card(
        heading(title),
        text(say("overview.charter", ord=shorten(quoted, most))) if quoted else None,
        _those(say("meetings.leader"), leaders, people, most, nobody=to_come),
        _those(say("composition.liaison", organ=liaison[0]), liaison[1], people, most) if liaison else None,
        _those(say("contact.serves"), secretariat, people, most),
        text(say("contact.in_teams"), subtle=True) if is_elsewhere else None,
        speak=f"{title}: {names or to_come or say('common.not_regulated')}.",
        summary=title,
    )


def _those(what: str, people: Sequence[Reached], most_people: int, most: int, *, nobody: str | None = None) -> Json:
    left_out = len(people) - most_people
    return group(
        text(what, bold=True),
        None if people else text(nobody or say("common.not_regulated"), subtle=True, close=True),
        *(rich(_told(each, most), close=True) for each in people[:most_people]),
        text(say("contact.more", antal=left_out), subtle=True, close=True) if left_out > 0 else None,
    )


def _told(each: Reached, most: int) -> str:
    name = shorten(each.name, most)
    return f"{escape(name)}: {mail(each.email)}" if each.email else escape(name)
