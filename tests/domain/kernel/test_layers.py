"""A local charter adds to the common one, each addition marked, and what it contradicts is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.charter import Charter
from bot.domain.kernel.layers import clashes, layered
from bot.domain.kernel.provision import SILENT, Named, Provision
from bot.domain.kernel.sections import Body, SeatRule
from tests.harness.charters import SILENT_CHARTER, saying

DAYS = st.none() | st.integers(0, 3)
NAMES = st.sets(st.sampled_from("abc"))


def charter(days: int | None, tasks: set[str], words: str) -> Charter:
    return saying(
        SILENT_CHARTER,
        title=words,
        agenda__dispatch_days_before=SILENT if days is None else Provision(days, words),
        tasks__optional=tuple(Named(id=each, name=each, words=words) for each in sorted(tasks)),
    )


@given(DAYS, DAYS, NAMES, NAMES)
def test_the_common_charter_stands_and_what_is_added_is_marked(
    common_days: int | None, local_days: int | None, common_tasks: set[str], local_tasks: set[str]
) -> None:
    common, local = charter(common_days, common_tasks, "fælles"), charter(local_days, local_tasks, "lokalt")
    whole = layered(common, local)
    assert whole.title == "fælles"
    assert whole.tasks.optional[: len(common.tasks.optional)] == common.tasks.optional
    assert {each.id for each in whole.tasks.optional if each.is_local} == local_tasks - common_tasks
    days = whole.agenda.dispatch_days_before
    assert (days.value, days.is_local) == (
        (common_days, False) if common_days is not None or local_days is None else (local_days, True)
    )


@given(DAYS, DAYS, NAMES, NAMES)
def test_only_what_both_settle_differently_is_a_contradiction(
    common_days: int | None, local_days: int | None, common_tasks: set[str], local_tasks: set[str]
) -> None:
    common, local = charter(common_days, common_tasks, "fælles"), charter(local_days, local_tasks, "lokalt")
    found = [(each.path, each.common_words, each.local_words) for each in clashes(common, local)]
    differs = None not in (common_days, local_days) and common_days != local_days
    assert found == ([(("agenda", "dispatch_days_before"), "fælles", "lokalt")] if differs else [])


@pytest.mark.parametrize("left_open", ["decided-by-cluster", "decided-by-forum", "optional", "single_or_shared"])
def test_what_the_common_charter_leaves_to_the_forum_its_own_may_settle(left_open: str) -> None:
    common = saying(SILENT_CHARTER, composition__substitutes=Provision(left_open, "fastlægger"))
    local = saying(SILENT_CHARTER, composition__substitutes=Provision("one-each", "én hver"))
    assert not list(clashes(common, local))
    assert layered(common, local).composition.substitutes == Provision("one-each", "én hver", is_local=True)


def _seats(rule: str, least: int, most: int) -> Charter:
    seats = SeatRule(id=rule, kind="municipality", role="politician", least=least, most=most, words="w")
    return saying(SILENT_CHARTER, composition__seats=(seats,))


@pytest.mark.parametrize(("least", "most", "contradicts"), [(2, 3, False), (1, 3, True), (3, 5, True)])
def test_a_local_seat_rule_may_be_narrower_and_never_wider(least: int, most: int, contradicts: bool) -> None:
    assert bool(list(clashes(_seats("faelles", 2, 4), _seats("lokal", least, most)))) is contradicts


def test_an_entry_that_says_otherwise_is_a_contradiction_and_another_name_of_a_body_is_none() -> None:
    common = saying(
        SILENT_CHARTER,
        tasks__optional=(Named(id="a", name="Kursus", words="fælles"),),
        bodies=(Body(id="das", name="DAS"),),
    )
    other = Named(id="a", name="Rejse", words="lokalt")
    (clash,) = clashes(common, saying(SILENT_CHARTER, tasks__optional=(other,), bodies=(Body(id="das", name="D"),)))
    assert (clash.path, clash.common, clash.local) == (("tasks", "optional", 0), "Kursus", "Rejse")
