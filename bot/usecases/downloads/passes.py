"""What an address of a file carries: who may fetch what, sealed for ten minutes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias, cast

from bot.domain.attachments.actions import FetchAttachment
from bot.domain.documents.actions import OpenDocument
from bot.domain.filing.actions import FetchCaseFile
from bot.domain.kernel.refusal import Refusal
from bot.sealing import Part, derived, seal, unseal
from cards.kit.buttons import pack, unpack

Wanted: TypeAlias = OpenDocument | FetchAttachment | FetchCaseFile
"""What asks for a file."""
HOLDS = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """`person` may fetch what is `wanted`, from that account; `is_private`: as nobody else reads along."""

    forum: str
    person: str
    object_id: str
    wanted: Wanted
    is_private: bool


class Passes:
    """Seals them, and opens those that still hold."""

    def __init__(self, secret: bytes) -> None:
        self._key = derived(secret, "hent/address")

    def sealed(self, passing: Pass, now: datetime) -> str:
        """What the address carries."""
        about = json.dumps(pack(passing.wanted), ensure_ascii=False, separators=(",", ":"))
        until = int((now + HOLDS).timestamp())
        return seal(
            self._key, (passing.forum, passing.person, passing.object_id, about, int(passing.is_private), until)
        )

    def opened(self, sealed: str, now: datetime) -> Pass | None:
        """What it says, or None where it does not hold."""
        said = unseal(self._key, sealed)
        return None if said is None else _read(said, now)


def _read(said: Sequence[Part], now: datetime) -> Pass | None:
    forum, person, object_id, about, is_private, until = said
    if now.timestamp() >= int(until):
        return None
    try:
        wanted = cast(Wanted, unpack(json.loads(str(about))))
    except Refusal:  # it was sealed by an earlier version, which called it something else
        return None
    return Pass(
        forum=str(forum), person=str(person), object_id=str(object_id), wanted=wanted, is_private=bool(is_private)
    )
