"""Which forum here a body is that a charter names: as the forum's file says, else by its kind and region."""

from dataclasses import dataclass

from bot.domain.kernel.danish import fold
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.unreadable import Unreadable
from bot.domain.referrals.destinations import Destination, destinations, require_destination
from bot.usecases.charter_texts import read_charter
from bot.usecases.desk import Desk
from storage import forum as forums

_BETWEEN = "|"  # no id has it
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A body to send on to, as the forum here that it is; None where it is none and gets a letter."""

    destination: Destination
    forum: Forum | None

    @property
    def value(self) -> str:
        """What the form sends for it."""
        body = self.destination.body
        return body if self.forum is None else f"{body}{_BETWEEN}{self.forum.id}"

    @property
    def name(self) -> str:
        """What it is called."""
        return self.destination.name if self.forum is None else self.forum.name


async def targets(desk: Desk) -> tuple[Target, ...]:
    """Every body of the charter's relations, each as the forums here that it may be, the nearest first.

    Refusal("referral_nowhere") where the charter names none.
    """
    every = destinations(desk.forum)
    require_destination(every, desk.forum.name)
    known = await _others(desk)
    found: list[Target] = []
    for each in every:
        forums_of_it = _candidates(desk, each.body, known)
        found += [Target(destination=each, forum=forum) for forum in forums_of_it or (None,)]
    return tuple(found)


def offered(desk: Desk, every: tuple[Target, ...]) -> tuple[Target, ...]:
    """Those that can receive something today; one that has ended is offered where its body has no other."""
    live = {each.destination.body for each in every if _is_live(desk, each)}
    return tuple(each for each in every if _is_live(desk, each) or each.destination.body not in live)


def chosen(desk: Desk, every: tuple[Target, ...], typed: str) -> Target:
    """The one that was chosen, or typed by its name or its body's; Refusal("referral_unknown_body") with all names."""
    wanted = fold(typed[:_LONGEST_NAME]).strip(" .!")
    known = offered(desk, every)
    for found in (
        [each for each in every if each.value == typed],
        [each for each in every if fold(each.name) == wanted],
        [each for each in known if wanted in (fold(each.destination.name), each.destination.body)],
        [each for each in known if wanted and fold(each.name).startswith(wanted)],
    ):
        nearest = _nearest(desk, found)
        if nearest is not None:
            return nearest
    names = [each.name for each in known]
    raise Refusal("referral_unknown_body", field="body", navn=typed[:_LONGEST_NAME], muligheder=names)


def _nearest(desk: Desk, found: list[Target]) -> Target | None:
    """The only one, or that which shares more organisations with us than any other."""
    if len(found) < 2:
        return next(iter(found), None)
    first, second = (_shared(desk.forum, each.forum) for each in found[:2])
    return found[0] if first > second else None


def _is_live(desk: Desk, target: Target) -> bool:
    return target.forum is None or target.forum.is_in_force(desk.today)


def _candidates(desk: Desk, body: str, known: tuple[Forum, ...]) -> tuple[Forum, ...]:
    said = desk.forum.bodies.get(body)
    if said is not None:
        return tuple(each for each in known if each.id == said)
    alike = [
        each
        for each in known
        if each.charter_on(desk.today).body_kind.value == body and each.region == desk.forum.region is not None
    ]
    return tuple(sorted(alike, key=lambda each: (-_shared(desk.forum, each), each.name)))


def _shared(ours: Forum, other: Forum | None) -> int:
    """How many organisations take part in both."""
    if other is None:
        return 0
    return len({each.id for each in ours.organisations} & {each.id for each in other.organisations})


async def _others(desk: Desk) -> tuple[Forum, ...]:
    """Every other forum here that can be read."""
    found = [await _read(desk, each) for each in await forums.ids(desk.conn) if each != desk.forum.id]
    return tuple(each for each in found if each is not None)


async def _read(desk: Desk, forum: str) -> Forum | None:
    try:
        return await forums.get(desk.conn, forum, read_charter)
    except Unreadable:  # its own secretariat and the operator are told of that
        return None
