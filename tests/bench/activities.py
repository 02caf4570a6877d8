"""What people send: sentences and clicks as whole HTTP requests, made before the clock starts."""

import json
from collections.abc import Iterator, Sequence
from itertools import count, cycle
from typing import Any

from bot.domain.approval.actions import Respond
from bot.domain.approval.state import Verdict
from cards.kit.buttons import pack
from tests.bench.town import BOT, CHAIRS, MEETING, TENANT, account, channel_id, forum_id
from tests.bench.wire import post

_ids = count(1_700_000_000_000)
_VERDICTS = (Verdict.APPROVED, Verdict.APPROVED_WITH_REMARKS)


def sentences(service_url: str, bearer: str, *, forums: int, texts: Sequence[str] = ("hjælp",)) -> Iterator[bytes]:
    """These in turn, written by one chair after another, without end."""
    for number, said in enumerate(cycle(texts)):
        forum, person = number % forums, CHAIRS[number // forums % len(CHAIRS)]
        yield _request(bearer, _activity(service_url, forum, person) | {"type": "message", "text": said})


def clicks(service_url: str, bearer: str, *, forums: int) -> Iterator[bytes]:
    """Approvals, by one chair after another, changing their answers in turn."""
    for number in count():
        forum, person = number % forums, CHAIRS[number // forums % len(CHAIRS)]
        turn = number // forums // len(CHAIRS)
        action = Respond(
            forum=forum_id(forum), meeting=MEETING, version=1, verdict=_VERDICTS[turn % 2], words=f"Svar {turn + 1}"
        )
        value = {"action": {"type": "Action.Execute", "verb": "Respond", "data": pack(action)}, "trigger": "manual"}
        told = {"type": "invoke", "name": "adaptiveCard/action", "value": value}
        yield _request(bearer, _activity(service_url, forum, person) | told)


def _activity(service_url: str, forum: int, person: str) -> dict[str, Any]:
    return {
        "id": str(next(_ids)),
        "channelId": "msteams",
        "serviceUrl": service_url,
        "locale": "da-DK",
        "from": {"id": f"29:{person}", "name": person, "aadObjectId": account(forum, person).object_id},
        "recipient": {"id": BOT, "name": "Klyngebot"},
        "conversation": {
            "id": f"{channel_id(forum)};messageid=1600",
            "conversationType": "channel",
            "isGroup": True,
            "tenantId": TENANT,
        },
        "channelData": {
            "tenant": {"id": TENANT},
            "team": {"id": "19:team"},
            "channel": {"id": channel_id(forum)},
        },
    }


def _request(bearer: str, activity: dict[str, Any]) -> bytes:
    body = json.dumps(activity, ensure_ascii=False).encode()
    return post("/api/messages", body, *([f"Authorization: {bearer}"] if bearer else []))
