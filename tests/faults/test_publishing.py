"""The checks of what the public sees see what they are there for: each test forges the end of a run gone wrong."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from bot.documents.data import to_json
from bot.domain.documents.state import Kind, MeetingRecord, RecordItem
from bot.domain.publication.state import Release
from cards.proposals.closed import NEUTRAL_TITLE
from tests.faults.checking import asked_for, consistent, stored_once
from tests.faults.model import Attempt, Model
from tests.faults.observing import Logged, Observation, Released
from tests.faults.publishing import nothing_closed_is_seen, released_as_told

FORUM, PERSON = "klynge-000", "sekretariat-region"
NOW = datetime(2027, 3, 18, 9, tzinfo=UTC)
OPEN = RecordItem(id=1, number=1, title="SagA")
CLOSED = RecordItem(id=2, number=2, title=NEUTRAL_TITLE, is_closed=True)


def record(*items: RecordItem, is_whole: bool = False) -> bytes:
    return to_json(
        MeetingRecord(
            kind=Kind.MINUTES,
            forum=FORUM,
            forum_name="Klynge",
            meeting="m0",
            starts=NOW,
            ends=NOW,
            place="Hjørring",
            version=1,
            at=NOW,
            items=items,
            is_whole=is_whole,
        )
    )


def released(number: int, data: bytes) -> Released:
    release = Release(
        forum=FORUM,
        number=number,
        meeting="m0",
        kind=Kind.MINUTES,
        edition=number,
        version=1,
        digest=sha256(data).hexdigest(),
        by=PERSON,
        at=NOW,
        visible_at=NOW,
    )
    return Released(release=release, record=data)


def logged(what: str, number: int, *, words: str = "", **facts: object) -> Logged:
    about = {"meeting": "m0", "paper": "minutes", "number": number}
    return Logged(forum=FORUM, actor=PERSON, what=what, facts=about | facts, words={"words": words} if words else {})


def told_of(held: Released) -> Logged:
    return logged("publication.released", held.release.number, digest=held.release.digest, edition=held.release.edition)


def end() -> Observation:
    """Minutes were let out twice, and both editions taken back with one reason."""
    each = [released(1, record(OPEN, CLOSED)), released(2, record(OPEN, CLOSED, OPEN))]
    seen = Observation(now=NOW, entries=[*map(told_of, each)])
    seen.entries += [logged("publication.taken_back", number, words="SagX") for number in (1, 2)]
    gone = [replace(held, release=replace(held.release, taken_back_at=NOW)) for held in each]
    seen.released, seen.closed = gone, {(FORUM, "m0"): {"SagB"}}
    return seen


def lose(seen: Observation) -> None:
    seen.released.pop()


def store_unasked(seen: Observation) -> None:
    seen.entries.pop(0)


def change(seen: Observation) -> None:
    seen.released[0] = replace(seen.released[0], record=record(OPEN))


def keep_standing(seen: Observation) -> None:
    seen.released[0] = replace(seen.released[0], release=replace(seen.released[0].release, taken_back_at=None))


def number_twice(seen: Observation) -> None:
    held = seen.released[1]
    seen.released[1] = replace(held, release=replace(held.release, edition=1))


@pytest.mark.parametrize("spoil", [lose, store_unasked, change, keep_standing, number_twice])
def test_a_release_that_is_not_as_it_was_told_is_found(spoil: Callable[[Observation], None]) -> None:
    seen = end()
    assert list(released_as_told(Model(), seen)) == []
    spoil(seen)
    assert list(released_as_told(Model(), seen))


@pytest.mark.parametrize(
    "data",
    [
        record(OPEN, replace(CLOSED, sentence="Godkendt.")),
        record(OPEN, replace(CLOSED, title="Nordklinikken")),
        record(replace(OPEN, title="SagB")),
        record(OPEN, is_whole=True),
    ],
)
def test_what_tells_of_a_closed_item_is_found(data: bytes) -> None:
    seen = end()
    assert list(nothing_closed_is_seen(Model(), seen)) == []
    seen.released.append(released(3, data))
    seen.entries.append(told_of(seen.released[-1]))
    assert list(nothing_closed_is_seen(Model(), seen))


def test_an_earlier_edition_is_taken_back_along_and_each_once() -> None:
    seen, model = end(), Model()
    done = {"Det er taget tilbage.": (("publication.taken_back", "SagX"),)}
    model.attempts = [
        *(Attempt(forum=FORUM, actor=PERSON, verb="ReleasePaper", logs=("publication.released",), outcomes={}),) * 2,
        Attempt(forum=FORUM, actor=PERSON, verb="TakeBackRelease", logs=("publication.taken_back",), outcomes=done),
    ]
    for check in (stored_once, asked_for, consistent):
        assert list(check(model, seen)) == []
    seen.entries.append(logged("publication.taken_back", 2, words="SagX"))
    assert list(consistent(model, seen))


def test_the_same_said_twice_in_a_row_is_found_but_not_what_came_back() -> None:
    one, other = record(OPEN, CLOSED), record(OPEN)
    moved = Observation(now=NOW)
    moved.released = [released(number, data) for number, data in enumerate((one, other, one), start=1)]
    moved.entries = [*map(told_of, moved.released)]
    assert list(released_as_told(Model(), moved)) == []
    again = Observation(now=NOW)
    again.released = [released(number, one) for number in (1, 2)]
    again.entries = [*map(told_of, again.released)]
    assert list(released_as_told(Model(), again)) == [f"the same edition of {(FORUM, 'm0', Kind.MINUTES)} stands twice"]
