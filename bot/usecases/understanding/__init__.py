"""What people type, as the action that is meant: a command as it stands, or a sentence in their own words."""

from bot.usecases.understanding.exactly import understand, understand_exactly
from bot.usecases.understanding.meaning import meant
from bot.usecases.understanding.reading import ways

__all__ = ["meant", "understand", "understand_exactly", "ways"]
