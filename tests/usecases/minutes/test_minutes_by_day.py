"""Minutes are asked for by the day of their meeting, in whichever year it was held."""

from dataclasses import replace

import pytest

from bot.domain.kernel.refusal import Refusal
from bot.usecases.desk import WritingDesk
from bot.usecases.meant import meeting_meant
from tests.bench.past import held
from tests.conftest import OpenDesk

AFTER = "2027-03-17T10:00"


def _with_a_past(desk: WritingDesk) -> WritingDesk:
    forum = desk.forum
    return replace(desk, forum=replace(forum, meetings=(*held(forum.id, 60), *forum.meetings)))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("16/3", "2027-03-16"),
        ("tirsdag den 16. marts", "2027-03-16"),
        ("15. december 2026", "2026-12-15"),
        ("15/12", "2026-12-15"),
        ("2025-06-03", "2025-06-03"),
        ("3/6", "2025-06-03"),
    ],
)
async def test_a_day_without_a_year_is_one_that_has_a_meeting(open_desk_at: OpenDesk, typed: str, day: str) -> None:
    async with open_desk_at(AFTER) as desk:
        found = meeting_meant(_with_a_past(desk), typed, looks_back=True)
        assert found.day.isoformat() == day


@pytest.mark.parametrize(
    ("typed", "key"),
    [("17/3", "no_meeting_on"), ("i dag", "no_meeting_on"), ("på tirsdag", "no_meeting_on"), ("snart", "bad_date")],
)
async def test_a_day_without_a_meeting_is_refused(open_desk_at: OpenDesk, typed: str, key: str) -> None:
    async with open_desk_at(AFTER) as desk:
        with pytest.raises(Refusal) as refusal:
            meeting_meant(_with_a_past(desk), typed, looks_back=True)
        assert refusal.value.key == key
