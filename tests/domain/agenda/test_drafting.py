"""The draft keeps its standing items in place, whatever is done to the others."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agenda.changes import ChangeKind
from bot.domain.agenda.rules import (
    MOST_ITEMS,
    approving,
    blank,
    check,
    departure,
    edit,
    exclude,
    freeze,
    in_newest_version,
    insert,
    is_frozen,
    item_at,
    move,
    place_of,
    places,
    remove,
)
from bot.domain.agenda.state import Agenda, AgendaItem, Standing, begins, overrun
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.state import Content, ItemKind

NOON = datetime(2027, 3, 1, 12, tzinfo=UTC)


def content(title: str, minutes: int = 15) -> Content:
    return Content(title=title, kind=ItemKind.DISCUSSION, duration=timedelta(minutes=minutes))


def standing(each: Standing) -> Content:
    return content(each.value, 5)


def older_minutes(agenda: Agenda) -> Agenda:
    return approving(agenda, "m0", standing(Standing.APPROVE_MINUTES), stands_for=lambda item: False)


def a_draft(*titles: str, with_minutes: bool = False) -> Agenda:
    agenda = blank("f", "m", standing)
    if with_minutes:
        agenda = older_minutes(agenda)
    for number, title in enumerate(titles, start=1):
        agenda = insert(agenda, content(title), proposal=number)
    return agenda


def titles(agenda: Agenda) -> list[str]:
    return [item.content.title for item in agenda.items]


def test_a_blank_draft_opens_with_its_own_approval_and_closes_with_any_other_business() -> None:
    assert titles(a_draft()) == ["approve_agenda", "any_other_business"]


def test_older_minutes_stand_second() -> None:
    assert titles(a_draft("a", with_minutes=True)) == ["approve_agenda", "approve_minutes", "a", "any_other_business"]


def test_minutes_that_await_approval_later_are_put_second_once() -> None:
    once = older_minutes(a_draft("a"))
    assert titles(once) == ["approve_agenda", "approve_minutes", "a", "any_other_business"]
    assert older_minutes(once) is once


def test_a_new_item_stands_last_before_any_other_business() -> None:
    assert titles(a_draft("a", "b")) == ["approve_agenda", "a", "b", "any_other_business"]


def test_a_full_agenda_takes_no_more() -> None:
    full = a_draft(*(str(number) for number in range(MOST_ITEMS - 2)))
    with pytest.raises(Refusal) as refused:
        insert(full, content("en til"))
    assert refused.value.key == "agenda_full"


@pytest.mark.parametrize("position", [1, 4])
def test_a_standing_item_cannot_be_removed(position: int) -> None:
    with pytest.raises(Refusal) as refused:
        remove(a_draft("a", "b"), position)
    assert refused.value.key == "standing_item"


def test_removing_takes_just_that_item() -> None:
    assert titles(remove(a_draft("a", "b"), 2)) == ["approve_agenda", "b", "any_other_business"]


def test_a_proposal_that_is_not_on_the_draft_changes_nothing_when_excluded() -> None:
    agenda = a_draft("a")
    assert exclude(agenda, 7) is agenda
    assert place_of(exclude(agenda, 1), 1) is None


@pytest.mark.parametrize(("position", "to"), [(1, 2), (2, 1), (2, 4), (4, 2), (2, 0), (2, 99)])
def test_the_first_item_stays_first_and_the_last_last(position: int, to: int) -> None:
    with pytest.raises(Refusal) as refused:
        move(a_draft("a", "b"), position, to)
    assert refused.value.key == "bad_place"


def test_an_empty_draft_has_nothing_to_move() -> None:
    with pytest.raises(Refusal) as refused:
        move(a_draft(), 1, 2)
    assert refused.value.key == "bad_place.none"


def test_moving_to_where_it_stands_changes_nothing() -> None:
    agenda = a_draft("a", "b")
    assert move(agenda, 2, 2) is agenda


@given(st.integers(1, 12), st.data())
def test_moving_keeps_every_item_and_the_others_in_their_order(count: int, data: st.DataObject) -> None:
    agenda = a_draft(*(str(number) for number in range(count)))
    free = st.sampled_from(places(agenda))
    position, to = data.draw(free), data.draw(free)
    moved = move(agenda, position, to)
    item = item_at(agenda, position)
    assert moved.items[to - 1] == item
    assert [each for each in moved.items if each != item] == [each for each in agenda.items if each != item]


def test_an_edit_that_says_the_same_is_none() -> None:
    agenda = a_draft("a")
    assert edit(agenda, 2, content("a")) is agenda
    assert titles(edit(agenda, 2, content("b"))) == ["approve_agenda", "b", "any_other_business"]


@pytest.mark.parametrize("position", [0, -1, 4])
def test_a_position_without_an_item_is_refused(position: int) -> None:
    with pytest.raises(Refusal) as refused:
        item_at(a_draft("a"), position)
    assert refused.value.key == "no_item"


def test_every_change_is_a_new_revision_and_an_older_one_is_refused() -> None:
    agenda = a_draft("a")
    changed = remove(agenda, 2)
    assert changed.revision == agenda.revision + 1
    check(changed, changed.revision)
    check(changed, None)
    with pytest.raises(Refusal) as refused:
        check(changed, agenda.revision)
    assert refused.value.key == "stale"


def test_freezing_numbers_versions_and_leaves_the_draft_as_it_is() -> None:
    once = freeze(a_draft("a"), by="sekretariat", at=NOON)
    twice = freeze(insert(once, content("b")), by="sekretariat", at=NOON)
    assert [version.number for version in twice.versions] == [1, 2]
    assert once.revision == a_draft("a").revision
    assert is_frozen(once)
    assert not is_frozen(insert(once, content("b")))


def test_an_id_is_never_used_again_once_it_was_frozen() -> None:
    frozen = freeze(a_draft("a"), by=None, at=NOON)
    again = insert(remove(frozen, 2), content("a"))
    assert again.items[1].id not in {item.id for item in frozen.versions[0].items}


def test_before_any_version_nothing_can_be_left_out_of_it() -> None:
    assert in_newest_version(a_draft("a"), 1) is None
    assert departure(a_draft("a")) == ()


@given(st.integers(0, 6), st.integers(0, 6), st.booleans())
def test_what_came_after_the_newest_version_is_told_until_the_agenda_leaves(
    before: int, after: int, sent: bool
) -> None:
    frozen = freeze(a_draft(*(str(number) for number in range(before))), by=None, at=NOON)
    later = frozen
    for number in range(after):
        later = insert(later, content("ny"), proposal=100 + number)
    later = replace(later, sent_version=1) if sent else later
    told = [(each.kind, each.position) for each in departure(later)]
    assert told == ([] if sent else [(ChangeKind.ADDED, before + 2 + number) for number in range(after)])
    assert [in_newest_version(later, 1 + number) for number in range(before)] == [True] * before
    assert [in_newest_version(later, 100 + number) for number in range(after)] == [False] * after


def test_a_removed_item_still_stands_on_the_version_that_people_answer() -> None:
    removed = remove(freeze(a_draft("a"), by=None, at=NOON), 2)
    assert in_newest_version(removed, 1)
    assert [each.kind for each in departure(removed)] == [ChangeKind.REMOVED]


def test_each_item_begins_when_the_one_before_it_ends() -> None:
    items = [AgendaItem(id=number, content=content("x", minutes)) for number, minutes in enumerate((5, 20, 15))]
    assert [moment - NOON for moment in begins(items, NOON)] == [
        timedelta(),
        timedelta(minutes=5),
        timedelta(minutes=25),
    ]
    assert begins([], NOON) == ()


@pytest.mark.parametrize(("minutes", "over"), [(60, 0), (61, 1), (5, 0)])
def test_items_that_take_longer_than_the_meeting_are_told(minutes: int, over: int) -> None:
    meeting = Meeting(forum="f", id="m", starts=NOON, ends=NOON + timedelta(hours=1), place="")
    assert overrun([AgendaItem(id=1, content=content("x", minutes))], meeting) == timedelta(minutes=over)
