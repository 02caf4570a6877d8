"""Every body that a charter names by its id is one that it introduces: relations and circles lead somewhere."""

from collections.abc import Iterable, Iterator

from bot.charters.document import Document
from bot.charters.problems import Problem
from bot.charters.provision import Stated, Steps
from bot.charters.reader import Node
from bot.domain.kernel.people import Role

_CIRCLES = frozenset({*Role, "party"})  # who may propose without being a body


def unknown_bodies(document: Document, node: Node, also: Iterable[str] = ()) -> Iterator[Problem]:
    """Each name that leads nowhere; a file from before charters introduced their bodies has no such key.

    `also` are those that another charter introduces, into which this one is laid.
    """
    if "bodies" not in document.model_fields_set:
        return
    known = {*_known(document), *also}
    for path, name in _named(document):
        if name not in known:
            reason = f"»{name}« står hverken blandt bodies, organisations eller clusters og er ikke body_kind"
            yield Problem(node.line_of(*path), reason)


def _known(document: Document) -> set[str]:
    introduced = (*document.bodies, *document.organisations, *document.clusters)
    own = () if document.body_kind is None else (document.body_kind.value,)
    return {*(each.id for each in introduced), *own}


def _named(document: Document) -> Iterator[tuple[Steps, str]]:
    yield from _stated(document)
    if document.approved_by is not None:
        yield ("approved_by", "body"), document.approved_by.body
    for position, seat in enumerate(document.composition.seats):
        yield from _values(("composition", "seats", position, "drawn_from"), seat.drawn_from)
    for position, proposer in enumerate(document.agenda.proposers):
        if proposer.id not in _CIRCLES:
            yield ("agenda", "proposers", position, "id"), proposer.id
    for position, report in enumerate(document.reports):
        yield ("reports", position, "to"), report.to
    for position, relation in enumerate(document.relations):
        yield ("relations", position, "from"), relation.origin
        yield ("relations", position, "to"), relation.to


def _stated(document: Document) -> Iterator[tuple[Steps, str]]:
    composition, secretariat, meetings = document.composition, document.secretariat, document.meetings
    yield from _values(("issued_by",), document.issued_by)
    yield from _values(("applies_to",), document.applies_to)
    yield from _values(("composition", "gp_organisations"), composition.gp_organisations)
    yield from _values(("composition", "attached_member"), composition.attached_member)
    yield from _values(("composition", "administrative_representatives"), composition.administrative_representatives)
    yield from _values(("chair", "holders"), document.chair.holders)
    yield from _values(("chair", "preferred_membership"), document.chair.preferred_membership)
    yield from _values(("secretariat", "bodies"), secretariat.bodies)
    yield from _values(("secretariat", "coordinates_with"), secretariat.coordinates_with)
    yield from _values(("meetings", "aligned_to"), meetings.aligned_to)
    yield from _values(("meetings", "aligned_to_optional"), meetings.aligned_to_optional)


def _values(path: Steps, stated: Stated[str] | Stated[tuple[str, ...]] | None) -> Iterator[tuple[Steps, str]]:
    if stated is None:
        return
    if isinstance(stated.value, str):
        yield (*path, "value"), stated.value
        return
    for position, each in enumerate(stated.value):
        yield (*path, "value", position), each
