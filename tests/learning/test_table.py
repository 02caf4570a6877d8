"""The table of words is the one that was made of the sentences beside this, and knows what there is."""

import json
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from bot.domain.actions import AnyAction
from bot.domain.saying.absent import Absent
from bot.domain.saying.actions import Lead
from bot.usecases.understanding import likely as likely_of
from bot.usecases.understanding.everyday import SAYINGS
from bot.usecases.understanding.likely import likely
from storage.database import Database
from tests.harness.sentences import Met, Wanted, rows, told_as_rate, tried
from tests.harness.situations import moments
from tests.learning.rows import EVERY, digest

EVERY_NTH = 25
LEAST = 0.85
KINDS = {kind.__name__ for kind in get_args(AnyAction)}


def test_it_was_made_of_the_sentences_as_they_are() -> None:
    read = json.loads(files(likely_of.__package__).joinpath(likely_of.FILE).read_text("utf-8"))
    assert read["made_of"] == digest(), "python -m tests.learning makes it anew"


def test_everything_it_knows_is_there() -> None:
    others = {*Lead, *(f"absent.{each}" for each in Absent)}
    assert [each for each in likely().acts if each.split(".")[0] not in KINDS and each not in others] == []


def test_a_saying_means_what_there_is() -> None:
    named = {act for saying in SAYINGS for act in saying.means.split()}
    assert [act for act in named if act.split(".")[0] not in {*KINDS, "absent"}] == []


@pytest.mark.parametrize("file", EVERY, ids=lambda file: file.stem)
def test_no_sentence_is_there_twice_in_the_same_moment(file: Path) -> None:
    said = [
        (each.role, each.situation, each.last, each.sentence.casefold(), each.in_channel)
        for each in rows(file.name, file.parent)
    ]
    assert len(said) == len(set(said))


async def test_what_was_learned_is_met(database: Database) -> None:
    those = [row for file in EVERY for row in rows(file.name, file.parent)][::EVERY_NTH]
    kinds = [row for row in those if not _is_typed_alone(row.outcome)]
    results = tried(kinds, await moments(database))
    assert sum(each.is_well for each in results) >= LEAST * len(results), told_as_rate(results)


def _is_typed_alone(outcome: tuple[Wanted, ...]) -> bool:
    """What help tells to type, and no sentence asks for."""
    return any(each.met is not Met.SAY and each.name in ("TieChannel", "HandOver", "OpenHandOver") for each in outcome)
