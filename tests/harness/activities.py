"""Every kind of activity that Teams is known to send a bot, from what all of them carry; and ways to spoil one."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

Json = dict[str, Any]
Path = tuple[str | int, ...]

TEAM_EVENTS = (
    *("teamRenamed", "teamArchived", "teamUnarchived", "teamDeleted", "teamHardDeleted", "teamRestored"),
    *("teamMemberAdded", "teamMemberRemoved", "channelCreated", "channelRenamed", "channelDeleted", "channelRestored"),
    *("channelShared", "channelUnshared", "channelMemberAdded", "channelMemberRemoved"),
)
MEETING_EVENTS = (
    *("meetingStart", "meetingEnd", "meetingParticipantJoin", "meetingParticipantLeave", "meetingReaction"),
    *("readReceipt", "meetingRoomJoin"),
)
OTHER_TYPES = (
    *("endOfConversation", "trace", "handoff", "command", "commandResult", "contactRelationUpdate", "suggestion"),
    *("invokeResponse", "noget andet"),
)
INVOKES = (
    *("task/fetch", "task/submit", "tab/fetch", "tab/submit", "config/fetch", "config/submit"),
    *("composeExtension/query", "composeExtension/queryLink", "composeExtension/anonymousQueryLink"),
    *("composeExtension/selectItem", "composeExtension/submitAction", "composeExtension/fetchTask"),
    *("composeExtension/querySettingUrl", "composeExtension/setting", "composeExtension/onCardButtonClicked"),
    *("signin/verifyState", "signin/tokenExchange", "signin/failure", "fileConsent/invoke", "handoff/action"),
    *("actionableMessage/executeAction", "message/submitAction", "message/fetchTask", "application/search"),
    *("search", "suggestedActions/submit", "noget/helt/andet", ""),
)


def events(common: Mapping[str, Any], words: str, value: Mapping[str, Any]) -> dict[str, Json]:
    """What asks nothing of the bot, though it carries `words` and `value`; by name."""
    person, bot = common["from"], common["recipient"]
    said = {**common, "text": words, "value": dict(value)}
    told: dict[str, Json] = {
        "edited": said | {"type": "messageUpdate", "channelData": _data(common, "editMessage")},
        "undeleted": said | {"type": "messageUpdate", "channelData": _data(common, "undeleteMessage")},
        "deleted": said | {"type": "messageDelete", "channelData": _data(common, "softDeleteMessage")},
        "liked": said | {"type": "messageReaction", "reactionsAdded": [{"type": "like"}], "replyToId": common["id"]},
        "unliked": said | {"type": "messageReaction", "reactionsRemoved": [{"type": "heart"}]},
        "typing": said | {"type": "typing"},
        "removed": said | {"type": "installationUpdate", "action": "remove"},
        "upgraded": said | {"type": "installationUpdate", "action": "add-upgrade"},
        "removed for an upgrade": said | {"type": "installationUpdate", "action": "remove-upgrade"},
        "put out": said | {"type": "conversationUpdate", "membersRemoved": [bot]},
        "a guest comes": said | {"type": "conversationUpdate", "membersAdded": [person]},
        "by a bot": said | {"type": "message", "from": {"id": "28:en-anden-bot", "name": "Bot"}},
        **{kind: said | {"type": kind} for kind in OTHER_TYPES},
    }
    for each in TEAM_EVENTS:
        told[each] = said | {"type": "conversationUpdate", "channelData": _data(common, each), "membersAdded": [person]}
    for each in MEETING_EVENTS:
        told[each] = said | {"type": "event", "name": f"application/vnd.microsoft.{each}"}
    return told


def invokes(common: Mapping[str, Any], value: Mapping[str, Any]) -> dict[str, Json]:
    """Every invoke that is not offered, by name."""
    return {name: {**common, "type": "invoke", "name": name, "value": dict(value)} for name in INVOKES}


def paths(value: Any, at: Path = ()) -> list[Path]:
    """Every place in it, itself excepted."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found: list[Path] = []
    for name, each in inner:
        found += [(*at, name), *paths(each, (*at, name))]
    return found


@dataclass(frozen=True)
class Much:
    """So much text that a failing test should not print it."""

    of: str
    times: int

    def made(self) -> str:
        """The text."""
        return self.of * self.times


@dataclass(frozen=True)
class Deep:
    """Objects in lists in objects, likewise."""

    levels: int

    def made(self) -> Any:
        """The outermost list."""
        inner: Any = "bund"
        for _ in range(self.levels):
            inner = [{"id": inner}]
        return inner


@dataclass(frozen=True)
class Spoiling:
    """What is done to one place of an activity; places are picked by number, so that any activity can be spoiled."""

    how: str
    place: int
    other: int
    value: Any


def spoilings(odd: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Spoiling]]:
    """Places dropped, replaced by something odd, nested or filled from one another."""
    how = st.sampled_from(["drop", "replace", "replace", "nest", "move"])
    picks = st.integers(0, 10_000)
    return st.lists(st.builds(Spoiling, how, picks, picks, odd), min_size=1, max_size=4)


def spoil(activity: Json, plan: list[Spoiling]) -> Json:
    """The activity after all that; it remains an object."""
    for each in plan:
        places = paths(activity)
        if not places:
            break
        place, other = places[each.place % len(places)], places[each.other % len(places)]
        old = _at(activity, place)
        value = each.value.made() if isinstance(each.value, Much | Deep) else each.value
        new = {"drop": _GONE, "replace": value, "nest": [{"id": old, "text": old}], "move": _at(activity, other)}
        activity = _with(activity, place, new[each.how])
    return activity


_GONE = object()


def _with(whole: Any, place: Path, new: Any) -> Any:
    """A copy in which one place is something else."""
    if not place:
        return new
    changed = _with(whole[place[0]], place[1:], new)
    if isinstance(whole, dict):
        return {name: each for name, each in (whole | {place[0]: changed}).items() if each is not _GONE}
    listed = [*whole]
    listed[int(place[0])] = changed
    return [each for each in listed if each is not _GONE]


def _at(whole: Any, place: Path) -> Any:
    for name in place:
        whole = whole[name]
    return whole


def _data(common: Mapping[str, Any], event: str) -> Json:
    return {**common["channelData"], "eventType": event}
