"""What becomes of what was let out where a text in it is erased: nobody sees it any more, and its record is emptied.

Whoever serves the forum is asked to make public what is right in its place.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from bot.documents.data import from_json
from bot.domain.documents.state import MeetingRecord
from bot.domain.publication.state import Release
from bot.usecases.desk import WritingDesk
from bot.usecases.made_public import show_anew
from bot.usecases.publication.taking_back import withdraw
from cards.kit.words import say
from storage import releases as store

_TELLING = 12  # characters from which on a text is known wherever it stands in another one


async def erase_released(desk: WritingDesk, texts: Collection[str], meeting: str | None) -> int:
    """Take back and empty every release that holds one of the texts, of that meeting alone where one is named."""
    every = await store.of_forum(desk.conn, desk.forum.id)
    among = [each for each in every if meeting in (None, each.meeting)]
    records = await store.records(desk.conn, [(each.forum, each.number) for each in among])
    found = [each for each in among if _has_any(records.get((each.forum, each.number)), texts)]
    for release in found:
        await store.empty(desk.conn, await _taken_back(desk, release))
    for each in dict.fromkeys(release.meeting for release in found):
        held = desk.forum.meeting(each)
        if held is not None:
            await show_anew(desk, held)
    return len(found)


async def _taken_back(desk: WritingDesk, release: Release) -> Release:
    if release.taken_back_at is not None:
        return release
    by = say("publication.by.operator")
    words = say("publication.erased.words")
    return await withdraw(desk, None, release, by=by, words=words, what="publication.erased")


def _has_any(record: bytes | None, texts: Collection[str]) -> bool:
    if record is None:
        return False
    said = list(_strings(from_json(record)))
    return any(_stands(text, said) for text in texts)


def _stands(text: str, said: Collection[str]) -> bool:
    """Whether it stands there: a short one only as all that is said."""
    wanted = " ".join(text.split())
    if len(wanted) < _TELLING:
        return bool(wanted) and wanted in said
    return any(wanted in each for each in said)


def _strings(record: MeetingRecord) -> Iterator[str]:
    return _texts_in(asdict(record))


def _texts_in(part: Any) -> Iterator[str]:
    match part:
        case str():
            yield " ".join(part.split())
        case Mapping():
            for each in part.values():
                yield from _texts_in(each)
        case list() | tuple():
            for each in part:
                yield from _texts_in(each)
