"""What people type about the year; see bot/usecases/phrases.py."""

from bot.domain.year.actions import ShowYear
from bot.usecases.phrases import QueryPhrases

PHRASES = (
    QueryPhrases(
        "[vis/se] årshjul/årshjulet | year | hvor mange møder mangler vi | hvor mange møder holder/har vi [i] [år]"
        " | hvem er næste vært | hvem er vært næste gang | hvem har næste værtskab",
        lambda got: ShowYear(),
    ),
    QueryPhrases("[vis/se] årshjul/årshjulet [for/i] {ord}", lambda got: ShowYear(of_year=got.tail)),
)
