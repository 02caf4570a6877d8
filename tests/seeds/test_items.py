"""Items as each charter knows them, seen from outside: what the form asks, who may set them, what every draft has."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.charters.forum_file import ForumFile
from bot.domain.kernel.forum import Choice
from bot.local.board import Message, words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from cards.html.walk import buttons
from tests.cards.checks import elements
from tests.harness.seeds import OpenSeed
from tests.harness.steps import told

CHIEF, CLERK_B = "sundhedschef-helsingoer", "sekretariat"  # of Kommuneklynge Nord
MAYOR, COORDINATOR, CLERK = "udvalgsformand-jammerbugt", "koordinator-aalborg", "sekretariat-kommuner"  # of Klynge Midt
DIRECTOR = "direktoer-hjoerring"  # of Klyngestyregruppe Nord
AKUT: dict[str, Value] = {
    "Overskrift": "Fælles akutteam",
    "Resumé": "Et fælles team døgnet rundt.",
    "Forslag til indstilling": "Det indstilles, at teamet drøftes.",
}
BY_RIGHT = "kan ifølge kommissoriet sætte emner på dagsordenen."


def choosing(name: str, **choices: Any) -> ForumFile:
    """The forum that ships, with choices of its own."""
    file = shipped(name)
    made = {key: Choice(value, file.forum.name, date(2026, 10, 1)) for key, value in choices.items()}
    return replace(file, forum=replace(file.forum, choices={**file.forum.choices, **made}))


async def propose(stage: Stage, person: str, **fields: Value) -> str:
    """Somebody proposes in the channel; what they are answered."""
    typed = AKUT | {name.replace("_", " "): value for name, value in fields.items()}
    answer = await stage.clicks(person, await stage.says(person, "foreslå"), "Send forslag", typed)
    assert answer.card is not None
    return said(answer.card)


def said(card: Any) -> str:
    """All that stands on a card."""
    return " ".join(str(each["text"]) for each in elements(card) if "text" in each)


def asked(form: Message) -> dict[str, list[str]]:
    """The form's labels, without how they are marked as optional, each with what may be chosen."""
    assert form.card is not None
    fields = [each for each in elements(form.card) if str(each["type"]).startswith("Input")]
    return {
        str(each["label"]).removesuffix(" (valgfrit)"): [str(one["title"]) for one in each.get("choices", ())]
        for each in fields
    }


async def agenda(stage: Stage, person: str) -> str:
    """The agenda as it reads in the channel."""
    return words(await stage.says(person, "dagsorden")).replace("\\", "")


async def test_b2_a_cluster_of_municipalities_names_its_topics_and_a_joint_position(open_seed: OpenSeed) -> None:
    async with open_seed("kommuneklynge-nord") as cluster:
        form = asked(await cluster.says(CHIEF, "foreslå"))
        assert form["Emne"][1:] == ["Sundhedsaftalen", "Praksisplan for almen praksis", "Fælleskommunale rammepapirer"]
        typed = {"Emne": "Praksisplan for almen praksis", "Fælles_kommunal_holdning": "Kommunerne vil det samme."}
        await propose(cluster, CHIEF, **typed)
        shown = words(await cluster.says(CLERK_B, "forslag 1"))
        assert "Praksisplan for almen praksis" in shown
        assert "Kommunerne vil det samme." in shown


async def test_b9_psychiatry_in_a_somatic_cluster_is_remarked_and_received(open_seed: OpenSeed) -> None:
    async with open_seed("kommuneklynge-nord") as cluster:
        answer = await propose(cluster, CHIEF, Overskrift="Unge i psykiatrien")
        assert "modtaget som nr. 1" in answer
        assert "Bemærk: Forslaget handler om psykiatri" in answer
        assert "Det fælles kommissorium omhandler samarbejdet på det somatiske område." in answer
        await told(cluster, CLERK_B, "Unge i psykiatrien", "Bemærk: Forslaget handler om psykiatri")
        marked = await propose(cluster, CHIEF, Overskrift="Overgange", Område=["Psykiatri"])
        assert "Bemærk: Forslaget handler om psykiatri" in marked
        assert "Bemærk" not in await propose(cluster, CHIEF, Overskrift="Hofteoperationer", Område=["Somatik"])


async def test_b18_co_financing_is_offered_for_the_draft_until_the_cluster_phases_it_out(open_seed: OpenSeed) -> None:
    title = "Følge medfinansiering og indikatorer"
    async with open_seed("kommuneklynge-nord") as cluster:
        assert title not in await agenda(cluster, CLERK_B)
        editor = await cluster.says(CLERK_B, "ret dagsorden", PERSONAL)
        await cluster.clicks(CLERK_B, editor, f"Tilføj »{title}«")
        assert title in await agenda(cluster, CLERK_B)
        assert editor.card is not None
    phased_out = [{"title": title, "until": "2027-02-28"}, "Nyt fra udvalgene"]
    async with open_seed(choosing("kommuneklynge-midt", standing_items=phased_out)) as cluster:
        clerk = cluster.file.forum.seats[-1].person
        draft = await agenda(cluster, clerk)
        assert "Nyt fra udvalgene" in draft
        assert (title in draft) is (cluster.file.forum.meetings[0].day <= date(2027, 2, 28))


async def test_b26_what_an_agenda_must_hold_is_the_clusters_own_choice(open_seed: OpenSeed) -> None:
    own = choosing("kommuneklynge-nord", fixed_items=["approve_agenda"], standing_items=["Nyt fra Samordningsudvalget"])
    async with open_seed(own) as cluster:
        draft = await agenda(cluster, CLERK_B)
        assert draft.index("1. Godkendelse af dagsorden") < draft.index("2. Nyt fra Samordningsudvalget")
        assert "Eventuelt" not in draft
        await cluster.says(CLERK_B, "tilføj punkt: Akutteam")
        assert "3. Akutteam" in await agenda(cluster, CLERK_B)
        editor = words(await cluster.says(CLERK_B, "ret dagsorden", PERSONAL))
        assert "Den enkelte kommuneklynge fastlægger eventuelle krav til dagsorden." in editor


async def test_c4_the_council_and_local_politicians_set_items_and_the_secretariat_may_only_ask(
    open_seed: OpenSeed,
) -> None:
    async with open_seed("politisk-klynge-midt") as cluster:
        await propose(cluster, CLERK, På_vegne_af="Sundhedskoordinationsudvalget", Overskrift="Årets mål")
        council = await cluster.says("sekretariat-region", "forslag 1")
        assert f"Sundhedskoordinationsudvalget {BY_RIGHT}" in words(council)
        await propose(cluster, MAYOR)
        opened = await cluster.says(CLERK, "forslag 2", PERSONAL)
        assert f"Lokale politikere {BY_RIGHT}" in words(opened)
        assert opened.card is not None
        decided = {each.title for each in buttons(opened.card)} - {"Ret forslaget", "Læs hele forslaget"}
        assert decided == {"Optag på dagsordenen", "Bed om uddybning", "Spørg mødelederen"}


async def test_c4_where_nobody_leads_the_secretariat_hears_whom_to_ask(open_seed: OpenSeed) -> None:
    file = shipped("politisk-klynge-midt")
    leaderless = tuple(replace(each, meeting_leader=None) for each in file.forum.organisations)
    async with open_seed(replace(file, forum=replace(file.forum, organisations=leaderless))) as cluster:
        await propose(cluster, MAYOR)
        await cluster.says(CLERK, "optag 1")
        for command in ("udskyd 1: Mødet er fuldt.", "sæt ikke på 1: Nej.", "fjern punkt 3"):
            assert "Spørg Aalborg Kommune." in words(await cluster.says(CLERK, command, PERSONAL)), command
        assert "3. Fælles akutteam" in await agenda(cluster, CLERK)


async def test_c4_of_two_who_lead_the_first_answer_counts_and_the_other_is_told(open_seed: OpenSeed) -> None:
    async with open_seed(_with_shared_chair()) as cluster:
        first, second = "udvalgsformand-aalborg", "formand-regional"
        await propose(cluster, MAYOR)
        await cluster.says(CLERK, "udskyd 1: Mødet er fuldt.", PERSONAL)
        asked_first = await told(cluster, first, "kan udskydes", "Mødet er fuldt.")
        asked_second = await cluster.sees("Sekretariatet spørger", "kan udskydes")  # of another tenant
        await cluster.clicks(first, asked_first, "Skal på")
        assert "Fælles akutteam" in await agenda(cluster, CLERK)
        answered = await cluster.sees("Udvalgsformand, sundhed (Aalborg) har svaret »Skal på« om forslag nr. 1")
        assert answered.id == asked_second.id
        late = await cluster.says(second, "forslag 1 kan udskydes")
        assert "Udvalgsformand, sundhed (Aalborg) har allerede svaret »Skal på«" in words(late)


async def test_c5_the_guideposts_are_topics_that_stand_on_the_agenda(open_seed: OpenSeed) -> None:
    async with open_seed("politisk-klynge-midt") as cluster:
        await propose(cluster, MAYOR, Emne="Sundhedsaftalens pejlemærker")
        await cluster.says(CLERK, "optag 1")
        assert "Emne: Sundhedsaftalens pejlemærker" in words(await cluster.says(CLERK, "punkt 3", PERSONAL))


async def test_c6_an_item_may_name_its_purpose_and_need_not(open_seed: OpenSeed) -> None:
    async with open_seed("politisk-klynge-midt") as cluster:
        form = asked(await cluster.says(MAYOR, "foreslå"))
        assert {"Dialog", "Inspiration", "Udvikling", "Opfølgning"} <= set(form["Formål"])
        await propose(cluster, MAYOR, Formål="Inspiration")
        await propose(cluster, MAYOR, Overskrift="Uden formål")
        assert "Inspiration" in words(await cluster.says(CLERK, "forslag 1"))
        assert "Formål" not in words(await cluster.says(CLERK, "forslag 2"))


async def test_c16_the_primary_focus_opens_every_draft_unless_the_cluster_chose_otherwise(open_seed: OpenSeed) -> None:
    async with open_seed("politisk-klynge-midt") as cluster:
        await propose(cluster, MAYOR)
        await cluster.says(CLERK, "optag 1")
        draft = await agenda(cluster, CLERK)
        assert draft.index("2. Opfølgning på Sundhedsaftalen") < draft.index("3. Fælles akutteam")
    async with open_seed(choosing("politisk-klynge-syd", primary_focus_item=False)) as cluster:
        draft = await agenda(cluster, cluster.file.forum.seats[0].person)
        assert "Eventuelt" in draft
        assert "Opfølgning på Sundhedsaftalen" not in draft


async def test_c17_the_interplay_with_local_policy_is_asked_for_and_shown(open_seed: OpenSeed) -> None:
    async with open_seed("politisk-klynge-midt") as cluster:
        await propose(cluster, MAYOR, **{"Lokal politik/strategi": "Aalborgs ældrestrategi 2027."})
        assert "Lokal politik/strategi: Aalborgs ældrestrategi 2027." in _facts(await cluster.says(CLERK, "forslag 1"))
        form = await cluster.says(MAYOR, "ret forslag 1", PERSONAL)
        await cluster.clicks(MAYOR, form, "Gem ændringerne", {"Lokal politik/strategi": "Aalborgs sundhedspolitik."})
        assert "Aalborgs sundhedspolitik." in words(await cluster.says(CLERK, "forslag 1"))


async def test_c18_a_local_issue_is_open_to_all_and_gives_a_party_no_right(open_seed: OpenSeed) -> None:
    basis = "Lokal sundhedspolitisk problemstilling"
    async with open_seed("politisk-klynge-midt") as cluster:
        local: dict[str, Value] = {"Grundlag": basis, "På_vegne_af": "Aalborg Kommune"}
        assert "modtaget som nr. 1" in await propose(cluster, COORDINATOR, **local)
        shown = words(await cluster.says(CLERK, "forslag 1"))
        assert basis in shown
        assert BY_RIGHT not in shown


async def test_c19_a_partys_right_rests_on_the_three_bases_alone(open_seed: OpenSeed) -> None:
    async with open_seed("politisk-klynge-midt") as cluster:
        bases = asked(await cluster.says(COORDINATOR, "foreslå"))["Grundlag"]
        assert bases[-1] == "Andet"
        await propose(cluster, COORDINATOR, Grundlag="Andet", På_vegne_af="Aalborg Kommune")
        assert BY_RIGHT not in words(await cluster.says(CLERK, "forslag 1"))
        for number, basis in enumerate(bases[:3], start=2):
            await propose(cluster, COORDINATOR, Grundlag=basis, På_vegne_af="Aalborg Kommune")
            assert f"Parterne {BY_RIGHT}" in words(await cluster.says(CLERK, f"forslag {number}")), basis
        await propose(cluster, CLERK, Grundlag="Implementeringsplanen", På_vegne_af="Klyngestyregruppen")
        assert BY_RIGHT not in words(await cluster.says(CLERK, "forslag 5"))


async def test_d5_an_item_names_its_principles_and_how_patients_are_involved(open_seed: OpenSeed) -> None:
    async with open_seed("klyngestyregruppe-nord") as group:
        form = asked(await group.says(DIRECTOR, "foreslå"))
        assert len(form["Princip"]) == 9
        assert form["Område"] == ["Somatik", "Psykiatri"]
        involved: dict[str, Value] = {"Inddragelse af patienter og pårørende": "Patientrådet har set forslaget."}
        await propose(group, DIRECTOR, Princip=["Almen praksis", "Fælles ledelse"], Område=["Psykiatri"], **involved)
        shown = _facts(await group.says(CLERK, "forslag 1"))
        assert "Princip: Almen praksis og Fælles ledelse" in shown
        assert "Inddragelse af patienter og pårørende: Patientrådet har set forslaget." in shown
        assert "Bemærk" not in await propose(group, DIRECTOR, Overskrift="Uden noget af det")


async def test_d13_an_item_is_marked_as_a_local_challenge(open_seed: OpenSeed) -> None:
    async with open_seed("klyngestyregruppe-nord") as group:
        await propose(group, DIRECTOR, Kategori=True)
        assert "Kategori: Lokal udfordring" in _facts(await group.says(CLERK, "forslag 1"))
    async with open_seed("politisk-klynge-midt") as cluster:
        assert "Kategori" not in asked(await cluster.says(MAYOR, "foreslå"))


async def test_d23_where_nobody_settled_it_every_seat_proposes_and_the_form_says_so(open_seed: OpenSeed) -> None:
    async with open_seed("klyngestyregruppe-nord") as group:
        form = await group.says(DIRECTOR, "foreslå")
        assert "Forslagsret: Ikke fastsat i kommissoriet" in words(form)
        assert "modtaget som nr. 1" in await propose(group, DIRECTOR)


def _with_shared_chair() -> ForumFile:
    """Klynge Midt, had its charter a chairmanship of two in place of a host who leads."""
    file = choosing("politisk-klynge-midt", chairmanship=["udvalgsformand-aalborg", "formand-regional"])
    [version] = file.forum.versions
    chair = replace(version.charter.chair, model=replace(version.charter.chair.model, value="shared"))
    charter = replace(version.charter, chair=chair)
    shared = replace(version, charter=charter, text=version.text.replace("host_leads", "shared"))
    return replace(file, forum=replace(file.forum, charter=charter, versions=(shared,)))


def _facts(card: Message) -> str:
    """The names and values that stand on a card."""
    assert card.card is not None
    sets = [each["facts"] for each in elements(card.card) if each.get("type") == "FactSet"]
    return "\n".join(f"{each['title']}: {each['value']}" for every in sets for each in every)
