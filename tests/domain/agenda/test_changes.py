"""What changed between two versions, and what of it is substance."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agenda.changes import Change, ChangeKind, changes, is_substance, public_changes
from bot.domain.agenda.state import AgendaItem
from bot.domain.proposals.state import Content, ItemKind

OPEN = Content(title="Hjemmebesøg", kind=ItemKind.DECISION, recommendation="at det afprøves", amount=Decimal(120_000))
CLOSED = replace(OPEN, title="Sagen om NN", summary="Hemmeligt", is_closed=True)


def item(number: int, content: Content = OPEN) -> AgendaItem:
    return AgendaItem(id=number, content=content)


contents = st.builds(
    Content,
    title=st.sampled_from(["a", "b"]),
    kind=st.sampled_from(ItemKind),
    recommendation=st.sampled_from(["", "at"]),
    summary=st.sampled_from(["", "s"]),
    amount=st.sampled_from([None, Decimal(1)]),
    duration=st.sampled_from([timedelta(minutes=5), timedelta(minutes=10)]),
    is_closed=st.booleans(),
)
agendas = st.lists(st.builds(item, st.integers(1, 8), contents), unique_by=lambda each: each.id, max_size=8)


@given(agendas, agendas)
def test_there_is_a_change_wherever_two_versions_differ(old: list[AgendaItem], new: list[AgendaItem]) -> None:
    assert (changes(old, new) == ()) == (old == new)


@given(agendas, agendas)
def test_substance_is_all_that_an_agenda_says_but_for_its_order_and_its_times(
    old: list[AgendaItem], new: list[AgendaItem]
) -> None:
    said = [{each.id: replace(each.content, duration=timedelta()) for each in items} for items in (old, new)]
    assert is_substance(changes(old, new)) == (said[0] != said[1])


@pytest.mark.parametrize(
    ("edited", "kind", "substance"),
    [
        (replace(OPEN, title="Opfølgende hjemmebesøg"), ChangeKind.TITLE, True),
        (replace(OPEN, title="Hjemmehjælp"), ChangeKind.TITLE, True),
        (replace(OPEN, title="Hjemebesøg"), ChangeKind.TITLE, False),
        (replace(OPEN, recommendation="at det afprøvess"), ChangeKind.RECOMMENDATION, False),
        (replace(OPEN, duration=timedelta(minutes=20)), ChangeKind.DURATION, False),
        (replace(OPEN, summary="Kort"), ChangeKind.SUMMARY, True),
        (replace(OPEN, links=("https://example.org",)), ChangeKind.LINKS, True),
        (replace(OPEN, kind=ItemKind.INFORMATION), ChangeKind.KIND, True),
        (replace(OPEN, financial_note="Inden for rammen"), ChangeKind.ECONOMY, True),
        (replace(OPEN, case_description="Hele sagen"), ChangeKind.CASE, True),
        (replace(OPEN, is_closed=True), ChangeKind.CLOSED, True),
        (replace(OPEN, basis="plan"), ChangeKind.DETAILS, True),
        (replace(OPEN, recommendation="at det udsættes"), ChangeKind.RECOMMENDATION, True),
        (replace(OPEN, amount=None), ChangeKind.AMOUNT, True),
    ],
)
def test_each_field_has_its_own_kind_of_change(edited: Content, kind: ChangeKind, substance: bool) -> None:
    (change,) = changes([item(1)], [item(1, edited)])
    assert (change.kind, change.is_substance, change.position) == (kind, substance, 1)


def test_only_the_item_that_was_moved_is_told_of() -> None:
    old = [item(number) for number in (1, 2, 3, 4)]
    assert [(each.kind, each.position) for each in changes(old, [old[0], old[3], old[1], old[2]])] == [
        (ChangeKind.MOVED, 2)
    ]


def test_a_removed_item_is_told_of_by_its_old_position() -> None:
    assert [(each.kind, each.position) for each in changes([item(1), item(2)], [item(1)])] == [(ChangeKind.REMOVED, 2)]


@given(agendas, agendas)
def test_the_channel_learns_nothing_of_a_closed_item(old: list[AgendaItem], new: list[AgendaItem]) -> None:
    """Not even of the time when it was still open, or of the one when it will be."""
    for change in public_changes(changes(old, new), "Lukket punkt"):
        contents_told = [each for each in (change.before, change.after) if each is not None]
        if any(each.is_closed for each in contents_told):
            assert {each.title for each in contents_told} == {"Lukket punkt"}
            assert not any(each.summary or each.recommendation or each.amount for each in contents_told)
            assert change.kind in (ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.MOVED, ChangeKind.DETAILS)
    if not any(each.content.is_closed for each in (*old, *new)):
        assert public_changes(changes(old, new), "Lukket punkt") == changes(old, new)


def test_several_corrections_of_a_closed_item_are_one_line_in_the_channel() -> None:
    found = changes([item(1, CLOSED)], [item(1, replace(CLOSED, title="Ny", amount=None, summary="Andet"))])
    (told,) = public_changes(found, "Lukket punkt")
    assert isinstance(told, Change)
    assert told.kind is ChangeKind.DETAILS
