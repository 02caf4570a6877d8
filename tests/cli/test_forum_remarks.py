"""What departs from the charter is told at `forum apply` and at `check`, by name and in the charter's words."""

from pathlib import Path

import pytest

from tests.cli.conftest import Klyngebot, change, drop

STEERING = """\
forum: klyngestyregruppe-nord
name: Klyngestyregruppe Nord
region: Nordjylland
charter: nordjylland-klyngestyregruppe
choices:
  chairmanship: {value: [hanne], chosen_by: Klyngestyregruppe Nord, on: 2026-10-06}
organisations:
  - {id: hjoerring, name: Hjørring Kommune, kind: municipality}
  - {id: broenderslev, name: Brønderslev Kommune, kind: municipality}
  - {id: frederikshavn, name: Frederikshavn Kommune, kind: municipality}
  - {id: laesoe, name: Læsø Kommune, kind: municipality}
  - {id: sygehus, name: Regionshospital Nordjylland, kind: hospital}
  - {id: psykiatrien, name: Psykiatrien i Region Nordjylland, kind: psychiatry}
  - {id: region, name: Den Regionale Fællesadministration, kind: regional_administration}
  - {id: plo-nordjylland, name: PLO-Nordjylland, kind: gp_organisation}
people:
  - {id: hanne, name: Hanne Direktør}
  - {id: holger, name: Holger Direktør}
  - {id: bodil, name: Bodil Borgmester}
  - {id: freja, name: Freja Direktør}
  - {id: ruth, name: Ruth Direktør}
  - {id: pia, name: Pia Direktør}
  - {id: sven, name: Sven Direktør}
  - {id: lars, name: Lars Læge}
  - {id: sofie, name: Sofie Sekretær}
seats:
  - {person: hanne, organisation: hjoerring, roles: [administrative_representative]}
  - {person: holger, organisation: hjoerring, roles: [administrative_representative]}
  - {person: bodil, organisation: broenderslev, roles: [politician]}
  - {person: freja, organisation: frederikshavn, roles: [administrative_representative]}
  - {person: ruth, organisation: sygehus, roles: [administrative_representative]}
  - {person: pia, organisation: psykiatrien, roles: [administrative_representative]}
  - {person: sven, organisation: region, roles: [administrative_representative]}
  - {person: lars, organisation: plo-nordjylland, roles: [gp_representative]}
  - {person: sofie, organisation: hjoerring, roles: [secretariat]}
meetings:
  - {id: 2027-1, starts: 2027-03-28T10:00, ends: 2027-03-28T12:00, place: Hjørring}
"""
CAPITAL = """\
forum: kommuneklynge-nord
name: Kommuneklynge Nord
region: Hovedstaden
charter: hovedstaden-kommuneklynge
organisations:
  - {id: hilleroed, name: Hillerød Kommune, kind: municipality}
  - {id: region, name: Region Hovedstaden, kind: region}
  - {id: plo, name: PLO-Hovedstaden, kind: gp_organisation}
"""


def remarks(klyngebot: Klyngebot, file: Path, *options: str) -> list[str]:
    applied = klyngebot("forum", "apply", str(file), *options)
    assert applied.code == 0, applied
    return [line for line in applied.lines if line.startswith("Bemærk: ")]


def test_a_steering_group_is_told_all_that_departs_from_its_charter(klyngebot: Klyngebot, tmp_path: Path) -> None:
    file = tmp_path / "gruppe.yaml"
    file.write_text(STEERING, "utf-8")
    found = remarks(klyngebot, file)
    assert len(found) == len([*_EXPECTED, "and the secretary without an account"])
    for words in _EXPECTED:
        assert [line for line in found if words in line], words
    change(file, "holger, organisation: hjoerring, roles: [administrative_representative]", CHIEF)
    assert not [line for line in remarks(klyngebot, file) if "Hjørring Kommune: " in line]


CHIEF = "holger, organisation: hjoerring, roles: [administrative_representative], seniority: chef"
_EXPECTED = (
    "Hjørring Kommune: 2 repræsentanter; kommissoriet siger 1: »1 direktør fra hver kommune i klyngen«",
    "Læsø Kommune: ingen repræsentanter; kommissoriet siger 1: »1 direktør fra hver kommune i klyngen«",
    "Bodil Borgmester (Brønderslev Kommune) er politiker",
    "Hanne Direktør er alene om formandskabet. Kommissoriet: »Formandskab: Delt«",
    "Hanne Direktør leder møderne, men har ingen Teams-konto",
    "Mødet den 28. marts 2027 ligger på en helligdag (Påskedag).",
)


def test_a_cluster_without_one_of_its_organisations_or_with_anothers_is_told(
    klyngebot: Klyngebot, tmp_path: Path, forum_file: Path
) -> None:
    file = tmp_path / "gruppe.yaml"
    file.write_text(STEERING, "utf-8")
    change(
        file, "{id: sygehus, name: Regionshospital Nordjylland,", "{id: sygehus, name: Aalborg Universitetshospital,"
    )
    drop(file, "id: laesoe")
    found = "\n".join(remarks(klyngebot, file))
    assert "Læsø Kommune er i Klynge Nord, men ikke i forummet: »Klynge Nord: Hjørring Kommune," in found
    assert "Regionshospital Nordjylland er i Klynge Nord, men ikke i forummet" in found
    assert "Aalborg Universitetshospital er ikke i Klynge Nord, men i Klynge Midt, Klynge Syd og Klynge Vest" in found
    drop(forum_file, "laesoe")
    change(
        forum_file,
        "  - {id: plo-kommunal",
        "  - {id: aalborg, name: Aalborg Kommune, kind: municipality}\n  - {id: plo-kommunal",
    )
    said = "\n".join(remarks(klyngebot, forum_file))
    assert "Læsø Kommune er i Klynge Nord, men ikke i forummet" in said
    assert "Aalborg Kommune er ikke i Klynge Nord, men i Klynge Midt" in said


def test_a_municipal_cluster_with_others_as_members_and_without_a_chair_is_told(
    klyngebot: Klyngebot, tmp_path: Path
) -> None:
    file = tmp_path / "klynge.yaml"
    file.write_text(CAPITAL, "utf-8")
    found = remarks(klyngebot, file)
    words = "»Hver kommuneklynge er sammensat af repræsentanter fra de kommuner klyngen omfatter.«"
    assert found == [
        f"Bemærk: Region Hovedstaden er med i forummet, men kan efter kommissoriet ikke være medlem: {words}",
        f"Bemærk: PLO-Hovedstaden er med i forummet, men kan efter kommissoriet ikke være medlem: {words}",
        f"Bemærk: Hillerød Kommune har ingen repræsentant: {words}",
        "Bemærk: Der skal udpeges en formand eller et formandskab. Kommissoriet: "
        "»Der skal udpeges en formand / et formandsskab i hver kommuneklynge.«",
        "Bemærk: Der er intet sekretariat, og ingen får det, der ellers sendes til det.",
    ]


def test_check_tells_the_remarks_on_every_forum_and_is_content(klyngebot: Klyngebot, tmp_path: Path) -> None:
    file = tmp_path / "klynge.yaml"
    file.write_text(CAPITAL, "utf-8")
    told = [line.removeprefix("Bemærk: ") for line in remarks(klyngebot, file)]
    checked = klyngebot("check")
    assert (checked.code, len(told)) == (0, 5)
    assert [line for line in checked.lines if line.startswith("Bemærk: ")] == [
        f"Bemærk: Kommuneklynge Nord: {each}" for each in told
    ]


@pytest.mark.parametrize("name", ["nordjylland-klyngestyregruppe", "hovedstaden-kommuneklynge"])
def test_guidance_over_a_body_that_it_does_not_address_is_refused(
    klyngebot: Klyngebot, forum_file: Path, name: str
) -> None:
    change(forum_file, "charter: nordjylland-politisk-klynge", f"charter: {name}")
    said = klyngebot("forum", "apply", str(forum_file)).complaint
    assert "»proces for politisk godkendelse af dagsordner i de politiske klynger«" in said
    assert ":10: »kosu-2022« gælder en anden slags forum" in said
