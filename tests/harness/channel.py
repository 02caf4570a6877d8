"""What the bot brought into a channel of its own accord, as it left for Teams: root posts, replies, people called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.local.demo.stage import CHANNEL, Stage
from tests.harness.steps import teams_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One new message of the bot's in the channel: what its card sums up, and whom it calls by name."""

    summary: str
    is_root: bool
    called: Sequence[str]


def said(nord: Stage) -> Iterator[Said]:
    """Each new message in the channel that is no answer to somebody who wrote there, in the order they left in."""
    for arrival in teams_of(nord).arrivals:
        if arrival.method != "POST" or not isinstance(arrival.body, dict):
            continue
        is_root = arrival.path.endswith("/v3/conversations") and "channel" in arrival.body.get("channelData", {})
        activity = arrival.body.get("activity") if is_root else arrival.body
        is_here = is_root or CHANNEL.id in arrival.path
        if is_here and activity and "replyToId" not in activity and activity.get("attachments"):
            content = activity["attachments"][0]["content"]
            entities = content.get("msteams", {}).get("entities", [])
            called = [re.sub("</?at>", "", each["text"]) for each in entities]
            yield Said(summary=str(activity["summary"]), is_root=is_root, called=called)


def replies(nord: Stage) -> list[str]:
    return [each.summary for each in said(nord) if not each.is_root]


def roots(nord: Stage) -> list[str]:
    return [each.summary for each in said(nord) if each.is_root]


def called(nord: Stage) -> list[list[str]]:
    """Who is called in one message after the other."""
    return [sorted(each.called) for each in said(nord) if each.called]
