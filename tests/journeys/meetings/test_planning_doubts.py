"""What a plan for a meeting is told: what follows and what is remarked on, what is refused, and who may at all."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.domain.meetings.actions import OpenMove
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from cards.kit.buttons import pack
from tests.harness.cases.case import of_meeting
from tests.harness.foreign import with_syd
from tests.harness.forging import press, said
from tests.harness.steps import (
    SECRETARIAT,
)
from tests.journeys.meetings.planning import MOVED, entries, moves, refused

POLITICIAN = "formand-laesoe"


async def test_what_lies_in_the_past_is_shown_with_a_proposal_for_each(nord: Stage) -> None:
    form = words(await nord.says(SECRETARIAT, "flyt møde til 15/1", PERSONAL))
    past = form.partition("Frister, der nu ligger i fortiden")[2]
    for part in (
        "Forslag til dagsordenen: fredag den 18. december 2026. Forslag:",
        "Udkast til dem, der godkender: ",
        "Svar på godkendelse af dagsordenen: ",
        "Udsendelse af dagsordenen (kl. 8.00): fredag den 8. januar 2027. Forslag: Udsend dagsordenen",
    ):
        assert part in past, part
    assert MOVED.replace("6. april", "15. januar") in said(await moves(nord, "flyt møde til 15/1"))


async def test_a_holiday_and_another_meeting_that_day_are_remarks(nord: Stage) -> None:
    form = words(await nord.says(SECRETARIAT, "flyt møde til 29/3", PERSONAL))
    assert "Den 29. marts 2027 er en helligdag (Anden påskedag). Mødet kan godt holdes." in form
    form = words(await nord.says(SECRETARIAT, "flyt møde til 5/10", PERSONAL))
    assert "Politisk Klynge Nord har selv et andet møde samme dag kl. 16.30–19.00." in form
    late = words(await nord.says(SECRETARIAT, "flyt møde til 6/4 kl. 22-1", PERSONAL))
    assert "Mødet slutter dagen efter, den 7. april 2027." in late


@pytest.mark.parametrize(
    ("fields", "no"),
    [
        ({"Dato": "10. januar 2027"}, "ligger i fortiden"),
        ({"Dato": "en dag i foråret"}, "Skriv datoen som dag, måned og år"),
        ({"Fra kl.": "halv fem"}, "Skriv klokkeslættet som timer og minutter"),
        ({"Til kl.": "15"}, "Mødet slutter, før det begynder."),
        ({"Dato": "28. marts 2027", "Fra kl.": "2.30", "Til kl.": "4"}, "uret stilles frem til sommertid"),
        ({"Dato": "16. marts 2031"}, "er mere end to år væk"),
        ({"Dato": "6/4", "Begrundelse": "Ring til 010190-1234"}, "CPR-nummer"),
    ],
)
async def test_what_cannot_be_is_refused_with_the_form_as_it_was_filled_in(
    nord: Stage, fields: Mapping[str, Value], no: str
) -> None:
    shown = await refused(nord, "flyt møde", "Flyt mødet", fields)
    assert no in shown
    if "Begrundelse" not in fields:
        assert all(str(typed) in shown for typed in fields.values())


async def test_what_begun_and_what_is_as_it_was_changes_nothing(nord: Stage) -> None:
    same = said(await moves(nord, "flyt møde til 16/3"))
    assert "Mødet den 16. marts 2027 er, som det var. Intet er ændret." in same
    assert not await entries(nord, "meeting.moved")
    await nord.at("2027-03-16T17:00")
    begun = said((await press(nord, SECRETARIAT, pack(of_meeting(OpenMove)))).card)
    assert "Mødet den 16. marts 2027 er begyndt eller holdt og kan hverken flyttes eller aflyses." in begun
    assert "5. oktober 2027" in words(await nord.says(SECRETARIAT, "flyt møde", PERSONAL))


async def test_only_those_who_serve_the_forum_may(nord: Stage) -> None:
    for sentence in ("nyt møde", "flyt møde til 6/4", "aflys møde", "hold mødet alligevel"):
        for where in (None, PERSONAL):
            assert "sekretariatet" in words(await nord.says(POLITICIAN, sentence, where)), sentence
    shown = words(await nord.says(POLITICIAN, "møder", PERSONAL))
    assert "Flyt mødet" not in shown
    assert "Nyt møde" not in shown
    shown = words(await nord.says(SECRETARIAT, "møder", PERSONAL))
    for button in ("Flyt mødet", "Aflys mødet", "Nyt møde"):
        assert button in shown


async def test_a_meeting_of_another_forum_in_which_the_same_people_sit_is_a_remark(nord: Stage, tmp_path: Path) -> None:
    await with_syd(nord, tmp_path)
    form = words(await nord.says(SECRETARIAT, "flyt møde til 5/10 kl. 9-11", PERSONAL))
    assert "Politisk Klynge Syd har møde samme dag kl. 16.30–19.00." in form
    assert "Deltager begge steder: Klyngekoordinator (Hjørring)." in form
    assert "Syd" not in words(await nord.says(SECRETARIAT, "flyt møde til 6/4", PERSONAL))
