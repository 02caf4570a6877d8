"""`klyngebot demo`: play the story, then leave the page to the visitor."""

import asyncio
from collections.abc import Callable

from bot.local.demo.stage import Serving, stage
from bot.local.demo.story import START, play
from cards.kit.words import say


async def run(serving: Serving, port: int, tell: Callable[[str], None], *, then_stay: asyncio.Event | None) -> None:
    """Tell the story line by line; with an event, serve the page until it is set."""
    tell(f"Klyngebot · {say('common.demo_banner')}")
    async with stage(serving, port, START, tell) as here:
        await play(here)
        if then_stay is None:
            tell("\nHistorien er slut.")
            return
        tell(f"\nHistorien er slut. Spil selv det næste møde på http://localhost:{here.service.port}/ (Ctrl+C stopper)")
        await then_stay.wait()
