"""The draft between its standing items, ordered and timed by the secretariat, and what leaves on the charter's day."""

import json

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from tests.harness.steps import COORDINATOR, SECRETARIAT, accept, approve, circulate, in_channel, propose

TITLES = ("Første forslag", "Andet forslag")


async def _two_accepted(nord: Stage) -> None:
    for number, title in enumerate(TITLES, start=1):
        await propose(nord, COORDINATOR, {"Overskrift": title})
        await accept(nord, number)


async def test_accepted_items_stand_between_the_standing_ones_with_their_times(nord: Stage) -> None:
    await _two_accepted(nord)
    shown = words(await nord.says("formand-laesoe", "dagsorden"))
    places = [shown.index(part) for part in ("Godkendelse af dagsorden", *TITLES, "Eventuelt")]
    assert places == sorted(places)
    assert "16.30" in shown


async def test_the_secretariat_orders_times_and_removes_items(nord: Stage) -> None:
    await _two_accepted(nord)
    await nord.says(SECRETARIAT, "flyt punkt 3 til 2")
    shown = words(await nord.says(SECRETARIAT, "dagsorden"))
    assert shown.index(TITLES[1]) < shown.index(TITLES[0])
    await nord.says(SECRETARIAT, "punkt 2 45 min")
    assert "45 min" in words(await nord.says(SECRETARIAT, "dagsorden"))
    await nord.says(SECRETARIAT, "fjern punkt 2")
    assert TITLES[1] not in words(await nord.says(SECRETARIAT, "dagsorden"))


async def test_an_item_is_edited_by_its_form(nord: Stage) -> None:
    await _two_accepted(nord)
    draft = await nord.says(SECRETARIAT, "dagsorden", PERSONAL)
    await nord.clicks(SECRETARIAT, draft, "Redigér dagsordenen")
    await nord.clicks(SECRETARIAT, draft, "Redigér punkt 2")
    await nord.clicks(SECRETARIAT, draft, "Gem", {"Overskrift": "Ny overskrift", "Beløb i kr.": "1,25 mio."})
    shown = words(await nord.says(SECRETARIAT, "dagsorden"))
    assert "Ny overskrift" in shown


async def test_the_standing_items_stay(nord: Stage) -> None:
    await _two_accepted(nord)
    for command in ("fjern punkt 1", "fjern punkt 4", "flyt punkt 1 til 3"):
        await nord.says(SECRETARIAT, command)
    shown = words(await nord.says(SECRETARIAT, "dagsorden"))
    places = [shown.index(part) for part in ("Godkendelse af dagsorden", *TITLES, "Eventuelt")]
    assert places == sorted(places)


async def test_only_the_secretariat_touches_the_draft(nord: Stage) -> None:
    await _two_accepted(nord)
    for command in ("fjern punkt 2", "punkt 2 titel: Kapret", "send dagsorden til godkendelse", "optag 2"):
        assert "ikke rettigheder" in words(await nord.says(COORDINATOR, command)), command


async def test_an_approved_agenda_leaves_at_eight_on_the_charters_day_and_once(nord: Stage) -> None:
    await _two_accepted(nord)
    await approve(nord, await circulate(nord))
    await nord.at("2027-03-08T12:00")
    assert in_channel(nord, "Dagsorden til mødet den") == []
    await nord.at("2027-03-09T07:59")
    assert in_channel(nord, "Dagsorden til mødet den") == []
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den", *TITLES)
    await nord.at("2027-03-10T08:00")
    assert len(in_channel(nord, "Dagsorden til mødet den")) == 1


async def test_a_late_approval_sends_at_once_even_at_night(nord: Stage) -> None:
    await _two_accepted(nord)
    request = await circulate(nord)
    await approve(nord, request, "formand-kommunal")
    await nord.at("2027-03-09T08:00")
    assert in_channel(nord, "Dagsorden til mødet den") == []
    await nord.at("2027-03-10T22:15")
    await approve(nord, request, "formand-regional")
    await nord.sees("Dagsorden til mødet den", *TITLES)


async def test_after_dispatch_the_draft_is_closed(nord: Stage) -> None:
    await _two_accepted(nord)
    await approve(nord, await circulate(nord))
    await nord.at("2027-03-09T08:00")
    before = words(await nord.says(SECRETARIAT, "dagsorden"))
    await nord.says(SECRETARIAT, "fjern punkt 2")
    assert TITLES[0] in before
    assert TITLES[0] in words(await nord.says(SECRETARIAT, "dagsorden"))


async def test_downtime_over_the_dispatch_day_is_caught_up_once(nord: Stage) -> None:
    await _two_accepted(nord)
    await approve(nord, await circulate(nord))
    await nord.at("2027-03-11T09:00")
    await nord.sees("Dagsorden til mødet den", *TITLES)
    assert len(in_channel(nord, "Dagsorden til mødet den")) == 1


async def test_nothing_timed_leaves_in_the_evening_or_on_a_closed_day(nord: Stage) -> None:
    await _two_accepted(nord)
    await approve(nord, await circulate(nord))
    await nord.at("2027-03-09T17:00")
    assert in_channel(nord, "Dagsorden til mødet den") == []
    await nord.at("2027-03-13T10:00")
    assert in_channel(nord, "Dagsorden til mødet den") == []
    await nord.at("2027-03-15T08:00")
    await nord.sees("Dagsorden til mødet den", *TITLES)


async def test_the_editor_refuses_nonsense_and_keeps_what_was_typed(nord: Stage) -> None:
    await _two_accepted(nord)
    draft = await nord.says(SECRETARIAT, "dagsorden", PERSONAL)
    await nord.clicks(SECRETARIAT, draft, "Redigér dagsordenen")
    await nord.clicks(SECRETARIAT, draft, "Redigér punkt 2")
    answer = await nord.clicks(SECRETARIAT, draft, "Gem", {"Overskrift": "Beholdt", "Beløb i kr.": "mange penge"})
    said = json.dumps(answer.card, ensure_ascii=False)
    assert "Skriv beløbet i kroner" in said
    assert "Beholdt" in said
