"""Steps that tests of the year begin with: a forum's file with other meetings, applied as its operator would."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.charters.forum_file import ForumFile
from bot.charters.loader import parse_charter
from bot.domain.kernel.forum import Forum
from bot.domain.kernel.meeting import Meeting
from bot.domain.kernel.notice import Notice
from bot.domain.notices import AnyNotice
from bot.local.demo.forums import shipped
from bot.local.demo.stage import Stage
from bot.usecases.applying import Applied, apply_file
from storage.outbox import notices


def meeting(forum: Forum, day: str, host: str | None = None) -> Meeting:
    """A meeting of two hours on that day, known by it."""
    starts = datetime.fromisoformat(f"{day}T13:00").replace(tzinfo=forum.timezone)
    ends = starts + timedelta(hours=2)
    return Meeting(forum=forum.id, id=f"m-{day}", starts=starts, ends=ends, place="Rådhuset", host=host)


def on_days(file: ForumFile, *days: str, hosts: Sequence[str | None] = (), **more: Any) -> ForumFile:
    """The file with meetings on these days, the first of them at these hosts, and with what more is given."""
    named = [*hosts, *[None] * len(days)]
    held = tuple(meeting(file.forum, day, host) for day, host in zip(days, named, strict=False))
    return replace(file, forum=replace(file.forum, meetings=held, **more))


def chartered(which: str, *changes: tuple[str, str]) -> ForumFile:
    """The forum that ships, under its charter with each of these texts replaced by the other."""
    file = shipped(which)
    text = file.forum.versions[0].text
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after)
    charter = parse_charter(text, "charter.yaml")
    version = replace(file.forum.versions[0], charter=charter, text=text)
    texts = {**file.charter_texts, charter.id: text}
    return replace(file, charter_texts=texts, forum=replace(file.forum, charter=charter, versions=(version,)))


async def applied(stage: Stage, file: ForumFile, *, force: bool = True) -> Applied:
    """`klyngebot forum apply` with that file."""
    return await apply_file(stage.service.database, stage.clock.now(), file, by="drift", force=force)


async def waiting(stage: Stage, kind: AnyNotice) -> list[Notice]:
    """What is planned of that kind, the earliest first."""
    async with stage.service.database.reading() as conn:
        return [each for each in await notices.planned(conn, stage.file.forum.id) if each.kind == kind]
