"""What is left of a fund as another forum goes on: nothing is made and nothing is lost, whatever was disposed of."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.funds import ledger
from bot.domain.funds.handing_on import given_up, left_of, next_number, purpose_in, taken_over
from bot.domain.funds.state import Entry, EntryKind
from bot.local.demo.forums import shipped
from tests.harness.klynge_nord import local

NOW = local("2027-03-02T09:00")
ENDED, HEIR = (shipped(each).forum for each in ("politisk-klynge-nord", "klyngestyregruppe-nord"))
PURPOSES = ("", "a", "b")

a_step = st.tuples(
    st.sampled_from([EntryKind.GRANT, EntryKind.DISPOSAL]), st.integers(1, 900), st.sampled_from(PURPOSES)
)


def entered(steps: Sequence[tuple[EntryKind, int, str]]) -> list[Entry]:
    """The ledger of a year of these, but for disposals of more than there is."""
    entries: list[Entry] = []
    for kind, amount, purpose in steps:
        left = sum(each.left for key, each in ledger.accounts(entries).items() if key == purpose)
        if kind is EntryKind.GRANT or amount <= left:
            entries.append(
                Entry(
                    forum=ENDED.id,
                    year=2027,
                    number=next_number(entries),
                    kind=kind,
                    amount=amount,
                    purpose=purpose,
                    by="sekretariat-kommuner",
                    at=NOW,
                )
            )
    return entries


@given(st.lists(a_step, max_size=12))
def test_what_was_not_disposed_of_is_in_exactly_one_of_the_two_and_the_sums_add_up(
    steps: Sequence[tuple[EntryKind, int, str]],
) -> None:
    here, there = entered(steps), list[Entry]()
    before = ledger.total(here)
    for grant, amount in list(left_of(here)):
        gone = given_up(here, grant, amount, by=grant.by, at=NOW, basis="Videreført")
        here.append(gone)
        there.append(taken_over(HEIR, there, gone, grant.purpose, by=grant.by, basis="Videreført"))
    after, came = ledger.total(here), ledger.total(there)
    assert not any(each.left for each in ledger.accounts(here).values())
    assert after.granted + came.granted == before.granted
    assert (after.disposed, came.disposed) == (before.disposed, 0)
    assert came.left == before.left
    assert [each.number for each in here] == list(range(1, len(here) + 1))
    assert not list(left_of(here))


def test_a_purpose_is_the_same_by_its_id_and_one_that_is_not_known_there_is_none() -> None:
    assert purpose_in(HEIR, ENDED, "") == ""
    assert purpose_in(replace(ENDED, id="arving"), ENDED, "ukendt") is None
