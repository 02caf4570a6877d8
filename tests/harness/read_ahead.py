"""What tests fork processes from: the whole program, and all that it reads once as it starts."""

import bot.cli
from bot.process import settle_memory
from bot.usecases.understanding.likely import likely
from bot.usecases.understanding.reading import ways

__all__ = ["bot"]

likely()
ways()
settle_memory()
