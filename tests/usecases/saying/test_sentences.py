"""Sentences that people really type are met as they are meant, by rate; none is turned round."""

from collections.abc import Callable

import pytest

from storage.database import Database
from tests.harness.sentences import rows, told_as_rate, tried
from tests.harness.situations import moments

LEAST = {"kept.tsv": 0.95, "set_aside.tsv": 0.84}
"""What was reached, and must not be lost again; aimed at are 95 % of what is learned of, 90 % of what was set aside."""


@pytest.mark.parametrize("file", LEAST)
async def test_sentences_are_met_as_they_are_meant(
    database: Database, file: str, record_property: Callable[[str, object], None]
) -> None:
    results = tried(rows(file), await moments(database))
    record_property("rate", f"{file}: {told_as_rate(results)}")
    assert [each.row.sentence for each in results if each.is_turned] == []
    assert sum(each.is_well for each in results) >= LEAST[file] * len(results)
