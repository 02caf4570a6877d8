"""The rules that ran whole before the rest: approval and its modes, who leads, the two deadlines, what is unsettled."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.charters.forum_file import ForumFile
from bot.local.board import words
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from tests.harness.klynge_nord import local
from tests.harness.passing_time import stays_silent
from tests.harness.seeds import OpenSeed, choosing, planned
from tests.harness.steps import accept, in_channel, propose

NORD = "politisk-klynge-nord"  # charter C with principles A over it
MIDT = "politisk-klynge-midt"  # charter C alone
COUNTRY = "kommuneklynge-midt"  # charter B
LEADER, SECRETARIAT = "udvalgsformand-aalborg", "sekretariat-kommuner"
UNSETTLED = "Ikke fastsat i kommissoriet"
AGENDA_LEFT = "Dagsorden til mødet den"


async def _one_item(stage: Stage, person: str) -> None:
    await propose(stage, person)
    await accept(stage, 1)


async def _asked(stage: Stage) -> str:
    """What the secretariat is answered when it sends the draft to those who are to approve it."""
    return words(await stage.says(SECRETARIAT, "send dagsorden til godkendelse"))


async def test_a13_an_agenda_that_is_approved_waits_for_every_chair(open_seed: OpenSeed) -> None:
    async with open_seed(choosing(NORD, if_unanswered=None), "2027-03-02T09:00") as nord:
        await _one_item(nord, "formand-laesoe")
        await _asked(nord)
        request = await nord.sees("Godkendelse af dagsorden", "0 af 2 har svaret")
        await nord.clicks("formand-kommunal", request, "Godkend")
        refused = words(await nord.says(SECRETARIAT, "send dagsorden ud"))
        assert "Formand (Region Nordjylland)" in refused, refused
        assert in_channel(nord, AGENDA_LEFT) == []
        await nord.clicks("formand-regional", request, "Godkend")
        await nord.says(SECRETARIAT, "send dagsorden ud")
        await nord.sees(AGENDA_LEFT)


async def test_a13_an_agenda_that_is_cleared_with_the_chairs_is_for_remarks_and_waits_for_nobody(
    open_seed: OpenSeed,
) -> None:
    async with open_seed(choosing(NORD, agenda_approval="consult"), "2027-03-02T09:00") as nord:
        await _one_item(nord, "formand-laesoe")
        await _asked(nord)
        request = await nord.sees("Dagsorden til bemærkninger", "Der kræves ikke godkendelse.")
        await nord.clicks("formand-kommunal", request, "Send bemærkninger", {"Bemærkninger": "Start med Læsø."})
        await nord.at("2027-03-09T08:00")
        await nord.sees(AGENDA_LEFT)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (None, "Der er ikke aftalt nogen godkendelse"),  # the principles recommend, and settle nothing
        ("none", "Der er ikke aftalt nogen godkendelse"),
        ("consult", "er sendt til bemærkninger hos"),
        ("approve", "er sendt til godkendelse hos"),
    ],
)
async def test_a16_each_cluster_decides_whether_its_agenda_needs_approval(
    open_seed: OpenSeed, chosen: str | None, said: str
) -> None:
    async with open_seed(choosing(NORD, agenda_approval=chosen), "2027-03-02T09:00") as nord:
        await _one_item(nord, "formand-laesoe")
        assert said in await _asked(nord)


async def test_b15_an_exchange_of_experience_is_a_kind_of_item(open_seed: OpenSeed) -> None:
    async with open_seed(COUNTRY, "2027-03-15T09:00") as cluster:
        await propose(cluster, "sundhedschef-gentofte", {"Sagstype": "Erfaringsudveksling"})
        await cluster.says("sekretariat", "optag 1")
        assert "Erfaringsudveksling" in words(await cluster.says("sundhedschef-ballerup", "dagsorden"))


async def test_b30_what_the_common_charter_leaves_open_is_shown_and_nothing_follows_from_it(
    open_seed: OpenSeed,
) -> None:
    async with open_seed(COUNTRY, "2027-03-15T09:00") as cluster:
        told = words(await cluster.says("sundhedschef-gentofte", "frister"))
        for each in ("Forslag til dagsordenen", "Udsendelse af dagsordenen", "Udsendelse af referatet"):
            assert UNSETTLED in told.partition(each)[2][:80], each
        assert "Vært" not in words(await cluster.says("sundhedschef-gentofte", "møder"))
        assert _of_deadlines(await planned(cluster)) == []
        await cluster.at("2027-04-20T08:00")
        assert in_channel(cluster, AGENDA_LEFT) == []
        await propose(cluster, "sundhedschef-gentofte")
        await cluster.says("sekretariat", "optag 1")
        await cluster.says("sekretariat", "send dagsorden ud")
        await cluster.sees(AGENDA_LEFT)


@pytest.mark.parametrize(("host", "leader"), [("aalborg", "Aalborg"), ("jammerbugt", "Jammerbugt")])
async def test_c1_whoever_hosts_leads_the_meeting(open_seed: OpenSeed, host: str, leader: str) -> None:
    file = shipped(MIDT)
    meetings = tuple(replace(each, host=host) for each in file.forum.meetings)
    async with open_seed(replace(file, forum=replace(file.forum, meetings=meetings)), "2027-04-01T09:00") as midt:
        told = words(await midt.says("naestformand-aalborg", "møder"))
        assert f"Udvalgsformand, sundhed ({leader})" in told.partition("Mødeleder")[2]
        await midt.at("2027-04-12T08:00")
        await midt.sees("Påmindelse om møde", "Værten leder mødet.", f"{leader} Kommune")


async def test_c21_the_agenda_leaves_by_itself_a_week_before_and_once(open_seed: OpenSeed) -> None:
    async with open_seed(MIDT, "2027-03-15T09:00") as midt:
        await _one_item(midt, LEADER)
        told = words(await midt.says(LEADER, "frister"))
        assert "tirsdag den 6. april 2027" in told
        assert "fremsendes én uge før mødet" in told
        await stays_silent(midt, "2027-04-05T12:00", "2027-04-06T07:59")
        await midt.at("2027-04-06T08:00")
        await midt.sees(AGENDA_LEFT)
        await stays_silent(midt, "2027-04-06T12:00", "2027-04-07T08:00")


async def test_c21_on_a_closed_day_the_agenda_leaves_the_working_day_before(open_seed: OpenSeed) -> None:
    async with open_seed(_meeting_on("2027-05-13"), "2027-04-15T09:00") as midt:  # a week after Ascension Day
        await _one_item(midt, LEADER)
        told = words(await midt.says(LEADER, "frister"))
        assert "onsdag den 5. maj 2027" in told
        assert "6. maj 2027" in told
        await midt.at("2027-05-05T08:00")
        await midt.sees(AGENDA_LEFT)


async def test_c22_minutes_are_called_for_within_a_week_and_when_they_are_late(open_seed: OpenSeed) -> None:
    async with open_seed(MIDT, "2027-04-01T09:00") as midt:
        calls = [each for each in await planned(midt) if "Referatet" in each and each.endswith(SECRETARIAT)]
        assert [each.partition("  ")[0] for each in calls] == [
            "onsdag den 14. april 2027 kl. 8.00",
            "mandag den 19. april 2027 kl. 8.00",
            "onsdag den 21. april 2027 kl. 8.00",
        ]
        await _one_item(midt, LEADER)
        await midt.says(SECRETARIAT, "send dagsorden ud")
        await midt.at("2027-04-14T08:00")
        await midt.hears(SECRETARIAT, "Referatet skal udsendes", "20. april 2027")
        await midt.at("2027-04-21T08:00")
        await midt.hears(SECRETARIAT, "Referatet er ikke udsendt", "20. april 2027")


async def test_c24_where_the_charter_is_silent_nobody_approves_and_no_number_of_meetings_is_too_many(
    open_seed: OpenSeed,
) -> None:
    async with open_seed(MIDT, "2027-03-15T09:00") as midt:
        await _one_item(midt, LEADER)
        assert "Der er ikke aftalt nogen godkendelse" in await _asked(midt)
        told = words(await midt.says(LEADER, "møder"))
        assert "mindst 1 om året" in told
        assert "højst" not in told
        await midt.says(SECRETARIAT, "send dagsorden ud")
        await midt.sees(AGENDA_LEFT)


def _of_deadlines(lines: Sequence[str]) -> list[str]:
    """What is planned because somebody set a day for proposals, the agenda or the minutes."""
    return [each for each in lines if any(what in each for what in ("Frist", "Dagsorden", "Referat"))]


def _meeting_on(day: str) -> ForumFile:
    file = shipped(MIDT)
    meeting = replace(file.forum.meetings[0], starts=local(f"{day}T16:30"), ends=local(f"{day}T19:00"))
    return replace(file, forum=replace(file.forum, meetings=(meeting,)))
