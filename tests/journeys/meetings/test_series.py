"""A year's meetings are proposed on one card, made with one button all or none, and told of in one message."""

import pytest

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from tests.harness.forging import is_refused, quiet, said
from tests.harness.seeds import OpenSeed
from tests.harness.steps import SECRETARIAT, in_channel, posts

OTHER_SECRETARIAT, POLITICIAN = "sekretariat-region", "formand-laesoe"


async def test_a_year_is_proposed_made_at_once_and_told_of_once(nord: Stage) -> None:
    form = await nord.says(SECRETARIAT, "møder 2028", PERSONAL)
    shown = words(form)
    for part in (
        "Møder i 2028",
        "Møder om året: mindst 1. Kommissoriet: »Der afholdes minimum ét møde i de politiske klynger om året.«",
        "Forslag: 1 møde.",
        "Møde 1: tirsdag den 4. juli 2028",
        "Forslag til dagsordenen",
        "Udsendelse af dagsordenen",
    ):
        assert part in shown, part
    shown = said((await nord.clicks(SECRETARIAT, form, "Foreslå møder", {"Antal møder": "3"})).card)
    assert "Forslag: 3 møder." in shown
    assert shown.count("(foreslået)") >= 3
    before = {each.id for each in in_channel(nord)}
    faulty = {"Dato (møde 1)": "1. april 2029", "Fra kl. (møde 2)": "halv fem", "Sted (møde 3)": " "}
    answer = await nord.clicks(SECRETARIAT, form, "Opret møderne", faulty)
    assert is_refused(answer.card)
    shown = said(answer.card)
    for part in (
        "Intet er oprettet.",
        "Den 1. april 2029 ligger ikke i 2028.",
        "Skriv klokkeslættet som timer og minutter",
        "Udfyld feltet »Sted«.",
        "halv fem",
    ):
        assert part in shown, part
    await quiet(nord)
    assert {each.id for each in in_channel(nord)} == before
    assert "har ingen møder i 2028" in words(await nord.says(POLITICIAN, "møder i 2028", PERSONAL))
    right: dict[str, Value] = {
        "Dato (møde 1)": "24/12",
        "Fra kl. (møde 2)": "22",
        "Til kl. (møde 2)": "1",
        "Sted (møde 3)": "Vrå",
        "Møde 2": False,
    }
    shown = said((await nord.clicks(SECRETARIAT, form, "Det følger med", right)).card)
    assert "Møde 1: søndag den 24. december 2028" in shown
    assert "Den 24. december 2028 er en søndag. Mødet kan godt holdes." in shown
    done = said((await nord.clicks(SECRETARIAT, form, "Opret møderne", right)).card)
    assert "2 møder i 2028 er oprettet." in done
    assert "søndag den 24. december 2028 kl. 16.30–19.00" in done
    news = await nord.sees("Politisk Klynge Nord: Møder i 2028", "24. december 2028", "Vrå")
    await quiet(nord)
    assert {each.id for each in in_channel(nord)} - before == {news.id}
    assert not posts(nord, "Mødet den 24. december 2028")
    mine = words(await nord.says(POLITICIAN, "møder 2028"))
    assert "24. december 2028" in mine
    assert "Opret møderne" not in mine
    assert "24. december 2028" in words(await nord.says(POLITICIAN, "møder", PERSONAL))
    again = words(await nord.says(SECRETARIAT, "planlæg møder 2028", PERSONAL))
    assert "Det er der allerede" in again
    assert "Der er de møder i 2028, som kommissoriet siger." in again
    form = await nord.says(SECRETARIAT, "flyt møde 24/12/2028 til 19/12/2028", PERSONAL)
    await nord.clicks(SECRETARIAT, form, "Flyt mødet")
    await nord.sees("Politisk Klynge Nord: Møder i 2028", "tirsdag den 19. december 2028")
    form = await nord.says(SECRETARIAT, "aflys møde 19/12/2028", PERSONAL)
    await nord.clicks(SECRETARIAT, form, "Aflys mødet")
    await nord.sees("Politisk Klynge Nord: Møder i 2028", "tirsdag den 19. december 2028: aflyst")


@pytest.mark.both_databases
async def test_of_two_who_plan_the_same_year_the_second_sees_what_there_is_by_now(nord: Stage) -> None:
    first = await nord.says(SECRETARIAT, "møder 2028", PERSONAL)
    second = await nord.says(OTHER_SECRETARIAT, "møder 2028")
    await nord.clicks(SECRETARIAT, first, "Opret møderne")
    answer = await nord.clicks(OTHER_SECRETARIAT, second, "Opret møderne", {"Dato (møde 1)": "3. oktober 2028"})
    assert is_refused(answer.card)
    shown = said(answer.card)
    for part in ("Der er kommet andre møder i 2028 imens: nu er der 1.", "4. juli 2028", "3. oktober 2028"):
        assert part in shown, part
    again = await nord.clicks(OTHER_SECRETARIAT, second, "Opret møderne", {"Dato (møde 1)": "3. oktober 2028"})
    assert "1 møde i 2028 er oprettet." in said(again.card)
    await nord.sees("Politisk Klynge Nord: Møder i 2028", "3. oktober 2028")


async def test_what_no_charter_settles_is_asked(open_seed: OpenSeed) -> None:
    async with open_seed("kommuneklynge-midt") as cluster:
        form = await cluster.says("sekretariat", "møder 2028", PERSONAL)
        assert "Antal møder om året: Ikke fastsat i kommissoriet." in words(form)
        assert "Opret møderne" not in words(form)
        answer = await cluster.clicks("sekretariat", form, "Foreslå møder", {"Antal møder": "2"})
        shown = said(answer.card)
        for part in ("Forslag: 2 møder.", "tirsdag den 4. april 2028", "tirsdag den 3. oktober 2028", "Gladsaxe"):
            assert part in shown, part
