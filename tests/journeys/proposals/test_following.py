"""Following proposals: the open ones for all, one's own with what became of them, told as it is."""

import json

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from cards.html.walk import buttons
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, accept, approve, circulate, circulated, propose, told

BYSTANDER = "naestformand-frederikshavn"
CLOSED: dict[str, Value] = {"Overskrift": "Hemmelig sag", "Punktet bør være lukket": True}


async def test_the_secretariats_list_has_what_is_open_with_the_buttons_to_treat_it(nord: Stage) -> None:
    await propose(nord)
    await propose(nord, fields={"Overskrift": "Trukket tilbage"})
    await propose(nord, fields=CLOSED)
    await nord.says(COORDINATOR, "træk 2 tilbage")
    shown = await nord.says(SECRETARIAT, "forslag", PERSONAL)
    assert "Fælles model" in words(shown)
    assert "Hemmelig sag" in words(shown)
    assert "Trukket tilbage" not in words(shown)
    assert shown.card is not None
    assert [each.title for each in buttons(shown.card)] == ["Optag på dagsordenen", "Behandl forslag"] * 2
    await nord.clicks(SECRETARIAT, shown, "Optag på dagsordenen")
    assert "Fælles model" not in words(await nord.says(SECRETARIAT, "forslag", PERSONAL))


async def test_others_see_the_open_ones_and_nothing_of_what_is_closed(nord: Stage) -> None:
    await propose(nord)
    await propose(nord, fields=CLOSED)
    for where in (PERSONAL, None):
        shown = await nord.says(BYSTANDER, "forslag", *([where] if where else []))
        assert "Fælles model" in words(shown)
        assert "Lukket punkt" in words(shown)
        assert "Hemmelig" not in words(shown)
    one = await nord.says(BYSTANDER, "forslag 2", PERSONAL)
    assert "Lukket punkt" in words(one)
    assert "Hemmelig" not in json.dumps(one.activity, ensure_ascii=False)
    assert "Hemmelig sag" in words(await nord.says(COORDINATOR, "forslag 2", PERSONAL))


async def test_what_comes_too_late_is_told_as_it_is(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    await nord.at("2027-03-02T09:00")
    request = await circulate(nord)
    await propose(nord, fields={"Overskrift": "Kom for sent"})
    answer = await nord.says(SECRETARIAT, "optag 2", PERSONAL)
    assert "Punkt 3 er ikke med i version 1, som er til godkendelse. Send version 2 til godkendelse." in words(answer)
    assert answer.card is not None
    assert "Send version 2 til godkendelse" in [each.title for each in buttons(answer.card)]
    mine = words(await nord.says(COORDINATOR, "mine forslag", PERSONAL))
    assert "Optaget på udkastet som punkt 3, men ikke med i version 1, som er til godkendelse" in mine
    await approve(nord, request)
    mine = words(await nord.says(COORDINATOR, "mine forslag", PERSONAL))
    assert "Optaget på udkastet som punkt 3, men ikke med i version 1, som er godkendt" in mine
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den")
    mine = words(await nord.says(COORDINATOR, "mine forslag", PERSONAL))
    assert "Kom ikke med på den dagsorden til mødet den 16. marts 2027, som er sendt" in mine
    assert "Punkt 2 på den dagsorden til mødet den 16. marts 2027, som er sendt" in mine
    await nord.says(SECRETARIAT, "udskyd 2: Kom for sent.")
    await told(nord, COORDINATOR, "»Kom for sent« er udskudt")


async def test_the_secretariat_reads_of_what_came_too_late_that_it_did_not_come_with_the_agenda(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    await nord.at("2027-03-02T09:00")
    request = await circulate(nord)
    await propose(nord, fields={"Overskrift": "Kom for sent"})
    await told(nord, SECRETARIAT, "Kom for sent")
    await accept(nord, 2)
    await told(nord, SECRETARIAT, "»Kom for sent« er behandlet: Optaget på dagsordenen")
    await approve(nord, request)
    await nord.at("2027-03-09T08:00")
    await told(nord, SECRETARIAT, "»Kom for sent« er behandlet: Kom ikke med på dagsordenen")


async def test_what_a_returned_version_lacks_is_told_as_it_is(nord: Stage) -> None:
    await circulated(nord)
    await propose(nord, fields={"Overskrift": "Kom for sent"})
    await accept(nord, 2)
    await nord.says(CHAIRS[0], "send retur: Punkt 2 mangler tal.")
    mine = words(await nord.says(COORDINATOR, "mine forslag", PERSONAL))
    assert "Optaget på udkastet som punkt 3, men ikke med i version 1, som er sendt retur" in mine


async def test_the_button_sends_the_version_that_has_it(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    await nord.at("2027-03-02T09:00")
    await circulate(nord)
    await propose(nord, fields={"Overskrift": "Kom for sent"})
    answer = await nord.says(SECRETARIAT, "optag 2", PERSONAL)
    await nord.clicks(SECRETARIAT, answer, "Send version 2 til godkendelse")
    assert "Optaget på udkastet til mødet den 16. marts 2027 som punkt 3" in words(
        await nord.says(COORDINATOR, "mine forslag", PERSONAL)
    )


async def test_what_is_decided_can_neither_be_withdrawn_nor_postponed_and_shows_its_outcome(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    await nord.at("2027-03-02T09:00")
    await approve(nord, await circulate(nord), *CHAIRS)
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den")
    for person, command in (
        (COORDINATOR, "træk 1 tilbage"),
        (SECRETARIAT, "udskyd 1: Nej"),
        (COORDINATOR, "ret forslag 1"),
    ):
        assert "hverken ændres, udskydes eller trækkes tilbage" in words(await nord.says(person, command, PERSONAL))
    await nord.at("2027-03-17T08:00")
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt med ni måneders forsøg.", PERSONAL)
    await nord.says(SECRETARIAT, "send referat")
    mine = await nord.says(COORDINATOR, "mine forslag", PERSONAL)
    assert "Beslutning:" in words(mine)
    assert "ni måneders forsøg" in words(mine)
    assert mine.card is not None
    assert [each.title for each in buttons(mine.card)] == ["Se forslaget"]


async def test_a_withdrawal_reaches_the_secretariat_and_nobody_is_told_of_their_own(nord: Stage) -> None:
    await propose(nord)
    mine = await nord.says(COORDINATOR, "mine forslag", PERSONAL)
    await nord.clicks(COORDINATOR, mine, "Træk forslaget tilbage")
    await told(nord, SECRETARIAT, "har trukket forslag nr. 1 »Fælles model for opfølgende hjemmebesøg« tilbage.")
