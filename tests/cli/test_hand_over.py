"""`klyngebot forum hand-over`: what it does, what it refuses in one line, and the rehearsal of it."""

import re
from pathlib import Path

import pytest

from bot.local.demo.forums import file_of, known
from bot.local.demo.succession.plan import read_plan, shipped_plan
from tests.cli.conftest import Klyngebot, change

NORD, GROUP = "politisk-klynge-nord", "klyngestyregruppe-nord"
NOW = {"KLYNGEBOT_NOW": "2027-03-02T09:00:00+01:00"}
VALID = "valid: {from: 2026-01-01, until: null, succeeded_by: null}"
_PLAN = """\
on: 2027-01-01
councils: [{folder}/sundhedsraad-demo-nord.yaml, {folder}/sundhedsraad-demo-oe.yaml]
hand_over:
  - {{from: politisk-klynge-nord, to: sundhedsraad-demo-nord}}
  - {{from: klyngestyregruppe-nord, to: sundhedsraad-demo-nord}}
  - {{from: kommuneklynge-bornholm, to: {to}}}
"""
BORNHOLM = "Kommuneklynge Bornholm"
_DELEGATING = ("Hjørring", "Brønderslev", "Frederikshavn", "Læsø")
_DELEGATION = "Delegering af midler fra »{kommune} Kommune« (står i forumfilen, så den skal stå i {heir}s forumfil)"
_REPORT = "Årsstatus »2026« (handler om {forum}s eget år; udkastet kan læses der)"
_SUM = (
    r"3 fora er givet videre den 1\. januar 2027: (\d+) åbne ting, (\d+) videreført,"
    r" (\d+) aflyst eller trukket tilbage, (\d+) ikke videreført\."
)


@pytest.fixture
def two(klyngebot: Klyngebot, tmp_path: Path) -> Klyngebot:
    """The command line once both forums are applied."""
    for forum in (NORD, GROUP):
        apply(klyngebot, tmp_path, forum)
    return klyngebot


def apply(klyngebot: Klyngebot, folder: Path, forum: str, valid: str = VALID) -> None:
    """Apply a forum that ships, with another period."""
    file = folder / f"{forum}.yaml"
    file.write_text(file_of(forum).read_text("utf-8"), "utf-8")
    change(file, VALID, valid)
    done = klyngebot("forum", "apply", str(file), **NOW)
    assert done.code == 0, done


def test_a_forum_is_handed_over_after_it_was_only_tried(two: Klyngebot) -> None:
    tried = two("forum", "hand-over", NORD, GROUP, "--dry-run", **NOW)
    assert tried.lines[0] == (
        "Intet er gemt. Uden --dry-run ophører Politisk Klynge Nord og videreføres i Klyngestyregruppe Nord."
    )
    done = two("forum", "hand-over", NORD, GROUP, "--reason", "Sundhedsreformen", **NOW)
    assert done.lines == [
        "Politisk Klynge Nord er ophørt den 2. marts 2027 og videreført i Klyngestyregruppe Nord.",
        "Ikke videreført: 4",
        *(f"  {_DELEGATION.format(kommune=each, heir='Klyngestyregruppe Nord')}" for each in _DELEGATING),
        "Aflyste møder: 2",
        "  Mødet den 16. marts 2027",
        "  Mødet den 5. oktober 2027",
    ]
    assert tried.lines[1:] == done.lines[1:]
    listed = two("forum", "list", **NOW).out
    assert "Det følges af klyngestyregruppe-nord." in listed
    shown = two("audit", "show", NORD).out
    assert "Forummet givet videre" in shown
    assert "reason: Sundhedsreformen" in shown
    assert "Fortsætter efter et andet forum" in two("audit", "show", GROUP).out
    assert two("audit", "verify").code == 0


def test_handed_over_again_it_says_so_and_its_file_opens_nothing_again(two: Klyngebot, tmp_path: Path) -> None:
    two("forum", "hand-over", NORD, GROUP, **NOW)
    again = two("forum", "hand-over", NORD, GROUP, **NOW)
    assert again.code == 0
    assert again.lines[0] == (
        "Politisk Klynge Nord er allerede videreført i Klyngestyregruppe Nord den 2. marts 2027. Intet er ændret."
    )
    applied = two("forum", "apply", str(tmp_path / f"{NORD}.yaml"), **NOW)
    assert "Bemærk: Forummet ophørte med udgangen af den 2. marts 2027." in applied.out
    assert "16. marts" not in applied.out
    assert two("audit", "verify").code == 0


OTHERWISE = (
    (GROUP, "valid: {from: 2026-01-01, until: 2027-01-31}", "ophørte den 31. januar 2027 og kan ikke tage imod"),
    (
        GROUP,
        "valid: {from: 2026-01-01, until: 2027-01-31, succeeded_by: raad-ny}",
        "er videreført i raad-ny. Giv videre dertil i stedet.",
    ),
    (GROUP, "valid: {from: 2027-06-01}", "begynder først den 1. juni 2027. Giv videre den dag eller senere."),
    (NORD, "valid: {from: 2027-06-01}", "begynder først den 1. juni 2027 og har intet at give videre."),
    (
        NORD,
        "valid: {from: 2026-01-01, until: null, succeeded_by: raad-ny}",
        "skal videreføres i raad-ny, siger forumfilen",
    ),
    (
        GROUP,
        "valid: {from: 2026-01-01, until: 2027-12-31, succeeded_by: politisk-klynge-nord}",
        "skal selv videreføres i Politisk Klynge Nord, så det går i ring",
    ),
)


def test_what_is_no_two_forums_is_refused_in_one_line(two: Klyngebot) -> None:
    for ended, heir, why in (
        (NORD, NORD, "Politisk Klynge Nord kan ikke gives videre til sig selv."),
        ("maanen", GROUP, "maanen"),
        (NORD, "maanen", "maanen"),
    ):
        for more in ((), ("--dry-run",)):
            assert why in two("forum", "hand-over", ended, heir, *more, **NOW).complaint


def test_what_the_forums_own_files_say_otherwise_is_refused(two: Klyngebot, tmp_path: Path) -> None:
    for forum, valid, why in OTHERWISE:
        apply(two, tmp_path, forum, valid)
        before = two("audit", "show", NORD).out, two("audit", "show", GROUP).out
        assert why in two("forum", "hand-over", NORD, GROUP, **NOW).complaint
        assert (two("audit", "show", NORD).out, two("audit", "show", GROUP).out) == before
        apply(two, tmp_path, forum)


def test_what_went_elsewhere_and_what_is_over_names_where_the_work_goes_on(two: Klyngebot, tmp_path: Path) -> None:
    apply(two, tmp_path, "klyngestyregruppe-midt")
    two("forum", "hand-over", NORD, GROUP, **NOW)
    elsewhere = two("forum", "hand-over", NORD, "klyngestyregruppe-midt", **NOW).complaint
    assert elsewhere == (
        "Politisk Klynge Nord er allerede videreført i Klyngestyregruppe Nord den 2. marts 2027. Intet er ændret."
    )
    over = two("forum", "hand-over", "klyngestyregruppe-midt", NORD, **NOW).complaint
    assert "er videreført i Klyngestyregruppe Nord. Giv videre dertil i stedet." in over
    back = two("forum", "hand-over", GROUP, NORD, **NOW).complaint
    assert "Politisk Klynge Nord ophørte den 2. marts 2027" in back


def test_an_end_that_is_past_stays_and_one_that_is_ahead_gives_way(two: Klyngebot, tmp_path: Path) -> None:
    apply(two, tmp_path, NORD, "valid: {from: 2026-01-01, until: 2027-02-28, succeeded_by: klyngestyregruppe-nord}")
    done = two("forum", "hand-over", NORD, GROUP, **NOW)
    assert "Politisk Klynge Nord er ophørt den 28. februar 2027" in done.lines[0]
    apply(two, tmp_path, "klyngestyregruppe-midt", "valid: {from: 2026-01-01, until: 2027-12-31}")
    ahead = two("forum", "hand-over", "klyngestyregruppe-midt", GROUP, **NOW)
    assert "Klyngestyregruppe Midt er ophørt den 2. marts 2027" in ahead.lines[0]


def test_the_rehearsal_prints_what_moved_and_adds_up(klyngebot: Klyngebot, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yaml"
    plan.write_text(_PLAN.format(folder=shipped_plan().parent, to="sundhedsraad-demo-oe"), "utf-8")
    done = klyngebot("forum", "rehearse", str(plan))
    assert done.code == 0, done
    assert "Politisk Klynge Nord → Sundhedsråd Nord (fiktivt)" in done.lines
    assert "  Forslag nr. 2/2026 »Lukket punkt«: nu nr. 2/2027" in "\n".join(done.lines)
    heir = "Sundhedsråd Nord (fiktivt)"
    of_nord = [_DELEGATION.format(kommune=each, heir=heir) for each in _DELEGATING]
    reports = [_REPORT.format(forum=each) for each in ("Politisk Klynge Nord", "Klyngestyregruppe Nord", BORNHOLM)]
    stays = [each.strip() for each in done.lines if each.strip().startswith(("Delegering", "Årsstatus"))]
    assert stays == [*of_nord, *reports]
    summed = re.fullmatch(_SUM, done.lines[-1])
    assert summed is not None, done.lines[-1]
    every, moved, ended, left = map(int, summed.groups())
    assert left == len(stays)
    assert every == moved + ended + left == sum(each.startswith("    ") for each in done.lines)
    assert not list(tmp_path.glob("data/*.db"))


def test_the_plan_that_ships_has_each_of_the_thirteen_once_and_a_faulty_one_is_told_by_line(
    klyngebot: Klyngebot, tmp_path: Path
) -> None:
    assert sorted(ended for ended, _ in read_plan(shipped_plan()).steps) == sorted(known())
    plan = tmp_path / "plan.yaml"
    plan.write_text(_PLAN.format(folder=shipped_plan().parent, to="maanen"), "utf-8")
    assert klyngebot("forum", "rehearse", str(plan)).complaint == f"{plan}:6: planen kender ikke »maanen«"
