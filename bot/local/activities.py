"""The activities that Teams sends to a bot, written as Teams writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from markupsafe import escape

from bot.clock import COPENHAGEN
from bot.local.directory import PERSONAL, Account, Directory, Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What every activity carries: who, where (a channel's id or `PERSONAL`), in which thread, when, as which id."""

    directory: Directory
    service_url: str
    person: Account
    where: str
    ident: str
    at: datetime
    thread: str | None = None

    @property
    def conversation(self) -> str:
        """The conversation's id without the thread."""
        return self.directory.personal(self.person) if self.where == PERSONAL else self.where


def message(envelope: Envelope, text: str, *, mentions_bot: bool) -> Json:
    """Somebody wrote something; in a channel a bot hears of it only when it is mentioned."""
    bot = envelope.directory.bot_name
    mention = f"<at>{bot}</at>"
    written = f"{mention} {text}" if mentions_bot else text
    markup = f'<div><div><span itemscope itemtype="http://schema.skype.com/Mention">{escape(bot)}</span> '
    html = f"{markup if mentions_bot else '<div><div>'}{escape(text)}</div></div>"
    entity = {
        "type": "mention",
        "text": mention,
        "mentioned": {"id": envelope.directory.bot_id, "name": bot},
    }
    return {
        **_common(envelope, "message"),
        "text": written,
        "textFormat": "plain",
        "attachments": [{"contentType": "text/html", "content": html}],
        "entities": [*([entity] if mentions_bot else []), _client()],
    }


def with_files(activity: Json, files: Mapping[str, str]) -> Json:
    """The same message with files, each by its name with the address that opens it, as a personal chat has them."""
    sent = [
        {
            "contentType": "application/vnd.microsoft.teams.file.download.info",
            "contentUrl": f"https://kommunerne-my.sharepoint.com/personal/nogen/Documents/{number}",
            "name": name,
            "content": {"downloadUrl": address, "uniqueId": f"id-{number}", "fileType": name.rpartition(".")[2]},
        }
        for number, (name, address) in enumerate(files.items(), start=1)
    ]
    return {**activity, "attachments": [*sent, *activity["attachments"]]}


def click(envelope: Envelope, under: str, action: Mapping[str, Any], data: Json) -> Json:
    """Somebody pressed an Action.Execute on the message `under`."""
    value = {
        "action": {
            "type": "Action.Execute",
            "id": action.get("id"),
            "title": action.get("title"),
            "verb": action.get("verb"),
            "data": data,
        },
        "trigger": "manual",
    }
    return {
        **_common(envelope, "invoke"),
        "name": "adaptiveCard/action",
        "replyToId": under,
        "value": value,
        "entities": [_client()],
    }


def submit(envelope: Envelope, under: str, data: Json) -> Json:
    """Somebody pressed an Action.Submit on the message `under`."""
    return {**_common(envelope, "message"), "replyToId": under, "value": data, "entities": [_client()]}


def installation(envelope: Envelope) -> list[Json]:
    """Somebody added the bot: Teams tells it twice."""
    members = {**_common(envelope, "conversationUpdate"), "membersAdded": [{"id": envelope.directory.bot_id}]}
    update = {**_common(envelope, "installationUpdate"), "action": "add", "entities": [_client()]}
    if envelope.where != PERSONAL:
        for each in (members, update):
            each["conversation"]["id"] = envelope.conversation
        members["channelData"]["eventType"] = "teamMemberAdded"
    return [members, update]


def _common(envelope: Envelope, kind: str) -> Json:
    person, directory = envelope.person, envelope.directory
    return {
        "type": kind,
        "id": envelope.ident,
        "timestamp": _stamp(envelope.at.astimezone(UTC)),
        "localTimestamp": _stamp(envelope.at.astimezone(COPENHAGEN)),
        "localTimezone": str(COPENHAGEN),
        "locale": "da-DK",
        "channelId": "msteams",
        "serviceUrl": envelope.service_url,
        "from": {"id": person.id, "name": person.name, "aadObjectId": person.object_id},
        "recipient": {"id": directory.bot_id, "name": directory.bot_name},
        "conversation": _conversation(envelope),
        "channelData": _channel_data(envelope),
    }


def _conversation(envelope: Envelope) -> Json:
    if envelope.where == PERSONAL:
        return {
            "id": envelope.conversation,
            "conversationType": "personal",
            "tenantId": envelope.person.tenant,
            "isGroup": False,
        }
    return {
        "id": f"{envelope.where};messageid={envelope.thread or envelope.ident}",
        "conversationType": "channel",
        "tenantId": envelope.directory.host_tenant,
        "isGroup": True,
    }


def _channel_data(envelope: Envelope) -> Json:
    channel = envelope.directory.channel(envelope.where)
    if channel is None:
        return {"tenant": {"id": envelope.person.tenant}}
    # In a shared channel every activity names the host's tenant, whoever wrote it.
    return {
        "teamsChannelId": channel.id,
        "teamsTeamId": channel.team,
        "channel": {"id": channel.id, "name": channel.name, "type": "shared"},
        "team": {"id": channel.team, "name": channel.team_name, "type": "standard"},
        "tenant": {"id": envelope.directory.host_tenant},
    }


def _client() -> Json:
    return {"type": "clientInfo", "locale": "da-DK", "country": "DK", "platform": "Web", "timezone": str(COPENHAGEN)}


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
