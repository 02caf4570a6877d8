"""The second act: the meeting after the first story's, to which most of what can go amiss does."""

from bot.local.demo.second import after_dispatch, before, disputed, held
from bot.local.demo.stage import Stage


async def play(stage: Stage) -> None:
    """From August, where the first act ended, to what came of October's minutes."""
    await before.play(stage)
    await after_dispatch.play(stage)
    await held.play(stage)
    await disputed.play(stage)
