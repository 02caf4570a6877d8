"""What people type about proposals; see bot/usecases/phrases.py."""

from bot.domain.proposals.actions import (
    Accept,
    AskForMore,
    Decline,
    Elaborate,
    OpenProposalForm,
    OpenTriage,
    Postpone,
    ShowMyProposals,
    Withdraw,
)
from bot.usecases.phrases import CommandPhrases, QueryPhrases

PHRASES = (
    QueryPhrases("[vis/se] mine forslag | my proposals", lambda got: ShowMyProposals()),
    QueryPhrases(
        "foreslå/forslag/propose:? | nyt forslag:? | foreslå/forslag/propose {ord}",
        lambda got: OpenProposalForm(title=got.words or got.tail),
    ),
    QueryPhrases(
        "behandl/triage [forslag] {nr} | [vis/se] forslag {nr}",
        lambda got: OpenTriage(number=got.number, year=got.year),
    ),
    CommandPhrases(
        "optag/accepter/accept [forslag] {nr} [på dagsordenen] | sæt [forslag] {nr} på [dagsordenen]",
        lambda got: Accept(number=got.number, year=got.year),
    ),
    CommandPhrases(
        "bed om uddybning [af] [forslag] {nr}:? | ask {nr}:?",
        lambda got: AskForMore(number=got.number, year=got.year, words=got.words),
    ),
    CommandPhrases(
        "uddyb/elaborate [forslag] {nr}:?",
        lambda got: Elaborate(number=got.number, year=got.year, words=got.words),
    ),
    CommandPhrases(
        "udskyd/postpone [forslag] {nr} [til et senere møde]:? | udskyd/postpone [forslag] {nr} til [mødet] {dag}:?",
        lambda got: Postpone(number=got.number, year=got.year, meeting=got.tail, words=got.words),
    ),
    CommandPhrases(
        "sæt ikke på [dagsordenen] {nr}:? | sæt ikke [forslag] {nr} på [dagsordenen]:?"
        " | afvis/decline [forslag] {nr}:?",
        lambda got: Decline(number=got.number, year=got.year, words=got.words),
    ),
    CommandPhrases(
        "træk [forslag] {nr} tilbage | withdraw {nr}",
        lambda got: Withdraw(number=got.number, year=got.year),
    ),
)
