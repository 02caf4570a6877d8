"""»Om forummet«, rule by rule: what a forum is by its charter, and what it may choose where that is silent."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.domain.forum.passages import passages
from bot.domain.forum.places import places
from bot.domain.kernel.forum import Choice, Forum, Version
from bot.domain.kernel.provision import Named
from bot.local.board import words
from bot.local.demo.forums import file_of, shipped
from bot.local.directory import PERSONAL
from cards.forum.about import about
from cards.forum.choices import choices
from cards.forum.provisions import provisions
from cards.forum.region import named
from cards.kit.elements import Card
from storage import audit
from tests.cards.checks import check, elements, texts
from tests.cli.conftest import Klyngebot, change, drop
from tests.cli.conftest import klyngebot as klyngebot
from tests.harness.charters import saying
from tests.harness.seeds import OpenSeed, OpenSeeds

TODAY = date(2027, 1, 11)
POLITICAL, STEERING, MUNICIPAL = "politisk-klynge-nord", "klyngestyregruppe-nord", "kommuneklynge-nord"
KOSU = "overlays:\n  - {charter: kosu-2022, chosen_by: Klyngen, on: 2026-10-06}\n"


def lines(card: Card) -> Iterator[str]:
    """What stands on the card, text by text, names and values of facts in one."""
    check(card)
    for each in elements(card.content):
        if each["type"] == "TextBlock":
            yield from str(each["text"]).replace("\\", "").splitlines()
        if each["type"] == "FactSet":
            yield from (f"{fact['title']}: {fact['value']}".replace("\\", "") for fact in each["facts"])


def told(forum: str | Forum) -> list[str]:
    """What »Om forummet« says of the forum."""
    found = shipped(forum).forum if isinstance(forum, str) else forum
    return list(lines(about(found, TODAY, writes=False)))


def applied(klyngebot: Klyngebot, tmp_path: Path, forum: str, *changes: tuple[str, str]) -> Path:
    """The forum's file with these texts in place of others."""
    file = tmp_path / f"{forum}.yaml"
    file.write_text(file_of(forum).read_text("utf-8"), "utf-8")
    for old, new in changes:
        change(file, old, new)
    return file


def test_a1_guidance_says_its_date_its_issuer_and_whom_to_turn_to_as_a_role() -> None:
    said = " ".join(told(POLITICAL))
    assert "vejledende principper fra KOSU, 26. september 2022." in said
    assert "Kontakt: kontaktperson hos KOSU." in said
    assert "@" not in said


def test_a3_the_issuer_agrees_on_its_principles_and_has_adopted_nothing() -> None:
    said = " ".join(told(POLITICAL))
    assert "KOSU er enige om principperne." in said
    assert "vedtaget" not in said


def test_a5_guidance_over_a_body_that_is_not_political_is_refused_in_its_own_words(
    klyngebot: Klyngebot, tmp_path: Path
) -> None:
    file = applied(klyngebot, tmp_path, STEERING, ("choices:\n", f"{KOSU}choices:\n"))
    refused = klyngebot("forum", "apply", str(file))
    assert "proces for politisk godkendelse af dagsordner i de politiske klynger" in refused.complaint


async def test_a6_one_municipality_departs_from_the_guidance_and_the_cluster_does_not(open_seed: OpenSeed) -> None:
    async with open_seed(POLITICAL) as nord:
        await nord.says(
            "sekretariat-kommuner",
            "ret valg principper Læsø: fraviger, besluttet af kommunalbestyrelsen på Læsø 3. januar 2027",
        )
        said = words(await nord.says("formand-laesoe", "om forummet"))
        assert "Fraviges af Læsø Kommune." in said
        assert "Godkendelse af dagsordenen: Godkendes. Besluttet af Politisk Klynge Nord" in said
        async with nord.service.database.reading() as conn:
            (entry,) = [each async for each in audit.entries(conn, POLITICAL) if each.what == "choice.changed"]
    assert (entry.told["choice"], entry.told["to"], entry.told["decided_on"]) == (
        "guidance/laesoe",
        "departs",
        "2027-01-03",
    )
    assert entry.words == {"decided_by": "kommunalbestyrelsen på Læsø"}


def test_a14_where_two_clusters_differ_is_listed(klyngebot: Klyngebot) -> None:
    for forum in (POLITICAL, "politisk-klynge-syd"):
        assert klyngebot("forum", "apply", str(file_of(forum))).code == 0
    found = klyngebot("forum", "compare", POLITICAL, "politisk-klynge-syd").lines
    assert (
        "Godkendelse af dagsordenen: Godkendes i Politisk Klynge Nord (Region Nordjylland), "
        "Ikke fastsat i kommissoriet i Politisk Klynge Syd (Region Nordjylland)"
    ) in found
    assert [line for line in found if line.startswith("Lagt over kommissoriet: Principper for politiske klynger")]
    assert [line for line in found if line.startswith("Organisationer, kommunerne: ") and "Vesthimmerland" in line]
    assert klyngebot("forum", "compare", POLITICAL, POLITICAL).lines == ["Ingen forskelle"]


def test_a18_kosu_recommends_some_and_only_supports_the_approval_and_demands_nothing() -> None:
    said = told(POLITICAL)
    recommended, supported = said.index("**KOSU anbefaler**"), said.index("**KOSU bakker overordnet op om**")
    assert any("at klyngerne vurderer" in line for line in said[recommended:supported])
    assert any("i så fald at afstemmer" in line for line in said[recommended:supported])
    assert any("godkendes eller afstemmes med klyngens politiske formandskab" in line for line in said[supported:])
    assert "krav" not in " ".join(said[recommended : said.index("Klyngens organisationer")]).casefold()


def test_b1_a_charter_with_a_date_and_no_adopter_says_both() -> None:
    said = told(MUNICIPAL)
    assert "Dato: 18. februar 2015" in said
    assert "Godkendt af: Godkendende instans er ikke angivet" in said


def test_b3_relations_are_ways_of_command_with_a_direction() -> None:
    said = told(MUNICIPAL)
    assert said[said.index("Kommandoveje") + 1 :][0].startswith("• Kommuneklynge Nord → Samordningsudvalget")
    assert any(line.startswith("• Strategisk Sundhedsforum → Klyngestyregruppe Nord") for line in told(STEERING))


def test_b4_each_relation_is_marked_as_across_municipalities_or_sectors() -> None:
    said = told(MUNICIPAL)
    assert "Samarbejde: tværkommunalt og tværsektorielt" in said
    assert [line for line in said if "→ DAS" in line and line.endswith("(tværsektorielt)")]
    assert [line for line in said if "→ KKR" in line and line.endswith("(tværkommunalt)")]


def test_b7_tasks_are_must_and_can_each_with_its_layer() -> None:
    forum = shipped(MUNICIPAL).forum
    own = Named(id="egen", name="Fælles akutteam", is_local=True)
    said = told(replace(forum, charter=saying(forum.charter, tasks__optional=(*forum.charter.tasks.optional, own))))
    must, can = said.index("Skal-opgaver"), said.index("Kan-opgaver")
    assert "• Forberede Samordningsudvalget (fælles kommissorium)" in said[must:can]
    assert "• Vidensdeling (fælles kommissorium)" in said[can:]
    assert "• Fælles akutteam (lokalt kommissorium)" in said[can:]


async def test_b8_somebody_in_two_nords_is_asked_which_with_their_regions(open_seeds: OpenSeeds) -> None:
    north, capital = shipped(POLITICAL), shipped(MUNICIPAL)
    (one, *_) = [each for each in north.forum.people if each.id == "formand-laesoe"]
    people = tuple(
        replace(each, identities=one.identities) if each.id == "sundhedschef-helsingoer" else each
        for each in capital.forum.people
    )
    async with open_seeds(north, replace(capital, forum=replace(capital.forum, people=people))) as (nord, _):
        asked = words(await nord.says("formand-laesoe", "om forummet", PERSONAL))
    assert "Politisk Klynge Nord (Region Nordjylland)" in asked
    assert "Kommuneklynge Nord (Region Hovedstaden)" in asked


def test_b8_where_the_file_gives_no_region_the_charters_has_its_danish_name(
    klyngebot: Klyngebot, tmp_path: Path
) -> None:
    file = applied(klyngebot, tmp_path, MUNICIPAL, ("region: Hovedstaden\n", ""))
    assert klyngebot("forum", "apply", str(file)).code == 0
    assert klyngebot("forum", "list").lines[0].startswith("kommuneklynge-nord: Kommuneklynge Nord (Region Hovedstaden)")
    assert "Om Kommuneklynge Nord (Region Hovedstaden)" in told(replace(shipped(MUNICIPAL).forum, region=None))


def test_c3_a_charter_without_a_date_says_so_and_that_the_adopters_date_is_open() -> None:
    said = told(POLITICAL)
    assert "Dato: Ikke dateret" in said
    assert "Godkendt af: Sundhedskoordinationsudvalget, datoen er ikke udfyldt" in said


def test_c7_the_clusters_organisations_stand_by_their_official_names() -> None:
    said = told("politisk-klynge-syd")
    assert "• Vesthimmerlands Kommune" in said[said.index("Klyngens organisationer") :]
    assert {"• Rebild Kommune", "• Mariagerfjord Kommune", "• Region Nordjylland"} <= set(said)


def test_c7_a_cluster_without_one_of_its_municipalities_is_told(klyngebot: Klyngebot, tmp_path: Path) -> None:
    file = applied(klyngebot, tmp_path, POLITICAL)
    drop(file, "id: laesoe,", "organisation: laesoe", "formand-laesoe, organisation")
    change(file, "hosting: [hjoerring, frederikshavn, broenderslev, laesoe]", "hosting: [hjoerring]")
    found = klyngebot("forum", "apply", str(file)).lines
    assert [line for line in found if line.startswith("Bemærk: Læsø Kommune")]


def test_d3_a_charter_tells_which_body_adopted_it_and_when() -> None:
    assert "Godkendt af: Strategisk Sundhedsforum, 11. april 2019" in told(STEERING)


def test_d3_a_version_that_is_to_come_stands_with_its_day() -> None:
    forum = shipped(STEERING).forum
    coming = Version(charter=replace(forum.charter, title="Klyngestyregrupper 2027"), since=date(2027, 7, 1))
    said = told(replace(forum, versions=(Version(charter=forum.charter), coming)))
    assert f"• »{forum.charter.title}« gælder i dag." in said
    assert "• »Klyngestyregrupper 2027« gælder fra 1. juli 2027." in said
    assert "Versioner" not in told(forum)


def test_d6_a_hospital_of_another_cluster_is_told(klyngebot: Klyngebot, tmp_path: Path) -> None:
    file = applied(klyngebot, tmp_path, STEERING, ("Regionshospital Nordjylland", "Aalborg Universitetshospital"))
    found = klyngebot("forum", "apply", str(file)).lines
    assert [line for line in found if line.startswith("Bemærk: Aalborg Universitetshospital er ikke i Klynge Nord")]
    assert "• Regionshospital Nordjylland" in told(STEERING)


async def test_d22_the_forum_settles_its_own_way_of_working_as_a_decision_with_a_date(open_seed: OpenSeed) -> None:
    async with open_seed(STEERING) as group:
        serving = next(seat.person for seat in group.file.forum.seats if "secretariat" in seat.roles)
        before = words(await group.says(serving, "forummets valg"))
        open_ones = before[before.index("Ikke fastsat i kommissoriet") :]
        assert "Udsendelse af dagsordenen, dage før mødet" in open_ones
        await group.says(serving, "ret valg udsendelse: 10, besluttet af Klyngestyregruppe Nord 3/1 2027")
        after = words(await group.says(serving, "forummets valg"))
    assert "Udsendelse af dagsordenen, dage før mødet:** 10 dage" in after
    assert "Besluttet af Klyngestyregruppe Nord den 3. januar 2027" in after


def test_d2_that_the_secretariat_is_both_shared_and_joint_is_a_note() -> None:
    said = told(STEERING)
    assert any("»Delt«" in line and "»Fælles sekretariat«" in line for line in said[said.index("Noter") :])


@pytest.mark.parametrize("forum", [POLITICAL, STEERING, MUNICIPAL])
def test_every_word_of_the_charter_can_be_read(forum: str) -> None:
    whole, pages = shipped(forum).forum, []
    for number in range(1, 10):
        card = provisions(whole, number)
        check(card)
        pages.append(texts(card))
        if "Næste side" not in pages[-1]:
            break
    text = "".join(pages).replace("\\", "")
    for charter in (whole.charter, *whole.overlays):
        for each in passages(charter):
            assert each.words is None or each.words[:30].replace('"', "") in text.replace('"', ""), each


def test_what_neither_charter_nor_forum_settled_is_never_filled_in() -> None:
    forum = replace(shipped(MUNICIPAL).forum, choices={})
    said = list(lines(choices(forum, list(places(forum)), writes=False)))
    unsettled = said[said.index("Ikke fastsat i kommissoriet") :]
    assert "• Godkendelse af dagsordenen" in unsettled
    chosen = replace(forum, choices={"agenda_approval": Choice("none", "Klyngen", TODAY)})
    assert "**Godkendelse af dagsordenen:** Ingen godkendelse" in list(
        lines(choices(chosen, list(places(chosen)), writes=False))
    )


def test_a_name_that_has_its_region_says_it_once() -> None:
    forum = shipped(POLITICAL).forum
    assert named(replace(forum, name="Sundhedsråd i Region Nordjylland")) == "Sundhedsråd i Region Nordjylland"
