"""Draft minutes are disputed: a member suggests other words, the secretariat takes them or not, and both hear of it."""

import asyncio

import pytest

from bot.local.board import Message, words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import filled
from cards.html.walk import buttons
from tests.harness import forging
from tests.harness.forging import press
from tests.harness.minute_steps import OLD, TITLE, held, minutes_sent, put_forward, said
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, in_channel, in_chat, told

LOCAL, REGIONAL = CHAIRS
POLITICIAN, SUBSTITUTE, OTHER_SECRETARY = "formand-laesoe", "suppleant-regional", "sekretariat-region"
LEAD = "Klyngen godkendte indstillingen."
NEW = f"{LEAD} Modellen afprøves i otte måneder."
FIELD, REASON = "Foreslået ordlyd eller bemærkning", "Begrundelse (valgfrit)"


async def test_a_suggested_wording_is_shown_word_by_word_and_taken_by_one_click(nord: Stage) -> None:
    request = await put_forward(nord)
    form = await nord.clicks(POLITICIAN, request, "Foreslå en rettelse")
    assert f"Der står nu: {LEAD} {OLD}" in said(form)
    assert "Det er den tekst, der står" in said(await nord.clicks(POLITICIAN, request, "Send rettelsen"))
    assert "Skriv en bemærkning" in said(await nord.clicks(POLITICIAN, request, "Send rettelsen", {FIELD: " "}))
    answer = await nord.clicks(POLITICIAN, request, "Send rettelsen", {FIELD: NEW})
    assert "Din rettelse til punkt 2 er sendt til sekretariatet" in said(answer)
    assert "Du har allerede sendt" in words(
        await nord.says(POLITICIAN, f"foreslå rettelse til punkt 2: {NEW}", PERSONAL)
    )
    news = await told(nord, SECRETARIAT, "foreslår en anden ordlyd på punkt 2", "Afventer")
    assert [part["text"] for part in runs(news)[1:4]] == [f"{LEAD} Modellen afprøves i ", "ni", " "]
    assert "1 rettelse afventer. Punkt 2: 1." in words(await nord.says(SECRETARIAT, "referat", PERSONAL))
    taken = await nord.clicks(SECRETARIAT, news, "Indarbejd")
    assert "Rettelsen er indarbejdet. Udvalgsformand (Læsø) får besked. De, der havde godkendt" in said(taken)
    await nord.sees("Referat til godkendelse", "0 af 2 har godkendt", NEW)
    heard = await told(nord, POLITICIAN, "Svar på din rettelse")
    assert "Indarbejdet" in words(heard)
    await told(nord, LOCAL, "Punkt 2 i referatet", "er ændret, siden du godkendte det")
    entry = (await nord.says(POLITICIAN, "mine rettelser", PERSONAL)).card
    assert entry is not None
    assert "Indarbejdet af Sekretariat, kommunal side" in str(entry)


def runs(message: Message) -> list[dict[str, str]]:
    """The words of the difference that the card shows, each with its look."""
    assert message.card is not None
    (block,) = (part for part in message.card["body"] if part["type"] == "RichTextBlock")
    inlines: list[dict[str, str]] = block["inlines"]
    return inlines


@pytest.mark.both_databases
async def test_of_two_secretaries_who_answer_at_once_the_first_counts_and_the_second_is_told(nord: Stage) -> None:
    await put_forward(nord)
    await nord.says(SUBSTITUTE, f"foreslå rettelse til punkt 2: {NEW}")
    mine = await told(nord, SECRETARIAT, "foreslår en anden ordlyd", "Afventer")
    yours = await nord.sees("Rettelse 1/2027 til punkt 2", "Afventer")
    assert "otte" not in words(yours)
    assert "otte" in said(await nord.clicks(OTHER_SECRETARY, yours, "Se rettelse 1"))
    answers = await asyncio.gather(
        nord.clicks(SECRETARIAT, mine, "Indarbejd"),
        nord.clicks(OTHER_SECRETARY, yours, "Indarbejd ikke", {REASON: "Det blev ikke sagt."}),
    )
    first, second = [said(each) for each in answers]
    assert ("Rettelsen er indarbejdet" in first) is ("har allerede svaret på rettelsen" in second)
    assert ("har allerede svaret på rettelsen" in first) is ("Rettelsen er ikke indarbejdet" in second)
    await nord.sees("Rettelse 1/2027 til punkt 2", "af Sekretariat")
    heard = await nord.sees("Svar på din rettelse")
    shown = said(await nord.clicks(SUBSTITUTE, heard, "Se rettelse 1"))
    assert ("Begrundelse: Det blev ikke sagt." in shown) is ("har allerede svaret" in first)


async def test_a_text_that_changed_meanwhile_is_shown_with_the_other_and_taken_only_knowingly(nord: Stage) -> None:
    request = await put_forward(nord)
    await nord.clicks(POLITICIAN, request, "Foreslå en rettelse")
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt. Modellen afprøves i et år.", PERSONAL)
    late = await nord.clicks(POLITICIAN, request, "Send rettelsen", {FIELD: NEW})
    assert "er ændret, siden du åbnede formularen" in said(late)
    assert NEW in said(late)
    assert "er sendt til sekretariatet" in said(await nord.clicks(POLITICIAN, request, "Send rettelsen", {FIELD: NEW}))
    news = await told(nord, SECRETARIAT, "foreslår en anden ordlyd", "Afventer")
    assert news.card is not None
    knowing_less = filled(next(each for each in buttons(news.card) if each.title == "Indarbejd"), {})
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt. Modellen afprøves i to år.", PERSONAL)
    await told(nord, SECRETARIAT, "foreslår en anden ordlyd", "Teksten er ændret, siden", "i to år.")
    for overtaken in (
        forging.said((await press(nord, SECRETARIAT, knowing_less, PERSONAL)).card),
        words(await nord.says(SECRETARIAT, "indarbejd rettelse 1", PERSONAL)),
    ):
        assert "Teksten på punktet er ændret, siden rettelsen blev foreslået" in overtaken
        assert f"Der står nu: {LEAD} Modellen afprøves i to år." in overtaken
    assert "Rettelsen er indarbejdet" in said(await nord.clicks(SECRETARIAT, news, "Indarbejd"))
    await nord.sees("Referat til godkendelse", NEW)


async def test_what_is_taken_after_sending_is_an_addition_and_never_an_edit(nord: Stage) -> None:
    await held(nord)
    sent = await minutes_sent(nord)
    await nord.clicks(COORDINATOR, sent, "Foreslå en rettelse")
    await nord.clicks(COORDINATOR, sent, "Send rettelsen", {FIELD: "**Fed** <b>tekst</b> i tolv måneder."})
    assert "Kun" not in words(await nord.says(SECRETARIAT, "rettelser", PERSONAL))
    assert "1 rettelse afventer. Punkt 2: 1." in words(await nord.says(SECRETARIAT, "rettelser"))
    assert "tolv måneder" not in words(await nord.says(SECRETARIAT, "rettelser"))
    refused = words(await nord.says(COORDINATOR, "indarbejd rettelse 1", PERSONAL))
    assert "ikke rettigheder" in refused
    taken = words(await nord.says(SECRETARIAT, "indarbejd rettelse 1", PERSONAL))
    assert "Rettelsen er indarbejdet som en tilføjelse til referatet" in taken
    await nord.sees("Tilføjelse til referatet", "Til punkt 2: Beslutningen skal lyde:", "i tolv måneder.")
    now = words(await nord.sees(TITLE, "Sendt den", "Tilføjelser"))
    assert "Modellen afprøves i ni måneder." in now
    await told(nord, COORDINATOR, "Svar på din rettelse", "Indarbejdet som tilføjelse")
    assert "er allerede behandlet" in words(await nord.says(COORDINATOR, "træk rettelse 1 tilbage", PERSONAL))
    await nord.says(POLITICIAN, "foreslå rettelse til punkt 2: Modellen afprøves i et år.", PERSONAL)
    await nord.says(SECRETARIAT, "indarbejd rettelse 2", PERSONAL)
    await told(nord, COORDINATOR, "en tilføjelse til referatet", "om det, du foreslog", "i et år.")
    of_additions = [each for each in in_chat(nord, COORDINATOR) if "om det, du foreslog" in words(each)]
    assert ["et år" in words(each) for each in of_additions if "Der er en tilføjelse" in words(each)] == [True], (
        "who suggested the words is answered, and not told of them again as the proposer"
    )


async def test_a_closed_item_is_disputed_where_nobody_reads_along(nord: Stage) -> None:
    await put_forward(nord, is_closed=True)
    closed = "Modellen afprøves i hemmelighed."
    assert "Punktet er lukket" in words(await nord.says(LOCAL, f"foreslå rettelse til punkt 2: {closed}"))
    assert "vises ikke for dig" in words(await nord.says(POLITICIAN, "foreslå rettelse til punkt 2: Nej.", PERSONAL))
    await nord.says(LOCAL, f"foreslå rettelse til punkt 2: {closed}", PERSONAL)
    shown = words(await nord.says(SECRETARIAT, "rettelse 1", PERSONAL))
    assert "hemmelighed" in shown
    assert "Punktet er lukket" in words(await nord.says(SECRETARIAT, "indarbejd rettelse 1"))
    assert "Rettelsen er indarbejdet" in words(await nord.says(SECRETARIAT, "indarbejd rettelse 1", PERSONAL))
    await told(nord, LOCAL, "Svar på din rettelse", "hemmelighed")
    assert in_channel(nord, "hemmelighed") == []


async def test_what_comes_too_late_stands_below_the_approval_on_the_next_agenda(nord: Stage) -> None:
    await held(nord)
    sent = await minutes_sent(nord)
    assert "Fristen for bemærkninger er ikke udløbet" in words(
        await nord.says(POLITICIAN, "bemærkning til godkendelse af referatet: For tidligt.", PERSONAL)
    )
    await nord.clicks(COORDINATOR, sent, "Foreslå en rettelse")
    await nord.at("2027-03-20T00:00")
    late = await nord.clicks(COORDINATOR, sent, "Send rettelsen", {FIELD: "Der mangler en frist."})
    assert "De kan tages op, når referatet skal godkendes på næste møde" in said(late)
    kept = await nord.clicks(COORDINATOR, sent, "Tag det op på næste møde", {FIELD: "Der mangler en frist."})
    assert "står under godkendelsen af referatet på den næste dagsorden" in said(kept)
    typed = words(await nord.says(POLITICIAN, "bemærkning til referat: Jeg var der ikke.", PERSONAL))
    assert "Tag det op på næste møde" in typed
    await nord.says(POLITICIAN, "bemærkning til godkendelse af referatet: Jeg var der ikke.", PERSONAL)
    agenda = words(await nord.says(SECRETARIAT, "dagsorden"))
    assert "Godkendelse af referat fra mødet den 16. marts 2027" in agenda
    assert "punkt 2: Der mangler en frist." in agenda
    assert "Udvalgsformand (Læsø): Jeg var der ikke." in agenda
    assert agenda.count("Godkendelse af referat") == 1
