"""Two forums with a channel each in the stand-in, of which one breaks and is mended."""

from pathlib import Path
from secrets import token_hex

from sqlalchemy import update

from bot.charters.forum_file import read_forum_file
from bot.local.board import Message
from bot.local.demo.stage import CHANNEL, Stage
from bot.local.directory import PERSONAL, Account, Channel
from bot.usecases.applying import Applied, apply_file
from storage.database import Database
from storage.forum import forums
from tests.harness.foreign import SYD_CHANNEL, with_syd
from tests.harness.forging import SYD

DAMAGED = "title: [HEMMELIGT"


async def with_two(nord: Stage, folder: Path) -> None:
    """Syd beside Nord, with a channel that the stand-in knows."""
    syd = Channel(id=SYD_CHANNEL, name="Politisk Klynge Syd", team=CHANNEL.team, team_name=CHANNEL.team_name)
    object.__setattr__(nord.teams.directory, "channels", (CHANNEL, syd))  # otherwise as it was when the service began
    await with_syd(nord, folder)


async def damage(database: Database, forum: str = SYD, text: str = DAMAGED) -> None:
    """Somebody writes over the forum's charter, as another version of the program would."""
    values = {"charter": text, "revision": forums.c.revision + 1, "stamp": token_hex(16)}
    async with database.writing() as conn:
        await conn.execute(update(forums).where(forums.c.id == forum).values(**values))


async def mend(nord: Stage, folder: Path) -> Applied:
    """Apply Syd's file again."""
    return await apply_file(nord.service.database, nord.clock.now(), read_forum_file(folder / "forum.yaml"))


async def writes(nord: Stage, person: str | Account, text: str, where: str = SYD_CHANNEL) -> Message:
    """Somebody writes something; the bot's reply."""
    account = nord.account(person) if isinstance(person, str) else person
    before = {each.id for each in nord.teams.board.messages()}
    sent = await nord.teams.visitor.says(account, text, where)
    return await nord.teams.board.wait_for(
        lambda each: (
            each.author is None
            and each.id not in before
            and each.conversation == sent.conversation
            and (where == PERSONAL or each.thread == sent.thread)
        )
    )


def posts(nord: Stage, where: str = SYD_CHANNEL) -> list[Message]:
    """What the bot wrote there."""
    return [each for each in nord.teams.board.messages(where) if each.author is None]
