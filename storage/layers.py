"""The versions of a forum's charter beside the text of the latest: when each holds, its local layer, those before."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from typing import Any

from bot.domain.kernel.charter import Charter
from bot.domain.kernel.forum import Version
from bot.domain.kernel.layers import layered

ReadCharter = Callable[[str], Awaitable[Charter]]
"""Turns a stored charter text into the charter it describes; whatever it raises makes the forum Unreadable."""


def layers_of(versions: tuple[Version, ...]) -> dict[str, Any]:
    """What the latest version is besides its text, and the texts of those before it; nothing where there is none."""
    if not versions:
        return {}
    *earlier, latest = map(_told, versions)
    del latest["charter"]
    return {name: told for name, told in {**latest, "earlier": earlier}.items() if told}


def _told(version: Version) -> dict[str, Any]:
    since = None if version.since is None else version.since.isoformat()
    return {"since": since, "charter": version.text, "local": version.local_text}


def texts_of(charter: str, layers: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Every version as it is stored, the earliest first."""
    return [*layers.get("earlier", ()), {**layers, "charter": charter}]


async def version_of(told: Mapping[str, Any], read_charter: ReadCharter) -> Version:
    """The version that is stored so; whatever reading its charters raises."""
    since, text, local_text = told.get("since"), told["charter"], told.get("local")
    local = None if local_text is None else await read_charter(local_text)
    return Version(
        charter=layered(await read_charter(text), local),
        since=None if since is None else date.fromisoformat(since),
        local=local,
        text=text,
        local_text=local_text,
    )
