"""What people type about the wording of minutes; see bot/usecases/phrases.py."""

from bot.domain.wording.actions import (
    BringUp,
    CommentOnItem,
    DeclineWording,
    OpenSuggestion,
    ShowSuggestion,
    ShowSuggestions,
    SuggestWording,
    TakeWording,
    WithdrawWording,
)
from bot.usecases.phrases import CommandPhrases, QueryPhrases

PHRASES = (
    QueryPhrases(
        "[vis/se] rettelser/rettelserne | [vis/se] rettelser/rettelserne til referat/referatet",
        lambda got: ShowSuggestions(),
    ),
    QueryPhrases("[vis/se] mine rettelser | hvad blev der af min rettelse", lambda got: ShowSuggestions(mine=True)),
    QueryPhrases("[vis/se] rettelse {nr}", lambda got: ShowSuggestion(number=got.number, year=got.year)),
    QueryPhrases(
        "foreslå [en] rettelse til [referatets] punkt {n} | bemærkning til referatets punkt {n}",
        lambda got: OpenSuggestion(position=got.number),
    ),
    QueryPhrases(
        "foreslå [en] rettelse | foreslå [en] rettelse/rettelser til referat/referatet", lambda got: OpenSuggestion()
    ),
    CommandPhrases(
        "foreslå [en] rettelse til [referatets] punkt {n}:",
        lambda got: SuggestWording(position=got.number, words=got.words),
    ),
    CommandPhrases(
        "bemærkning til referatets punkt {n}: | bemærkning til referat/referatet punkt {n}:",
        lambda got: CommentOnItem(position=got.number, words=got.words),
    ),
    CommandPhrases(
        "bemærkning til godkendelse/godkendelsen af referat/referatet:", lambda got: BringUp(words=got.words)
    ),
    CommandPhrases(
        "bemærkning til godkendelse/godkendelsen af referatets punkt {n}:",
        lambda got: BringUp(position=got.number, words=got.words),
    ),
    CommandPhrases("indarbejd rettelse {nr}", lambda got: TakeWording(number=got.number, year=got.year)),
    CommandPhrases(
        "indarbejd ikke rettelse {nr}:?",
        lambda got: DeclineWording(number=got.number, year=got.year, words=got.words),
    ),
    CommandPhrases("træk rettelse {nr} tilbage", lambda got: WithdrawWording(number=got.number, year=got.year)),
)
