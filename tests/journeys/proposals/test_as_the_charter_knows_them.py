"""Items from proposal to dispatch as three charters know them: steering group, political cluster, municipalities."""

from collections.abc import Iterator

from bot.local.board import Message, words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from tests.harness.seeds import OpenSeeds
from tests.harness.steps import told

MAYOR, COORDINATOR, LEADER = "udvalgsformand-jammerbugt", "koordinator-aalborg", "udvalgsformand-aalborg"
CLERK = "sekretariat-kommuner"
BY_RIGHT = "kan ifølge kommissoriet sætte emner på dagsordenen."


async def test_the_charter_settles_who_sets_an_item_and_who_lets_it_wait(open_seeds: OpenSeeds) -> None:
    async with open_seeds("klyngestyregruppe-nord", "politisk-klynge-midt", "kommuneklynge-nord") as stages:
        group, cluster, municipalities = stages
        await _a_director_proposes(group)
        await _a_partys_right_rests_on_its_basis(cluster)
        await _the_secretariat_only_asks(cluster)
        await _the_leader_lets_it_wait_and_the_sent_agenda_says_so(cluster)
        await _psychiatry_is_remarked(municipalities)


async def _a_director_proposes(group: Stage) -> None:
    form = await group.says("direktoer-laesoe", "foreslå: Ambulancer om natten")
    assert "Forslagsret: Ikke fastsat i kommissoriet" in words(form)
    await _send(group, "direktoer-laesoe", form, {"Princip": ["Lokalt samarbejde"]})
    await group.sees("Nyt forslag til dagsordenen", "Ambulancer om natten")


async def _a_partys_right_rests_on_its_basis(cluster: Stage) -> None:
    for number, (basis, has_right) in enumerate((("Andet", False), ("Sundhedsaftalens pejlemærker", True)), start=1):
        form = await cluster.says(COORDINATOR, f"foreslå: {basis}")
        await _send(cluster, COORDINATOR, form, {"Grundlag": basis, "På vegne af": "Aalborg Kommune"})
        assert (BY_RIGHT in words(await cluster.says(CLERK, f"forslag {number}"))) is has_right


async def _the_secretariat_only_asks(cluster: Stage) -> None:
    await _send(cluster, MAYOR, await cluster.says(MAYOR, "foreslå: Lægedækning"))
    await cluster.says(CLERK, "optag 3")
    draft = list(_lines(await cluster.says(CLERK, "dagsorden")))
    assert draft[:3] == ["1. Godkendelse af dagsorden", "2. Opfølgning på Sundhedsaftalen", "3. Lægedækning"]
    refused = words(await cluster.says(CLERK, "udskyd 3: Mødet er fuldt.", PERSONAL))
    assert "Kun mødelederen (Udvalgsformand, sundhed (Aalborg))" in refused
    asked = await told(cluster, LEADER, "om forslag nr. 3 »Lægedækning« kan udskydes", "Mødet er fuldt.")
    await cluster.clicks(LEADER, asked, "Skal på")
    await told(cluster, CLERK, "Skal på", "Udvalgsformand, sundhed (Aalborg) har svaret.")
    refused = words(await cluster.says(CLERK, "fjern punkt 3: Mødet er stadig fuldt."))
    assert "Kun mødelederen (Udvalgsformand, sundhed (Aalborg))" in refused
    assert "3. Lægedækning" in list(_lines(await cluster.says(CLERK, "dagsorden")))


async def _the_leader_lets_it_wait_and_the_sent_agenda_says_so(cluster: Stage) -> None:
    asked = await told(cluster, LEADER, "»Lægedækning« kan udskydes", "Mødet er stadig fuldt.")
    await cluster.clicks(LEADER, asked, "Kan udskydes")
    by = "mødelederen (Udvalgsformand, sundhed (Aalborg))"
    await told(cluster, MAYOR, "»Lægedækning« er udskudt", "Mødet er stadig fuldt.", f"Besluttet af {by}.")
    assert "3. Lægedækning" not in list(_lines(await cluster.says(CLERK, "dagsorden")))
    await cluster.at("2027-04-06T08:00")
    sent = await cluster.sees("Dagsorden til mødet den 13. april 2027")
    assert "Forslag, der ikke er sat på dagsordenen" in words(sent)
    why = f"udsat til et senere møde, besluttet af {by}: Mødet er stadig fuldt."
    assert f"Nr. 3 »Lægedækning«: {why}" in words(sent)
    assert "Nr. 2 »Sundhedsaftalens pejlemærker«: endnu ikke behandlet" in words(sent)


async def _psychiatry_is_remarked(municipalities: Stage) -> None:
    form = await municipalities.says("sundhedschef-hilleroed", "foreslå: Unge i psykiatrien")
    answer = await _send(municipalities, "sundhedschef-hilleroed", form)
    assert "modtaget som nr. 1" in answer
    assert "Bemærk: Forslaget handler om psykiatri" in answer


async def _send(stage: Stage, person: str, form: Message, fields: dict[str, Value] | None = None) -> str:
    """Somebody sends the form with what must be filled in and no more than that; what they are answered."""
    usual: dict[str, Value] = {"Resumé": "Derfor.", "Forslag til indstilling": "Det indstilles, at sagen drøftes."}
    answer = await stage.clicks(person, form, "Send forslag", usual | (fields or {}))
    return str(answer.card)


def _lines(agenda: Message) -> Iterator[str]:
    """The items' numbers and titles."""
    every = words(agenda).replace("\\", "").split(" · ")
    return (each for each in every if each[:1].isdigit() and ". " in each[:4])
