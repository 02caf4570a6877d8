"""Minutes that are sent, and what is said of them, reach whom they concern as a message of their own, once."""

import json

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.forging import quiet
from tests.harness.minute_steps import BEFORE_SENDING, TITLE, held, minutes_sent, said
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, in_channel, in_chat, told

LOCAL, REGIONAL = CHAIRS
ABROAD = "sekretariat-region"  # of another tenant, whom only the channel reaches


async def test_a_remark_reaches_each_of_the_secretariat_with_its_words_where_nobody_reads_along(nord: Stage) -> None:
    await held(nord)
    sent = await minutes_sent(nord)
    await nord.clicks("formand-laesoe", sent, "Send bemærkninger", {"Bemærkninger": "Punkt 2 mangler et navn."})
    heard = await told(nord, SECRETARIAT, "Bemærkning til referatet", "Udvalgsformand (Læsø)", "mangler et navn")
    assert "Se referatet" in json.dumps(heard.card, ensure_ascii=False)
    called = await nord.sees("Bemærkning til referatet", nord.account(ABROAD).name)
    assert "mangler et navn" not in words(called)
    assert "Udvalgsformand" not in words(called)


async def test_nobody_hears_of_a_remark_of_their_own(nord: Stage) -> None:
    await held(nord)
    await minutes_sent(nord)
    await nord.says(SECRETARIAT, "bemærkning til referat: Husk bilag 2.", PERSONAL)
    await nord.sees("Bemærkning til referatet", nord.account(ABROAD).name)
    await quiet(nord)
    assert [each for each in in_chat(nord, SECRETARIAT) if "Husk bilag 2." in words(each)] == []


async def test_approved_minutes_arrive_as_a_new_message_and_the_secretariat_hears_that_all_have_approved(
    nord: Stage,
) -> None:
    await held(nord, BEFORE_SENDING)
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    request = await nord.sees("Referat til godkendelse", "0 af 2")
    await nord.clicks(LOCAL, request, "Godkend referat")
    await nord.sees("Referat til godkendelse", "1 af 2")
    assert [each for each in in_chat(nord, SECRETARIAT) if "Alle har godkendt referatet" in words(each)] == []
    await nord.clicks(REGIONAL, request, "Godkend referat")
    sent = await nord.sees(TITLE, "Sendt den")
    assert sent.id != request.id
    await nord.sees("Referat til godkendelse", "er udsendt")
    await told(nord, SECRETARIAT, "Alle har godkendt referatet")
    await quiet(nord)
    assert len(in_channel(nord, TITLE, "Sendt den")) == 1


async def test_an_approval_can_be_taken_back_until_the_minutes_are_sent(nord: Stage) -> None:
    await held(nord, BEFORE_SENDING)
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    request = await nord.sees("Referat til godkendelse", "0 af 2")
    answer = said(await nord.clicks(LOCAL, request, "Godkend referat"))
    assert "Din godkendelse af referatet er registreret." in answer
    assert "Afventer godkendelse fra Formand (Region Nordjylland)." in answer
    await nord.sees("Referat til godkendelse", "1 af 2")
    back = said(await nord.clicks(LOCAL, request, "Fortryd godkendelse"))
    assert "er trukket tilbage" in back
    await nord.sees("Referat til godkendelse", "0 af 2")
    await nord.clicks(REGIONAL, request, "Godkend referat")
    await nord.sees("Referat til godkendelse", "1 af 2")
    assert in_channel(nord, TITLE, "Sendt den") == []
    await nord.says(LOCAL, "godkend referat")
    await nord.sees(TITLE, "Sendt den")
    assert "Rettelser skrives som tilføjelser" in words(await nord.says(LOCAL, "fortryd godkendelse af referat"))


async def test_a_yes_takes_along_the_remark_that_stands_in_the_field(nord: Stage) -> None:
    await held(nord, BEFORE_SENDING)
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    request = await nord.sees("Referat til godkendelse", "0 af 2")
    answer = await nord.clicks(LOCAL, request, "Godkend referat", {"Bemærkninger": "Ret dog stavningen."})
    assert "Din bemærkning er sendt til sekretariatet." in said(answer)
    await told(nord, SECRETARIAT, "Ret dog stavningen.")


async def test_the_preview_shows_to_the_secretariat_alone_just_what_the_channel_gets(nord: Stage) -> None:
    await held(nord)
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt. Godkendt med den ændring, at det er otte måneder.")
    writing = await nord.says(SECRETARIAT, "referat", PERSONAL)
    seen = await nord.clicks(SECRETARIAT, writing, "Se referatet før udsendelse")
    assert "Fremmøde er ikke noteret, og det kommer til at stå i referatet." in said(seen)
    assert in_channel(nord, TITLE) == []
    assert "ikke rettigheder" in words(await nord.says(COORDINATOR, "se referatet før udsendelse"))
    assert "otte måneder" not in words(await nord.says(SECRETARIAT, "se referatet før udsendelse"))
    await nord.clicks(SECRETARIAT, writing, "Hvem var til stede?")
    await nord.clicks(SECRETARIAT, writing, "Alle var til stede")
    await nord.clicks(SECRETARIAT, writing, "Gem fremmøde")
    ready = await nord.clicks(SECRETARIAT, writing, "Se referatet før udsendelse")
    assert "kommer til at stå" not in said(ready)
    assert ready.card is not None
    previewed = next(part["items"][1:] for part in ready.card["body"] if part["type"] == "Container")
    await nord.clicks(SECRETARIAT, writing, "Send referat")
    sent = await nord.sees(TITLE, "Sendt den")
    assert sent.card is not None
    assert previewed == sent.card["body"][2 : 2 + len(previewed)]
    for part in ("Hjørring", "16.30–19.00", "Til stede: ", "Indstilling: Det indstilles, at modellen afprøves."):
        assert part in words(sent), part
    changed = "Beslutning: Klyngen godkendte indstillingen med den ændring, at det er otte måneder."
    assert changed in words(sent)
    assert "Ingen beslutning" not in words(sent)


async def test_three_days_for_remarks_that_end_on_a_saturday_last_until_monday(nord: Stage) -> None:
    await held(nord)
    await nord.at("2027-03-17T10:00")
    sent = await minutes_sent(nord)
    assert "mandag den 22. marts 2027 (fristen er flyttet fra lørdag den 20. marts 2027" in words(sent)
    await nord.at("2027-03-22T23:59")
    taken = await nord.clicks(COORDINATOR, sent, "Send bemærkninger", {"Bemærkninger": "I tide."})
    assert "er sendt til sekretariatet" in said(taken)
