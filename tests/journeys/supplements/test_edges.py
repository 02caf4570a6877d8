"""A supplement where it is hard: closed, unanswered, set by right, of a meeting that moves or is cancelled."""

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from tests.harness.forging import is_refused, said
from tests.harness.steps import CHAIRS, SECRETARIAT, approve, circulate, in_channel, propose

LEADER, POLITICIAN = CHAIRS[0], "formand-laesoe"
SECRET = "Lægens opsigelse"  # noqa: S105 - what nobody in the channel may read


async def says(nord: Stage, sentence: str, person: str = SECRETARIAT) -> str:
    return words(await nord.says(person, sentence, PERSONAL)).replace("\\", "")


async def test_what_is_hard_about_a_supplement(nord: Stage) -> None:
    await propose(nord, POLITICIAN, {"Overskrift": "Lægedækning"})
    await nord.says(SECRETARIAT, "optag 1")
    await approve(nord, await circulate(nord))
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den")

    # what is set by right is the meeting leader's to let lapse
    assert "Kun mødelederen" in await says(nord, "lad punkt 2 udgå: Vi når det ikke")
    assert "Punkt 2 udgår" in words(await nord.says(LEADER, "lad punkt 2 udgå: Vi når det ikke"))
    await nord.sees("Ændring til dagsordenen", "»Lægedækning« udgår.", "Vi når det ikke")
    assert "udgår" in await says(nord, "mine forslag", POLITICIAN)

    # a closed item is neutral to everybody else
    form = await nord.says(SECRETARIAT, "tillægsdagsorden")
    closed: dict[str, Value] = {"Overskrift til et nyt punkt": SECRET, "Begrundelse": SECRET, "Punktet er lukket": True}
    refused = await nord.clicks(SECRETARIAT, form, "Tilføj punkt", closed)
    assert is_refused(refused.card), said(refused.card)
    form = await nord.says(SECRETARIAT, "tillægsdagsorden", PERSONAL)
    await nord.clicks(SECRETARIAT, form, "Tilføj punkt", closed)
    await says(nord, "send tillægsdagsorden til godkendelse")
    shared = await nord.sees("Tillægsdagsorden", "Lukket punkt", "Svar senest onsdag den 10. marts 2027")
    assert "Kun " in said((await nord.clicks(POLITICIAN, shared, "Godkend")).card)
    returned = await nord.clicks(CHAIRS[1], shared, "Send retur", {"Bemærkninger": "Skriv mere."})
    assert "Du har sendt tillægsdagsordenen retur" in said(returned.card)
    await nord.hears(SECRETARIAT, "Der er svar på tillægsdagsordenen", "Skriv mere.")
    assert "sendt retur" in await says(nord, "send tillægsdagsorden")
    assert "er sendt til" in await says(nord, "send tillægsdagsorden til godkendelse")

    # the meeting moves while it waits: the deadline follows
    form = await nord.says(SECRETARIAT, "flyt møde til 10/3", PERSONAL)
    await nord.clicks(SECRETARIAT, form, "Flyt mødet")
    await nord.sees("Tillægsdagsorden", "Svar senest tirsdag den 9. marts 2027")
    assert "Fristen for svar er ikke udløbet" in await says(nord, "send tillægsdagsorden uden godkendelse")
    await nord.at("2027-03-10T08:00")
    await nord.hears(SECRETARIAT, "Fristen for svar på tillægsdagsordenen")
    ready = await nord.says(SECRETARIAT, "tillægsdagsorden", PERSONAL)
    sent = await nord.clicks(SECRETARIAT, ready, "Send uden godkendelse")
    assert "er sendt uden svar fra" in said(sent.card), said(sent.card)
    await nord.sees("Tillægsdagsorden", "Der er tilføjet 1 punkt", "4\\. Lukket punkt", "Tilføjet efter udsendelsen.")
    assert SECRET in await says(nord, "dagsorden", SECRETARIAT)
    assert not in_channel(nord, SECRET)

    # a cancelled meeting takes nothing any more
    form = await nord.says(SECRETARIAT, "tillægsdagsorden", PERSONAL)
    cancelling = await nord.says(SECRETARIAT, "aflys møde", PERSONAL)
    await nord.clicks(SECRETARIAT, cancelling, "Aflys mødet")
    late = {"Overskrift til et nyt punkt": "For sent", "Begrundelse": "Haster"}
    answer = await nord.clicks(SECRETARIAT, form, "Tilføj punkt", late)
    assert "aflyst" in (answer.text or ""), answer  # the form stays in hand
