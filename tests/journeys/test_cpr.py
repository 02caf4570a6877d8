"""CPR numbers are caught in every field and every sentence before anything is stored or posted."""

from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest

from bot.domain.actions import AnyAction
from bot.domain.saying.actions import Offered
from bot.local.board import words
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL
from tests.harness.forging import NORD, apply_variant, dump, is_refused, posted, press, quiet, said, send_value, stored
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, propose

LEADER = CHAIRS[0]
CPR = ("010190-1234", "0101901234", "010190 1234", "01 01 90 1234", "０１０１９０-１２３４", "010190\u2011123\u200b4")
DIGITS = ("0101901234", "010190", "０１０１９０", "01 01 90")
_NO_TEXT = {"kind", "verdict", "outcome", "form"}


def _text_fields() -> list[tuple[str, str]]:
    found = []
    for kind in get_args(AnyAction):
        typed = [each.name for each in fields(kind) if "str" in str(each.type) and each.name not in _NO_TEXT]
        found += [(kind.__name__, name) for name in typed if kind is not Offered]
    return found


async def _none_kept(nord: Stage) -> None:
    await quiet(nord)
    everywhere = await dump(nord) + posted(nord, None)
    assert [digits for digits in DIGITS if digits in everywhere] == []


def test_the_fields_that_hold_text_are_found() -> None:
    assert {("Propose", "links"), ("RecordAbsence", "absent"), ("EditItem", "to"), ("TieChannel", "forum")} <= set(
        _text_fields()
    )


@pytest.mark.parametrize("number", CPR[:1] + CPR[-1:], ids=ascii)
async def test_a_cpr_number_in_any_field_of_any_action_is_neither_stored_nor_posted(nord: Stage, number: str) -> None:
    await propose(nord)
    await nord.says(SECRETARIAT, "optag 1")
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    await nord.at("2027-03-17T09:00")
    await quiet(nord)
    before = await stored(nord)
    base = {"forum": NORD, "number": 1, "position": 2, "version": 1, "form": "f", "verdict": "returned"}
    for verb, name in _text_fields():
        forged = base | {"verb": verb, name: f"Om {number}."}
        for person in (SECRETARIAT, LEADER):
            assert is_refused((await press(nord, person, forged)).card), (verb, name)
            assert is_refused(await send_value(nord, person, forged)), (verb, name)
    assert await stored(nord) == before
    await _none_kept(nord)


@pytest.mark.parametrize("where", [CHANNEL.id, PERSONAL])
async def test_a_cpr_number_in_a_sentence_is_not_repeated(nord: Stage, where: str) -> None:
    for number in CPR:
        for head in (
            "",
            "foreslå ",
            "foreslå: ",
            "tilknyt ",
            "fravær: ",
            "dagsorden ",
            "bed om uddybning 1: ",
            "tilføj punkt: ",
        ):
            await nord.says(SECRETARIAT, f"{head}{number}", where)
    await _none_kept(nord)


async def test_a_cpr_number_is_caught_before_somebody_is_asked_which_forum(nord: Stage, tmp_path: Path) -> None:
    names = {
        "forum: politisk-klynge-nord ": "forum: politisk-klynge-syd ",
        "name: Politisk Klynge Nord\n": "name: Syd\n",
    }
    await apply_variant(nord, tmp_path, names)
    assert "Hvilket forum" in words(await nord.says(COORDINATOR, "foreslå noget", PERSONAL))
    for number in CPR:
        assert "CPR-nummer" in words(await nord.says(COORDINATOR, f"foreslå noget om {number}", PERSONAL))
        data = {"verb": "ShowMyProposals", "words": number}
        assert "Hvilket forum" in said(await send_value(nord, COORDINATOR, data, PERSONAL))
        asked = {"verb": "Decline", "number": 1, "words": number}
        assert "CPR-nummer" in said(await send_value(nord, COORDINATOR, asked, PERSONAL))
    await _none_kept(nord)


async def test_a_long_sentence_by_somebody_of_two_forums_is_answered(nord: Stage, tmp_path: Path) -> None:
    names = {
        "forum: politisk-klynge-nord ": "forum: politisk-klynge-syd ",
        "name: Politisk Klynge Nord\n": "name: Syd\n",
    }
    await apply_variant(nord, tmp_path, names)
    assert "for lang" in words(await nord.says(COORDINATOR, f"foreslå {'x' * 10_000}", PERSONAL))
