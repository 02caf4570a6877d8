"""Meetings are made, moved and cancelled in Teams: what follows is shown, then done, then told once to everybody."""

import pytest

from bot.domain.approval.actions import Respond, ShowVersion
from bot.domain.approval.state import Verdict
from bot.domain.meetings.actions import MoveMeeting
from bot.local.board import words
from bot.local.connector import Failure
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL
from cards.kit.buttons import pack
from tests.harness.cases.case import of_meeting
from tests.harness.forging import is_refused, posted, press, quiet, said
from tests.harness.passing_time import falls_due, reapplied
from tests.harness.seeds import OpenSeed
from tests.harness.steps import (
    CHAIRS,
    COORDINATOR,
    SECRETARIAT,
    agenda_sent,
    approve,
    circulated,
    in_channel,
    posts,
    replies,
    teams_of,
    told,
)
from tests.journeys.meetings.planning import MOVED, entries, moves

LOCAL, REGIONAL = CHAIRS
OTHER_SECRETARIAT, POLITICIAN = "sekretariat-region", "formand-laesoe"
CANCELLED = "Mødet den 16. marts 2027 er aflyst"
NEXT = "Næste møde er tirsdag den 5. oktober 2027 kl. 16.30."


@pytest.mark.both_databases
async def test_a_meeting_is_moved_after_dispatch_and_every_card_of_it_follows(nord: Stage) -> None:
    await agenda_sent(nord)
    await nord.at("2027-03-15T20:00")
    form = await nord.says(SECRETARIAT, "flyt møde til 6/4: lokalet er optaget", PERSONAL)
    for part in (
        "Flyt møde",
        "Det følger med",
        "Udsendelse af referatet: tirsdag den 23. marts 2027 → tirsdag den 13. april 2027",
        "Den dagsorden, der er udsendt, gælder fortsat.",
    ):
        assert part in words(form), part
    before = {each.id for each in in_channel(nord)}
    answer = await nord.clicks(SECRETARIAT, form, "Flyt mødet")
    assert MOVED in said(answer.card)
    assert "Det følger med" in said(answer.card)
    news = await nord.sees(MOVED, "Begrundelse: lokalet er optaget", "Før: tirsdag den 16. marts 2027 kl. 16.30.")
    assert {each.id for each in in_channel(nord)} - before == {news.id}
    await nord.sees("Dagsorden til mødet den 6. april 2027", "Hjørring Rådhus")
    await nord.sees("Godkendelse af dagsorden", "den 6. april 2027 er godkendt")
    (post,) = posts(nord, "Mødet den 6. april 2027")
    assert news.id in {each.id for each in replies(nord, post)}
    assert "tirsdag den 6. april 2027" in words(await nord.says(POLITICIAN, "møder", PERSONAL))
    assert "mødet den 6. april 2027" in words(await nord.says(POLITICIAN, "frister", PERSONAL))
    (entry,) = await entries(nord, "meeting.moved")
    assert (entry.actor, entry.facts["before"]["starts"], entry.facts["after"]["starts"]) == (
        SECRETARIAT,
        "2027-03-16T16:30:00+01:00",
        "2027-04-06T16:30:00+02:00",
    )
    assert entry.texts is not None
    await falls_due(nord, "2027-04-05T08:00", "Påmindelse om møde", "6. april 2027")
    await nord.at("2027-04-07T09:00")
    await told(nord, SECRETARIAT, "Referatet fra mødet den 6. april 2027 skal udsendes senest tirsdag den 13. april")


@pytest.mark.both_databases
async def test_an_open_round_goes_on_with_its_answers_and_a_new_deadline(nord: Stage) -> None:
    await nord.says(LOCAL, "hjælp", PERSONAL)
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"), REGIONAL)
    form = words(await nord.says(SECRETARIAT, "flyt møde til 6/4", PERSONAL))
    assert "De svar på dagsordenen, der er givet, gælder fortsat." in form
    assert "Fristen for svar er nu" in form
    await moves(nord)
    await told(nord, LOCAL, "Fristen for at svare på dagsordenen til mødet den 6. april 2027 er ændret.")
    await approve(nord, await nord.sees("Godkendelse af dagsorden", "1 af 2 har svaret"), LOCAL)
    await nord.at("2027-03-29T08:00")
    assert not in_channel(nord, "Dagsorden til mødet den")
    await nord.at("2027-03-30T08:00")
    await nord.sees("Dagsorden til mødet den 6. april 2027")


@pytest.mark.both_databases
async def test_a_cancelled_meeting_closes_its_cards_and_can_be_held_after_all(nord: Stage) -> None:
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"), LOCAL)
    form = await nord.says(SECRETARIAT, "aflys møde 16/3: for få kan komme")
    assert "Der ventes" not in words(form)
    assert "2 forslag" not in words(form)
    assert "1 forslag venter på et senere møde." in words(form)
    assert NEXT in words(form)
    answer = await nord.clicks(SECRETARIAT, form, "Aflys mødet")
    assert CANCELLED in said(answer.card)
    await nord.sees(CANCELLED, NEXT, "Begrundelse: for få kan komme", "1 forslag venter på et senere møde.")
    await quiet(nord)
    (post,) = posts(nord, CANCELLED)
    assert "Åbn" not in words(post)
    approving = of_meeting(Respond, version=1, verdict=Verdict.APPROVED)
    for person, action in (
        (COORDINATOR, of_meeting(ShowVersion, version=1)),
        (REGIONAL, approving),
        (SECRETARIAT, of_meeting(MoveMeeting, day="6/4")),
    ):
        told_of = said((await press(nord, person, pack(action))).card)
        assert f"{CANCELLED}. Næste møde er den 5. oktober 2027 kl. 16.30." in told_of
    assert "udskudt" in words(await nord.says(COORDINATOR, "mine forslag", PERSONAL)).casefold()
    back = await nord.says(SECRETARIAT, "hold mødet alligevel", PERSONAL)
    assert "Mødet den 16. marts 2027 holdes alligevel." in words(back)
    await nord.sees("Mødet den 16. marts 2027 holdes alligevel.")
    await approve(nord, await nord.sees("Godkendelse af dagsorden", "1 af 2 har svaret"), REGIONAL)
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den 16. marts 2027", "Fælles model for opfølgende hjemmebesøg")


async def test_what_was_given_up_twice_is_told_once_when_the_channel_is_tied_anew(nord: Stage) -> None:
    await agenda_sent(nord)
    refusing = teams_of(nord).faults[CHANNEL.id]
    for minute in (0, 5):
        await nord.at(f"2027-03-10T10:{minute:02}")
        refusing.extend([Failure(403)] * 20)
        form = await nord.says(SECRETARIAT, "aflys møde", PERSONAL)
        await nord.clicks(SECRETARIAT, form, "Aflys mødet")
        await nord.says(SECRETARIAT, "hold mødet alligevel", PERSONAL)
        await quiet(nord)
    refusing.clear()
    await nord.says(SECRETARIAT, "tilknyt politisk-klynge-nord")
    await nord.sees("Mødet den 16. marts 2027 holdes alligevel.")
    await quiet(nord)
    assert len([each for each in in_channel(nord) if words(each).startswith("Mødet den 16. marts 2027 holdes")]) == 1


@pytest.mark.both_databases
async def test_a_new_meeting_has_its_number_its_post_and_its_reminders(nord: Stage) -> None:
    form = await nord.says(SECRETARIAT, "nyt møde 1/6 kl. 16.30-19 i Læsø Hallen, vært Læsø")
    for part in ("Nyt møde", "1. juni 2027", "Læsø Hallen", "Det følger med", "Forslag til dagsordenen: tirsdag den 4"):
        assert part in words(form), part
    answer = await nord.clicks(SECRETARIAT, form, "Opret mødet")
    assert "Mødet den 1. juni 2027 er oprettet." in said(answer.card)
    await nord.sees("Mødet den 1. juni 2027", "Læsø Hallen", "Læsø Kommune")
    (entry,) = await entries(nord, "meeting.made")
    assert (entry.actor, entry.facts["meeting"]) == (SECRETARIAT, "2027-3")
    again = await nord.clicks(SECRETARIAT, form, "Opret mødet")
    assert "Der er allerede et møde den 1. juni 2027 kl. 16.30." in said(again.card)
    assert "1. juni 2027" in words(await nord.says(POLITICIAN, "dagsorden 1. juni", PERSONAL))
    await nord.at("2027-05-31T08:00")
    await nord.sees("Påmindelse om møde", "1. juni 2027")


async def test_a_meeting_cancelled_the_night_before_closes_the_reminder_that_stands(nord: Stage) -> None:
    await agenda_sent(nord)
    await falls_due(nord, "2027-03-15T08:00", "Påmindelse om møde", "16. marts 2027")
    reminder = await nord.sees("Påmindelse om møde")
    await nord.at("2027-03-15T22:00")
    await moves(nord, "flyt møde til 17/3 kl. 9-11")
    moved = next(each for each in in_channel(nord) if each.id == reminder.id)
    assert "onsdag den 17. marts 2027 kl. 9.00–11.00" in words(moved)
    form = await nord.says(SECRETARIAT, "aflys møde: sygdom", PERSONAL)
    await nord.clicks(SECRETARIAT, form, "Aflys mødet")
    await quiet(nord)
    gone = next(each for each in in_channel(nord) if each.id == reminder.id)
    assert "Mødet den 17. marts 2027 er aflyst" in words(gone)
    (told_of,) = in_channel(nord, "Mødet den 17. marts 2027 er aflyst", "1 forslag venter")
    assert "Begrundelse: sygdom" in words(told_of)


async def test_whoever_stands_in_hears_that_the_meeting_falls_into_an_absence(nord: Stage) -> None:
    await nord.says(REGIONAL, "fravær 1/4-30/4")
    assert "Væk den 6. april 2027, så vidt vi ved: Formand (Region Nordjylland)." in words(
        await nord.says(SECRETARIAT, "flyt møde til 6/4", PERSONAL)
    )
    await moves(nord)
    await nord.sees("Formand (Region Nordjylland) har meldt afbud til mødet den 6. april 2027, og du er meldt")


async def test_a_new_place_and_a_new_host_are_told_as_that(nord: Stage) -> None:
    await agenda_sent(nord)
    form = await nord.says(SECRETARIAT, "nyt sted: Vrå Hallen", PERSONAL)
    assert "gælder fortsat" in words(form)
    assert "→" not in words(form)
    await nord.clicks(SECRETARIAT, form, "Flyt mødet")
    await nord.sees("Mødet den 16. marts 2027 holdes et andet sted.", "Vrå Hallen", "Før: Hjørring Rådhus.")
    form = await nord.says(SECRETARIAT, "ny vært: Læsø", PERSONAL)
    await nord.clicks(SECRETARIAT, form, "Flyt mødet")
    await nord.sees("Mødet den 16. marts 2027 har fået en anden vært.", "Læsø Kommune")


@pytest.mark.both_databases
async def test_of_two_who_move_it_at_once_the_second_sees_how_it_is_now(nord: Stage) -> None:
    first = await nord.says(SECRETARIAT, "flyt møde til 6/4", PERSONAL)
    second = await nord.says(OTHER_SECRETARIAT, "flyt møde til 13/4")
    await nord.clicks(SECRETARIAT, first, "Flyt mødet")
    answer = await nord.clicks(OTHER_SECRETARIAT, second, "Flyt mødet")
    assert is_refused(answer.card)
    shown = said(answer.card)
    assert "Mødet er blevet ændret imens. Det er nu den 6. april 2027 kl. 16.30, Hjørring Rådhus." in shown
    assert "13. april 2027" in shown
    assert not await entries(nord, "meeting.cancelled")
    again = await nord.clicks(OTHER_SECRETARIAT, second, "Flyt mødet")
    assert "flyttet til den 13. april 2027" in said(again.card)


async def test_what_was_decided_in_teams_stays_when_the_file_comes_again_and_is_listed(nord: Stage) -> None:
    await moves(nord, "flyt møde til 6/4: lokalet er optaget")
    form = await nord.says(SECRETARIAT, "nyt møde 1/6 kl. 16.30-19 i Læsø Hallen", PERSONAL)
    await nord.clicks(SECRETARIAT, form, "Opret mødet")
    form = await nord.says(SECRETARIAT, "aflys møde 5/10", PERSONAL)
    await nord.clicks(SECRETARIAT, form, "Aflys mødet")
    await quiet(nord)
    before = posted(nord)
    for force in (False, True):
        applied = await reapplied(nord, force=force)
        assert not applied.is_changed
        moved, made, cancelled = applied.kept
        assert "mødet 2027-1 er i Teams lagt til tirsdag den 6. april 2027 kl. 16.30–19.00, Hjørring Rådhus" in moved
        assert "(begrundelse: lokalet er optaget). Filen siger tirsdag den 16. marts 2027" in moved
        assert "mødet 2027-3 er oprettet i Teams til tirsdag den 1. juni 2027" in made
        assert "mødet 2027-2 er aflyst i Teams" in cancelled
    await quiet(nord)
    assert posted(nord) == before
    agreeing = ("starts: 2027-03-16T16:30, ends: 2027-03-16T19:00", "starts: 2027-04-06T16:30, ends: 2027-04-06T19:00")
    assert len((await reapplied(nord, agreeing)).kept) == 2
    await reapplied(nord)
    await nord.sees("Mødet den 6. april 2027 er flyttet til den 16. marts 2027.")


async def test_where_nobody_is_a_secretariat_those_who_serve_may_and_no_deadline_is_made_up(
    open_seed: OpenSeed,
) -> None:
    async with open_seed("kommuneklynge-bornholm") as cluster:
        form = await cluster.says("sundhedschef-bornholm", "flyt møde til 6/4", PERSONAL)
        assert "Frister før og efter mødet: Ikke fastsat i kommissoriet." in words(form)
        assert "→" not in words(form)
        await cluster.clicks("sundhedschef-bornholm", form, "Flyt mødet")
        await cluster.sees("Mødet den 9. februar 2027 er flyttet til den 6. april 2027.")
