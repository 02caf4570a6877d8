"""One meeting of each kind of body, from the proposal to the minutes, with everybody who may come and who may not."""

from dataclasses import dataclass

from bot.local.board import Message, words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.forging import STRANGER, said
from tests.harness.seeds import OpenSeed, choosing
from tests.harness.steps import VISITS, told

GUEST = "Anna Hansen, KL"


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Who does what at the meeting; `nobody` has a seat and none of these rights."""

    serving: str
    proposer: str
    nobody: str
    away: str
    instead: str
    instead_name: str
    hosting: str  # who may invite a guest
    owner: str  # what owes the task
    reminded: str  # whom it is reminded of
    day: str
    sent: str  # when the agenda leaves
    held: str
    where: str | None = PERSONAL  # those of other tenants write the minutes in the channel


async def refused(stage: Stage, person: str, said_words: str) -> None:
    """A sentence that is nobody else's to say is answered with why not."""
    answer = words(await stage.says(person, said_words))
    assert any(each in answer for each in ("ikke rettigheder", "Kun ", "så det er sekretariatet")), (said_words, answer)


async def prepared(stage: Stage, cast: Cast) -> None:
    """Proposed, taken up, somebody away with a substitute, and a guest invited."""
    for person in (cast.reminded, cast.instead):
        await stage.says(person, "hjælp", PERSONAL)
    form = await stage.says(cast.proposer, "foreslå")
    await stage.clicks(cast.proposer, form, "Send forslag", VISITS)
    await stage.sees("Mødet den", str(VISITS["Overskrift"]))
    await refused(stage, cast.nobody, "optag 1")
    assert "ptaget" in words(await stage.says(cast.serving, "optag 1"))
    await refused(stage, cast.nobody, f"meld afbud for {stage.file.forum.person(cast.serving).name}")
    absent = words(await stage.says(cast.away, f"meld afbud: {cast.instead_name} kommer i stedet"))
    assert f"{cast.instead_name} er meldt som suppleant." in absent
    await told(stage, cast.instead, "du er meldt som suppleant")
    assert "er inviteret" in words(await stage.says(cast.hosting, f"invitér gæst: {GUEST}"))
    coming = words(await stage.says(cast.proposer, "hvem kommer"))
    assert f"{cast.instead_name} som stedfortræder for" in coming
    assert f"Gæster · {GUEST}" in coming
    assert GUEST in words(await stage.says(cast.proposer, "sammensætning"))


async def minuted(stage: Stage, cast: Cast) -> None:
    """Held and minuted with a task, which its owner alone is reminded of and does."""
    await stage.at(cast.held)
    await refused(stage, cast.nobody, "beslutning 2: Godkendt.")
    writing = await stage.says(cast.serving, "beslutning 2", cast.where)
    task = {"Udfald": "Godkendt", "Opgave": "Skriv til byrådet", "Ansvarlig": cast.owner, "Frist": "1/12/2027"}
    assert "Opgave 1/2027" in said((await stage.clicks(cast.serving, writing, "Opret opgave", task)).card)
    await refused(stage, cast.nobody, "send referat")
    await stage.says(cast.serving, "send referat", cast.where)
    await stage.sees(f"Referat fra mødet den {cast.day}", "Opgave 1/2027: Skriv til byrådet")
    await refused(stage, cast.nobody, "opgave 1 udført")
    await stage.at("2027-11-30T08:00")
    reminder = await told(stage, cast.reminded, "Påmindelse om opgave", "1. december 2027")
    assert "er markeret som udført" in said((await stage.clicks(cast.reminded, reminder, "Markér som udført")).card)


async def refused_as_stranger(stage: Stage, sentence: str) -> None:
    """Neither does a guest, whoever they are."""
    asked = await stage.teams.visitor.says(STRANGER, sentence, stage.channel.id)
    answer = await stage.teams.board.wait_for(lambda each: each.activity.get("replyToId") == asked.id)
    assert "ikke registreret som medlem" in words(answer)


async def sent_by_hand(stage: Stage, cast: Cast) -> Message:
    """Nobody approves and no day is set: whoever serves sends the agenda."""
    await stage.at(cast.sent)
    await refused(stage, cast.nobody, "send dagsorden ud")
    await stage.says(cast.serving, "send dagsorden ud")
    return await stage.sees(f"Dagsorden til mødet den {cast.day}", f"Gæster · {GUEST}")


async def test_a_political_cluster_that_approves_and_clears_its_agenda(open_seed: OpenSeed) -> None:
    cast = Cast(
        serving="sekretariat-kommuner",
        proposer="formand-laesoe",
        nobody="naestformand-frederikshavn",
        away="formand-kommunal",
        instead="koordinator-hjoerring",
        instead_name="Klyngekoordinator (Hjørring)",
        hosting="formand-broenderslev",
        owner="Hjørring Kommune",
        reminded="koordinator-hjoerring",
        day="16. marts 2027",
        sent="2027-03-09T08:00",
        held="2027-03-16T20:00",
    )
    async with open_seed(choosing("politisk-klynge-nord", gp_organisation="by_agenda")) as nord:
        await prepared(nord, cast)
        await nord.at("2027-03-02T09:00")
        await refused(nord, cast.nobody, "send dagsorden til godkendelse")
        await nord.says(cast.serving, "send dagsorden til godkendelse")
        request = await nord.sees("Godkendelse af dagsorden", "0 af 2 har svaret")
        await refused(nord, cast.nobody, "godkend")
        await refused_as_stranger(nord, "godkend")
        await refused(nord, cast.nobody, "afklaret")
        await nord.says("koordinator-region", "afklaret")
        await nord.clicks(cast.instead, request, "Godkend")
        await nord.says("formand-regional", "godkend")
        await nord.sees(
            "Godkendelse af dagsorden",
            "Klyngekoordinator (Hjørring) (administrativ) som stedfortræder for Formand (Hjørring): godkendt",
            "Region Nordjylland: Afklaret",
            "er godkendt",
        )
        await nord.at(cast.sent)
        await nord.sees(f"Dagsorden til mødet den {cast.day}", f"Gæster · {GUEST}")
        await refused(nord, cast.nobody, "plo: begge")
        await nord.clicks(
            cast.serving, await told(nord, cast.serving, "Hvem repræsenterer PLO på mødet"), "PLO-kommunal"
        )
        assert "PLO · PLO-kommunal" in words(await nord.says(cast.proposer, "hvem kommer"))
        await minuted(nord, cast)


async def test_a_steering_group_whose_secretariat_sends_its_agenda_by_hand(open_seed: OpenSeed) -> None:
    cast = Cast(
        serving="sekretariat-region",
        proposer="direktoer-mariagerfjord",
        nobody="direktoer-psykiatrien",
        away="direktoer-rebild",
        instead="chef-rebild",
        instead_name="Sundhedschef (Rebild)",
        hosting="sekretariat-kommuner",
        owner="Direktør (Mariagerfjord)",
        reminded="direktoer-mariagerfjord",
        day="14. september 2027",
        sent="2027-09-01T09:00",
        held="2027-09-14T16:00",
        where=None,
    )
    async with open_seed("klyngestyregruppe-syd", "2027-08-09T09:00") as group:
        await refused(group, cast.nobody, f"invitér gæst: {GUEST}")
        await prepared(group, cast)
        await sent_by_hand(group, cast)
        await minuted(group, cast)


async def test_a_municipal_cluster_with_two_chairs(open_seed: OpenSeed) -> None:
    cast = Cast(
        serving="sekretariat",
        proposer="sundhedschef-frederiksberg",
        nobody="centerchef-koebenhavn",
        away="sundhedschef-koebenhavn",
        instead="centerchef-koebenhavn",
        instead_name="Centerchef (København)",
        hosting="sekretariat",
        owner="Frederiksberg Kommune",
        reminded="sundhedschef-frederiksberg",
        day="21. september 2027",
        sent="2027-09-07T09:00",
        held="2027-09-21T12:00",
    )
    async with open_seed("kommuneklynge-byen", "2027-08-09T09:00") as cluster:
        await prepared(cluster, cast)
        assert "Uden deltager med mandat: Ingen" in words(await cluster.says(cast.nobody, "sammensætning"))
        await sent_by_hand(cluster, cast)
        await minuted(cluster, cast)


async def test_a_municipal_cluster_whose_chair_serves_it(open_seed: OpenSeed) -> None:
    cast = Cast(
        serving="sundhedschef-hvidovre",
        proposer="sundhedschef-hvidovre",
        nobody="sundhedschef-ishoej-vallensbaek",
        away="sundhedschef-ishoej-vallensbaek",
        instead="sundhedschef-hvidovre",
        instead_name="Sundhedschef (Hvidovre)",
        hosting="sundhedschef-hvidovre",
        owner="Hvidovre Kommune",
        reminded="sundhedschef-hvidovre",
        day="15. juni 2027",
        sent="2027-06-01T09:00",
        held="2027-06-15T12:00",
    )
    async with open_seed("kommuneklynge-syd", "2027-05-10T09:00") as cluster:
        await prepared(cluster, cast)
        lacking = "Uden deltager med mandat: Ishøj Kommune og Vallensbæk Kommune"  # nobody gave one away
        assert lacking in words(await cluster.says(cast.proposer, "hvem kommer"))
        await sent_by_hand(cluster, cast)
        await minuted(cluster, cast)
