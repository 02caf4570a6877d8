"""Whose seat in a round is whose by now: of those who are asked no more and those who are asked instead."""

from collections.abc import Iterable

from bot.domain.kernel import settings
from bot.domain.kernel.forum import Forum


def successors(forum: Forum, gone: Iterable[str], new: Iterable[str]) -> dict[str, str]:
    """Each who is gone with who has their place: of the same organisation or, in a chairmanship, the next in order."""
    found: dict[str, str] = {}
    left, waiting = list(gone), list(new)
    for person in tuple(left):
        heir = next(
            (each for each in waiting if not _organisations(forum, person).isdisjoint(_organisations(forum, each))),
            None,
        )
        if heir is not None:
            found[person] = heir
            left.remove(person)
            waiting.remove(heir)
    if settings.circle(forum) == "chairmanship":
        found |= dict(zip(left, waiting, strict=False))
    return found


def _organisations(forum: Forum, person: str) -> set[str]:
    """Those whose seats the person fills or filled."""
    return {seat.organisation for seat in forum.seats if seat.person == person}
