"""Prints the five conversations as they go now: `python -m tests.harness.transcripts`."""

import asyncio
from collections.abc import Iterator, Mapping
from typing import Any

from cards.html.walk import buttons
from tests.harness.conversations import CONVERSATIONS, Conversation, forum_file, played
from tests.harness.stage import open_stage

_LINES, _WIDTH = 4, 150  # of an answer that are printed


def told(card: Mapping[str, Any]) -> Iterator[str]:
    """A card's first lines, and its buttons in brackets."""
    lines = [line for line in _texts(card.get("body", [])) if line.strip()]
    yield from (f"    {line[:_WIDTH]}" for line in lines[:_LINES])
    if len(lines) > _LINES:
        yield f"    … ({len(lines) - _LINES} linjer mere)"
    if titles := [each.title for each in buttons(dict(card))]:
        yield "    " + " ".join(f"[{title}]" for title in titles[:6])


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, list):
        for each in part:
            yield from _texts(each)
    elif isinstance(part, Mapping):
        if isinstance(part.get("text"), str):
            yield " ".join(str(part["text"]).split())
        for inner in ("items", "columns", "inlines", "rows", "cells"):
            yield from _texts(part.get(inner, []))
        for fact in part.get("facts", []):
            yield f"{fact['title']}: {fact['value']}"


async def _printed(conversation: Conversation) -> None:
    print(f"\n## {conversation.who}\n")
    async with open_stage(files=[forum_file()]) as nord:
        async for turn, card in played(nord, conversation):
            print(f"{conversation.who}: {turn.says}")
            print("\n".join(told(card)) or "    (intet)")


async def _main() -> None:
    for each in CONVERSATIONS:
        await _printed(each)


if __name__ == "__main__":
    asyncio.run(_main())
