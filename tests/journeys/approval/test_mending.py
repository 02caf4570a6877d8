"""A forum file, or a day, that changes who is asked while a round is open: the round fits it, and people hear."""

import pytest

from bot.domain.kernel.notice import NoticeState
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from storage.outbox import notices
from tests.harness.forging import quiet, said
from tests.harness.passing_time import chose, reapplied
from tests.harness.steps import CHAIRS, SECRETARIAT, accept, approve, circulated, in_channel, in_chat, propose, told

LOCAL, REGIONAL = CHAIRS
NEW = "formand-laesoe"
CHANGED_CHAIRS = ("[formand-kommunal, formand-regional]", f"[formand-kommunal, {NEW}]")
NO_APPROVAL = chose("agenda_approval", "approve", "none")
SEAT = "{person: formand-regional, organisation: region-nordjylland,"
REQUEST = "Godkendelse af dagsorden"


def until(day: str) -> tuple[str, str]:
    """The regional chair's seat ends that day."""
    return SEAT, f"{SEAT} until: {day},"


async def greeted(nord: Stage, *people: str) -> None:
    """They have written to the bot, which can write to them."""
    for person in people:
        await nord.says(person, "hjælp", PERSONAL)


async def planned(nord: Stage, kind: str) -> set[str | None]:
    """To whom such a reminder is planned."""
    async with nord.service.database.reading() as conn:
        return {each.recipient for each in await notices.planned(conn, "politisk-klynge-nord") if each.kind == kind}


@pytest.mark.both_databases
async def test_a_new_chair_is_asked_and_the_former_no_longer_waited_for(nord: Stage) -> None:
    await greeted(nord, SECRETARIAT, LOCAL, NEW)
    await circulated(nord)
    await approve(nord, await nord.sees(REQUEST), LOCAL)
    applied = await reapplied(nord, CHANGED_CHAIRS)
    (followed,) = applied.effects.followed
    assert [(each.what.value, each.people) for each in followed.steps] == [("released", (REGIONAL,)), ("asked", (NEW,))]
    asked = await told(nord, NEW, "Du skal nu godkende dagsordenen til mødet den 16. marts 2027")
    await nord.sees("<at>Formand (Region Nordjylland)</at>: Du skal ikke længere svare på dagsordenen")
    await told(nord, SECRETARIAT, "Der ventes ikke længere på svar fra Formand (Region Nordjylland)", "er nu spurgt")
    assert await planned(nord, "approval_missing") == {NEW}
    assert "Ikke muligt" not in words(await nord.says(SECRETARIAT, "send dagsorden til godkendelse"))
    await nord.clicks(NEW, asked, "Godkend")
    await nord.sees(REQUEST, "2 af 2 har svaret", "er godkendt")
    assert (await reapplied(nord, CHANGED_CHAIRS)).effects.followed == ()


@pytest.mark.both_databases
async def test_an_approver_without_a_seat_is_not_waited_for_and_their_answer_stays(nord: Stage) -> None:
    await circulated(nord)
    await approve(nord, await nord.sees(REQUEST), LOCAL)
    await reapplied(nord, until("2027-03-01"))
    await nord.sees(REQUEST, "1 af 1 har svaret", "Dagsordenen for mødet den 16. marts 2027 er godkendt")
    assert await planned(nord, "approval_missing") == set()
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den 16. marts 2027")


@pytest.mark.both_databases
async def test_a_seat_that_ends_by_its_day_mends_the_round_at_the_next_tick(nord: Stage) -> None:
    await reapplied(nord, until("2027-03-03"))
    await greeted(nord, SECRETARIAT)
    await circulated(nord)
    await approve(nord, await nord.sees(REQUEST), LOCAL)
    await nord.sees(REQUEST, "1 af 2 har svaret")
    await nord.at("2027-03-04T00:01")
    await nord.sees(REQUEST, "1 af 1 har svaret")
    await told(nord, SECRETARIAT, "Der ventes ikke længere på svar fra", "Ingen mangler længere at svare.")


async def test_one_who_answered_and_lost_the_seat_is_still_on_the_record(nord: Stage) -> None:
    await circulated(nord)
    await approve(nord, await nord.sees(REQUEST), REGIONAL)
    await reapplied(nord, until("2027-03-01"))
    await approve(nord, await nord.sees(REQUEST, "1 af 2 har svaret"), LOCAL)
    await nord.sees(REQUEST, "2 af 2 har svaret", "Formand (Region Nordjylland)")


@pytest.mark.both_databases
async def test_without_approval_the_round_is_withdrawn_and_the_agenda_leaves_with_nothing_left_due(nord: Stage) -> None:
    await greeted(nord, SECRETARIAT, LOCAL)
    await circulated(nord)
    await reapplied(nord, NO_APPROVAL)
    await nord.sees(REQUEST, "Der skal ikke længere svares på denne version")
    await told(nord, LOCAL, "skal ikke længere godkendes, så du skal ikke svare")
    await nord.sees("<at>Formand (Region Nordjylland)</at>", "så du skal ikke svare")
    await told(nord, SECRETARIAT, "så der skal ikke længere svares. Den bliver sendt som planlagt.")
    assert await planned(nord, "approval_missing") == await planned(nord, "approval_overdue") == set()
    assert "ikke noget, der afventer" in words(await nord.says(LOCAL, "godkendelser", PERSONAL))
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den 16. marts 2027")
    await quiet(nord)
    assert not in_channel(nord, "Dagsordenen er ikke udsendt")
    async with nord.service.database.reading() as conn:
        waiting = [each for each in await notices.waiting(conn, most=100) if each.kind.value.startswith("approval")]
    assert not [each for each in waiting if each.state is NoticeState.WAITING]


async def test_an_answer_to_a_withdrawn_round_says_that_nobody_need_answer(nord: Stage) -> None:
    await circulated(nord)
    old = await nord.sees(REQUEST)
    await reapplied(nord, NO_APPROVAL)
    answer = await nord.clicks(LOCAL, old, "Godkend")
    assert "Der skal ikke længere svares på dagsordenen" in said(answer.card)


async def test_approval_that_is_switched_on_starts_nothing_but_the_secretariat_hears(nord: Stage) -> None:
    await greeted(nord, SECRETARIAT)
    await reapplied(nord, NO_APPROVAL)
    await circulated_in_vain(nord)
    await reapplied(nord)
    heard = await told(nord, SECRETARIAT, "Den skal nu ud til svar, før den sendes")
    await nord.at("2027-03-09T08:00")
    assert not in_channel(nord, "Dagsorden til mødet den 16. marts 2027 ·")
    await nord.clicks(SECRETARIAT, heard, "Send dagsorden til godkendelse")
    await nord.sees(REQUEST, "0 af 2 har svaret")


async def circulated_in_vain(nord: Stage) -> None:
    """There is an agenda, of which nobody is asked."""
    with pytest.raises(TimeoutError):
        await circulated(nord)


async def test_remarks_are_no_approval(nord: Stage) -> None:
    await greeted(nord, SECRETARIAT)
    await reapplied(nord, chose("agenda_approval", "approve", "consult"))
    await circulated_for_remarks(nord)
    await reapplied(nord)
    await told(nord, SECRETARIAT, "Den skal nu godkendes og ikke kun forelægges")
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    await nord.sees(REQUEST, "0 af 2 har svaret")


async def test_who_need_not_approve_any_more_is_led_to_where_remarks_are_written(nord: Stage) -> None:
    await greeted(nord, LOCAL, SECRETARIAT)
    await circulated(nord)
    await reapplied(nord, chose("agenda_approval", "approve", "consult"))
    heard = await told(nord, LOCAL, "skal ikke længere godkendes, men du kan sende bemærkninger til den")
    assert "Send bemærkninger" in said((await nord.clicks(LOCAL, heard, "Se godkendelser")).card)
    await told(nord, SECRETARIAT, "I Politisk Klynge Nord er der ændret noget, mens dagsordenen")


async def circulated_for_remarks(nord: Stage) -> None:
    """The agenda with one item was sent for remarks."""
    await propose(nord)
    await accept(nord, 1)
    await nord.at("2027-03-02T09:00")
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    await nord.sees("bemærkninger")


async def test_what_was_sent_back_leaves_without_approval_but_not_without_a_word(nord: Stage) -> None:
    await greeted(nord, SECRETARIAT, LOCAL)
    await circulated(nord)
    await nord.clicks(REGIONAL, await nord.sees(REQUEST), "Send retur", {"Bemærkninger": "Der mangler en tid."})
    await reapplied(nord, NO_APPROVAL)
    await told(nord, SECRETARIAT, "så der skal ikke længere svares. Den bliver sendt som planlagt.")
    await told(nord, LOCAL, "skal ikke længere godkendes, så du skal ikke svare")
    await nord.sees(REQUEST, "Der skal ikke længere svares på denne version")


async def test_what_was_sent_back_does_not_leave_because_it_need_only_be_shown_from_now_on(nord: Stage) -> None:
    await greeted(nord, SECRETARIAT)
    await circulated(nord)
    await nord.clicks(LOCAL, await nord.sees(REQUEST), "Send retur", {"Bemærkninger": "Der mangler en tid."})
    await reapplied(nord, chose("agenda_approval", "approve", "consult"))
    await nord.at("2027-03-09T08:00")
    assert not in_channel(nord, "Dagsorden til mødet den 16. marts 2027 ·")
    assert "sendt retur" in words(await nord.says(SECRETARIAT, "send dagsorden ud"))
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    await nord.sees("bemærkninger", "0 af 2 har svaret")


async def test_a_deadline_that_moves_by_choice_is_planned_anew_and_told(nord: Stage) -> None:
    await greeted(nord, LOCAL)
    await circulated(nord)
    await reapplied(nord, chose("answer_days_before", "11", "8"))
    heard = await told(nord, LOCAL, "Fristen for at svare", "Svar nu senest mandag den 8. marts 2027")
    assert "Godkend med bemærkninger" in said((await nord.clicks(LOCAL, heard, "Se godkendelser")).card)
    await nord.at("2027-03-04T08:00")
    await quiet(nord)
    assert not [each for each in in_chat(nord, LOCAL) if "Du mangler at svare" in words(each)]
    await nord.at("2027-03-05T08:00")
    await told(nord, LOCAL, "Du mangler at svare", "8. marts 2027")
