"""Help, meetings and deadlines of the example forum, as its people see them."""

from dataclasses import replace

import pytest

from bot.domain.forum.actions import ShowHelp
from bot.domain.kernel.provision import SILENT
from bot.domain.kernel.refusal import Refusal
from bot.domain.meetings.actions import ShowDeadlines, ShowMeetings
from bot.usecases.forum import queries as forum_queries
from bot.usecases.meetings import queries as overview
from tests.cards.checks import check, texts
from tests.conftest import OpenDesk
from tests.harness.charters import saying
from tests.usecases.minutes.setting import CHAIR, DOCTOR, SECRETARIAT


async def test_the_next_meetings_deadlines_with_where_each_comes_from(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-01-11T09:00") as desk:
        card = await overview.show_deadlines(desk, DOCTOR, ShowDeadlines())
        check(card)
        said = texts(card)
        days = [
            "tirsdag den 16. februar 2027",
            "tirsdag den 2. marts 2027",
            "fredag den 5. marts 2027",
            "tirsdag den 9. marts 2027",
            "tirsdag den 23. marts 2027",
        ]
        assert sorted(days, key=said.index) == days
        assert "Kommissoriet: »Der udarbejdes dagsorden til møderne, som fremsendes én uge før mødet.«" in said
        assert said.count("Valgt af Fælles sekretariat den 6. oktober 2026.") == 3


async def test_what_neither_charter_nor_forum_settled_is_shown_as_open(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-01-11T09:00") as desk:
        charter = saying(desk.forum.charter, agenda__dispatch_days_before=SILENT, minutes__dispatch_days_after=SILENT)
        bare = replace(desk, forum=replace(desk.forum, charter=charter, choices={}))
        card = await overview.show_deadlines(bare, DOCTOR, ShowDeadlines())
        check(card)
        assert texts(card).count("Ikke fastsat i kommissoriet") == 5


async def test_minutes_that_are_owed_of_the_last_meeting_are_among_the_deadlines(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-03-18T09:00") as desk:
        card = await overview.show_deadlines(desk, DOCTOR, ShowDeadlines())
        assert "Frister for mødet den 5. oktober 2027" in texts(card)
        assert "Referatet fra mødet den 16. marts 2027 er ikke sendt" in texts(card)
    async with open_desk_at("2027-10-06T09:00") as desk:
        card = await overview.show_deadlines(desk, DOCTOR, ShowDeadlines())
        assert "tirsdag den 12. oktober 2027" in texts(card)


async def test_without_any_meeting_there_are_no_deadlines(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-01-11T09:00") as desk:
        empty = replace(desk, forum=replace(desk.forum, meetings=()))
        with pytest.raises(Refusal, match="no_meeting"):
            await overview.show_deadlines(empty, DOCTOR, ShowDeadlines())
        check(await overview.show_meetings(empty, DOCTOR, ShowMeetings()))


async def test_the_meetings_to_come_with_hosts_and_those_who_lead(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-03-16T18:59") as desk:
        said = texts(await overview.show_meetings(desk, DOCTOR, ShowMeetings()))
        assert "Formand (Hjørring)" in said
        assert "Udvalgsformand (Frederikshavn)" in said
        assert "mindst 1 om året" in said
    async with open_desk_at("2027-03-16T19:00") as desk:
        said = texts(await overview.show_meetings(desk, DOCTOR, ShowMeetings()))
        assert "Hjørring" not in said


async def test_help_begins_with_what_somebody_of_that_role_may_say(open_desk_at: OpenDesk) -> None:
    spoken = {
        SECRETARIAT: "Hvem mangler at svare?",
        CHAIR: "Godkend, men flyt punkt 4 op",
        "koordinator-hjoerring": "Foreslå noget om tandpleje til mødet i oktober, 15 minutter",
        DOCTOR: "Hvad står der på dagsordenen?",
        "formand-laesoe": "Hvad er på dagsordenen?",
    }
    async with open_desk_at("2027-01-11T09:00") as desk:
        for person, sentence in spoken.items():
            card = await forum_queries.show_help(desk, person, ShowHelp())
            check(card)
            assert [each for each in spoken.values() if f"»{each}«" in texts(card)] == [sentence]


async def test_help_is_fuller_for_those_who_may_do_more(open_desk_at: OpenDesk) -> None:
    async with open_desk_at("2027-01-11T09:00") as desk:
        for person, sections in ((SECRETARIAT, (True, False)), (CHAIR, (False, True)), (DOCTOR, (False, False))):
            card = await forum_queries.show_help(desk, person, ShowHelp())
            check(card)
            assert ("For sekretariatet" in texts(card), "For godkendere" in texts(card)) == sections
