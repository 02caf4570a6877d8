"""A cluster with something open of every kind, and a body in the same Teams that is to go on where it ends."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from tests.harness.seeds import open_seeds
from tests.harness.steps import COORDINATOR, SECRETARIAT, accept, circulate, propose

ENDED, HEIR = "politisk-klynge-nord", "klyngestyregruppe-nord"
ADMIN = "formand-laesoe"
ADMIN_ID = shipped(ENDED).forum.person(ADMIN).identities[0].object_id
CLOSED = "Lukket sag om en aftale"
MORNING = "2027-03-02T09:00"


@asynccontextmanager
async def open_both(database_url: str, **more: Any) -> AsyncIterator[tuple[Stage, Stage]]:
    """Both on their stages; one of the politicians is an admin."""
    settings: dict[str, Any] = {"KLYNGEBOT_DATABASE_URL": database_url, "KLYNGEBOT_ADMINS": ADMIN_ID} | more
    async with open_seeds(ENDED, HEIR, **settings) as (nord, group):
        yield nord, group


async def fill(nord: Stage) -> None:
    """On 2 March an agenda with an item of its own is asked about; there are three more proposals, and two tasks."""
    await propose(nord)
    await propose(nord, COORDINATOR, {"Overskrift": CLOSED, "Punktet bør være lukket": True})
    await propose(nord, "formand-laesoe", {"Overskrift": "Lægedækning på øen"})
    await propose(nord, COORDINATOR, {"Overskrift": "Fælles vagtplan"})
    await nord.at(MORNING)
    await accept(nord, 1)
    await nord.says(SECRETARIAT, "bed om uddybning af 3: Hvad koster det?")
    await nord.says(SECRETARIAT, "udskyd 4: Det kan vente.")
    await nord.says(SECRETARIAT, "tilføj punkt: Gensidig orientering om beredskab")
    await nord.says(SECRETARIAT, "ny opgave: Skriv til byrådet, Hjørring Kommune, 1/6")
    await nord.says(SECRETARIAT, "ny opgave: Ring til lægen, Udvalgsformand (Læsø), 1/6")
    await circulate(nord)
