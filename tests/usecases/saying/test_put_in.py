"""A question mark, an if or a not that is put into a sentence keeps a command from being carried out."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from shutil import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.actions import AnyAction
from bot.domain.agenda.actions import RemoveItem
from bot.domain.kernel.action import Command
from bot.domain.proposals.actions import Decline
from bot.domain.saying.actions import Offered
from bot.usecases.said.moment import Moment
from bot.usecases.understanding import understand_exactly
from bot.usecases.understanding.meaning import meaning
from storage.database import Database
from tests.harness.put_in import conditions, negations, questions
from tests.harness.situations import moments

WHEN = (
    ("asked", "chair", False),
    ("minutes", "secretary", False),
    ("live", "secretary", False),
    ("proposals", "coordinator", False),
    ("after", "member", True),
)

Known = Mapping[tuple[str, str, bool], Moment]


@pytest.fixture(scope="module")
def known(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Known:
    """What is known in every situation."""
    file = copy(migrated, tmp_path_factory.mktemp("moments") / "klyngebot.sqlite")

    async def found() -> Known:
        database = Database(f"sqlite:///{file}")
        every = await moments(database)
        await database.close()
        return every

    return asyncio.run(found())


def _met(sentence: str, moment: Moment) -> AnyAction:
    return understand_exactly(sentence) or meaning(sentence, moment)


@given(questions(), st.sampled_from(WHEN))
def test_a_question_carries_nothing_out(known: Known, sentence: str, when: tuple[str, str, bool]) -> None:
    assert not isinstance(_met(sentence, known[when]), Command)


@given(conditions(), st.sampled_from(WHEN))
def test_an_if_carries_nothing_out(known: Known, sentence: str, when: tuple[str, str, bool]) -> None:
    assert not isinstance(_met(sentence, known[when]), Command)


@given(negations(), st.sampled_from(WHEN))
def test_what_was_meant_is_not_carried_out_with_a_not(
    known: Known, sentences: tuple[str, str], when: tuple[str, str, bool]
) -> None:
    plain, turned = sentences
    meant = _met(plain, known[when])
    found = _met(turned, known[when])
    assert not isinstance(found, Command) or found not in (meant.offers if isinstance(meant, Offered) else (meant,))


@pytest.mark.parametrize(
    ("sentence", "kind"), [("afvis ikke forslag 4 endnu", Decline), ("stryg ikke punkt 2", RemoveItem)]
)
def test_a_no_that_is_forbidden_is_not_even_offered(known: Known, sentence: str, kind: type[Command]) -> None:
    found = _met(sentence, known["proposals" if kind is Decline else "draft", "secretary", False])
    assert not any(isinstance(each, kind) for each in (found.offers if isinstance(found, Offered) else (found,)))
