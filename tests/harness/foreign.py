"""Two forums side by side, and every action with ids that exist in the other one alone."""

import json
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.domain.agenda.actions import EditItem
from bot.domain.approval.actions import Circulate
from bot.domain.attachments.state import OfProposal
from bot.domain.forum.actions import TieChannel
from bot.domain.kernel.action import Action
from bot.domain.kernel.conversation import Place
from bot.domain.meetings.actions import ShowMeetings
from bot.domain.proposals.actions import Accept, Propose
from bot.local.demo.stage import Stage
from bot.local.directory import Account
from bot.usecases.desk import open_writing_desk
from cards.kit.buttons import pack
from storage.forum import forums
from storage.schema import metadata
from tests.harness.bilag import attach
from tests.harness.cases import SAMPLES
from tests.harness.forging import HOST, NORD, SYD, apply_variant, is_refused, press, quiet, said
from tests.harness.steps import COORDINATOR

SYD_CHANNEL = "19:klynge-syd@thread.tacv2"
SECRETARIAT_ID, COORDINATOR_ID = "0000-4000-8000-000000000008", "0000-4000-8000-000000000006"
SYD_SECRETARIAT = Account(object_id=f"00000000-{SECRETARIAT_ID.replace('8000', '9000')}", tenant=HOST, name="Syd")
SYD_CHAIRS = tuple(
    Account(object_id=f"00000000-0000-4000-9000-00000000000{number}", tenant=HOST, name=f"Syds formand {number}")
    for number in (1, 2)
)
SECRET = "SYDHEMMELIGT"  # noqa: S105 - what nobody in Nord may read
SYD_MEETING, SYD_PERSON, SYD_NUMBER, SYD_VERSION = "2027-91", "kun-i-syd", 3, 2
SYD_ORGANISATION = "region-kun-i-syd"

IDS: dict[str, Any] = {
    "forum": SYD,
    "meeting": SYD_MEETING,
    "number": SYD_NUMBER,
    "version": SYD_VERSION,
    "absent": (SYD_PERSON,),
    "organisation": SYD_ORGANISATION,
    "host": SYD_ORGANISATION,
    "about": json.dumps(pack(ShowMeetings(forum=SYD))),
    "present": (SYD_PERSON,),
    "person": SYD_PERSON,
    "substitute": SYD_PERSON,
    "entry": str(SYD_NUMBER),
    "party": SYD_ORGANISATION,
    "positions": (f"{SYD_ORGANISATION}=against",),
    "put_off_to": SYD_MEETING,
    "attachment": SYD_NUMBER,
}
"""Fields that name something of one forum, each with what only the other has."""


async def with_syd(nord: Stage, folder: Path) -> None:
    """A second forum: the same coordinator of Hjørring sits in it, everybody else in it is somebody else."""
    changes = {
        "forum: politisk-klynge-nord ": "forum: politisk-klynge-syd ",
        "name: Politisk Klynge Nord\n": "name: Politisk Klynge Syd\n",
        "0000-4000-8000-": "0000-4000-9000-",
        COORDINATOR_ID.replace("8000", "9000"): COORDINATOR_ID,
    }
    await _tie_syd(nord, folder, changes)


async def with_busy_syd(nord: Stage, folder: Path) -> None:
    """Syd with ids of its own: three proposals, two agenda versions that await approval, a person and a meeting."""
    changes = {
        "forum: politisk-klynge-nord ": "forum: politisk-klynge-syd ",
        "name: Politisk Klynge Nord\n": "name: Politisk Klynge Syd\n",
        "0000-4000-8000-": "0000-4000-9000-",
        COORDINATOR_ID.replace("8000", "9000"): COORDINATOR_ID,
        "id: 2027-1,": f"id: {SYD_MEETING},",
        "id: 2027-2,": "id: 2027-92,",
        "suppleant-regional": SYD_PERSON,
        "region-nordjylland": SYD_ORGANISATION,
    }
    await _tie_syd(nord, folder, changes)
    for number in range(1, SYD_NUMBER + 1):
        form = Propose(form=f"syd-{number}", title=f"{SECRET} {number}", summary=SECRET, recommendation=SECRET)
        await syd_does(nord, form, COORDINATOR)
        await syd_does(nord, Accept(number=number))
    await syd_does(nord, Circulate())
    await syd_does(nord, EditItem(position=2, title=f"{SECRET} ændret"))
    await _attach(nord)
    await syd_does(nord, Circulate())


async def _attach(nord: Stage) -> None:
    """As many bilag as proposals, of which Nord has fewer."""
    async with nord.service.database.writing(SYD) as conn:
        desk = await open_writing_desk(conn, SYD, nord.clock.now(), Place.PERSONAL)
        for number in range(1, SYD_NUMBER + 1):
            await attach(desk, OfProposal(number), f"{SECRET} {number}", SECRET.encode())


async def syd_does(nord: Stage, action: Action, person: str | Account = SYD_SECRETARIAT) -> None:
    """Somebody does something in Syd's channel."""
    answer = await press(nord, person, pack(action), SYD_CHANNEL)
    assert not is_refused(answer.card), said(answer.card)
    await quiet(nord)


async def stored_of_syd(nord: Stage) -> str:
    """Every row that is Syd's, the log included."""
    tables = [(each, each.c.forum) for each in metadata.sorted_tables if "forum" in each.c]
    async with nord.service.database.reading() as conn:
        rows = [list(await conn.execute(select(table).where(forum == SYD))) for table, forum in tables]
        rows.append(list(await conn.execute(select(forums).where(forums.c.id == SYD))))
    return repr([sorted(map(repr, each)) for each in rows])  # a server keeps no order among rows


def foreign(field: str) -> Iterator[dict[str, Any]]:
    """Every action that has this field, as a card's data with Syd's id in it: as it was filled in, and with no more."""
    for kind, sample in SAMPLES.items():
        if field in {each.name for each in fields(kind)}:
            whole = pack(sample) | {"forum": NORD, field: IDS[field]}
            yield whole
            yield {name: value for name, value in whole.items() if name == field or not _is_left_out(kind, name)}


def _is_left_out(kind: type[Action], name: str) -> bool:
    """Whether it is one of the other ids, and may be missing."""
    needed = {each.name for each in fields(kind) if each.default is MISSING}
    return name in IDS.keys() - {"forum"} - needed


async def _tie_syd(nord: Stage, folder: Path, changes: dict[str, str]) -> None:
    await apply_variant(nord, folder, changes)
    tied = await press(nord, SYD_SECRETARIAT, pack(TieChannel(forum=SYD)), SYD_CHANNEL)
    assert not is_refused(tied.card)
