"""Whatever a record holds of a closed item, an open one holds its number and that it is closed."""

from hypothesis import given, settings

from bot.domain.documents.opening import opened
from bot.domain.documents.state import MeetingRecord, RecordItem
from tests.harness.records import SECRET, records


@settings(max_examples=30)
@given(records())
def test_an_open_record_holds_no_word_of_a_closed_item_and_all_of_the_others(record: MeetingRecord) -> None:
    shown = opened(record, "Lukket punkt", left_out=("Lukket punkt",))
    assert SECRET not in repr(shown)
    assert not shown.is_whole
    for item, before in zip(shown.items, record.items, strict=True):
        if before.is_closed:
            assert item == RecordItem(id=before.id, number=before.number, title="Lukket punkt", is_closed=True)
        else:
            assert (item.content, item.sentence) == (before.content, before.sentence)
    assert opened(shown, "Lukket punkt", left_out=("Lukket punkt",)) == shown
