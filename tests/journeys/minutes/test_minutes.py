"""Minutes: written after the meeting, sent to the channel, commented on, and never changed again."""

import asyncio
import json

import pytest

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from cards.html.walk import buttons
from tests.harness.minute_steps import TITLE, held, minutes_sent, said
from tests.harness.passing_time import comes_in_chat
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, accept, in_channel, propose

LOCAL = CHAIRS[0]


async def test_before_the_meeting_there_is_nothing_to_write(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    for command in ("beslutning 2: Godkendt.", "fravær: ingen", "send referat", "tilføj til referat: Rettet."):
        assert "Mødet er ikke begyndt" in words(await nord.says(SECRETARIAT, command)), command
    await nord.at("2027-03-16T16:29")
    assert "Mødet er ikke begyndt" in words(await nord.says(SECRETARIAT, "beslutning 2: Godkendt."))
    await nord.at("2027-03-16T16:30")
    assert "Beslutningen på punkt 2 er gemt" in words(await nord.says(SECRETARIAT, "beslutning 2: Godkendt."))


async def test_the_reminder_leads_the_secretariat_to_the_minutes_and_nobody_else(nord: Stage) -> None:
    await held(nord)
    reminder = await comes_in_chat(nord, "2027-03-17T08:00", "Referatet skal udsendes")
    answer = await nord.clicks(COORDINATOR, reminder, "Skriv referat")
    assert "er ikke sendt endnu" in said(answer)
    assert "Se referatet før udsendelse" not in said(answer)
    answer = await nord.clicks(SECRETARIAT, reminder, "Skriv referat")
    assert answer.card is not None
    assert "Se referatet før udsendelse" in [button.title for button in buttons(answer.card)]


async def test_the_secretariat_writes_by_form_and_sends(nord: Stage) -> None:
    await held(nord)
    writing = await nord.says(SECRETARIAT, "referat", PERSONAL)
    await nord.clicks(SECRETARIAT, writing, "Punkt 2")
    typed = {"Udfald": "Godkendt", "Beslutning": "Modellen afprøves i ni måneder."}
    assert "gemt" in said(await nord.clicks(SECRETARIAT, writing, "Gem beslutning", typed))
    assert in_channel(nord, TITLE) == []
    await nord.clicks(SECRETARIAT, writing, "Se referatet før udsendelse")
    await nord.clicks(SECRETARIAT, writing, "Send referat")
    sent = words(await nord.sees(TITLE, "Sendt den", "Fælles model for opfølgende hjemmebesøg"))
    assert "Klyngen godkendte indstillingen. Modellen afprøves i ni måneder." in sent
    assert "Bemærkninger til referatet kan sendes til og med" in sent


async def test_absence_is_recorded_by_name_and_stands_in_the_minutes(nord: Stage) -> None:
    await held(nord)
    reply = await nord.says(SECRETARIAT, "fravær: Udvalgsformand (Læsø), Formand (Hjørring)")
    assert "Fremmødet er gemt. Fraværende: 2" in words(reply)
    assert "Jeg kender ingen" in words(await nord.says(SECRETARIAT, "fravær: Anders And"))
    sent = words(await minutes_sent(nord))
    assert "Fraværende: Formand (Hjørring); Udvalgsformand (Læsø)" in sent


async def test_minutes_without_a_resolution_are_not_sent_and_the_items_are_named(nord: Stage) -> None:
    await held(nord)
    assert "Disse punkter mangler en beslutning: 2" in words(await nord.says(SECRETARIAT, "send referat"))
    assert in_channel(nord, TITLE) == []


async def test_an_item_that_is_not_there_is_refused(nord: Stage) -> None:
    await held(nord)
    assert "Der er intet punkt 9" in words(await nord.says(SECRETARIAT, "beslutning 9: Godkendt."))


async def test_only_the_secretariat_writes_sends_and_adds(nord: Stage) -> None:
    await held(nord)
    every = ("beslutning 2: Godkendt.", "fravær: ingen", "send referat", "tilføj til referat: Rettet.")
    for person in (LOCAL, COORDINATOR, "formand-laesoe"):
        for command in every:
            assert "ikke rettigheder" in words(await nord.says(person, command)), (person, command)
    assert in_channel(nord, TITLE) == []
    await minutes_sent(nord)
    assert "ikke rettigheder" in words(await nord.says(LOCAL, "tilføj til referat: Rettet."))
    assert in_channel(nord, "Tilføjelse til referatet") == []


@pytest.mark.both_databases
async def test_minutes_go_at_once_even_at_night_and_once(nord: Stage) -> None:
    await held(nord)
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.at("2027-03-20T23:30")
    writing = await nord.says(SECRETARIAT, "referat", PERSONAL)
    person = nord.account(SECRETARIAT)
    shown = (await nord.clicks(SECRETARIAT, writing, "Se referatet før udsendelse")).card
    await asyncio.gather(*(nord.teams.visitor.clicks(person, writing, "Send referat", card=shown) for _ in range(2)))
    await nord.sees(TITLE, "Sendt den")
    await nord.says(SECRETARIAT, "send referat")
    await nord.at("2027-03-23T08:00")
    assert len(in_channel(nord, TITLE, "Sendt den")) == 1


async def test_sent_minutes_do_not_change_and_corrections_are_additions(nord: Stage) -> None:
    await held(nord)
    sent = await minutes_sent(nord)
    for command in ("beslutning 2: Forkastet.", "fravær: Udvalgsformand (Læsø)"):
        assert "Rettelser skrives som tilføjelser" in words(await nord.says(SECRETARIAT, command)), command
    await nord.says(SECRETARIAT, "tilføj til referat: Der står ni måneder; det er otte.")
    await nord.sees("Tilføjelse til referatet", "det er otte")
    now = words(await nord.sees(TITLE, "Sendt den", "Tilføjelser", "det er otte"))
    assert "Modellen afprøves i ni måneder." in now
    assert "Forkastet" not in now
    assert [each.id for each in in_channel(nord, TITLE, "Sendt den", "Modellen afprøves")] == [sent.id]


async def test_nothing_is_added_to_minutes_that_can_still_be_changed(nord: Stage) -> None:
    await held(nord)
    assert "ikke sendt endnu" in words(await nord.says(SECRETARIAT, "tilføj til referat: Rettet."))
    assert "Skriv en bemærkning" in words(await nord.says(SECRETARIAT, "tilføj til referat"))


async def test_a_remark_reaches_the_secretariat_alone(nord: Stage) -> None:
    await held(nord)
    sent = await minutes_sent(nord)
    empty = await nord.clicks("formand-laesoe", sent, "Send bemærkninger", {"Bemærkninger": " "})
    assert "Skriv en bemærkning" in said(empty)
    answer = await nord.clicks(
        "formand-laesoe", sent, "Send bemærkninger", {"Bemærkninger": "Punkt 2 mangler et navn."}
    )
    assert "Din bemærkning er sendt til sekretariatet" in said(answer)
    await nord.sees(TITLE, "1 bemærkning er sendt til sekretariatet")
    assert in_channel(nord, "mangler et navn") == []
    assert "mangler et navn" in words(await nord.says(SECRETARIAT, "referat", PERSONAL))
    assert "mangler et navn" not in words(await nord.says(COORDINATOR, "referat", PERSONAL))


async def test_remarks_are_taken_until_the_day_has_ended_and_not_after(nord: Stage) -> None:
    """Sent on Tuesday the 16th with three days for remarks, which is Friday the 19th."""
    await held(nord)
    sent = await minutes_sent(nord)
    await nord.at("2027-03-19T23:59")
    taken = await nord.clicks(COORDINATOR, sent, "Send bemærkninger", {"Bemærkninger": "I tide."})
    assert "er sendt til sekretariatet" in said(taken)
    await nord.at("2027-03-20T00:00")
    late = await nord.clicks("formand-laesoe", sent, "Send bemærkninger", {"Bemærkninger": "For sent."})
    assert "Fristen er udløbet" in said(late)
    assert "For sent." not in words(await nord.says(SECRETARIAT, "referat", PERSONAL))


async def test_a_cpr_number_is_caught_in_minutes_and_remarks(nord: Stage) -> None:
    await held(nord)
    assert "CPR-nummer" in words(await nord.says(SECRETARIAT, "beslutning 2: Vedrører 010190-1234."))
    sent = await minutes_sent(nord)
    answer = await nord.clicks(LOCAL, sent, "Send bemærkninger", {"Bemærkninger": "Vedrører 010190-1234."})
    assert "CPR-nummer" in said(answer)
    assert in_channel(nord, "010190") == []


async def test_a_closed_items_resolution_is_written_and_read_in_a_personal_chat_alone(nord: Stage) -> None:
    await held(nord, is_closed=True)
    refused = words(await nord.says(SECRETARIAT, "beslutning 2: Hemmelig beslutning."))
    assert "Skriv beslutningen i din chat med mig" in refused
    await nord.says(SECRETARIAT, "beslutning 2: Hemmelig beslutning.", PERSONAL)
    await nord.says(SECRETARIAT, "send referat")
    sent = await nord.sees(TITLE, "Lukket punkt", "Beslutningen vises ikke her")
    await nord.says(LOCAL, "referat")
    await nord.says(LOCAL, "beslutning 2")
    channel = json.dumps([each.activity for each in in_channel(nord)], ensure_ascii=False)
    assert "emmelig" not in channel, sent
    assert "Hemmelig beslutning" in words(await nord.says(SECRETARIAT, "referat", PERSONAL))
    assert "emmelig" not in words(await nord.says("formand-laesoe", "referat", PERSONAL))


async def test_minutes_of_a_meeting_whose_agenda_was_never_sent_are_about_the_draft(nord: Stage) -> None:
    await propose(nord)
    await accept(nord, 1)
    await nord.at("2027-03-16T20:00")
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    await nord.sees(TITLE, "Fælles model for opfølgende hjemmebesøg", "Udfald: Godkendt")


async def test_two_who_write_at_once_do_not_overwrite_each_other_unseen(nord: Stage) -> None:
    await held(nord)
    writing = await nord.says(SECRETARIAT, "referat", PERSONAL)
    form = await nord.clicks(SECRETARIAT, writing, "Punkt 2")
    await nord.says("sekretariat-region", "beslutning 2: Udsat.")
    typed = {"Udfald": "Godkendt", "Beslutning": "Min beslutning."}
    person = nord.account(SECRETARIAT)
    answer = await nord.teams.visitor.clicks(person, writing, "Gem beslutning", typed, card=form.card)
    assert "forældet" in said(answer)
    assert "Min beslutning." in said(answer)
    assert "Udsat" in said(answer)


async def test_reading_before_sending_tells_when_they_are_due(nord: Stage) -> None:
    assert "endnu ikke holdt et møde" in words(await nord.says(COORDINATOR, "referat"))
    await held(nord)
    unsent = words(await nord.says("formand-laesoe", "referat"))
    assert "er ikke sendt endnu" in unsent
    assert "23. marts 2027" in unsent
    await minutes_sent(nord)
    assert "Modellen afprøves i ni måneder." in words(await nord.says("formand-laesoe", "referat 16/3"))
    assert "ikke noget møde" in words(await nord.says("formand-laesoe", "referat 17/3"))
