"""What the row of a forum holds as `config`: its people, seats, organisations and choices, as JSON and back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Row

from bot.domain.kernel.charter import Charter
from bot.domain.kernel.delegation import Delegation
from bot.domain.kernel.forum import Choice, Forum
from bot.domain.kernel.people import Organisation, Person, Seat
from storage.engine.codec import from_json, prepare, to_json

CONFIG: Mapping[str, Any] = {
    "choices": dict[str, Choice],
    "organisations": tuple[Organisation, ...],
    "people": tuple[Person, ...],
    "seats": tuple[Seat, ...],
    "hosting": tuple[str, ...],
    "fund_delegation": tuple[Delegation, ...],
    "bodies": dict[str, str],
}
"""What `config` holds besides plain values. A later version may lack or find more: every field has a default."""

for _kind in (Forum, *CONFIG.values()):
    prepare(_kind)
_PLAIN = ("region", "timezone", "valid_from", "valid_until", "succeeded_by")

NO_CHARTER = Charter(id="", kind="forum", title="", source="")


def configured(row: Row[Any]) -> Forum:
    """The forum that such a row holds, without its charter and what is kept elsewhere."""
    stored = _with_delegation(from_json(dict[str, Any], row.config))
    config = {name: from_json(kind, stored[name]) for name, kind in CONFIG.items() if name in stored}
    plain = {name: stored[name] for name in _PLAIN if name in stored}
    forum = from_json(Forum, {"region": None} | plain | {"id": row.id, "name": row.name, "charter": NO_CHARTER})
    return replace(forum, channel=row.channel, **config)


def _with_delegation(stored: dict[str, Any]) -> dict[str, Any]:
    """With what an earlier version kept of the file's delegation of funds, in the file's own words, and never read."""
    renamed = {"seat": "person", "from": "since"}
    told = stored.get("kept", {}).get("fund_delegation", ())
    kept = [{renamed.get(name, name): value for name, value in each.items()} for each in told]
    return {"fund_delegation": kept, **stored} if kept else stored


def config_of(forum: Forum) -> dict[str, Any]:
    """What its row holds of the forum as `config`."""
    whole = to_json(Forum, _alone(forum))
    for seat in whole["seats"]:
        seat["roles"].sort()  # a set has no order, and the same forum shall look the same
    return {name: whole[name] for name in (*CONFIG, *_PLAIN)}


def _alone(forum: Forum) -> Forum:
    """The forum without what is kept elsewhere."""
    bare = replace(forum, charter=NO_CHARTER, local=None, versions=(), overlays=(), channel=None)
    return replace(bare, meetings=(), cancelled=(), absences=(), decided={}, handed_over=None, continues=())
