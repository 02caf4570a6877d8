"""What people type about finding one's way; see bot/usecases/phrases.py."""

from bot.domain.forum.actions import ShowContact, ShowHelp, TieChannel
from bot.usecases.phrases import CommandPhrases, QueryPhrases

PHRASES = (
    QueryPhrases("hjælp | help | hej | kommandoer", lambda got: ShowHelp()),
    QueryPhrases("[vis/se] kontakt | hvem er kontakt | contact", lambda got: ShowContact()),
    CommandPhrases("tilknyt/tie {ord} | tilknyt/tie", lambda got: TieChannel(forum=got.tail or None)),
)
