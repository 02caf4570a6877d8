"""Which of its charter's clusters a forum is, and which organisations it lacks or has that are not of that cluster."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.forum.representation import takes_part
from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation
from bot.domain.kernel.sections import Cluster, Party

_GENERIC = frozenset({"psychiatry", "regional_administration", "gp_organisation"})
"""Kinds whose organisations have many names: the charter's one of the kind is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """An organisation of the cluster that the forum lacks."""

    party: Party
    cluster: Cluster

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"missing/{self.party.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """An organisation of the forum that is not of its cluster, with the clusters it is of."""

    organisation: str
    cluster: Cluster
    belongs: tuple[Cluster, ...]

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"foreign/{self.organisation}"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoMember:
    """An organisation of a kind that is no member by the charter."""

    organisation: str
    words: str

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"no_member/{self.organisation}"


def cluster_of(forum: Forum) -> Cluster | None:
    """The cluster whose name the forum bears, else the only one with most of its organisations; None where unclear."""
    known = [each for each in forum.charter.clusters if each.members]
    named = [each for each in known if _is_named(each, forum)]
    if len(named) == 1:
        return named[0]
    ours = {found.id for each in forum.organisations if (found := party_of(each, forum.charter)) is not None}
    shared = Counter({each.id: len(ours.intersection(each.members or ())) for each in known})
    ranked = shared.most_common(2)
    if not ranked or ranked[0][1] == 0 or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return next(each for each in known if each.id == ranked[0][0])


def missing(forum: Forum) -> Iterator[Missing]:
    """Every organisation of the cluster that the forum does not name."""
    cluster = cluster_of(forum)
    if cluster is None:
        return
    ours = {found.id for each in forum.organisations if (found := party_of(each, forum.charter)) is not None}
    for party in forum.charter.organisations:
        if party.id in (cluster.members or ()) and party.id not in ours:
            yield Missing(party=party, cluster=cluster)


def foreign(forum: Forum, day: date) -> Iterator[Foreign]:
    """Every organisation that takes part although it is not of the cluster."""
    cluster = cluster_of(forum)
    if cluster is None:
        return
    for each in forum.organisations:
        if each.kind != "other" and not is_of_cluster(forum, each) and has_part(forum, each, day):
            found = party_of(each, forum.charter)
            belongs = tuple(one for one in forum.charter.clusters if found and found.id in (one.members or ()))
            yield Foreign(organisation=each.id, cluster=cluster, belongs=belongs)


def no_members(forum: Forum, day: date) -> Iterator[NoMember]:
    """Every organisation that takes part although the charter's members are of other kinds (B22)."""
    kinds = forum.charter.composition.parties
    for each in forum.organisations if kinds.value else ():
        if each.kind not in (kinds.value or ()) and has_part(forum, each, day):
            yield NoMember(organisation=each.id, words=kinds.words or "")


def is_of_cluster(forum: Forum, organisation: Organisation) -> bool:
    """Whether the organisation is of the forum's cluster; where no cluster is known, every one is."""
    cluster = cluster_of(forum)
    found = party_of(organisation, forum.charter)
    return cluster is None or (found is not None and found.id in (cluster.members or ()))


def has_part(forum: Forum, organisation: Organisation, day: date) -> bool:
    """Whether it has a seat that day that does more than serve; one that never had any seat is named to take part."""
    seats = [seat for seat in forum.seats if seat.organisation == organisation.id]
    return not seats or any(takes_part(seat, day) for seat in seats)


def is_attached(forum: Forum, organisation: Organisation) -> bool:
    """Whether all it does is to send the forum a member of another body (C9)."""
    seats = [seat for seat in forum.seats if seat.organisation == organisation.id]
    return bool(seats) and all(seat.attached for seat in seats)


def party_of(organisation: Organisation, charter: Charter) -> Party | None:
    """The organisation as the charter names it, found by name, by id, or as the only one of its kind; or None."""
    by_name = {
        _folded(name): each for each in charter.organisations for name in (each.name, each.official_name) if name
    }
    named = by_name.get(_folded(organisation.name))
    if named is not None:
        return named
    of_kind = [each for each in charter.organisations if each.kind == organisation.kind]
    if organisation.kind in _GENERIC and len(of_kind) == 1:
        return of_kind[0]
    return next((each for each in of_kind if each.id == organisation.id), None)


def _is_named(cluster: Cluster, forum: Forum) -> bool:
    """Whether the forum's name has every word that tells this cluster's name from the others'."""
    names = [_words(each.name) for each in forum.charter.clusters]
    own = _words(cluster.name) - frozenset.intersection(*names)
    return bool(own) and own <= _words(forum.name)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).removesuffix(" kommune")
