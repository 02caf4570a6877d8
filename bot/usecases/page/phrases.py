"""What people type for a page of their own; see bot/usecases/phrases.py."""

from bot.domain.page.actions import OpenOwnPage
from bot.usecases.phrases import QueryPhrases

PHRASES = (QueryPhrases("[åbn/vis] min [egen] side | my page", lambda got: OpenOwnPage()),)
