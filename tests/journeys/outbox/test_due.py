"""`klyngebot due` and `klyngebot run-due`: what would be sent, and sending it once."""

import pytest

from bot.local.demo.stage import Stage
from bot.operations import list_due, run_due
from tests.harness.desks import desk_of
from tests.harness.klynge_nord import local
from tests.harness.passing_time import stays_silent
from tests.harness.steps import accept, approve, circulate, in_channel, propose

pytestmark = pytest.mark.both_databases

NOTHING = ["Der er intet at sende."]


async def _due(url: str, moment: str) -> list[str]:
    settings = desk_of(url)
    return [line async for line in list_due(settings, local(moment))]


async def test_due_lists_what_would_be_sent_and_sends_nothing(nord: Stage, database_url: str) -> None:
    assert await _due(database_url, "2027-02-09T07:59") == NOTHING
    (line,) = await _due(database_url, "2027-02-09T08:00")
    assert line.startswith(
        "tirsdag den 9. februar 2027 kl. 8.00  politisk-klynge-nord  Påmindelse om frist for forslag"
    )
    assert line.endswith("(2027-1)  til kanalen")
    for closed in ("2027-02-09T18:00", "2027-02-13T10:00"):
        assert await _due(database_url, closed) == NOTHING, closed
    assert in_channel(nord, "Frist for forslag") == []


async def test_due_lists_an_approved_agenda_on_its_day_and_not_its_absence(nord: Stage, database_url: str) -> None:
    await propose(nord)
    await accept(nord, 1)
    await approve(nord, await circulate(nord))
    listed = await _due(database_url, "2027-03-09T08:00")
    when = "tirsdag den 9. marts 2027 kl. 8.00"
    assert [line for line in listed if line.startswith(when)] == [
        f"{when}  politisk-klynge-nord  Dagsorden (2027-1)  til kanalen"
    ]


async def test_run_due_sends_once(nord: Stage, database_url: str) -> None:
    settings = desk_of(database_url)
    for _ in range(2):
        said = [line async for line in run_due(settings, local("2027-02-09T08:00"))]
        assert len(said) == 1
    await nord.sees("Frist for forslag")
    assert len(in_channel(nord, "Frist for forslag")) == 1
    await stays_silent(nord, "2027-02-09T08:00")
