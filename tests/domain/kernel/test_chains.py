"""What a database lacks of what was seen of a chain: named by number, and nothing where it only grew."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.chains import Head, Loss, loss

lengths = st.integers(0, 40)
sightings = st.lists(st.integers(1, 40), min_size=1, unique=True).map(sorted)


def chain(length: int, branch: int | None = None) -> Mapping[int, str]:
    """A chain's hashes by number; from `branch` on it is another one."""
    return {seq: f"{'x' if branch and seq >= branch else ''}{seq}" for seq in range(1, length + 1)}


def seen_at(numbers: list[int]) -> list[Head]:
    """What was seen of the chain while it had those lengths."""
    return [Head(seq, str(seq)) for seq in numbers]


@given(sightings, lengths)
def test_a_chain_that_only_grew_has_lost_nothing(numbers: list[int], more: int) -> None:
    last = numbers[-1] + more
    assert loss("nord", seen_at(numbers), last, chain(last)) is None


@given(sightings, lengths)
def test_a_chain_that_was_cut_lacks_exactly_what_is_gone(numbers: list[int], left: int) -> None:
    found = loss("nord", seen_at(numbers), left, chain(left))
    if left >= numbers[-1]:
        assert found is None
    else:
        assert found == Loss(chain="nord", first=left + 1, last=numbers[-1], is_cut=True)


@given(sightings, st.integers(1, 40), lengths)
def test_a_chain_that_goes_on_otherwise_is_named_from_the_newest_that_is_the_same(
    numbers: list[int], branch: int, more: int
) -> None:
    last = numbers[-1] + more
    found = loss("nord", seen_at(numbers), last, chain(last, branch))
    if branch > numbers[-1]:
        assert found is None
        return
    same = max([seq for seq in numbers if seq < branch], default=0)
    assert found == Loss(chain="nord", first=same + 1, last=numbers[-1], is_cut=False)
    assert found.first <= branch
