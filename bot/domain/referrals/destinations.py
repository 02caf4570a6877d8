"""Where a forum's charter lets it send a case on to, and what it asks for that: by its relations, never by a name."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.domain.forum.graph import Edge, Way, graph
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.provision import Named
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.sections import Proposers

ESCALATES, PROPOSES, BOTH_WAYS, SUPPORTS = "escalates", "proposes-agenda", "communicates-both-ways", "supports"
CARRIER = "videresend"
"""What a charter's task says that is done by sending on."""

_CARRYING = (ESCALATES, PROPOSES, BOTH_WAYS, SUPPORTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """A body that cases may be sent on to, with the relations that say so."""

    body: str
    name: str
    edges: tuple[Edge, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """What kinds of relation those are."""
        return frozenset(each.relation.kind for each in self.edges)

    @property
    def needs_resolution(self) -> bool:
        """Whether only what the forum has resolved may be sent there (D14)."""
        return ESCALATES in self.kinds

    @property
    def bases(self) -> tuple[Named, ...]:
        """What alone a case may rest on that is sent there, by our own charter; empty where it says nothing (D17)."""
        return tuple(basis for each in self.edges for basis in each.relation.bases)


def destinations(forum: Forum) -> tuple[Destination, ...]:
    """Every body that the charter lets the forum send on to, in the charter's order."""
    found: dict[str, list[Edge]] = {}
    for edge in graph(forum):
        if edge.way is Way.FROM_US and edge.relation.kind in _CARRYING:
            found.setdefault(edge.relation.to, []).append(edge)
    return tuple(Destination(body=body, name=edges[0].to.name, edges=tuple(edges)) for body, edges in found.items())


def levels(forum: Forum, destination: Destination) -> tuple[str, ...]:
    """The levels that one may send on at: the relation's, else those that speak of the same both ways (B14)."""
    own = _levels(destination.edges)
    if own or BOTH_WAYS not in destination.kinds:
        return own
    return _levels(each for each in graph(forum) if each.relation.kind == BOTH_WAYS)


def circle_of(charter: Charter, sender: str) -> Proposers | None:
    """What the receiving charter says of the sending kind of body as one that proposes."""
    return next((each for each in charter.agenda.proposers if each.id == sender), None)


def bases_needed(destination: Destination, receiving: Charter | None, sender: str | None) -> dict[str, str]:
    """The bases, by id, of which one must be chosen, by both charters; empty where neither asks for any."""
    own = {each.id: each.name for each in destination.bases}
    circle = None if receiving is None or sender is None else circle_of(receiving, sender)
    if receiving is None or circle is None or circle.bases is None:
        return own
    theirs = {each.id: each.name for each in receiving.agenda.bases if each.id in circle.bases}
    return {each: name for each, name in theirs.items() if not own or each in own}


def is_contribution(destination: Destination, receiving: Charter | None, sender: str | None) -> bool:
    """Whether it is offered to an agenda that the sender has no right to be on."""
    circle = None if receiving is None or sender is None else circle_of(receiving, sender)
    if circle is not None:
        return not circle.by_right
    return PROPOSES in destination.kinds and ESCALATES not in destination.kinds


def require_destination(every: tuple[Destination, ...], forum: str) -> None:
    """Refusal("referral_nowhere") where the charter speaks of no body to send on to."""
    if not every:
        raise Refusal("referral_nowhere", forum=forum)


def _levels(edges: Iterable[Edge]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(level for each in edges for level in each.relation.levels or ()))
