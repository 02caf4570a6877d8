"""The same thing sent again, by Teams or by an older client: the same answer, and nothing doubled."""

import pytest

from bot.domain.agenda.actions import AddItem
from bot.domain.approval.actions import Circulate
from bot.domain.forum.actions import TieChannel
from bot.domain.proposals.actions import Accept, AskForMore, Propose
from bot.local.board import words
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL
from cards.kit.buttons import pack
from tests.harness.forging import NORD, is_refused, logged, press, said, send_value, stored
from tests.harness.steps import COORDINATOR, POST, SECRETARIAT, VISITS, propose

pytestmark = pytest.mark.both_databases


async def test_a_click_that_comes_twice_is_answered_alike_and_done_once(nord: Stage) -> None:
    await propose(nord)
    for data in (
        pack(Accept(number=1, forum=NORD)),
        pack(AddItem(title="Mere", forum=NORD)),
        pack(AskForMore(number=1, forum=NORD, words="Hvad?")),
        pack(TieChannel(forum=NORD)),
        pack(Circulate(forum=NORD)),
    ):
        ident = f"f:{data['verb']}"
        first = await press(nord, SECRETARIAT, data, ident=ident)
        once = await stored(nord)
        assert (await press(nord, SECRETARIAT, data, ident=ident)).card == first.card
        assert await stored(nord) == once, data


async def test_a_message_that_comes_twice_is_done_once(nord: Stage) -> None:
    await propose(nord)
    for text in ("optag 1", "tilføj punkt: Mere", "tilknyt politisk-klynge-nord"):
        first = await nord.says(SECRETARIAT, text, activity=f"1700{len(text)}")
        length = await logged(nord)
        again = await nord.says(SECRETARIAT, text, activity=f"1700{len(text)}")
        assert words(again) == words(first)
        assert await logged(nord) == length


async def test_the_same_id_from_somebody_else_or_elsewhere_is_another_activity(nord: Stage) -> None:
    await propose(nord)
    data = pack(Accept(number=1, forum=NORD))
    done = await press(nord, SECRETARIAT, data, PERSONAL, ident="1")
    assert str(VISITS["Overskrift"]) in said(done.card)
    assert is_refused((await press(nord, COORDINATOR, data, PERSONAL, ident="1")).card)
    assert not is_refused((await press(nord, SECRETARIAT, data, ident="1")).card)


@pytest.mark.parametrize("where", [CHANNEL.id, PERSONAL])
async def test_a_submit_does_what_the_click_does(nord: Stage, where: str) -> None:
    await propose(nord)
    await send_value(nord, SECRETARIAT, pack(Accept(number=1, forum=NORD)), where)
    await nord.sees(POST, "Optaget på dagsordenen")
    form = pack(Propose(form="f", forum=NORD, title="Ved Submit", summary="S", recommendation="I"))
    for _ in range(2):
        assert "modtaget som nr. 2" in said(await send_value(nord, COORDINATOR, form, where))
    await nord.sees(POST, "Ved Submit")
    wrong = await send_value(nord, COORDINATOR, form | {"form": "g", "amount": "mange"}, where)
    assert "Skriv beløbet" in said(wrong)
    assert "Ved Submit" in said(wrong)
    assert "Jeg kunne ikke læse" in said(await send_value(nord, COORDINATOR, {"verb": "Nonsense"}, where))


async def test_a_long_activity_id_is_still_answered_once(nord: Stage) -> None:
    await propose(nord)
    for _ in range(2):
        answer = await press(nord, SECRETARIAT, pack(AddItem(title="Mere", forum=NORD)), ident="f:" + "9" * 1_000)
        assert "tilføjet" in said(answer.card).lower()
    assert words(await nord.says(SECRETARIAT, "dagsorden")).count("Mere") == 1
