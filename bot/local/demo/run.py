"""`klyngebot demo`: play the story, then leave the page to the visitor."""

import asyncio
from collections.abc import Callable

from bot.local.demo.forums import USUAL, shipped
from bot.local.demo.stage import Serving, stage
from bot.local.demo.stories import story_of
from cards.kit.words import say


async def run(
    serving: Serving,
    port: int,
    tell: Callable[[str], None],
    *,
    forum: str = USUAL,
    then_stay: asyncio.Event | None,
) -> None:
    """Tell the forum's story line by line; with an event, serve the page until it is set, and tell it anew if asked."""
    story = story_of(shipped(forum))
    tell(f"Klyngebot · {say('common.demo_banner')}")
    while True:
        again = asyncio.Event()
        async with stage(serving, port, story.start, tell, files=(story.file,)) as here:
            await story.play(here)
            if then_stay is None:
                tell("\nHistorien er slut.")
                return
            here.teams.offer_again(again.set)
            port = here.service.port
            tell(f"\nHistorien er slut. Spil selv det næste møde på http://localhost:{port}/ (Ctrl+C stopper)")
            await _first(then_stay, again)
        if then_stay.is_set():
            return
        tell("\nHistorien begynder forfra.")


async def _first(*events: asyncio.Event) -> None:
    """Returns when one of them is set."""
    waiting = [asyncio.ensure_future(each.wait()) for each in events]
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for each in waiting:
            each.cancel()
