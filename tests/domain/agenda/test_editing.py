"""What an item says once it was edited: the fields that were filled in, checked, and no other; nothing is ever cut."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.agenda.actions import AddItem, EditItem
from bot.domain.agenda.editing import added, check_closing, edited, is_blank, tells, whole
from bot.domain.agenda.rules import MOST_REMOVED, blank, insert, places, remove, removed_item, restore
from bot.domain.agenda.state import Agenda, AgendaItem, Standing
from bot.domain.kernel.refusal import Refusal
from bot.domain.proposals.rules import LONGEST_CASE, LONGEST_NOTE, LONGEST_TEXT, LONGEST_TITLE
from bot.domain.proposals.state import Content, ItemKind

LIMITS = {
    "title": LONGEST_TITLE,
    "summary": LONGEST_TEXT,
    "case_description": LONGEST_CASE,
    "recommendation": LONGEST_TEXT,
    "financial_note": LONGEST_NOTE,
}
BEFORE = Content(
    title="Før", kind=ItemKind.DECISION, summary="s", case_description="c", recommendation="r", financial_note="f"
)


def typed(**fields: object) -> EditItem:
    return EditItem(position=2, **fields)  # type: ignore[arg-type]  # the fields of the action


def a_draft(count: int) -> Agenda:
    agenda = blank("f", "m", lambda each: Content(title=each.value, kind=ItemKind.DECISION))
    for number in range(count):
        agenda = insert(agenda, replace(BEFORE, title=str(number)), proposal=number)
    return agenda


@given(
    st.dictionaries(st.sampled_from(sorted(LIMITS)), st.text("abæ ", min_size=1, max_size=30).map(lambda t: f"x{t}x"))
)
def test_only_what_was_filled_in_changes(fields: dict[str, str]) -> None:
    after = edited(BEFORE, typed(**fields))
    assert replace(after, **{name: getattr(BEFORE, name) for name in fields}) == BEFORE
    assert {name: " ".join(getattr(after, name).split()) for name in fields} == {
        name: " ".join(words.split()) for name, words in fields.items()
    }


@pytest.mark.parametrize("name", LIMITS)
@pytest.mark.parametrize("over", [0, 1, 4_321])
def test_a_text_is_taken_whole_or_refused_with_how_much_it_is_too_long(name: str, over: int) -> None:
    words = "æ" * (LIMITS[name] + over)
    if over == 0:
        assert getattr(edited(BEFORE, typed(**{name: words})), name) == words
        return
    with pytest.raises(Refusal) as refusal:
        edited(BEFORE, typed(**{name: words}))
    assert (refusal.value.key, refusal.value.facts["over"]) == ("too_long", over)


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"kind": "noget andet"}, "bad_kind"),
        ({"title": " "}, "missing_field"),
        ({"amount": "mange"}, "bad_amount"),
        ({"duration": ""}, "bad_duration"),
        ({"links": "http://example.org"}, "bad_url"),
    ],
)
def test_what_cannot_be_read_is_refused(fields: dict[str, str], key: str) -> None:
    with pytest.raises(Refusal) as refusal:
        edited(BEFORE, typed(**fields))
    assert refusal.value.key == key


def test_a_field_that_the_form_showed_and_that_is_not_sent_was_emptied() -> None:
    form = typed(title="Ny", shown=("title", "summary", "is_closed", "position"))
    assert whole(form) == replace(form, summary="")
    assert edited(BEFORE, whole(form)).summary == ""


def test_a_new_item_needs_a_title_alone() -> None:
    assert added(AddItem(title="Nyt", duration=" ")).title == "Nyt"
    assert is_blank(AddItem(kind="theme", title=" "))
    with pytest.raises(Refusal) as refusal:
        added(AddItem(summary="Uden overskrift"))
    assert refusal.value.key == "missing_field"


def test_of_a_closed_item_only_the_time_is_everybodys() -> None:
    assert not tells(typed(duration="20", to="3"))
    assert tells(typed(is_closed=False))
    assert tells(typed(links=""))


def test_an_item_that_every_agenda_has_is_never_closed() -> None:
    standing = AgendaItem(id=1, content=BEFORE, standing=Standing.APPROVE_AGENDA)
    check_closing(standing, BEFORE)
    check_closing(replace(standing, standing=None), replace(BEFORE, is_closed=True))
    with pytest.raises(Refusal) as refusal:
        check_closing(standing, replace(BEFORE, is_closed=True))
    assert refusal.value.key == "standing_item.closed"


@given(st.integers(1, 12), st.data())
def test_what_is_taken_off_and_put_back_where_it_stood_leaves_the_draft_as_it_was(
    count: int, data: st.DataObject
) -> None:
    agenda = a_draft(count)
    position = data.draw(st.sampled_from(places(agenda)))
    without = remove(agenda, position)
    item = removed_item(without, None)
    assert item == agenda.items[position - 1]
    assert restore(without, item, position).items == agenda.items
    assert restore(without, item, None).removed == ()


def test_only_so_many_can_be_put_back_and_no_id_is_used_again() -> None:
    agenda = a_draft(MOST_REMOVED + 3)
    for _ in range(MOST_REMOVED + 3):
        agenda = remove(agenda, 2)
    assert len(agenda.removed) == MOST_REMOVED
    again = insert(agenda, BEFORE)
    assert again.items[1].id not in {item.id for item in again.removed}
    with pytest.raises(Refusal) as refusal:
        removed_item(agenda, 999)
    assert refusal.value.key == "nothing_removed"


@given(st.lists(st.integers(0, MOST_REMOVED + 3), min_size=MOST_REMOVED + 1, max_size=MOST_REMOVED + 4))
def test_an_item_never_has_the_id_of_one_that_was_taken_off_in_whatever_order(order: list[int]) -> None:
    agenda = a_draft(MOST_REMOVED + 4)
    known = {item.id for item in agenda.items}
    for wanted in order:
        agenda = remove(agenda, places(agenda)[wanted % len(places(agenda))])
    assert len(agenda.removed) == MOST_REMOVED
    assert removed_item(agenda, None) == agenda.removed[-1]
    assert {item.id for item in insert(agenda, BEFORE).items} - known == {max(known) + 1}
