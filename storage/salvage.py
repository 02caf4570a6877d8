"""What can still be read of a forum that cannot be read whole, so that mending it loses nothing else."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import Any, get_origin

import orjson
from sqlalchemy import Text, cast, select
from sqlalchemy.exc import SQLAlchemyError

from bot.domain.kernel.conversation import Conversation
from bot.domain.kernel.forum import Forum, Version
from storage import choices, meetings
from storage.engine.codec import from_json
from storage.engine.connection import Connection
from storage.forum import forums
from storage.forum_config import CONFIG, NO_CHARTER
from storage.layers import ReadCharter, texts_of, version_of

_RAW = select(
    forums.c.name,
    forums.c.charter,
    cast(forums.c.layers, Text).label("layers"),
    cast(forums.c.config, Text).label("config"),
    cast(forums.c.channel, Text).label("channel"),
)


async def salvage(conn: Connection, forum: str, read_charter: ReadCharter) -> Forum:
    """The forum without its charter and overlays, and with every other part, or entry of a part, that can be read.

    Of its versions each stands with its day, one that cannot be read without its charter.
    """
    row = (await conn.execute(_RAW.where(forums.c.id == forum))).one()
    config = _loaded(row.config)
    config = config if isinstance(config, dict) else {}
    alone = Forum(
        id=forum,
        name=row.name,
        region=_read(str, config.get("region")),
        charter=NO_CHARTER,
        versions=tuple([await _version(told, read_charter) for told in _told(row.charter, _loaded(row.layers))]),
        channel=_read(Conversation, _loaded(row.channel)),
        **{name: _entries(kind, config.get(name)) for name, kind in CONFIG.items()},
    )
    with suppress(ValueError):
        planned, cancelled = await meetings.of(conn, alone), await meetings.cancelled(conn, alone)
        alone = replace(alone, meetings=planned, cancelled=cancelled)
    with suppress(ValueError):
        alone = alone.deciding(await choices.in_force(conn, forum))
    return alone


def _told(charter: str, layers: Any) -> list[Any]:
    try:
        return texts_of(charter, layers)
    except (AttributeError, TypeError):
        return []


async def _version(told: Any, read_charter: ReadCharter) -> Version:
    try:
        return await version_of(told, read_charter)
    except (SQLAlchemyError, OSError):
        raise
    except Exception:  # noqa: BLE001 - what damaged text can raise has no end
        return Version(charter=NO_CHARTER, since=_read(date, told.get("since") if isinstance(told, dict) else None))


def _entries(kind: Any, stored: Any) -> Any:
    """Every entry of a mapping or a list that can be read."""
    read = [found for each in _one_by_one(stored) if (found := _read(kind, each)) is not None]
    if get_origin(kind) is dict:
        return dict(chain.from_iterable(each.items() for each in read))
    return tuple(chain.from_iterable(read))


def _one_by_one(stored: Any) -> Iterator[Any]:
    if isinstance(stored, dict):
        yield from ({key: value} for key, value in stored.items())
    elif isinstance(stored, list):
        yield from ([value] for value in stored)


def _read(kind: Any, stored: Any) -> Any:
    with suppress(ValueError):
        return from_json(kind, stored)
    return None


def _loaded(text: str | None) -> Any:
    with suppress(ValueError):
        return None if text is None else orjson.loads(text)
    return None
