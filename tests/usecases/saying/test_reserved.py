"""A sentence with a no, an if, an exception or a reservation is no yes, whoever says it; a plain yes is one."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from shutil import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.actions import AnyAction
from bot.domain.approval.actions import Respond
from bot.domain.approval.state import Verdict
from bot.domain.kernel.action import Action
from bot.domain.saying.actions import Lead, Offered
from bot.domain.saying.mood import mood_of
from bot.domain.supplements.actions import OpenSupplement
from bot.usecases.said.moment import Moment, Talk
from bot.usecases.understanding import understand_exactly
from bot.usecases.understanding.meaning import meaning
from bot.usecases.understanding.reserved import approval_of, is_yes
from storage.database import Database
from tests.harness.reserved import plain_yeses, reserved_sentences
from tests.harness.situations import moments

INSTEAD = {Verdict.APPROVED_WITH_REMARKS, Verdict.RETURNED, Verdict.REMARKS}
ASKED = ("asked", "asked in the channel", "asked once more", "consulted")
PLACES = (*ASKED, "clears at home", "minutes to approve", "supplement that awaits answers", "nothing awaits")


class Known(dict[str, Moment]):
    """What is known in each place, told in a word: Hypothesis writes it into every failure."""

    def __repr__(self) -> str:
        return ", ".join(self)


@pytest.fixture(scope="module")
def moment_of(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Moment]:
    """What is known where something awaits an answer, and where nothing does."""
    file = copy(migrated, tmp_path_factory.mktemp("moments") / "klyngebot.sqlite")

    async def found() -> Mapping[tuple[str, str, bool], Moment]:
        database = Database(f"sqlite:///{file}")
        known = await moments(database)
        await database.close()
        return known

    return _awaiting(asyncio.run(found()))


def _awaiting(known: Mapping[tuple[str, str, bool], Moment]) -> Mapping[str, Moment]:
    asked = known["asked", "chair", False]
    assert asked.asked is not None
    once_more = Talk(forum=asked.forum.id, is_fresh=True, offered=(approval_of(asked.asked),))
    shown = Talk(forum=asked.forum.id, is_fresh=True, shown=OpenSupplement())
    return Known(
        {
            "asked": asked,
            "asked in the channel": known["asked", "chair", True],
            "asked once more": replace(asked, talk=once_more),
            "consulted": replace(asked, asked=replace(asked.asked, is_consulted=True)),
            "clears at home": replace(known["asked", "coordinator", False], actor="koordinator-region"),
            "minutes to approve": known["after", "chair", False],
            "supplement that awaits answers": replace(known["sent", "chair", False], talk=shown),
            "nothing awaits": known["quiet", "chair", False],
        }
    )


def _met(sentence: str, moment: Moment) -> AnyAction:
    return understand_exactly(sentence) or meaning(sentence, moment)


def _among(found: AnyAction) -> tuple[Action, ...]:
    """What is carried out, or what a button would."""
    return found.offers if isinstance(found, Offered) else (found,)


@given(reserved_sentences(), st.sampled_from(PLACES))
def test_what_is_reserved_is_nowhere_a_plain_yes(moment_of: Mapping[str, Moment], sentence: str, place: str) -> None:
    assert not any(map(is_yes, _among(_met(sentence, moment_of[place]))))


@given(reserved_sentences().filter(lambda each: not mood_of(each).asks), st.sampled_from(ASKED))
def test_what_somebody_who_is_asked_reserves_is_offered_as_an_answer_in_their_own_words(
    moment_of: Mapping[str, Moment], sentence: str, place: str
) -> None:
    found = _met(sentence, moment_of[place])
    if found == Offered(lead=Lead.LEFT):
        assert moment_of[place].talk.offered  # which a bare no leaves
        return
    first = _among(found)[0]
    assert isinstance(first, Respond)
    assert first.verdict in INSTEAD
    assert first.words in sentence
    assert first.words or understand_exactly(sentence)  # a command that asks for the words


@given(plain_yeses(), st.sampled_from(ASKED))
def test_a_plain_yes_of_somebody_who_is_asked_is_done_or_offered_first(
    moment_of: Mapping[str, Moment], sentence: str, place: str
) -> None:
    asked = moment_of[place].asked
    first, *_ = _among(_met(sentence, moment_of[place]))
    assert asked is not None
    assert isinstance(first, Respond)
    assert is_yes(first)
    assert first.version in (asked.version, None)  # as typed it means the newest


@pytest.mark.parametrize(
    "sentence", ["godkend men husk at skrive Læsøs navn rigtigt", "godkender, men beløbet er ikke afklaret"]
)
def test_what_the_words_of_a_reserved_yes_speak_for_comes_first(moment_of: Mapping[str, Moment], sentence: str) -> None:
    first, second = _among(_met(sentence, moment_of["asked"]))
    assert isinstance(first, Respond)
    assert isinstance(second, Respond)
    assert (first.verdict, second.verdict) == (Verdict.APPROVED_WITH_REMARKS, Verdict.RETURNED)
