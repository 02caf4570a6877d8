"""Whatever is asked for in whatever order: the ledger always adds up, and nothing is ever overdrawn."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.funds import ledger
from bot.domain.funds.state import Balance, Entry, EntryKind
from bot.domain.kernel.refusal import Refusal

NOW = datetime(2027, 3, 16, 20, tzinfo=UTC)
PURPOSES = ("", "forebyggelse", "kvalitet")
BOUND = 1_000

Wish = tuple[str, int, str, int]
"""What is asked for, an amount, a purpose, and the number of the entry that it is about."""

WISHES = st.lists(
    st.tuples(
        st.sampled_from(("grant", "dispose", "spend", "counter")),
        st.integers(min_value=1, max_value=600),
        st.sampled_from(PURPOSES),
        st.integers(min_value=0, max_value=30),
    ),
    max_size=60,
)


def entry(kind: EntryKind, amount: int = 0, purpose: str = "", of: int | None = None, item: int | None = None) -> Entry:
    return Entry(
        forum="nord",
        year=2027,
        number=0,
        kind=kind,
        of=of,
        amount=amount,
        purpose=purpose,
        meeting=None if item is None else "2027-1",
        item=item,
        by="formand",
        at=NOW,
    )


def played(wishes: Iterable[Wish]) -> tuple[Entry, ...]:
    """The ledger once each was asked for; what is refused leaves no trace."""
    entries: tuple[Entry, ...] = ()
    for what, amount, purpose, about in wishes:
        with suppress(Refusal):
            entries = (*entries, _next(entries, what, amount, purpose, about))
    return entries


def _next(entries: tuple[Entry, ...], what: str, amount: int, purpose: str, about: int) -> Entry:
    match what:
        case "grant":
            return ledger.granted(entries, entry(EntryKind.GRANT, amount, purpose))
        case "dispose":
            bound = BOUND - ledger.disposed_by(entries, "2027-1", 5)
            return ledger.disposed(entries, entry(EntryKind.DISPOSAL, amount, purpose, item=5), bound=bound)
        case "spend":
            return ledger.spent(entries, entry(EntryKind.SPENDING, amount, of=about))
        case _:
            return ledger.countered(entries, entry(EntryKind.GRANT, of=about))


@given(WISHES)
def test_the_ledger_adds_up_and_is_never_overdrawn_whatever_the_order_of_events(wishes: list[Wish]) -> None:
    every = played(wishes)
    for count in range(len(every) + 1):
        known = ledger.accounts(every[:count])
        for each in known.values():
            assert each.granted >= each.disposed >= each.spent >= 0
            assert each.left + each.unspent + each.spent == each.granted
        whole = ledger.total(every[:count])
        for name in ("granted", "disposed", "spent", "left", "unspent"):
            assert getattr(whole, name) == sum(getattr(each, name) for each in known.values())


@given(WISHES)
def test_no_entry_changes_and_each_has_the_next_number(wishes: list[Wish]) -> None:
    every = played(wishes)
    assert [each.number for each in every] == list(range(1, len(every) + 1))
    assert all(each.amount > 0 for each in every)


@given(WISHES)
def test_a_decision_bounds_what_is_disposed_of_by_it(wishes: list[Wish]) -> None:
    assert 0 <= ledger.disposed_by(played(wishes), "2027-1", 5) <= BOUND


@given(WISHES)
def test_an_entry_is_taken_back_once_and_what_was_spent_of_it_stays(wishes: list[Wish]) -> None:
    every = played(wishes)
    for each in every:
        if not each.is_counter:
            assert 0 <= ledger.remaining(every, each) <= each.amount
        if each.kind is EntryKind.DISPOSAL and not each.is_counter:
            assert ledger.unspent(every, each) >= 0


def test_what_was_countered_can_be_done_anew() -> None:
    every = played([("grant", 500, "", 0), ("dispose", 400, "", 0), ("counter", 1, "", 2), ("dispose", 500, "", 0)])
    assert ledger.total(every) == Balance(granted=500, disposed=500)


@pytest.mark.parametrize(
    ("wish", "key"),
    [
        (("dispose", 101, "", 0), "funds_overdraw"),
        (("dispose", 1, "kvalitet", 0), "funds_overdraw"),
        (("spend", 401, "", 2), "funds_overspend"),
        (("spend", 1, "", 1), "funds_no_disposal"),
        (("spend", 1, "", 9), "funds_unknown_entry"),
        (("counter", 1, "", 1), "funds_in_use"),
        (("counter", 1, "", 9), "funds_unknown_entry"),
    ],
)
def test_what_cannot_be_is_refused_with_why(wish: Wish, key: str) -> None:
    every = played([("grant", 500, "", 0), ("dispose", 400, "", 0)])
    with pytest.raises(Refusal) as refused:
        _next(every, *wish)
    assert refused.value.key == key


def test_what_was_taken_back_is_not_taken_back_again_nor_is_a_counter() -> None:
    every = played([("grant", 500, "", 0), ("dispose", 400, "", 0), ("spend", 400, "", 2), ("counter", 1, "", 3)])
    keys = {3: "funds_countered", 4: "funds_counter_of_counter"}
    for about, key in keys.items():
        with pytest.raises(Refusal) as refused:
            _next(every, "counter", 1, "", about)
        assert refused.value.key == key
    spent = played([("grant", 500, "", 0), ("dispose", 400, "", 0), ("spend", 400, "", 2)])
    with pytest.raises(Refusal) as refused:
        _next(spent, "counter", 1, "", 2)
    assert refused.value.key == "funds_all_spent"


def test_more_than_was_decided_is_refused_with_what_is_left_of_it() -> None:
    every = played([("grant", 5_000, "", 0), ("dispose", 600, "", 0)])
    with pytest.raises(Refusal) as refused:
        _next(every, "dispose", 401, "", 0)
    assert refused.value.key == "funds_over_decision"
    assert refused.value.facts["rest"] == 4
