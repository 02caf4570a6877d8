"""Two forums side by side, and every action with ids that exist in the other one alone."""

from collections.abc import Callable, Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, get_args

from sqlalchemy import select

from bot.domain.actions import AnyAction
from bot.domain.agenda.actions import EditItem
from bot.domain.approval.actions import Circulate
from bot.domain.approval.state import Verdict
from bot.domain.forum.actions import NotUnderstood, TieChannel
from bot.domain.kernel.action import Action
from bot.domain.proposals.actions import Accept, Propose
from bot.local.demo.stage import Stage
from bot.local.directory import Account
from cards.kit.buttons import pack, verb_of
from storage.forum import forums
from storage.schema import metadata
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

KINDS = [kind for kind in get_args(AnyAction) if kind is not NotUnderstood]
IDS: dict[str, Any] = {
    "forum": SYD,
    "meeting": SYD_MEETING,
    "number": SYD_NUMBER,
    "version": SYD_VERSION,
    "absent": (SYD_PERSON,),
}
"""Fields that name something of one forum, each with what only the other has."""
REST: dict[str, Any] = {
    **dict.fromkeys(("title", "words", "summary", "basis", "recommendation", "on_behalf_of", "financial_note"), "Ord"),
    **dict.fromkeys(("amount", "duration", "links", "revision", "year", "outcome", "kind", "is_closed"), None),
    "form": "f",
    "position": 1,
    "to": "1",
    "verdict": Verdict.APPROVED,
}
"""Fields that mean the same in every forum; None leaves one at its default."""


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
    }
    await _tie_syd(nord, folder, changes)
    for number in range(1, SYD_NUMBER + 1):
        form = Propose(form=f"syd-{number}", title=f"{SECRET} {number}", summary=SECRET, recommendation=SECRET)
        await syd_does(nord, form, COORDINATOR)
        await syd_does(nord, Accept(number=number))
    await syd_does(nord, Circulate())
    await syd_does(nord, EditItem(position=2, title=f"{SECRET} ændret"))
    await syd_does(nord, Circulate())


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


def foreign(field: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every action that has this field, as a card's data with Syd's id in it and Nord's forum otherwise."""
    for kind in KINDS:
        if field in {each.name for each in fields(kind)}:
            yield verb_of(kind), sample(kind) | {"forum": NORD} | {field: IDS[field]}


def sample(kind: type[AnyAction]) -> dict[str, Any]:
    """The action as a card would send it, with every field that no forum owns filled in."""
    filled = {name: REST[name] for each in fields(kind) if (name := each.name) not in IDS and REST[name] is not None}
    needed = {each.name: 1 for each in fields(kind) if each.name in IDS and each.default is MISSING}
    make: Callable[..., AnyAction] = kind  # its fields are only known here by name
    return pack(make(**filled, **needed))


async def _tie_syd(nord: Stage, folder: Path, changes: dict[str, str]) -> None:
    await apply_variant(nord, folder, changes)
    tied = await press(nord, SYD_SECRETARIAT, pack(TieChannel(forum=SYD)), SYD_CHANNEL)
    assert not is_refused(tied.card)
