"""From a Teams activity to a Turn: liberal in what it accepts, and nothing in an activity can make it raise."""

import html
import re
from collections.abc import Mapping
from typing import Any

from bot.domain.kernel.conversation import Conversation, Place
from bot.domain.kernel.people import Identity
from bot.usecases.turn import LONGEST_TURN, THUMB, Kind, SentFile, Turn

CARD_ACTION = "adaptiveCard/action"
FILE = "application/vnd.microsoft.teams.file.download.info"
"""What a file in a personal chat comes as: an address that is good for some minutes."""
Json = Mapping[str, Any]

_LONGEST_TENANT, _LONGEST_ID = 36, 400  # characters; what is longer is no id of Teams', and no column holds it

_LONGEST_TEXT = 2 * LONGEST_TURN  # characters with markup; what is longer is refused whatever it says
_LONGEST_ACCOUNT = 100  # characters that tell accounts apart
_LONGEST_MENTION, _MOST_MENTIONS = 300, 10
_MOST_FILES, _LONGEST_ADDRESS, _LONGEST_NAME = 50, 8_000, 2_000  # the newest of a name, which has its ending
_LONGEST_NUMBER = 4_000  # digits of a character's number, of which Python reads no more

_NUMBERED = re.compile(rf"&#[0-9]{{{_LONGEST_NUMBER}}}")

_PLACES = {"channel": Place.CHANNEL, "personal": Place.PERSONAL, "groupchat": Place.GROUP}


def read_turn(activity: Json) -> Turn | None:
    """The turn, or None for an activity that asks nothing of us."""
    kind = _kind(activity)
    sender = part(activity, "from")
    conversation = _conversation(activity)
    activity_id = text(activity, "id")
    if kind is None or conversation is None or not activity_id or _is_bot(sender):
        return None
    liked = _liked(activity)
    is_written = kind is Kind.MESSAGE and liked is None
    return Turn(
        kind=kind,
        activity=activity_id,
        sender=Identity(conversation.tenant, text(sender, "aadObjectId").lower()),
        sender_name=text(sender, "name"),
        conversation=conversation,
        text=_words(activity) if is_written else THUMB if liked else "",
        data=None if liked else _data(activity, kind),
        thread=_thread(activity) if conversation.place is Place.CHANNEL else None,
        files=_files(activity) if is_written and not isinstance(activity.get("value"), dict) else (),
        liked=liked,
    )


def tenants(activity: Json) -> frozenset[str]:
    """Every tenant the activity claims to happen in (in a shared channel, the host's)."""
    named = (text(part(activity, "conversation"), "tenantId"), text(part(_channel_data(activity), "tenant"), "id"))
    return frozenset(each.lower() for each in named if each)


def account(activity: Json) -> str:
    """Whose activity it is, in a few characters; empty where it is nobody's, as when the bot was added."""
    sender = part(activity, "from")
    return (text(sender, "aadObjectId").lower() or text(sender, "id"))[:_LONGEST_ACCOUNT]


def part(whole: Json, name: str) -> Json:
    """An object inside another, empty when it is missing or something else."""
    value = whole.get(name)
    return value if isinstance(value, dict) else {}


def text(whole: Json, name: str) -> str:
    """A text inside an object, empty when it is missing or something else."""
    value = whole.get(name)
    return value if isinstance(value, str) else ""


def _kind(activity: Json) -> Kind | None:
    match text(activity, "type"):
        case "message":
            return Kind.MESSAGE
        case "messageReaction" if _liked(activity):
            return Kind.MESSAGE
        case "invoke" if text(activity, "name") == CARD_ACTION:
            return Kind.CLICK
        case "installationUpdate" if text(activity, "action") == "add":
            return Kind.JOINED
        case "conversationUpdate" if _bot_was_added(activity):
            return Kind.JOINED
    return None


def _bot_was_added(activity: Json) -> bool:
    bot = text(part(activity, "recipient"), "id")
    added = activity.get("membersAdded")
    return bool(bot) and any(
        isinstance(each, dict) and each.get("id") == bot for each in (added if isinstance(added, list) else ())
    )


def _liked(activity: Json) -> str | None:
    """The message that was given a thumb; None where none was, or another sign."""
    added = activity.get("reactionsAdded")
    signs = [each.get("type") for each in (added if isinstance(added, list) else ()) if isinstance(each, dict)]
    is_liked = text(activity, "type") == "messageReaction" and "like" in signs
    return text(activity, "replyToId") or None if is_liked else None


def _is_bot(sender: Json) -> bool:
    """Bots must not answer each other."""
    return text(sender, "id").startswith("28:") or text(sender, "role") == "bot"


def _conversation(activity: Json) -> Conversation | None:
    """Where it happened; None when the activity does not say enough to answer it."""
    told = part(activity, "conversation")
    data = _channel_data(activity)
    channel = text(part(data, "channel"), "id") or text(data, "teamsChannelId")
    conversation_id = text(told, "id").partition(";messageid=")[0] or channel
    service_url = text(activity, "serviceUrl").rstrip("/")
    tenant = (text(told, "tenantId") or text(part(data, "tenant"), "id")).lower()
    is_known_shape = 0 < len(conversation_id) <= _LONGEST_ID and len(tenant) <= _LONGEST_TENANT
    if not is_known_shape or not service_url:
        return None
    return Conversation(
        place=_place(told, channel),
        service_url=service_url,
        tenant=tenant,
        id=conversation_id,
        bot=text(part(activity, "recipient"), "id"),
        team=text(part(data, "team"), "id") or text(data, "teamsTeamId") or None,
    )


def _place(told: Json, channel: str) -> Place:
    """What cannot be told apart counts as a group: closed content is never shown there."""
    known = _PLACES.get(text(told, "conversationType").lower())
    return known or (Place.CHANNEL if channel else Place.GROUP)


def _thread(activity: Json) -> str | None:
    found = re.search(r";messageid=([^;]+)", text(part(activity, "conversation"), "id"))
    return found[1] if found else text(activity, "replyToId") or None


def _channel_data(activity: Json) -> Json:
    return part(activity, "channelData")


def _words(activity: Json) -> str:
    """What was written, without the bot's mention and without markup; other people's mentions keep their names.

    What is longer than anything that is read is left as it came.
    """
    words = text(activity, "text")
    for mention in _own_mentions(activity):
        words = words.replace(mention, " ")
    if len(words) > _LONGEST_TEXT:
        return words.strip()
    unmarked = re.sub(r"</?at\b[^<>]{0,200}>", "", words)
    plain = (unmarked if _NUMBERED.search(unmarked) else html.unescape(unmarked)).replace("\xa0", " ")
    return re.sub(r"[ \t]+", " ", plain).strip()


def _own_mentions(activity: Json) -> list[str]:
    bot = part(activity, "recipient")
    entities = activity.get("entities")
    told = [each for each in (entities if isinstance(entities, list) else ()) if isinstance(each, dict)]
    mine = [text(each, "text") for each in told if text(bot, "id") and text(part(each, "mentioned"), "id") == bot["id"]]
    name = text(bot, "name")
    every = dict.fromkeys([*mine, f"<at>{name}</at>" if name else ""])
    return [each for each in every if 0 < len(each) <= _LONGEST_MENTION][:_MOST_MENTIONS]


def _files(activity: Json) -> tuple[SentFile, ...]:
    """The files that came with it; what was only pasted into the text is none."""
    attached = activity.get("attachments")
    found = [each for each in (attached if isinstance(attached, list) else ()) if isinstance(each, dict)]
    return tuple(_file(each) for each in found[:_MOST_FILES] if text(each, "contentType").lower() == FILE)


def _file(attached: Json) -> SentFile:
    address = text(part(attached, "content"), "downloadUrl")
    name = text(attached, "name") or text(part(attached, "content"), "uniqueId")
    return SentFile(name[-_LONGEST_NAME:], address if len(address) <= _LONGEST_ADDRESS else "")


def _data(activity: Json, kind: Kind) -> Json | None:
    value = activity.get("value")
    if not isinstance(value, dict):
        return None if kind is not Kind.CLICK else {}
    if kind is Kind.MESSAGE:
        return value
    if kind is Kind.JOINED:
        return None
    action = part(value, "action")
    data = dict(part(action, "data"))
    if "verb" not in data and text(action, "verb"):
        data["verb"] = text(action, "verb")
    return data
