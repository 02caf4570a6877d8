"""Who was there: asked for, taken as it is said, and never made up."""

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from cards.html.walk import buttons
from tests.harness.minute_steps import held, minutes_sent, said
from tests.harness.steps import SECRETARIAT


async def test_minutes_say_that_attendance_is_not_noted_where_nobody_said_anything(nord: Stage) -> None:
    await held(nord)
    sent = words(await minutes_sent(nord))
    assert "Fremmøde er ikke noteret" in sent
    assert "Fraværende" not in sent
    assert "Til stede" not in sent


async def test_nobody_is_ticked_until_somebody_ticks_and_one_tap_is_enough_for_all(nord: Stage) -> None:
    await held(nord)
    writing = await nord.says(SECRETARIAT, "referat", PERSONAL)
    form = await nord.clicks(SECRETARIAT, writing, "Hvem var til stede?")
    assert form.card is not None
    ticks = next(field for field in next(buttons(form.card)).inputs if field["id"] == "present")
    assert "value" not in ticks
    ticked = await nord.clicks(SECRETARIAT, writing, "Alle var til stede")
    assert "Til stede: 14 · Fraværende: 0" in said(ticked)
    assert "suppleant-regional" in said(ticked), "a substitute can be ticked"
    saved = await nord.clicks(SECRETARIAT, writing, "Gem fremmøde", {"present": ["formand-laesoe", "laege"]})
    assert "Fremmødet er gemt. Til stede: 2 · Fraværende: 12." in said(saved)
    sent = words(await minutes_sent(nord))
    assert "Deltagere" in sent
    assert "Til stede: Udvalgsformand (Læsø); Praktiserende læge (PLO-Nordjylland)" in sent
    assert "suppleant" not in sent


async def test_absences_by_name_and_one_tap_for_all_others(nord: Stage) -> None:
    await held(nord)
    await nord.says(SECRETARIAT, "fravær: Udvalgsformand (Læsø)")
    writing = await nord.says(SECRETARIAT, "referat", PERSONAL)
    assert "Fraværende: 1 · Ikke noteret: 13" in words(writing)
    noted = await nord.clicks(SECRETARIAT, writing, "Alle andre var til stede")
    assert "Til stede: 13 · Fraværende: 1" in said(noted)
    assert "Fraværende: Udvalgsformand (Læsø)" in words(await minutes_sent(nord))


async def test_all_but_those_named_are_noted_in_one_sentence(nord: Stage) -> None:
    await held(nord)
    assert "Til stede: 13 · Fraværende: 1" in words(await nord.says(SECRETARIAT, "til stede: alle undtagen Læsø"))
    assert "Fraværende: Udvalgsformand (Læsø)" in words(await minutes_sent(nord))


async def test_who_came_late_and_who_left_early_stands_with_the_hours(nord: Stage) -> None:
    await held(nord)
    for sentence in ("alle var til stede", "kom: Læsø 17.10", "gik: læge kl. 18", "mødet sluttede: 18.45"):
        assert "Fremmødet er gemt" in words(await nord.says(SECRETARIAT, sentence)), sentence
    assert "ikke inden for mødet" in words(await nord.says(SECRETARIAT, "kom: Læsø 19"))
    assert "Skriv et navn og et klokkeslæt" in words(await nord.says(SECRETARIAT, "kom: Læsø"))
    sent = words(await minutes_sent(nord))
    assert "Udvalgsformand (Læsø) (fra kl. 17.10)" in sent
    assert "Praktiserende læge (PLO-Nordjylland) (til kl. 18.00)" in sent
    assert "tirsdag den 16. marts 2027 kl. 16.30–18.45" in sent


async def test_what_is_known_of_some_is_said_and_so_is_of_whom_nothing_is_known(nord: Stage) -> None:
    await held(nord)
    await nord.says(SECRETARIAT, "til stede: Formand (Hjørring)")
    sent = words(await minutes_sent(nord))
    assert "Til stede: Formand (Hjørring)" in sent
    assert "Fremmøde er ikke noteret for: " in sent
    assert "Fraværende" not in sent
