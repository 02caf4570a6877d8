"""What a forum file chooses where the charter is silent, and what it may not."""

from pathlib import Path

import pytest

from bot.charters.loader import charter_text
from tests.charters.files import changed, forum_file, problems_of
from tests.charters.test_forum_file import WITHOUT_OVERLAY


@pytest.mark.parametrize("key", ["dispatch_days_before", "minutes_days_after"])
def test_a_choice_may_repeat_the_charters_day_but_not_contradict_it(key: str) -> None:
    choice = "  {key}: {{value: {value}, chosen_by: Klyngen, on: 2026-10-06}}\nteams:"
    assert forum_file(changed("teams:", choice.format(key=key, value=7))).forum.choices[key].value == 7
    (problem,) = problems_of(changed("teams:", choice.format(key=key, value=5)))
    assert problem.startswith(f"forum.yaml:16: »choices.{key}« er 5, men kommissoriet siger 7: »")


@pytest.mark.parametrize("key", ["dispatch_days_before", "minutes_days_after"])
def test_where_the_charter_is_silent_the_forum_chooses_its_day(key: str) -> None:
    text = changed("charter: nordjylland-politisk-klynge", "charter: nordjylland-klyngestyregruppe", WITHOUT_OVERLAY)
    choice = f"  {key}: {{value: 5, chosen_by: Klyngen, on: 2026-10-06}}\nteams:"
    assert forum_file(changed("teams:", choice, text)).forum.choices[key].value == 5


def test_who_may_propose_is_chosen_by_roles_where_the_charter_is_silent() -> None:
    text = changed("charter: nordjylland-politisk-klynge", "charter: nordjylland-klyngestyregruppe", WITHOUT_OVERLAY)
    choice = "  proposers: {value: [coordinator, politician], chosen_by: Klyngen, on: 2026-10-06}\nteams:"
    assert forum_file(changed("teams:", choice, text)).forum.choice("proposers") == ["coordinator", "politician"]
    (problem,) = problems_of(changed("teams:", choice))
    assert problem.startswith("forum.yaml:16: »choices.proposers« fastsætter kommissoriet selv: »")


@pytest.mark.parametrize("value", ["hjoerring", "both", "by_agenda"])
def test_which_doctors_take_part_is_an_organisation_or_a_rule(value: str) -> None:
    choice = f"  gp_organisation: {{value: {value}, chosen_by: Klyngen, on: 2026-10-06}}\nteams:"
    assert forum_file(changed("teams:", choice)).forum.choice("gp_organisation") == value


def test_a_chosen_organisation_must_exist() -> None:
    choice = "  gp_organisation: {value: plo-kommunal, chosen_by: Klyngen, on: 2026-10-06}\nteams:"
    assert problems_of(changed("teams:", choice)) == (
        "forum.yaml:16: ukendt organisation »plo-kommunal«, fx hjoerring, region",
    )


def test_hosts_take_turns_in_the_order_that_the_charter_sets_where_it_sets_one(tmp_path: Path) -> None:
    charter, _ = charter_text("nordjylland-politisk-klynge", Path()) or ("", "")
    settled = charter.replace("  order: null", "  order: {value: [hjoerring], words: på skift}")
    (tmp_path / "eget.yaml").write_text(settled, "utf-8")
    text = changed("charter: nordjylland-politisk-klynge", "charter: eget.yaml", WITHOUT_OVERLAY)
    assert forum_file(text, tmp_path).forum.hosting == ("hjoerring",)
    (problem,) = problems_of(changed("hosting: [hjoerring]", "hosting: [region]", text), tmp_path)
    assert problem == "forum.yaml:18: »hosting« er region, men kommissoriet siger hjoerring: »på skift«"
