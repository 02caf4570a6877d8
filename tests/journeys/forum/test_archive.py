"""A forum whose period is over, or has not begun, can be read and is not changed by anybody or by the clock."""

import pytest

from bot.domain.forum.actions import HandOver, TieChannel
from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from cards.kit.buttons import pack
from tests.harness.cases import CASES
from tests.harness.forging import is_refused, logged, posted, press, quiet, said, stored
from tests.harness.passing_time import reapplied, stays_silent
from tests.harness.steps import COORDINATOR, SECRETARIAT, accept, approve, circulate, in_chat, propose, told

VALID = "valid: {from: 2026-01-01, until: null, succeeded_by: null}"
ENDED = (VALID, "valid: {from: 2026-01-01, until: 2027-02-28, succeeded_by: politisk-klynge-ny}")
ALONE = (VALID, "valid: {from: 2026-01-01, until: 2027-02-28}")
AHEAD = (VALID, "valid: {from: 2027-06-01}")
ARCHIVE = "Politisk Klynge Nord er ophørt den 28. februar 2027"


async def ready(nord: Stage) -> None:
    """An approved agenda, which would leave by itself on 9 March."""
    await propose(nord)
    await propose(nord, "formand-laesoe", {"Overskrift": "Lægedækning"})
    await accept(nord, 1)
    await approve(nord, await circulate(nord))


@pytest.mark.both_databases
async def test_after_its_last_day_a_forum_refuses_every_command_and_keeps_nothing(nord: Stage) -> None:
    await ready(nord)
    await reapplied(nord, ENDED)
    await nord.at("2027-03-02T09:00")
    await quiet(nord)
    before = await stored(nord), posted(nord), await logged(nord)
    commands = {str(case): case for case in CASES if case.changes}
    assert len(commands) > 30
    for case in commands.values():
        if isinstance(case.action, TieChannel | HandOver):
            continue  # the one is no button, the other an admin's: test_succession
        if not case.doers:
            continue  # what is for one's own chat alone
        answer = await press(nord, next(iter(case.doers)), pack(case.action))
        assert is_refused(answer.card), (str(case), said(answer.card))
        assert ARCHIVE in said(answer.card), (str(case), said(answer.card))
    assert (await stored(nord), posted(nord), await logged(nord)) == before


async def test_it_names_what_follows_it_and_whom_to_ask_and_shows_the_past(nord: Stage) -> None:
    await ready(nord)
    await reapplied(nord, ENDED)
    await nord.at("2027-03-02T09:00")
    asked = "Sekretariat, kommunal side og Sekretariat, regional side"
    for person, sentence, whom in (
        (SECRETARIAT, "optag 2", "dem, der driver Klyngebot"),
        (COORDINATOR, "foreslå", asked),
        (SECRETARIAT, "tilknyt", "dem, der driver Klyngebot"),
    ):
        refused = words(await nord.says(person, sentence))
        assert f"{ARCHIVE} og videreført i politisk-klynge-ny. Du kan læse, men ikke ændre." in refused
        assert f"Spørg {whom}." in refused
    assert "Fælles model for opfølgende hjemmebesøg" in words(await nord.says(COORDINATOR, "mine forslag", PERSONAL))
    assert "Fælles model for opfølgende hjemmebesøg" in words(await nord.says(COORDINATOR, "dagsorden"))


async def test_all_that_is_shown_of_it_says_that_deadlines_and_buttons_hold_no_more(nord: Stage) -> None:
    await ready(nord)
    await reapplied(nord, ENDED)
    asked = [("formand-laesoe", each) for each in ("dagsorden", "møder", "frister", "godkendelser", "hjælp")]
    for person, question in asked:
        assert ARCHIVE not in words(await nord.says(person, question, PERSONAL)), question
    await nord.at("2027-03-02T09:00")
    for person, question in (*asked, (SECRETARIAT, "ret dagsorden"), (COORDINATOR, "mine forslag")):
        shown = await nord.says(person, question, PERSONAL)
        assert ARCHIVE in words(shown), question
        assert not is_refused(shown.card), question


async def test_on_its_last_day_it_is_still_a_forum(nord: Stage) -> None:
    await reapplied(nord, ALONE)
    await nord.at("2027-02-28T23:00")
    await propose(nord)
    await nord.at("2027-03-01T00:00")
    assert ARCHIVE in words(await nord.says(SECRETARIAT, "optag 1"))


@pytest.mark.both_databases
async def test_nothing_leaves_an_ended_forum_by_itself_until_it_goes_on_after_all(nord: Stage) -> None:
    await ready(nord)
    await reapplied(nord, ALONE)
    await stays_silent(nord, "2027-03-01T08:00", "2027-03-09T08:00")
    await reapplied(nord)
    await nord.at("2027-03-09T09:00")
    await nord.sees("Dagsorden til mødet den 16. marts 2027")


async def test_before_its_first_day_it_can_be_tied_and_nothing_else(nord: Stage) -> None:
    await reapplied(nord, AHEAD)
    refused = words(await nord.says(COORDINATOR, "foreslå"))
    assert "Politisk Klynge Nord begynder den 1. juni 2027, og indtil da kan intet ændres." in refused
    assert "Klyngebot er klar" in words(await nord.says(SECRETARIAT, "tilknyt politisk-klynge-nord"))
    assert "Kommende møder" in words(await nord.says(COORDINATOR, "møder"))
    await nord.at("2027-06-01T09:00")
    assert "Send forslag" in words(await nord.says(COORDINATOR, "foreslå"))


async def test_the_secretariat_hears_a_month_ahead_that_the_forum_ends(nord: Stage) -> None:
    await nord.says(SECRETARIAT, "hjælp", PERSONAL)
    await reapplied(nord, (VALID, "valid: {from: 2026-01-01, until: 2027-12-31, succeeded_by: politisk-klynge-ny}"))
    await nord.at("2027-12-01T08:00")
    heard = words(await told(nord, SECRETARIAT, "Forummet ophører"))
    assert "ophører med udgangen af fredag den 31. december 2027, og arbejdet fortsætter i politisk-klynge-ny" in heard


async def test_an_end_that_was_put_off_is_not_told(nord: Stage) -> None:
    await reapplied(nord, (VALID, "valid: {from: 2026-01-01, until: 2027-12-31}"))
    await reapplied(nord, (VALID, "valid: {from: 2026-01-01, until: 2028-12-31}"))
    await nord.at("2027-12-01T08:00")
    await quiet(nord)
    assert not [each for each in in_chat(nord, SECRETARIAT) if "Forummet ophører" in words(each)]
