"""What was proposed can be changed: by its proposer until it is treated, by the secretariat until the agenda leaves."""

import json

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from tests.harness.steps import COORDINATOR, POST, SECRETARIAT, VISITS, accept, circulate, in_chat, propose, told

TITLE = str(VISITS["Overskrift"])


async def test_a_proposer_corrects_what_nobody_has_treated_and_the_secretariat_hears_it(nord: Stage) -> None:
    await propose(nord)
    form = await nord.says(COORDINATOR, "ret forslag 1", PERSONAL)
    assert str(VISITS["Resumé"]) in words(form)
    await nord.clicks(COORDINATOR, form, "Gem ændringerne", {"Overskrift": "Hjemmebesøg", "Beløb i kr.": "450.000"})
    await told(nord, SECRETARIAT, "Nyt forslag", "Hjemmebesøg", "450.000 kr.")
    await nord.sees(POST, "Nyt forslag", "Hjemmebesøg")
    await told(nord, SECRETARIAT, "har rettet forslag nr. 1 »Hjemmebesøg«: Overskrift og Beløb.")
    assert not [each for each in in_chat(nord, COORDINATOR) if "har rettet" in words(each)]


async def test_once_treated_the_proposer_suggests_and_the_secretariat_works_it_in(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    form = await nord.says(COORDINATOR, "ret forslag 1", PERSONAL)
    typed: dict[str, Value] = {"Resumé": "Nu i tolv måneder.", "Begrundelse": "Regionen vil mere."}
    answer = await nord.clicks(COORDINATOR, form, "Send ændringen til sekretariatet", typed)
    assert "indarbejder den eller ej" in json.dumps(answer.card, ensure_ascii=False)
    assert "Nu i tolv måneder." not in words(await nord.says(COORDINATOR, "forslag 1"))
    heard = await told(nord, SECRETARIAT, "foreslår at ændre forslag nr. 1", "Nu i tolv måneder.", "Regionen vil mere.")
    await nord.clicks(SECRETARIAT, heard, "Indarbejd")
    assert "Nu i tolv måneder." in words(await nord.says(COORDINATOR, "forslag 1"))
    await told(nord, COORDINATOR, "har indarbejdet din ændring")


async def test_a_change_that_is_left_out_changes_nothing_and_is_told(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    form = await nord.says(COORDINATOR, "ret forslag 1")
    await nord.clicks(COORDINATOR, form, "Send ændringen til sekretariatet", {"Overskrift": "Et andet navn"})
    await nord.says(SECRETARIAT, "indarbejd ikke 1: For sent.")
    await told(nord, COORDINATOR, "har ikke indarbejdet din ændring", "For sent.")
    assert "Et andet navn" not in words(await nord.says(SECRETARIAT, "dagsorden"))


async def test_the_secretariat_edits_everything_and_the_proposer_is_told_what(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    form = await nord.says(SECRETARIAT, "ret forslag 1", PERSONAL)
    typed: dict[str, Value] = {
        "Resumé": "Kortere.",
        "Sagstype": "Beslutning",
        "Links til bilag": "https://example.org/bilag",
        "Besked til forslagsstilleren": "Vi har strammet teksten.",
    }
    await nord.clicks(SECRETARIAT, form, "Gem ændringerne", typed)
    await told(nord, COORDINATOR, "Ændret: Sagstype, Resumé og Bilag.", "Vi har strammet teksten.")
    shown = words(await nord.says(COORDINATOR, "forslag 1"))
    assert "Kortere." in shown
    assert "Beslutning" in shown
    assert "Beslutning" in words(await nord.says(SECRETARIAT, "dagsorden"))


async def test_a_change_after_circulation_says_that_the_version_lacks_it(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    await nord.at("2027-03-02T09:00")
    await circulate(nord)
    form = await nord.says(SECRETARIAT, "ret forslag 1", PERSONAL)
    answer = await nord.clicks(SECRETARIAT, form, "Gem ændringerne", {"Forslag til indstilling": "Det indstilles nyt."})
    said = json.dumps(answer.card, ensure_ascii=False)
    assert "Ændringen er ikke med i version 1, som er til godkendelse. Send version 2 til godkendelse." in said
    await nord.clicks(SECRETARIAT, form, "Send version 2 til godkendelse")
    await nord.sees("Godkendelse af dagsorden", "Version 2")


async def test_an_uddybning_and_a_correction_go_together(nord: Stage) -> None:
    await propose(nord)
    await nord.says(SECRETARIAT, "bed om uddybning 1: Hvem betaler?")
    asked = await told(nord, COORDINATOR, "Hvem betaler?")
    await nord.clicks(COORDINATOR, asked, "Ret forslaget", {"Uddybning": "Kommunerne."})
    await nord.clicks(COORDINATOR, asked, "Gem ændringerne", {"Økonomi": "Kommunerne deler udgiften."})
    await told(nord, SECRETARIAT, "har uddybet forslag nr. 1", "Kommunerne.")
    card = await told(nord, SECRETARIAT, "Nyt forslag", "Modtaget", "Kommunerne deler udgiften.")
    assert "Kommunerne." not in words(card)
    assert "Kommunerne." not in words(await nord.sees(POST, "Nyt forslag"))


async def test_a_text_that_does_not_fit_is_refused_with_all_of_it_still_there(nord: Stage) -> None:
    form = await nord.says(COORDINATOR, "foreslå", PERSONAL)
    long = "En sætning om sagen. " * 238  # 4,998 characters
    answer = await nord.clicks(COORDINATOR, form, "Send forslag", VISITS | {"Resumé": long})
    said = json.dumps(answer.card, ensure_ascii=False)
    assert "Teksten i »Resumé« er 2997 tegn for lang." in said
    assert long in said
    answer = await nord.clicks(COORDINATOR, form, "Send forslag", {"Resumé": "Kort.", "Sagsfremstilling": long})
    assert "modtaget som nr. 1" in json.dumps(answer.card, ensure_ascii=False)
    posted = await nord.sees("Nyt forslag")
    assert "En sætning om sagen." not in words(posted)
    read = await nord.clicks(COORDINATOR, posted, "Læs hele forslaget")
    assert long.strip() in json.dumps(read.card, ensure_ascii=False)


async def test_more_than_any_card_holds_stays_in_the_form(nord: Stage) -> None:
    form = await nord.says(COORDINATOR, "foreslå", PERSONAL)
    answer = await nord.clicks(COORDINATOR, form, "Send forslag", VISITS | {"Sagsfremstilling": "ord " * 12_000})
    assert answer.card is None
    assert answer.text is not None
    assert "37.999 tegn for lang" in answer.text
    assert answer.text.endswith("Det, du skrev, står stadig i formularen.")
    much = await nord.clicks(COORDINATOR, form, "Send forslag", VISITS | {"Sagsfremstilling": "ord " * 13_000})
    assert much.card is None
    assert "end jeg kan læse på én gang" in str(much.text)
    assert str(much.text).endswith("Det, du skrev, står stadig i formularen.")


async def test_words_typed_on_a_card_are_kept_when_one_reads_on(nord: Stage) -> None:
    card = await propose(nord, fields={"Sagsfremstilling": "Hele sagen."})
    await nord.clicks(SECRETARIAT, card, "Behandl forslag")
    await nord.clicks(SECRETARIAT, card, "Læs hele forslaget", {"Begrundelse eller spørgsmål": "Hvem betaler?"})
    back = await nord.clicks(SECRETARIAT, card, "Tilbage til forslaget")
    assert "Hvem betaler?" in json.dumps(back.card, ensure_ascii=False)


async def test_an_old_form_is_refused_with_what_was_typed(nord: Stage) -> None:
    await propose(nord)
    form = await nord.says(COORDINATOR, "ret forslag 1", PERSONAL)
    await nord.says(SECRETARIAT, "bed om uddybning 1: Hvem betaler?")
    answer = await nord.clicks(COORDINATOR, form, "Gem ændringerne", {"Overskrift": "Et nyt navn"})
    said = json.dumps(answer.card, ensure_ascii=False)
    assert "forældet" in said
    assert "Et nyt navn" in said
    await nord.sees(POST, TITLE, "Afventer uddybning")


async def test_an_old_form_takes_nothing_back_that_was_changed_on_the_agenda(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    ours, theirs = [await nord.says(each, "ret forslag 1", PERSONAL) for each in (SECRETARIAT, COORDINATOR)]
    await nord.says(SECRETARIAT, "punkt 2 titel: Nedlæggelse af ordningen")
    for person, form, saves in (
        (SECRETARIAT, ours, "Gem ændringerne"),
        (COORDINATOR, theirs, "Send ændringen til sekretariatet"),
    ):
        answer = await nord.clicks(person, form, saves, {"Resumé": "Kortere."})
        said = json.dumps(answer.card, ensure_ascii=False)
        assert "Dagsordenen er ændret, siden du åbnede forslaget." in said
        assert "Kortere." in said
    assert "Nedlæggelse af ordningen" in words(await nord.says(SECRETARIAT, "dagsorden"))
    await nord.clicks(SECRETARIAT, ours, "Gem ændringerne", {"Overskrift": "Nedlæggelse af ordningen"})
    assert "Kortere." in words(await nord.says(SECRETARIAT, "forslag 1"))
