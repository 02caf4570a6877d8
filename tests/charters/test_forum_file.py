"""A forum file becomes a forum, or is refused with file, line and reason."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.charters.forum_file import read_forum_file
from bot.charters.loader import parse_charter
from bot.charters.problems import MOST, BrokenFile
from bot.domain.forum.remarks import remarks
from bot.domain.kernel.delegation import DelegatedTo, Delegation
from bot.domain.kernel.people import Identity, Role
from bot.domain.kernel.settings import calendar_of
from bot.usecases.days import DANISH_HOLIDAYS
from cards.forum.remarks import sentence
from tests.charters.files import FORUM, NEEDS_SHARED, SHARED, changed, forum_file, line_of, problems_of

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
ANNA = "object_id: 00000000-0000-4000-8000-00000000000A"
BO = "object_id: 00000000-0000-4000-8000-00000000000b"
ANSWER_DAYS, WHO = (
    "answer_days_before: {value: 11, chosen_by: Sekretariatet, on: 2026-10-06}",
    "chosen_by: K, on: 2026-10-06",
)


@NEEDS_SHARED
def test_the_example_loads_with_the_one_warning_it_has_on_purpose() -> None:
    file = read_forum_file(SHARED / "domain" / "forum_example.yaml")
    forum = file.forum
    assert (forum.id, len(forum.people), len(forum.seats), len(forum.meetings)) == ("politisk-klynge-nord", 16, 16, 2)
    assert len(forum.fund_delegation) == 4
    calendar = calendar_of(forum, DANISH_HOLIDAYS)
    assert [sentence(each, forum) for each in remarks(forum, calendar, DANISH_HOLIDAYS, date(2027, 1, 11))] == [
        "Læsø Kommune: 1 politiker; "
        "kommissoriet siger 2-4: »hvilket vil sige 2-4 politiske repræsentanter fra hver kommune«",
    ]


def test_the_forum_is_built_as_written() -> None:
    forum = forum_file().forum
    assert (forum.id, forum.charter.id, [overlay.id for overlay in forum.overlays]) == (
        "klynge-proeve",
        "nordjylland-politisk-klynge",
        ["kosu-2022"],
    )
    assert forum.channel is None
    assert (forum.valid_from, forum.valid_until) == (date(2026, 1, 1), date(2029, 12, 31))
    bo = next(forum.seats_of("bo", date(2027, 12, 31)))
    assert (bo.substitute_for, bo.roles, bo.mandate) == ("anna", frozenset({Role.POLITICIAN}), False)
    assert not list(forum.seats_of("bo", date(2028, 1, 1)))


def test_identities_and_tenants_are_compared_in_lower_case() -> None:
    file = forum_file()
    assert file.tenant == "aaaaaaaa-1111-1111-1111-111111111111"
    identity = Identity("11111111-1111-1111-1111-111111111111", "00000000-0000-4000-8000-00000000000a")
    assert file.forum.person("anna").identities == (identity,)


def test_choices_are_kept_in_jsons_terms_with_who_and_when() -> None:
    choices = forum_file().forum.choices
    assert choices["closure_periods"].value == [{"from": "2027-07-12", "to": "2027-08-06"}]
    assert choices["closure_days"].value == ["06-05", "12-24"]
    assert (choices["chairmanship"].value, choices["chairmanship"].chosen_by) == (["anna", "bo"], "Klyngen")
    assert choices["answer_days_before"].on == date(2026, 10, 6)
    assert "approvers" not in choices


def test_who_chose_an_overlay_is_kept() -> None:
    choice = forum_file().overlay_choices["kosu-2022"]
    assert (choice.chosen_by, choice.on) == ("Klyngen", date(2026, 10, 6))


def test_the_charters_are_kept_as_the_text_that_was_applied() -> None:
    file = forum_file()
    assert set(file.charter_texts) == {"nordjylland-politisk-klynge", "kosu-2022"}
    kept = file.charter_texts["nordjylland-politisk-klynge"]
    assert parse_charter(kept, "nordjylland-politisk-klynge.yaml") == file.forum.charter


def test_fund_delegation_is_of_the_forum() -> None:
    assert forum_file().forum.fund_delegation == (
        Delegation(
            organisation="hjoerring",
            to=DelegatedTo.POLITICAL,
            person="anna",
            since=date(2026, 1, 1),
            basis="byrådet",
        ),
    )


def test_a_time_without_a_zone_is_local_and_one_with_a_zone_is_brought_home() -> None:
    local = forum_file().forum.meetings[0]
    text = changed("starts: 2027-03-16T16:30", "starts: 2027-03-16T15:30Z")
    assert forum_file(text).forum.meetings[0].starts == local.starts
    assert local.starts.tzinfo == COPENHAGEN
    assert local.starts.isoformat() == "2027-03-16T16:30:00+01:00"


def test_what_is_absent_or_null_is_not_set() -> None:
    text = "forum: tom\nname: Tom\ncharter: sundhedsraad\nchoices: null\nhosting: null\npeople: null\nvalid: null\n"
    forum = forum_file(text).forum
    assert (forum.choices, forum.people, forum.hosting, forum.valid_from) == ({}, (), (), None)


OVERLAY = "overlays:\n  - {charter: kosu-2022, chosen_by: Klyngen, on: 2026-10-06}\n"
WITHOUT_OVERLAY = changed(OVERLAY, "")

BREAKS = [
    ("forum: klynge-proeve", "forum: Klynge Prøve", "skal være et kort navn"),
    ("forum: klynge-proeve", f"forum: {'a' * 65}", "skal være et kort navn"),
    ("name: Klynge Prøve", f"name: {'a' * 201}", "højst 200 tegn"),
    ("name: Klynge Prøve", 'name: "Klynge\\u0007"', "usynlige styretegn"),
    ("name: Klynge Prøve", 'name: "Klynge \\u202eevørp"', "usynlige styretegn"),
    ("timezone: Europe/Copenhagen", "timezone: Europe/Aalborg", "er ingen kendt tidszone"),
    ("timezone: Europe/Copenhagen", "timezone: ../../etc/passwd", "er ingen kendt tidszone"),
    ("charter: nordjylland-politisk-klynge", "charter: findes-ikke", "hverken en fil"),
    ("charter: nordjylland-politisk-klynge", "charter: kosu-2022", "lægges over et kommissorium"),
    ("{charter: kosu-2022", "{charter: sundhedsraad", "kan ikke lægges over et andet"),
    ("from: 2026-01-01, until: 2029-12-31", "from: 2030-01-01, until: 2029-12-31", "slutter før"),
    ("answer_days_before: {", "svar_dage: {", "ukendt nøgle »choices.svar_dage«"),
    ("value: 11", 'value: "11"', "»choices.answer_days_before.value« skal være et helt tal"),
    ("value: 11", "value: 366", "må højst være 365"),
    ("value: 11, chosen_by: Sekretariatet", "value: 11", "»choices.answer_days_before.chosen_by« mangler"),
    (ANSWER_DAYS, f"answers: {{value: most, {WHO}}}", "skal være all, one_per_side eller {k_of_n: 2}"),
    (ANSWER_DAYS, f"answers: {{value: {{k_of_n: 0}}, {WHO}}}", "skal være mindst 1"),
    (ANSWER_DAYS, f"answers: {{value: {{k_of_n: 3}}, {WHO}}}", "kræver 3 svar, men der spørges kun 2"),
    ("value: approve", "value: vote", "skal være 'none', 'consult' eller 'approve'"),
    ("value: [anna, bo]", "value: anna", "skal være en liste"),
    ("value: [anna, bo]", "value: []", "må ikke være tom"),
    ("value: [anna, bo]", "value: [anna, dorte]", "ukendt person »dorte«"),
    ("value: [anna, bo]", "value: [anna, anna]", "formanden »anna« står der allerede"),
    ('"12-24"', '"24-12"', "er ingen dag i kalenderen"),
    ('"12-24"', '"24. december"', "skal være måned og dag"),
    ("{from: 2027-07-12, to: 2027-08-06}", "{from: 2027-08-12, to: 2027-08-06}", "slutter før"),
    ("tenant: AAAAAAAA-1111-1111-1111-111111111111", "tenant: min-tenant", "skal være et id som"),
    (ANNA, "object_id: 00000000-0000-4000-8000-00000000000", "skal være et id som"),
    (BO, "object_id: 00000000-0000-4000-8000-00000000000a", "står der allerede"),
    ("{id: bo, name", "{id: anna, name", "personen »anna« står der allerede"),
    ("{id: region, name", "{id: hjoerring, name", "organisationen »hjoerring« står der allerede"),
    ("meeting_leader: anna", "meeting_leader: dorte", "ukendt person »dorte«"),
    ("kind: region,", "kind: county,", "skal være 'municipality'"),
    ("hosting: [hjoerring]", "hosting: [thisted]", "ukendt organisation »thisted«"),
    ("hosting: [hjoerring]", "hosting: [hjoerring, hjoerring]", "værten »hjoerring« står der allerede"),
    ("seat: anna", "seat: dorte", "ukendt person »dorte«"),
    ("seat: anna, ", "", "skal nævne hvem"),
    ("{organisation: hjoerring, to", "{organisation: thisted, to", "ukendt organisation »thisted«"),
    ("email: sekretariat@example.org", "email: sekretariat", "er ingen mailadresse"),
    ("{person: carl, organisation: hjoerring", "{person: dorte, organisation: hjoerring", "ukendt person »dorte«"),
    ("{person: carl, organisation: hjoerring", "{person: carl, organisation: x", "ukendt organisation »x«"),
    ("{person: carl, organisation: hjoerring", "{person: anna, organisation: hjoerring", "står der allerede"),
    ("roles: [secretariat]", "roles: [king]", "skal være 'politician'"),
    ("roles: [secretariat]", "roles: []", "må ikke være tom"),
    ("substitute_for: anna", "substitute_for: dorte", "ukendt person »dorte«"),
    ("substitute_for: anna", "substitute_for: bo", "suppleant for sig selv"),
    ("until: 2027-12-31", "until: 2025-12-31", "slutter før"),
    ("mandate: true", "mandate: ja", "skal være true eller false"),
    ("ends: 2027-03-16T19:00", "ends: 2027-03-16T16:00", "slutter, før det begynder"),
    ("ends: 2027-03-16T19:00", "ends: 2027-03-16T15:30Z", "slutter, før det begynder"),
    ("starts: 2027-03-16T16:30", "starts: 2027-03-28T02:30", "findes ikke"),
    ("starts: 2027-03-16T16:30", "starts: 2027-03-16T25:30", "er intet tidspunkt"),
    ("starts: 2027-03-16T16:30", "starts: i morgen", "skal være en dato og et klokkeslæt"),
    ("host: hjoerring}", "host: thisted}", "ukendt organisation »thisted«"),
    ("place: Rådhuset, ", "", "»meetings.2027-1.place« mangler, fx place: Hjørring Rådhus"),
]


@pytest.mark.parametrize(("old", "new", "reason"), BREAKS)
def test_a_fault_is_told_by_line_and_nothing_is_applied(old: str, new: str, reason: str) -> None:
    found = [problem for problem in problems_of(changed(old, new)) if reason in problem]
    assert found
    assert found[0].startswith(f"forum.yaml:{line_of(old, FORUM)}: ")


def test_a_meeting_named_twice_is_refused() -> None:
    meeting = "  - {id: 2027-1, starts: 2027-10-05T16:30, ends: 2027-10-05T19:00, place: Rådhuset}\n"
    assert problems_of(FORUM + meeting) == ("forum.yaml:33: mødet »2027-1« står der allerede",)


def test_an_overlay_chosen_twice_is_refused() -> None:
    line = "  - {charter: kosu-2022, chosen_by: Klyngen, on: 2026-10-06}\n"
    assert problems_of(changed(line, line + line)) == ("forum.yaml:8: overlejringen »kosu-2022« står der allerede",)


def test_faults_of_a_charter_in_a_file_are_told_with_that_files_name(tmp_path: Path) -> None:
    (tmp_path / "mit.yaml").write_text("format: 1\nid: x\n", encoding="utf-8")
    text = changed("charter: nordjylland-politisk-klynge", "charter: mit.yaml")
    problems = problems_of(changed("meeting_leader: anna", "meeting_leader: dorte", text), tmp_path)
    assert problems[0] == "forum.yaml:18: ukendt person »dorte«, fx anna, bo, carl"
    assert all(problem.startswith(f"{tmp_path / 'mit.yaml'}:1: ") for problem in problems[1:])
    assert len(problems) > 1


def test_several_faults_are_told_at_once_in_order() -> None:
    text = changed("hosting: [hjoerring]", "hosting: [thisted]")
    text = changed("ends: 2027-03-16T19:00", "ends: 2027-03-16T16:00", changed("[anna, bo]", "[anna, dorte]", text))
    assert [problem.split(":")[1] for problem in problems_of(text)] == ["11", "20", "32"]


def test_faults_of_shape_and_of_sense_are_told_at_once_and_what_has_a_fault_is_known_all_the_same() -> None:
    text = changed("email: sekretariat@example.org", "email: sekretariat")
    text = changed(
        "hosting: [hjoerring]", "hosting: [thisted]", changed("until: 2027-12-31", "until: 2027-12-32", text)
    )
    text = changed("name: Klynge Prøve\n", "", changed("place: Rådhuset, ", "", text))
    problems = problems_of(text)
    assert [problem.split(":")[1] for problem in problems] == ["2", "19", "25", "28", "31"]
    assert problems[0].endswith("»name« mangler, fx name: Hjørring Kommune")
    assert not [problem for problem in problems if "ukendt person" in problem]


def test_the_most_faults_that_are_told_are_followed_by_how_many_there_are() -> None:
    hosts = ", ".join(f"ukendt-{number}" for number in range(MOST + 7))
    problems = problems_of(changed("hosting: [hjoerring]", f"hosting: [{hosts}]"))
    assert len(problems) == MOST + 1
    assert "… og 7 fejl mere" in problems[-1]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("kind: municipality, meeting_leader", "kind: by, meeting_leader", "»organisations.hjoerring.kind«"),
        ("{id: hjoerring, name: Hjørring Kommune,", "{name: Hjørring Kommune,", "»organisations.Hjørring Kommune.id«"),
        ("organisation: hjoerring, roles: [secretariat]", "organisation: hjoerring, roles: []", "»seats.carl.roles«"),
        ("value: [anna, bo]", "value: [anna, 7]", "»choices.chairmanship.value.2«"),
    ],
)
def test_a_fault_names_what_it_stands_in_and_not_its_position(old: str, new: str, where: str) -> None:
    assert [problem for problem in problems_of(changed(old, new)) if where in problem]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("agenda_approval: {value: approve, chosen_by: Klyngen, on: 2026-10-06}",) * 2,
        ("valid: {from: 2026-01-01, until: 2029-12-31}", 'valid: {from: "2026-01-01", until: "2029-12-31"}'),
        ("from: 2026-01-01, until: 2027-12-31", "from: '2026-01-01', until: '2027-12-31'"),
        ("{from: 2027-07-12, to: 2027-08-06}", '{from: "2027-07-12", to: "2027-08-06"}'),
        ("timezone: Europe/Copenhagen", 'timezone: "Europe/Copenhagen "'),
        ("starts: 2027-03-16T16:30", 'starts: "2027-03-16 16:30"'),
    ],
)
def test_a_date_a_time_and_a_time_zone_may_stand_in_quotation_marks(old: str, new: str) -> None:
    quoted = new.replace("2026-10-06", '"2026-10-06"')
    assert forum_file(changed(old, quoted)).forum == forum_file().forum


def test_a_quoted_day_that_is_none_and_a_day_without_a_time_are_told_as_such() -> None:
    (quoted,) = problems_of(changed("valid: {from: 2026-01-01", 'valid: {from: "2026-02-30"'))
    assert quoted == "forum.yaml:8: »valid.from« er ingen dag i kalenderen, fx 2027-03-16"
    (day,) = problems_of(changed("starts: 2027-03-16T16:30", "starts: 2027-03-16"))
    assert "skal være en dato og et klokkeslæt, fx 2027-03-16T16:30" in day


@pytest.mark.parametrize("name", ["nordjylland-klyngestyregruppe", "hovedstaden-kommuneklynge", "sundhedsraad"])
def test_guidance_over_a_body_that_it_does_not_address_is_refused_in_its_own_words(name: str) -> None:
    (problem,) = problems_of(changed("charter: nordjylland-politisk-klynge", f"charter: {name}"))
    assert problem.startswith("forum.yaml:7: »kosu-2022« gælder en anden slags forum: »")
    assert "proces for politisk godkendelse af dagsordner i de politiske klynger" in problem


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenFile, match="filen kan ikke læses"):
        read_forum_file(tmp_path / "findes-ikke.yaml")
