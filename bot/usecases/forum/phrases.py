"""What people type about finding one's way; see bot/usecases/phrases.py."""

from bot.domain.forum.actions import (
    ChangeChoice,
    OpenChoices,
    ShowAbout,
    ShowChoices,
    ShowContact,
    ShowHelp,
    ShowProvisions,
    TieChannel,
)
from bot.usecases.phrases import CommandPhrases, QueryPhrases

PHRASES = (
    QueryPhrases("hjælp | help | hej | kommandoer", lambda got: ShowHelp()),
    QueryPhrases("[vis/se] kontakt | hvem er kontakt | contact", lambda got: ShowContact()),
    QueryPhrases("[vis/se] om forummet/forum/klyngen | about", lambda got: ShowAbout()),
    QueryPhrases("[vis/se] kommissoriets ord | [vis/se] kommissoriet/kommissorium", lambda got: ShowProvisions()),
    QueryPhrases("[vis/se] forummets valg | [vis/se] valg", lambda got: ShowChoices()),
    QueryPhrases("ret/ændr/ændre [et] valg", lambda got: OpenChoices()),
    CommandPhrases("ret/ændr/ændre valg/valget {ord}", lambda got: ChangeChoice(typed=got.tail)),
    CommandPhrases("tilknyt/tie {ord} | tilknyt/tie", lambda got: TieChannel(forum=got.tail or None)),
)
