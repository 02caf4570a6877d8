"""Minutes are approved before they are sent, at the next meeting or not at all, as the forum chose."""

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.minute_steps import BEFORE_SENDING, TITLE, held, minutes_sent, said
from tests.harness.passing_time import chose, comes_in_chat, reapplied, stays_silent
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, accept, in_channel, propose

LOCAL, REGIONAL = CHAIRS
NOT_APPROVED = chose("minutes_approval", "next_meeting", "null")


async def test_approved_before_sending_they_leave_when_the_last_one_has_approved(nord: Stage) -> None:
    await held(nord, BEFORE_SENDING)
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    request = await nord.sees("Referat til godkendelse", "0 af 2 har godkendt")
    assert "Sendt den" not in words(request)
    for person in ("formand-laesoe", COORDINATOR, SECRETARIAT):
        assert "Kun " in said(await nord.clicks(person, request, "Godkend referat")), person
    await nord.clicks(LOCAL, request, "Godkend referat")
    await nord.clicks(LOCAL, request, "Godkend referat")
    await nord.sees("Referat til godkendelse", "1 af 2 har godkendt", "Formand (Region Nordjylland)")
    await nord.says(REGIONAL, "godkend referat")
    sent = await nord.sees(TITLE, "Sendt den")
    assert sent.id != request.id
    over = await nord.sees("Referat til godkendelse", "er udsendt")
    assert over.id == request.id
    assert "Godkend referat" not in words(over)


async def test_minutes_that_await_approval_are_still_called_for(nord: Stage) -> None:
    await held(nord, BEFORE_SENDING)
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    await nord.sees("Referat til godkendelse")
    await comes_in_chat(nord, "2027-03-17T08:00", "Referatet skal udsendes")
    await stays_silent(nord, "2027-03-18T08:00")


async def test_a_change_takes_the_approvals_back(nord: Stage) -> None:
    await held(nord, BEFORE_SENDING)
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    request = await nord.sees("Referat til godkendelse", "0 af 2 har godkendt")
    old = request.card
    await nord.clicks(LOCAL, request, "Godkend referat")
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt med ændringer. Otte måneder.")
    await nord.sees("Referat til godkendelse", "0 af 2 har godkendt", "Otte måneder.")
    stale = await nord.teams.visitor.clicks(nord.account(REGIONAL), request, "Godkend referat", card=old)
    assert "forældet" in said(stale)
    await nord.sees("Referat til godkendelse", "0 af 2 har godkendt")


async def test_when_the_forum_drops_the_approval_minutes_that_await_it_can_be_sent(nord: Stage) -> None:
    await held(nord, BEFORE_SENDING)
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    await nord.sees("Referat til godkendelse", "0 af 2 har godkendt")
    await reapplied(nord, NOT_APPROVED)
    await nord.says(SECRETARIAT, "send referat")
    await nord.sees(TITLE, "Sendt den")


async def test_when_the_one_who_is_missing_no_longer_approves_the_minutes_can_be_sent(nord: Stage) -> None:
    await held(nord, BEFORE_SENDING)
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "send referat")
    await nord.clicks(LOCAL, await nord.sees("Referat til godkendelse", "0 af 2"), "Godkend referat")
    await nord.sees("Referat til godkendelse", "1 af 2 har godkendt")
    alone = ("chairmanship: {value: [formand-kommunal, formand-regional],", "chairmanship: {value: [formand-kommunal],")
    await reapplied(nord, BEFORE_SENDING, alone)
    await nord.says(SECRETARIAT, "send referat")
    await nord.sees(TITLE, "Sendt den")


async def test_where_minutes_are_not_approved_they_leave_at_once_and_no_item_asks_for_it(nord: Stage) -> None:
    await held(nord, NOT_APPROVED)
    assert "ligger ikke til godkendelse" in words(await nord.says(LOCAL, "godkend referat"))
    await minutes_sent(nord)
    assert in_channel(nord, "Referat til godkendelse") == []
    assert "Godkendelse af referat" not in words(await nord.says(SECRETARIAT, "dagsorden"))


async def _second_meeting(nord: Stage) -> None:
    """October's meeting was held, with the approval of March's minutes and one more item on its agenda."""
    await nord.at("2027-08-10T09:00")
    await propose(nord, fields={"Overskrift": "Opsamling på modellen"})
    await accept(nord, 2)
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    for chair in CHAIRS:
        assert "Du har godkendt dagsordenen" in words(await nord.says(chair, "godkend"))
    await nord.at("2027-09-28T08:00")
    await nord.sees("Dagsorden til mødet den 5. oktober", "Godkendelse af referat", "Opsamling på modellen")
    await nord.at("2027-10-05T20:00")


async def test_the_next_meeting_approves_the_minutes(nord: Stage) -> None:
    await held(nord)
    first = await minutes_sent(nord)
    await _second_meeting(nord)
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt.")
    await nord.says(SECRETARIAT, "beslutning 3: Taget til efterretning.")
    await nord.says(SECRETARIAT, "send referat")
    await nord.sees("Referat fra mødet den 5. oktober 2027", "Sendt den")
    approved = await nord.sees(TITLE, "Referatet er godkendt på et senere møde")
    assert approved.id == first.id


async def test_a_meeting_that_does_not_approve_them_leaves_them_as_they_are(nord: Stage) -> None:
    await held(nord)
    await minutes_sent(nord)
    await _second_meeting(nord)
    await nord.says(SECRETARIAT, "beslutning 2: Forkastet.")
    await nord.says(SECRETARIAT, "beslutning 3: Taget til efterretning.")
    await nord.says(SECRETARIAT, "send referat")
    await nord.sees("Referat fra mødet den 5. oktober 2027", "Sendt den")
    assert "godkendt på et senere møde" not in words(await nord.says(LOCAL, "referat 16/3"))


async def test_where_the_forum_chose_it_silence_approves_once_the_time_for_remarks_has_passed(nord: Stage) -> None:
    await held(nord, chose("minutes_approval", "next_meeting", "after_remarks"))
    sent = await minutes_sent(nord)
    await nord.says(COORDINATOR, "foreslå rettelse til punkt 2: Modellen afprøves i otte måneder.")
    await nord.at("2027-03-22T09:00")
    assert "Referatet er godkendt" not in words(await nord.says(LOCAL, "referat"))
    assert "Kontakt sekretariatet" in words(await nord.says(LOCAL, "bemærkning til referat: For sent."))
    await nord.says(SECRETARIAT, "indarbejd ikke rettelse 1: Der blev sagt ni.", PERSONAL)
    await nord.at("2027-03-22T10:00")
    approved = await nord.sees(TITLE, "Referatet er godkendt, da fristen for bemærkninger udløb.")
    assert approved.id == sent.id
    assert "Godkendelse af referat" not in words(await nord.says(SECRETARIAT, "dagsorden"))
