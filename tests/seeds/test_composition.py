"""Who takes part, rule by rule, on the charter that has the rule and seen from outside."""

from dataclasses import replace
from datetime import date

from bot.charters.forum_file import ForumFile, parse_forum_file
from bot.domain.composition.mandate import without_mandate
from bot.domain.composition.state import StandIn
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.provision import Provision
from bot.local.board import words
from bot.local.demo.forums import file_of
from bot.local.demo.stage import Stage
from bot.usecases.applying import apply_file
from cards.forum.remarks import sentence
from storage import audit
from storage.database import Database
from tests.conftest import NewDatabase
from tests.harness.breaking import writes
from tests.harness.charters import saying
from tests.harness.forging import STRANGER
from tests.harness.klynge_nord import local
from tests.harness.seeds import OpenSeed

NOW = local("2027-01-11T09:00")
DAY = date(2027, 3, 9)
MUNICIPAL, STEERING, POLITICAL = "kommuneklynge-nord", "klyngestyregruppe-nord", "politisk-klynge-nord"
NO_CHAIR = "Der skal udpeges en formand eller et formandskab."


def variant(name: str, *changes: tuple[str, str]) -> ForumFile:
    """The forum that ships, with these parts of its file replaced."""
    text = file_of(name).read_text("utf-8")
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after)
    return parse_forum_file(text, f"{name}.yaml", file_of(name).parent)


def line_of(name: str, part: str) -> str:
    """The one line of the forum's file that has this part."""
    found = [line for line in file_of(name).read_text("utf-8").splitlines(keepends=True) if part in line]
    assert len(found) == 1, found
    return found[0]


async def remarks(new_database: NewDatabase, file: ForumFile) -> list[str]:
    """What is remarked on at `forum apply`."""
    database = Database(new_database("sqlite"))
    try:
        applied = await apply_file(database, NOW, file)
        return [sentence(each, applied.forum) for each in applied.remarks]
    finally:
        await database.close()


async def composition(stage: Stage, person: str) -> str:
    """What that person is shown in the channel."""
    return words(await stage.says(person, "sammensætning"))


async def logged(stage: Stage, what: str) -> list[dict[str, object]]:
    async with stage.service.database.reading() as conn:
        entries = [each async for each in audit.entries(conn, stage.file.forum.id)]
    return [{"actor": each.actor, **each.facts} for each in entries if each.what == what]


async def test_b6_a_person_for_several_municipalities_counts_for_each_where_the_charter_means_this_body(
    open_seed: OpenSeed,
) -> None:
    seat = line_of(MUNICIPAL, "person: sundhedschef-helsingoer, organisation: helsingoer")
    both = seat.replace("mandate: true}", "mandate: true, represents: [fredensborg]}")
    alone = line_of(MUNICIPAL, "person: sundhedschef-fredensborg, organisation")
    file = variant(MUNICIPAL, (seat, both), (alone, ""))
    async with open_seed(file) as cluster:
        told = await composition(cluster, "sundhedschef-hilleroed")
    assert "også for Fredensborg Kommune i andre fora" in told  # here everybody stands for one municipality
    assert "Uden deltager med mandat: Fredensborg Kommune" in told
    here = saying(file.forum.charter, composition__representation=Provision("several-municipalities", "flere"))
    assert without_mandate(file.forum, DAY) == ("fredensborg",)
    assert without_mandate(replace(file.forum, charter=here), DAY) == ()


async def test_b19_a_cluster_without_a_chair_is_told_to_name_one(
    open_seed: OpenSeed, new_database: NewDatabase
) -> None:
    file = variant(MUNICIPAL, (line_of(MUNICIPAL, "  chairmanship:"), ""))
    told = await remarks(new_database, file)
    assert [each for each in told if each.startswith(f"{NO_CHAIR} Kommissoriet: »Der skal udpeges")]
    async with open_seed(file) as cluster:
        shown = await composition(cluster, "sundhedschef-hilleroed")
        assert f"Formandskab · {NO_CHAIR}" in shown
        meetings = words(await cluster.says("sundhedschef-hilleroed", "møder"))
        assert f"Mødeleder · {NO_CHAIR}" in meetings
        assert "Mødeleder · Ikke fastsat" not in meetings
        assert f"Mødeleder · {NO_CHAIR}" in words(await cluster.says("sundhedschef-hilleroed", "kontakt"))


async def test_b20_a_chair_outside_the_officials_committee_needs_a_named_tie_to_it(
    open_seed: OpenSeed, new_database: NewDatabase
) -> None:
    async with open_seed(MUNICIPAL) as cluster:
        tie = "Forbindelse til Embedsmandsudvalget for Sundhed · Sundhedschef (Fredensborg)"
        assert tie in await composition(cluster, "sekretariat")
        assert tie in words(await cluster.says("sekretariat", "kontakt"))
    async with open_seed("kommuneklynge-midt") as cluster:  # whose chair sits there
        told = await composition(cluster, "sundhedschef-gladsaxe")
        assert "Forbindelse til Embedsmandsudvalget for Sundhed · Sundhedschef (Gladsaxe)" in told
    without = variant(MUNICIPAL, (line_of(MUNICIPAL, "  liaison:"), ""))
    missed = "Ingen formand sidder i Embedsmandsudvalget for Sundhed, og ingen er angivet som forbindelse dertil: "
    assert f"{missed}»hvis ikke, sikres tæt konneks til repræsentanten«" in await remarks(new_database, without)


async def test_b21_the_chair_is_the_way_into_the_cluster_for_members_and_for_strangers(open_seed: OpenSeed) -> None:
    async with open_seed(MUNICIPAL) as cluster:
        told = words(await cluster.says("suppleant-helsingoer", "kontakt"))
        assert "»Formanden er indgangen til kommuneklyngen.«" in told
        assert told.index("Sundhedschef (Hillerød)") < told.index("Klyngesekretær (Hillerød)")
        refused = words(await writes(cluster, STRANGER, "kontakt", cluster.channel.id))
    assert "henvend dig til Sundhedschef (Hillerød)" in refused


async def test_b22_a_region_among_the_municipalities_is_named(open_seed: OpenSeed, new_database: NewDatabase) -> None:
    last = "  - {id: fredensborg, name: Fredensborg Kommune, kind: municipality}\n"
    file = variant(MUNICIPAL, (last, f"{last}  - {{id: region, name: Region Hovedstaden, kind: region}}\n"))
    told = "Region Hovedstaden er med i forummet, men kan efter kommissoriet ikke være medlem"
    assert [each for each in await remarks(new_database, file) if each.startswith(told)]
    async with open_seed(file) as cluster:
        assert told in await composition(cluster, "sekretariat")


async def test_b23_a_municipality_without_a_mandate_is_named_until_it_is_confirmed(open_seed: OpenSeed) -> None:
    seat = line_of(MUNICIPAL, "person: sundhedschef-fredensborg, organisation")
    async with open_seed(variant(MUNICIPAL, (seat, seat.replace(", mandate: true", "")))) as cluster:
        assert "Uden deltager med mandat: Fredensborg Kommune" in await composition(cluster, "sekretariat")
        card = await cluster.says("sundhedschef-fredensborg", "sammensætning")
        done = await cluster.clicks("sundhedschef-fredensborg", card, "Bekræft mandat")
        assert "kan træffe beslutninger for Fredensborg Kommune" in str(done.card)
        assert "Uden deltager med mandat: Ingen" in await composition(cluster, "sekretariat")
        assert "Bekræftelsen er trukket" in words(await cluster.says("sundhedschef-fredensborg", "fortryd mandat"))
        assert "Uden deltager med mandat: Fredensborg Kommune" in await composition(cluster, "sekretariat")
        told = words(await cluster.says("sekretariat", "bekræft mandat for Sundhedschef (Fredensborg), 4/1"))
        assert "bekræftet den 4. januar 2027" in told
        assert "Uden deltager med mandat: Ingen" in await composition(cluster, "sekretariat")
        assert "Kun sekretariatet" in words(
            await cluster.says("sundhedschef-hilleroed", "bekræft mandat for Sundhedschef (Fredensborg)")
        )
        first, second = await logged(cluster, "composition.mandate_confirmed")
        assert (first["actor"], second["actor"]) == ("sundhedschef-fredensborg", "sekretariat")
        assert (second["person"], second["confirmed"]) == ("sundhedschef-fredensborg", "2027-01-04")


async def test_b24_a_substitute_has_no_mandate_unless_it_is_said_or_the_cluster_chose_so(open_seed: OpenSeed) -> None:
    file = variant(MUNICIPAL)
    async with open_seed(file) as cluster:
        told = await composition(cluster, "sekretariat")
    assert "Krav til sammensætningen i øvrigt · Kommissoriet: »Den enkelte kommuneklynge fastlægger krav" in told
    assert "Suppleanter · Kommissoriet: »(herunder suppleanter mv.)« Suppleanten har kun mandat, når det er" in told
    absent, stands_in = "sundhedschef-helsingoer", "suppleant-helsingoer"

    def lacking(forum: Forum, *, ticked: bool) -> tuple[str, ...] | None:
        stand_ins = (StandIn(absent=absent, person=stands_in, has_mandate=ticked),)
        return without_mandate(forum, DAY, absent={absent}, stand_ins=stand_ins)

    assert lacking(file.forum, ticked=False) == ("helsingoer",)
    assert lacking(file.forum, ticked=True) == ()
    chosen = "choices:\n  substitute_mandate: {value: inherited, chosen_by: Kommuneklynge Nord, on: 2026-09-24}\n"
    assert lacking(variant(MUNICIPAL, ("choices:\n", chosen)).forum, ticked=False) == ()


async def test_c8_each_municipality_is_counted_and_its_offices_and_areas_are_told(open_seed: OpenSeed) -> None:
    async with open_seed("politisk-klynge-midt") as cluster:
        told = await composition(cluster, "udvalgsformand-aalborg")
    assert "Aalborg Kommune · 2 af 2–4 · Kommissoriet: »Repræsentation af udvalgsformænd/næstformænd" in told
    assert "Udvalgsformand, Den kommunale del af Sundhedskoordinationsudvalget og Sundhedsområdet" in told
    social = ("areas: [social]}", "areas: [beskaeftigelse]}")
    async with open_seed(variant("politisk-klynge-midt", social)) as cluster:
        told = await composition(cluster, "udvalgsformand-aalborg")
    assert told.count("Ingen fra: Socialområdet (evt. beskæftigelsesområdet)") == 2
    assert "Ingen fra: Beskæftigelsesområdet" not in told


async def test_c9_a_cluster_without_a_member_of_the_committee_has_one_attached_or_is_told(
    open_seed: OpenSeed, new_database: NewDatabase
) -> None:
    body = "Den kommunale del af Sundhedskoordinationsudvalget"
    async with open_seed("politisk-klynge-midt") as cluster:  # who sits there already counts once
        assert f"{body} · Udvalgsformand, sundhed (Aalborg)" in await composition(cluster, "formand-regional")
    async with open_seed("politisk-klynge-vest") as cluster:
        told = await composition(cluster, "udvalgsformand-thisted")
        assert f"{body} · Medlem af Sundhedskoordinationsudvalget (Aalborg) (tilknyttet)" in told
        assert "Aalborg Kommune" not in told  # and none of its own is counted or missed
    seat = line_of("politisk-klynge-vest", "attached: true")
    told_of = await remarks(new_database, variant("politisk-klynge-vest", (seat, "")))
    assert [each for each in told_of if each.startswith(f"Ingen i forummet sidder i {body}, og intet medlem derfra")]


async def test_c10_the_regions_politicians_are_counted_together(open_seed: OpenSeed) -> None:
    async with open_seed("politisk-klynge-vest") as cluster:
        told = await composition(cluster, "formand-regional")
    assert "Region Nordjylland · 3 af 3–4 · Kommissoriet: »Repræsentation fra den regionale del af" in told


async def test_c11_the_doctors_are_a_fixed_party_and_the_agenda_settles_which_of_them_comes(
    open_seed: OpenSeed, new_database: NewDatabase
) -> None:
    seat = line_of("politisk-klynge-syd", "person: laege, organisation")
    told = await remarks(new_database, variant("politisk-klynge-syd", (seat, "")))
    assert [each for each in told if each.startswith("PLO har ingen repræsentant: »Klynge Syd: Vesthimmerland")]
    by_agenda = ("gp_organisation: {value: plo-nordjylland", "gp_organisation: {value: by_agenda")
    async with open_seed(variant("politisk-klynge-syd", by_agenda)) as cluster:
        assert "PLO · Ikke oplyst for dette møde" in await composition(cluster, "formand-regional")
        asked = await cluster.says("sekretariat-kommuner", "hvem repræsenterer PLO")
        assert "PLO-Nordjylland · PLO-kommunal · Begge" in words(asked)
        refused = words(await cluster.says("formand-regional", "plo: begge"))
        assert "rettigheder" in refused
        assert "kommissoriet nævner" in words(await cluster.says("sekretariat-kommuner", "plo: PLO-Midtjylland"))
        await cluster.says("sekretariat-kommuner", "plo: begge")
        assert "PLO · PLO-Nordjylland og PLO-kommunal" in await composition(cluster, "formand-regional")


async def test_c12_a_party_brings_a_guest_for_the_agenda_and_where_the_charter_is_silent_only_the_secretariat_does(
    open_seed: OpenSeed,
) -> None:
    async with open_seed(POLITICAL) as cluster:
        await cluster.says("formand-laesoe", "invitér gæst: Anna Hansen, KL")
        assert "Gæster · Anna Hansen, KL" in words(await cluster.says("formand-kommunal", "dagsorden"))
        assert "Gæster · Anna Hansen, KL" in await composition(cluster, "formand-kommunal")
        await cluster.says("formand-kommunal", "træk gæst 1 tilbage")
        assert "Anna Hansen" in await composition(cluster, "formand-kommunal")
        await cluster.says("formand-laesoe", "træk gæst 1 tilbage")
        assert "Anna Hansen" not in await composition(cluster, "formand-kommunal")
    async with open_seed(STEERING) as group:
        told = words(await group.says("direktoer-hjoerring", "invitér gæst: Anna Hansen, KL"))
        assert "så det er sekretariatet, der inviterer" in told
        assert "er inviteret" in words(await group.says("sekretariat-kommuner", "invitér gæst: Anna Hansen, KL"))


async def test_c13_administrative_representatives_come_beside_and_are_remarked_on_as_leaders(
    open_seed: OpenSeed, new_database: NewDatabase
) -> None:
    async with open_seed("politisk-klynge-vest") as cluster:
        told = await composition(cluster, "formand-regional")
    assert "Administrative repræsentanter · Direktør (Morsø), Direktør (Thisted)" in told
    leader = ("meeting_leader: udvalgsformand-thisted", "meeting_leader: direktoer-thisted")
    told_of = await remarks(new_database, variant("politisk-klynge-vest", leader))
    assert [each for each in told_of if each.startswith("Direktør (Thisted) leder møder, men deltager efter")]


async def test_d1_who_shares_the_chairmanship_alone_is_named(open_seed: OpenSeed, new_database: NewDatabase) -> None:
    chairs = line_of(STEERING, "  chairmanship:")
    alone = chairs.replace("[direktoer-hjoerring, direktoer-regionshospital]", "[direktoer-hjoerring]")
    assert alone != chairs
    told = "Direktør (Hjørring) er alene om formandskabet. Kommissoriet: »Formandskab: Delt«"
    file = variant(STEERING, (chairs, alone))
    assert told in await remarks(new_database, file)
    async with open_seed(file) as group:
        assert told in await composition(group, "direktoer-laesoe")


async def test_d8_a_chef_supplements_and_fills_no_directors_seat(open_seed: OpenSeed) -> None:
    async with open_seed(STEERING) as group:
        told = await composition(group, "direktoer-laesoe")
    assert "Hjørring Kommune · 1 af 1" in told
    assert "Sundhedschef (Hjørring) · Chef · supplerer" in told
    director = line_of(STEERING, "person: direktoer-laesoe, organisation")
    chief = director.replace("seniority: direktoer", "seniority: chef")
    async with open_seed(variant(STEERING, (director, chief))) as group:
        told = await composition(group, "direktoer-laesoe")
    assert "Læsø Kommune · 0 af 1" in told
    assert "Læsø Kommune: ingen repræsentanter; kommissoriet siger 1" in told


async def test_d9_two_directors_from_one_municipality_and_none_from_another_are_both_named(
    open_seed: OpenSeed, new_database: NewDatabase
) -> None:
    director = line_of(STEERING, "person: direktoer-laesoe, organisation")
    file = variant(STEERING, (director, director.replace("organisation: laesoe", "organisation: hjoerring")))
    both = ("Hjørring Kommune: 2 repræsentanter; kommissoriet siger 1", "Læsø Kommune: ingen repræsentanter")
    told = await remarks(new_database, file)
    assert all(any(each.startswith(one) for each in told) for one in both)
    async with open_seed(file) as group:
        shown = await composition(group, "direktoer-hjoerring")
    assert all(one in shown for one in both)
    assert "Hjørring Kommune · 2 af 1" in shown
