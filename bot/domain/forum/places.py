"""Which choices can be made in one forum, the whole forum's and each organisation's own, and what is chosen there."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from bot.domain.forum.choosable import CHOOSABLE, GUIDANCE, OWN_STEP, Choosable
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum, of_organisation
from bot.domain.kernel.people import Organisation
from bot.domain.kernel.provision import Provision
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.settings import HOSTING_ORDER, hosting_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A choice that can be made in one forum: the whole forum's, or one organisation's own."""

    choosable: Choosable
    organisation: Organisation | None = None

    @property
    def key(self) -> str:
        """What it is stored under."""
        name = self.choosable.key
        return name if self.organisation is None else of_organisation(name, self.organisation.id)


def places(forum: Forum, kept: Collection[str] = ()) -> Iterator[Place]:
    """Every choice that can be made in the forum; `kept` are keys that have a meaning by what the forum keeps."""
    whole = (Place(choosable=each) for each in CHOOSABLE)
    own = (Place(choosable=OWN_STEP, organisation=each) for each in forum.organisations)
    for place in (*whole, *own):
        if place.key in kept or place.choosable.has_meaning(forum) or is_made(forum, place):
            yield place
    for each in forum.organisations:
        if departs(forum, each.kind):
            yield Place(choosable=GUIDANCE, organisation=each)


def is_made(forum: Forum, place: Place) -> bool:
    """Whether it was chosen, if only that there is nothing."""
    return forum.chosen(place.key) is not None or value_at(forum, place) is not None


def departs(forum: Forum, kind: str) -> bool:
    """Whether what is laid over the charter lets each organisation of that kind depart from it."""
    return any(kind in (overlay.deviation.value or ()) for overlay in forum.overlays)


def place_of(forum: Forum, key: str, kept: Collection[str] = ()) -> Place:
    """The choice of that key; Refusal("bad_card") where the forum has none."""
    found = next((each for each in places(forum, kept) if each.key == key), None)
    if found is None:
        raise Refusal("bad_card")
    return found


def value_at(forum: Forum, place: Place) -> Any:
    """What is chosen now; None where nothing is."""
    if place.organisation is not None:
        return getattr(place.organisation, place.choosable.key)
    if place.choosable.key == HOSTING_ORDER:
        return list(hosting_order(forum)) or None
    return forum.choice(place.choosable.key)


def contradicted(charter: Charter, choosable: Choosable, value: Any) -> Provision[Any] | None:
    """What the charter says where it says otherwise."""
    provision = choosable.settled(charter)
    return None if provision.value is None or provision.value == value else provision
