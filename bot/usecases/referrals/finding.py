"""The bodies of the charter that a case can be sent on to, each as the forums here that it may be."""

from dataclasses import dataclass

from bot.domain.kernel.danish import fold
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.refusal import Refusal
from bot.domain.referrals.destinations import Destination, destinations, require_destination
from bot.usecases.bodies import candidates, is_first_nearest, others
from bot.usecases.desk import Desk

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
    known = await others(desk)
    found: list[Target] = []
    for each in every:
        forums_of_it = candidates(desk, each.body, known)
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
    return found[0] if is_first_nearest(desk, [each.forum for each in found]) else None


def _is_live(desk: Desk, target: Target) -> bool:
    return target.forum is None or target.forum.is_in_force(desk.today)
