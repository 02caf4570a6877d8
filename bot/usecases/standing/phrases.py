"""What people type to hear how things stand; see bot/usecases/phrases.py."""

from bot.domain.standing.actions import ShowStanding
from bot.usecases.phrases import QueryPhrases

PHRASES = (
    QueryPhrases(
        "[vis/se] [min] status | hvad mangler vi/jeg/der [at gøre] | hvad skal jeg/vi gøre [nu]"
        " | hvad venter på mig/os | hvad afventer mig/os | hvad haster | hvordan står det [til]"
        " | todo | what is missing",
        lambda got: ShowStanding(),
    ),
)
