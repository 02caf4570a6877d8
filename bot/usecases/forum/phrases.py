"""What people type about finding one's way; see bot/usecases/phrases.py."""

from bot.domain.forum.actions import ShowHelp, TieChannel
from bot.usecases.phrases import CommandPhrases, QueryPhrases

PHRASES = (
    QueryPhrases("hjælp | help | hej | kommandoer", lambda got: ShowHelp()),
    CommandPhrases("tilknyt/tie {ord} | tilknyt/tie", lambda got: TieChannel(forum=got.tail or None)),
)
