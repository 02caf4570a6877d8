"""The versions of a forum's charter: what a file says holds from its day on, and what held before stays as it was."""

from dataclasses import replace
from datetime import date

from bot.domain.kernel.forum import Forum, Version

Versions = tuple[Version, ...]


def stacked(before: Forum | None, file: Forum, today: date) -> Versions:
    """Every version in the end, the earliest first.

    A file that names a day (`charter_from`) says what holds from then on: what was planned for later days is dropped.
    One that names none puts right what holds today, and leaves the others alone; but for those that could not be read.
    """
    known, new = (() if before is None else before.versions), file.versions
    if not known or not new:
        return new or known
    (latest,) = new
    if latest.since is None:
        now = before.version_on(today) if before else latest
        return _distinct(tuple(replace(latest, since=each.since) if each is now else each for each in known))
    return _distinct((*(each for each in known if each.since is None or each.since < latest.since), latest))


def _distinct(versions: Versions) -> Versions:
    """Without those that only say again what held before them, or whose charter could not be read."""
    found: list[Version] = []
    for each in versions:
        if each.charter.id and not (found and _is_same(found[-1], each)):
            found.append(each)
    return tuple(found)


def _is_same(one: Version, other: Version) -> bool:
    return (one.text, one.local_text) == (other.text, other.local_text)
