"""Who stands to whom around a forum: the relations of its charter and of the guidance laid over it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.sections import Relation


class Way(StrEnum):
    """Which way a relation goes, as seen from the forum."""

    TO_US = "to_us"
    FROM_US = "from_us"
    BESIDE = "beside"  # between two others


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A body by its id and Danish name; `is_forum` where it is the kind of body that the forum itself is."""

    id: str
    name: str
    is_forum: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One relation, from `origin` to `to`, as it is told by `charter`.

    `cooperation` is what the source says of the relation, else of the body at its other end; None where it is silent.
    """

    origin: Node
    to: Node
    way: Way
    relation: Relation
    charter: Charter
    cooperation: str | None


def graph(forum: Forum) -> tuple[Edge, ...]:
    """Every relation around the forum, each once, its own charter's first."""
    every = (forum.charter, *forum.overlays)
    found: dict[tuple[str, str, str], Edge] = {}
    for charter in every:
        for relation in charter.relations:
            edge = _edge(forum, charter, relation, every)
            found.setdefault((relation.origin, relation.to, relation.kind), edge)
    return tuple(found.values())


def _edge(forum: Forum, charter: Charter, relation: Relation, every: tuple[Charter, ...]) -> Edge:
    ours = forum.charter.body_kind.value
    way = Way.FROM_US if relation.origin == ours else Way.TO_US if relation.to == ours else Way.BESIDE
    other = relation.to if way is Way.FROM_US else relation.origin
    return Edge(
        origin=_node(forum, charter, relation.origin, every),
        to=_node(forum, charter, relation.to, every),
        way=way,
        relation=relation,
        charter=charter,
        cooperation=relation.cooperation or _cooperation(charter, other),
    )


def _node(forum: Forum, charter: Charter, body: str, every: tuple[Charter, ...]) -> Node:
    is_forum = body == forum.charter.body_kind.value
    name = forum.name if is_forum else next(_names(body, (charter, *every)), body)
    return Node(id=body, name=name, is_forum=is_forum)


def _names(body: str, charters: Iterable[Charter]) -> Iterator[str]:
    """What each charter that introduces the body calls it."""
    return (name for each in charters if (name := each.name_of_body(body)) != body)


def _cooperation(charter: Charter, body: str) -> str | None:
    return next((each.cooperation for each in charter.bodies if each.id == body), None)
