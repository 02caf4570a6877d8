"""Papers of any record: nothing closed on an open one, headings in order, tables that can be read aloud."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings

from bot.documents.data import from_json, to_json
from bot.domain.documents.blocks import Document, Grid, Heading
from bot.domain.documents.opening import opened
from bot.domain.documents.state import MeetingRecord
from cards.documents.papers import paper_of
from tests.harness.records import SECRET, records


@settings(max_examples=30)
@given(records())
def test_papers_hold_nothing_closed_where_they_are_open_and_can_be_read_aloud(record: MeetingRecord) -> None:
    shown = paper_of(opened(record, "Lukket punkt"), "https://klynge.example/offentlig/bevis/1-ab")
    assert SECRET not in repr(shown)
    assert bool(shown.seal.address) is bool(record.witness)
    whole = paper_of(record, None)
    assert whole.seal.address is None
    for paper in (shown, whole):
        check_readable(paper)
        anchors = [each.anchor for each in paper.blocks if isinstance(each, Heading) and each.anchor]
        assert anchors == [f"punkt-{item.number}" for item in record.items]
    for is_draft in (True, False):
        told = repr(paper_of(replace(record, is_draft=is_draft), None))
        assert ("Dette er et udkast" in told) is is_draft
    assert from_json(to_json(record)) == record


def check_readable(paper: Document) -> None:
    """The title stands once, headings skip no level from it down, and every table has a row of headings."""
    headings = [each for each in paper.blocks if isinstance(each, Heading)]
    assert paper.title not in [each.text for each in headings]
    assert all(after <= before + 1 for before, after in pairwise([0, *(each.level for each in headings)]))
    for grid in paper.blocks:
        if isinstance(grid, Grid):
            assert grid.caption
            assert all(grid.header)
            assert {len(row) for row in grid.rows} <= {len(grid.header)}
