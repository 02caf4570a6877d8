"""Parties that belong to a forum by its charter and that nobody speaks for, where no number of seats is settled."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.domain.forum.clusters import cluster_of, party_of
from bot.domain.forum.representation import stands_for, takes_part
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.people import Organisation


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseated:
    """A party without anybody; `name` is how the charter calls it, or the forum where the charter names kinds alone."""

    party: str
    name: str
    words: str

    @property
    def key(self) -> str:
        """What tells it from every other remark on the forum."""
        return f"unseated/{self.party}"


def unseated(forum: Forum, day: date) -> Iterator[Unseated]:
    """Every such party (C11, B22); where the charter counts seats, too few of them are told as a number."""
    counted = {rule.kind for rule in forum.charter.composition.seats if rule.least is not None}
    filled = {each for seat in forum.seats if takes_part(seat, day) for each in stands_for(forum, seat)}
    for found, organisations in _fixed(forum):
        if organisations[0].kind not in counted and filled.isdisjoint(each.id for each in organisations):
            yield found


def _fixed(forum: Forum) -> Iterator[tuple[Unseated, tuple[Organisation, ...]]]:
    """Each party that the forum has, with its organisations; one that it lacks is missed elsewhere."""
    cluster = cluster_of(forum)
    if cluster is None:
        yield from _of_kinds(forum)
        return
    for party in forum.charter.organisations:
        ours = tuple(each for each in forum.organisations if party_of(each, forum.charter) == party)
        if party.id in (cluster.members or ()) and ours:
            yield Unseated(party=party.id, name=party.name, words=cluster.words or ""), ours


def _of_kinds(forum: Forum) -> Iterator[tuple[Unseated, tuple[Organisation, ...]]]:
    kinds = forum.charter.composition.parties
    for each in forum.organisations:
        if each.kind in (kinds.value or ()):
            yield Unseated(party=each.id, name=each.name, words=kinds.words or ""), (each,)
