"""The proof of what the public sees: each release is stored once, as it was let out, and tells of nothing closed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import pairwise

from bot.documents.data import from_json
from bot.domain.documents.state import RecordItem
from bot.domain.publication.state import Release
from cards.proposals.closed import NEUTRAL_TITLE
from tests.faults.model import Key, Model
from tests.faults.observing import Logged, Observation, Released

_NUMBERED = frozenset({"publication.released", "publication.linked", "publication.taken_back"})
_CHANGING = frozenset({"agenda.item_edited", "agenda.item_corrected"})


def state_of(entry: Logged) -> Key | None:
    """The state that an entry made, where there can be only one such."""
    if entry.what in _NUMBERED:
        return (entry.what, entry.forum, entry.facts["number"])
    return None


def is_taken_along(seen: Observation, entry: Logged) -> bool:
    """Whether it was taken back since a later edition of it was."""
    if entry.what != "publication.taken_back":
        return False
    return any(_act(each) == _act(entry) and each.facts["number"] > entry.facts["number"] for each in seen.entries)


def _act(entry: Logged) -> tuple[object, ...] | None:
    if entry.what != "publication.taken_back":
        return None
    return (entry.forum, entry.actor, entry.facts["meeting"], entry.facts["paper"], entry.words.get("words"))


def released_as_told(_: Model, seen: Observation) -> Iterator[str]:
    """Every release that was told of is stored, and no other, each as it was let out, and taken back as often as told.

    Of one paper the editions are numbered one by one, and none that stands says the same as the one before it: what is
    moved away and back again is let out a third time as it was the first.
    """
    told = {(each.forum, each.facts["number"]): each for each in seen.entries if each.what == "publication.released"}
    gone = {(each.forum, each.facts["number"]) for each in seen.entries if each.what == "publication.taken_back"}
    stored = {(each.release.forum, each.release.number): each for each in seen.released}
    for key in told.keys() ^ stored.keys():
        yield f"release {key} is {'told of and not stored' if key in told else 'stored and not told of'}"
    for key in told.keys() & stored.keys():
        if not _is_as_told(stored[key], told[key]):
            yield f"release {key} is not what was let out: {stored[key].release}, told as {told[key].facts}"
        if (stored[key].release.taken_back_at is not None) is not (key in gone):
            yield f"release {key} was{' ' if key in gone else ' never '}told to be taken back, and is stored otherwise"
    yield from _editions(each.release for each in seen.released)


def _is_as_told(held: Released, entry: Logged) -> bool:
    release, facts = held.release, entry.facts
    told = facts["digest"], facts["edition"], facts["meeting"]
    return (release.digest, release.edition, release.meeting) == told and sha256(held.record).hexdigest() == told[0]


def _editions(every: Iterable[Release]) -> Iterator[str]:
    papers: defaultdict[Key, list[Release]] = defaultdict(list)
    for each in every:
        papers[each.forum, each.meeting, each.kind].append(each)
    for paper, releases in papers.items():
        numbers = sorted(each.edition for each in releases)
        if numbers != list(range(1, len(numbers) + 1)):
            yield f"the editions of {paper} are {numbers}"
        in_order = sorted(releases, key=lambda each: each.edition)
        standing = [each.digest for each in in_order if each.taken_back_at is None]
        if any(one == other for one, other in pairwise(standing)):
            yield f"the same edition of {paper} stands twice"


def nothing_closed_is_seen(_: Model, seen: Observation) -> Iterator[str]:
    """No record that was let out has more of a closed item than its number and the title that tells nothing."""
    for held in seen.released:
        record, about = from_json(held.record), (held.release.forum, held.release.number)
        if record.is_whole:
            yield f"release {about} is of the whole paper"
        for item in record.items:
            bare = RecordItem(id=item.id, number=item.number, title=NEUTRAL_TITLE, is_closed=True)
            if item.is_closed and item != bare:
                yield f"release {about} tells of its closed item {item.number}: {item.title}"
        for words in seen.closed.get((held.release.forum, held.release.meeting), ()):
            if words.encode() in held.record and not _is_closed_since(seen, held.release):
                yield f"release {about} holds the closed words {words}"


def _is_closed_since(seen: Observation, release: Release) -> bool:
    """Whether an item of the meeting was changed after it was let out: what was open then could be read."""
    told = [each for each in seen.entries if each.forum == release.forum]
    after = next((place for place, each in enumerate(told) if _is(each, release)), 0)
    return any(each.what in _CHANGING and each.facts["meeting"] == release.meeting for each in told[after:])


def _is(entry: Logged, release: Release) -> bool:
    return entry.what == "publication.released" and entry.facts["number"] == release.number
