"""An offer made to the chairs of Klynge Nord, and what was answered to it."""

from bot.local.board import Message
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from cards.html.walk import buttons
from storage import audit
from storage.talks import Kept, last
from tests.harness.forging import NORD, is_refused
from tests.harness.steps import CHAIRS, circulated

CHAIR, OTHER = CHAIRS
SENTENCE = "godkend dagsordenen, men punkt 1 mangler en økonomi"


async def offer(nord: Stage, where: str = PERSONAL, person: str = CHAIR, activity: str | None = None) -> Message:
    """They are asked, say no plain yes, and are offered to approve with remarks or to return it."""
    return await nord.says(person, SENTENCE, where, activity=activity)


async def offered(nord: Stage, where: str = PERSONAL, person: str = CHAIR) -> Message:
    """The same once the agenda was sent for approval on 2 March."""
    await circulated(nord)
    return await offer(nord, where, person)


async def verdicts(nord: Stage) -> list[tuple[str, str, str]]:
    """Who answered what to the agenda, in which words."""
    async with nord.service.database.reading() as conn:
        entries = [each async for each in audit.entries(conn, NORD) if each.what == "agenda.answered"]
    return [(each.actor or "", each.facts["verdict"], each.words.get("words", "")) for each in entries]


async def talk(nord: Stage, person: str = CHAIR, where: str | None = None) -> Kept | None:
    """What is known of what was said to that person, alone or in a place."""
    account = nord.account(person)
    place = where or nord.teams.directory.personal(account)
    async with nord.service.database.reading() as conn:
        return await last(conn, place, account.object_id)


def is_kind_no(reply: Message) -> bool:
    """Whether it is met with something that one can press, and no refusal."""
    return not is_refused(reply.card) and any(True for _ in buttons(reply.card or {}))
