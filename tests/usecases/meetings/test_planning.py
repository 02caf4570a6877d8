"""Whatever order meetings are made, moved and cancelled in, what is planned is as had they been so from the start."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.domain.kernel.conversation import Place
from bot.domain.kernel.meeting import Meeting
from bot.domain.meetings.actions import CancelMeeting, MakeMeeting, MeetingsCommand, MoveMeeting, ResumeMeeting
from bot.local.demo.forums import USUAL, shipped
from bot.usecases import topics
from bot.usecases.applying import apply_file
from bot.usecases.desk import Desk, open_desk, open_writing_desk
from storage.database import Database
from storage.outbox import notices
from tests.conftest import NewDatabase
from tests.harness.klynge_nord import local
from tests.harness.steps import SECRETARIAT

NOW = local("2027-01-11T09:00")
FILE = shipped(USUAL)
FIRST = date(2027, 1, 12)


def anything(chance: random.Random, desk: Desk) -> Iterator[MeetingsCommand]:
    """One thing that somebody may do next."""
    day = (FIRST + timedelta(days=chance.randrange(300))).isoformat()
    planned = [each.id for each in desk.meetings_ahead()]
    cancelled = [each.id for each in desk.forum.cancelled]
    match chance.choice(("make", "move", "move", "cancel", "resume")):
        case "move" if planned:
            yield MoveMeeting(meeting=chance.choice(planned), day=day, begins=f"{chance.randrange(8, 18)}")
        case "cancel" if planned:
            yield CancelMeeting(meeting=chance.choice(planned))
        case "resume" if cancelled:
            yield ResumeMeeting(meeting=chance.choice(cancelled))
        case _:
            begins = chance.randrange(8, 18)
            yield MakeMeeting(day=day, begins=f"{begins}.{len(planned):02}", ends=f"{begins + 2}", place="Læsø")


async def planned_in(database: Database) -> tuple[set[tuple[str, datetime]], tuple[Meeting, ...]]:
    """What is planned of which meetings, and these."""
    async with database.reading() as conn:
        found = await notices.planned(conn, FILE.forum.id)
        desk = await open_desk(conn, FILE.forum.id, NOW, Place.PERSONAL)
        return {(each.key, each.due_at) for each in found}, desk.forum.meetings


@pytest.mark.parametrize("seed", range(6))
async def test_reminders_go_to_those_who_owe_something_whatever_came_before(
    new_database: NewDatabase, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a case to try, and no secret
    changed, fresh = Database(new_database("sqlite")), Database(new_database("sqlite"))
    await apply_file(changed, NOW, FILE)
    for _ in range(8):
        async with changed.writing(FILE.forum.id) as conn:
            desk = await open_writing_desk(conn, FILE.forum.id, NOW, Place.PERSONAL)
            for action in anything(chance, desk):
                await topics.command(desk, SECRETARIAT, action)
    found, meetings = await planned_in(changed)
    same = tuple(replace(each, is_decided=False, reason="") for each in meetings)
    await apply_file(fresh, NOW, replace(FILE, forum=replace(FILE.forum, meetings=same)))
    assert found == (await planned_in(fresh))[0]
    await changed.close()
    await fresh.close()
