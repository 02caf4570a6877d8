"""What is set by right is neither postponed nor declined by the secretariat alone: the meeting leader says."""

import json

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from cards.html.walk import buttons
from tests.harness.steps import CHAIRS, POST, SECRETARIAT, VISITS, accept, in_chat, propose, told

LEADER, POLITICIAN = CHAIRS[0], "formand-laesoe"


async def test_the_secretariat_asks_the_leader_who_says_it_stays(nord: Stage) -> None:
    await propose(nord, POLITICIAN)
    await accept(nord, 1)
    answer = await nord.says(SECRETARIAT, "udskyd 1: Mødet er fuldt.", PERSONAL)
    assert "Mødelederen (Formand (Hjørring)) er spurgt" in words(answer)
    asked = await told(nord, LEADER, "kan udskydes", "Mødet er fuldt.")
    assert asked.card is not None
    assert [each.title for each in buttons(asked.card)] == ["Skal på", "Kan udskydes"]
    await nord.sees(POST, "Optaget på dagsordenen")
    await nord.clicks(LEADER, asked, "Skal på")
    await told(nord, SECRETARIAT, "Mødelederen har svaret om forslag nr. 1", "Skal på")
    assert "Fælles model" in words(await nord.says(SECRETARIAT, "dagsorden"))
    again = await nord.says(LEADER, "forslag 1 kan udskydes", PERSONAL)
    assert "ikke spurgt" in words(again)


async def test_the_leader_lets_it_wait_and_everybody_hears(nord: Stage) -> None:
    await propose(nord, POLITICIAN)
    await accept(nord, 1)
    await nord.says(SECRETARIAT, "udskyd 1 til 5/10: Mødet er fuldt.")
    asked = await told(nord, LEADER, "kan udskydes")
    await nord.clicks(LEADER, asked, "Kan udskydes")
    await told(nord, SECRETARIAT, "Mødelederen har svaret om forslag nr. 1", "Forslaget er udskudt")
    await told(nord, POLITICIAN, "er udskudt til mødet den 5. oktober 2027. Begrundelse: Mødet er fuldt.")
    await nord.sees("Mødet den 5. oktober 2027", "Fælles model", "Udskudt")
    assert "Fælles model" not in words(await nord.says(SECRETARIAT, "dagsorden"))
    assert not [each for each in in_chat(nord, LEADER) if "Mødelederen har svaret" in words(each)]


async def test_asked_twice_the_leader_may_answer_on_either_card(nord: Stage) -> None:
    await propose(nord, POLITICIAN)
    await nord.says(SECRETARIAT, "udskyd 1 til 5/10: Mødet er fuldt.")
    first = await told(nord, LEADER, "kan udskydes", "Mødet er fuldt.")
    await accept(nord, 1)
    await nord.says(SECRETARIAT, "fjern punkt 2: Sagen er ikke oplyst.")
    await nord.teams.board.wait_for(lambda each: each.id == first.id and "Sagen er ikke oplyst." in words(each))
    await nord.clicks(LEADER, first, "Kan udskydes")
    await told(nord, SECRETARIAT, "Mødelederen har svaret om forslag nr. 1", "Forslaget er udskudt")
    await nord.teams.board.wait_for(lambda each: each.id == first.id and "har svaret »Kan udskydes«" in words(each))


async def test_nobody_but_the_leader_answers(nord: Stage) -> None:
    await propose(nord, POLITICIAN)
    await nord.says(SECRETARIAT, "udskyd 1: Mødet er fuldt.")
    for person in (SECRETARIAT, POLITICIAN, CHAIRS[1]):
        assert "ikke rettigheder" in words(await nord.says(person, "forslag 1 kan udskydes"))
    assert "Kun mødelederen (Formand (Hjørring))" in words(await nord.says(SECRETARIAT, "sæt ikke på 1: Nej"))


async def test_a_partys_right_rests_on_its_bases(nord: Stage) -> None:
    """C19: on »Andet« a party has no right, and the secretariat decides."""
    fields = {"På vegne af": "Hjørring Kommune"}
    await propose(nord, fields=fields | {"Grundlag": "Andet"})
    await propose(nord, fields=fields | {"Grundlag": "Implementeringsplanen", "Overskrift": "Efter planen"})
    without = await told(nord, SECRETARIAT, "Nyt forslag", str(VISITS["Overskrift"]))
    with_right = await told(nord, SECRETARIAT, "Nyt forslag", "Efter planen")
    assert "kan ifølge kommissoriet" not in words(without)
    assert "Parterne kan ifølge kommissoriet sætte emner på dagsordenen." in words(with_right)
    await nord.says(SECRETARIAT, "udskyd 1: Mødet er fuldt.")
    await nord.sees("Nyt forslag", str(VISITS["Overskrift"]), "Udskudt")


async def test_the_request_stands_on_the_proposal_for_the_leader_to_answer(nord: Stage) -> None:
    card = await propose(nord, POLITICIAN)
    await nord.says(SECRETARIAT, "udskyd 1: Mødet er fuldt.")
    await told(nord, LEADER, "kan udskydes")
    opened = await nord.clicks(LEADER, card, "Behandl forslag")
    assert opened.card is not None
    assert {"Skal på", "Kan udskydes"} <= {each.title for each in buttons(opened.card)}
    answer = await nord.clicks(LEADER, card, "Skal på")
    assert "sekretariatet får besked" in json.dumps(answer.card, ensure_ascii=False)
