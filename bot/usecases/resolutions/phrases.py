"""What people type to find what was resolved; see bot/usecases/phrases.py."""

from bot.domain.resolutions.actions import ShowResolutions
from bot.usecases.phrases import QueryPhrases

PHRASES = (
    QueryPhrases("[vis/se] beslutninger/beslutningerne", lambda got: ShowResolutions()),
    QueryPhrases(
        "beslutninger {ord} | [vis/find/søg] beslutninger/beslutningerne om {ord}"
        " | hvad besluttede/beslutter vi om {ord} | hvad har vi besluttet om {ord}"
        " | hvad er/blev [der] besluttet om {ord} | beslutning om {ord}",
        lambda got: ShowResolutions(words=got.tail),
    ),
)
