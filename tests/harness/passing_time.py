"""The clock moves: what leaves at a given minute, and what does not."""

from datetime import datetime, timedelta
from pathlib import Path

from bot.charters.forum_file import parse_forum_file
from bot.local.board import Message, words
from bot.local.demo.forums import USUAL, file_of
from bot.local.demo.stage import Stage
from bot.usecases.applying import Applied, apply_file
from tests.harness.steps import SECRETARIAT, in_channel, in_chat, posts

_FILE = file_of(USUAL)
_MINUTE = timedelta(minutes=1)


async def reapplied(nord: Stage, *changes: tuple[str, str], force: bool = False) -> Applied:
    """`klyngebot forum apply` with a file in which each of these texts is replaced by the other; how it went."""
    text = _FILE.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after)
    return await apply_file(
        nord.service.database, nord.clock.now(), parse_forum_file(text, "nord.yaml", Path()), by="drift", force=force
    )


def chose(choice: str, before: str, after: str) -> tuple[str, str]:
    """The change that makes the forum's choice another one."""
    return f"{choice}: {{value: {before},", f"{choice}: {{value: {after},"


def moved_to(day: str) -> tuple[str, str]:
    """The change that holds March's meeting on another day."""
    return "2027-03-16", day


async def falls_due(nord: Stage, moment: str, *parts: str) -> Message:
    """What says all this leaves for the channel at that minute, once, and was not there the minute before.

    Beside it may come the post of its meeting, which it stands under.
    """
    before = await stays_silent(nord, (datetime.fromisoformat(moment) - _MINUTE).isoformat())
    await nord.at(moment)
    found = await nord.teams.board.wait_for(
        lambda each: (
            each.conversation == nord.channel.id
            and each.author is None
            and each.id not in before
            and all(part in words(each) for part in parts)
        )
    )
    new = [words(each) for each in in_channel(nord) if each.id not in {*before, found.thread}]
    assert len(new) == 1, new
    return found


async def comes_in_chat(nord: Stage, moment: str, *parts: str) -> Message:
    """The same in the own chat of one of the secretariat, while the channel stays silent."""
    await stays_silent(nord, (datetime.fromisoformat(moment) - _MINUTE).isoformat())
    before = {each.id for each in in_chat(nord, SECRETARIAT)}
    await stays_silent(nord, moment)
    chat = nord.teams.directory.personal(nord.account(SECRETARIAT))
    return await nord.teams.board.wait_for(
        lambda each: (
            each.conversation == chat
            and each.author is None
            and each.id not in before
            and all(part in words(each) for part in parts)
        )
    )


async def stands_on_post(nord: Stage, moment: str, *parts: str) -> Message:
    """The post of a meeting says all this from that minute on, and nothing else leaves for the channel."""
    await nord.at((datetime.fromisoformat(moment) - _MINUTE).isoformat())
    assert posts(nord, *parts) == []
    replied = [each.id for each in in_channel(nord) if each.thread != each.id]
    await nord.at(moment)
    found = await nord.teams.board.wait_for(lambda each: each in posts(nord, *parts))
    assert [each.id for each in in_channel(nord) if each.thread != each.id] == replied
    return found


async def stays_silent(nord: Stage, *moments: str) -> set[str]:
    """Nothing leaves for the channel at any of these moments; what stands there."""
    before = {each.id for each in in_channel(nord)}
    for moment in moments:
        await nord.at(moment)
        new = [words(each) for each in in_channel(nord) if each.id not in before]
        assert not new, (moment, new)
    return before
