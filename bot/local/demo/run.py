"""`klyngebot demo`: play the story, then leave the page to the visitor."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from bot.local.demo.forums import USUAL, shipped
from bot.local.demo.stage import Serving, Stage, stage
from bot.local.demo.stories import ACTS, Story, story_of
from cards.kit.words import say


async def run(
    serving: Serving,
    port: int,
    tell: Callable[[str], None],
    *,
    forum: str = USUAL,
    act: str = ACTS[0],
    then_stay: asyncio.Event | None,
) -> None:
    """Tell that act of the forum's story line by line.

    With an event, serve the page until it is set, and tell it anew if asked.
    """
    story = story_of(shipped(forum), act)
    tell(f"Klyngebot · {say('common.demo_banner')}")
    while True:
        again = asyncio.Event()
        async with stage(serving, port, story.start, tell, files=(story.file,)) as here:
            await _play(story, here)
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


async def _play(story: Story, here: Stage) -> None:
    if story.before is not None:
        here.tell("\nFørste akt er spillet. Her begynder anden akt.")
        await story.before(replace(here, tell=_nobody))
    await story.play(here)


def _nobody(line: str) -> None:
    """What came before is not told again."""


async def _first(*events: asyncio.Event) -> None:
    """Returns when one of them is set."""
    waiting = [asyncio.ensure_future(each.wait()) for each in events]
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for each in waiting:
            each.cancel()
