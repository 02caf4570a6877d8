"""What a meeting resolved, over the whole protocol: by card and by sentence, and who gets it when the minutes leave."""

import pytest

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.forging import quiet
from tests.harness.minute_steps import TITLE, held, said
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, in_chat, told

LAESOE, FREDERIKSHAVN, SUBSTITUTE = "formand-laesoe", "formand-frederikshavn", "suppleant-regional"
SENTENCE = (
    "Klyngen godkendte indstillingen med den ændring, at modellen afprøves i otte måneder. "
    "Læsø Kommune tog forbehold. Region Nordjylland stemte imod."
)
OPINION = "Afvigende mening, Udvalgsformand (Læsø) (Læsø Kommune): Det er for dyrt for øerne."


@pytest.mark.both_databases
async def test_minutes_in_full_from_the_form_to_the_proposers_extract(nord: Stage) -> None:
    await held(nord)
    writing = await nord.says(SECRETARIAT, "referat", PERSONAL)
    await nord.clicks(SECRETARIAT, writing, "Punkt 2")
    typed = {
        "Udfald": "Godkendt med ændringer",
        "Beslutning": "at modellen afprøves i otte måneder",
        "Læsø Kommune": "forbehold",
        "Region Nordjylland": "imod",
    }
    shown = await nord.clicks(SECRETARIAT, writing, "Gem og se teksten", typed)
    assert SENTENCE in said(shown)
    edited = f"{SENTENCE} Der følges op."
    assert edited in said(await nord.clicks(SECRETARIAT, writing, "Gem og se teksten", {"Tekst i referatet": edited}))
    changed = said(await nord.clicks(SECRETARIAT, writing, "Gem beslutning", {"Læsø Kommune": "Som resten"}))
    assert "Teksten er rettet i hånden" in changed
    await nord.clicks(SECRETARIAT, writing, "Brug den nye tekst")
    back = words(await nord.says(SECRETARIAT, "punkt 2: Læsø forbehold", PERSONAL))
    assert SENTENCE in back
    for wrong in ("punkt 2: Skagen imod", "punkt 2: Læsø imod, Læsø for", "punkt 2: Læsø er sur"):
        assert "organisation" in words(await nord.says(SECRETARIAT, wrong)), wrong
    assert "ikke rettigheder" in words(await nord.says(LAESOE, "punkt 2: Læsø imod"))

    asked = await nord.says(LAESOE, "referat")
    await nord.clicks(LAESOE, asked, "Afvigende mening")
    taken = {"Punkt": "2. Fælles model for opfølgende hjemmebesøg", "Afvigende mening": "Det er for dyrt for øerne."}
    assert "føres til referatet" in said(await nord.clicks(LAESOE, asked, "Afvigende mening", taken))
    heard = await told(nord, SECRETARIAT, "Afvigende mening", "Det er for dyrt for øerne.")
    assert "Udvalgsformand (Læsø)" in words(heard)
    not_there = words(await nord.says(SUBSTITUTE, "afvigende mening til punkt 2: Nej."))
    assert "dem, der deltog i mødet" in not_there
    await nord.says(FREDERIKSHAVN, "afvigende mening til punkt 2: Også mig.")
    assert "trukket tilbage" in words(await nord.says(FREDERIKSHAVN, "fortryd afvigende mening til punkt 2"))

    assert in_chat(nord, COORDINATOR) == [] or not any(
        "Her er, hvad" in words(each) for each in in_chat(nord, COORDINATOR)
    )
    await nord.says(SECRETARIAT, "send referat")
    sent = words(await nord.sees(TITLE, "Sendt den"))
    for part in ("Udfald: Godkendt med ændringer · ", "Læsø Kommune: forbehold", SENTENCE, OPINION):
        assert part in sent, part
    assert "Også mig" not in sent
    late = words(await nord.says(LAESOE, "afvigende mening til punkt 2: Mere."))
    assert "Send en bemærkning til referatet" in late
    extract = words(await told(nord, COORDINATOR, "Her er, hvad der blev besluttet"))
    for part in ("Fælles model for opfølgende hjemmebesøg", SENTENCE, OPINION):
        assert part in extract, part
    await nord.says(SECRETARIAT, "tilføj til referatet punkt 2: Det er ni måneder.")
    await told(nord, COORDINATOR, "tilføjelse til referatet", "Til punkt 2: Det er ni måneder.")
    await quiet(nord)
    extracts = [each for each in in_chat(nord, COORDINATOR) if "Her er, hvad" in words(each)]
    assert len(extracts) == 1
    assert not any("Her er, hvad" in words(each) for each in in_chat(nord, SECRETARIAT))


async def test_what_is_put_off_stands_on_the_next_draft_until_the_outcome_is_another(nord: Stage) -> None:
    await held(nord, is_closed=True)
    refused = words(await nord.says(SECRETARIAT, "beslutning 2: Udsat."))
    assert "Punktet er lukket" in refused
    saved = words(await nord.says(SECRETARIAT, "beslutning 2: Udsat til næste møde. Vi mangler tal.", PERSONAL))
    assert "5. oktober 2027" in saved
    assert "Hemmelig titel" in words(await nord.says(SECRETARIAT, "dagsorden 5/10 2027", PERSONAL))
    assert "Hemmelig titel" not in words(await nord.says(CHAIRS[0], "dagsorden 5/10 2027"))
    await nord.says(SECRETARIAT, "beslutning 2: Ikke godkendt.", PERSONAL)
    assert "Hemmelig titel" not in words(await nord.says(SECRETARIAT, "dagsorden 5/10 2027", PERSONAL))
    await nord.says(SECRETARIAT, "send referat")
    await nord.sees(TITLE, "Sendt den")
    extract = words(await told(nord, COORDINATOR, "Her er, hvad der blev besluttet", "Hemmelig titel"))
    assert "Klyngen godkendte ikke indstillingen." in extract
